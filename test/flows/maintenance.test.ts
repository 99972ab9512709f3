/** Planned maintenance: engineers plan it, who begins a report meanwhile reads of it, and who follows hears when it begins and ends. */
import { afterEach, describe, expect, it } from 'vitest';
import { chat, PLACES, type Place, type Shown, startTestBot, type TestBot, testDesk, withHarbour } from '../support/bot/test-bot.ts';
import { inputs } from '../support/cards/walk.ts';

let testBot: TestBot;
afterEach(async () => await testBot.stop());

const desk: Place = { kind: 'channel', id: PLACES.desk };
/** The clock begins at 4 January 2026, 09:00 UTC: 10:00 in Copenhagen, where these people are. */
const TODAY = '2026-01-04';
const UPDATE = { where: 'contoso-erp', what: 'Update to version 10.0.44' };
const untilNoon = { ...UPDATE, fromDate: TODAY, fromTime: '10:00', untilDate: TODAY, untilTime: '12:00' };
const macro = (time: string) => `{{DATE(2026-01-04T${time}:00Z,SHORT)}}, {{TIME(2026-01-04T${time}:00Z)}}`;

const asks = (person: 'priya' | 'maya' = 'priya', text = '/outage maintenance', place = chat(person)) =>
  testBot.says(person, text, place).then((shown) => shown ?? undefined);
const saves = async (entered: Record<string, string>, form?: Shown) =>
  await testBot.presses('priya', 'Save maintenance', form ?? (await asks()), entered);
async function passes(minutes: number): Promise<void> {
  await testBot.passes(minutes);
  while ((await testBot.app.maintenance.round()) > 0);
}
/** What rooms that follow were told of maintenance. */
const told = (room: 'general' | 'announcements' = 'general') =>
  testBot.teams.messages.filter(
    ({ conversationId, summary }) => conversationId.startsWith(PLACES[room]) && summary.startsWith('Maintenance'),
  );
const headings = () => told().map(({ summary }) => summary.replace(/\..*$/s, ''));
const filled = (shown: Shown | undefined) =>
  Object.fromEntries(inputs(shown?.card).map(({ id, value }) => [String(id), String(value ?? '')]));
const begins = (person: 'maya' | 'aiko' = 'maya') => testBot.says(person, '/outage').then((shown) => shown ?? undefined);

