/** What the reporter may change in a report after it was sent, read by the rules of the steps that asked for it first. Pure. */
import type { Correction, Report } from '../outage/types/values.ts';
import type { Entered } from './draft.ts';
import { type CorrectableId, FIELDS } from './fields.ts';
import type { Errors } from './step.ts';
import { partsIn, readTexts, TEXT_IDS, textIn } from './texts.ts';

const correctable = TEXT_IDS.filter((id): id is CorrectableId => FIELDS[id].kept.correctable);
/** In the order of the form. The e-mail address is last, because the desk calls before it writes. */
export const CORRECTABLE: readonly CorrectableId[] = [...correctable.filter((id) => id !== 'email'), 'email'];

/** The report as its form shows it. */
export const enteredOf = (report: Report): Entered => Object.fromEntries(CORRECTABLE.map((id) => [id, textIn(report, id)]));

/** The parts of the report that the form asks for, or what is wrong with which field. */
export function readCorrection(entered: Entered, report: Report): { changes: Correction } | { errors: Errors } {
  const read = readTexts(CORRECTABLE, { ...entered, timeZone: report.contact.timeZone });
  if ('errors' in read) return read;
  // A part that the report is without is not added as an empty text.
  const texts = read.texts.filter(({ id, text }) => FIELDS[id].kept.whenEmpty !== 'left-out' || text !== (textIn(report, id) ?? ''));
  const of = (step: 'details' | 'contact') =>
    partsIn(
      'report',
      texts.filter(({ id }) => FIELDS[id].step === step),
    );
  return { changes: { ...of('details'), contact: { ...report.contact, ...partsIn('contact', texts) }, ...of('contact') } };
}
