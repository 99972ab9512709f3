/** An engineer takes an outage: by "ack" in its thread, by the button on its card or in a ping. */
import { outageName } from '../outage/outage.ts';
import { type Command, type PressHandler, says, sentence } from './command.ts';
import { inThread, numberIn } from './in-thread.ts';
import { settled, target } from './on-card.ts';
import { cardClock, refusalText } from './refusals.ts';

export const acknowledge: Command = {
  name: 'ack',
  help: (words) => words.commands.acknowledge,
  menu: ['team'],
  // "ack, on it" and "ack OUT-1042" are; "ack?" is a question, "acknowledge that ..." a remark, "ack not yet" a no.
  parse: says(/^(?!.*\b(?:not|later)\b)\/?(?:ack(?=$|[\s.,:!])|acknowledged?(?=$|[.,:!]|\s+out-?\d))[.,:!]*([^?]{0,80})$/i),
  run: (argument, caller, parts) =>
    inThread('acknowledge', caller, parts, (common) => ({ ...common, type: 'acknowledge' }), { named: numberIn(argument) }),
};

export const acknowledgePress: PressHandler = async (data, caller, parts) => {
  const found = target(data, caller, 'acknowledge');
  if ('reply' in found) return found.reply;
  const outcome = await parts.handle({ type: 'acknowledge', outageId: found.outageId, by: caller.actor });
  return await settled(outcome, caller, parts);
};

/** In a list of several outages: the list stays, and a sentence says what came of it. */
export const acknowledgeListedPress: PressHandler = async (data, caller, parts) => {
  const found = target(data, caller, 'acknowledge');
  if ('reply' in found) return found.reply;
  const outcome = await parts.handle({ type: 'acknowledge', outageId: found.outageId, by: caller.actor });
  const { words } = caller;
  if (outcome.ok) return sentence(words.digest.taken(outageName(outcome.recorded.outage)));
  return sentence(refusalText(outcome.rejection, outcome.recorded?.outage ?? null, words, cardClock(await parts.outages.now())));
};
