/** On-call as a week: each day with its sign, and when nobody is on call, in words, before everything else. */
import { expect, test } from 'vitest';
import { onCallCard } from '../../src/cards/on-call/on-call.ts';
import { PressFailedError, type Turn } from '../../src/commands/command.ts';
import { onCallPresses } from '../../src/commands/on-call/on-call.ts';
import { HORIZON_MS, type Override, weekFrom } from '../../src/desk/on-call/roster.ts';
import { wordsFor } from '../../src/words/words.ts';
import { ofType, textOf } from '../support/cards/walk.ts';
import { SMALL_PEOPLE, smallDesk } from '../support/desk/small-desk.ts';
import { cardText } from '../support/teams/fake-teams.ts';

const words = wordsFor('en');
/** A Wednesday, 18:30 in Copenhagen. */
const NOW = Date.parse('2026-01-07T17:30:00Z');
const WORKDAYS = 'primary: [{ people: [ada], days: [mon, tue, wed, thu, fri] }]';

function draw(primary: string, { overrides = [] as readonly Override[], zone = 'Europe/Copenhagen' } = {}) {
  const desk = smallDesk((text) => text.replace('primary: [ada]', primary).replace('phones:', 'timeZone: Europe/Copenhagen\n  phones:'));
  const shifts = desk.shifts(NOW, NOW + HORIZON_MS, overrides);
  const card = onCallCard({ desk, words, now: NOW, overrides, shifts, week: weekFrom(NOW, zone), zone });
  const columns = ofType(ofType(card, 'ColumnSet')[0], 'Column');
  return { days: columns.map((column) => ofType(column, 'TextBlock').map(textOf).join(' ')), text: cardText(card) };
}

test('16.2 a week has a sign for each day from today on, and its zone', () => {
  const { days, text } = draw('primary: [ada]');
  expect(days).toEqual(['Wed', 'Thu', 'Fri', 'Sat', 'Sun', 'Mon', 'Tue'].map((day) => `${day} \u2713`));
  expect(text).toContain('The next 7 days in Copenhagen (UTC+1)');
});

test('16.2 a day with an hour without anybody is marked, and said in words before who is on call', () => {
  const { days, text } = draw(WORKDAYS);
  expect(days.filter((day) => day.endsWith('\u26A0'))).toEqual(['Sat \u26A0', 'Sun \u26A0']);
  const primary = text.slice(text.indexOf('Tue\n\u2713'));
  expect(primary).toMatch(/^Tue\n\u2713\n\u26A0 Nobody from .*2026-01-09T23:00:00Z.* until .*2026-01-11T23:00:00Z.*\n.*\nNow: Ada Lund\n/);
});

test('16.2 who takes a level fills the hole of that day, and leaves what is beyond', () => {
  const [from, until] = [NOW, Date.parse('2026-01-10T12:00:00Z')];
  const overrides = [{ personId: SMALL_PEOPLE.bob, target: { level: 'primary' }, from, until }] as const;
  const { days, text } = draw(WORKDAYS, { overrides });
  expect(days.slice(2, 5)).toEqual(['Fri \u2713', 'Sat \u26A0', 'Sun \u26A0']);
  expect(text).toMatch(/Nobody from .*2026-01-10T12:00:00Z/);
  expect(text).not.toContain('2026-01-09T23:00:00Z');
});

test('16.2 a hole of which nobody knows the end has none', () => {
  const { text } = draw('primary: [{ people: [ada], days: [thu] }]');
  expect(text).toMatch(/Nobody from [^\n]*2026-01-15T23:00:00Z[^\n]* on\n/);
  expect(text).not.toContain('2026-01-21');
});

test('16.2 the days are those of the reader, whose Saturday may begin earlier', () => {
  const { days } = draw(WORKDAYS, { zone: 'America/New_York' });
  expect(days.slice(0, 5)).toEqual(['Wed \u2713', 'Thu \u2713', 'Fri \u26A0', 'Sat \u26A0', 'Sun \u26A0']);
});

test('16.2 a level with a hole every night names the first four, and counts the others', () => {
  const { text } = draw('primary: [{ people: [ada], hours: 08:00-18:00 }]');
  const primary = text.slice(text.indexOf('Primary'), text.indexOf('Secondary'));
  expect(primary.match(/Nobody from/g)).toHaveLength(4);
  expect(primary).toContain('And 11 more\n');
});

test('16.6: the form that comes back while the store is away has the hours of the day that was chosen', async () => {
  const away = async () => await Promise.reject(new Error('the database is gone'));
  const forms = { remember: () => undefined };
  const more = {
    actor: { id: SMALL_PEOPLE.ada, name: 'Ada Lund', roles: ['engineer'] },
    place: { kind: 'personal' },
    timeZone: 'Europe/London',
  };
  const turn = { desk: smallDesk(), words, outages: { now: away }, overrides: { list: away }, forms, ...more } as unknown as Turn;
  const entered = { what: 'primary', untilDate: '2026-01-08', untilTime: '08:00' };
  const failure = await onCallPresses['on-call-take'].run(entered, turn).catch((error: unknown) => error);
  if (!(failure instanceof PressFailedError)) throw failure;
  // In 1970 London was an hour ahead all year.
  expect(JSON.stringify(failure.redraw(''))).toContain('Until what time in London (UTC)?');
});