describe('maintenance that an engineer plans', () => {
  it('is told to those who follow when it begins and when it ends, once each, also by a bot that was restarted', async () => {
    testBot = await startTestBot();
    const saved = await saves({ ...untilNoon, fromTime: '11:00' });
    expect(saved.text).toContain(`Saved: Contoso ERP, ${macro('10:00')} to ${macro('11:00')}.`);
    expect(saved.text).toContain(`Contoso ERP, ${macro('10:00')} to ${macro('11:00')}: “Update to version 10.0.44”, planned by Priya Nair`);
    await passes(59);
    expect(told()).toEqual([]);
    await passes(2);
    expect(headings()).toEqual(['Maintenance has begun: Contoso ERP']);
    expect(testBot.teams.text(told()[0])).toContain(`it runs until ${macro('11:00')}`);
    expect(testBot.teams.text(told()[0])).toContain('Update to version 10.0.44');
    // Another bot on the same store, which has just been started.
    const { buildApp } = await import('../../src/app.ts');
    const { readConfig } = await import('../../src/config.ts');
    const { silentLog } = await import('../support/log/silent-log.ts');
    const config = readConfig({ PORT: '0', SERVICE_URL: testBot.teams.serviceUrl }, true);
    const second = await buildApp(config, testBot.desk, silentLog(), { store: testBot.app.store, now: testBot.clock.now });
    expect(await second.maintenance.round()).toBe(0);
    await passes(61);
    expect(await second.maintenance.round()).toBe(0);
    expect(headings()).toEqual(['Maintenance has begun: Contoso ERP', 'Maintenance is over: Contoso ERP']);
    expect(told('announcements')).toHaveLength(2);
    expect(testBot.teams.text(told()[1])).toContain('if something does not work now, report it');
    await passes(120);
    expect(told()).toHaveLength(2);
  });

  it('fills in the form with a time that was typed, and stays a title with any other words', async () => {
    testBot = await startTestBot();
    const at = async (text: string) => filled(await asks('priya', text));
    const from = { fromDate: TODAY, fromTime: '10:00', untilDate: TODAY };
    expect(await at('/outage maintenance until 14:30')).toMatchObject({ ...from, untilTime: '14:30' });
    expect(await at('/outage maintenance 14.30')).toMatchObject({ ...from, untilTime: '14:30' });
    // That time has passed today.
    expect(await at('/outage maintenance until 09:00')).toMatchObject({ untilDate: '2026-01-05', untilTime: '09:00' });
    expect(await at('/outage maintenance 22:00-01:30')).toMatchObject({ fromTime: '22:00', untilDate: '2026-01-05', untilTime: '01:30' });
    expect(await at('/outage maintenance from 13:00')).toMatchObject({ fromTime: '13:00', untilDate: TODAY });
    for (const words of ['maintenance broke production', 'maintenance at 14:00 broke it', 'maintenance 14']) {
      expect((await testBot.says('maya', `/outage ${words}`))?.text).toContain(words);
      await testBot.says('maya', 'cancel');
    }
  });

  it('is for engineers, where no customer reads it', async () => {
    testBot = await startTestBot();
    expect((await asks('maya'))?.text).toContain('Only engineers of the support desk');
    const form = await asks();
    const forged = await testBot.presses('maya', 'Save maintenance', form, untilNoon, chat('maya'));
    expect(forged.said).toContain('Only engineers of the support desk');
    const general: Place = { kind: 'channel', id: PLACES.general };
    expect((await asks('priya', '/outage maintenance', general))?.text).toContain('in our own chat');
    expect((await testBot.presses('priya', 'Save maintenance', form, untilNoon, general)).said).toContain('in our own chat');
    expect((await asks('priya', '/outage maintenance', desk))?.text).toContain('Planned maintenance');
    expect(await testBot.app.store.maintenance.list()).toEqual([]);
  });

  it('is changed by saving it anew for the same place, and ended early; both are told', async () => {
    testBot = await startTestBot();
    await saves(untilNoon);
    await passes(1);
    await saves({ ...untilNoon, untilTime: '13:00' });
    // A second tap changes nothing.
    await saves({ ...untilNoon, untilTime: '13:00' });
    await passes(1);
    expect(headings()).toEqual(['Maintenance has begun: Contoso ERP', 'Maintenance was changed: Contoso ERP']);
    expect(testBot.teams.text(told()[1])).toContain(`it runs until ${macro('12:00')}`);
    const [window] = await testBot.app.store.maintenance.list();
    const again = await asks();
    expect((await testBot.presses('priya', 'End it now', again)).text).toContain('Choose one');
    expect((await testBot.presses('priya', 'End it now', again, { window: window?.id ?? '' })).text).toContain('It is over.');
    expect((await testBot.presses('priya', 'End it now', again, { window: window?.id ?? '' })).text).toContain('has ended already');
    await passes(1);
    expect(headings().at(-1)).toBe('Maintenance is over: Contoso ERP');
    expect(told()).toHaveLength(3);
  });

  it('that nobody could tell in time is left out; a room that Teams refused for now is told a little later', async () => {
    testBot = await startTestBot();
    await saves({ ...untilNoon, untilTime: '15:00' });
    testBot.clock.advance(61 * 60_000);
    await passes(0.5);
    expect(told()).toEqual([]);
    await passes(4 * 60);
    expect(told()).toEqual([]);
    const matches = ({ text }: { text: string }) => text.includes('Maintenance has begun') && text.includes('@thread.tacv2');
    testBot.teams.failNext({ status: 429, headers: { 'retry-after': '20' } }, { times: 1, matches });
    await saves({ ...untilNoon, fromTime: '15:00', untilTime: '18:00' });
    await passes(1);
    expect(told('announcements')).toHaveLength(1);
    await passes(2);
    expect(headings()).toEqual(['Maintenance has begun: Contoso ERP']);
  });

  it.each([
    ['an end before its begin', { untilTime: '09:00' }, 'It must end after it begins.'],
    ['an end that has passed', { fromTime: '08:00', untilTime: '09:00' }, 'This has passed. Choose a later end.'],
    ['months', { untilDate: '2026-04-04' }, 'This is longer than 14 days.'],
    ['a begin in the next century', { fromDate: '2126-01-04', untilDate: '2126-01-04' }, 'This is more than a year away.'],
    ['no day', { fromDate: 'soon' }, 'Choose a day and a time.'],
    ['no time', { untilTime: '' }, 'Choose a day and a time.'],
    ['a place that is none', { where: 'contoso-erp/moon' }, 'Choose one from the list.'],
    ['no text', { what: '  ' }, 'Say what is done, in at most 200 characters.'],
    ['a long text', { what: 'x'.repeat(201) }, 'Say what is done, in at most 200 characters.'],
  ])('with %s comes again with what is wrong', async (_what, wrong, says) => {
    testBot = await startTestBot();
    const shown = await saves({ ...untilNoon, ...wrong });
    expect(shown.text).toContain(says);
    expect(await testBot.app.store.maintenance.list()).toEqual([]);
    expect((await saves(untilNoon, shown)).text).toContain('Saved: Contoso ERP');
  });

  it('does not overlap another one of the same environment', async () => {
    testBot = await startTestBot();
    await saves({ ...untilNoon, where: 'contoso-erp/production' });
    const wrong = await saves({ ...untilNoon, fromTime: '11:00', untilTime: '13:00' });
    expect(wrong.text).toContain(`There is maintenance from ${macro('09:00')} to ${macro('11:00')} already.`);
    expect((await saves({ ...untilNoon, where: 'contoso-erp/sandbox' })).text).toContain('Saved: Contoso ERP, Contoso Sandbox');
    expect((await saves({ ...untilNoon, fromTime: '12:00', untilTime: '13:00' })).text).toContain('Saved: Contoso ERP, ');
  });
});

