/** A report that is being entered: everything that was typed, kept as typed, whatever step it belongs to. Pure. */
import { z } from 'zod';
import { LONGEST_LINK } from './message-link.ts';

export const STEP_IDS = ['confirmation', 'scenario', 'details', 'questions', 'contact', 'review'] as const;
export type StepId = (typeof STEP_IDS)[number];

/** What the inputs of all steps are called, with the longest text that is taken at all. */
export const FIELD_LIMITS = {
  environment: 140,
  live: 5,
  many: 5,
  stopped: 5,
  scenario: 64,
  title: 120,
  description: 4000,
  began: 16,
  beganDate: 10,
  beganTime: 5,
  /** No inputs: the point in time that was made of them, and what it was made of, so that "just now" does not move. */
  beganAt: 16,
  beganFrom: 40,
  /** No input either: the message that the report began with, checked by messageLink. */
  link: LONGEST_LINK,
  affected: 16,
  impact: 1000,
  changes: 1000,
  name: 120,
  onBehalfOf: 120,
  email: 254,
  phone: 40,
  aroundTheClock: 5,
  secondContact: 200,
  timeZone: 64,
  language: 16,
} as const;
export type FieldId = keyof typeof FIELD_LIMITS;
export const FIELD_IDS = Object.keys(FIELD_LIMITS) as FieldId[];

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

/** The inputs of each step's card. */
export const STEP_FIELDS = {
  confirmation: ['environment', 'live', 'many', 'stopped'],
  scenario: ['scenario'],
  details: ['title', 'description', 'began', 'beganDate', 'beganTime', 'affected', 'impact', 'changes'],
  questions: [],
  contact: ['name', 'onBehalfOf', 'email', 'phone', 'aroundTheClock', 'secondContact', 'timeZone', 'language'],
  review: [],
} as const satisfies { readonly [step in StepId]: readonly FieldId[] };

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
