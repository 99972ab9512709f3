/** Reads the texts that the report keeps, each by its record in fields.ts. Pure. */
import { z } from 'zod';
import type { Desk } from '../desk/desk.ts';
import { type Contact, cutTo, type Report } from '../outage/types/values.ts';
import type { Entered } from './draft.ts';
import { type ContactPart, FIELD_IDS, FIELDS, type FieldId, type Input, type JoiningId, type ReportPart, type TextId } from './fields.ts';
import { readPhones } from './phones.ts';
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
export function readText(id: TextId, entered: Entered, desk: Desk): ReadText {
  const { input, limit, kept }: { input: Input; limit: number; kept: { whenEmpty: string } } = FIELDS[id];
  const text = (entered[id] ?? '').trim();
  if (isBlank(text)) return kept.whenEmpty === 'refused' ? wrong('required') : { text: '', error: null };
  if (input.kind === 'choice') return input.among?.includes(text) ? { text, error: null } : wrong('required');
  if (text.length > limit) return wrong('too-long');
  switch (input.kind === 'text' && input.format) {
    case 'email':
      return emailSchema.safeParse(text).success ? { text, error: null } : wrong('not-an-email');
    case 'phone': {
      const numbers = readPhones(text, { timeZone: entered.timeZone ?? '', desk });
      return numbers === null ? wrong('not-a-phone') : { text: numbers, error: null };
    }
    default:
      return { text, error: null };
  }
}

export type Texts = readonly { readonly id: TextId; readonly text: string }[];

export function readTexts(ids: readonly TextId[], entered: Entered, desk: Desk): { texts: Texts } | { errors: Errors } {
  const read = ids.map((id) => ({ id, ...readText(id, entered, desk) }));
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
export function readStepTexts<Step extends 'details' | 'contact'>(
  step: Step,
  entered: Entered,
  desk: Desk,
): StepTexts<Step> | { errors: Errors } {
  const read = readTexts(
    TEXT_IDS.filter((id) => FIELDS[id].step === step),
    entered,
    desk,
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
    const text = cutTo(entered[id] ?? '', limit).trim();
    return text === '' ? [] : [{ id, text, named: kept.joining === 'named' }];
  });
const goesAlong = (id: TextId): id is JoiningId => FIELDS[id].kept.joining !== null;
