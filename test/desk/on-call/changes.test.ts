/** Which messages about the on-call schedule are due, and when. The points in time were worked out by hand. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Desk } from '../../../src/desk/desk.ts';
import { changesIn, type DueNotice, dueNotices, LATE_MS, type OnCallNotice } from '../../../src/desk/on-call/changes.ts';
import { lastWeekly } from '../../../src/desk/on-call/local-time.ts';
import type { Override } from '../../../src/desk/on-call/roster.ts';
import { SMALL_PEOPLE, smallDesk } from '../../support/desk/small-desk.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const at = (iso: string) => Date.parse(iso);
const { ada, bob } = SMALL_PEOPLE;

const deskWith = (onCall: string, messages = '{ weekly: off }', zone = 'UTC'): Desk =>
  smallDesk((text) =>
    text
      .replace('  primary: [ada]\n', onCall)
      .replace('phones:', `timeZone: ${zone}\n  phones:`)
      .replace('people:', `onCallMessages: ${messages}\npeople:`),
  );
const rotation = (zone: string, more: string) => `  primary: { rotation: [ada, bob], timeZone: ${zone}, ${more} }\n`;
const nameOf = (id: string) => (id === ada ? 'ada' : id === bob ? 'bob' : id || 'desk');
const say = ({ notice: { kind, personId }, change }: DueNotice) =>
  [kind, nameOf(personId), ...(change ? [`+${change.gained.join('+')}`, `-${change.lost.join('-')}`] : [])].join(' ');

/** What a bot tells that looks at these moments; overrides count from their beginning on. */
function told(
  desk: Desk,
  moments: readonly number[],
  { overrides = [] as readonly Override[], since = 0 } = {},
): { readonly at: number; readonly notice: DueNotice }[] {
  const all: { at: number; notice: DueNotice }[] = [];
  for (const now of moments) {
    const known = overrides.filter(({ from }) => from <= now);
    const before = all.map(({ notice }) => notice.notice);
    for (const notice of dueNotices(desk, { now, overrides: known, told: before, since })) all.push({ at: now, notice });
  }
  return all;
}
const every = (stepMs: number, from: string, until: string) =>
  Array.from({ length: Math.floor((at(until) - at(from)) / stepMs) + 1 }, (_none, index) => at(from) + index * stepMs);
const lines = (all: ReturnType<typeof told>) => all.map((one) => `${new Date(one.at).toISOString().slice(0, 16)}Z ${say(one.notice)}`);

describe('who goes on call and who leaves', () => {
  test('hears it an hour before and at the start, by the clock of the rotation over a change of clocks', () => {
    // Copenhagen: 29 March 2026, 02:00 becomes 03:00 at 01:00 UTC. New York changes three weeks earlier.
    const desk = deskWith(rotation('Europe/Copenhagen', 'starts: 2026-03-23, handOver: 09:00, every: 1 week'));
    expect(lines(told(desk, every(5 * MINUTE_MS, '2026-03-23T06:00:00Z', '2026-03-31T00:00:00Z')))).toEqual([
      '2026-03-23T07:00Z before ada +primary -',
      '2026-03-23T08:00Z change ada +primary -',
      '2026-03-30T06:00Z before bob +primary -',
      '2026-03-30T07:00Z change ada + -primary',
      '2026-03-30T07:00Z change bob +primary -',
    ]);
  });

  test('hears it on the day that has no 02:30, and once on the day that has two', () => {
    const spring = deskWith(rotation('Europe/Copenhagen', 'starts: 2026-03-28, handOver: 02:30, every: 1 day'));
    expect(lines(told(spring, every(MINUTE_MS, '2026-03-29T00:00:00Z', '2026-03-29T03:00:00Z')))).toEqual([
      '2026-03-29T00:30Z before bob +primary -',
      '2026-03-29T01:30Z change ada + -primary',
      '2026-03-29T01:30Z change bob +primary -',
    ]);
    const autumn = deskWith(rotation('Europe/Copenhagen', 'starts: 2026-10-24, handOver: 02:30, every: 1 day'));
    expect(lines(told(autumn, every(MINUTE_MS, '2026-10-24T23:00:00Z', '2026-10-25T02:00:00Z')))).toEqual([
      '2026-10-24T23:30Z before bob +primary -',
      '2026-10-25T00:30Z change ada + -primary',
      '2026-10-25T00:30Z change bob +primary -',
    ]);
  });

  test('is told nothing where it never changes, also where several entries or a rotation of one say it', () => {
    const always = deskWith(
      '  primary: [{ people: [ada] }, { people: [ada], hours: 08:00-20:00 }]\n  secondary: { rotation: [bob], starts: 2025-12-01, handOver: 09:00, every: 1 day }\n',
    );
    expect(told(always, every(10 * MINUTE_MS, '2026-01-04T00:00:00Z', '2026-01-06T00:00:00Z'))).toEqual([]);
  });

  test('has one message for several levels, and one for a change from a level to another', () => {
    const turns = (people: string) => `{ rotation: [${people}], starts: 2026-01-05, handOver: 09:00, every: 1 day }`;
    const both = deskWith(`  primary: ${turns('ada, bob')}\n  duty-manager: ${turns('ada, bob')}\n`);
    expect(lines(told(both, every(MINUTE_MS, '2026-01-05T07:00:00Z', '2026-01-05T10:00:00Z')))).toEqual([
      '2026-01-05T08:00Z before ada +primary+duty-manager -',
      '2026-01-05T09:00Z change ada +primary+duty-manager -',
    ]);
    const swapped = deskWith(`  primary: ${turns('ada, bob')}\n  secondary: ${turns('bob, ada')}\n`);
    expect(lines(told(swapped, every(MINUTE_MS, '2026-01-06T08:00:00Z', '2026-01-06T10:00:00Z')))).toEqual([
      '2026-01-06T08:00Z before ada +secondary -primary',
      '2026-01-06T08:00Z before bob +primary -secondary',
      '2026-01-06T09:00Z change ada +secondary -primary',
      '2026-01-06T09:00Z change bob +primary -secondary',
    ]);
  });
});

