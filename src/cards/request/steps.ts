/** The report's steps when they make a request: the same cards with other words. */

import { REQUEST_STEPS } from '../../report/report.ts';
import { projectOf } from '../../report/request.ts';
import { anyEnvironmentOf } from '../../report/steps/confirmation.ts';
import { zoneOf } from '../../report/steps/details.ts';
import type { Words } from '../../words/words.ts';
import type { Card } from '../base/card.ts';
import { environmentInput, type StepView, stepButtons, stepFrame } from '../report/steps/step-frame.ts';
import { drawStep, stepCard } from '../report/steps/steps.ts';
import { asName, plain } from '../text.ts';

export function draftStepCard(view: StepView): Card {
  if (view.draft.kind !== 'request') return stepCard(view);
  const asRequest = { ...view, words: wordsOf(view) };
  return view.draft.step === 'confirmation' ? environmentCard(asRequest) : stepCard(asRequest);
}

/** Another heading, one step less, and on the last card the reply time instead of the promise. */
function wordsOf({ words, desk, projects, draft, now }: StepView): Words {
  const { request, report } = words;
  const project = projectOf(draft.entered, projects);
  const plan = project && desk.planOf(project.id);
  const when = plan ? words.formats.clock(now + plan.replyWithinMs, zoneOf(draft.entered), now) : '';
  const name = asName(desk.file.desk.name);
  return {
    ...words,
    report: {
      ...report,
      heading: request.heading,
      // A request has no step for the scenario.
      progress: (step) => report.progress(step > 1 ? step - 1 : step, REQUEST_STEPS.indexOf('review')),
      done: plan ? request.done(when) : request.doneNoPlan,
      review: {
        ...report.review,
        intro: () => (plan ? request.review.intro(name, when, plain(plan.name)) : request.review.introNoPlan(name)),
      },
    },
  };
}

function environmentCard(view: StepView): Card {
  const { words, projects } = view;
  const { environment } = words.request;
  const { next, back } = stepButtons(view);
  return drawStep(words, {
    ...stepFrame(view, environment.title, [next, back]),
    intro: environment.intro,
    inputs: environmentInput(view, environment.label, anyEnvironmentOf(projects), 'compact'),
  });
}
