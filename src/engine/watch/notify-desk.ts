/** What the desk itself has to know, of no single outage: a thread in its channel, or, where there is none, its people. */
import type { Desk } from '../../desk/desk.ts';
import { roomOf } from '../../desk/rooms.ts';
import type { Person } from '../../outage/types/person.ts';
import type { Rooms } from '../ports/desk.ts';
import type { Message, Messenger } from '../ports/messenger.ts';

/** Resolves when the channel, or at least one person, has it. Throws what sending threw; within the time of one message. */
export type NotifyDesk = (message: Message) => Promise<void>;

export function createNotifyDesk(parts: {
  desk: Desk;
  rooms: Pick<Rooms, 'all'>;
  /** Who is on call now, on whatever level. */
  onCall: () => Promise<readonly Person[]>;
  messenger: Messenger;
}): NotifyDesk {
  const { desk, rooms, onCall, messenger } = parts;
  return async function notifyDesk(message) {
    const { desk: channel } = desk.roomsIn(await rooms.all());
    if (channel && channel.lost === null) await messenger.post({ to: 'new-thread', room: roomOf(channel, desk.file) }, message);
    else await toPeople(message);
  };

  /** Side by side: one whom Teams cannot reach must not keep it from the others. */
  async function toPeople(message: Message): Promise<void> {
    const { tenant } = desk.file.desk;
    const people = desk.administrators.length > 0 ? desk.administrators : await onCall();
    const ids = [...new Set(people.map(({ id }) => id))];
    // Whoever asked for it tries again, and somebody may be on call by then.
    if (ids.length === 0) throw new Error('the desk has no channel, and there is nobody to tell instead');
    const posts = ids.map((id) => messenger.post({ to: 'person', personId: id, tenantId: tenant }, message));
    const ended = await Promise.allSettled(posts);
    if (ended.some(({ status }) => status === 'fulfilled')) return;
    for (const one of ended) if (one.status === 'rejected') throw one.reason;
  }
}
