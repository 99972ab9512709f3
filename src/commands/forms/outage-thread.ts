/** What engineers type in the thread of an outage: how the words become the same action as the button. */
import { sentenceCard } from '../../cards/layouts/answer.ts';
import { MAX_TEXT_LENGTH } from '../../cards/outage/form.ts';
import { deskCard, stateText } from '../../cards/outage/outage.ts';
import type { ActionRequest } from '../../engine/handle.ts';
import { may, type Permission } from '../../outage/permissions.ts';
import { numberOf, outageName, type Series } from '../../outage/types/numbers.ts';
import type { Outage } from '../../outage/types/outage.ts';
import { workRoomOf } from '../../outage/types/outage.ts';
import { isBlank } from '../../report/step.ts';
import { type Sentence, textOf } from '../../words/denial.ts';
import { cardClock, refusalText } from '../authorize/rejection-text.ts';
import { atDesk } from '../authorize/visibility.ts';
import { type Caller, cardReply, type Reply, refusing, type Services } from '../command.ts';

/** One sentence as an answer to what was typed. */
export const sayLine = (said: Sentence, caller: Caller, services: Services): Reply =>
  refusing(said, cardReply(sentenceCard({ desk: services.desk, words: caller.words, timeZone: caller.timeZone }, textOf(said))));

export const sayLike = (example: string, caller: Caller, services: Services): Reply =>
  sayLine(caller.words.engineer.say.like(example), caller, services);

/** The complaint about a text that cannot be taken, or null when it can. */
export function complaint(
  text: string,
  caller: Caller,
  services: Services,
  example: string,
  needs = caller.words.refused.needsText,
): Promise<Reply> | null {
  const { refused } = caller.words;
  if (isBlank(text)) return Promise.resolve(sayLine(needs(example), caller, services));
  if (text.length > MAX_TEXT_LENGTH) return Promise.resolve(sayLine(refused.textTooLong(MAX_TEXT_LENGTH), caller, services));
  return null;
}

const SERIES_OF: { readonly [prefix: string]: Series } = { OUT: 'outage', DRILL: 'drill', REQ: 'request' };

/** The number in "OUT-1042, on it", as the record has it; null when there is none. */
export function numberIn(text: string): number | null {
  const found = /\b(OUT|DRILL|REQ)-?(\d{1,9})\b/i.exec(text);
  return found ? numberOf(SERIES_OF[found[1]?.toUpperCase() ?? ''] ?? 'outage', Number(found[2])) : null;
}

/** "resolve OUT-1002 ..." in the thread of another outage: whichever was meant, the wrong one must not be told of. */
async function namesAnother(text: string, outageId: string, services: Services): Promise<boolean> {
  if (!/^(?:OUT|DRILL|REQ)-?\d/i.test(text)) return false;
  const outage = (await services.outages.read(outageId))?.outage;
  return ![outage?.number, outage?.request?.number].includes(numberIn(text) ?? undefined);
}

type Wanted = ActionRequest | Reply;
const isReply = (wanted: Wanted): wanted is Reply => wanted.type === 'card' || wanted.type === 'sentence' || wanted.type === 'nothing';

/** Nothing came of it because it is so already; a text that Teams sent twice stands in the thread. */
function nothingNew(permission: Permission, outage: Outage, { words }: Caller): string {
  if (permission === 'update' || permission === 'note') return '';
  const name = outageName(outage);
  return permission === 'acknowledge' ? words.refused.alreadyYours(name) : words.engineer.say.so(name);
}

/**
 * Acts on the outage whose thread this is. What happened is told by the messages that it causes; only a no, or
 * something that was so already, is answered here.
 */
export async function inThread(
  permission: Permission,
  caller: Caller,
  services: Services,
  /** A reply instead of an action says what is missing. */
  action: (common: { outageId: string; by: Caller['actor'] }, read: () => Promise<Outage | null>) => Wanted | Promise<Wanted>,
  /** The outage may also be named by its number, anywhere; null: the thread says which. */
  { named = null, text = '' }: { named?: number | null; text?: string } = {},
): Promise<Reply> {
  const { words } = caller;
  if (!may(caller.actor, permission)) return sayLine(words.refused.notPermitted, caller, services);
  const threadOf = await services.outages.idByThread(caller.place.conversationId);
  const outageId = named === null ? threadOf : await services.outages.idByNumber(named);
  if (!outageId) return sayLine(named === null ? words.refused.noThread : words.refused.unknownOutage, caller, services);
  if (await namesAnother(text, outageId, services)) return sayLine(words.refused.noThread, caller, services);
  const wanted = await action({ outageId, by: caller.actor }, async () => (await services.outages.read(outageId))?.outage ?? null);
  if (isReply(wanted)) return wanted;
  const outcome = await services.handle(wanted);
  const now = await services.outages.now();
  if (!outcome.ok)
    return sayLine(refusalText(outcome.rejection, outcome.recorded?.outage ?? null, words, cardClock(now)), caller, services);
  const { outage } = outcome.recorded;
  const hint = outcome.events.length === 0 ? nothingNew(permission, outage, caller) : '';
  // Its messages come to its thread, which may not be there yet: who named it elsewhere gets the card to go on with.
  // What others read with them says no more than the number and the state.
  if (outageId !== threadOf && caller.place.kind !== 'personal' && !atDesk(caller, workRoomOf(outage)))
    return sayLine(words.desk.heading(outageName(outage), stateText(outage, words)), caller, services);
  if (outageId !== threadOf)
    return cardReply(deskCard({ outage, desk: services.desk, words, now }, { mentionOnCall: false, hint, contact: false }));
  if (hint) return sayLine(hint, caller, services);
  return { type: 'nothing' };
}
