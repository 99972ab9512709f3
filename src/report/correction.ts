/** What the reporter may change in a report after it was sent, read by the rules of the steps that asked for it first. Pure. */
import type { Correction, Report } from '../outage/types/report.ts';
import type { Entered, FieldId } from './draft.ts';
import { collectErrors, type Errors } from './step.ts';
import { readNameAndNumbers, readOnBehalfOf } from './steps/contact.ts';
import { describeInWords } from './steps/details.ts';

export const CORRECTABLE = [
  'title',
  'description',
  'affected',
  'impact',
  'changes',
  'name',
  'onBehalfOf',
  'phone',
  'email',
] as const satisfies FieldId[];
export type CorrectableField = (typeof CORRECTABLE)[number];

/** The report as its form shows it. */
export function enteredOf({ title, description, affected, impact, recentChanges, contact, onBehalfOf = '' }: Report): Entered {
  const { name, phone, email } = contact;
  return { title, description, affected, impact, changes: recentChanges, name, onBehalfOf, phone, email };
}

/** The report's parts as they were entered anew, or what is wrong where. What the form does not ask for stays. */
export function readCorrection(entered: Entered, { contact, onBehalfOf = '' }: Report): { changes: Correction } | { errors: Errors } {
  const words = describeInWords(entered);
  const reached = readNameAndNumbers(entered);
  const other = readOnBehalfOf(entered);
  const wrong = collectErrors({ onBehalfOf: other.error });
  if ('errors' in words || 'errors' in reached || wrong) {
    return { errors: { ...('errors' in words ? words.errors : {}), ...('errors' in reached ? reached.errors : {}), ...wrong } };
  }
  // A report that was never for somebody else has no such word, and an empty field does not give it one.
  const forOther = other.text === onBehalfOf ? {} : { onBehalfOf: other.text };
  return { changes: { ...words.part, contact: { ...contact, ...reached.part }, ...forOther } };
}
