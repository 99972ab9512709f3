/** When a notice that waits is not sent any more. */
import { asks, waitsSince } from './asks.ts';
import { joinedAt } from './destinations.ts';
import type { EventOf, OutageEvent } from './events.ts';
import { isPing, type Notice } from './notices.ts';
import { breachRung, mayTakeBack } from './promise.ts';
import { isOpen, type Outage } from './types/outage.ts';
import { pagerIdOf } from './types/pages.ts';
import { followingIn, type Instant } from './types/values.ts';

/** Whether it would be wrong or useless to send it now: it calls people to an outage that has an owner, or a later edit covers it. */
export const overtaken = (notice: Notice, outage: Outage, event: OutageEvent, now: Instant = event.at): boolean =>
  notice.destination.kind === 'pager' ? isPageOver(notice, outage, event) : isMessageOver(notice, outage, event, now);

function isMessageOver(notice: Notice, outage: Outage, event: OutageEvent, now: Instant): boolean {
  const { destination } = notice;
  if (hearsNoMore(notice, outage, event)) return true;
  if (notice.kind === 'state') return outage.version > notice.seq && (laterEditExists(notice, outage) || laterClockExists(event, outage));
  // Another system keeps the whole story, each event in its turn.
  if (notice.kind === 'settled' || destination.kind === 'webhook') return false;
  switch (event.type) {
    case 'acknowledged':
      return notice.kind === 'alone' && !mayTakeBack(outage, event, now);
    case 'escalated':
      return isRungOver(event, outage);
    case 'breached':
      return !waitsSince(event.at, outage);
    // Followers still hear that it was back, but nobody is called when somebody has taken it again.
    case 'released':
    case 'taken-back':
    case 'objected':
    case 'reopened':
      return isPing(notice) && !asks(event, outage);
    case 'update-missed':
      return !asks(event, outage) || (outage.state === 'acknowledged' && isPing(notice) && outage.nudges > event.nudge + 1);
    case 'hand-over-offered':
    case 'page-missed':
    case 'follow-up-due':
      return !asks(event, outage);
    // The reporter has replied, or it is over and nobody waits for that any more.
    case 'asked':
      return destination.kind !== 'desk' && !waitsForReply([notice.seq], outage);
    case 'reply-missed':
      return !waitsForReply(event.questions, outage);
    case 'hand-over-declined':
    case 'assisted':
      return !isOpen(outage);
    // Another call was set since, or none, or it is not for the reporter any more.
    case 'bridge-set':
      return !isOpen(outage) || isCallOver(event, outage);
    case 'place-lost':
      return isPing(notice) && !isOpen(outage);
    // The news of its owner, or of its end, says more.
    case 'desk-unreached':
      return outage.state !== 'reported' || outage.deskUnreached?.until !== null;
    case 'desk-reached':
      return outage.state !== 'reported';
    default:
      return false;
  }
}

const isCallOver = ({ url, shared }: EventOf<'bridge-set'>, { bridge }: Outage): boolean =>
  (bridge?.url ?? '') !== url || (shared && bridge?.shared === false);

/** They left, follow it no more, began to or joined again only since, theirs goes on by itself, or another team answers by now. */
const hearsNoMore = ({ destination, seq }: Notice, outage: Outage, event: OutageEvent): boolean =>
  (destination.kind === 'following' && (followingIn(outage, destination.id)?.version ?? Number.POSITIVE_INFINITY) > seq) ||
  (destination.kind === 'joined' && (joinedAt(destination, outage)?.at ?? Number.POSITIVE_INFINITY) > event.at) ||
  (destination.kind === 'merged' && outage.absorbed.every(({ id }) => id !== destination.id)) ||
  (destination.kind === 'team' && destination.id !== outage.team?.id);

const waitsForReply = (questions: readonly number[], outage: Outage): boolean =>
  isOpen(outage) && outage.questions.some(({ id }) => questions.includes(id));

/** Every later version that changes a card has queued an edit of its own. */
const laterEditExists = ({ destination, seq }: Notice, { lastChange, joins }: Outage) =>
  lastChange.version > seq || (destination.kind === 'desk' && joins.version > seq);

/** It pages for what nobody waits for any more, for what was on its way before a restore, or there is a later page. What ends pages stays true. */
function isPageOver({ destination, seq }: Notice, outage: Outage, event: OutageEvent): boolean {
  if (event.type !== 'escalated' && event.type !== 'page-missed') return false;
  if (!asks(event, outage) || (outage.restored && outage.restored.version > seq)) return true;
  return outage.pages.some((page) => page.of > seq && 'id' in destination && pagerIdOf(page) === destination.id);
}

const isRungOver = (event: EventOf<'escalated'>, outage: Outage): boolean => !asks(event, outage) || outage.rungsPassed > event.rung + 1;

/** The rung after one before the breach edits the same cards, and so does whatever ends the waiting. After the breach none does. */
const laterClockExists = (event: OutageEvent, outage: Outage): boolean =>
  event.type === 'escalated' && event.rung < breachRung(outage.ladder) && isRungOver(event, outage);
