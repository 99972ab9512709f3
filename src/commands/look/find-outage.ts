/** Which outage somebody asks for, and how they may see it here. */
import type { Recorded } from '../../engine/ports/outages.ts';
import { type Showing, showingOf } from '../authorize/visibility.ts';
import type { Find } from '../command.ts';
import { numberIn, sayLine } from '../forms/outage-thread.ts';

type Shown = { readonly recorded: Recorded; readonly showing: Exclude<Showing, 'own-chat'> };

/**
 * By the number that was typed; without one, the outage whose thread this is. For an outage that somebody may not see
 * the answer is the same as for one that does not exist.
 */
export const findOutage: Find<string, Shown> = async (argument, turn) => {
  const { words, place } = turn;
  const digits = /\d+/.exec(argument)?.[0];
  // A number without letters is that of an outage.
  const named = digits ? (numberIn(argument) ?? Number(digits)) : null;
  const id = named !== null ? await turn.outages.idByNumber(named) : await turn.outages.idByThread(place.conversationId);
  if (named === null && id === null) return { reply: sayLine(words.look.list.which, turn) };
  const recorded = id === null ? null : await turn.outages.read(id);
  const showing = recorded && (await showingOf(recorded.outage, turn));
  if (!recorded || !showing) return { reply: sayLine(words.refusals.unknownOutage, turn) };
  return showing === 'own-chat' ? { reply: sayLine(words.look.list.ownChat, turn) } : { found: { recorded, showing } };
};
