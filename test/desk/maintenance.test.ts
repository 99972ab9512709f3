/** Planned maintenance in the desk file: its times by the clock on the wall, and what is wrong with a window. */
import { describe, expect, it } from 'vitest';
import { readDeskFile } from '../../src/desk/file/read-desk-file.ts';
import { faultOf, goingOn, isRunning, type Maintenance, overlapping, runningIn } from '../../src/desk/maintenance.ts';
import { SMALL_DESK } from '../support/desk/small-desk.ts';

const with_ = (...windows: readonly string[]) =>
  SMALL_DESK.replace(
    '    members: [mia]\n',
    `    members: [mia]\n    maintenance:\n${windows.map((one) => `      - { ${one} }\n`).join('')}`,
  );
const readFrom = (text: string) => {
  const result = readDeskFile(text);
  return 'desk' in result ? result.desk.maintenance : result.problems;
};
const problems = (...windows: readonly string[]) => readFrom(with_(...windows));
const times = (from: string, until: string, timeZone = 'Europe/Copenhagen') =>
  (readFrom(with_(`from: ${from}, until: ${until}, timeZone: ${timeZone}, what: Update`)) as readonly Maintenance[]).map((one) => [
    new Date(one.from).toISOString().slice(0, 16),
    new Date(one.until).toISOString().slice(0, 16),
  ]);

describe('a window of the desk file', () => {
  it('is of its project, or of some of its environments, in the time zone of the desk unless it says another', () => {
    const read = problems(
      'from: 2026-12-05 12:00, until: 2026-12-05 14:00, what: Update, environments: [live]',
      'from: 2026-12-06 12:00, until: 2026-12-06 14:00, timeZone: Asia/Kolkata, what: Another',
    );
    const at = (text: string) => Date.parse(`${text}Z`);
    expect(read).toEqual([
      {
        ...{ id: `shop ${at('2026-12-05T12:00')} live`, projectId: 'shop', environments: ['live'], by: null, what: 'Update' },
        ...{ from: at('2026-12-05T12:00'), until: at('2026-12-05T14:00') },
      },
      {
        ...{ id: `shop ${at('2026-12-06T06:30')}`, projectId: 'shop', environments: [], by: null, what: 'Another' },
        ...{ from: at('2026-12-06T06:30'), until: at('2026-12-06T08:30') },
      },
    ]);
  });

  it('is known by its environments, too, in whatever order the file names them', () => {
    const ids = (...windows: readonly string[]) =>
      (problems(...windows.map((one) => `from: 2026-12-05 12:00, until: 2026-12-05 14:00, what: x${one}`)) as readonly Maintenance[]).map(
        ({ id }) => id,
      );
    const begin = `shop ${Date.parse('2026-12-05T12:00Z')}`;
    expect(ids(', environments: [test]', ', environments: [live]')).toEqual([`${begin} test`, `${begin} live`]);
    expect(ids(', environments: [test, live]')).toEqual([`${begin} live test`]);
    expect(ids('')).toEqual([begin]);
  });

  it('lasts as long as the clock on the wall says when the clocks change', () => {
    expect(times('2026-03-29 01:00', '2026-03-29 05:00')).toEqual([['2026-03-29T00:00', '2026-03-29T03:00']]);
    expect(times('2026-10-25 01:00', '2026-10-25 05:00')).toEqual([['2026-10-24T23:00', '2026-10-25T04:00']]);
    // 02:30 is skipped, so it is 03:30; on the other day it is there twice, and is the first.
    expect(times('2026-03-29 02:30', '2026-03-29 04:00')).toEqual([['2026-03-29T01:30', '2026-03-29T02:00']]);
    expect(times('2026-10-25 02:30', '2026-10-25 04:00')).toEqual([['2026-10-25T00:30', '2026-10-25T03:00']]);
  });

  it.each([
    [['from: 2026-12-05 12:00, until: 2026-12-05 12:00, what: x'], 'maintenance.0.until', /not after `from`; write a later time/],
    [['from: 2026-12-05 12:00, until: 2026-12-04 12:00, what: x'], 'maintenance.0.until', /not after `from`/],
    [
      ['from: 2026-12-05 12:00, until: 2027-03-05 12:00, what: x'],
      'maintenance.0.until',
      /more than 14 days after `from`; write a shorter/,
    ],
    [
      ['from: 2026-03-29 02:30, until: 2026-03-29 03:15, timeZone: Europe/Copenhagen, what: x'],
      'maintenance.0.until',
      /clocks change in between, write both with timeZone: UTC/,
    ],
    [['from: 5 Dec, until: 2026-12-05 12:00, what: x'], 'maintenance.0.from', /write a day and a time, like 2026-12-05 12:00/],
    [['from: 2026-02-30 12:00, until: 2026-12-05 12:00, what: x'], 'maintenance.0.from', /write a day and a time/],
    [['from: 2026-12-05 12:00 UTC, until: 2026-12-05 14:00, what: x'], 'maintenance.0.from', /write a day and a time/],
    [['from: 2026-12-05 01:00, until: 2026-12-05 02:00 PM, what: x'], 'maintenance.0.until', /write a day and a time/],
    [['from: 2026-12-05, until: 2026-12-05 12:00, what: x'], 'maintenance.0.from', /write a day and a time/],
    [['from: 2026-12-05 12:00, until: 2026-12-05 13:00, timeZone: Mars/Base, what: x'], 'maintenance.0.timeZone', /IANA time zone/],
    [['from: 2026-12-05 12:00, until: 2026-12-05 13:00, what: ""'], 'maintenance.0.what', /say something here/],
    [
      ['from: 2026-12-05 12:00, until: 2026-12-05 13:00, what: x, environments: [moon]'],
      'environments.0',
      /no environment 'moon'; name one of its own/,
    ],
    [['from: 2026-12-05 12:00, until: 2026-12-05 13:00, what: x, till: 3'], 'maintenance.0.till', /./],
    [
      [
        'from: 2026-12-05 12:00, until: 2026-12-05 14:00, what: x',
        'from: 2026-12-05 13:00, until: 2026-12-05 15:00, what: y, environments: [live]',
      ],
      'maintenance.1',
      /overlaps one above; make them one, or name other environments/,
    ],
  ])('is refused as %j', (windows, path, message) => {
    const found = problems(...windows);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      path: expect.stringContaining(path),
      message: expect.stringMatching(message),
      line: expect.any(Number),
    });
  });

  it('may be at the same time in another environment, touch another one, and be long over', () => {
    const read = problems(
      'from: 2020-12-05 12:00, until: 2020-12-05 14:00, what: x, environments: [live]',
      'from: 2020-12-05 12:00, until: 2020-12-05 14:00, what: x, environments: [test]',
      'from: 2020-12-05 14:00, until: 2020-12-05 15:00, what: x',
    );
    expect(read).toHaveLength(3);
    expect(read[0]).toHaveProperty('until');
  });
});

