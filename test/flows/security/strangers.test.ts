/** Who is not meant learns nothing and changes nothing: forged presses of every kind, and words said where others read. */
import { afterEach, describe, expect, it } from 'vitest';
import { VERBS } from '../../../src/cards/base/verbs.ts';
import type { ActionRequest } from '../../../src/engine/handle.ts';
import {
  chat,
  objectId,
  PLACES,
  type Place,
  startTestBot,
  TENANT,
  type TestBot,
  testDesk,
  thread,
  withHarbour,
} from '../../support/bot/test-bot.ts';

let testBot: TestBot;
afterEach(async () => await testBot.stop());

const general: Place = { kind: 'channel', id: `${PLACES.general};messageid=1` };
const desk = (): Place => thread(testBot.teams.messages.find(({ conversationId }) => conversationId.startsWith(PLACES.desk)));

/** A second customer, whose reporter is Aiko. */
const twoCustomers = () =>
  testDesk((text) =>
    withHarbour(text).replace(
      'kind: channel, conversation: "19:contoso-erp@thread.tacv2" }',
      'kind: channel, conversation: "19:contoso-erp@thread.tacv2" }\n    projects: [contoso-erp]',
    ),
  );

describe('a press with forged data', () => {
  const action = async (more: Partial<ActionRequest> & Pick<ActionRequest, 'type'>) => {
    const outageId = (await testBot.app.store.outages.idByNumber(1001)) ?? '';
    const by = testBot.desk.actor({ id: objectId('priya'), name: 'Priya Nair' });
    await testBot.app.engine.handle({ outageId, by, ...more } as ActionRequest);
  };
  const STATES = {
    reported: async () => {},
    acknowledged: async () => await action({ type: 'acknowledge' }),
    offered: async () => {
      await action({ type: 'acknowledge' });
      await action({ type: 'hand-over', to: { id: objectId('tomas'), name: 'Tomás Herrera' } });
    },
    transferred: async () =>
      await action({
        ...{ type: 'transfer', team: { id: 'x', name: 'X', room: null }, reason: 'R', seen: null },
        plan: { name: 'P', replyWithinMs: 1_000_000 },
      }),
    resolved: async () => await action({ type: 'resolve', text: 'Over', seen: null }),
  };

  it.each(Object.entries(STATES))(
    'is refused from anybody else, when it is %s',
    async (_state, begin) => {
      testBot = await startTestBot({ desk: twoCustomers() });
      await testBot.reports();
      await begin();
      const outage = (await testBot.app.store.outages.idByNumber(1001)) ?? '';
      const before = await testBot.app.store.outages.read(outage);
      const overrides = await testBot.app.store.overrides.list();
      const people = [
        ['jonas', TENANT, false],
        ['aiko', TENANT, false],
        ['priya', '7e9a1c00-0000-4000-8000-00000000ffff', true],
        ['maya', '7e9a1c00-0000-4000-8000-00000000ffff', true],
      ] as const;
      for (const [person, tenantId] of people)
        for (const place of [chat(person), desk(), general])
          for (const verb of VERBS) {
            // Whoever belongs to the project may join: it is down for them too.
            if (person === 'jonas' && verb === 'join-outage') continue;
            const filled = {
              person: objectId('jonas'),
              team: 'customer-care',
              number: '1001',
              reason: 'R',
              text: 'T',
              scenario: 'x',
              environment: 'y',
            };
            const more = { phase: 'monitoring', next: '60', choice: '60', what: 'primary', untilDate: '2030-01-01', untilTime: '10:00' };
            const data = {
              outage,
              version: 0,
              draft: outage,
              step: 'review',
              title: 'T',
              room: PLACES.general,
              projects: 'all',
              shown: [outage],
              others: [outage],
              phone: '+45 70 10 20 30',
              ...filled,
              ...more,
            };
            const { status, body } = await testBot.post(
              testBot.activity(person, place, {
                conversation: { id: place.id, conversationType: place.kind, tenantId },
                channelData: { tenant: { id: tenantId } },
                type: 'invoke',
                name: 'adaptiveCard/action',
                replyToId: '1',
                value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
              }),
            );
            expect(status, `${person} ${verb}`).toBe(200);
            expect(body, `${person} ${verb}`).not.toMatch(/Invoices|40 trucks|\+45 32|maya@example|did not work/);
          }
      expect(await testBot.app.store.outages.read(outage)).toEqual(before);
      expect(await testBot.app.store.overrides.list()).toEqual(overrides);
      expect(await testBot.app.store.rooms.all()).toEqual([]);
    },
    20_000,
  );
});

describe('in company', () => {
  it('an acknowledgement by number tells nothing of the outage of another customer', async () => {
    testBot = await startTestBot({ desk: twoCustomers() });
    await testBot.reports('aiko');
    const before = testBot.teams.messages.length;
    const answer = await testBot.says('priya', 'ack OUT-1001', general);
    await testBot.settles();
    expect(answer?.text).toContain('OUT-1001: Priya Nair is on it');
    const there = testBot.teams.messages.slice(before).filter(({ conversationId }) => conversationId === general.id);
    expect(JSON.stringify(there)).not.toMatch(/Invoices|trucks|Harbour|Aiko/);
  });

  it('a check names no project and no person', async () => {
    const change = (text: string) => text.replace('secondary: [tomas]', 'secondary: []');
    testBot = await startTestBot({ desk: testDesk(change) });
    const answer = await testBot.says('priya', '/outage check', general);
    expect(answer?.text).toContain('Ask me that in our own chat');
    expect((await testBot.says('priya', '/outage check', { kind: 'channel', id: PLACES.desk }))?.text).not.toContain('our own chat');
  });

  it('who presses elsewhere than at the desk sees no number of the reporter', async () => {
    testBot = await startTestBot();
    await testBot.reports();
    await testBot.settles();
    const root = testBot.teams.messages.find(({ conversationId }) => conversationId.startsWith(PLACES.desk));
    expect((await testBot.presses('priya', 'Acknowledge', root)).text).toContain('+45 32 12 34 56');
    expect((await testBot.presses('priya', 'Acknowledge', root, {}, general)).text).not.toContain('+45 32 12 34 56');
  });
});
