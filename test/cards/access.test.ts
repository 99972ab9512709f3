/** Whether everybody can read and use the cards, where the cards can do something about it (src/cards/ACCESS.md). */
import { expect, test } from 'vitest';
import { STYLES } from '../gallery/teams.ts';
import { type SampleCard, sampleCards } from '../support/cards/cards.ts';
import { contrast, LEAST_CONTRAST, tooFaint, type Written, written } from '../support/cards/contrast.ts';
import { elements, isNode, type Node, ofType, short, textOf } from '../support/cards/walk.ts';

const CARDS = sampleCards();

const findings = (problems: (card: SampleCard) => readonly string[]) =>
  short(CARDS.flatMap((sample) => problems(sample).map((problem) => `${sample.name}: ${problem}`)));

test('16.7: every text can be read on what is behind it, in light, dark and high contrast', () => {
  const seen = new Map<string, { readonly how: Omit<Written, 'text'>; readonly where: string }>();
  for (const { name, card } of CARDS) {
    for (const { text, ...how } of written(card.body)) seen.set(Object.values(how).join(), { how, where: `"${text}" (${name})` });
  }
  const faint = [...seen].flatMap(([what, { how, where }]) => tooFaint(how).map((theme) => `${what} in ${theme}: ${where}`));
  // Text of the default colour can be read everywhere; accent on the default and emphasis fills alone; the others nowhere.
  expect(short(faint)).toEqual([]);
});

test('16.7: the default colour can be read on every fill, and what Teams calls good cannot be read on white', () => {
  for (const style of STYLES) {
    expect(tooFaint({ style, color: 'default', isSubtle: false }), style).toEqual([]);
    expect(tooFaint({ style, color: 'default', isSubtle: true }), style).toEqual([]);
  }
  expect(contrast('light', { style: 'default', color: 'good', isSubtle: false })).toBeLessThan(LEAST_CONTRAST);
});

test('16.7: what can be tapped has a name, and what a row unfolds stands below it', () => {
  expect(
    findings(({ card }) => {
      const read = elements(card);
      const places = new Map(read.map(({ id }, index) => [id, index]));
      return read.flatMap((element, index) => {
        const tap = isNode(element.selectAction) ? element.selectAction : element;
        if (tap.type !== 'Action.ToggleVisibility' || (tap === element && read.some((one) => one.selectAction === element))) return [];
        const ids = tap.targetElements as readonly string[];
        const lost = ids.filter((id) => !places.has(id));
        // Its twin, which takes its place, may stand above it; what both unfold may not.
        const unfolded = Math.max(...ids.map((id) => places.get(id) ?? 0));
        return [
          ...lost.map((id) => `no ${id}`),
          ...(tap.title ? [] : ['a tap without a name']),
          ...(unfolded > index ? [] : [`${ids} above`]),
        ];
      });
    }),
  ).toEqual([]);
});

/** Signs alone: neither a letter nor a digit. */
const isDrawn = (row: Node) => {
  const texts = ofType(row, 'TextBlock', 'TextRun').map(textOf);
  return texts.length > 1 && !/[\p{L}\p{N}]/u.test(texts.join(''));
};

test('16.7: what is drawn with signs and colours is said right below it', () => {
  let drawn = 0;
  expect(
    findings(({ card }) =>
      elements(card).flatMap(({ items }) => {
        const all = (Array.isArray(items) ? items : []) as readonly Node[];
        return all.flatMap((item, index) => {
          if (item.type !== 'ColumnSet' || !isDrawn(item)) return [];
          drawn += 1;
          return /\p{L}{3}/u.test(textOf(all[index + 1])) ? [] : ['a row of signs without words'];
        });
      }),
    ),
  ).toEqual([]);
  expect(drawn).toBeGreaterThan(100);
});