describe('a bot that was down', () => {
  const desk = deskWith(rotation('UTC', 'starts: 2026-01-05, handOver: 09:00, every: 1 day'));
  const looks = (...times: string[]) => lines(told(desk, times.map(at)));

  test('tells late what is still of use, and leaves out the rest', () => {
    expect(looks('2026-01-05T07:00:00Z', '2026-01-05T08:49:00Z')).toEqual(['2026-01-05T08:49Z before ada +primary -']);
    expect(looks('2026-01-05T07:00:00Z', '2026-01-05T08:50:00Z', '2026-01-05T09:40:00Z')).toEqual([
      '2026-01-05T09:40Z change ada +primary -',
    ]);
    expect(looks('2026-01-05T10:00:00.000Z')).toEqual(['2026-01-05T10:00Z change ada +primary -']);
    expect(looks('2026-01-05T10:00:00.001Z')).toEqual([]);
  });

  test('tells nobody that they are on call who is not any more', () => {
    const short = deskWith('  primary: [{ people: [ada], hours: 09:00-09:20 }]\n');
    expect(lines(told(short, [at('2026-01-05T08:00:00Z'), at('2026-01-05T09:30:00Z'), at('2026-01-05T09:31:00Z')]))).toEqual([
      '2026-01-05T08:00Z before ada +primary -',
      '2026-01-05T09:30Z change ada + -primary',
    ]);
  });

  test('tells nothing after a restore that was due before it', () => {
    const since = at('2026-01-05T09:10:00Z');
    expect(lines(told(desk, every(MINUTE_MS, '2026-01-05T09:10:00Z', '2026-01-06T09:00:00Z'), { since }))).toEqual([
      '2026-01-06T08:00Z before bob +primary -',
      '2026-01-06T09:00Z change ada + -primary',
      '2026-01-06T09:00Z change bob +primary -',
    ]);
  });
});

describe('what was taken by hand', () => {
  const desk = deskWith(rotation('UTC', 'starts: 2026-01-05, handOver: 09:00, every: 1 week'));
  const minutes = every(MINUTE_MS, '2026-01-05T07:30:00Z', '2026-01-05T11:00:00Z');
  const byBob = (target: Override['target'], from: string, until: string): Override => ({
    personId: bob,
    target,
    from: at(from),
    until: at(until),
  });

  test('after the message of the hour before: who was told does not go on call, and hears that; who took it does', () => {
    const overrides = [byBob({ insteadOf: ada }, '2026-01-05T08:30:00Z', '2026-01-05T10:30:00Z')];
    expect(lines(told(desk, minutes, { overrides }))).toEqual([
      '2026-01-05T08:00Z before ada +primary -',
      '2026-01-05T08:30Z before bob +primary -',
      '2026-01-05T08:30Z not ada',
      '2026-01-05T09:00Z change bob +primary -',
      '2026-01-05T09:30Z before ada +primary -',
      '2026-01-05T10:30Z change bob + -primary',
      '2026-01-05T10:30Z change ada +primary -',
    ]);
  });

  const later = minutes.filter((now) => now > at('2026-01-05T09:00:00Z'));
  test('in the middle of a shift, and given back: both hear both', () => {
    const taken = byBob({ level: 'primary' }, '2026-01-05T09:20:00Z', '2026-01-05T09:29:00Z');
    expect(lines(told(desk, later, { overrides: [taken] }))).toEqual([
      '2026-01-05T09:01Z change ada +primary -',
      '2026-01-05T09:20Z change ada + -primary',
      '2026-01-05T09:20Z change bob +primary -',
      '2026-01-05T09:29Z change bob + -primary',
      '2026-01-05T09:29Z change ada +primary -',
    ]);
  });

  test('anew by the same person: nobody hears that they leave, and who was to be back hears that they are not', () => {
    const overrides = [
      byBob({ level: 'primary' }, '2026-01-05T09:20:00Z', '2026-01-05T09:50:00Z'),
      byBob({ level: 'primary' }, '2026-01-05T09:50:00Z', '2026-01-06T09:00:00Z'),
    ];
    expect(lines(told(desk, later, { overrides }))).toEqual([
      '2026-01-05T09:01Z change ada +primary -',
      '2026-01-05T09:20Z change ada + -primary',
      '2026-01-05T09:20Z change bob +primary -',
      '2026-01-05T09:20Z before ada +primary -',
      '2026-01-05T09:50Z not ada',
    ]);
  });
});

