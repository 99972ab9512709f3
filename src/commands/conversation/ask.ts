/** An engineer asks the reporter alone: by "ask ..." in the thread, or by a form. */
import { askForm, LONGEST_CHOICE, MOST_CHOICES } from '../../cards/conversation.ts';
import { isOpen } from '../../outage/types/outage.ts';
import { type Command, type Presses, says } from '../command.ts';
import { engineerForm, fieldText } from '../forms/outage-form.ts';
import { textInThread } from '../forms/outage-thread.ts';

/** "ask Does it fail for all? [Yes, No]" */
const CHOICES_AT_END = /^([\s\S]*\S)\s*[[\uFF3B]([^[\]\uFF3B\uFF3D]{1,200})[\]\uFF3D]\s*$/;

/** Separated by commas or slashes, also those of Japanese, each once; null: more or longer than a card has room for, or an address. */
function choicesIn(text: string): readonly string[] | null {
  if (text.includes('://')) return null;
  const choices = [...new Set(text.split(/[,;/\n\u3001\uFF0C\uFF1B\uFF0F]/).map((one) => one.trim()))].filter((one) => one !== '');
  return choices.length <= MOST_CHOICES && choices.every((one) => one.length <= LONGEST_CHOICE) ? choices : null;
}

/** The question, and the replies that it offers in brackets at its end. What cannot be such replies is part of the question. */
function questionIn(said: string): { readonly text: string; readonly choices: readonly string[] } {
  const [, text = said, offered = ''] = CHOICES_AT_END.exec(said) ?? [];
  const choices = choicesIn(offered);
  return choices && choices.length > 0 ? { text, choices } : { text: said, choices: [] };
}

export const ask: Command = {
  name: 'ask',
  needs: 'ask',
  menu: ['room'],
  parse: says(/^\/?ask(?:\s+(?:the\s+)?reporter)?(?=$|[\s:,])[:,]?([\s\S]*)$/i),
  run: textInThread(
    ({ examples }) => examples.ask,
    (said, common) => ({ ...common, type: 'ask', ...questionIn(said), seen: null }),
  ),
};

export const { presses: askPresses } = engineerForm({
  needs: 'ask',
  verb: 'outage-ask',
  fits: isOpen,
  fields: ['text', 'choices'],
  draw: askForm,
  done: (events, { words }) => words.conversation.ask[events.length > 0 ? 'heard' : 'waits'],
  action(sent) {
    const read = fieldText(sent, 'text');
    if ('errors' in read) return read;
    const choices = choicesIn(sent.filled.choices ?? '');
    if (!choices) return { errors: { choices: sent.words.conversation.ask.tooManyChoices(MOST_CHOICES, LONGEST_CHOICE) } };
    return { ...sent.common, type: 'ask', text: read.text, choices, seen: sent.seen };
  },
}) satisfies { presses: Partial<Presses> };
