/** Reports an outage for somebody who has no browser: `maya: report` in the playground's terminal. */
import type { InvokeAnswer, People } from '../e2e/people.ts';
import type { Person } from './cast.ts';
import { type BotMessage, buttonsOf, type Card, inputsOf, readableText } from './recording.ts';

/** What is entered; every other field keeps what the card offers. */
const ENTERED: Readonly<Record<string, string>> = {
  title: 'Invoices cannot be posted',
  description: 'Every posting ends with "Update conflict" since the morning run.',
  began: 'ago-15',
  affected: 'everyone',
  phone: '+45 32 12 34 56',
  aroundTheClock: 'true',
};
const SCENARIO = 'core-process-blocked';
/** The buttons that lead on, the furthest first. */
const ONWARDS = ['report-done', 'join-not', 'report-confirm', 'report-choose', 'report-next'] as const;
/** A report has at most six steps and two offers to join; more presses would go round in a circle. */
const MOST_PRESSES = 12;

type Shown = { readonly card: Card; readonly activityId: string };

/**
 * Types /outage in the person's own chat and answers every card. Returns the text of the last card.
 * @throws when the bot offers no report, or the report does not end; the message holds what the last card says.
 */
export async function reportFor(
  people: People,
  person: Person,
  messagesIn: (conversationId: string) => readonly BotMessage[],
): Promise<string> {
  const chat = await people.directChat(person.id);
  const before = messagesIn(chat).length;
  await people.sayDirectly(person.id, '/outage');
  let shown = await firstCard(() => messagesIn(chat).slice(before));
  for (let presses = 0; presses < MOST_PRESSES; presses++) {
    const buttons = buttonsOf(shown.card);
    const verb = ONWARDS.find((one) => buttons.some((button) => button.verb === one));
    const button = buttons.find((one) => one.verb === verb && (verb !== 'report-choose' || JSON.stringify(one.data).includes(SCENARIO)));
    if (!button && presses > 0) return textOf(shown.card);
    if (!button) throw new Error(`${person.name} cannot report: ${textOf(shown.card)}`);
    const known = inputsOf(shown.card);
    const entered = Object.fromEntries(Object.entries(ENTERED).filter(([id]) => id in known));
    const data = { ...button.data, ...known, ...entered };
    const answer = await people.press(person.id, { conversationId: chat, replyToId: shown.activityId, verb: button.verb, data });
    if (typeof answer.value === 'string') return answer.value;
    shown = { card: answer.value as Card, activityId: shown.activityId };
  }
  throw new Error(`${person.name} has pressed ${MOST_PRESSES} buttons, and the report is still not sent: ${textOf(shown.card)}`);
}

/** The text of a card that answers a press, or its sentence: only the person who pressed sees it, so no page shows it. */
export function answerText({ value }: InvokeAnswer): string {
  return typeof value === 'string' ? value : textOf(value as Card);
}

const textOf = (card: Card): string => readableText({ text: '', cards: [card] });

async function firstCard(messages: () => readonly BotMessage[]): Promise<Shown> {
  for (let looks = 0; looks < 100; looks++) {
    const message = messages().findLast(({ cards }) => cards.length > 0);
    const card = message?.cards.at(-1);
    if (message && card) return { card, activityId: message.activityId };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('The bot did not answer /outage within 10 seconds.');
}
