/** What reaches people of the on-call schedule in Teams and in their calendars: the real bot over HTTP. */
import { hash } from 'node:crypto';
import ICAL from 'ical.js';
import { afterEach, describe, expect, it } from 'vitest';
import { openSqlite } from '../../src/store/sqlite/open.ts';
import { fetched, PUBLIC_URL } from '../support/bot/attaching.ts';
import {
  chat,
  objectId,
  type PersonKey,
  PLACES,
  type Place,
  type Shown,
  startTestBot,
  type TestBot,
  testDesk,
} from '../support/bot/test-bot.ts';
import { inputs } from '../support/cards/walk.ts';
import { fakeClock } from '../support/clock.ts';
import { silentLog } from '../support/log/silent-log.ts';
import { startFakeTeams } from '../support/teams/fake-teams.ts';

let testBot: TestBot;
afterEach(() => testBot.stop());

/** Priya has the week until Monday at 09:00 in Copenhagen, then Tomás; Ingrid is always the duty manager. The clock begins on Sunday at 10:00. */
const turning = (text: string) =>
  text
    .replace(
      '  primary: [priya]\n  secondary: [tomas]\n',
      '  primary: { rotation: [priya, tomas], starts: 2025-12-29, handOver: 09:00, every: 1 week }\n  secondary: { rotation: [tomas, priya], starts: 2025-12-29, handOver: 09:00, every: 1 week }\n',
    )
    .replace('  weekly: off\n', '  weekly: mon 09:00\n');
const desk = () => testDesk(turning);
/** Sunday night: two minutes before the message of the hour before. */
const clockOnMonday = () => fakeClock(Date.parse('2026-01-05T06:58:00Z'));
const chatsOf = (person: string) => [`a:${person}`, `a:chat-with-29:${person}`];
const toldTo = (person: string) =>
  testBot.teams.messages.filter(({ conversationId }) => chatsOf(person).includes(conversationId)).map(testBot.teams.text);
const inDesk = () => testBot.teams.messages.filter(({ conversationId }) => conversationId.startsWith(PLACES.desk)).map(testBot.teams.text);
async function minutes(count: number, ...bots: readonly TestBot[]): Promise<void> {
  for (let left = count; left > 0; left--) {
    testBot.clock.advance(60_000);
    await Promise.all([testBot, ...bots].map(({ app }) => app.onCallMessages.round()));
  }
}

describe('who goes on call', () => {
  it('hears it an hour before and at the start, with who is above; who leaves hears what is open; the desk hears the week', async () => {
    testBot = await startTestBot({ desk: desk(), clock: clockOnMonday() });
    await testBot.reports();
    await testBot.presses(
      'tomas',
      'Acknowledge',
      testBot.teams.messages.find(({ conversationId }) => conversationId.startsWith(PLACES.desk)),
    );
    await testBot.settles();
    const threads = inDesk().length;
    await minutes(3);
    const nine = '{{DATE(2026-01-05T08:00:00Z,SHORT)}}, {{TIME(2026-01-05T08:00:00Z)}}';
    const next = '{{DATE(2026-01-12T08:00:00Z,SHORT)}}, {{TIME(2026-01-12T08:00:00Z)}}';
    const [soon, ...more] = toldTo('tomas').filter((text) => text.includes('go on call soon'));
    expect(more).toEqual([]);
    expect(soon).toContain(`From ${nine} until ${next} you are the primary.`);
    expect(soon).toMatch(
      /Above you: the secondary \(Priya Nair\) and the duty manager \(Ingrid Sørensen\)\.\nTo hand it over, ask a colleague/,
    );
    await minutes(60);
    expect(toldTo('tomas').at(-1)).toContain(
      `You are on call now\nSince ${nine} you are no longer the secondary.\nFrom ${nine} until ${next} you are the primary.`,
    );
    expect(toldTo('priya').at(-1)).toContain('you are the secondary.\nAbove you: the duty manager (Ingrid Sørensen).');
    expect(toldTo('ingrid')).toEqual([]);
    const [week, ...others] = inDesk().slice(threads);
    expect(others).toEqual([]);
    expect(week).toMatch(
      /On call this week\nPrimary\nNow: Tomás Herrera\nSecondary\nNow: Priya Nair\nDuty manager\nNow: Ingrid Sørensen\nNext 30 days\nSomebody is on call at every hour\.\nLast week\n1 outage was reported; it was acknowledged in time\./,
    );
    await minutes(120);
    expect([toldTo('tomas').filter((text) => text.includes('You are on call now')).length, inDesk().length]).toEqual([1, threads + 1]);
  });

  it('by hand: the one who is replaced hears what is open and what they own', async () => {
    testBot = await startTestBot({ desk: desk() });
    await testBot.reports();
    await testBot.presses(
      'priya',
      'Acknowledge',
      testBot.teams.messages.find(({ conversationId }) => conversationId.startsWith(PLACES.desk)),
    );
    await testBot.settles();
    await minutes(1);
    await testBot.app.store.overrides.make({
      personId: objectId('ingrid'),
      target: { level: 'primary' },
      until: testBot.clock.now() + 8 * 3_600_000,
    });
    await minutes(1);
    expect(toldTo('ingrid').at(-1)).toMatch(
      /You are on call now\nFrom .* until .* you are the primary\.\nYou are still the duty manager\.\nNobody is above you\./,
    );
    expect(toldTo('priya').at(-1)).toMatch(
      /You are no longer on call\nSince .* you are no longer the primary\.\n1 outage is open:\nOUT-1001: Acknowledged by Priya Nair\. “Invoices cannot be posted”\nYou own 1 of them, and stay its owner\./,
    );
    const shown = await testBot.presses(
      'priya',
      'Show on-call',
      testBot.teams.messages.findLast(({ conversationId }) => chatsOf('priya').includes(conversationId)),
    );
    expect(shown.text).toContain('Now: Ingrid Sørensen');
  });

  it('hears it once of two bots, also when one of them has just been started', async () => {
    const clock = clockOnMonday();
    const teams = await startFakeTeams(clock.now);
    const store = await openSqlite({ file: ':memory:', now: clock.now, log: silentLog() });
    testBot = await startTestBot({ clock, teams, desk: desk(), store: async () => store });
    const second = await startTestBot({ clock, teams, desk: desk(), store: async () => store });
    await minutes(70, second);
    expect(toldTo('tomas')).toHaveLength(2);
    expect(inDesk()).toHaveLength(1);
    await second.app.stop();
  });

  it('is told to nobody else, and a chat that Teams refuses is found by the check', async () => {
    testBot = await startTestBot({ desk: desk(), clock: clockOnMonday() });
    testBot.teams.failNext(
      { status: 403 },
      { times: 99, matches: ({ path, text }) => path === '/conversations' && text.includes('29:tomas') },
    );
    await minutes(70);
    expect(toldTo('tomas')).toEqual([]);
    expect((await testBot.says('priya', '/outage check'))?.text).toMatch(
      /send direct messages to these people of the on-call schedule: Tomás Herrera/,
    );
  });
});

