/** Who is on call, and when it changes. The points in time were worked out by hand, from the rules of the zones. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Desk } from '../../../src/desk/desk.ts';
import { describeProblems, readDeskFile } from '../../../src/desk/file/read-desk-file.ts';
import { HORIZON_MS, type Override } from '../../../src/desk/on-call/roster.ts';
import type { Level } from '../../../src/outage/types/values.ts';
import { START } from '../../support/clock.ts';
import { SMALL_DESK, SMALL_PEOPLE, smallDesk } from '../../support/desk/small-desk.ts';

const HOUR_MS = 3_600_000;
const at = (iso: string) => Date.parse(iso);
const CAY = '00000000-0000-4000-8000-00000000000d';
const people = `people:\n  cay: { id: ${CAY}, name: Cay Berg }\n`;

/** The small desk with one more engineer and another roster. */
const changed = (onCall: string) => (text: string) =>
  text
    .replace('people:\n', people)
    .replace('engineers: [ada, bob]', 'engineers: [ada, bob, cay]')
    .replace('  primary: [ada]\n', onCall.replace(/^\n/, ''));
const deskWith = (onCall: string): Desk => smallDesk(changed(onCall));

const nicknames = (list: readonly { name: string }[]) => list.map(({ name }) => name.split(' ')[0]?.toLowerCase()).join('+') || 'nobody';
const onCallAt = (desk: Desk, time: string, level: Level = 'primary', overrides: readonly Override[] = []) =>
  nicknames(desk.onCall('shop', at(time), overrides)[level]);
/** Each change of a level as "when who". */
const changes = (desk: Desk, from: string, until: string, overrides: readonly Override[] = [], level: Level = 'primary') =>
  desk
    .shifts(at(from), at(until), overrides)
    [level].map((shift) => `${new Date(shift.from).toISOString().slice(0, 16)}Z ${nicknames(shift.people)}`);

const rotation = (zone: string, more: string, every = '1 week', who = 'ada, bob') =>
  `\n  primary: { rotation: [${who}], every: ${every}, timeZone: ${zone}, ${more} }\n`;

describe('a level', () => {
  test.each([
    ['a person', '  primary: ada\n', 'ada'],
    ['a list, which is all of them', '  primary: [ada, bob]\n', 'ada+bob'],
    ['an entry', '  primary: { people: [bob] }\n', 'bob'],
    ['a list of people and entries, each person once', '  primary: [ada, { people: [bob, ada] }]\n', 'ada+bob'],
  ])('is %s', (_what, yaml, expected) => {
    expect(onCallAt(deskWith(yaml), '2026-01-04T09:00:00Z')).toBe(expected);
  });

  test('that is not written is nobody', () => {
    expect(onCallAt(deskWith('  primary: ada\n'), '2026-01-04T09:00:00Z', 'secondary')).toBe('nobody');
  });
});

