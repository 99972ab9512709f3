/** A1: the roster names people otherwise than messages do, and they are still who they are. */
import { afterEach, describe, expect, it } from 'vitest';
import {
  objectId,
  type PersonKey,
  PLACES,
  startTestBot,
  TENANT,
  type TestBot,
  teamOf,
  testDesk,
  thread,
} from '../../support/bot/test-bot.ts';
import type { Account } from '../../support/teams/quirks/roster.ts';
import type { Quirk } from '../../support/teams/quirks/switches.ts';

const TEAM = teamOf(PLACES.general);
const MAYA = 'maya: { id: a1b2c3d4-0000-4000-8000-000000000001, name: Maya Lindt }';
const FIRST = 'Is this a production outage?';

let testBot: TestBot;
afterEach(async () => await testBot.stop());

const account = (person: PersonKey, more: Partial<Account> = {}): Account => ({
  ...{ id: `29:${person}`, aadObjectId: objectId(person).toUpperCase(), name: person, email: `${person}@example.com`, tenantId: TENANT },
  ...more,
});
const begins = async () => (await testBot.says('maya', '/outage'))?.text ?? '';
const deskThread = () => testBot.teams.messages.find(({ conversationId }) => conversationId.startsWith(PLACES.desk));

describe.each<Quirk>(['member by objectId', 'member by both ids'])('A1: where the roster says "%s"', (quirk) => {
  it('the members of a linked team may report', async () => {
    const desk = testDesk((text) => text.replace('members: [maya, jonas]', `membersFrom: { team: "${TEAM}" }`));
    testBot = await startTestBot({ desk, quirks: [quirk] });
    testBot.teams.rosters.set(PLACES.general, [account('jonas'), account('maya')]);
    expect(await begins()).toContain(FIRST);
  });

  it('somebody is known by their account', async () => {
    const desk = testDesk((text) => text.replace(MAYA, 'maya: { upn: maya@contoso.example, name: Maya Lindt }'));
    testBot = await startTestBot({ desk, quirks: [quirk] });
    Object.assign(testBot.teams.roster.find(({ id }) => id === '29:maya') ?? {}, { userPrincipalName: 'maya@contoso.example' });
    expect(await begins()).toContain(FIRST);
  });

  it('an engineer who is mentioned gets the outage', async () => {
    testBot = await startTestBot({ quirks: [quirk] });
    await testBot.reports();
    await testBot.says('priya', 'ack', thread(deskThread()));
    await testBot.says('priya', 'hand over to @tomas', thread(deskThread()));
    await testBot.settles();
    expect((await testBot.app.store.outages.read((await testBot.app.store.outages.idByNumber(1001)) ?? ''))?.outage).toMatchObject({
      offeredTo: { name: 'Tomás Herrera' },
    });
  });

  it('a check finds the people of the desk in its channel', async () => {
    testBot = await startTestBot({ quirks: [quirk] });
    const checked = (await testBot.says('priya', '/outage check'))?.text ?? '';
    expect(checked).not.toContain('but not in the team of the support desk');
    testBot.teams.rosters.set(PLACES.desk, [account('priya')]);
    expect((await testBot.says('priya', '/outage check'))?.text).toContain('but not in the team of the support desk');
  });
});

describe('A1: where the roster leaves the account out', () => {
  const byAccount = () => testDesk((text) => text.replace(MAYA, 'maya: { upn: maya@example.com, name: Maya Lindt }'));

  it('the address counts, which is mostly the same', async () => {
    testBot = await startTestBot({ desk: byAccount(), quirks: ['member without userPrincipalName'] });
    expect(await begins()).toContain(FIRST);
  });

  it('and where it gives the account, the address counts nothing', async () => {
    testBot = await startTestBot({ desk: byAccount(), quirks: [] });
    Object.assign(testBot.teams.roster.find(({ id }) => id === '29:maya') ?? {}, { userPrincipalName: 'mallory@contoso.example' });
    expect(await begins()).not.toContain(FIRST);
  });
});
