/** Sends an answer: to a press, to a message action, and as a message. */
import { setTimeout as sleepFor } from 'node:timers/promises';
import { ActivityTypes, type TaskModuleTaskInfo, type TurnContext } from 'botbuilder';
import { type Card, withNote } from '../../cards/base/card.ts';
import { type AnswerView, sentenceCard } from '../../cards/layouts/layouts.ts';
import { forDialog } from '../../cards/report/begun.ts';
import { spelledOut } from '../../cards/text.ts';
import { type Reply, sentence } from '../../commands/command.ts';
import { REPORT_MESSAGE } from '../../commands/report/report-from-message.ts';
import { type Message, SendError } from '../../engine/ports/messenger.ts';
import { wordsFor } from '../../words/words.ts';
import type { MessageActionId } from '../in/incoming.ts';
import { toSendError } from './send-error.ts';

/** The answer to an invoke, which Teams waits for. */
export async function respond(context: TurnContext, status: number, body: object): Promise<void> {
  await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status, body } });
}

/** Draws the card for the person who pressed, or shows them a sentence and leaves the card as it is. */
export async function answerPress(context: TurnContext, reply: Reply | null, locale: string): Promise<void> {
  if (reply?.type === 'card') {
    return await respond(context, 200, { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: reply.card });
  }
  const words = wordsFor(locale);
  // No client replaces a macro for a time in it, as it would on a card.
  const value = reply?.type === 'sentence' ? spelledOut(reply.text, words) : words.refusals.unreadable.text;
  await respond(context, 200, { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value });
}

/** Shows the answer in the dialog that a message action opens. */
export async function answerInDialog(
  context: TurnContext,
  answer: Reply | null,
  view: AnswerView,
  action: MessageActionId = REPORT_MESSAGE,
): Promise<void> {
  const reply = answer ?? sentence(view.words.refusals.unreadable);
  const card: Card = reply.type === 'card' ? reply.card : sentenceCard(view, reply.type === 'sentence' ? reply.text : '');
  const submits = Array.isArray(card.actions) && (card.actions as { type: string }[]).some(({ type }) => type === 'Action.Submit');
  const value: TaskModuleTaskInfo = {
    title: (action === REPORT_MESSAGE ? view.words.report.fromMessage : view.words.progress.publish).action,
    width: 'medium',
    height: 'small',
    card: { contentType: 'application/vnd.microsoft.card.adaptive', content: submits ? card : forDialog(card) },
  };
  await respond(context, 200, { task: { type: 'continue', value } });
}

/** The message that a reply is; null: none. */
export function messageOf(reply: Reply, view: AnswerView): Message | null {
  if (reply.type === 'nothing') return null;
  return reply.type === 'card' ? reply : { card: sentenceCard(view, reply.text), summary: spelledOut(reply.text, view.words) };
}

/** Whoever types waits for so long at most; after it, Teams sends what they typed again. */
export const PATIENCE_MS = 8_000;
const FIRST_PAUSE_MS = 500;

/**
 * Posts the answer to what somebody typed. Teams refuses most when most people write (429), so what it did not take is posted again, after the
 * time that it asks for or a growing one; what was most likely lost with its connection is posted once more, labelled. Throws what
 * `post` throws when that does not help within `patienceMs`.
 */
export async function repeating(
  message: Message,
  { words }: Pick<AnswerView, 'words'>,
  post: (message: Message) => Promise<string>,
  { patienceMs = PATIENCE_MS, random = Math.random, sleep = (ms: number): Promise<unknown> => sleepFor(ms) } = {},
): Promise<string> {
  let left = patienceMs;
  for (let pause = FIRST_PAUSE_MS; ; pause *= 2) {
    try {
      return await post(message);
    } catch (error) {
      if (error instanceof SendError && error.atOnce)
        return await post({ ...message, card: withNote(message.card as Card, words.news.repeated) });
      const { failure, retryAfterMs } = toSendError(error, Date.now());
      // Up to a half more, so that a crowd does not come back at once.
      const wait = Math.max(retryAfterMs ?? 0, pause) * (1 + random() / 2);
      if (failure !== 'refused' || wait > left) throw error;
      left -= wait;
      await sleep(wait);
    }
  }
}

/** Some tenants take no answer that does not say in which it is. */
export const sayTenant = (tenantId: string, context: TurnContext) =>
  context.onSendActivities(async (_context, answers, next) => {
    for (const { conversation } of answers) if (conversation) conversation.tenantId ||= tenantId;
    return await next();
  });
