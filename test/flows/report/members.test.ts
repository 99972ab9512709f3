/** Who may report, as Teams says it: by their account, by the roster of a linked team, and who is none of either. */
import { afterEach, describe, expect, it } from 'vitest';
import {
  ANSWERS,
  answersStep,
  chat,
  objectId,
  type PersonKey,
  PLACES,
  type Place,
  startTestBot,
  TENANT,
  type TestBot,
  teamOf,
  testDesk,
} from '../../support/bot/test-bot.ts';
import type { Account } from '../../support/teams/quirks/roster.ts';

let testBot: TestBot;
afterEach(async () => await testBot.stop());

const OTHER_TENANT = '7e9a1c00-0000-4000-8000-00000000ffff';
const TEAM = teamOf(PLACES.general);
const MAYA = 'maya: { id: a1b2c3d4-0000-4000-8000-000000000001, name: Maya Lindt }';
const FIRST = 'Is this a production outage?';
const NO_MEMBER = 'You are not in any project';

const byAccount = (upn: string) => testDesk((text) => text.replace(MAYA, `maya: { upn: ${JSON.stringify(upn)}, name: Maya Lindt }`));
const byTeam = (change = (text: string) => text) =>
  testDesk((text) => change(text.replace('members: [maya, jonas]', `membersFrom: { team: "${TEAM}" }`)));

const account = (person: PersonKey, more: Partial<Account> = {}): Account => ({
  ...{ id: `29:${person}`, aadObjectId: objectId(person), name: person, email: `${person}@example.com`, tenantId: TENANT },
  ...more,
});
const says = async (person: PersonKey, place: Place = chat(person)) => (await testBot.says(person, '/outage', place))?.text ?? '';
/** What Teams tells of who came and who went, in the General channel of the team. */
const moves = (change: object) =>
  testBot.post(
    testBot.activity(
      'ingrid',
      { kind: 'channel', id: TEAM },
      {
        ...{ type: 'conversationUpdate', ...change },
        channelData: { tenant: { id: TENANT }, team: { id: TEAM }, eventType: 'teamMemberAdded' },
      },
    ),
  );

describe('by their account', () => {
  const isCalled = (userPrincipalName: string, more: Partial<Account> = {}) => {
    Object.assign(testBot.teams.roster.find(({ id }) => id === '29:maya') ?? {}, { userPrincipalName, ...more });
  };

  it('somebody reports who has it, in whatever letters, and is known by the Entra id from then on', async () => {
    testBot = await startTestBot({ desk: byAccount('Maya.Lindt@Contoso.example') });
    isCalled('maya.lindt@contoso.EXAMPLE');
    const receipt = await testBot.reports();
    expect(receipt.text).toContain('OUT-1001: your report has arrived');
    expect((await testBot.app.store.outages.list({ projects: null, personId: objectId('maya'), states: null, limit: 9 })).length).toBe(1);
    expect((await testBot.says('maya', '/outage list'))?.text).toContain('OUT-1001');
  });

  it('a guest reports by the address that was invited', async () => {
    testBot = await startTestBot({ desk: byAccount('maya_lindt@customer.example') });
    isCalled('maya_lindt_customer.example#EXT#@contoso.onmicrosoft.example');
    expect(await says('maya')).toContain(FIRST);
  });

  it('nobody reports whom Teams calls something else, whatever they say of themselves', async () => {
    testBot = await startTestBot({ desk: byAccount('maya@contoso.example') });
    isCalled('mallory@contoso.example', { email: 'maya@contoso.example', name: 'maya@contoso.example' });
    expect(await says('maya')).toContain(NO_MEMBER);
  });

  it.each([
    ['of another tenant in a channel that is shared', { tenantId: OTHER_TENANT }],
    ['who is somebody else', { aadObjectId: objectId('jonas') }],
  ])('the same account %s counts nothing', async (_who, more) => {
    testBot = await startTestBot({ desk: byAccount('maya@contoso.example') });
    isCalled('maya@contoso.example', more);
    expect(await says('maya')).toContain(NO_MEMBER);
  });

  it('Teams is asked once an hour, and not at all for those who are listed by their id', async () => {
    testBot = await startTestBot({ desk: byAccount('maya@contoso.example') });
    isCalled('maya@contoso.example');
    const asked = () => testBot.teams.asked.length;
    await says('maya');
    const once = asked();
    await testBot.says('maya', '/outage list');
    expect(asked()).toBe(once);
    testBot.clock.advance(61 * 60_000);
    await testBot.says('maya', '/outage list');
    expect(asked()).toBe(once + 1);
    await testBot.says('priya', 'help');
    expect(asked()).toBe(once + 1);
  });

  it('where Teams does not answer, what it said last counts for a day, and no longer', async () => {
    testBot = await startTestBot({ desk: byAccount('maya@contoso.example') });
    isCalled('maya@contoso.example');
    expect(await says('maya')).toContain(FIRST);
    testBot.teams.untold.set('a:maya', 500);
    testBot.clock.advance(23 * 3_600_000);
    expect(await says('maya')).toContain(FIRST);
    testBot.clock.advance(2 * 3_600_000);
    const text = await says('maya');
    expect(text).toContain('I could not check your access');
    expect(text).toContain('+45 70 10 20 30');
    testBot.teams.untold.delete('a:maya');
    testBot.clock.advance(31_000);
    expect(await says('maya')).toContain(FIRST);
  });
});

