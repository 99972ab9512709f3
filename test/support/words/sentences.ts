/** Every sentence of a language, for tests: its blanks filled in with names and numbers. */
import { STAGES } from '../../../src/outage/types/stage.ts';
import { LEVELS } from '../../../src/outage/types/values.ts';
import type { Denial } from '../../../src/words/denial.ts';
import { WORDS, type Words } from '../../../src/words/words.ts';

/** `path`: the keys that lead to it: "refused.unreadable". */
export type Sentence = { readonly path: string; readonly text: string };

/** How a language writes times and lists is no sentence. */
const NO_SENTENCES = ['formats'];

export const sentencesOf = (words: Words): Sentence[] =>
  Object.entries(words).flatMap(([key, value]) => (NO_SENTENCES.includes(key) ? [] : sentencesIn(value, key)));

function sentencesIn(words: unknown, path: string): Sentence[] {
  if (typeof words === 'string') return [{ path, text: words }];
  if (typeof words === 'function') return sentencesIn(words(...blanksOf(path)), path);
  if (isDenial(words)) return [{ path, text: words.text }];
  return Object.entries(words as object).flatMap(([key, value]) => sentencesIn(value, `${path}.${key}`));
}

/** `say`: the text with these blanks, and undefined where they do not fit it. */
export type Filled = { readonly path: string; readonly say: (...blanks: unknown[]) => string | undefined };

/** Every text of a language that has blanks. */
export const filledOf = (words: Words): Filled[] =>
  Object.entries(words).flatMap(([key, value]) => (NO_SENTENCES.includes(key) ? [] : filledIn(value, key)));

function filledIn(words: unknown, path: string): Filled[] {
  if (typeof words === 'function') {
    const say = (...blanks: unknown[]): string | undefined => {
      try {
        const said: unknown = words(...blanks);
        return isDenial(said) ? said.text : typeof said === 'string' ? said : undefined;
      } catch {
        return undefined;
      }
    };
    return [{ path, say }];
  }
  if (typeof words !== 'object' || words === null || isDenial(words)) return [];
  return Object.entries(words).flatMap(([key, value]) => filledIn(value, `${path}.${key}`));
}

/** The blanks of a text, and the same with numbers in place of names, in one of them and in all: where nothing is counted, nothing is said. */
export function waysToFill(path: string, counts: readonly number[]): readonly (readonly unknown[])[] {
  const blanks = blanksOf(path);
  const isCounted = (blank: unknown) => typeof blank === 'number' || NAMES.includes(String(blank));
  return [
    blanks,
    ...counts.flatMap((count) => [
      ...(count > 0 ? [blanks.map((blank) => (isCounted(blank) ? count : blank))] : []),
      ...blanks.flatMap((blank, index) => (isCounted(blank) ? [blanks.with(index, count)] : [])),
    ]),
  ];
}

/** What fills a blank in its place, and would be read differently. */
export function another(blank: unknown): unknown {
  if (typeof blank === 'number') return blank + 3;
  if (Array.isArray(blank)) return blank.map(another);
  if (typeof blank === 'object' && blank !== null) {
    return Object.fromEntries(Object.entries(blank).map(([key, value]) => [key, another(value)]));
  }
  const ids = [LEVELS, STAGES].find((all: readonly unknown[]) => all.includes(blank));
  return ids ? ids[(ids.indexOf(blank as never) + 1) % ids.length] : 'Zoe';
}

/** A sentence that refuses something carries its reason. */
export const isDenial = (words: unknown): words is Denial =>
  typeof words === 'object' && words !== null && 'refused' in words && 'text' in words;

const PHONES = [{ region: 'Europe', number: '+45 70 10 20 30' }];
const COUNTED = [180_000, 4];
const NAMES = ['Ann', 'Ben', 'Cid', 'Dan'];
/** Where names do not do. */
const BLANKS: { readonly [path: string]: readonly unknown[] } = {
  phones: [PHONES],
  'report.access.callNow': [PHONES],
  'refusals.needsText': [WORDS.en?.examples.update],
  'report.progress': COUNTED,
  'progress.updateForm.minutes': COUNTED,
  'progress.plan.minutes': COUNTED,
  'refusals.textTooLong': COUNTED,
  'watch.check.heading': COUNTED,
  'watch.check.phone': ['Europe', '+45 70', 'TOO_SHORT'],
  'watch.check.gap': ['primary', 'Ben', 'Cid', 4],
  'watch.check.gapCost.nobody': ['primary'],
  'watch.check.gapCost.only': [['primary', 'secondary'], 'Ben'],
  'watch.check.gapCost.later': [['primary', 'secondary'], 'Ben'],
  'watch.check.gapRemedy': ['primary'],
  'watch.check.empty': ['primary'],
  'watch.check.late': ['primary', 'Ben'],
  'watch.check.lateRemedy': ['primary', 'Ben'],
  'watch.check.uncalled': ['primary'],
  'watch.check.same': ['Ann', 'primary', 'secondary', 'Dan'],
  'watch.check.moved': ['primary', 'Ben', 'Cid'],
  'onCall.has': ['Ann', 'primary', 'Cid'],
  'onCall.took': ['primary', 'Ben'],
  'onCall.news.role': ['primary', 'Ben', 'Cid'],
  'onCall.news.still': ['primary', 'Ben'],
  'onCall.news.lost': [['primary', 'secondary'], 'Ben'],
  'onCall.news.above': [[{ level: 'secondary', who: 'Ann' }]],
  'onCall.news.kept': COUNTED,
  'onCall.calendar.ofLevel': ['primary'],
  'onCall.plan.calls': ['Ann', 'primary', 'Cid'],
  'onCall.plan.again': ['Ann', 3_600_000, ['primary', 'secondary']],
  'files.megabytes': [1.4],
  'affected.pulse.counts': [['Ann', 'Ben'], 3],
  'ping.why': ['Ann', 'primary', { who: ['primary', 'secondary'], when: 'Cid' }],
  'state.acknowledged': ['Ann', 'investigating'],
  'news.updated': ['Ann', 'investigating'],
  'progress.news.nothingNew': ['Ann', 'investigating'],
  'audience.executive.state.acknowledged': ['Ann', 'investigating'],
  'audience.executive.news.updated': ['Ann', 'investigating'],
  'progress.ping.updateMissedAbove': ['Ann', 'duty-manager', 'Cid', 'Dan'],
};

export const blanksOf = (path: string): readonly unknown[] => BLANKS[path] ?? NAMES;