describe('a rotation', () => {
  test('begins with the first person on its day, at the hand-over, and has nobody before', () => {
    const desk = deskWith(rotation('UTC', 'starts: 2026-01-05, handOver: 09:00', '1 week', 'ada, bob, cay'));
    expect(changes(desk, '2026-01-04T00:00:00Z', '2026-01-28T00:00:00Z')).toEqual([
      '2026-01-04T00:00Z nobody',
      '2026-01-05T09:00Z ada',
      '2026-01-12T09:00Z bob',
      '2026-01-19T09:00Z cay',
      '2026-01-26T09:00Z ada',
    ]);
    expect([onCallAt(desk, '2026-01-12T08:59:59Z'), onCallAt(desk, '2026-01-12T09:00:00Z')]).toEqual(['ada', 'bob']);
  });

  test.each<[what: string, zone: string, more: string, every: string, from: string, until: string, expected: string[]]>([
    // Copenhagen: 29 March 2026, 02:00 becomes 03:00 at 01:00 UTC; 25 October, 03:00 becomes 02:00 at 01:00 UTC.
    [
      'keeps 09:00 in Copenhagen in spring: that week has 167 hours',
      'Europe/Copenhagen',
      'starts: 2026-03-23, handOver: 09:00',
      '1 week',
      '2026-03-23T08:00:00Z',
      '2026-04-06T07:00:01Z',
      ['2026-03-23T08:00Z ada', '2026-03-30T07:00Z bob', '2026-04-06T07:00Z ada'],
    ],
    [
      'hands over at 03:30 on the day that has no 02:30',
      'Europe/Copenhagen',
      'starts: 2026-03-28, handOver: 02:30',
      '1 day',
      '2026-03-28T01:30:00Z',
      '2026-03-31T00:30:00Z',
      ['2026-03-28T01:30Z ada', '2026-03-29T01:30Z bob', '2026-03-30T00:30Z ada'],
    ],
    [
      'hands over at the first of two 02:30 in autumn, once',
      'Europe/Copenhagen',
      'starts: 2026-10-24, handOver: 02:30',
      '1 day',
      '2026-10-24T00:30:00Z',
      '2026-10-27T01:30:00Z',
      ['2026-10-24T00:30Z ada', '2026-10-25T00:30Z bob', '2026-10-26T01:30Z ada'],
    ],
    // New York: 8 March 2026, 02:00 becomes 03:00 at 07:00 UTC; 1 November, 02:00 becomes 01:00 at 06:00 UTC.
    [
      'of twelve hours keeps 08:00 and 20:00 in New York: that night has eleven',
      'America/New_York',
      'starts: 2026-03-07, handOver: 08:00',
      '12 hours',
      '2026-03-07T13:00:00Z',
      '2026-03-09T00:00:01Z',
      ['2026-03-07T13:00Z ada', '2026-03-08T01:00Z bob', '2026-03-08T12:00Z ada', '2026-03-09T00:00Z bob'],
    ],
    [
      'of twelve hours in autumn: that night has thirteen',
      'America/New_York',
      'starts: 2026-10-31, handOver: 08:00',
      '12 hours',
      '2026-10-31T12:00:00Z',
      '2026-11-02T01:00:00Z',
      ['2026-10-31T12:00Z ada', '2026-11-01T00:00Z bob', '2026-11-01T13:00Z ada'],
    ],
    // Lord Howe: 4 October 2026, 02:00 becomes 02:30 at 15:30 UTC the day before; 5 April, 02:00 becomes 01:30 at 15:00 UTC.
    [
      'keeps 09:00 on Lord Howe Island in autumn: that day has 24 and a half hours',
      'Australia/Lord_Howe',
      'starts: 2026-04-04, handOver: 09:00',
      '1 day',
      '2026-04-03T22:00:00Z',
      '2026-04-06T22:30:00Z',
      ['2026-04-03T22:00Z ada', '2026-04-04T22:30Z bob', '2026-04-05T22:30Z ada'],
    ],
    [
      'hands over at the first of two 01:45 there',
      'Australia/Lord_Howe',
      'starts: 2026-04-04, handOver: 01:45',
      '1 day',
      '2026-04-03T14:45:00Z',
      '2026-04-06T15:15:00Z',
      ['2026-04-03T14:45Z ada', '2026-04-04T14:45Z bob', '2026-04-05T15:15Z ada'],
    ],
    [
      'hands over at 02:45 there on the day that has no 02:15',
      'Australia/Lord_Howe',
      'starts: 2026-10-03, handOver: 02:15',
      '1 day',
      '2026-10-02T15:45:00Z',
      '2026-10-05T15:15:00Z',
      ['2026-10-02T15:45Z ada', '2026-10-03T15:45Z bob', '2026-10-04T15:15Z ada'],
    ],
    // 2028 has a 29 February, a Tuesday.
    [
      'counts a leap day as a day',
      'Europe/Copenhagen',
      'starts: 2028-02-28, handOver: 09:00',
      '1 day',
      '2028-02-28T08:00:00Z',
      '2028-03-02T08:00:00Z',
      ['2028-02-28T08:00Z ada', '2028-02-29T08:00Z bob', '2028-03-01T08:00Z ada'],
    ],
    [
      'may begin on a leap day, and is right four years later: 1,461 days, so an odd number of turns has passed',
      'UTC',
      'starts: 2024-02-29, handOver: 00:00',
      '1 day',
      '2028-02-29T00:00:00Z',
      '2028-03-01T00:00:01Z',
      ['2028-02-29T00:00Z bob', '2028-03-01T00:00Z ada'],
    ],
  ])('%s', (_what, zone, more, every, from, until, expected) => {
    expect(changes(deskWith(rotation(zone, more, every)), from, until)).toEqual(expected);
  });
});

