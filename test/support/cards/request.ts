/** Samples of the cards that lead from a report to a request, and of the steps of a request. */

import { draftStepCard } from '../../../src/cards/report/steps/steps.ts';
import { exitCard } from '../../../src/cards/request/exit.ts';
import type { Draft } from '../../../src/report/draft.ts';
import { REQUEST_STEPS } from '../../../src/report/report.ts';
import type { Errors } from '../../../src/report/step.ts';
import type { Words } from '../../../src/words/words.ts';
import { smallDesk } from '../desk/small-desk.ts';
import { NOW } from '../outage/stories.ts';
import { sampleContext } from '../report/sample-draft.ts';
import { LARGE_DESK } from './engineer.ts';
import type { SampleCard } from './sample-card.ts';

type Entry = (name: string, by: (...parts: never[]) => unknown, card: SampleCard['card'], more?: Partial<SampleCard>) => SampleCard;

/** `filled`: a draft at that step with every field filled in. */
export function requestCards(entry: Entry, filled: (step: Draft['step']) => Draft, words: Words): SampleCard[] {
  const desks = { 'with a plan': LARGE_DESK, 'without a plan': smallDesk() };
  return Object.entries(desks).flatMap(([which, desk]) => {
    const draw = (name: string, draft: Draft, errors: Errors = {}) => {
      const view = { draft: { ...draft, kind: 'request' as const }, errors, desk, projects: sampleContext(desk).projects, words, now: NOW };
      return entry(`${draft.step} of a request ${which}, ${name}`, draftStepCard, draftStepCard(view), { showsContact: true });
    };
    const draft = filled('review');
    return [
      entry(
        `no outage, ${which}`,
        exitCard,
        exitCard({ desk, words, projects: sampleContext(desk).projects }, draft, {
          type: 'no-outage',
          missing: ['live', 'many', 'stopped'],
        }),
      ),
      entry(
        `not listed, ${which}`,
        exitCard,
        exitCard({ desk, words, projects: sampleContext(desk).projects }, draft, { type: 'not-listed' }),
      ),
      ...REQUEST_STEPS.map((step) => draw('filled in', filled(step))),
      draw('nothing chosen', { ...filled('confirmation'), entered: {} }, { environment: 'required' }),
    ];
  });
}
