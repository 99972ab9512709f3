/** What a form about an outage is drawn of, for the one person who pressed; again with all that was entered when it cannot be taken. */
import type { Desk } from '../../desk/desk.ts';
import { outageName } from '../../outage/types/numbers.ts';
import type { Outage } from '../../outage/types/outage.ts';
import type { Instant } from '../../outage/types/person.ts';
import type { CorrectableField } from '../../report/correction.ts';
import type { Words } from '../../words/words.ts';

type EngineersField = 'person' | 'team' | 'number' | 'reason' | 'text' | 'scenario' | 'environment' | 'phase' | 'next';
export type FormField = EngineersField | CorrectableField;
/** A text for some of the fields, by their input's id. */
export type FormTexts = { readonly [field in FormField]?: string | undefined };

export type FormView = {
  /** Which outage the form is about, and its version as the person knows it. */
  readonly target: { readonly outage: string; readonly version: number };
  /** null: it could not be read, because the store is away. */
  readonly outage: Outage | null;
  readonly desk: Desk;
  readonly words: Words;
  readonly now: Instant;
  /** What was entered; nobody has checked it. */
  readonly filled: FormTexts;
  /** What is wrong with a field. */
  readonly errors: FormTexts;
  /** What the person has to know first; empty when nothing. */
  readonly hint: string;
  /** The other outages that are open, for a merge; empty where there is no need to choose one, or too many. */
  readonly open: readonly Outage[];
};

export const headingOf = ({ outage, words }: Pick<FormView, 'outage' | 'words'>, form: { readonly heading: (name: string) => string }) =>
  form.heading(outage ? outageName(outage) : words.desk.thisOutage);
