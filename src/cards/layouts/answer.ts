/** Short answers to one person: a heading, lines, buttons and the phone numbers. */
import type { Desk } from '../../desk/desk.ts';
import { phonesFor } from '../../desk/phones.ts';
import type { Words } from '../../words/words.ts';
import { type Card, template } from '../base/card.ts';
import type { Button, Link } from '../base/verbs.ts';
import answerTemplate from './answer.json' with { type: 'json' };

const expand = template(answerTemplate);

/** `timeZone`: of the reader, whose region's phone number comes first. Without it the numbers are in the order of the desk file. */
export type AnswerView = { readonly desk: Desk; readonly words: Words; readonly timeZone?: string };
type Answer = {
  readonly heading: string;
  readonly lines: readonly string[];
  readonly actions?: readonly (Button | Link)[];
  readonly phones?: boolean;
};

/** `phones`: false leaves out the phone numbers. An answer has them unless it says otherwise, because it may be all that a person sees. */
export function answer({ desk, words, timeZone = '' }: AnswerView, { heading, lines, actions = [], phones = true }: Answer): Card {
  return expand(words, {
    heading,
    lines,
    phones: phones ? words.phones(phonesFor(desk.file.desk.phones, timeZone)) : '',
    fallbackText: [heading, ...lines].join(' '),
    actions,
  });
}

export const sentenceCard = (view: AnswerView, heading: string, lines: readonly string[] = []): Card => answer(view, { heading, lines });
