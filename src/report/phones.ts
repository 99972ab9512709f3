/** Telephone numbers that people type: read, shown with their region, and an example for who types another thing. Pure. */
import { type CountryCode, getCountries, getExampleNumber, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/mobile/examples';
import type { Desk } from '../desk/desk.ts';
import { canonicalZone, zonesOfCountry } from '../desk/on-call/local-time.ts';

/** Stands between two numbers in one field, and what people write there. A slash is also written within a number. */
const BETWEEN = ' / ';
const SEPARATORS = [
  /[;,|\n]|\s(?:or|and|oder|und|ou|et|o|y|e|eller|og)\s|\//i,
  /[;,|\n]|\s(?:or|and|oder|und|ou|et|o|y|e|eller|og)\s|\s\/\s/i,
];
const DIGITS_OF_A_NUMBER = /(?:\p{Nd}\P{Nd}*){6}/u;

/** `timeZone`: of who types it. */
export type Typist = { readonly timeZone: string; readonly desk: Desk };

/** The numbers in international form, as people, PDFs and messengers write them; null when nobody can call one of them. */
export function readPhones(typed: string, typist: Typist): string | null {
  const region = zoneRegion(typist.timeZone);
  const text = typed
    .replace(/\p{Cf}/gu, '')
    .normalize('NFKC')
    .replace(/\b(?:tel|callto|sms):\/*/gi, '');
  const isNumber = (part: string) => DIGITS_OF_A_NUMBER.test(part);
  const parts = SEPARATORS.map((separator) => text.split(separator)).find((split) => split.every(isNumber)) ?? [text];
  const numbers = parts.flatMap((part) => (isNumber(part) && parse(part.trim().replace(/^00/, '+'), region)) || []);
  return numbers.length < parts.length ? null : numbers.map((number) => number.formatInternational()).join(BETWEEN);
}

/** A longer one is another number. */
const MOST_EXTENSION = 6;

/** Without its country code a number has to be one of that region: a wrong guess would be called by nobody. */
function parse(text: string, region: CountryCode | undefined) {
  const whole = parsePhoneNumberFromString(text);
  const number = whole ?? parsePhoneNumberFromString(text, region);
  const dials = whole ? whole.isPossible() : number?.isValid();
  return number && dials && (number.ext ?? '').length <= MOST_EXTENSION ? number : null;
}

/** Each number of a field. `region`: ISO 3166, where it is known. `isKnown`: to the numbering plans, so that it can be called. */
export const numbersIn = (text: string) =>
  text.split(BETWEEN).map((number) => {
    const parsed = parsePhoneNumberFromString(number);
    // The library finds a number within other text, too.
    const isKnown = /^\+[\d ().-]+(?: ext\. \d+)?$/.test(number) && parsed?.isValid() === true;
    return { number, region: parsed?.country ?? null, isKnown };
  });

/** Written as people there are used to. */
export const examplePhone = (typist: Typist): string => getExampleNumber(exampleRegion(typist), examples)?.formatInternational() ?? '';

/** The time zone in which somebody with this number is; null where its country has several, or is not known. */
export function zoneOfPhone(number: string): string | null {
  const { country } = parsePhoneNumberFromString(number) ?? {};
  const [zone, another] = country ? zonesOfCountry(country) : [];
  return zone && !another ? zone : null;
}

const countries = new Map<string, CountryCode>();
/**
 * That of the time zone, which the client's country has helped to find. The country itself says less: clients take it from the
 * language that they are shown in. A zone without a country says nothing, and a guess would call a stranger.
 */
function zoneRegion(timeZone: string): CountryCode | undefined {
  if (countries.size === 0) {
    for (const country of getCountries()) for (const zone of zonesOfCountry(country)) countries.set(zone, country);
  }
  return countries.get(canonicalZone(timeZone));
}

/** An example needs some country: that of the desk's first number where the zone has none. */
const exampleRegion = ({ timeZone, desk }: Typist): CountryCode =>
  zoneRegion(timeZone) ?? parsePhoneNumberFromString(desk.file.desk.phones[0]?.number ?? '')?.country ?? 'DK';
