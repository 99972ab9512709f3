/** The types of the report's steps. A step reads what was entered and gives its part of the report, or the errors by field. */
import type { Desk } from '../desk/desk.ts';
import type { Project } from '../desk/desk-file.ts';
import type { Instant, Report } from '../outage/types/values.ts';
import type { Draft, Entered } from './draft.ts';
import type { FieldId, StepId } from './fields.ts';

/** Why a field was refused; the sentences are in words/. */
export const FIELD_ERRORS = [
  'required',
  'too-long',
  'unknown-choice',
  'in-the-future',
  'after-the-report',
  'not-a-time',
  'not-an-email',
  'not-a-phone',
  'someone-reachable',
  'not-a-number',
  'too-long-ago',
] as const;
export type FieldError = (typeof FIELD_ERRORS)[number];
/** `answers`: what is wrong with the answers to a scenario's questions, by their ids. */
export type Errors = { readonly [field in FieldId]?: FieldError } & {
  readonly answers?: readonly { readonly id: string; readonly error: FieldError }[];
};

/** Why the report ends without an error in a field: it is no outage, or must not be reported here. */
export type Exit =
  | { readonly type: 'no-outage'; readonly missing: readonly ('live' | 'many' | 'stopped')[] }
  | { readonly type: 'not-listed' }
  | { readonly type: 'redirected'; readonly scenarioId: string };

export type StepResult<Part> =
  /** `settled`: what to keep instead of what was entered, because its meaning would change ("just now" becomes a time). */
  { readonly part: Part; readonly settled?: Entered } | { readonly errors: Errors } | { readonly exit: Exit };

/** The steps that ask something; the review only shows. */
export type AskingStep = Exclude<StepId, 'review'>;

/** What a press leads to. */
export type Advance =
  | { readonly type: 'show'; readonly draft: Draft; readonly errors: Errors }
  | { readonly type: 'exit'; readonly draft: Draft; readonly exit: Exit }
  | { readonly type: 'submit'; readonly draft: Draft; readonly report: Report };

/** The whole report, or the first step that lacks something. */
export type Completed = { readonly report: Report } | { readonly step: AskingStep; readonly problem: StepResult<never> };

export type StepContext = { readonly desk: Desk; readonly projects: readonly Project[]; readonly now: Instant };

export const isTrue = (value: string | undefined): boolean => value === 'true';

/** Spaces and invisible characters. */
const INVISIBLE = /[\p{White_Space}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/gu;

export const isBlank = (text: string): boolean => text.replace(INVISIBLE, '') === '';

/** The fields that have an error; null when none has. */
export function collectErrors(found: { [field in FieldId]?: FieldError | null }): Errors | null {
  const errors = Object.entries(found).filter(([, error]) => error !== null);
  return errors.length > 0 ? (Object.fromEntries(errors) as Errors) : null;
}
