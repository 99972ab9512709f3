/** Forms. When an entry cannot be taken, the form is drawn again with all that was entered. */
import type { Words } from '../../words/words.ts';
import { type Card, template } from '../base/card.ts';
import type { Field } from '../base/inputs.ts';
import type { Button } from '../base/verbs.ts';
import formTemplate from './form.json' with { type: 'json' };

const expand = template(formTemplate);

export type Form = {
  readonly heading: string;
  /** What the person has to know first; empty when there is nothing. */
  readonly hint: string;
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
