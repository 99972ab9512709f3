/** Sends the desk what concerns no single outage: as a thread in its channel, or, when nothing arrives there, to its people. */
import type { Desk } from '../../desk/desk.ts';
import { roomOf } from '../../desk/rooms.ts';
import type { Instant, Person } from '../../outage/types/values.ts';
import type { Rooms } from '../ports/desk.ts';
import type { Message, Messenger } from '../ports/messenger.ts';

/** When its channel has taken nothing for so long, the desk's people are told instead. */
const SILENT_AFTER_MS = 60_000;

/** Resolves when the channel, or at least one person, has the message. Throws what sending threw. Ends within the time of two messages. */
export type NotifyDesk = (message: Message) => Promise<void>;

export function createNotifyDesk(parts: {
  desk: Desk;
  rooms: Pick<Rooms, 'all'>;
  onCall: () => Promise<readonly Person[]>;
  messenger: Messenger;
  now: () => Instant;
}): NotifyDesk {
  const { desk, rooms, onCall, messenger, now } = parts;
  const { administrators } = desk;
  let silentSince: Instant | null = null;

  return async function notifyDesk(message) {
    const { desk: channel } = desk.roomsIn(await rooms.all());
    if (!channel || channel.lost !== null) return await toPeople(message, administrators.length > 0 ? administrators : await onCall());
    try {
      await messenger.post({ to: 'new-thread', room: roomOf(channel, desk.file) }, message);
      silentSince = null;
    } catch (error) {
      silentSince ??= now();
      // A clock that was set back does not make the silence longer.
      if (Math.abs(now() - silentSince) < SILENT_AFTER_MS) throw error;
      await toPeople(message, [...(await onCall()), ...administrators]);
    }
  };

  /** All at the same time: when Teams cannot reach one of them, the others must still get the message. */
  async function toPeople(message: Message, people: readonly Person[]): Promise<void> {
    const { tenant } = desk.file.desk;
    const ids = [...new Set(people.map(({ id }) => id))];
    // The caller tries again, and by then somebody may be on call.
    if (ids.length === 0) throw new Error('the desk has no channel, and nobody is on call to be told instead');
    const posts = ids.map((id) => messenger.post({ to: 'person', personId: id, tenantId: tenant }, message));
    const results = await Promise.allSettled(posts);
    if (results.some(({ status }) => status === 'fulfilled')) return;
    for (const result of results) if (result.status === 'rejected') throw result.reason;
  }
}
