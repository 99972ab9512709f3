/** One outage: "/outage status OUT-1042" is its card, "/outage timeline OUT-1042" who did what. In the desk's thread also without a number. */

import { type Button, button, dataOf } from '../../cards/base/verbs.ts';
import type { FollowedIn } from '../../cards/follow/follow.ts';
import { timelineCard } from '../../cards/look/timeline.ts';
import { moreCard } from '../../cards/outage/buttons.ts';
import { deskCard, followerCard, originCard } from '../../cards/outage/outage.ts';
import type { Recorded } from '../../engine/ports/outages.ts';
import { audienceAt } from '../../outage/destinations.ts';
import { numberOf, type Outage, workRoomOf } from '../../outage/types/outage.ts';
import { type Audience, inSameRoom } from '../../outage/types/values.ts';
import { atDesk, namesFor, type Showing, showingOf } from '../authorize/access.ts';
import {
  type CardReply,
  type Command,
  cardReply,
  type Find,
  forThread,
  isAlone,
  ownZone,
  type Presses,
  sayLine,
  says,
  type Turn,
  whenFound,
} from '../command.ts';
import { backTo } from '../forms/form.ts';
import { outageOnCard, showOutage, viewOf } from '../forms/outage-press.ts';
import { numberIn } from '../forms/outage-thread.ts';
import { readsNotes, sinceLastLook } from './last-look.ts';
import { listOutages } from './list.ts';

/** No more denials than these are read for one card. */
const MOST_REFUSED = 100;

type Shown = { readonly recorded: Recorded; readonly showing: Exclude<Showing, 'own-chat'> };

/**
 * The outage with the number that was typed; without one, the outage whose thread this is. For an outage that somebody may not see
 * the answer is the same as for one that does not exist.
 */
export const findOutage: Find<string, Shown> = async (argument, turn) => {
  const { words, place } = turn;
  const digits = /\d+/.exec(argument)?.[0];
  // A number without letters is that of an outage.
  const named = digits ? (numberIn(argument) ?? numberOf('outage', Number(digits))) : null;
  const id = named !== null ? await turn.outages.idByNumber(named) : await turn.outages.idByThread(place.conversationId);
  // A slash command comes without a number, and the list has them.
  if (named === null && id === null)
    return { reply: isAlone(turn) ? await listOutages.run('', turn) : sayLine(words.look.list.which, turn) };
  const recorded = id === null ? null : await turn.outages.read(id);
  const showing = recorded && (await showingOf(recorded.outage, turn));
  if (!recorded || !showing) return { reply: sayLine(words.refusals.unknownOutage, turn) };
  return showing === 'own-chat' ? { reply: sayLine(words.look.list.ownChat, turn) } : { found: { recorded, showing } };
};

export const outageStatus: Command = {
  name: '/outage status',
  needs: 'see',
  menu: ['personal', 'slash'],
  // A number alone is enough: "OUT-1042" or "1042".
  parse: says(
    /^(?:\/?(?:outage\s+)?status(?:\s+of)?(?=[\s.!]|$)|\/?#?(?=\w[^?]*\d))\s*((?:(?:OUT|DRILL|REQ)-?)?\d{1,9})?[.!]*\??$(?<!s\?)/i,
  ),
  run: whenFound(findOutage, async (found, turn) => {
    const { showing } = found;
    const recorded = readHere(found, turn);
    const view = await viewOf(recorded.outage, turn);
    const hint = await sinceLastLook(recorded, showing, turn);
    switch (showing) {
      case 'desk':
      case 'engineer':
        return forThread(cardReply(deskCard(view, { mentionOnCall: false, hint, contact: showing === 'desk' })));
      case 'own':
      case 'origin':
        return forThread(cardReply(originCard(view, { own: showing === 'own', hint })));
      case 'follower':
        return forThread(
          cardReply(
            followerCard(view, {
              hint,
              zone: ownZone(turn),
              entered: isAlone(turn),
              audience: audienceHere(turn, view),
              followed: followedIn(view.outage, turn),
            }),
          ),
        );
    }
  }),
};

/** Whether they may stop to follow it here, or begin to. */
const followedIn = ({ following }: Outage, turn: Turn): FollowedIn =>
  isAlone(turn) && following.some(({ person }) => person.id === turn.actor.id) ? 'own-chat' : 'room';

export const outageTimeline: Command = {
  name: '/outage timeline',
  needs: 'see',
  menu: ['room', 'slash'],
  parse: says(/^\/?(?:outage\s+)?timeline((?:\s+(?:of\s+)?(?:(?:OUT|REQ)-?)?\d{1,9})?)[.!]*$/i),
  run: whenFound(findOutage, async (found, turn) => {
    // It says who did what, which executives do not read.
    if (audienceHere(turn, found.recorded) === 'executive') return sayLine(turn.words.look.list.ownChat, turn);
    return forThread(await showTimeline({ ...found, recorded: readHere(found, turn) }, turn));
  }),
};

/** The record as the room reads it that the answer goes to: an engineer who asks among customers shows them no more than the news does. */
function readHere({ recorded, showing }: Shown, turn: Turn): Recorded {
  const isForAll = !isAlone(turn) && (showing === 'origin' || showing === 'follower');
  return isForAll ? namesFor(audienceHere(turn, recorded), turn)(recorded) : recorded;
}

/** For whom the room is in which it was typed. */
function audienceHere({ place }: Turn, { outage }: Pick<Recorded, 'outage'>): Audience {
  const here = outage.followers.find((room) => inSameRoom(room, place));
  return here ? audienceAt({ kind: 'follower', id: here.id }, outage) : 'customer';
}

async function showTimeline({ recorded, showing }: Shown, turn: Turn, actions: readonly Button[] = []): Promise<CardReply> {
  const notes = readsNotes(showing, turn);
  const { id } = recorded.outage;
  const audit = {
    ...(notes ? { clients: await turn.audit.stepsOf(id) } : {}),
    // Somebody who was refused may be of another customer.
    ...(showing === 'desk' ? { refused: await turn.audit.refusalsOf(id, MOST_REFUSED) } : {}),
  };
  const view = await viewOf(recorded.outage, turn);
  await turn.looks.saw(turn.actor.id, [recorded.outage]);
  return cardReply(timelineCard({ ...recorded, ...audit, ...view, notes, zone: ownZone(turn), actions }));
}

/** What engineers press: the outage as it is now (back from a form), and with everything else that they can do. */
export const showPresses = {
  'outage-show': {
    needs: 'see-notes',
    run: whenFound(outageOnCard, async ({ outage }, turn) => backTo(await showOutage(outage, turn), turn)),
  },
  'outage-more': {
    needs: 'see-notes',
    run: whenFound(outageOnCard, async ({ outage }, turn) =>
      cardReply(moreCard({ outage, desk: turn.desk, words: turn.words, contact: atDesk(turn, workRoomOf(outage)) })),
    ),
  },
  'timeline-show': {
    needs: 'see-notes',
    run: whenFound(outageOnCard, (recorded, turn) => {
      const { look, report } = turn.words;
      const deliveries = button(look.deliveries.button, 'deliveries-show', dataOf(recorded.outage));
      const back = button(report.back, 'outage-more', dataOf(recorded.outage));
      return showTimeline({ recorded, showing: atDesk(turn, workRoomOf(recorded.outage)) ? 'desk' : 'engineer' }, turn, [deliveries, back]);
    }),
  },
} satisfies Partial<Presses>;
