/** The audit: who did what, when and from which client, and who was denied what. The bot writes it; the test reads the store. */
// @module-tag sampled
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openSqlite } from '../../../src/store/sqlite/open.ts';
import type { Store } from '../../../src/store/store.ts';
import { readTrail, type TrailLine } from '../../../src/store/tools/audit-trail.ts';
import { testFolder } from '../../support/bot/bot-process.ts';
import {
  chat,
  objectId,
  type PersonKey,
  PLACES,
  type Place,
  show,
  startTestBot,
  type TestBot,
  testDesk,
  thread,
} from '../../support/bot/test-bot.ts';
import { silentLog } from '../../support/log/silent-log.ts';
import { sample } from '../../support/sample.ts';

let testBot: TestBot;
let file: string;
afterEach(() => testBot.stop());

const start = async (options: Parameters<typeof startTestBot>[0] = {}) => {
  file = path.join(testFolder(), 'desk.sqlite');
  testBot = await startTestBot({
    store: (now) => openSqlite({ file, now, log: silentLog() }),
    environment: { TENANTS: '7e9a1c00-0000-4000-8000-00000000ffff' },
    ...options,
  });
};
const root = () => testBot.teams.messages.find(({ conversationId }) => conversationId.startsWith(PLACES.desk));
const general: Place = { kind: 'channel', id: `${PLACES.general};messageid=1` };
const idOf = async (number: number) => (await testBot.app.store.outages.idByNumber(number)) ?? '';

async function trail(filter: Partial<Parameters<typeof readTrail>[1]> = {}): Promise<TrailLine[]> {
  await testBot.app.auditor.idle();
  const lines: TrailLine[] = [];
  const all = { sinceMs: null, personId: null, outage: null };
  for await (const line of readTrail({ url: '', file, now: testBot.clock.now }, { ...all, ...filter })) lines.push(line);
  return lines;
}
/** People of another tenant are named with their tenant. */
const nameOf = (id: string | null) =>
  (['maya', 'priya', 'tomas', 'ingrid', 'jonas', 'aiko'] as const).find((one) => id?.endsWith(objectId(one)));
/** A denial in short: who, what, why, of which outage, from where. */
const refusals = async () =>
  (await trail()).flatMap((line) =>
    'refused' in line ? [[nameOf(line.person), line.refused, line.why, line.outage ?? line.asked, line.client].join(' | ')] : [],
  );

