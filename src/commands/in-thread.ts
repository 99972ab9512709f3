/** What engineers type in the thread of an outage: how the words become the same action as the button. */
import { sentenceCard } from '../cards/answer-card.ts';
import { MAX_UPDATE_LENGTH } from '../cards/engineer-forms.ts';
import { deskCard } from '../cards/outage-cards.ts';
import type { ActionRequest } from '../engine/handle.ts';
import { may, type Permission } from '../outage/may.ts';
import { outageName } from '../outage/outage.ts';
import { isBlank } from '../report/step.ts';
import { type Caller, cardReply, type Parts, type Reply } from './command.ts';
import { cardClock, refusalText } from './refusals.ts';

const say = (text: string, caller: Caller, parts: Parts): Reply => cardReply(sentenceCard({ desk: parts.desk, words: caller.words }, text));

/** The complaint about a text that cannot be taken, or null when it can. */
export function complaint(text: string, caller: Caller, parts: Parts, example: string): Promise<Reply> | null {
  const { refused } = caller.words;
  if (isBlank(text)) return Promise.resolve(say(refused.needsText(example), caller, parts));
  if (text.length > MAX_UPDATE_LENGTH) return Promise.resolve(say(refused.textTooLong(MAX_UPDATE_LENGTH), caller, parts));
  return null;
}

/** The number in "OUT-1042, on it", or null. */
export function numberIn(text: string): number | null {
  const found = /\bOUT-?(\d{1,9})\b/i.exec(text);
  return found ? Number(found[1]) : null;
}

/** "resolve OUT-1002 ..." in the thread of another outage: whichever was meant, the wrong one must not be told of. */
async function namesAnother(text: string, outageId: string, parts: Parts): Promise<boolean> {
  if (!/^OUT-?\d/i.test(text)) return false;
  return numberIn(text) !== (await parts.outages.read(outageId))?.outage.number;
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
  { named = null, text = '' }: { named?: number | null; text?: string } = {},
): Promise<Reply> {
  const { words } = caller;
  if (!may(caller.actor, permission)) return say(words.refused.notPermitted, caller, parts);
  const threadOf = await parts.outages.idByThread(caller.place.conversationId);
  const outageId = named === null ? threadOf : await parts.outages.idByNumber(named);
  if (!outageId) return say(named === null ? words.refused.noThread : words.refused.unknownOutage, caller, parts);
  if (await namesAnother(text, outageId, parts)) return say(words.refused.noThread, caller, parts);
  const outcome = await parts.handle(action({ outageId, by: caller.actor }));
  const now = await parts.outages.now();
  if (!outcome.ok) return say(refusalText(outcome.rejection, outcome.recorded?.outage ?? null, words, cardClock(now)), caller, parts);
  // Nothing came of it because it is so already; an update that Teams sent twice stands in the thread.
  const { outage } = outcome.recorded;
  const hint = outcome.events.length === 0 && permission === 'acknowledge' ? words.refused.alreadyYours(outageName(outage)) : '';
  // Its messages come to its thread, which may not be there yet: who named it elsewhere gets the card to go on with.
  if (outageId !== threadOf)
    return cardReply(deskCard({ outage, desk: parts.desk, words, now }, { mentionOnCall: false, hint, contact: false }));
  if (hint) return say(hint, caller, parts);
  return { type: 'nothing' };
}
