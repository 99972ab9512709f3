/** The calendars, as a public parser of iCalendar reads them, beside what the desk says at each moment. */
import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import type { Desk } from '../../src/desk/desk.ts';
import type { Override } from '../../src/desk/on-call/roster.ts';
import { drawCalendar } from '../../src/on-call/calendar.ts';
import { LEVELS } from '../../src/outage/types/values.ts';
import { wordsFor } from '../../src/words/words.ts';
import { SMALL_PEOPLE, smallDesk } from '../support/desk/small-desk.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const { ada, bob, mia } = SMALL_PEOPLE;
const NAMES = new Map<string, string>([ada, bob].map((id, index) => [id, ['Ada Lund', 'Bob Hall'][index] ?? '']));
const words = wordsFor('en');

const deskWith = (onCall: string): Desk => smallDesk((text) => text.replace('  primary: [ada]\n', onCall));
const TURNS = deskWith(
  `  primary: { rotation: [ada, bob], starts: 2026-01-05, handOver: 09:00, every: 1 week, timeZone: Europe/Copenhagen }
  secondary: [{ people: [bob], hours: 20:00-08:00, timeZone: America/New_York }, { people: [ada], hours: 08:00-20:00, timeZone: America/New_York, days: [mon, tue, wed, thu, fri] }]
  duty-manager: [ada, bob]
`,
);
/** Both zones change their clocks around it. */
const NOW = Date.parse('2026-03-20T12:00:00Z');

type Event = { readonly uid: string; readonly from: number; readonly until: number; readonly summary: string };
function read(text: string | null): { readonly name: unknown; readonly events: readonly Event[] } {
  const calendar = new ICAL.Component(ICAL.parse(text ?? ''));
  const events = calendar.getAllSubcomponents('vevent').map((one): Event => {
    const { uid, startDate, endDate, summary } = new ICAL.Event(one);
    return { uid, from: startDate.toJSDate().getTime(), until: endDate.toJSDate().getTime(), summary };
  });
  return { name: calendar.getFirstPropertyValue('x-wr-calname'), events };
}
const calendar = (of: string, { desk = TURNS, now = NOW, overrides = [] as readonly Override[] } = {}) =>
  read(drawCalendar({ desk, words, of, overrides, now, host: 'desk.example.com' }));
const during = (events: readonly Event[], at: number) =>
  events.filter(({ from, until }) => from <= at && at < until).map(({ summary }) => summary);

describe('a calendar', () => {
  test('says of a level who has it at each moment, and of a person which levels they have, with what was taken by hand', () => {
    const moment = fc.integer({ min: NOW - 14 * DAY_MS, max: NOW + 60 * DAY_MS - 1 });
    const override = fc.record({
      by: fc.constantFrom(ada, bob),
      level: fc.option(fc.constantFrom(...LEVELS)),
      from: fc.integer({ min: NOW - 16 * DAY_MS, max: NOW }),
      hours: fc.integer({ min: 1, max: 300 }),
    });
    fc.assert(
      fc.property(fc.array(override, { maxLength: 4 }), fc.array(moment, { minLength: 20, maxLength: 20 }), (made, moments) => {
        const overrides = made
          .map(({ by, level, from, hours }): Override => {
            const target = level ? { level } : { insteadOf: by === ada ? bob : ada };
            return { personId: by, target, from, until: from + hours * HOUR_MS };
          })
          .sort((one, other) => one.from - other.from);
        const ofLevels = LEVELS.map((level) => calendar(level, { overrides }).events);
        const ofPeople = [ada, bob].map((id) => calendar(id, { overrides }).events);
        for (const at of moments) {
          const onCall = TURNS.onCall('', at, overrides);
          LEVELS.forEach((level, index) => {
            const people = onCall[level].map(({ name }) => name).join(', ') || 'nobody';
            expect(during(ofLevels[index] ?? [], at)).toEqual([`${words.onCall.title[level]}: ${people}`]);
          });
          [ada, bob].forEach((id, index) => {
            const levels = LEVELS.filter((level) => onCall[level].some((one) => one.id === id));
            expect(during(ofPeople[index] ?? [], at)).toEqual(levels.map((level) => `On call: ${words.onCall.title[level]}`));
          });
        }
      }),
      { numRuns: 15 },
    );
  });

  test('keeps the names of its events from day to day, also of what begins long ago or has no end', () => {
    for (const whose of [...LEVELS, ada, bob]) {
      const [today, tomorrow] = [calendar(whose), calendar(whose, { now: NOW + DAY_MS })];
      const kept = today.events.filter(({ from, until }) => tomorrow.events.some((one) => one.from < until && from < one.until));
      expect(kept.length).toBeGreaterThan(0);
      const uids = tomorrow.events.map(({ uid }) => uid);
      for (const { uid, until } of kept) if (until > NOW - 13 * DAY_MS) expect(uids).toContain(uid);
      expect(new Set(uids).size).toBe(uids.length);
    }
    expect(calendar('duty-manager').events).toEqual([
      {
        uid: 'duty-manager-always@desk.example.com',
        from: NOW - 14 * DAY_MS,
        until: NOW + 60 * DAY_MS,
        summary: 'Duty manager: Ada Lund, Bob Hall',
      },
    ]);
  });

  test('has the last 14 days and the next 60, by the clock of the rotation on both sides of a change of clocks', () => {
    const { events } = calendar('primary');
    expect(events.slice(0, 3).map(({ from, summary }) => `${new Date(from).toISOString()} ${summary}`)).toEqual([
      '2026-03-02T08:00:00.000Z Primary: Ada Lund',
      '2026-03-09T08:00:00.000Z Primary: Bob Hall',
      '2026-03-16T08:00:00.000Z Primary: Ada Lund',
    ]);
    expect(events.slice(4, 5).map(({ from }) => new Date(from).toISOString())).toEqual(['2026-03-30T07:00:00.000Z']);
    expect(events.at(-1)?.until).toBe(NOW + 60 * DAY_MS);
  });

  test('has a name, no local times, lines that fold, and names that nobody takes for properties', () => {
    const evil = `Ada; Lund, \\n "x"\r\nATTACH:https://attacker.example/${'ø'.repeat(200)}`;
    const desk = smallDesk((text) => text.replace('name: Ada Lund', `name: ${JSON.stringify(evil)}`));
    const text = drawCalendar({ desk, words, of: 'primary', overrides: [], now: NOW, host: 'desk.example.com' }) ?? '';
    expect(read(text).events[0]?.summary).toContain('Ada; Lund, ');
    expect(text).not.toMatch(/^ATTACH/m);
    expect(text.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    expect(text.match(/^DT(?:START|END|STAMP).*$/gm)).toEqual([...Array(3)].map(() => expect.stringMatching(/^\w+:\d{8}T\d{6}Z$/)));
    expect(read(text).name).toBe('On call: Primary');
    expect(text).toContain('TRANSP:TRANSPARENT');
  });

  test('of nobody whom the desk file knows is none; of an engineer who is never on call it is empty', () => {
    for (const nobody of [mia, 'king', ''])
      expect(drawCalendar({ desk: TURNS, words, of: nobody, overrides: [], now: NOW, host: 'x' })).toBeNull();
    expect(calendar(bob, { desk: smallDesk() })).toEqual({ name: `On call: ${NAMES.get(bob)}`, events: [] });
  });
});