describe('by the roster of a linked team', () => {
  const lives = (...people: Account[]) => void testBot.teams.rosters.set(TEAM, people);

  it('everybody reports who is in it, also on its last page', async () => {
    testBot = await startTestBot({ desk: byTeam() });
    lives(account('priya'), account('tomas'), account('ingrid'), account('jonas'), account('maya'));
    expect(await says('maya')).toContain(FIRST);
    const receipt = await testBot.reports();
    expect(receipt.text).toContain('OUT-1001: your report has arrived');
    expect(testBot.teams.asked.filter((path) => path.includes('pagedmembers'))).toHaveLength(3);
    expect(await says('aiko')).toContain(NO_MEMBER);
  });

  it('a guest of the team is one of them; somebody of another tenant with whom a channel is shared is not', async () => {
    testBot = await startTestBot({ desk: byTeam() });
    lives(
      account('maya', { userPrincipalName: 'maya_customer.example#EXT#@contoso.onmicrosoft.example' }),
      account('jonas', { tenantId: OTHER_TENANT }),
      { id: '28:bot', name: 'Another bot', email: '' },
    );
    expect(await says('maya')).toContain(FIRST);
    expect(await says('jonas')).toContain(NO_MEMBER);
  });

  it('whoever joins reports at once, and whoever leaves no longer does, also when Teams does not answer then', async () => {
    testBot = await startTestBot({ desk: byTeam() });
    lives(account('jonas'));
    expect(await says('maya')).toContain(NO_MEMBER);
    lives(account('jonas'), account('maya'));
    expect(await says('maya')).toContain(NO_MEMBER);
    await moves({ membersAdded: [{ id: '29:maya', aadObjectId: objectId('maya') }] });
    expect(await says('maya')).toContain(FIRST);
    expect(await says('jonas')).toContain(FIRST);
    lives(account('maya'));
    testBot.teams.untold.set(TEAM, 503);
    await moves({ membersRemoved: [{ id: '29:jonas', aadObjectId: objectId('jonas').toUpperCase() }] });
    expect(await says('jonas')).toContain('I could not check your access');
    expect(await says('maya')).toContain(FIRST);
  });

  it('a join of which Teams never told is noticed after a minute, a leave after an hour', async () => {
    testBot = await startTestBot({ desk: byTeam() });
    lives(account('jonas'));
    expect(await says('maya')).toContain(NO_MEMBER);
    lives(account('maya'));
    testBot.clock.advance(61_000);
    expect(await says('maya')).toContain(FIRST);
    // Her question brought the new roster for all.
    expect(await says('jonas')).toContain(NO_MEMBER);
    lives(account('jonas'));
    testBot.clock.advance(59 * 60_000);
    expect(await says('maya')).toContain(FIRST);
    testBot.clock.advance(2 * 60_000);
    expect(await says('maya')).toContain(NO_MEMBER);
  });

  it('where Teams does not answer, whoever was in it last goes on for a day; nobody is met with silence', async () => {
    testBot = await startTestBot({ desk: byTeam() });
    lives(account('maya'));
    expect(await says('maya')).toContain(FIRST);
    testBot.teams.untold.set(TEAM, 500);
    testBot.clock.advance(23 * 3_600_000);
    expect(await says('maya')).toContain(FIRST);
    const unsure = await says('aiko');
    expect(unsure).toContain('I could not check your access');
    expect(unsure).toContain('+45 70 10 20 30');
    testBot.clock.advance(2 * 3_600_000);
    expect(await says('maya')).toContain('I could not check your access');
  });

  it('who leaves while reporting is told so at the next press', async () => {
    testBot = await startTestBot({ desk: byTeam() });
    lives(account('maya'));
    const review = await testBot.reviews();
    lives();
    await moves({ membersRemoved: [{ id: '29:maya', aadObjectId: objectId('maya') }] });
    expect((await testBot.presses('maya', 'Send report', review)).text).toContain(NO_MEMBER);
    await testBot.settles();
    expect(testBot.teams.messages.filter(({ conversationId }) => conversationId.startsWith(PLACES.desk))).toEqual([]);
  });

  it('3.1: what somebody typed on a step when they were taken off is there when they are back', async () => {
    testBot = await startTestBot({ desk: byTeam() });
    lives(account('maya'));
    let shown = (await testBot.says('maya', '/outage')) ?? undefined;
    for (const step of ['confirmation', 'scenario'] as const) shown = await answersStep(testBot, 'maya', shown, ANSWERS[step]);
    lives();
    await moves({ membersRemoved: [{ id: '29:maya', aadObjectId: objectId('maya') }] });
    expect((await testBot.presses('maya', 'Continue', shown, ANSWERS.details)).text).toContain(NO_MEMBER);
    lives(account('maya'));
    await moves({ membersAdded: [{ id: '29:maya' }] });
    const resumed = await testBot.says('maya', '/outage');
    const on = await testBot.presses('maya', 'Continue', resumed ?? undefined);
    expect(JSON.stringify(on.card)).toContain('Since the morning run.');
  });

  it('a channel of the team may be named as well', async () => {
    testBot = await startTestBot({
      desk: byTeam((text) => text.replace(`membersFrom: { team: "${TEAM}" }`, `membersFrom: { team: "${PLACES.general}" }`)),
    });
    testBot.teams.rosters.set(PLACES.general, [account('jonas')]);
    expect(await says('maya')).toContain(NO_MEMBER);
    // The team of a channel is known as soon as somebody says something there.
    await testBot.says('jonas', 'help', { kind: 'channel', id: `${PLACES.general};messageid=1` });
    testBot.teams.rosters.set(PLACES.general, [account('maya')]);
    await moves({ membersAdded: [{ id: '29:maya' }] });
    expect(await says('maya')).toContain(FIRST);
  });
});

