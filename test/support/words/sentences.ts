/** Every sentence of a language, for tests: its blanks filled in with names and numbers. */
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

/** A sentence that refuses something carries its reason. */
export const isDenial = (words: unknown): words is Denial =>
  typeof words === 'object' && words !== null && 'refused' in words && 'text' in words;

const PHONES = [{ region: 'Europe', number: '+45 70 10 20 30' }];
const COUNTED = [180_000, 4];
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

export const blanksOf = (path: string): readonly unknown[] => BLANKS[path] ?? ['Ann', 'Ben', 'Cid', 'Dan'];
