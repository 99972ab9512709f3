/** When the personal data of an outage may go. What the record keeps without it is for the store to say. */
import type { Outage } from './types/outage.ts';
import type { Instant } from './types/values.ts';

/** Since when nothing more happens that needs to know the people; null: somebody may still wait for the desk, or for an answer. */
export function endedAt(outage: Outage): Instant | null {
  if (outage.drill && !outage.drill.over) return null;
  switch (outage.state) {
    case 'closed':
      return outage.closedAt;
    case 'withdrawn':
      return outage.withdrawnAt;
    case 'merged':
      return outage.mergedAt;
    // Until then the other team may answer.
    case 'transferred':
      return Math.max(outage.transferredAt, outage.replyBy);
    case 'requested':
      return outage.answer?.at ?? null;
    default:
      return null;
  }
}

/** The store puts a meaningless token in the place of a removed string: the same for the same person in one outage. */
const TOKEN = /^~[\w-]{22}$/;
export const isRemoved = (text: string): boolean => text.length === 23 && TOKEN.test(text);

/** Everybody's data was removed: nothing that people wrote is left, and nothing new may come. */
export const isAnonymous = ({ removed }: Pick<Outage, 'removed'>): boolean => removed?.everybody === true;
