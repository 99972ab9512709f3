/** What engineers type in the thread of an outage: how the words become the same action as the button. */
import { sentenceCard } from '../cards/answer-card.ts';
import { MAX_UPDATE_LENGTH } from '../cards/engineer-forms.ts';
import type { ActionRequest } from '../engine/handle.ts';
import { may, type Permission } from '../outage/may.ts';
import { outageName } from '../outage/outage.ts';
import { type Caller, cardReply, type Parts, type Reply } from './command.ts';
import { cardClock, refusalText } from './refusals.ts';

const say = (text: string, caller: Caller, parts: Parts): Reply => cardReply(sentenceCard({ desk: parts.desk, words: caller.words }, text));

/** The complaint about a text that cannot be taken, or null when it can. */
export function complaint(text: string, caller: Caller, parts: Parts, example: string): Promise<Reply> | null {
  const { refused } = caller.words;
  if (text === '') return Promise.resolve(say(refused.needsText(example), caller, parts));
  if (text.length > MAX_UPDATE_LENGTH) return Promise.resolve(say(refused.textTooLong(MAX_UPDATE_LENGTH), caller, parts));
  return null;
}

/** The number in "OUT-1042, on it", or null. */
export function numberIn(text: string): number | null {
  const found = /\bOUT-?(\d{1,9})\b/i.exec(text);
  return found ? Number(found[1]) : null;
}

/**
 * Acts on the outage whose thread this is. What happened is told by the messages that it causes; only a no, or
 * something that was so already, is answered here.
 */
export async function inThread(
  permission: Permission,
  caller: Caller,
  parts: Parts,
  action: (common: { outageId: string; by: Caller['actor'] }) => ActionRequest,
  /** The outage may also be named by its number, anywhere; null: the thread says which. */
  { named = null }: { named?: number | null } = {},
): Promise<Reply> {
  const { words } = caller;
  if (!may(caller.actor, permission)) return say(words.refused.notPermitted, caller, parts);
  const outageId = named === null ? await parts.outages.idByThread(caller.place.conversationId) : await parts.outages.idByNumber(named);
  if (!outageId) return say(named === null ? words.refused.noThread : words.refused.unknownOutage, caller, parts);
  const outcome = await parts.handle(action({ outageId, by: caller.actor }));
  const now = await parts.outages.now();
  if (!outcome.ok) return say(refusalText(outcome.rejection, outcome.recorded?.outage ?? null, words, cardClock(now)), caller, parts);
  if (outcome.events.length === 0) return say(words.refused.alreadyYours(outageName(outcome.recorded.outage)), caller, parts);
  return { type: 'nothing' };
}
