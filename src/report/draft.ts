/** A report that is being entered: everything that was typed, kept as typed, whatever step it belongs to. Pure. */
import { z } from 'zod';
import { LONGEST_LINK } from './message-link.ts';

export const STEP_IDS = ['confirmation', 'scenario', 'details', 'contact', 'review'] as const;
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

export const draftSchema = z.object({
  /** Made by the server; becomes the outage's id, so that a report exists once however often Done is pressed. */
  nonce: z.guid(),
  person: z.object({ id: z.string(), name: z.string() }),
  step: z.enum(STEP_IDS),
  startedAt: z.number(),
  entered: enteredSchema,
});
export type Draft = z.infer<typeof draftSchema>;

/** The inputs of each step's card. */
export const STEP_FIELDS = {
  confirmation: ['environment', 'live', 'many', 'stopped'],
  scenario: ['scenario'],
  details: ['title', 'description', 'began', 'beganDate', 'beganTime', 'affected', 'impact', 'changes'],
  contact: ['name', 'email', 'phone', 'aroundTheClock', 'secondContact', 'timeZone', 'language'],
  review: [],
} as const satisfies { readonly [step in StepId]: readonly FieldId[] };

/**
 * What was entered on a card: only the fields that it asks for, and only text. Clients leave an empty input out, so a
 * field that is missing was left empty or was cleared.
 */
export function readFields(fields: readonly FieldId[], data: unknown): Entered {
  const entered: { [field in FieldId]?: string } = {};
  for (const field of fields) {
    const value = typeof data === 'object' && data !== null ? Object.getOwnPropertyDescriptor(data, field)?.value : undefined;
    entered[field] = typeof value === 'string' ? value.slice(0, RAW_LIMIT) : '';
  }
  return entered;
}

export const readEntered = (step: StepId, data: unknown): Entered => readFields(STEP_FIELDS[step], data);
