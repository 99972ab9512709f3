/** Sends an answer: to a press, to a message action, and as a message. */
import { ActivityTypes, type TaskModuleTaskInfo, type TurnContext } from 'botbuilder';
import type { Card } from '../../cards/base/card.ts';
import { type AnswerView, sentenceCard } from '../../cards/layouts/layouts.ts';
import { forDialog } from '../../cards/report/begun.ts';
import { spelledOut } from '../../cards/text.ts';
import { type Reply, sentence } from '../../commands/command.ts';
import { SendError } from '../../engine/ports/messenger.ts';
import { wordsFor } from '../../words/words.ts';
import { cardActivity } from './messenger.ts';

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
export async function answerInDialog(context: TurnContext, answer: Reply | null, view: AnswerView): Promise<void> {
  const reply = answer ?? sentence(view.words.refusals.unreadable);
  const card: Card = reply.type === 'card' ? reply.card : sentenceCard(view, reply.type === 'sentence' ? reply.text : '');
  const submits = Array.isArray(card.actions) && (card.actions as { type: string }[]).some(({ type }) => type === 'Action.Submit');
  const value: TaskModuleTaskInfo = {
    title: view.words.report.fromMessage.action,
    width: 'medium',
    height: 'small',
    card: { contentType: 'application/vnd.microsoft.card.adaptive', content: submits ? card : forDialog(card) },
  };
  await respond(context, 200, { task: { type: 'continue', value } });
}

/** A message in the same conversation; gives its id, empty where Teams gives none. Throws what the SDK throws when Teams does not take it. */
export async function answerByMessage(context: TurnContext, reply: Reply, view: AnswerView): Promise<string> {
  if (reply.type === 'nothing') return '';
  const message = reply.type === 'card' ? reply : { card: sentenceCard(view, reply.text), summary: spelledOut(reply.text, view.words) };
  try {
    return (await context.sendActivity(cardActivity(message)))?.id ?? '';
  } catch (error) {
    if (!(error instanceof SendError && error.atOnce)) throw error;
    const repeated = { type: 'TextBlock', text: view.words.news.repeated, size: 'Small', isSubtle: true, wrap: true };
    const card = { ...message.card, body: [...((message.card.body ?? []) as object[]), repeated] };
    return (await context.sendActivity(cardActivity({ ...message, card })))?.id ?? '';
  }
}