describe('a calendar', () => {
  const begins = async (environment: Record<string, string> = { PUBLIC_URL }) => {
    testBot = await startTestBot({ desk: desk(), quirks: [], environment });
  };
  const asks = async (person: PersonKey, place: Place = chat(person)): Promise<Shown> => {
    const shown = await testBot.says(person, '/outage on-call', place);
    return await testBot.presses(person, 'Add to calendar', shown ?? undefined, {}, place);
  };
  const makes = async (person: PersonKey, what: string) => await testBot.presses(person, 'Make address', await asks(person), { what });
  const addressOn = (shown: Shown) => String(inputs(shown.card).find(({ id }) => id === 'address')?.value);
  const gets = (address: string, init?: RequestInit) => fetched(testBot, address, init);

  it('is read at a secret address by a client without a token, and only a hash of the address is stored', async () => {
    await begins();
    const made = await makes('priya', 'primary');
    const address = addressOn(made);
    expect(address).toMatch(/^https:\/\/desk\.example\.com\/on-call\/[\w-]{43}\.ics$/);
    const { status, headers, data } = await gets(address);
    expect([status, headers.get('content-type'), headers.get('cache-control')]).toEqual([200, 'text/calendar; charset=utf-8', 'no-store']);
    const events = new ICAL.Component(ICAL.parse(data.toString())).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
    expect(events.slice(0, 2).map(({ summary, startDate }) => `${startDate.toJSDate().toISOString()} ${summary}`)).toEqual([
      '2025-12-21T09:00:00.000Z Primary: nobody',
      '2025-12-29T08:00:00.000Z Primary: Priya Nair',
    ]);
    const head = await gets(address, { method: 'HEAD' });
    expect([head.status, head.data.length]).toEqual([200, 0]);
    const token = /([\w-]{43})\.ics$/.exec(address)?.[1] ?? '';
    const { calendars } = testBot.app.store;
    const found = { personId: objectId('priya'), of: 'primary' };
    expect([await calendars.find(token), await calendars.find(hash('sha256', token))]).toEqual([null, found]);
    expect(JSON.stringify([testBot.log, testBot.teams.messages])).not.toContain(token);
  });

  it('has what was taken by hand at once, for a level and for a person', async () => {
    await begins();
    const addresses = [addressOn(await makes('priya', 'primary')), addressOn(await makes('priya', objectId('ingrid')))];
    await testBot.app.store.overrides.make({
      personId: objectId('ingrid'),
      target: { level: 'primary' },
      until: testBot.clock.now() + 3_600_000,
    });
    const texts = await Promise.all(addresses.map(async (address) => (await gets(address)).data.toString()));
    expect(texts[0]).toContain('SUMMARY:Primary: Ingrid Sørensen');
    expect(texts[1]).toMatch(/DTSTART:20260104T090000Z\r\nDTEND:20260104T100000Z\r\nSUMMARY:On call: Primary/);
  });

  it('is withdrawn by its person, by a new one of the same, and with its person, but not by somebody else', async () => {
    await begins();
    const made = await makes('priya', 'primary');
    const address = addressOn(made);
    const status = async (of = address) => (await gets(of)).status;
    const others = await makes('tomas', 'primary');
    await testBot.presses('tomas', 'Withdraw address', others);
    expect([await status(), await status(addressOn(others))]).toEqual([200, 404]);
    const again = await makes('priya', 'primary');
    expect([await status(), await status(addressOn(again))]).toEqual([404, 200]);
    const withdrawn = await testBot.presses('priya', 'Withdraw address', await asks('priya'), { what: 'primary' });
    expect(withdrawn.text).toContain('The address for Primary no longer works.');
    expect(await status(addressOn(again))).toBe(404);
    expect((await testBot.presses('priya', 'Withdraw address', made)).text).toContain('You have no address for that.');
    const last = addressOn(await makes('priya', 'secondary'));
    await testBot.app.store.personal.forget(objectId('priya'));
    expect(await status(last)).toBe(404);
  });

  it('of an engineer who has left the desk is not served any more', async () => {
    const clock = fakeClock();
    const store = await openSqlite({ file: ':memory:', now: clock.now, log: silentLog() });
    testBot = await startTestBot({ desk: desk(), clock, store: async () => store, environment: { PUBLIC_URL }, quirks: [] });
    const address = addressOn(await makes('ingrid', 'primary'));
    expect((await gets(address)).status).toBe(200);
    const without = testDesk((text) => turning(text).replace('engineers: [priya, tomas, ingrid]', 'engineers: [priya, tomas]'));
    const after = await startTestBot({
      desk: without,
      clock,
      teams: testBot.teams,
      store: async () => store,
      environment: { PUBLIC_URL },
      quirks: [],
    });
    expect((await fetched(after, address)).status).toBe(404);
    await after.app.stop();
  });

  it.each([
    ['nothing', ''],
    ['a letter', 'x'],
    ['without its ending', 'A'.repeat(43)],
    ['as long as a real one', `${'A'.repeat(43)}.ics`],
    ['much too long', 'x'.repeat(5_000)],
    ['nothing that can be decoded', '%00'],
    ['a path', '..%2f..%2fetc%2fpasswd'],
    ['with a question', `${'A'.repeat(43)}.ics?x=1`],
  ])('that is guessed, %s, is answered as what is not there', async (_what, guess) => {
    await begins();
    const { status, headers, data } = await gets(`${PUBLIC_URL}/on-call/${guess}`);
    expect([status, headers.get('cache-control'), data.toString()]).toEqual([404, 'no-store', 'Not found']);
  });

  it('needs an address of the bot; without one it is said so, and nothing is served', async () => {
    await begins({});
    expect((await asks('priya')).said).toContain('calendar apps do not reach me');
    expect((await gets(`${PUBLIC_URL}/on-call/${'A'.repeat(43)}.ics`)).status).toBe(404);
  });

  it('is not for customers, also by a forged press, and not of nobody', async () => {
    await begins();
    const form = await asks('priya');
    expect((await testBot.presses('maya', 'Make address', form, { what: 'primary' })).said).toContain('Only engineers');
    expect((await makes('priya', objectId('maya'))).text).toContain('Choose one.');
    expect(await testBot.app.store.calendars.of(objectId('priya'))).toEqual([]);
  });
});

describe('a calendar that is asked for in a channel', () => {
  it('is shown to nobody else there', async () => {
    testBot = await startTestBot({ desk: desk(), quirks: [], environment: { PUBLIC_URL, TARGETED_MESSAGES: 'on' } });
    const place = { kind: 'channel', id: `${PLACES.general};messageid=1` } as const;
    const shown = await testBot.says('priya', '/outage on-call', place);
    const form = await testBot.presses('priya', 'Add to calendar', shown ?? undefined, {}, place);
    const own = testBot.teams.messages.findLast(({ card }) => JSON.stringify(card).includes('Make address'));
    const made = await testBot.presses('priya', 'Make address', own ?? form, { what: 'primary' }, place);
    expect(made.text).toContain('Your calendar address for: Primary');
    for (const other of ['maya', 'tomas', 'jonas'])
      expect(JSON.stringify(testBot.teams.seenBy(`29:${other}`, place.id))).not.toContain('/on-call/');
  });
});
