/** What the four cards of the report and its review have in common. */
import type { Desk } from '../../../desk/desk.ts';
import type { Project } from '../../../desk/desk-file.ts';
import { phonesFor } from '../../../desk/phones.ts';
import type { Instant } from '../../../outage/types/person.ts';
import { type Draft, FIELD_IDS, FIELD_LIMITS, type FieldId, type StepId } from '../../../report/draft.ts';
import type { Errors } from '../../../report/step.ts';
import type { Words } from '../../../words/words.ts';
import { type Button, button } from '../../base/verbs.ts';
import { asName, forInput } from '../../text/safe.ts';

export type StepView = {
  readonly draft: Draft;
  readonly errors: Errors;
  readonly desk: Desk;
  readonly projects: readonly Project[];
  readonly words: Words;
  readonly now: Instant;
  /** What the person has to know before anything else, such as that it could not be kept. */
  readonly notice?: string;
};

type PerField = { readonly [field in FieldId]: string };
const perField = (text: (field: FieldId) => string) => Object.fromEntries(FIELD_IDS.map((field) => [field, text(field)])) as PerField;

/** What a scenario asks belongs to what happens, and the review comes after the four: neither is a step to the person. */
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
    // Inputs take no more than their limit; the draft keeps what is beyond it until it is sent anew.
    values: perField((field) => forInput(draft.entered[field] ?? '', FIELD_LIMITS[field])),
    errors: perField((field) => (errors[field] ? words.report.errors[errors[field]] : '')),
    clientError: words.report.clientError,
    phones,
    actions,
  };
}

/** What a button says of its draft. A card that was drawn for a request must not send an outage, nor the other way round. */
export const draftData = ({ nonce, kind }: Draft, step: StepId) => ({
  ...{ draft: nonce, step },
  ...(kind === 'request' ? { kind } : {}),
});

/** The buttons of a step; each says which draft and which step it belongs to, and nothing else. */
export function stepButtons({ draft, words }: StepView, step: StepId, more: { readonly choice?: string } = {}) {
  const data = { ...draftData(draft, step), ...more };
  return {
    confirm: button(words.report.confirmation.yes, 'report-confirm', data, 'positive'),
    tick: button(words.report.confirmation.notAll, 'report-tick', data),
    next: button(words.report.next, 'report-next', data, 'positive'),
    back: button(words.report.back, 'report-back', data),
    done: button(words.report.done, 'report-done', data, 'positive'),
    cancel: button(words.report.cancel, 'report-cancel', data),
    missing: button(words.access.missing.open, 'report-missing', data),
  };
}

export const choices = (list: readonly { readonly id: string; readonly name: string }[]) =>
  list.map(({ id, name }) => ({ title: asName(name), value: id }));
