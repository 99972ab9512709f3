/** Step 4: whom support calls, and when they can be called. */
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { IANAZone } from 'luxon';
import { z } from 'zod';
import type { Contact } from '../../outage/types/report.ts';
import type { Entered } from '../draft.ts';
import { collectErrors, type Errors, type FieldError, isTrue, readText, type StepContext, type StepResult } from '../step.ts';

/** Lenient: support calls, and a wrong refusal costs more here than a wrong address. */
const emailSchema = z.email({ pattern: /^[^\s@"<>]+@[^\s@"<>]+\.[^\s@"<>.]+$/u });

/** A number that somebody can call, as people write it: also with full-width digits, and with 00 for the plus. */
export function readPhone(entered: Pick<Entered, 'phone'>): { phone: string } | { error: FieldError } {
  const { text, error } = readText(entered, 'phone', 'required');
  if (error) return { error };
  const number = parsePhoneNumberFromString(text.normalize('NFKC').replace(/^\s*00/, '+'));
  return number?.isValid() ? { phone: number.formatInternational() } : { error: 'not-a-phone' };
}

export function readContact(entered: Entered, { desk }: StepContext): StepResult<Contact> {
  const reached = readNameAndNumbers(entered);
  const second = readText(entered, 'secondContact', 'optional');
  const timeZone = entered.timeZone ?? '';
  const language = desk.file.desk.languages.find(({ id }) => id === entered.language);
  const aroundTheClock = isTrue(entered.aroundTheClock);
  const errors = collectErrors({
    onBehalfOf: readOnBehalfOf(entered).error,
    // Work goes on through the night: if the reporter sleeps, somebody else has to pick up the phone.
    secondContact: second.error ?? (aroundTheClock || second.text !== '' ? null : 'someone-reachable'),
    timeZone: IANAZone.isValidZone(timeZone) ? null : 'unknown-choice',
    language: language ? null : 'unknown-choice',
  });
  if ('errors' in reached) return { errors: { ...reached.errors, ...errors } };
  if (errors || !language) return { errors: errors ?? {} };
  return {
    part: { ...reached.part, aroundTheClock, secondContact: second.text, timeZone, language: language.id },
    settled: { phone: reached.part.phone },
  };
}

/** For whom it is reported, if not for the one who is called; anything that people call somebody. */
export const readOnBehalfOf = (entered: Entered) => readText(entered, 'onBehalfOf', 'optional');

/** Whom the desk calls: what may be corrected later. */
export function readNameAndNumbers(entered: Entered): { part: Pick<Contact, 'name' | 'email' | 'phone'> } | { errors: Errors } {
  const name = readText(entered, 'name', 'required');
  const email = readText(entered, 'email', 'required');
  const reached = readPhone(entered);
  const errors = collectErrors({
    name: name.error,
    email: email.error ?? (emailSchema.safeParse(email.text).success ? null : 'not-an-email'),
    phone: 'error' in reached ? reached.error : null,
  });
  if (errors || 'error' in reached) return { errors: errors ?? {} };
  return { part: { name: name.text, email: email.text, phone: reached.phone } };
}