describe('once a week', () => {
  const desk = deskWith('  primary: ada\n', '{ weekly: mon 09:00 }', 'Europe/Copenhagen');
  const week = (...times: string[]) => lines(told(desk, times.map(at)));

  test('at the hour of the desk, in winter and in summer, once', () => {
    expect(lines(told(desk, every(15 * MINUTE_MS, '2026-03-22T00:00:00Z', '2026-04-01T00:00:00Z')))).toEqual([
      '2026-03-23T08:00Z week desk',
      '2026-03-30T07:00Z week desk',
    ]);
  });

  test('late on the same day, and not on the next', () => {
    expect(week('2026-01-05T07:59:00Z', '2026-01-05T19:59:59Z')).toEqual(['2026-01-05T19:59Z week desk']);
    expect(week('2026-01-05T07:59:59Z', '2026-01-05T20:00:00Z')).toEqual([]);
  });

  test.each<[zone: string, day: number, time: number, now: string, expected: string]>([
    ['Europe/Copenhagen', 7, 2.5, '2026-03-29T12:00:00Z', '2026-03-29T01:30:00Z'],
    ['Europe/Copenhagen', 7, 2.5, '2026-10-25T12:00:00Z', '2026-10-25T00:30:00Z'],
    ['America/New_York', 1, 0, '2026-03-09T03:59:59Z', '2026-03-02T05:00:00Z'],
    ['America/New_York', 1, 0, '2026-03-09T04:00:00Z', '2026-03-09T04:00:00Z'],
    ['Pacific/Kiritimati', 1, 9, '2026-01-04T19:00:00Z', '2026-01-04T19:00:00Z'],
    ['Pacific/Pago_Pago', 1, 9, '2026-01-05T19:59:00Z', '2025-12-29T20:00:00Z'],
  ])('in %s on day %i at %f', (zone, day, hours, now, expected) => {
    expect(new Date(lastWeekly({ day, atMs: hours * HOUR_MS }, at(now), zone)).toISOString()).toBe(new Date(at(expected)).toISOString());
  });
});

describe('the desk file can switch it off', () => {
  const shifts = rotation('UTC', 'starts: 2026-01-05, handOver: 09:00, every: 1 day');
  const hours = every(MINUTE_MS, '2026-01-05T07:00:00Z', '2026-01-05T10:00:00Z');

  test.each([
    ['{ shifts: false, weekly: off }', []],
    ['{ shifts: false }', ['2026-01-05T09:00Z week desk']],
    ['{ beforeMinutes: 0, weekly: off }', ['2026-01-05T09:00Z change ada +primary -']],
    ['{ beforeMinutes: 90, weekly: off }', ['2026-01-05T07:30Z before ada +primary -', '2026-01-05T09:00Z change ada +primary -']],
  ])('%s', (messages, expected) => {
    expect(lines(told(deskWith(shifts, messages), hours))).toEqual(expected);
  });
});

