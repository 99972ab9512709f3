/** What changed since somebody looked last: the newest first, each kind once, at most five lines, and only what they may read. */
import { describe, expect, test } from 'vitest';
import { catchUpCard, catchUpList, changedIn, changeLines, shownIn } from '../../src/cards/look/catch-up.ts';
import type { Action } from '../../src/outage/actions.ts';
import { wordsFor } from '../../src/words/words.ts';
import { smallDesk } from '../support/desk/small-desk.ts';
import { run } from '../support/outage/apply.ts';
import { SAMPLES, sample } from '../support/outage/states.ts';
import { at, NOW } from '../support/outage/stories.ts';
import { cardText } from '../support/teams/fake-teams.ts';

const words = wordsFor('en');
const update = (minutes: number, text: string): Action => sample('update', minutes, { text });
const STORY = [
  sample('report', 0),
  sample('acknowledge', 5),
  sample('note', 6),
  update(10, 'One'),
  update(20, 'Two'),
  update(30, 'Three'),
  sample('join', 31),
  sample('hand-over', 32),
  sample('accept', 33),
] as const;
const viewOf = (version: number | null, { notes = false, actions = STORY as readonly Action[] } = {}) => ({
  ...run(...(actions as [Action])),
  ...{ desk: smallDesk(), words, now: NOW, notes, zone: 'Europe/Copenhagen' },
  seen: version === null ? null : { version, at: at(5.5) },
});

describe('the lines', () => {
  test('say since when, then the newest first, several of a kind by their last', () => {
    const lines = changeLines(viewOf(2));
    expect(lines[0]).toBe('Since you last looked, at 10:05 (Copenhagen time):');
    expect(lines.slice(1).map((line) => line.replace(/^[\d:]+: /, ''))).toEqual([
      'Lin Zhao took over from Sam Okafor',
      'Sam Okafor asked Lin Zhao to take over',
      expect.stringMatching(/^Eve .* joined it: /),
      '3 updates, the last at 10:30: Sam Okafor posted an update: \u201CThree\u201D',
    ]);
  });

  test('are the same however often they are asked for, and nothing once all is seen', () => {
    expect(changeLines(viewOf(2))).toEqual(changeLines(viewOf(2)));
    expect(changeLines(viewOf(run(...STORY).outage.version))).toEqual([]);
    expect(changeLines(viewOf(null))).toEqual([]);
  });

  test('are five at most, and count what they leave out', () => {
    const lines = changeLines(viewOf(0), 2);
    expect(lines).toHaveLength(4);
    expect(lines.at(-1)).toBe('And 6 other changes: write "timeline OUT-1001".');
  });

  test('of what only engineers read are for engineers', () => {
    const noted = /certificate/;
    expect(changeLines(viewOf(0)).join()).not.toMatch(noted);
    expect(changeLines(viewOf(2, { notes: true, actions: STORY.slice(0, 3) })).join()).toMatch(noted);
    // Nothing that a customer may read is new then.
    expect(changeLines(viewOf(2, { actions: STORY.slice(0, 3) }))).toEqual([]);
    expect(changedIn(viewOf(2, { actions: [STORY[0], STORY[1], SAMPLES.absorb] }))).toBeNull();
  });
});

test('the card of one says how it stands, and that nothing is new since when', () => {
  const text = cardText(catchUpCard(viewOf(run(...STORY).outage.version)));
  expect(text).toContain('OUT-1001: Mitigating (Lin Zhao)');
  expect(text).toContain('Nothing is new since you last looked, at 10:05 (Copenhagen time).');
  expect(cardText(catchUpCard(viewOf(null)))).toContain('You have not looked at it before.');
});

test('of several outages those with the newest change come first, five of them, and the others are counted', () => {
  const all = Array.from({ length: 7 }, (_, index) => {
    const view = viewOf(2, { actions: [STORY[0], STORY[1], update(10 + index, `Update ${index}`)] });
    return changedIn({ ...view, outage: { ...view.outage, number: 1001 + index } });
  }).flatMap((one) => one ?? []);
  expect(shownIn(all).map(({ outage }) => outage.number)).toEqual([1007, 1006, 1005, 1004, 1003]);
  const text = cardText(catchUpList({ words, now: NOW, zone: 'Europe/Copenhagen' }, all, at(5)));
  expect(text.indexOf('OUT-1007')).toBeLessThan(text.indexOf('OUT-1006'));
  expect(text).toContain('Something is new in 2 more outages: write "catch up" again.');
  expect(cardText(catchUpList({ words, now: NOW }, [], null))).toContain('No outage is open for you');
});
