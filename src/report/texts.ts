/** Reads the texts that the report keeps, each by its record in fields.ts. Pure. */
import { type CountryCode, getCountries, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { z } from 'zod';
import { canonicalZone, zonesOfCountry } from '../desk/on-call/local-time.ts';
import type { Contact, Report } from '../outage/types/values.ts';
import type { Entered } from './draft.ts';
import { type ContactPart, FIELD_IDS, FIELDS, type FieldId, type Input, type JoiningId, type ReportPart, type TextId } from './fields.ts';
import { collectErrors, type Errors, type FieldError, isBlank } from './step.ts';

const isText = (id: FieldId): id is TextId => {
  const { kept } = FIELDS[id];
  return kept !== null && 'whenEmpty' in kept;
};
export const TEXT_IDS: readonly TextId[] = FIELD_IDS.filter(isText);

/** Lenient: support calls, and refusing a right address costs more here than taking a wrong one. */
const emailSchema = z.email({ pattern: /^[^\s@"<>]+@[^\s@"<>]+\.[^\s@"<>.]+$/u });

type ReadText = { readonly text: string; readonly error: FieldError | null };
const wrong = (error: FieldError): ReadText => ({ text: '', error });

/** The text of a field, trimmed; an error where it is empty but needed, too long, or not what the field asks for. */
export function readText(id: TextId, entered: Entered): ReadText {
  const { input, limit, kept }: { input: Input; limit: number; kept: { whenEmpty: string } } = FIELDS[id];
  const text = (entered[id] ?? '').trim();
  if (isBlank(text)) return kept.whenEmpty === 'refused' ? wrong('required') : { text: '', error: null };
  if (input.kind === 'choice') return input.among?.includes(text) ? { text, error: null } : wrong('required');
  if (text.length > limit) return wrong('too-long');
  switch (input.kind === 'text' && input.format) {
    case 'email':
      return emailSchema.safeParse(text).success ? { text, error: null } : wrong('not-an-email');
    case 'phone':
      return readPhone(text, entered.timeZone ?? '');
    default:
      return { text, error: null };
  }
}

/** Stands between two numbers in one field, and what people write there. A slash is also written within a number. */
const BETWEEN = ' / ';
const SEPARATORS = [
  /[;,|\n]|\s(?:or|and|oder|und|ou|et|o|y|e|eller|og)\s|\//i,
  /[;,|\n]|\s(?:or|and|oder|und|ou|et|o|y|e|eller|og)\s|\s\/\s/i,
];
const DIGITS_OF_A_NUMBER = /(?:\p{Nd}\P{Nd}*){6}/u;

/** Numbers that somebody can call, as people, PDFs and messengers write them. Without a country they are of that of the time zone. */
function readPhone(typed: string, timeZone: string): ReadText {
  const country = countryOf(timeZone);
  const text = typed
    .replace(/\p{Cf}/gu, '')
    .normalize('NFKC')
    .replace(/\b(?:tel|callto|sms):\/*/gi, '');
  const parse = (part: string) => parsePhoneNumberFromString(part.trim().replace(/^00/, '+'), country);
  const isNumber = (part: string) => DIGITS_OF_A_NUMBER.test(part);
  const parts = SEPARATORS.map((separator) => text.split(separator)).find((split) => split.every(isNumber)) ?? [text];
  const numbers = parts.filter(isNumber).flatMap((part) => parse(part) ?? []);
  if (numbers.length < parts.length || !numbers.every((number) => number.isPossible())) return wrong('not-a-phone');
  return { text: numbers.map((number) => number.formatInternational()).join(BETWEEN), error: null };
}

/** Whether all numbers of a field are in use as far as the numbering plans tell. */
export const isCheckedPhone = (text: string): boolean =>
  text.split(BETWEEN).every((number) => parsePhoneNumberFromString(number)?.isValid() ?? false);

const countries = new Map<string, CountryCode>();
/** The country that a time zone is of. */
function countryOf(timeZone: string): CountryCode | undefined {
  if (countries.size === 0) {
    for (const country of getCountries()) for (const zone of zonesOfCountry(country)) countries.set(zone, country);
  }
  return countries.get(canonicalZone(timeZone));
}

export type Texts = readonly { readonly id: TextId; readonly text: string }[];

export function readTexts(ids: readonly TextId[], entered: Entered): { texts: Texts } | { errors: Errors } {
  const read = ids.map((id) => ({ id, ...readText(id, entered) }));
  const errors = collectErrors(Object.fromEntries(read.map(({ id, error }) => [id, error])));
  return errors ? { errors } : { texts: read };
}

/** The texts by the parts of the report, or of its contact, that keep them. */
export const partsIn = (where: 'report' | 'contact', texts: Texts): { readonly [part: string]: string } =>
  Object.fromEntries(texts.flatMap(({ id, text }) => (FIELDS[id].kept.in === where ? [[FIELDS[id].kept.as, text]] : [])));

type OfStep<Step> = { readonly step: Step; readonly kept: { readonly whenEmpty: string } };
/** What a step's texts make of the report, and of its contact. */
export type StepTexts<Step> = {
  readonly report: Pick<Report, ReportPart<OfStep<Step>>>;
  readonly contact: Pick<Contact, ContactPart<OfStep<Step>>>;
};

/** All texts of a step. An empty one that the report does without is left out. */
export function readStepTexts<Step extends 'details' | 'contact'>(step: Step, entered: Entered): StepTexts<Step> | { errors: Errors } {
  const read = readTexts(
    TEXT_IDS.filter((id) => FIELDS[id].step === step),
    entered,
  );
  if ('errors' in read) return read;
  const texts = read.texts.filter(({ id, text }) => text !== '' || FIELDS[id].kept.whenEmpty !== 'left-out');
  return { report: partsIn('report', texts), contact: partsIn('contact', texts) } as StepTexts<Step>;
}

export function textIn(report: Partial<Report>, id: TextId): string | undefined {
  const { kept } = FIELDS[id];
  return kept.in === 'contact' ? report.contact?.[kept.as] : report[kept.as];
}

/** What goes along when its person joins an outage instead of reporting it. `named`: it says nothing without its name. */
export const joiningTexts = (entered: Entered): readonly { readonly id: JoiningId; readonly text: string; readonly named: boolean }[] =>
  TEXT_IDS.filter(goesAlong).flatMap((id) => {
    const { limit, kept }: { limit: number; kept: { joining: 'as-typed' | 'named' } } = FIELDS[id];
    const text = (entered[id] ?? '').slice(0, limit).trim();
    return text === '' ? [] : [{ id, text, named: kept.joining === 'named' }];
  });
const goesAlong = (id: TextId): id is JoiningId => FIELDS[id].kept.joining !== null;
