/** What all cards of the guided report have in common. */
import type { Desk } from '../../../desk/desk.ts';
import type { Project } from '../../../desk/desk-file.ts';
import { phonesFor } from '../../../desk/phones.ts';
import type { Instant } from '../../../outage/types/person.ts';
import type { Draft } from '../../../report/draft.ts';
import type { StepId } from '../../../report/fields.ts';
import type { Errors, FieldError } from '../../../report/step.ts';
import type { Words } from '../../../words/words.ts';
import { type Button, button } from '../../base/verbs.ts';

export type StepView = {
  readonly draft: Draft;
  readonly errors: Errors;
  readonly desk: Desk;
  readonly projects: readonly Project[];
  readonly words: Words;
  readonly now: Instant;
  /** A message above everything else, such as that the answers could not be stored. */
  readonly notice?: string;
};

/** A few choices are one tap as a list; many would be a long card. */
const MOST_RADIO_BUTTONS = 4;
export const choiceStyle = (choices: readonly unknown[]) => (choices.length > MOST_RADIO_BUTTONS ? 'compact' : 'expanded');

export const errorText = (error: FieldError | undefined, { report }: Words): string => (error ? report.errors[error] : '');

/** The number of each step as people see it: the questions belong to the third, and the review has none. */
const NUMBERS: { readonly [step in StepId]: number } = { confirmation: 1, scenario: 2, details: 3, questions: 3, contact: 4, review: 0 };
const STEP_COUNT = Math.max(...Object.values(NUMBERS));

export function stepFrame({ draft, errors, desk, words, notice }: StepView, step: StepId, title: string, actions: readonly Button[]) {
  const phones = words.phones(phonesFor(desk.file.desk.phones, draft.entered.timeZone ?? ''));
  return {
    product: words.report.heading,
    heading: title,
    progress: step === 'review' ? '' : words.report.progress(NUMBERS[step], STEP_COUNT),
    fallbackText: `${words.report.heading}. ${title} ${phones}`,
    fix: notice ?? (Object.keys(errors).length > 0 ? words.report.fix : ''),
    phones,
    actions,
  };
}

/** The data of a button: its draft and its step, and `kind` for a request, so that the card of a request cannot send an outage. */
export const draftData = ({ nonce, kind }: Draft, step: StepId) => ({
  draft: nonce,
  step,
  ...(kind === 'request' ? { kind } : {}),
});

/** The buttons of a step. Their data holds ids alone, and no answers. */
export function stepButtons({ draft, words }: StepView, step: StepId, more: { readonly choice?: string } = {}) {
  const data = { ...draftData(draft, step), ...more };
  return {
    confirm: button(words.report.confirmation.yes, 'report-confirm', data, 'positive'),
    tick: button(words.report.confirmation.notAll, 'report-tick', data),
    next: button(words.report.next, 'report-next', data, 'positive'),
    back: button(words.report.back, 'report-back', data),
    done: button(words.report.done, 'report-done', data, 'positive'),
    cancel: button(words.report.cancel, 'report-cancel', data),
    missing: button(words.report.access.missing.open, 'report-missing', data),
  };
}