describe('hours and days', () => {
  const SUN = `
  primary:
    - { people: [ada], hours: 08:00-16:00, timeZone: Europe/Copenhagen }
    - { people: [bob], hours: 10:00-18:00, timeZone: America/New_York }
    - { people: [cay], hours: 09:00-17:00, timeZone: Australia/Sydney }
`;

  test('follow the sun: whoever works now is on call, two where they overlap, nobody in a gap', () => {
    // In January: Copenhagen 07:00 to 15:00 UTC, New York 15:00 to 23:00, Sydney 22:00 to 06:00.
    expect(changes(deskWith(SUN), '2026-01-05T07:00:00Z', '2026-01-06T07:00:00Z')).toEqual([
      '2026-01-05T07:00Z ada',
      '2026-01-05T15:00Z bob',
      '2026-01-05T22:00Z bob+cay',
      '2026-01-05T23:00Z cay',
      '2026-01-06T06:00Z nobody',
    ]);
  });

  test('belong to the day on which they begin, over midnight too', () => {
    const desk = deskWith('  primary: [{ people: [ada], hours: 20:00-08:00, days: [fri, sat], timeZone: UTC }]\n');
    // 9 January 2026 is a Friday.
    expect(changes(desk, '2026-01-09T00:00:00Z', '2026-01-12T00:00:00Z')).toEqual([
      '2026-01-09T00:00Z nobody',
      '2026-01-09T20:00Z ada',
      '2026-01-10T08:00Z nobody',
      '2026-01-10T20:00Z ada',
      '2026-01-11T08:00Z nobody',
    ]);
    expect([onCallAt(desk, '2026-01-10T03:00:00Z'), onCallAt(desk, '2026-01-09T03:00:00Z')]).toEqual(['ada', 'nobody']);
  });

  test('may be days alone, and a day may end at 24:00', () => {
    const desk = deskWith(
      '  primary: [{ people: [ada], days: [sat, sun], timeZone: UTC }, { people: [bob], hours: 16:00-24:00, days: [mon], timeZone: UTC }]\n',
    );
    expect(changes(desk, '2026-01-09T00:00:00Z', '2026-01-14T00:00:00Z')).toEqual([
      '2026-01-09T00:00Z nobody',
      '2026-01-10T00:00Z ada',
      '2026-01-12T00:00Z nobody',
      '2026-01-12T16:00Z bob',
      '2026-01-13T00:00Z nobody',
    ]);
  });

  test('a night shift in the night of the change has an hour less, or more', () => {
    const desk = deskWith('  primary: [{ people: [ada], hours: 22:00-06:00, timeZone: Europe/Copenhagen }]\n');
    expect(changes(desk, '2026-03-28T12:00:00Z', '2026-03-29T12:00:00Z')[1]).toBe('2026-03-28T21:00Z ada');
    expect(changes(desk, '2026-03-28T12:00:00Z', '2026-03-29T12:00:00Z')[2]).toBe('2026-03-29T04:00Z nobody');
    expect(changes(desk, '2026-10-24T12:00:00Z', '2026-10-25T12:00:00Z').slice(1)).toEqual([
      '2026-10-24T20:00Z ada',
      '2026-10-25T05:00Z nobody',
    ]);
  });

  test('limit a rotation, which goes on while it is not asked', () => {
    const desk = deskWith(rotation('UTC', 'starts: 2026-01-05, handOver: 12:00, hours: 09:00-17:00', '1 day'));
    expect(changes(desk, '2026-01-06T00:00:00Z', '2026-01-07T00:00:00Z')).toEqual([
      '2026-01-06T00:00Z nobody',
      '2026-01-06T09:00Z ada',
      '2026-01-06T12:00Z bob',
      '2026-01-06T17:00Z nobody',
    ]);
  });
});

