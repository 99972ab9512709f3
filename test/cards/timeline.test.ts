/** The timeline as a table: its rows, in the order in which they are read, the gaps between them, and pings in one row. */
import { describe, expect, test } from 'vitest';
import { MAX_CARD_BYTES } from '../../src/cards/base/card.ts';
import { timelineCard } from '../../src/cards/look/timeline.ts';
import type { OutageEvent } from '../../src/outage/events.ts';
import { storedPersonKey } from '../../src/outage/types/person-key.ts';
import type { Called } from '../../src/outage/types/values.ts';
import { wordsFor } from '../../src/words/words.ts';
import { bytesOf, ofType, textOf } from '../support/cards/walk.ts';
import { smallDesk } from '../support/desk/small-desk.ts';
import { engineer, secondEngineer } from '../support/outage/sample.ts';
import { at, NOW, nightOfPings } from '../support/outage/stories.ts';
import { cardText } from '../support/teams/fake-teams.ts';

const words = wordsFor('en');
const draw = (events: readonly OutageEvent[], zone?: string, by = words) =>
  timelineCard({ ...nightOfPings(), events, desk: smallDesk(), words: by, now: NOW, notes: true, zone });
/** Each row as its texts: time, sign, what, and the gap below it. */
const rowsOf = (card: unknown) =>
  ofType(card, 'ColumnSet')
    // The first one is the banner.
    .slice(1)
    .map((row) => cardText(row).split('\n'));

describe('16.2 the timeline', () => {
  const { events } = nightOfPings();
  const rows = rowsOf(draw(events, 'Europe/Copenhagen'));

  test('has a row for each event: the time, a sign of its kind, who, and what', () => {
    expect(rows[0]?.slice(0, 2)).toEqual(['10:00', '\u25CB']);
    expect(rows[0]?.[2]).toMatch(/^Mia Winter reported it: /);
    expect(rows.at(-1)?.slice(0, 3)).toEqual(['11:02', '\u25D4', 'Sam Okafor acknowledged it after 1 hour 2 minutes, 32 minutes late']);
    const signs = ofType(draw(events), 'TextBlock').filter(({ text }) => text === '\u26A0');
    expect(signs).toHaveLength(1);
  });

  test('has a line as its language builds it, with the name in bold wherever it stands', () => {
    const line = (by: string, what: string) => `What ${by} did: ${what}`;
    const byName = { ...words, look: { ...words.look, timeline: { ...words.look.timeline, line } } };
    const card = draw(events, 'Europe/Copenhagen', byName);
    expect(rowsOf(card)[0]?.[2]).toMatch(/^What Mia Winter did: reported it: /);
    const bold = ofType(card, 'TextRun').filter(({ weight }) => weight === 'Bolder');
    expect(bold[0]?.text).toBe('Mia Winter');
    expect(rowsOf(draw(events, 'Europe/Copenhagen', wordsFor('ja')))[0]?.[2]).toMatch(/^Mia Winter が報告しました: /);
  });

  test('says how long nothing happened, and not where it was a moment', () => {
    expect(rows[0]?.[3]).toBe('\u22EE 15 minutes later');
    expect(rows.find(([, sign]) => sign === '\u26A0')).toHaveLength(3);
  });

  test('folds pings that follow each other into one row, with each person once', () => {
    expect(rows.filter(([, sign]) => sign === '!').map(([time, , what]) => `${time} ${what}`)).toEqual([
      '10:15 2 pings, 10:15 to 10:25: Sam Okafor (primary on call), Lin Zhao (secondary on call)',
      '10:30 3 pings, 10:30 to 11:00: Sam Okafor (primary on call), Lin Zhao (secondary on call)',
    ]);
    // The gap counts from the last of them.
    expect(rows.filter(([, sign]) => sign === '!').map((row) => row[3])).toEqual([undefined, undefined]);
  });

  test('says the zone once where it is written for one reader', () => {
    expect(cardText(draw(events, 'Europe/Copenhagen')).match(/Copenhagen/g)).toHaveLength(1);
    expect(rowsOf(draw(events))[0]?.[0]).toMatch(/^\{\{TIME/);
  });

  test('shows 40 rows where they fit, fewer where texts are long, and counts the others with each ping', () => {
    const [first] = events;
    const said = (text: string, count: number): OutageEvent[] =>
      Array.from({ length: count }, (_, index) => ({ type: 'noted', by: engineer, at: at(30 + index), text, shown: false }) as OutageEvent);
    const of = (more: readonly OutageEvent[]) => draw([...(first ? [first] : []), ...events.slice(1, 3), ...more]);
    const short = of(said('The vendor calls back.', 40));
    expect(rowsOf(short)).toHaveLength(40);
    // The report and the two pings in one row.
    expect(textOf(ofType(short, 'TextRun')[1])).toBe('3 earlier events are not shown.');
    const long = of(said('\u{1F525}'.repeat(4000), 60));
    expect(rowsOf(long).length).toBeGreaterThan(10);
    for (const card of [short, long]) expect(bytesOf(card)).toBeLessThanOrEqual(MAX_CARD_BYTES);
  });
});

test('16.2 a row of pings names four people and counts the others', () => {
  const people = Array.from(
    { length: 9 },
    (_, n): Called => ({ person: { ...secondEngineer, id: storedPersonKey(`aad-${n}`), name: `Lin ${n}` }, level: 'primary' }),
  );
  const ping = (minutes: number): OutageEvent => ({ type: 'escalated', rung: 0, direct: false, people, at: at(minutes) }) as OutageEvent;
  expect(cardText(draw([ping(15), ping(25)]))).toMatch(/2 pings.*Lin 3 \(primary on call\), \+5$/m);
});
