/** First messages of threads, and cards of outages in chats: which there are, and which somebody deleted. */
import type { Posted } from '../../src/engine/ports/messenger.ts';
import { isReopening, type Notice } from '../../src/outage/notices.ts';
import type { Random } from './random.ts';

export type FirstMessages = {
  /** Teams took a message. `began`: it is the first of a new thread. */
  take(notice: Notice, posted: Posted, began: boolean): void;
  /** Whether Teams refuses this reply or edit, because what it belongs to was deleted. */
  isGone(notice: Notice, posted: Posted): boolean;
  deleteOne(random: Random): string | null;
};

/** People delete what they have just read. */
const LATEST = 25;

export function createFirstMessages(): FirstMessages {
  /** The latest last. What was begun anew is not deleted before it has taken something. */
  const living = new Set<string>();
  const fresh = new Set<string>();
  const deleted = new Set<string>();

  return {
    take(notice, posted, began) {
      const id = idOf(notice, posted);
      // Nobody answers what begins a thread and is no opening: a digest, or news for a team.
      if (id === null || deleted.has(id) || (began && notice.kind !== 'opening')) return;
      living.delete(id);
      if (isReopening(notice)) fresh.add(id);
      else fresh.delete(id);
      living.add(id);
    },
    isGone: (notice, posted) => notice.kind !== 'opening' && deleted.has(idOf(notice, posted) ?? ''),
    deleteOne(random) {
      const known = [...living].filter((id) => !fresh.has(id)).slice(-LATEST);
      if (known.length === 0) return null;
      const id = random.pick(known);
      living.delete(id);
      deleted.add(id);
      return id;
    },
  };
}

/** A thread by its conversation, the card in a chat by its own id; null: it needs no other message. */
function idOf({ kind }: Notice, { conversationId, activityId }: Posted): string | null {
  if (conversationId.includes(';messageid=')) return conversationId;
  return kind === 'opening' || kind === 'state' ? activityId : null;
}
