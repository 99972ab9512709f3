/** A report that is being entered: everything that was typed in any of its steps, as it was typed. Pure. */
import { z } from 'zod';
import { FIELD_IDS, FIELDS, type FieldId, STEP_FIELDS, STEP_IDS, type StepId } from './fields.ts';
import { readDates, readTime } from './typed.ts';

export type Entered = { readonly [field in FieldId]?: string | undefined };

/** Longer than the limit of any field, so that a text that is too long is kept, and refused beside its field. */
const RAW_LIMIT = 20_000;
/** Cut and not refused: a draft that cannot be read would be lost. */
const rawText = z.string().transform((text) => text.slice(0, RAW_LIMIT));
const enteredSchema: z.ZodType<Entered> = z.partialRecord(z.enum(FIELD_IDS as [FieldId, ...FieldId[]]), rawText);

export type EnteredAnswer = { readonly id: string; readonly text: string };
/** As many as several scenarios ask, so that nobody types an answer twice who chooses another scenario and then the first again. */
const MOST_ANSWERS = 40;
const answersSchema = z.array(z.object({ id: z.string().max(40), text: rawText })).max(MOST_ANSWERS);

export const draftSchema = z.object({
  /** Made by the server. It becomes the id of the outage, so that there is one outage however often Done is pressed. */
  nonce: z.guid(),
  person: z.object({ id: z.string(), name: z.string() }),
  step: z.enum(STEP_IDS),
  startedAt: z.number(),
  /** Chosen when the report seems to be no outage: a request, or an outage although no scenario fits. Not set: an outage. */
  kind: z.enum(['outage', 'request']).optional(),
  entered: enteredSchema,
  /** A list and not an object, because an id such as `__proto__` could change the object itself. */
  answers: answersSchema.default([]),
  /** What its person wrote to the bot beside it. It is in the description; a card says how many of these its description has. */
  remarks: z.array(rawText).optional(),
});
/** `before`: what is stored, as it was read; a new one has none. Only what has not changed since is overwritten. */
export type Draft = z.infer<typeof draftSchema> & { readonly before?: unknown };

/** The text with one more below it, unless it is there already. */
export const addTo = (text: string, more: string): string =>
  more === '' || `\n${text}\n`.includes(`\n${more}\n`) ? text : [text, more].filter((part) => part !== '').join('\n');

/** The draft with what its person wrote beside it, in its description; null: there is no room for it. */
export function withRemark(draft: Draft, remark: string): Draft | null {
  const before = draft.entered.description ?? '';
  const description = addTo(before, remark);
  if (description === before) return draft;
  if (description.length > FIELDS.description.limit) return null;
  return { ...draft, entered: { ...draft.entered, description }, remarks: [...(draft.remarks ?? []), remark] };
}

/** The text of the data's own property of this name; empty when there is none, or when it is no text. */
export function readString(data: unknown, name: string): string {
  const value: unknown = typeof data === 'object' && data !== null ? Object.getOwnPropertyDescriptor(data, name)?.value : undefined;
  return typeof value === 'string' ? value.slice(0, RAW_LIMIT) : '';
}

/** What was entered on a card, of these fields alone. Clients leave out an empty input, so a missing field is an empty text. */
export const readFields = (fields: readonly FieldId[], data: unknown): Entered =>
  Object.fromEntries(fields.map((field) => [field, asInput(FIELDS[field].input?.kind, readString(data, field))]));

/** A date or a time as an input shows it; as it came, where it cannot be read for certain. */
export function asInput(kind: string | undefined, text: string): string {
  if (kind === 'time') return readTime(text) ?? text;
  const [day = '', other] = kind === 'date' ? readDates(text) : [];
  return day && !other ? day : text;
}

export const readEntered = (step: StepId, data: unknown): Entered => readFields(STEP_FIELDS[step], data);

export const answerTo = (answers: readonly EnteredAnswer[], id: string): string => answers.find((one) => one.id === id)?.text ?? '';

/** The earlier answers, replaced by the new ones to the same questions. The oldest of too many are dropped. */
export const withAnswers = (before: readonly EnteredAnswer[], now: readonly EnteredAnswer[]): readonly EnteredAnswer[] =>
  [...before.filter(({ id }) => !now.some((one) => one.id === id)), ...now.filter(({ text }) => text !== '')].slice(-MOST_ANSWERS);