it('a check names the team in which the bot is not, and the account that nobody has who ever spoke to it', async () => {
  const desk = testDesk((text) =>
    text
      .replace(MAYA, 'maya: { upn: maya@contoso.example, name: Maya Lindt }')
      .replace('members: [maya, jonas]', `members: [maya]\n    membersFrom: { team: "${TEAM}" }`),
  );
  testBot = await startTestBot({ desk });
  testBot.teams.untold.set(TEAM, 403);
  const checked = async () => (await testBot.says('priya', '/outage check'))?.text ?? '';
  const before = await checked();
  expect(before).toContain('Teams does not let me into the team of Contoso ERP');
  expect(before).toContain('I have not seen the account maya@contoso.example yet.');
  Object.assign(testBot.teams.roster.find(({ id }) => id === '29:maya') ?? {}, { userPrincipalName: 'maya@contoso.example' });
  testBot.teams.rosters.set(PLACES.desk, []).set(PLACES.general, []).set(PLACES.announcements, []);
  expect(await checked()).toContain('I have not seen the account');
  expect(await says('maya')).toContain(FIRST);
  expect(await checked()).not.toContain('I have not seen the account');
});

it('a report on behalf of somebody keeps both names, at the desk and on the reporter’s own card, and is corrected', async () => {
  testBot = await startTestBot();
  const answers = { ...ANSWERS, contact: { ...ANSWERS.contact, onBehalfOf: ' Jonas Weber ' } };
  const review = await testBot.reviews('maya', chat('maya'), answers);
  expect(review.text).toContain('On behalf of\nJonas Weber');
  const receipt = await testBot.presses('maya', 'Send report', review);
  await testBot.settles();
  expect(receipt.text).toContain('Maya Lindt for Jonas Weber');
  const root = () => testBot.teams.text(testBot.teams.messages.find(({ conversationId }) => conversationId.startsWith(PLACES.desk)));
  expect(root()).toContain('Maya Lindt for Jonas Weber');
  expect(JSON.stringify(testBot.teams.in(PLACES.announcements))).not.toContain('Jonas');
  const form = await testBot.presses('maya', 'Correct report', receipt);
  const { contact, details } = ANSWERS;
  const after = await testBot.presses('maya', 'Save correction', form, { ...details, ...contact, onBehalfOf: '' });
  await testBot.settles();
  // It is confirmed what was there, and nothing else has it any more.
  expect(after.text).toContain('On behalf of: was “Jonas Weber”, now nothing');
  expect(after.text.match(/Jonas/g)).toHaveLength(1);
  expect(root()).not.toContain('Jonas');
  expect(testBot.teams.messages.map((message) => testBot.teams.text(message)).join()).toContain(
    'On behalf of\nWas: Jonas Weber\nNow: nothing',
  );
});

