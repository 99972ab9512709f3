/** "/outage status OUT-1042": its card. "/outage timeline OUT-1042": who did what. In the desk's thread also without a number. */
import { timelineCard } from '../../cards/look/timeline.ts';
import { deskCard, followerCard, originCard } from '../../cards/outage/outage.ts';
import type { Recorded } from '../../engine/ports/outages.ts';
import { may } from '../../outage/permissions.ts';
import { type Showing, showingOf } from '../authorize/visibility.ts';
import { type Caller, type Command, cardReply, type Reply, type Services, says } from '../command.ts';
import { numberIn, sayLine } from '../forms/outage-thread.ts';

/** More are not read for one card. */
const MOST_REFUSED = 100;

type Shown = { readonly recorded: Recorded; readonly showing: Exclude<Showing, 'own-chat'> };

/** What somebody may not see is answered in the same words as what does not exist. */
async function find(argument: string, caller: Caller, services: Services): Promise<Shown | { reply: Reply }> {
  const { words, place } = caller;
  const digits = /\d+/.exec(argument)?.[0];
  // A bare number is an outage's.
  const named = digits ? (numberIn(argument) ?? Number(digits)) : null;
  const id = named !== null ? await services.outages.idByNumber(named) : await services.outages.idByThread(place.conversationId);
  if (named === null && id === null) return { reply: sayLine(words.reporter.list.which, caller, services) };
  const recorded = id === null ? null : await services.outages.read(id);
  const showing = recorded && (await showingOf(recorded.outage, caller));
  if (!recorded || !showing) return { reply: sayLine(words.refused.unknownOutage, caller, services) };
  return showing === 'own-chat' ? { reply: sayLine(words.reporter.list.ownChat, caller, services) } : { recorded, showing };
}

export const outageStatus: Command = {
  name: '/outage status',
  needs: 'see',
  help: (words) => words.reporter.commands.status,
  menu: ['personal'],
  parse: says(/^\/?(?:outage\s+)?status((?:\s+(?:of\s+)?(?:(?:OUT|REQ)-?)?\d{1,9})?)[.!]*$/i),
  async run(argument, caller, services) {
    const found = await find(argument, caller, services);
    if ('reply' in found) return found.reply;
    const { recorded, showing } = found;
    const view = { outage: recorded.outage, desk: services.desk, words: caller.words, now: await services.outages.now() };
    switch (showing) {
      case 'desk':
      case 'engineer':
        return cardReply(deskCard(view, { mentionOnCall: false, contact: showing === 'desk' }));
      case 'own':
      case 'origin':
        return cardReply(originCard(view, { own: showing === 'own' }));
      case 'follower':
        return cardReply(followerCard(view));
    }
  },
};

export const outageTimeline: Command = {
  name: '/outage timeline',
  needs: 'see',
  help: (words) => words.reporter.commands.timeline,
  menu: ['team'],
  parse: says(/^\/?(?:outage\s+)?timeline((?:\s+(?:of\s+)?(?:(?:OUT|REQ)-?)?\d{1,9})?)[.!]*$/i),
  async run(argument, caller, services) {
    const found = await find(argument, caller, services);
    if ('reply' in found) return found.reply;
    const { recorded, showing } = found;
    const notes = showing === 'desk' || (showing !== 'own' && caller.place.kind === 'personal' && may(caller.actor, 'see-notes'));
    const { id } = recorded.outage;
    const audit = {
      ...(notes ? { clients: await services.audit.stepsOf(id) } : {}),
      // Who is refused may be somebody else's customer.
      ...(showing === 'desk' ? { refused: await services.audit.refusalsOf(id, MOST_REFUSED) } : {}),
    };
    const view = { ...recorded, ...audit, desk: services.desk, words: caller.words, now: await services.outages.now(), notes };
    return cardReply(timelineCard(view));
  },
};
