/** Tells people in their own chat that they go on call and that they leave, and once a week the desk's channel who is on call. */

import type { Desk } from '../../desk/desk.ts';
import { type DueNotice, dueNotices, LATEST_MS } from '../../desk/on-call/changes.ts';
import type { Override } from '../../desk/on-call/roster.ts';
import { roomOf } from '../../desk/rooms.ts';
import type { Figure } from '../../outage/numbers/figure.ts';
import { may } from '../../outage/permissions.ts';
import { OPEN_STATES, type Outage } from '../../outage/types/outage.ts';
import type { Instant } from '../../outage/types/values.ts';
import { createLoop, type Sleep } from '../loop.ts';
import type { Overrides, Rooms } from '../ports/desk.ts';
import type { Log } from '../ports/log.ts';
import { type Address, type Message, type Messenger, SendError } from '../ports/messenger.ts';
import type { OutageNumbers, OutageStore } from '../ports/outages.ts';
import type { OnCallNotices } from '../ports/timers.ts';

/** What a message says beside the notice. `open`: null where its reader may not see outages, or need not. */
export type OnCallFacts = {
  readonly now: Instant;
  readonly overrides: readonly Override[];
  readonly open: readonly Outage[] | null;
  readonly lastWeek: { readonly week: Figure; readonly before: Figure } | null;
};
export type DrawOnCall = (due: DueNotice, facts: OnCallFacts) => Promise<Message>;

const EVERY_MS = 10_000;
const AT_ONCE = 4;
/** When Teams refuses for now, and does not say for how long. */
const PAUSE_MS = 60_000;
const WEEK_MS = 7 * 24 * 3_600_000;
const MOST_OPEN = 100;

export function createOnCallMessages(parts: {
  desk: Desk;
  overrides: Pick<Overrides, 'since'>;
  onCallNotices: OnCallNotices;
  outages: Pick<OutageStore, 'now' | 'list'>;
  numbers: Pick<OutageNumbers, 'figure' | 'catchUp'>;
  rooms: Pick<Rooms, 'all'>;
  draw: DrawOnCall;
  messenger: Pick<Messenger, 'post'>;
  sleep: Sleep;
  onTurn: (loop: string) => void;
  log: Log;
}) {
  const { desk, onCallNotices, outages, numbers, draw, messenger, log } = parts;
  const step = async () => (await round()) === AT_ONCE;
  const loop = createLoop({ ...parts, name: 'on-call', step, now: () => outages.now(), everyMs: EVERY_MS });
  let knownSince: Instant | null = null;

  return { start: loop.start, stop: loop.stop, round };

  /** Makes one round now. Resolves to how many messages were due; at most AT_ONCE are taken in a round. */
  async function round(): Promise<number> {
    const now = await outages.now();
    knownSince ??= await onCallNotices.knownSince();
    const [overrides, told] = await Promise.all([parts.overrides.since(now - LATEST_MS), onCallNotices.told(now - LATEST_MS)]);
    const due = dueNotices(desk, { now, overrides, told, since: knownSince }).slice(0, AT_ONCE);
    await Promise.all(due.map((one) => tell(one, { now, overrides })));
    return due.length;
  }

  /** At most once: a message that may have arrived is not sent again, and when Teams refuses for good there is no chat. */
  async function tell(due: DueNotice, known: Pick<OnCallFacts, 'now' | 'overrides'>): Promise<void> {
    const { notice } = due;
    const address = notice.personId === '' ? await deskAddress() : personAddress(notice.personId);
    const facts = address && { ...known, ...(await factsOf(due)) };
    // Where nobody is to be told now, a channel may still be chosen in time.
    if (!facts) return;
    // Drawn before it is recorded as told: nothing may fail in between but the sending.
    const message = await draw(due, facts);
    if (!(await onCallNotices.begin(notice))) return;
    const fields = { kind: notice.kind, dueAt: due.dueAt, person: notice.personId };
    try {
      await messenger.post(address, message);
      log.info(fields, 'a message about who is on call was sent');
    } catch (error) {
      const refused = error instanceof SendError && error.failure === 'refused';
      if (refused) await onCallNotices.postpone(notice, error.retryAfterMs ?? PAUSE_MS);
      log.warn({ ...fields, err: error, again: refused }, 'a message about who is on call could not be sent');
    }
  }

  async function deskAddress(): Promise<Address | null> {
    const { desk: channel } = desk.roomsIn(await parts.rooms.all());
    return channel && channel.lost === null ? { to: 'new-thread', room: roomOf(channel, desk.file) } : null;
  }

  /** null: the desk file does not know them any more. */
  function personAddress(personId: string): Address | null {
    return desk.person(personId) && { to: 'person', personId, tenantId: desk.file.desk.tenant };
  }

  async function factsOf({ notice, change }: DueNotice): Promise<Pick<OnCallFacts, 'open' | 'lastWeek'>> {
    const leaves = change !== null && change.has.length === 0 && may(desk.actor(change.person), 'see');
    const states = OPEN_STATES;
    const open = leaves ? await outages.list({ projects: null, personId: null, states, waitingFirst: true, limit: MOST_OPEN }) : null;
    const lastWeek = notice.kind === 'week' ? await weekBefore(notice.at) : null;
    return { open: open?.map(({ outage }) => outage) ?? null, lastWeek };
  }

  async function weekBefore(at: Instant): Promise<OnCallFacts['lastWeek']> {
    await numbers.catchUp();
    const of = (from: Instant) => numbers.figure({ from, until: from + WEEK_MS }, null);
    return { week: await of(at - WEEK_MS), before: await of(at - 2 * WEEK_MS) };
  }
}
