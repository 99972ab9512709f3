/** Forms. When an entry cannot be taken, the form is drawn again with all that was entered. */
import type { Words } from '../../words/words.ts';
import { type Card, template } from '../base/card.ts';
import type { Field } from '../base/inputs.ts';
import type { Button } from '../base/verbs.ts';
import formTemplate from './form.json' with { type: 'json' };

const expand = template(formTemplate);

/** A text for some of the fields, by their input's id. */
export type Texts<Field extends string> = { readonly [field in Field]?: string | undefined };
export type FormState<Field extends string> = {
  /** What was entered; nobody has checked it. */
  readonly filled: Texts<Field>;
  /** What is wrong with a field. */
  readonly errors: Texts<Field>;
  /** What the person has to know first; empty when there is nothing. */
  readonly hint: string;
};

export type Form = Pick<FormState<never>, 'hint'> & {
  readonly heading: string;
  /** Our own words above the inputs. */
  readonly lines?: readonly string[];
  /** More lines, which quote what people typed. */
  readonly quotes?: readonly string[];
  readonly fields: readonly Field[];
  /** Says who reads what is entered. */
  readonly audience: string;
  readonly actions: readonly Button[];
};

export const formWith = (words: Words, { heading, hint, lines = [], quotes = [], fields, audience, actions }: Form): Card =>
  expand(words, { heading, fallbackText: heading, fix: hint, lines, quotes, fields, audience, actions });
