/** What all forms about an outage have in common: which outage it is, what was filled in, and what is wrong with it. */
import type { Desk } from '../../desk/desk.ts';
import { type Outage, outageName } from '../../outage/types/outage.ts';
import type { Instant } from '../../outage/types/values.ts';
import type { CorrectionId } from '../../report/correction.ts';
import type { Words } from '../../words/words.ts';
import type { Card } from '../base/card.ts';
import { type Choice, choiceInput, type Field, field, textInput } from '../base/inputs.ts';
import { button, type Verb } from '../base/verbs.ts';
import { type Form, type FormState, formWith, type Texts } from '../layouts/layouts.ts';

/** The longest text that a form of an engineer takes, in characters. */
export const MAX_TEXT_LENGTH = 4000;

type EngineersField =
  | 'person'
  | 'team'
  | 'number'
  | 'reason'
  | 'text'
  | 'scenario'
  | 'environment'
  | 'phase'
  | 'next'
  | 'address'
  | 'shared'
  | 'ticket'
  | 'choices'
  | 'remove'
  | 'marked';
/** The follow-ups of a review, by their place in the form. */
export const PLACES = [1, 2, 3, 4, 5] as const;
export type Place = (typeof PLACES)[number];
type ReviewField = 'cause' | 'helped' | `${'change' | 'owner' | 'day'}${Place}`;
/** Which question it replies to, and the reply that was chosen by one tap. */
type RepliersField = 'question' | 'choice';
export type FormField = EngineersField | ReviewField | RepliersField | CorrectionId;
export type FormTexts = Texts<FormField>;

export type FormView = FormState<FormField> & {
  /** Which outage the form is about, and its version as the person knows it. */
  readonly target: { readonly outage: string; readonly version: number };
  /** null: it could not be read, because the store is unavailable. */
  readonly outage: Outage | null;
  readonly desk: Desk;
  readonly words: Words;
  readonly now: Instant;
  /** The other outages that are open, for a merge; empty where there is no need to choose one, or too many. */
  readonly open: readonly Outage[];
  /** Whether Teams searches for people. */
  readonly searchesPeople: boolean;
};
/** What the forms need that ask for nothing but texts. */
export type FilledForm = Omit<FormView, 'desk' | 'now' | 'open' | 'searchesPeople'>;

/** The words of a form. `audience` says who reads what is entered. */
export type FormWords = { readonly heading: (name: string) => string; readonly send: string; readonly audience: string };

type AboutOutage = Pick<Form, 'lines' | 'quotes' | 'fields'> & {
  /** What the first button does. */
  readonly send: Verb;
  /** What the second one shows. */
  readonly back: Verb;
  /** What the heading calls an outage that could not be read. */
  readonly unknown?: string;
};

export const formAboutOutage = (
  { target, outage, words, hint, fix = '' }: FilledForm,
  text: FormWords,
  { send, back, unknown = words.desk.thisOutage, ...form }: AboutOutage,
): Card =>
  formWith(words, {
    ...form,
    heading: text.heading(outage ? outageName(outage) : unknown),
    hint,
    fix,
    audience: text.audience,
    actions: [button(text.send, send, target, 'positive'), button(words.report.back, back, target)],
  });

/** Takes a text of several lines, unless `limit` or `multiline` says otherwise. */
export const textField = (
  { words, filled, errors }: FilledForm,
  id: FormField,
  label: string,
  { limit = MAX_TEXT_LENGTH, multiline = true, placeholder }: { limit?: number; multiline?: boolean; placeholder?: string },
): Field =>
  field(textInput(words, { id, label, value: filled[id] ?? '', limit, multiline, ...(placeholder && { placeholder }) }), errors[id]);

/** A form that asks for one text. `text`: its label by the field's id, and an example. */
export function formWithText<Id extends FormField>(
  view: FilledForm,
  id: Id,
  text: FormWords & { readonly [id in Id | 'example']: string },
  send: Verb,
  { limit = MAX_TEXT_LENGTH, back = 'outage-show', ...options }: Partial<Pick<AboutOutage, 'back' | 'unknown'>> & { limit?: number } = {},
): Card {
  const fields = [textField(view, id, text[id], { limit, placeholder: text.example })];
  return formAboutOutage(view, text, { ...options, send, back, fields });
}

export const choiceField = (
  { words, filled, errors }: FilledForm,
  id: FormField,
  label: string,
  choices: readonly Choice[],
  style: 'compact' | 'expanded' = 'compact',
): Field =>
  field(choiceInput(words, { id, label, value: filled[id] ?? '', choices, style, placeholder: words.ownership.choose }), errors[id]);
