/** An engineer takes an outage: by "ack" in its thread, by the button on its card or in a ping. */
import { questionCard } from '../../cards/layouts/answer.ts';
import { may } from '../../outage/permissions.ts';
import { outageName } from '../../outage/types/numbers.ts';
import { cardClock, refusalText } from '../authorize/rejection-text.ts';
import { type Caller, type Command, cardReply, type PressHandler, type Reply, type Services, says, sentence } from '../command.ts';
import { settled, target } from '../forms/outage-press.ts';
import { inThread, numberIn } from '../forms/outage-thread.ts';
import { normalise } from '../normalise.ts';

/** Nothing but plain words that somebody has it: "on it", "I'm looking into this", "taking it". */
const ON_IT =
  /^\/?(?:ack(?:nowledged?)?|(?:i(?:['’]?m| am)\s+)?(?:on (?:it|this)|taking (?:it|this)(?: over| now)?|looking(?: (?:at|into) (?:it|this))?(?: now)?)|i(?:['’]ll| will)?\s+take (?:it|this))[\s.,!]*$/i;

/** What could mean that somebody takes it, or asks whether somebody does. */
const MAYBE =
  /\b(?:ack(?:nowledged?)?|tak(?:e|es|ing)|took|on (?:it|this)|look(?:s|ing)?|mine|got (?:it|this)|(?:i|we) (?:can|could|might))\b/i;
const LONGEST_QUESTION = 120;

// "ack, on it" and "ack OUT-1042" are; "ack?" is a question, "acknowledge that ..." a remark, "ack not yet" a no.
const ackIn = says(/^(?!.*\b(?:not|later)\b)\/?(?:ack(?=$|[\s.,:!])|acknowledged?(?=$|[.,:!]|\s+out-?\d))[.,:!]*([^?]{0,80})$/i);

export const acknowledge: Command = {
  name: 'ack',
  needs: 'acknowledge',
  help: (words) => words.commands.acknowledge,
  menu: ['team'],
  parse: (text) => (ON_IT.test(text) ? '' : ackIn(text)),
  run: (argument, caller, services) =>
    inThread('acknowledge', caller, services, (common) => ({ ...common, type: 'acknowledge' }), { named: numberIn(argument) }),
};

export const acknowledgePress: PressHandler = async (data, caller, services) => {
  const found = target(data, caller, 'acknowledge');
  if ('reply' in found) return found.reply;
  const outcome = await services.handle({ type: 'acknowledge', outageId: found.outageId, by: caller.actor });
  return await settled(outcome, caller, services);
};

/** In a list of several outages: the list stays, and a sentence says what came of it. */
export const acknowledgeListedPress: PressHandler = async (data, caller, services) => {
  const found = target(data, caller, 'acknowledge');
  if ('reply' in found) return found.reply;
  const outcome = await services.handle({ type: 'acknowledge', outageId: found.outageId, by: caller.actor });
  const { words } = caller;
  if (outcome.ok) return sentence(words.digest.taken(outageName(outcome.recorded.outage)));
  return sentence(refusalText(outcome.rejection, outcome.recorded?.outage ?? null, words, cardClock(await services.outages.now())));
};

/** Whether these words, said to others and not to the bot, take an outage all the same. */
export const takesIt = (text: string): boolean => ON_IT.test(normalise(text));

/** By words that were not said to the bot, or by a reaction: nobody asked it anything, so it answers nothing. */
export async function takeQuietly(threadId: string, caller: Caller, services: Services): Promise<Reply> {
  const outageId = await services.outages.idByThread(threadId);
  if (outageId === null) return { type: 'nothing' };
  if (!may(caller.actor, 'acknowledge')) return { type: 'nothing', refused: 'not-permitted' };
  await services.handle({ type: 'acknowledge', outageId, by: caller.actor });
  return { type: 'nothing' };
}

/**
 * "Can somebody take this?", "maybe I can", "ack?" by an engineer in the thread of an outage that waits: a question with
 * one button. null: it is nothing of the kind.
 */
export async function askBack(text: string, caller: Caller, services: Services): Promise<Reply | null> {
  if (text.length > LONGEST_QUESTION || !MAYBE.test(text) || !may(caller.actor, 'acknowledge')) return null;
  const outageId = await services.outages.idByThread(caller.place.conversationId);
  const outage = outageId ? (await services.outages.read(outageId))?.outage : null;
  if (outage?.state !== 'reported') return null;
  return cardReply(questionCard({ desk: services.desk, words: caller.words }, outage));
}
