/** Whom support calls, and when they can be called. */
import { isZone } from '../../desk/on-call/local-time.ts';
import type { Contact } from '../../outage/types/values.ts';
import type { Entered } from '../draft.ts';
import { collectErrors, isBlank, isTrue, type StepContext, type StepResult } from '../step.ts';
import { readStepTexts } from '../texts.ts';

export function readContact(entered: Entered, { desk }: StepContext): StepResult<Contact> {
  const texts = readStepTexts('contact', entered, desk);
  const timeZone = entered.timeZone ?? '';
  const language = desk.file.desk.languages.find(({ id }) => id === entered.language);
  const aroundTheClock = isTrue(entered.aroundTheClock);
  const errors = collectErrors({
    // Work goes on through the night: if the reporter sleeps, somebody else has to pick up the phone.
    secondContact: aroundTheClock || !isBlank(entered.secondContact ?? '') ? null : 'someone-reachable',
    timeZone: isZone(timeZone) ? null : 'unknown-choice',
    language: language ? null : 'unknown-choice',
  });
  if ('errors' in texts) return { errors: { ...errors, ...texts.errors } };
  if (errors || !language) return { errors: errors ?? {} };
  return {
    part: { ...texts.contact, aroundTheClock, timeZone, language: language.id },
    settled: { phone: texts.contact.phone },
  };
}
