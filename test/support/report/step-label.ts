/** What the card of a step says of its place among all cards, for the tests. */
import { STEP_IDS, type StepId } from '../../../src/report/fields.ts';
import { REQUEST_STEPS } from '../../../src/report/report.ts';
import { en } from '../../../src/words/en/index.ts';

const label = (step: StepId, steps: readonly StepId[]): string => en.report.progress(steps.indexOf(step) + 1, steps.length);

/** "Step 5 of 6": of a report whose scenario asks questions. */
export const stepLabel = (step: StepId): string => label(step, STEP_IDS);

/** "Step 4 of 5": of a report whose scenario asks none. */
export const labelWithoutQuestions = (step: StepId): string =>
  label(
    step,
    STEP_IDS.filter((one) => one !== 'questions'),
  );

/** "Step 3 of 4": of a request. */
export const requestLabel = (step: StepId): string => label(step, REQUEST_STEPS);
