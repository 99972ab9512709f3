/** What happens next and by when, for the reporter and for followers. Everybody reads these lines first. */
import type { Desk } from '../../desk/desk.ts';
import { phonesNear } from '../../desk/phones.ts';
import { endOf } from '../../outage/decision.ts';
import { type Destination, ORIGIN } from '../../outage/destinations.ts';
import {
  type Acknowledged,
  type Closed,
  type Outage,
  outageName,
  type Resolved,
  requestIn,
  type Transferred,
  unknownSince,
  type Withdrawn,
} from '../../outage/types/outage.ts';
import type { Instant } from '../../outage/types/values.ts';
import type { Words } from '../../words/words.ts';
import { type Fact, ROOM, textFact } from '../base/facts.ts';
import { callablePhones } from '../base/phone-links.ts';
import { requestLines } from '../request/request.ts';
import { plain, withLateness } from '../text.ts';

/** How a point in time is written for the readers of a card. */
export type Clock = (at: Instant) => string;

export type OutageView = {
  readonly outage: Outage;
  readonly desk: Desk;
  readonly words: Words;
  readonly now: Instant;
  /** Pictures and files may be sent in somebody's own chat. */
  readonly takesFiles?: boolean;
};

/** `reporter`: the card is shown where the outage was reported, so it says what the reporter can do. `follower`: nobody there has to call. */
type NextView = OutageView & { readonly when: Clock; readonly reporter: boolean; readonly follower?: boolean };

export function nextLines(view: NextView): readonly string[] {
  const { outage, words, when, reporter } = view;
  const { receipt } = words.report;
  const { next } = words.progress;
  switch (outage.state) {
    case 'reported': {
      const by = when(outage.acknowledgeBy);
      // Late as soon as the clock of the card says so, also before that is stored.
      if (outage.breachedAt !== null || view.now >= outage.acknowledgeBy)
        return [unknownSince(outage) === null ? lateLine(view, by) : words.watch.restored.breachedText];
      return [outage.back ? next.back[outage.back.by](by) : receipt.next(by)];
    }
    case 'acknowledged':
      return acknowledgedLines(outage, words, when);
    case 'transferred':
      return [next.transferred(plain(outage.team.name), when(outage.replyBy)), ...(reporter ? [objectLine(view)] : [])];
    case 'withdrawn':
      if (requestIn(outage)) return [words.request.next.withdrawn(plain(outage.withdrawnBy.name), when(outage.withdrawnAt))];
      return [next.withdrawn(plain(outage.withdrawnBy.name), when(outage.withdrawnAt)), ...stillDownLine(outage, view)];
    case 'requested':
      return requestLines(outage, words, when, view.now);
    case 'merged':
      return [(reporter ? next.merged : next.mergedFollow)(outageName(outage.into)), ...(reporter ? [objectLine(view)] : [])];
    case 'resolved':
      return [
        receipt.resolved(plain(outage.resolvedBy.name), when(outage.resolvedAt)),
        ...(reporter ? [next.doesItWork(when(outage.resolvedAt + outage.policy.closeAfterMs))] : []),
      ];
    case 'closed':
      return [closedLine(outage, words, when), ...stillDownLine(outage, view)];
  }
}

const lateLine = ({ outage, words: { report, formats }, follower = false }: NextView, by: string): string =>
  formats.joined([report.receipt.breached(by), follower ? '' : report.receipt.call(outageName(outage))]);

function acknowledgedLines(outage: Acknowledged, words: Words, when: Clock): readonly string[] {
  const { receipt } = words.report;
  const { next } = words.progress;
  const owner = plain(outage.owner.name);
  const taken = isReopened(outage)
    ? receipt.reopened(when(outage.acknowledgedAt), owner)
    : receipt.acknowledged(owner, withLateness(when(outage.acknowledgedAt), outage.acknowledgedAt - outage.acknowledgeBy, words));
  if (outage.nudges === 0) return [words.formats.joined([taken, receipt.nextUpdate(when(outage.nextUpdateBy))])];
  const asked = outage.nudges === 1 ? owner : next.ownerAndAbove(owner);
  return [taken, next.updateMissed(when(outage.nextUpdateBy), asked)];
}

/** An engineer opened it again, and so nobody waited. */
export const isReopened = ({ acknowledgedAt, ladderFrom, reportedAt }: Acknowledged | Resolved | Closed): boolean =>
  acknowledgedAt === ladderFrom && ladderFrom !== reportedAt;

const objectLine = ({ words, desk, outage }: NextView): string =>
  outage.objected
    ? words.progress.next.objectedAlready(phonesOf({ desk, outage, words }))
    : words.progress.next[outage.state === 'merged' ? 'otherOnce' : 'objectOnce'];

function stillDownLine(outage: Closed | Withdrawn, { words, when, reporter, now }: NextView): readonly string[] {
  const until = reopenUntil(outage);
  return reporter && now <= until ? [words.progress.next.stillDownUntil(when(until))] : [];
}

/** Until when the reporter may say that it is still down. */
export const reopenUntil = (outage: Resolved | Closed | Withdrawn): Instant => endOf(outage).at + outage.policy.reopenWithinMs;

const closedLine = (outage: Closed, { progress }: Words, when: Clock): string =>
  outage.closedBy
    ? progress.next.confirmed(plain(outage.closedBy.name), when(outage.closedAt))
    : progress.next.closedByTime(when(outage.closedAt));

/** Where it was reported, the number of the reporter's region comes first. Other readers must not learn that region. */
export const phonesOf = (view: Pick<NextView, 'desk' | 'outage' | 'words'> & { readonly destination?: Destination }): string => {
  const timeZone = (view.destination ?? ORIGIN).kind === 'origin' ? view.outage.report.contact.timeZone : '';
  return phonesNear(callablePhones(view.desk.file.desk.phones), timeZone, view.words.formats.or);
};

/** The old and the new promise, and the reason for the transfer. */
export function transferFacts(
  transferred: Pick<Transferred, 'policy' | 'reason' | 'team' | 'replyBy' | 'plan'>,
  words: Words,
  when: Clock,
): Fact[] {
  const { policy, reason, team, replyBy, plan } = transferred;
  const { facts } = words.progress;
  const { duration } = words.formats;
  return [
    ...textFact(facts.reason, reason, words, ROOM.reason),
    { label: facts.before, lines: [facts.promiseBefore(duration(policy.acknowledgeWithinMs), duration(policy.updateEveryMs))] },
    { label: facts.after, lines: [facts.promiseAfter(plain(team.name), when(replyBy), plain(plan))] },
  ];
}
