/** A report that is being entered: everything that was typed, kept as typed, whatever step it belongs to. Pure. */
import { z } from 'zod';
import { FIELD_IDS, type FieldId, STEP_FIELDS, STEP_IDS, type StepId } from './fields.ts';

export type Entered = { readonly [field in FieldId]?: string | undefined };

/** Longer than any limit, so that a text that is too long is refused beside its field and not lost at the door. */
const RAW_LIMIT = 20_000;
const enteredSchema: z.ZodType<Entered> = z.partialRecord(z.enum(FIELD_IDS as [FieldId, ...FieldId[]]), z.string().max(RAW_LIMIT));

/** What was entered beside one question of a scenario, as entered. */
export type Given = { readonly id: string; readonly text: string };
/** All that several scenarios ask: who goes back and chooses another one, and then the first again, types nothing twice. */
const MOST_GIVEN = 40;
const givenSchema = z.array(z.object({ id: z.string().max(40), text: z.string().max(RAW_LIMIT) })).max(MOST_GIVEN);

export const draftSchema = z.object({
  /** Made by the server; becomes the outage's id, so that a report exists once however often Done is pressed. */
  nonce: z.guid(),
  person: z.object({ id: z.string(), name: z.string() }),
  step: z.enum(STEP_IDS),
  startedAt: z.number(),
  /** Chosen on the way out: a request, or an outage although nothing in the list fits. Until then it is to be an outage. */
  kind: z.enum(['outage', 'request']).optional(),
  entered: enteredSchema,
  /** By the id of the question; a list, because no id may ever mean something to the language. */
  answers: givenSchema.default([]),
});
export type Draft = z.infer<typeof draftSchema>;

/** What stands there under this name, as text; what is no text, or only inherited, is nothing. */
export function readString(data: unknown, name: string): string {
  const value: unknown = typeof data === 'object' && data !== null ? Object.getOwnPropertyDescriptor(data, name)?.value : undefined;
  return typeof value === 'string' ? value.slice(0, RAW_LIMIT) : '';
}

/**
 * What was entered on a card: only the fields that it asks for, and only text. Clients leave an empty input out, so a
 * field that is missing was left empty or was cleared.
 */
export const readFields = (fields: readonly FieldId[], data: unknown): Entered =>
  Object.fromEntries(fields.map((field) => [field, readString(data, field)]));

export const readEntered = (step: StepId, data: unknown): Entered => readFields(STEP_FIELDS[step], data);

export const givenTo = (answers: readonly Given[], id: string): string => answers.find((one) => one.id === id)?.text ?? '';

/** What is given now stands in the place of what was given before; the oldest of too many is forgotten. */
export const withGiven = (before: readonly Given[], now: readonly Given[]): readonly Given[] =>
  [...before.filter(({ id }) => !now.some((one) => one.id === id)), ...now.filter(({ text }) => text !== '')].slice(-MOST_GIVEN);