describe('an override', () => {
  const desk = deskWith('  primary: ada\n  secondary: bob\n  duty-manager: [bob, cay]\n');
  const noon = at('2026-01-05T12:00:00Z');
  const override = (personId: string, target: Override['target'], hours = 2, from = noon): Override => ({
    personId,
    target,
    from,
    until: from + hours * HOUR_MS,
  });
  const levels = (overrides: readonly Override[], time = noon) => {
    const onCall = desk.onCall('shop', time, overrides);
    return [nicknames(onCall.primary), nicknames(onCall.secondary), nicknames(onCall['duty-manager'])];
  };
  const { ada, bob, mia } = SMALL_PEOPLE;

  test('takes a level until its time, to the second', () => {
    const taken = [override(CAY, { level: 'primary' })];
    expect(levels(taken)).toEqual(['cay', 'bob', 'bob+cay']);
    expect(levels(taken, noon - 1)).toEqual(['ada', 'bob', 'bob+cay']);
    expect(levels(taken, noon + 2 * HOUR_MS - 1)[0]).toBe('cay');
    expect(levels(taken, noon + 2 * HOUR_MS)[0]).toBe('ada');
  });

  test('covers for a person on every level that they have, and nobody is named twice', () => {
    expect(levels([override(CAY, { insteadOf: bob })])).toEqual(['ada', 'cay', 'cay']);
  });

  test('covers for somebody who is not on call, and changes nothing', () => {
    expect(levels([override(CAY, { insteadOf: mia })])).toEqual(['ada', 'bob', 'bob+cay']);
  });

  test('that was made later holds; when it ends, the one before holds again', () => {
    const both = [override(CAY, { level: 'primary' }, 8), override(bob, { level: 'primary' }, 2)];
    expect(levels(both)[0]).toBe('bob');
    expect(levels(both, noon + 3 * HOUR_MS)[0]).toBe('cay');
  });

  test('may cover for who covers', () => {
    expect(levels([override(bob, { insteadOf: ada }), override(CAY, { insteadOf: bob })])[0]).toBe('cay');
  });

  describe('A5: two who cover for each other', () => {
    const [adaForBob, bobForAda] = [override(ada, { insteadOf: bob }), override(bob, { insteadOf: ada })] as const;

    test.each([
      ['first one', [adaForBob, bobForAda]],
      ['first the other', [bobForAda, adaForBob]],
    ])('swap, %s', (_order, overrides) => {
      expect(levels(overrides)).toEqual(['bob', 'ada', 'ada+cay']);
    });

    test('swap their turns of a rotation, and only for the time in which both cover', () => {
      const turns = deskWith(
        '  primary: { rotation: [ada, bob], starts: 2026-01-05, every: 1 day, handOver: "09:00" }\n  secondary: { rotation: [bob, ada], starts: 2026-01-05, every: 1 day, handOver: "09:00" }\n',
      );
      const swapped = [override(bob, { insteadOf: ada }, 48), override(ada, { insteadOf: bob }, 24)];
      const on = (time: string) => {
        const { primary, secondary } = turns.onCall('shop', at(time), swapped);
        return [nicknames(primary), nicknames(secondary)];
      };
      expect(on('2026-01-05T13:00:00Z')).toEqual(['bob', 'ada']);
      expect(on('2026-01-06T11:00:00Z')).toEqual(['ada', 'bob']);
      expect(on('2026-01-06T13:00:00Z')).toEqual(['bob', 'bob']);
    });

    test('go on to swap when a third comes into the round: each takes the place of one', () => {
      const round = [adaForBob, override(CAY, { insteadOf: ada }), override(bob, { insteadOf: CAY })];
      for (const overrides of [round, [...round].reverse(), [round[1], round[2], round[0]].flatMap((one) => one ?? [])])
        expect(levels(overrides)).toEqual(['cay', 'ada', 'ada+bob']);
    });

    test('change nothing for who took a level by hand', () => {
      expect(levels([adaForBob, bobForAda, override(ada, { level: 'duty-manager' })])[2]).toBe('ada');
      expect(levels([override(CAY, { level: 'primary' }), adaForBob, bobForAda])[0]).toBe('cay');
    });
  });

  test('for somebody who then takes a level by hand leaves it to them', () => {
    expect(levels([override(CAY, { insteadOf: ada }), override(ada, { level: 'primary' })])[0]).toBe('ada');
    expect(levels([override(ada, { level: 'primary' }), override(CAY, { insteadOf: ada })])[0]).toBe('cay');
  });

  test('of two that cover for the same person the later counts', () => {
    expect(levels([override(bob, { insteadOf: ada }), override(CAY, { insteadOf: ada })])[0]).toBe('cay');
  });

  test('of somebody who is no engineer (any more) counts nothing', () => {
    expect(levels([override(mia, { level: 'primary' }), override('somebody-who-left', { insteadOf: ada })])).toEqual([
      'ada',
      'bob',
      'bob+cay',
    ]);
  });

  test('is in the shifts', () => {
    expect(changes(desk, '2026-01-05T11:00:00Z', '2026-01-05T16:00:00Z', [override(CAY, { level: 'primary' })])).toEqual([
      '2026-01-05T11:00Z ada',
      '2026-01-05T12:00Z cay',
      '2026-01-05T14:00Z ada',
    ]);
  });
});