describe('a report while maintenance runs', () => {
  it('says so on its first card in the zone of its reader, and asks whether it is that', async () => {
    testBot = await startTestBot();
    await saves({ ...untilNoon, where: 'contoso-erp/production' });
    const first = await begins();
    expect(first?.text).toContain('Planned maintenance runs until 12:00 (Copenhagen time). Is that what you see?');
    expect(first?.text).toContain('Contoso ERP, Contoso Production, until 12:00 (Copenhagen time): “Update to version 10.0.44”');
    const left = await testBot.presses('maya', 'Yes, it is maintenance', first);
    expect(left.text).toContain('Nothing was sent. If it still does not work when the maintenance is over, report it.');
    testBot.clock.advance(3 * 3_600_000);
    expect((await begins())?.text).not.toContain('maintenance');
  });

  it('is an outage like any other when it is sent, and the card of the desk says what ran', async () => {
    testBot = await startTestBot();
    await saves(untilNoon);
    const receipt = await testBot.reports();
    expect(receipt.text).toContain('OUT-1001: your report has arrived');
    const [root] = testBot.teams.messages.filter(({ conversationId }) => conversationId.startsWith(PLACES.desk));
    expect(testBot.teams.text(root)).toMatch(
      /Maintenance\nIt was running when this was reported, until \{\{TIME\(2026-01-04T11:00:00Z\)\}\}: “Update to version 10\.0\.44”/,
    );
    await testBot.passes(15);
    expect(testBot.teams.messages.some(({ summary }) => /please acknowledge/.test(summary))).toBe(true);
    const others = testBot.teams.messages.filter(({ conversationId }) => !/^19:support-desk|^a:priya/.test(conversationId));
    expect(others.length).toBeGreaterThan(0);
    expect(others.map(testBot.teams.text).join('\n')).not.toContain('10.0.44');
  });

  it('of another customer, or of an environment that is not maintained, shows nothing of it', async () => {
    testBot = await startTestBot({ desk: testDesk((text) => withHarbour(text)) });
    await saves({ ...untilNoon, where: 'contoso-erp/sandbox', untilTime: '10:30' });
    expect((await begins())?.text).not.toContain('10.0.44');
    testBot.clock.advance(31 * 60_000);
    await saves(untilNoon);
    expect((await begins())?.text).toContain('10.0.44');
    expect((await begins('aiko'))?.text).not.toMatch(/10\.0\.44|maintenance/i);
  });
});

describe('maintenance of the desk file', () => {
  const planned = (until: string, more = '') =>
    testDesk((text) =>
      text.replace(
        '    plan: premier\n    members: [maya, jonas]',
        `    plan: premier\n    members: [maya, jonas]\n    maintenance:\n      - { from: 2026-01-04 11:00, until: 2026-01-04 ${until}, timeZone: Europe/Copenhagen, what: Update }\n${more}`,
      ),
    );
  /** Stops the bot, and starts it with another desk file on the same store. */
  async function restarts(with_: ReturnType<typeof testDesk>): Promise<void> {
    const { store } = testBot.app;
    const { teams, clock } = testBot;
    testBot = await startTestBot({ desk: with_, teams, clock, store: async () => store });
  }

  it('is told like any other, also when another desk file changes it, ends it early or has no such project', async () => {
    testBot = await startTestBot({ desk: planned('13:00') });
    await passes(61);
    expect(headings()).toEqual(['Maintenance has begun: Contoso ERP']);
    const shown = await asks();
    expect(shown?.text).toContain('planned in the desk file (to change it, change that file and restart me)');
    expect(shown?.buttons.map(({ title }) => title)).not.toContain('End it now');
    await restarts(planned('13:00'));
    await passes(1);
    expect(told()).toHaveLength(1);
    await restarts(planned('14:00'));
    await passes(1);
    expect(headings().at(-1)).toBe('Maintenance was changed: Contoso ERP');
    await restarts(testDesk());
    await passes(1);
    expect(headings()).toEqual([
      'Maintenance has begun: Contoso ERP',
      'Maintenance was changed: Contoso ERP',
      'Maintenance is over: Contoso ERP',
    ]);
  });

  it('of a project that the file does not have any more is told to nobody, and engineers read why', async () => {
    testBot = await startTestBot({ desk: testDesk((text) => withHarbour(text)) });
    await saves({ ...untilNoon, where: 'harbour', fromTime: '11:00' });
    await restarts(testDesk());
    await passes(61);
    expect(told()).toEqual([]);
    expect((await asks())?.text).toContain('of a project that is not in the desk file any more, so nobody is told');
  });
});