describe('whatever the schedule, the clock and the bots do', () => {
  const ZONES = ['UTC', 'Europe/Copenhagen', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Pacific/Apia'];
  const DAYS = ['2026-03-08', '2026-03-29', '2026-10-04', '2026-10-25', '2026-11-01', '2026-06-15'];
  const hour = (n: number) => `${String(n).padStart(2, '0')}:00`;
  type Entry = { who: string; zone: string; everyHours: number; handOver: number; hours: [from: number, length: number] | null };
  const entry: fc.Arbitrary<Entry> = fc.record({
    who: fc.constantFrom('ada, bob', 'bob, ada', 'ada', 'bob'),
    zone: fc.constantFrom(...ZONES),
    everyHours: fc.constantFrom(4, 6, 12, 24),
    handOver: fc.integer({ min: 0, max: 23 }),
    hours: fc.option(fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 1, max: 23 }))),
  });
  const yaml = (level: string, { who, zone, everyHours, handOver, hours }: Entry, day: string) => {
    const window = hours ? `, hours: "${hour(hours[0])}-${hour((hours[0] + hours[1]) % 24)}"` : '';
    const starts = new Date(at(`${day}T00:00:00Z`) - 3 * DAY_MS).toISOString().slice(0, 10);
    return `  ${level}: { rotation: [${who}], starts: ${starts}, handOver: "${hour(handOver)}", every: ${everyHours} hours, timeZone: ${zone}${window} }\n`;
  };
  const world = fc.record({
    day: fc.constantFrom(...DAYS),
    primary: entry,
    secondary: entry,
    overrides: fc.array(
      fc.record({
        by: fc.constantFrom(ada, bob),
        level: fc.boolean(),
        fromMinutes: fc.integer({ min: 0, max: 1_800 }),
        minutes: fc.integer({ min: 1, max: 600 }),
      }),
      { maxLength: 3 },
    ),
    /** Between two looks of any of the bots, in seconds. */
    pauses: fc.array(fc.integer({ min: 1, max: 40 * 60 }), { minLength: 90, maxLength: 120 }),
  });
  /** The desk, what was taken by hand, and the moments at which a bot looks. */
  function build({ day, primary, secondary, overrides, pauses }: typeof world extends fc.Arbitrary<infer World> ? World : never) {
    const begin = at(`${day}T00:00:00Z`) - 6 * HOUR_MS;
    const byHand = overrides.map(({ by, level, fromMinutes, minutes }): Override => {
      const from = begin + fromMinutes * MINUTE_MS;
      const target = level ? ({ level: 'primary' } as const) : { insteadOf: by === ada ? bob : ada };
      return { personId: by, target, from, until: from + minutes * MINUTE_MS };
    });
    const moments = [begin];
    for (const pause of pauses) moments.push((moments.at(-1) ?? begin) + pause * 1_000);
    return {
      desk: deskWith(yaml('primary', primary, day) + yaml('secondary', secondary, day)),
      overrides: byHand.sort((one, other) => one.from - other.from),
      moments,
      begin,
      end: moments.at(-1) ?? begin,
    };
  }

  test('each change is told once, at most an hour late, unless a later one made it untrue; nothing else is told', () => {
    fc.assert(
      fc.property(world, (made) => {
        const { desk, overrides, moments, begin, end } = build(made);
        const all = told(desk, moments, { overrides });
        const keys = all.map(({ notice: { notice } }) => JSON.stringify(notice));
        expect(new Set(keys).size).toBe(keys.length);
        const changes = all.filter(({ notice: { notice } }) => notice.kind === 'change');
        const real = changesIn(desk.shifts(begin - LATE_MS - 1, end + 1, overrides));
        // The looks at which each could have been told: until it was too late, or untrue. The first of them tells it.
        const expected = real.flatMap(({ at: when, person }) => {
          const later = real.find((one) => one.person.id === person.id && one.at > when)?.at ?? Number.POSITIVE_INFINITY;
          const look = moments.find((now) => now >= when && now <= when + LATE_MS && now < later);
          return look === undefined ? [] : [`${look} ${when} ${person.id}`];
        });
        expect(changes.map(({ at: look, notice: { notice } }) => `${look} ${notice.at} ${notice.personId}`).sort()).toEqual(
          expected.sort(),
        );
      }),
      { numRuns: 15 },
    );
  });

  test('who was told that they go on call soon does, or hears that they do not', () => {
    fc.assert(
      fc.property(world, (made) => {
        const { desk, overrides, moments } = build(made);
        const all = told(desk, moments, { overrides }).map(({ notice: { notice } }) => notice);
        const isOn = ({ at: when, personId }: OnCallNotice) =>
          Object.values(desk.onCall('', when, overrides))
            .flat()
            .some(({ id }) => id === personId);
        // Only where a bot looked after the last change by hand, and in time.
        const looked = ({ at: when }: OnCallNotice) =>
          moments.some((now) => now < when + LATE_MS && overrides.every(({ from }) => from > when || from <= now));
        const inVain = all.filter((one) => one.kind === 'before' && !isOn(one) && looked(one));
        for (const { at: when, personId } of inVain)
          expect(all.filter((one) => one.kind === 'not' && one.at === when && one.personId === personId)).toHaveLength(1);
        for (const one of all.filter(({ kind }) => kind === 'not'))
          expect(all.some((before) => before.kind === 'before' && before.at === one.at)).toBe(true);
      }),
      { numRuns: 15 },
    );
  });
});