test('the shifts of a level leave no hole, differ from their neighbours, and say at every moment who is on call', () => {
  const zone = fc.constantFrom('Europe/Copenhagen', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata', 'UTC');
  const time = fc
    .tuple(fc.nat(23), fc.constantFrom('00', '15', '30'))
    .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${minute}`);
  const entry = fc
    .record({
      zone,
      handOver: time,
      from: time,
      to: time,
      every: fc.constantFrom('1 hour', '7 hours', '1 day', '3 days', '2 weeks'),
      turns: fc.boolean(),
    })
    .map(({ zone: timeZone, handOver, from, to, every, turns }) => {
      const hours = from === to ? '' : `, hours: ${from}-${to}`;
      const who = turns ? `rotation: [ada, bob, cay], starts: 2026-03-01, handOver: ${handOver}, every: ${every}` : 'people: [cay]';
      return `{ ${who}, timeZone: ${timeZone}${hours} }`;
    });
  // The clocks change within: in New York on 8 March, in Copenhagen on 29 March, on Lord Howe on 5 April 2026.
  const moment = fc.integer({ min: at('2026-03-05T00:00:00Z'), max: at('2026-04-10T00:00:00Z') });
  fc.assert(
    fc.property(fc.array(entry, { minLength: 1, maxLength: 3 }), moment, fc.nat(HORIZON_MS - 1), (entries, from, later) => {
      const desk = deskWith(`  primary: [${entries.join(', ')}]\n`);
      const shifts = desk.shifts(from, from + HORIZON_MS, []).primary;
      expect([shifts[0]?.from, shifts.at(-1)?.until]).toEqual([from, from + HORIZON_MS]);
      shifts.slice(1).forEach((shift, index) => {
        expect(shift.from).toBe(shifts[index]?.until);
        expect(shift.people).not.toEqual(shifts[index]?.people);
      });
      const shift = shifts.find((one) => one.from <= from + later && from + later < one.until);
      expect(
        nicknames(shift?.people ?? [])
          .split('+')
          .sort(),
      ).toEqual(
        nicknames(desk.onCall('shop', from + later, []).primary)
          .split('+')
          .sort(),
      );
    }),
    { numRuns: 30 },
  );
});

describe('each mistake in the roster is named with its line and a remedy', () => {
  const GOOD = 'rotation: [ada, bob]\n      starts: 2026-01-05\n      every: 1 week\n      handOver: 09:00';
  const problemOf = (entry: string) => {
    const text = changed(`  primary:\n    - ${entry}\n`)(SMALL_DESK);
    const result = readDeskFile(text);
    return 'problems' in result ? describeProblems('desk.yaml', result.problems) : [];
  };
  const FIRST = changed('  primary:\n')(SMALL_DESK).split('primary:')[0]?.split('\n').length ?? 0;

  test('and a rotation without one has none', () => {
    expect(problemOf(GOOD)).toEqual([]);
  });

  test.each<[what: string, entry: string, line: number, path: string, remedy: RegExp]>([
    [
      'no start',
      GOOD.replace(/\n *starts: .*/, ''),
      1,
      'onCall.primary.0.starts',
      /needs starts: the day of the first hand-over, like 2026/,
    ],
    ['no length', GOOD.replace(/\n *every: .*/, ''), 1, 'onCall.primary.0.every', /how long a turn lasts, like 1 week/],
    ['no hand-over', GOOD.replace(/\n *handOver: .*/, ''), 1, 'onCall.primary.0.handOver', /the time of day when it changes, like 09:00/],
    ['a day that does not exist', GOOD.replace('2026-01-05', '2026-02-29'), 2, 'onCall.primary.0.starts', /a day that exists, like/],
    ['a length that is none', GOOD.replace('1 week', 'weekly'), 3, 'onCall.primary.0.every', /like 12 hours, 1 day or 2 weeks/],
    ['a number for a length', GOOD.replace('1 week', '7'), 3, 'onCall.primary.0.every', /how long a turn lasts/],
    ['a time that is none', GOOD.replace('09:00', '9:00'), 4, 'onCall.primary.0.handOver', /a time of day, like 09:00/],
    ['a zone that is none', `${GOOD}\n      timeZone: CET+1`, 5, 'onCall.primary.0.timeZone', /IANA time zone, such as Europe/],
    [
      'hours that are none',
      `${GOOD}\n      hours: office hours`,
      5,
      'onCall.primary.0.hours',
      /like 09:00-17:00, or 21:00-09:00 over midnight/,
    ],
    ['hours of no length', `${GOOD}\n      hours: 09:00-09:00`, 5, 'onCall.primary.0.hours', /leave hours out for the whole day/],
    ['a day of the week that is none', `${GOOD}\n      days: [monday]`, 5, 'onCall.primary.0.days.0', /one of: mon, tue/],
    ['a key that is not known', `${GOOD}\n      until: 2027-01-01`, 5, 'onCall.primary.0.until', /no such key/],
    [
      'both people and a rotation',
      `${GOOD}\n      people: [cay]`,
      5,
      'onCall.primary.0.people',
      /either people \(all of them\) or rotation/,
    ],
    ['neither', 'timeZone: UTC', 1, 'onCall.primary.0.people', /say who: people or rotation/],
    ['turns of a list', 'people: [ada]\n      every: 1 week', 2, 'onCall.primary.0.every', /only a rotation has that/],
    ['somebody unknown in a rotation', GOOD.replace('bob', 'eve'), 1, 'onCall.primary.0.rotation.1', /no person 'eve'; the known ones/],
    ['a customer in a rotation', GOOD.replace('bob', 'mia'), 1, 'onCall.primary.0.rotation.1', /'mia' is on call but no engineer/],
    ['nobody in a rotation', GOOD.replace('[ada, bob]', '[]'), 1, 'onCall.primary.0.rotation', /name the people who take turns/],
  ])('%s', (_what, entry, line, path, remedy) => {
    const found = problemOf(entry);
    expect(found.map((problem) => problem.split('  ').slice(0, 2))).toEqual([[`desk.yaml:${FIRST + line}`, path]]);
    expect(found[0]).toMatch(remedy);
  });

  test('a level that is a number is told all its forms', () => {
    const result = readDeskFile(SMALL_DESK.replace('primary: [ada]', 'primary: 5'));
    expect('problems' in result && result.problems).toMatchObject([
      { path: 'onCall.primary', message: expect.stringMatching(/person.*list.*rotation/) },
    ]);
  });
});

describe('a rung that is counted backwards', () => {
  const policyOf = (promise: string) => smallDesk((text) => text.replace('people:', `promise: ${promise}\npeople:`)).policy;

  test('moves with the end of the promise', () => {
    const ladder = 'ladder: [{ beforeEndMinutes: 10, kind: last-call, levels: [primary] }]';
    const times = [20, 60].map((within) =>
      policyOf(`{ acknowledgeWithinMinutes: ${within}, ${ladder} }`).rungs.map(({ afterMs }) => afterMs / 60_000),
    );
    expect(times).toEqual([[10], [50]]);
  });

  test.each([
    ['both ways', '{ beforeEndMinutes: 10, afterMinutes: 10, kind: reminder, levels: [primary] }', /in one way/],
    ['neither', '{ kind: reminder, levels: [primary] }', /in one way: beforeEndMinutes/],
    ['more than the promise', '{ beforeEndMinutes: 30, kind: reminder, levels: [primary] }', /the promise is only 30 minutes/],
  ])('said in %s is refused', (_what, rung, remedy) => {
    const result = readDeskFile(SMALL_DESK.replace('people:', `promise: { ladder: [${rung}] }\npeople:`));
    expect('problems' in result && result.problems).toMatchObject([{ message: expect.stringMatching(remedy) }]);
  });

  test('and one that is counted forwards stand in the order of their times', () => {
    const ladder = (first: number) =>
      `{ ladder: [{ afterMinutes: ${first}, kind: reminder, levels: [primary] }, { beforeEndMinutes: 12, kind: reminder, levels: [primary] }] }`;
    expect(policyOf(ladder(17)).rungs.map(({ afterMs }) => afterMs / 60_000)).toEqual([17, 18]);
    expect(() => policyOf(ladder(18))).toThrow(/in order of time/);
  });
});

test('a roster is asked quickly: a report waits for it inside a transaction', () => {
  const desk = deskWith(rotation('Europe/Copenhagen', 'starts: 2020-01-06, handOver: 09:00, hours: 08:00-20:00', '1 hour'));
  // Once for each of 300 days: were it counted up from the start turn by turn, this alone would take longer than the limit of a test.
  for (let day = 0; day < 300; day++) expect(desk.onCall('shop', START + day * 24 * HOUR_MS, []).primary.length).toBeLessThan(2);
});
