/** Tells the desk of trouble: when it begins, at intervals while it lasts, and when it is over. One bot tells for all of them. */
import type { Instant } from '../../outage/types/values.ts';
import type { Rooms } from '../ports/desk.ts';
import type { AlarmRow, Alarms, Health } from '../ports/health.ts';
import type { Log } from '../ports/log.ts';
import { SendError } from '../ports/messenger.ts';
import { ALARM_KINDS, type Alarm, type AlarmKind, dueOf, isLasting, isUntold, type Trouble } from './troubles.ts';

/** The most failed deliveries that one message lists; the others come with the next one. */
const MOST_SET_ASIDE = 100;
/**
 * After this time another bot tells the desk when one died while it did, and a restore is told again. It is longer than it takes to try
 * the channel in vain, and then to write to people.
 */
export const CLAIM_MS = 30_000;
/** After a message whose answer was lost: trying again at once would fill the channel while Teams is slow. */
const AFTER_AMBIGUOUS_MS = 5 * 60_000;

/** Resolves when the desk has the message; throws SendError when it has not. Ends within the time of one message. */
export type Tell = (alarm: Alarm) => Promise<void>;

const isAlarmKind = (kind: string): kind is AlarmKind => ALARM_KINDS.some((one) => one === kind);

export function createTellDesk(parts: {
  health: Health;
  alarms: Alarms;
  rooms: Pick<Rooms, 'changesToTell' | 'markTold'>;
  tell: Tell;
  /** Called before each message; false when this bot stops. */
  mayTell: () => boolean;
  log: Log;
}) {
  const { health, alarms, rooms, tell, mayTell, log } = parts;
  let failing = false;

  /** Tells the desk what it has to know now. Resolves to whether something that it should know is still missing. */
  return async function tellDesk(troubles: readonly Trouble[], now: Instant): Promise<boolean> {
    const lasting = troubles.filter(isLasting);
    const messages = await health.setAside(MOST_SET_ASIDE);
    const changes = await rooms.changesToTell();
    const seen: AlarmKind[] = lasting.map(({ kind }) => kind);
    if (messages.length > 0) seen.push('set-aside');
    if (changes.length > 0) seen.push('rooms-changed');
    await alarms.see(seen);

    let untold = false;
    // Rows of a kind that this bot does not know belong to a newer bot.
    for (const row of await alarms.rows()) {
      if (!isAlarmKind(row.kind) || !mayTell()) continue;
      const result = await handleRow({ ...row, kind: row.kind });
      untold ||= result === 'failed' || (result === 'nothing' && isUntold(row, now));
    }
    return untold;

    async function handleRow(row: AlarmRow<AlarmKind>): Promise<'told' | 'failed' | 'nothing'> {
      const due = dueOf(row, seen.includes(row.kind), now);
      const claimed = due && (await alarms.claim(row, CLAIM_MS));
      if (!due || !claimed) return 'nothing';
      const alarm = alarmOf(row, due);
      if (alarm && !(await send(alarm, claimed))) return 'failed';
      if (alarm?.tell === 'set-aside') await health.markSetAsideTold(messages.map(({ key }) => key));
      if (alarm?.tell === 'rooms-changed') await rooms.markTold(changes);
      if (due === 'over' || due === 'forget') await alarms.remove(claimed);
      else await alarms.markTold(claimed);
      return 'told';
    }

    function alarmOf({ kind, beganAt, seenAt, toldAt }: AlarmRow<AlarmKind>, due: 'begins' | 'lasts' | 'over' | 'forget'): Alarm | null {
      if (due === 'forget') return null;
      if (kind === 'set-aside') return { tell: kind, messages };
      if (kind === 'rooms-changed') return { tell: kind, rooms: changes };
      if (due === 'over') return { tell: 'over', kind, beganAt, seenAt, untold: toldAt === null };
      const trouble = lasting.find((one) => one.kind === kind);
      return trouble ? { tell: due, trouble, beganAt } : null;
    }
  };

  async function send(alarm: Alarm, claimed: AlarmRow): Promise<boolean> {
    const fields = { tell: alarm.tell, kind: claimed.kind };
    try {
      await tell(alarm);
    } catch (error) {
      if (!failing) log.error({ err: error, ...fields }, 'the desk could not be told; trying again with every check');
      failing = true;
      await alarms.giveBack(claimed, pauseAfter(error));
      return false;
    }
    failing = false;
    log.info(fields, 'the desk was told');
    return true;
  }
}

function pauseAfter(error: unknown): number {
  if (!(error instanceof SendError)) return 0;
  return error.retryAfterMs ?? (error.failure === 'ambiguous' ? AFTER_AMBIGUOUS_MS : 0);
}
