/** What the reporter may change in a report after it was sent, read by the rules of the steps that asked for it first. Pure. */
import { localTime, writeLocal } from '../desk/on-call/local-time.ts';
import type { Correction, Instant, Report } from '../outage/types/values.ts';
import type { Entered } from './draft.ts';
import { type CorrectableId, FIELDS } from './fields.ts';
import { collectErrors, type Errors, isBlank, isTrue, type StepContext } from './step.ts';
import { readBegan, zoneOf } from './steps/details.ts';
import { partsIn, readTexts, TEXT_IDS, textIn } from './texts.ts';

const correctable = TEXT_IDS.filter((id): id is CorrectableId => FIELDS[id].kept.correctable);
/** In the order of the form. The e-mail address is last, because the desk calls before it writes. */
export const CORRECTABLE: readonly CorrectableId[] = [...correctable.filter((id) => id !== 'email'), 'email'];

/** What the form asks for beside texts. */
const ADDED = ['beganDate', 'beganTime', 'aroundTheClock'] as const;
export type CorrectionId = CorrectableId | (typeof ADDED)[number];
export const CORRECTION_IDS: readonly CorrectionId[] = [...CORRECTABLE, ...ADDED];

/** The report as its form shows it, with when it began by the clock of its reporter. */
export function enteredOf(report: Report): Entered {
  const { beganAt, contact } = report;
  const { date: beganDate, time: beganTime } =
    beganAt === null ? { date: '', time: '' } : writeLocal(localTime(beganAt, zoneOf({ timeZone: contact.timeZone })));
  const texts = Object.fromEntries(CORRECTABLE.map((id) => [id, textIn(report, id)]));
  return { ...texts, beganDate, beganTime, aroundTheClock: String(contact.aroundTheClock) };
}

/** The parts of the report that the form asks for, or what is wrong with which field. */
export function readCorrection(
  typed: Entered,
  report: Report,
  { desk, reportedAt }: Pick<StepContext, 'desk'> & { readonly reportedAt: Instant },
): { changes: Correction } | { errors: Errors } {
  const was = enteredOf(report);
  const { beganDate, beganTime, aroundTheClock, secondContact } = was;
  // A form that the version before drew does not ask for these.
  const entered = { beganDate, beganTime, aroundTheClock, secondContact, ...typed, timeZone: report.contact.timeZone };
  // What was not asked on the phone may stay unknown.
  const asked = CORRECTABLE.filter((id) => textIn(report, id) || !isBlank(entered[id] ?? ''));
  const read = readTexts(asked, entered, desk);
  const isSame = entered.beganDate === was.beganDate && entered.beganTime === was.beganTime;
  const began = isSame ? { part: report.beganAt } : exactly(entered, reportedAt);
  const wasReachable = report.contact.aroundTheClock || report.contact.secondContact !== '';
  const reachable = !wasReachable || isTrue(entered.aroundTheClock) || !isBlank(entered.secondContact ?? '');
  const errors = collectErrors({
    ...('errors' in read && read.errors),
    ...('errors' in began && began.errors),
    ...(!reachable && { secondContact: 'someone-reachable' as const }),
  });
  if ('errors' in read || 'errors' in began || errors) return { errors: errors ?? {} };
  // A part that the report is without is not added as an empty text.
  const texts = read.texts.filter(({ id, text }) => FIELDS[id].kept.whenEmpty !== 'left-out' || text !== (textIn(report, id) ?? ''));
  const of = (step: 'details' | 'contact') =>
    partsIn(
      'report',
      texts.filter(({ id }) => FIELDS[id].step === step),
    );
  const contact = { ...report.contact, ...partsIn('contact', texts), aroundTheClock: isTrue(entered.aroundTheClock) };
  return { changes: { ...of('details'), beganAt: began.part, contact, ...of('contact') } };
}

/** Without a date and a time it is not known, and it began before it was reported. A report goes on with a time that cannot be read; a correction can wait. */
function exactly({ beganDate = '', beganTime = '', timeZone = '' }: Entered, reportedAt: Instant): ReturnType<typeof readBegan> {
  const began = readBegan({ began: 'unsure', beganDate, beganTime, timeZone }, reportedAt);
  if ('errors' in began && began.errors.beganTime === 'in-the-future') return { errors: { beganTime: 'after-the-report' } };
  return 'part' in began && began.part === null && beganTime !== '' ? { errors: { beganTime: 'not-a-time' } } : began;
}
