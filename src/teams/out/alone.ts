/** Answers that one person alone sees in a room: they count against the limits of its conversation, as all that is sent there. */
import { setTimeout as sleepFor } from 'node:timers/promises';
import { quotasOf } from '../../engine/delivery/limits.ts';
import type { DeliveryQueue } from '../../engine/ports/deliveries.ts';
import type { Log } from '../../engine/ports/log.ts';
import { type Message, type Messenger, SendError } from '../../engine/ports/messenger.ts';
import type { OutageStore } from '../../engine/ports/outages.ts';
import { PRIORITY } from '../../outage/notices.ts';
import { roomIdOf } from '../../outage/types/values.ts';
import type { Guest, Sender } from '../in/incoming.ts';
import type { Targeted } from './targeted.ts';

/** How often it is asked whether the conversation takes more, while somebody waits for an answer. */
const WAIT_MS = 1_000;
/** What is left of the time for the message itself. */
const POST_MS = 2_000;

/** Whom an answer is for, and where. */
export type Asker = Pick<Guest, 'place' | 'isPrivate' | 'locale' | 'timeZone'> &
  Partial<Pick<Sender, 'person'>> & { readonly teamsId?: string };
export type Alone = ReturnType<typeof createAlone>;

export function createAlone(parts: {
  messenger: Messenger;
  targeted: Pick<Targeted, 'isThere'>;
  deliveries: Pick<DeliveryQueue, 'count'>;
  outages: Pick<OutageStore, 'now'>;
  tenantPerSecond: number;
  log: Log;
}) {
  const { messenger, targeted, deliveries, outages, tenantPerSecond, log } = parts;
  return {
    /** Posts it for this person alone. Returns the id of the message, empty where Teams gives none. Throws SendError. */
    async post(message: Message, { person, teamsId = person?.teamsId, place }: Asker, limitMs: number): Promise<string> {
      const { conversationId, tenantId, serviceUrl } = place;
      const to = { to: 'one', personId: person?.id ?? '', conversationId, tenantId, serviceUrl, orInChat: false } as const;
      // Nobody waits for room where nothing will be sent.
      if (!(await targeted.isThere(to))) throw new SendError('never', 'no messages for one person here');
      const isRoom = await untilRoom(roomIdOf(conversationId), tenantId, limitMs - POST_MS).catch((error) => {
        log.warn({ err: error }, 'a message could not be counted');
        return true;
      });
      if (!isRoom) throw new SendError('refused', 'too much is sent there now');
      return (await messenger.post(teamsId === undefined ? to : { ...to, teamsId }, message)).activityId ?? '';
    },

    /** The same in their own chat. */
    async postInChat(message: Message, { person, place: { tenantId } }: Asker): Promise<string> {
      if (!person) throw new SendError('never', 'somebody without an account has no chat');
      return (await messenger.post({ to: 'person', personId: person.id, tenantId }, message)).activityId ?? '';
    },
  };

  /** Whether there was room within that time. However much people ask, there is room for pings. */
  async function untilRoom(lane: string, tenantId: string, withinMs: number): Promise<boolean> {
    const quotas = quotasOf({ lane, tenantId, priority: PRIORITY.opening }, tenantPerSecond);
    for (let left = withinMs; left >= 0; left -= WAIT_MS) {
      const until = await deliveries.count(quotas);
      if (until === null) return true;
      await sleepFor(Math.min(Math.max(until - (await outages.now()), 0), WAIT_MS));
    }
    return false;
  }
}
