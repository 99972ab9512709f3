/** Samples of reviews: before anybody wrote one, with all that can be in one, as Markdown, and the form. */
import { dataOf } from '../../../src/cards/base/verbs.ts';
import { PLACES } from '../../../src/cards/outage/form.ts';
import { documentCard } from '../../../src/cards/review/document.ts';
import { reviewForm } from '../../../src/cards/review/form.ts';
import { reviewCard } from '../../../src/cards/review/review.ts';
import type { Words } from '../../../src/words/words.ts';
import { smallDesk } from '../desk/small-desk.ts';
import { NOW, type Story, stories, type Texts } from '../outage/stories.ts';
import { LARGE_DESK } from './engineer.ts';
import { entry, type SampleCard } from './sample-card.ts';

/** Everything arrived, but the last line. */
const ledgerOf = ({ outage, events }: Story) =>
  events.flatMap((_, index) =>
    ['desk', 'origin', 'follower:board'].map((place) => {
      const isLast = index === events.length - 1 && place === 'origin';
      return {
        ...{ key: `${outage.id}/${index === 0 ? 'opening' : 'news'}/${place}/${index + 1}`, attempts: 1, told: 0 },
        ...(isLast ? ({ state: 'failed', doneAt: null, error: 'gone' } as const) : ({ state: 'done', doneAt: NOW, error: null } as const)),
      };
    }),
  );

export function reviewCards(texts: Texts, words: Words): SampleCard[] {
  const all = stories(texts, 'personal');
  const some = {
    'not written': all.resolved,
    'of a transfer': all.transferred,
    'that closed in silence': all['closed in silence'],
    written: all.reviewed,
    'with five follow-ups': all['reviewed with five follow-ups'],
    'with a follow-up that is done': all['reviewed, and a follow-up was done'],
    'of a drill': all['drilled with mentions'],
    'with others in it': all['with another in it, to its end'],
  } satisfies { readonly [name: string]: Story };
  const viewOf = (story: Story) => ({ ...story, ledger: ledgerOf(story), desk: smallDesk(), words, now: NOW });
  const { outage } = all['reviewed with five follow-ups'];
  const filled = {
    cause: texts.typed(2_000),
    helped: texts.typed(2_000),
    ...Object.fromEntries(
      PLACES.flatMap((place) => [
        [`change${place}`, texts.typed(300)],
        [`owner${place}`, texts.typed(100)],
        [`day${place}`, texts.typed(30)],
      ]),
    ),
  };
  const errors = Object.fromEntries(Object.keys(filled).map((field) => [field, words.review.form.noDay('2026-07-03')]));
  const form = { words, now: NOW, open: [], target: dataOf(outage), hint: '' };
  const hint = words.refusals.cardOutdated('Sam', '10:00').text;
  return [
    ...Object.entries(some).flatMap(([name, story]) => [
      entry(`desk review ${name}`, reviewCard, reviewCard(viewOf(story), name === 'written' ? words.review.form.saved : '')),
      entry(`desk review as Markdown, ${name}`, documentCard, documentCard(viewOf(story))),
    ]),
    entry(
      'desk review form of a small desk',
      reviewForm,
      reviewForm({ ...form, outage, desk: smallDesk(), filled: {}, errors: {}, searchesPeople: false }),
    ),
    entry(
      'desk review form of a large desk',
      reviewForm,
      reviewForm({ ...form, outage, desk: LARGE_DESK, filled: {}, errors: {}, searchesPeople: true }),
    ),
    entry(
      'desk review form of a large desk, once more, with every error',
      reviewForm,
      reviewForm({ ...form, outage, desk: LARGE_DESK, filled, errors, hint, fix: hint, searchesPeople: true }),
    ),
    entry(
      'desk review form that could not be read',
      reviewForm,
      reviewForm({ ...form, outage: null, desk: smallDesk(), filled, errors, fix: hint, searchesPeople: false }),
    ),
  ];
}
