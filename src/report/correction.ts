/** What the reporter may change in a report after it was sent, read by the rules of the steps that asked for it first. Pure. */
import type { Correction, Report } from '../outage/outage.ts';
import type { Entered, FieldId } from './draft.ts';
import type { Errors } from './step.ts';
import { readNameAndNumbers } from './steps/contact.ts';
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
  if ('errors' in words || 'errors' in reached) {
    return { errors: { ...('errors' in words ? words.errors : {}), ...('errors' in reached ? reached.errors : {}) } };
  }
  const other = reached.part.onBehalfOf;
  return {
    changes: {
      ...words.part,
      contact: { ...contact, ...reached.part.contact },
      // A report that was never for somebody else has no such word, and is not changed by an empty field.
      ...(other === onBehalfOf ? {} : { onBehalfOf: other }),
    },
  };
}
