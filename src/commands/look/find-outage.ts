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
export const findOutage: Find<string, Shown> = async (argument, caller, services) => {
  const { words, place } = caller;
  const digits = /\d+/.exec(argument)?.[0];
  // A number without letters is that of an outage.
  const named = digits ? (numberIn(argument) ?? Number(digits)) : null;
  const id = named !== null ? await services.outages.idByNumber(named) : await services.outages.idByThread(place.conversationId);
  if (named === null && id === null) return { reply: sayLine(words.look.list.which, caller, services) };
  const recorded = id === null ? null : await services.outages.read(id);
  const showing = recorded && (await showingOf(recorded.outage, caller));
  if (!recorded || !showing) return { reply: sayLine(words.refusals.unknownOutage, caller, services) };
  return showing === 'own-chat' ? { reply: sayLine(words.look.list.ownChat, caller, services) } : { found: { recorded, showing } };
};
