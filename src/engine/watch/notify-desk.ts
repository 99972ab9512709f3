/** Sends the desk what concerns no single outage: as a thread in its channel, or, when it has none, to its people. */
import type { Desk } from '../../desk/desk.ts';
import { roomOf } from '../../desk/rooms.ts';
import type { Person } from '../../outage/types/values.ts';
import type { Rooms } from '../ports/desk.ts';
import type { Message, Messenger } from '../ports/messenger.ts';

/** Resolves when the channel, or at least one person, has the message. Throws what sending threw. Ends within the time of one message. */
export type NotifyDesk = (message: Message) => Promise<void>;

export function createNotifyDesk(parts: {
  desk: Desk;
  rooms: Pick<Rooms, 'all'>;
  onCall: () => Promise<readonly Person[]>;
  messenger: Messenger;
}): NotifyDesk {
  const { desk, rooms, onCall, messenger } = parts;
  return async function notifyDesk(message) {
    const { desk: channel } = desk.roomsIn(await rooms.all());
    if (channel && channel.lost === null) await messenger.post({ to: 'new-thread', room: roomOf(channel, desk.file) }, message);
    else await toPeople(message);
  };

  /** All at the same time: when Teams cannot reach one of them, the others must still get the message. */
  async function toPeople(message: Message): Promise<void> {
    const { tenant } = desk.file.desk;
    const people = desk.administrators.length > 0 ? desk.administrators : await onCall();
    const ids = [...new Set(people.map(({ id }) => id))];
    // The caller tries again, and by then somebody may be on call.
    if (ids.length === 0) throw new Error('the desk has no channel, and nobody is on call to be told instead');
    const posts = ids.map((id) => messenger.post({ to: 'person', personId: id, tenantId: tenant }, message));
    const results = await Promise.allSettled(posts);
    if (results.some(({ status }) => status === 'fulfilled')) return;
    for (const result of results) if (result.status === 'rejected') throw result.reason;
  }
}
