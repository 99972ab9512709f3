/** The phone numbers of the desk, those of the reader's region first, by the time zone: a client's language does not say where somebody is. Pure. */
import { parsePhoneNumberFromString, validatePhoneNumberLength } from 'libphonenumber-js/max';
import { z } from 'zod';
import { isSameZone, isZone } from './on-call/local-time.ts';

/** The first part of an IANA zone's name, such as Europe in Europe/Paris. */
const AREAS = ['Africa', 'America', 'Antarctica', 'Arctic', 'Asia', 'Atlantic', 'Australia', 'Europe', 'Indian', 'Pacific'];

const text = z.string().trim().min(1, 'say something here');
export const phoneSchema = z.strictObject({
  region: text.describe('For whom it is, as it is shown.'),
  number: text.describe('With its country code.'),
  timeZones: z
    .array(
      z
        .string()
        .refine(
          (zone) => AREAS.includes(zone) || isZone(zone),
          `use an IANA time zone such as Europe/Paris, or one of ${AREAS.join(', ')}`,
        ),
    )
    .default([])
    .describe('People in one of these read this number first: an IANA zone, or a part of the world such as Europe.'),
});
export type Phone = z.infer<typeof phoneSchema>;

/** Why a number cannot be called as it is written, from anywhere; null: it can. `UNKNOWN`: no numbering plan has it. */
function faultOf(number: string) {
  return validatePhoneNumberLength(number) ?? (parsePhoneNumberFromString(number)?.isValid() ? null : ('UNKNOWN' as const));
}
export type PhoneFault = NonNullable<ReturnType<typeof faultOf>>;

/** A number that can be called, as E.164: "+4570102030". null: it is none, or lacks its country code. */
export function readNumber(text: string): string | null {
  const parsed = parsePhoneNumberFromString(text);
  return parsed?.isPossible() && !parsed.ext ? parsed.number : null;
}

/** "+45 .. ..30": enough to know whose it is, and not to call it. `number`: as `readNumber` gives it. */
export const shortNumber = (number: string): string =>
  `+${parsePhoneNumberFromString(number)?.countryCallingCode ?? ''} .. ..${number.slice(-2)}`;

/** The link that dials it, by the numbering plans: "+44 (0)20 7946 0958" has a digit that is not dialled from abroad. null: not to be called. */
export function dialLink(number: string): string | null {
  const parsed = parsePhoneNumberFromString(number);
  return parsed?.isValid() ? parsed.getURI() : null;
}

/** `key`: of the number in the desk file. */
export const uncallable = (phones: readonly Phone[]) =>
  phones.flatMap(({ region, number }, index) => {
    const why = faultOf(number);
    return why ? [{ key: `desk.phones.${index}.number`, region, number, why }] : [];
  });

/** The numbers for a time zone, nearest first; none when no number names it. */
export function phonesOfZone(phones: readonly Phone[], timeZone: string): readonly Phone[] {
  const [area = ''] = timeZone.split('/');
  const exact = phones.filter(({ timeZones }) => timeZones.some((zone) => isSameZone(zone, timeZone)));
  return [...exact, ...phones.filter((phone) => !exact.includes(phone) && phone.timeZones.includes(area))];
}

export function phonesFor(phones: readonly Phone[], timeZone: string): readonly Phone[] {
  const own = phonesOfZone(phones, timeZone);
  return [...own, ...phones.filter((phone) => !own.includes(phone))];
}

/** "+45 70 10 20 30 (Europe) or +1 206 555 0100 (Americas)", those of the zone first. */
export const phonesNear = (phones: readonly Phone[], timeZone: string, or: (numbers: readonly string[]) => string): string =>
  or(phonesFor(phones, timeZone).map(({ region, number }) => `${number} (${region})`));
