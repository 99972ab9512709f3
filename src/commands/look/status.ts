/** One outage: "/outage status OUT-1042" is its card, "/outage timeline OUT-1042" who did what. In the desk's thread also without a number. */
import { timelineCard } from '../../cards/look.ts';
import { moreCard } from '../../cards/outage/buttons.ts';
import { deskCard, followerCard, originCard } from '../../cards/outage/outage.ts';
import type { Recorded } from '../../engine/ports/outages.ts';
import { may } from '../../outage/permissions.ts';
import { type Showing, showingOf } from '../authorize/access.ts';
import { type Command, cardReply, type Find, ownZone, type Presses, sayLine, says, whenFound } from '../command.ts';
import { outageOnCard, showOutage, viewOf } from '../forms/outage-press.ts';
import { numberIn } from '../forms/outage-thread.ts';

/** No more denials than these are read for one card. */
const MOST_REFUSED = 100;

type Shown = { readonly recorded: Recorded; readonly showing: Exclude<Showing, 'own-chat'> };

/**
 * The outage with the number that was typed; without one, the outage whose thread this is. For an outage that somebody may not see
 * the answer is the same as for one that does not exist.
 */
const findOutage: Find<string, Shown> = async (argument, turn) => {
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

export const outageStatus: Command = {
  name: '/outage status',
  needs: 'see',
  menu: ['personal'],
  // A number alone is enough: "OUT-1042" or "1042".
  parse: says(
    /^(?:\/?(?:outage\s+)?status(?:\s+of)?(?=[\s.!]|$)|\/?#?(?=\w[^?]*\d))\s*((?:(?:OUT|DRILL|REQ)-?)?\d{1,9})?[.!]*\??$(?<!s\?)/i,
  ),
  run: whenFound(findOutage, async ({ recorded, showing }, turn) => {
    const view = await viewOf(recorded.outage, turn);
    switch (showing) {
      case 'desk':
      case 'engineer':
        return cardReply(deskCard(view, { mentionOnCall: false, contact: showing === 'desk' }));
      case 'own':
      case 'origin':
        return cardReply(originCard(view, { own: showing === 'own' }));
      case 'follower':
        return cardReply(followerCard(view, { zone: ownZone(turn) }));
    }
  }),
};

export const outageTimeline: Command = {
  name: '/outage timeline',
  needs: 'see',
  menu: ['team'],
  parse: says(/^\/?(?:outage\s+)?timeline((?:\s+(?:of\s+)?(?:(?:OUT|REQ)-?)?\d{1,9})?)[.!]*$/i),
  run: whenFound(findOutage, async ({ recorded, showing }, turn) => {
    const notes = showing === 'desk' || (showing !== 'own' && turn.place.kind === 'personal' && may(turn.actor, 'see-notes'));
    const { id } = recorded.outage;
    const audit = {
      ...(notes ? { clients: await turn.audit.stepsOf(id) } : {}),
      // Somebody who was refused may be of another customer.
      ...(showing === 'desk' ? { refused: await turn.audit.refusalsOf(id, MOST_REFUSED) } : {}),
    };
    return cardReply(timelineCard({ ...recorded, ...audit, ...(await viewOf(recorded.outage, turn)), notes, zone: ownZone(turn) }));
  }),
};

/** What engineers press: the outage as it is now (back from a form), and with everything else that they can do. */
export const showPresses = {
  'outage-show': {
    needs: 'see-notes',
    run: whenFound(outageOnCard, async ({ outage }, turn) => await showOutage(outage, turn)),
  },
  'outage-more': {
    needs: 'see-notes',
    run: whenFound(outageOnCard, async ({ outage }, { words, desk }) => cardReply(moreCard({ outage, desk, words }))),
  },
} satisfies Partial<Presses>;