describe('an account of another tenant', () => {
  const outside = {
    conversation: { id: 'a:maya', conversationType: 'personal', tenantId: OTHER_TENANT },
    channelData: { tenant: { id: OTHER_TENANT } },
  };

  it('is told which account to use, though the desk file lists the same id', async () => {
    testBot = await startTestBot({ environment: { TENANTS: OTHER_TENANT } });
    await testBot.post({ ...testBot.activity('maya', chat('maya'), { type: 'message', text: '/outage' }), ...outside });
    const text = testBot.teams.text(testBot.teams.in('a:maya').at(-1));
    expect(text).toContain('This account is from another organization');
    expect(text).toContain('+45 70 10 20 30');
    expect(text).not.toMatch(/Contoso Production|Contoso ERP$/m);
  });

  it('opens nothing that somebody of the tenant began, and Teams is not asked for it', async () => {
    testBot = await startTestBot({ desk: byTeam(), environment: { TENANTS: OTHER_TENANT } });
    testBot.teams.rosters.set(TEAM, [account('maya')]);
    const first = await testBot.says('maya', '/outage');
    const before = testBot.teams.asked.length;
    const button = first?.buttons.find(({ title }) => title === 'Yes, all three are true');
    expect(button).toBeDefined();
    const { body } = await testBot.post({
      ...testBot.activity('maya', chat('maya'), {
        ...{ type: 'invoke', name: 'adaptiveCard/action' },
        value: { action: { type: 'Action.Execute', verb: button?.verb, data: button?.data }, trigger: 'manual' },
      }),
      ...outside,
    });
    expect(body).toContain('another organization');
    expect(testBot.teams.asked.length).toBe(before);
  });
});

describe('the phone number of the own region', () => {
  const from = (localTimezone: string) =>
    testBot
      .post(testBot.activity('aiko', chat('aiko'), { type: 'message', text: '/outage', localTimezone }))
      .then(() => testBot.teams.text(testBot.teams.in('a:aiko').at(-1)));

  it('is the first that somebody hears who is refused; the others are there too', async () => {
    testBot = await startTestBot();
    expect(await from('America/Chicago')).toMatch(/call \+1 206 555 0100 \(Americas\)\.[\s\S]*\+45 70 10 20 30/);
    expect(await from('Europe/Paris')).toMatch(/call \+45 70 10 20 30 \(Europe\)\.[\s\S]*\+1 206 555 0100/);
    expect(await from('Asia/Tokyo')).toContain('call +45 70 10 20 30 (Europe) or +1 206 555 0100 (Americas).');
  });

  it('is the first on the card of a report, and when the promise is broken, for the reporter alone', async () => {
    testBot = await startTestBot();
    await testBot.post(testBot.activity('maya', chat('maya'), { type: 'message', text: '/outage', localTimezone: 'America/Chicago' }));
    expect(testBot.teams.text(testBot.teams.in('a:maya').at(-1))).toContain('call +1 206 555 0100 (Americas) or +45');
    const contact = { ...ANSWERS.contact, timeZone: 'America/Chicago' };
    await testBot.presses('maya', 'Send report', await testBot.reviews('maya', chat('maya'), { ...ANSWERS, contact }));
    await testBot.settles();
    await testBot.passes(31);
    const told = testBot.teams
      .in('a:maya')
      .map((message) => testBot.teams.text(message))
      .join('\n');
    expect(told).toContain('Please call +1 206 555 0100 (Americas) or +45 70 10 20 30 (Europe)');
    // Followers need no number; nothing there tells of the reporter's region.
    expect(testBot.teams.text(testBot.teams.in(PLACES.announcements)[0])).not.toMatch(/\+45 70|\+1 206/);
  });
});