describe('windows', () => {
  const window = (more: Partial<Maintenance>): Maintenance => ({
    ...{ id: 'one', projectId: 'shop', environments: [], from: 100, until: 200, what: '', by: null, ...more },
  });

  it('run from their begin until just before their end', () => {
    expect([99, 100, 199, 200].map((now) => isRunning(window({}), now))).toEqual([false, true, true, false]);
    expect([faultOf({ from: 2, until: 1 }), faultOf({ from: 1, until: 1 }), faultOf({ from: 1, until: 2 })]).toEqual([
      'ends-first',
      'ends-first',
      null,
    ]);
    const fortnight = 14 * 86_400_000;
    expect([faultOf({ from: 0, until: fortnight }), faultOf({ from: 0, until: fortnight + 1 })]).toEqual([null, 'too-long']);
  });

  it('are of an environment when they name it, or none; the one that ends last comes first', () => {
    const all = [
      window({ id: 'all' }),
      window({ id: 'live', environments: ['live'], until: 300 }),
      window({ id: 'other', projectId: 'mill' }),
    ];
    expect(runningIn(all, 'shop', 'live', 150).map(({ id }) => id)).toEqual(['live', 'all']);
    expect(runningIn(all, 'shop', 'test', 150).map(({ id }) => id)).toEqual(['all']);
    expect(runningIn(all, 'shop', 'live', 250).map(({ id }) => id)).toEqual(['live']);
  });

  it('of the file go on by another id where they run before and after, the one of the same environments first', () => {
    const ofFile = (id: string, more: Partial<Maintenance> = {}) => window({ id, by: null, ...more });
    const ids = (known: readonly Maintenance[], planned: readonly Maintenance[]) => Object.fromEntries(goingOn(known, planned, 150));
    expect(ids([ofFile('a')], [ofFile('b', { from: 90 })])).toEqual({ a: 'b' });
    const [live, test] = [{ environments: ['live'] }, { environments: ['test'] }];
    const both = { environments: ['live', 'test'] };
    expect(ids([ofFile('a', both)], [ofFile('b', live), ofFile('c', { environments: ['test', 'live'] })])).toEqual({ a: 'c' });
    expect(ids([ofFile('a', both)], [ofFile('b', live), ofFile('c', test)])).toEqual({ a: 'b' });
    expect(ids([ofFile('a', live), ofFile('b', test)], [ofFile('c')])).toEqual({ a: 'c' });
    for (const known of [{ by: 'ada' }, { until: 150 }, { from: 151 }, { projectId: 'mill' }, { id: 'b' }, test])
      expect(ids([ofFile('a', known)], [ofFile('b', live)]), JSON.stringify(known)).toEqual({});
    for (const next of [{ from: 151 }, { until: 150 }]) expect(ids([ofFile('a')], [ofFile('b', next)])).toEqual({});
    // What is known by that id already is another one.
    expect(ids([ofFile('a'), ofFile('b', { until: 120 })], [ofFile('b')])).toEqual({});
  });

  it('overlap where they share a moment and an environment of one project', () => {
    const of = (more: Partial<Maintenance>) => overlapping(window({}), [window({ id: 'two', ...more })])?.id;
    expect([{}, { from: 199, until: 300 }, { from: 0, until: 101 }, { environments: ['live'] }].map(of)).toEqual([
      'two',
      'two',
      'two',
      'two',
    ]);
    expect([{ id: 'one' }, { from: 200, until: 300 }, { from: 0, until: 100 }, { projectId: 'mill' }].map(of)).toEqual(
      Array(4).fill(undefined),
    );
    const apart = overlapping(window({ environments: ['live'] }), [window({ id: 'two', environments: ['test'] })]);
    expect(apart).toBeUndefined();
  });
});