/** A press as somebody could send it by hand. */
async function forges(person: PersonKey, verb: string, data: object, more: object = {}): Promise<string> {
  const value = { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' };
  const { status, body } = await testBot.post(
    testBot.activity(person, chat(person), { type: 'invoke', name: 'adaptiveCard/action', replyToId: '1', value, ...more }),
  );
  expect(status).toBe(200);
  return body;
}

it('a ticket stands in the record that is exported, until the data of who added it is removed', async () => {
  await start();
  await testBot.reports();
  await testBot.says('priya', 'ticket https://jira.example.com/browse/ERP-42', thread(root()));
  const tickets = async () => (await trail()).flatMap((line) => ('decided' in line && line.ticket ? [[line.decided, line.ticket]] : []));
  expect(await tickets()).toEqual([['ticket-added', { name: 'ERP-42 (jira.example.com)', url: 'https://jira.example.com/browse/ERP-42' }]]);
  await testBot.says('priya', 'resolve It works.', thread(root()));
  await testBot.says('maya', 'it works');
  const outageId = await idOf(1001);
  const endedBefore = testBot.clock.now();
  await testBot.app.engine.handle({ type: 'remove-personal-data', outageId, of: { id: objectId('priya'), name: '' }, endedBefore });
  expect(await tickets()).toEqual([]);
});

describe('whoever is refused', () => {
  beforeEach(async () => {
    await start();
    await testBot.reports();
  });

  /** Each denial, and what the audit has to say of it; nothing else. */
  const REFUSED: readonly (readonly [record: string, act: () => Promise<unknown>])[] = [
    ['jonas | outage-acknowledge | not-permitted | OUT-1001 | card Android', () => testBot.presses('jonas', 'Acknowledge', root())],
    ['jonas | ack | not-permitted | OUT-1001 | command Android', () => testBot.says('jonas', 'ack OUT-1001')],
    ['jonas | ack | not-permitted | OUT-1001 | command Android', () => testBot.says('jonas', 'on it', thread(root()))],
    ['jonas | acknowledge | not-permitted | OUT-1001 | reaction Android', () => testBot.reacts('jonas', root(), 'like')],
    ['aiko | /outage timeline | unknown-outage | OUT-1001 | command other', () => testBot.says('aiko', '/outage timeline OUT-1001')],
    ['aiko | /outage timeline | unknown-outage | OUT-4711 | command other', () => testBot.says('aiko', '/outage timeline OUT-4711')],
    ['aiko | withdraw | unknown-outage | OUT-1001 | command other', () => testBot.says('aiko', 'withdraw OUT-1001')],
    ['aiko | /outage | not-member |  | command other', () => testBot.says('aiko', '/outage')],
    ['aiko | /outage list | not-member |  | command other', () => testBot.says('aiko', '/outage list')],
    [
      'jonas | /outage list | not-here |  | command Android',
      () => testBot.says('jonas', '/outage list', { kind: 'channel', id: '19:else@thread.tacv2' }),
    ],
    ['jonas | /outage setup | not-administrator |  | command Android', () => testBot.says('jonas', '/outage setup')],
    ['jonas | setup-desk | not-administrator |  | card Android', () => forges('jonas', 'setup-desk', {})],
    ['jonas | /outage check | not-permitted |  | command Android', () => testBot.says('jonas', '/outage check')],
    ['jonas | /outage drill | not-permitted |  | command Android', () => testBot.says('jonas', '/outage drill')],
    ['jonas | on-call-take | not-permitted |  | card Android', () => forges('jonas', 'on-call-take', {})],
    ['jonas | report-for | not-permitted |  | card Android', () => forges('jonas', 'report-for', { title: 'T' })],
    ['jonas | report for | not-permitted |  | command Android', () => testBot.says('jonas', 'report for contoso', general)],
    ['priya | /outage check | not-here |  | command Windows', () => testBot.says('priya', '/outage check', general)],
    ['priya | ack | no-thread |  | command Windows', () => testBot.says('priya', 'ack')],
    [
      'aiko | reporter-withdraw | unknown-outage | OUT-1001 | card other',
      async () => forges('aiko', 'reporter-withdraw', { outage: await idOf(1001), version: 0 }),
    ],
    [
      'jonas | reporter-withdraw | not-yours | OUT-1001 | card Android',
      async () => forges('jonas', 'reporter-withdraw', { outage: await idOf(1001), version: 0 }),
    ],
    [
      'jonas | join-leave | not-yours | OUT-1001 | card Android',
      async () => forges('jonas', 'join-leave', { outage: await idOf(1001), version: 0 }),
    ],
    [
      'jonas | report-done | draft-gone | OUT-1001 | card Android',
      async () => forges('jonas', 'report-done', { draft: await idOf(1001), step: 'review' }),
    ],
    [
      'jonas | report-next | draft-gone |  | card Android',
      () => forges('jonas', 'report-next', { draft: '00000000-0000-4000-8000-000000000009', step: 'details' }),
    ],
    ['jonas | unknown | unreadable |  | card Android', () => forges('jonas', 'drop-tables', {})],
    ['jonas | report-next | unreadable |  | card Android', () => forges('jonas', 'report-next', { draft: '7' })],
    [
      'maya | /outage | other-tenant |  | command iOS',
      async () => {
        const tenantId = '7e9a1c00-0000-4000-8000-00000000ffff';
        const conversation = { id: 'a:away', conversationType: 'personal', tenantId };
        await testBot.post(
          testBot.activity('maya', chat('maya'), {
            type: 'message',
            text: '/outage',
            conversation,
            channelData: { tenant: { id: tenantId } },
          }),
        );
      },
    ],
    [
      'aiko | report-outage | not-member |  | message-action other',
      async () => {
        const value = { commandId: 'report-outage', commandContext: 'message', messagePayload: { id: '1', body: { content: 'Down' } } };
        await testBot.post(testBot.activity('aiko', general, { type: 'invoke', name: 'composeExtension/fetchTask', value }));
      },
    ],
    [
      'jonas | report-confirm | old-client |  | card Android',
      async () => void (await testBot.post(testBot.activity('jonas', general, { type: 'message', value: { verb: 'report-confirm' } }))),
    ],
    [
      'tomas | acknowledge | already-acknowledged | OUT-1001 | card Mac',
      async () => {
        await testBot.presses('priya', 'Acknowledge', root());
        await testBot.presses('tomas', 'Acknowledge', root());
      },
    ],
    [
      'tomas | accept | not-offered | OUT-1001 | command Mac',
      async () => {
        await testBot.presses('priya', 'Acknowledge', root());
        await testBot.says('tomas', 'accept', thread(root()));
      },
    ],
  ];

  it.each(sample('refused', REFUSED, 8))('%s: stands there, once', async (record, act) => {
    await act();
    expect(await refusals()).toEqual([record]);
  });

  it('is told nothing by it: what is there and what is not is answered alike', async () => {
    const [there, not] = [await testBot.says('aiko', '/outage timeline OUT-1001'), await testBot.says('aiko', '/outage timeline OUT-4711')];
    expect(there?.card).toEqual(not?.card);
    const press = async (outage: string) => await forges('aiko', 'reporter-show', { outage, version: 0 });
    expect(await press(await idOf(1001))).toBe(await press('00000000-0000-4000-8000-000000000009'));
    expect(await refusals()).toHaveLength(4);
  });

  it('stands there without what they typed', async () => {
    await testBot.says('jonas', 'note The password is hunter2', thread(root()));
    await testBot.says('jonas', 'resolve OUT-1001 The password is hunter2', thread(root()));
    expect(await refusals()).toHaveLength(2);
    expect(JSON.stringify(await trail())).not.toContain('hunter2');
  });

  it('is forgotten after half a year', async () => {
    await testBot.says('jonas', 'ack OUT-1001');
    await testBot.app.retention.step();
    expect(await refusals()).toHaveLength(1);
    testBot.clock.advance(180 * 86_400_000);
    await testBot.app.retention.step();
    expect(await refusals()).toEqual([]);
  });
});

it('whoever has nothing that can be reported is on the record too', async () => {
  await start({ desk: testDesk((text) => text.replaceAll('kind: production', 'kind: sandbox')) });
  await testBot.says('maya', '/outage');
  expect(await refusals()).toEqual(['maya | /outage | not-eligible |  | command iOS']);
});

describe('while nothing can be written down', () => {
  const withAudit = (refused: Store['audit']['refused']) => async (now: () => number) => {
    const store = await openSqlite({ file: ':memory:', now, log: silentLog() });
    return { ...store, audit: { ...store.audit, refused } };
  };

  it('the answer is the same, and the log has it', async () => {
    await start();
    const usual = (await testBot.says('jonas', '/outage check'))?.text;
    await testBot.stop();
    await start({ store: withAudit(() => Promise.reject(new Error('the disk is full'))) });
    expect((await testBot.says('jonas', '/outage check'))?.text).toBe(usual);
    await testBot.app.auditor.idle();
    const lines = testBot.log.filter(({ message }) => message === 'a denial could not be stored');
    expect(lines.map(({ fields }) => fields)).toMatchObject([{ by: objectId('jonas'), what: 'outage-check', reason: 'not-permitted' }]);
  });

  it('nobody waits for it', async () => {
    let free = () => {};
    await start({ store: withAudit(() => new Promise<void>((resolve) => (free = resolve))) });
    expect((await testBot.says('jonas', '/outage check'))?.text).toContain('Only engineers');
    free();
  });
});

describe('whoever does something', () => {
  it('stands in the trail of the whole story with the client that it came from', async () => {
    await start();
    await testBot.reports();
    await testBot.passes(16);
    await testBot.reacts('priya', root(), '1f44d');
    await testBot.says('tomas', 'update We are looking at it', thread(root()));
    await testBot.says('priya', 'resolve It runs again', thread(root()));
    await testBot.settles();
    const own = testBot.teams.in('a:maya').at(-1);
    const card = show(own?.card);
    await testBot.presses('maya', card.buttons.find(({ verb }) => verb === 'reporter-works')?.title ?? 'It works', card);
    const lines = (await trail()).map((line) => ('decided' in line ? [line.decided, nameOf(line.person), line.client, line.outage] : line));
    expect(lines).toEqual([
      ['reported', 'maya', 'card iOS', 'OUT-1001'],
      ['escalated', undefined, null, 'OUT-1001'],
      ['acknowledged', 'priya', 'reaction Windows', 'OUT-1001'],
      ['updated', 'tomas', 'command Mac', 'OUT-1001'],
      ['resolved', 'priya', 'command Windows', 'OUT-1001'],
      ['closed', 'maya', 'card iOS', 'OUT-1001'],
    ]);
    expect(await trail({ personId: objectId('tomas') })).toHaveLength(1);
    expect(await trail({ sinceMs: 60_000 })).toHaveLength(4);
    expect(await trail({ outage: 'OUT-1001' })).toHaveLength(6);
    await expect(trail({ outage: 'OUT-7' })).rejects.toThrow('there is no OUT-7');
  });
});

describe('the timeline', () => {
  const timeline = async (person: PersonKey, place?: Place) => (await testBot.says(person, '/outage timeline OUT-1001', place))?.text ?? '';

  beforeEach(async () => {
    await start();
    await testBot.reports();
    await testBot.presses('jonas', 'Acknowledge', root());
    await testBot.presses('jonas', 'Acknowledge', root());
    await testBot.presses('priya', 'Acknowledge', root());
    await testBot.app.auditor.idle();
  });

  it('tells the desk from where each step came, and what was refused', async () => {
    const text = await timeline('tomas', thread(root()));
    expect(text).toMatch(/Maya Lindt reported it: .* \u00B7 Teams on iOS/);
    expect(text).toMatch(/Priya Nair acknowledged it after .* \u00B7 Teams on Windows/);
    expect(text).toContain('Jonas Weber tried to acknowledge it, 2 times: not allowed \u00B7 Teams on Android');
  });

  it('tells an engineer alone from where, and everybody else neither', async () => {
    const own = await timeline('tomas');
    expect(own).toContain('Teams on iOS');
    expect(own).not.toContain('Jonas Weber');
    for (const text of [await timeline('maya'), await timeline('jonas'), await timeline('priya', general)])
      expect(text).not.toMatch(/Teams on|tried to/);
    expect(await timeline('maya')).toContain('Priya Nair acknowledged it');
  });

  it('counts a client for no more than what it says', async () => {
    const entities = [7, null, { type: 'clientInfo', platform: '**Windows** {{DATE(x)}}' }];
    await forges('priya', 'outage-nothing-new', { outage: await idOf(1001), version: 2 }, { entities });
    expect((await trail()).filter((line) => 'decided' in line).at(-1)).toMatchObject({ decided: 'updated', client: 'card other' });
    testBot.clock.advance(600_000);
    await forges('priya', 'outage-nothing-new', { outage: await idOf(1001), version: 3 }, { entities: 'none' });
    expect((await trail()).filter((line) => 'decided' in line).at(-1)).toMatchObject({ decided: 'updated', client: 'card' });
  });
});
