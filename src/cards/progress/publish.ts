/** What an engineer checks before words of the desk's thread go out: the text, what in it may be secret, and who will read it. */
import type { Sensitive, SensitiveAt } from '../../desk/sensitive.ts';
import { outageName } from '../../outage/types/outage.ts';
import { isBlank } from '../../report/step.ts';
import { type Card, firstThatFits } from '../base/card.ts';
import { choiceInput, type Element, type Field, field } from '../base/inputs.ts';
import { button } from '../base/verbs.ts';
import { formWith } from '../layouts/layouts.ts';
import { type FilledForm, textField } from '../outage/form.ts';
import { asName, plain } from '../text.ts';
import { updateChoices } from './progress.ts';

export type Preview = {
  /** As it is drawn. */
  readonly text: string;
  readonly found: readonly SensitiveAt[];
  /** Each once. */
  readonly choices: readonly (Sensitive & { readonly value: string })[];
  /** The values of what is taken out, with commas between them. */
  readonly taken: string;
  /** How many are taken out without a choice, because they are too many to show. */
  readonly more: number;
  /** Which were shown, as the form says when it is sent. */
  readonly marked: string;
  /** Where an update will be read; null: the outage could not be read. */
  readonly places: readonly string[] | null;
};

const MOST_PLACES = 6;

export function publishForm(view: FilledForm & Preview): Card {
  const { outage, words, target, hint, fix = '', errors, text, found, choices, taken, more, marked, places } = view;
  const say = words.progress.publish;
  const input = choiceInput(words, {
    id: 'remove',
    label: say.remove,
    value: taken,
    choices: choices.map(({ value, ...one }) => ({ title: asName(say.choice(say.kinds[one.kind], one.text)), value })),
    style: 'expanded',
    isMultiSelect: true,
  });
  const draw = (shown: readonly Field[]) =>
    formWith(words, {
      heading: say.heading(outage ? outageName(outage) : words.desk.thisOutage),
      hint,
      fix,
      lines: [found.length > 0 ? say.check : isBlank(text) ? say.begin : say.clean],
      fields: [
        ...shown,
        ...(choices.length > 0 ? [field(input, errors.remove)] : []),
        ...(more > 0 ? [[{ type: 'TextBlock', text: say.more(more), wrap: true }]] : []),
        textField(view, 'text', say.text, { placeholder: say.example }),
        ...updateChoices(view),
      ],
      audience: places ? say.audience(places.slice(0, MOST_PLACES), places.length - MOST_PLACES) : words.progress.updateForm.audience,
      actions: [
        button(say.send, 'outage-publish', { ...target, marked, choice: 'update' }, 'positive'),
        button(say.keep, 'outage-publish', { ...target, marked, choice: 'note' }),
        button(words.report.back, 'outage-show', target),
      ],
    });
  const lines = found.length > 0 ? highlighted(text, found) : [];
  return firstThatFits([() => draw(lines.length > 0 ? [[{ type: 'Container', style: 'emphasis', items: lines }]] : []), () => draw([])]);
}

/** More than this is no preview: the text stands in its field anyway. */
const MOST_LINES = 40;

function highlighted(text: string, found: readonly SensitiveAt[]): readonly Element[] {
  const drawn: Element[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    if (line.trim() !== '') drawn.push(richLine(line, start, found));
    start += line.length + 1;
  }
  return drawn.length > MOST_LINES ? [] : drawn;
}

function richLine(line: string, start: number, found: readonly SensitiveAt[]): Element {
  const inlines: Element[] = [];
  const add = (part: string, marks: object) => part !== '' && inlines.push({ type: 'TextRun', text: plain(part), ...marks });
  let at = 0;
  for (const { index, text } of found) {
    const [from, to] = [Math.max(index - start, at), Math.min(index - start + text.length, line.length)];
    if (from >= to) continue;
    add(line.slice(at, from), {});
    add(line.slice(from, to), { highlight: true, weight: 'Bolder' });
    at = to;
  }
  add(line.slice(at), {});
  return { type: 'RichTextBlock', spacing: 'Small', inlines };
}
