/** Typed texts and names can be anything: they are shown as typed, run nothing, hide nothing, and fit. */
// @module-tag sampled
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MAX_CARD_BYTES } from '../../src/cards/base/card.ts';
import { en } from '../../src/words/en/index.ts';
import { type SampleCard, sampleCards, type Texts } from '../support/cards/cards.ts';
import { HIDDEN, HOSTILE, MARKER, mayHoldTyped, OURS, withoutBreaks } from '../support/cards/hostile-text.ts';
import { problemsOf } from '../support/cards/schema.ts';
import { bytesOf, type Leaf, leaves, ofType, opensTeams, short, textOf, withoutPhoneLinks } from '../support/cards/walk.ts';
import { sample } from '../support/sample.ts';

const hostile = HOSTILE.map((text, nth): readonly [string, Texts, number] => [
  JSON.stringify(text),
  {
    typed: (limit) => `${MARKER} ${text} `.repeat(Math.ceil(Math.min(limit, 400) / text.length)).slice(0, Math.min(limit, 400)),
    name: `Eve ${text} X`,
  },
  nth,
]);

/** In the address of a new meeting, or of a ticket, a text is letters, digits and percent signs. */
const isEncoded = ({ key, value }: Leaf): boolean =>
  key === 'url' && (opensTeams(String(value)) || /^https:\/\/example\.com\/browse\/[\w%.~!*();,@+&=:/?#-]+$/.test(String(value)));

/** A card with its values and its JSON, which several tests read. */
type Read = SampleCard & { readonly leaves: readonly Leaf[]; readonly json: string };

describe.each(sample('hostile texts', hostile, 1))('%s', (_text, texts, nth) => {
  // All cards are drawn once for a text, and dropped before the next one.
  let cards: readonly Read[] = [];
  beforeAll(() => {
    cards = sampleCards(texts, nth).map((one) => ({ ...one, leaves: leaves(one.card), json: JSON.stringify(one.card) }));
  });
  afterAll(() => {
    cards = [];
  });
  const findings = (look: (sample: Read) => readonly string[]) =>
    short(cards.flatMap((sample) => look(sample).map((what) => `${sample.name}: ${what}`)));

  test('that is typed stands nowhere but where it is shown as typed', () => {
    const marked = (sample: Read) => sample.leaves.filter(({ value }) => String(value).includes(MARKER));
    expect(cards.flatMap(marked).length).toBeGreaterThan(100);
    const elsewhere = (sample: Read) => marked(sample).filter((leaf) => !mayHoldTyped(leaf) && !isEncoded(leaf));
    expect(cards.flatMap((sample) => elsewhere(sample).map(({ path }) => `${sample.name}: ${path}`))).toEqual([]);
  });

  test('is no template, no date function and no Markdown in any text that is worked on', () => {
    expect(
      findings((sample) =>
        sample.leaves.flatMap(({ path, owner, key, value }) => {
          if (typeof value !== 'string' || (owner.startsWith('Input.') && key === 'value')) return [];
          const left = value.replace(OURS, '');
          return /\{\{|\$\{/.test(left) ? [`${path}: ${value}`] : [];
        }),
      ),
    ).toEqual([]);
  });

  test('as a name makes no link, no style, no tag and no mention of somebody else in a text that reads Markdown', () => {
    expect(
      findings(({ card }) => {
        const entities = ((card.msteams as { entities?: { text: string }[] } | undefined)?.entities ?? []).map(({ text }) => text);
        return ofType(card, 'TextBlock').flatMap((block) => {
          const left = entities.reduce((text, entity) => text.replaceAll(entity, ''), withoutPhoneLinks(textOf(block)));
          const names = entities.map((entity) => entity.slice('<at>'.length, -'</at>'.length));
          return [left, ...names].some((text) => /[*_`[\]<>~#\\]|&\w+;/.test(text)) ? [textOf(block)] : [];
        });
      }),
    ).toEqual([]);
  });

  test('hides and turns nothing', () => {
    expect(
      findings((sample) =>
        sample.leaves.flatMap(({ path, value }) =>
          typeof value === 'string' && HIDDEN.test(withoutBreaks(value)) ? [`${path}: ${JSON.stringify(value)}`] : [],
        ),
      ),
    ).toEqual([]);
    expect(findings(({ json }) => (json.isWellFormed() && !/\\ud[89a-f]/i.test(json) ? [] : ['half a character']))).toEqual([]);
  });

  test('leaves every card whole', () => {
    expect(findings(({ card }) => [...problemsOf(card), ...(bytesOf(card) > MAX_CARD_BYTES ? [`${bytesOf(card)} bytes`] : [])])).toEqual(
      [],
    );
  });

  test('never stands in the data of a button', () => {
    expect(
      findings(({ card }) =>
        ofType(card, 'Action.Execute', 'Action.Submit').flatMap(({ data }) =>
          JSON.stringify(data).includes(MARKER) ? [JSON.stringify(data)] : [],
        ),
      ),
    ).toEqual([]);
  });
});

test('a name of which nothing is left is mentioned all the same', () => {
  for (const { card, name } of sampleCards({ typed: () => MARKER, name: '**' }, 0)) {
    expect(JSON.stringify(card), name).not.toContain('<at></at>');
  }
});

describe('the longest texts', () => {
  const filled = (unit: string) => (limit: number) => unit.repeat(Math.ceil(limit / unit.length)).slice(0, limit);
  const FILLERS: Readonly<Record<string, string>> = {
    letters: 'x',
    'letters with accents': 'é',
    Chinese: '停',
    emoji: '🔥',
    'families of emoji': '👨‍👩‍👧‍👦',
    quotes: '"',
    backslashes: '\\',
    'line ends': '\n',
    'short lines': 'a\n',
    'Chinese lines': '停停停停停停停停停停\n',
    braces: '{',
    templates: '${',
    'control characters': '\u0001',
    'half characters': '\uD800',
    'all of it': '{{停"\\\n🔥',
    words: 'Nothing can be posted since the run of this morning. ',
  };

  const longest = Object.entries(FILLERS).map(([what, unit], nth) => [what, unit, nth] as const);
  test.each(sample('longest texts', longest, 1))('of %s leave every card small and whole', (_what, unit, nth) => {
    // Longer names are cut when they come in.
    const cards = sampleCards({ typed: filled(unit), name: filled(unit)(64) }, nth);
    const tooLarge = cards.filter(({ card }) => bytesOf(card) > MAX_CARD_BYTES).map(({ card, name }) => `${name}: ${bytesOf(card)} bytes`);
    expect(tooLarge).toEqual([]);
    expect(cards.flatMap(({ card }) => problemsOf(card))).toEqual([]);
  });

  test('that are cut say so, and what is written in words is not cut at all', { tags: 'full' }, () => {
    const desk = (unit: string) =>
      JSON.stringify(sampleCards({ typed: filled(unit), name: 'Sam' }, 0).find(({ name }) => name === 'desk: reported')?.card);
    const mark = en.facts.cut;
    expect(desk('停')).toContain(mark);
    expect(desk('Nothing can be posted since the run of this morning. ')).not.toContain(mark);
    // All cards are drawn twice, at their longest.
  });
});
