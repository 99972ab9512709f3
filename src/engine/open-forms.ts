/**
 * The forms that people have open on cards that others may change, and what they entered in a press that came to nothing. Both
 * may be lost without harm to an outage, so the cache has them.
 */
import PQueue from 'p-queue';
import { type Instant, roomIdOf } from '../outage/types/values.ts';
import type { Cache } from './ports/messenger.ts';
import type { PersonalData } from './ports/timers.ts';

/** How long the edit of a card waits for the forms on it, from the first of them. */
const HELD_MS = 3 * 60_000;
/** How soon a waiting edit looks again whether the forms were closed. */
const LOOK_AGAIN_MS = 10_000;
const KEPT_MS = 24 * 3_600_000;
/** Entries that only this process knows, because the store was away or must not be asked. */
const MOST_PENDING = 200;

/** The message that a card is on. */
export type CardMessage = { readonly conversationId: string; readonly activityId: string };
export type Entered = { readonly [field: string]: string };
/** Kept in memory alone. `at`: by this process's clock, since the store may be away. */
type Remembered = { readonly personId: string; readonly entered: Entered; readonly at: Instant };
type Held = { readonly until: Instant; readonly by: readonly string[] };

export type OpenForms = ReturnType<typeof createOpenForms>;

type Parts = {
  readonly cache: Cache;
  readonly now: () => Promise<Instant>;
  readonly clock: () => Instant;
  readonly forgottenAt: PersonalData['forgottenAt'];
};

export function createOpenForms({ cache, now, clock, forgottenAt }: Parts) {
  const pending = new Map<string, Remembered>();
  // Two people may open a form on one card in the same moment.
  const oneByOne = new PQueue({ concurrency: 1 });
  const cardKey = ({ conversationId, activityId }: CardMessage) => `open-forms:${roomIdOf(conversationId)}:${activityId}`;
  const keptKey = (personId: string, form: string) => `entered:${personId}:${form}`;

  async function heldOn(card: CardMessage): Promise<Held | null> {
    const held = (await cache.get(cardKey(card))) as Held | undefined;
    return held && held.until > (await now()) ? held : null;
  }

  /** A day is over, or the person asked to be forgotten since. */
  async function isOver({ personId, at }: Remembered): Promise<boolean> {
    return clock() >= at + KEPT_MS || ((await forgottenAt(personId)) ?? at - 1) >= at;
  }

  return {
    /** Says that the person has a form open on this card. Returns until when no edit of others changes the card. */
    open: (card: CardMessage, personId: string): Promise<Instant> =>
      oneByOne.add(async () => {
        const held = await heldOn(card);
        const until = held?.until ?? (await now()) + HELD_MS;
        await cache.set(cardKey(card), { until, by: [...new Set([...(held?.by ?? []), personId])] } satisfies Held, HELD_MS);
        return until;
      }),

    close: (card: CardMessage, personId: string): Promise<void> =>
      oneByOne.add(async () => {
        const held = await heldOn(card);
        if (!held?.by.includes(personId)) return;
        const by = held.by.filter((id) => id !== personId);
        if (by.length > 0) await cache.set(cardKey(card), { ...held, by }, HELD_MS);
        else await cache.delete(cardKey(card));
      }),

    /** When to try again to edit the card; null: nobody but `editor` has a form open on it. */
    async editAfter(card: CardMessage, editor = ''): Promise<Instant | null> {
      const held = await heldOn(card);
      return held?.by.some((id) => id !== editor) ? Math.min(held.until, (await now()) + LOOK_AGAIN_MS) : null;
    },

    /** Keeps for a day what this person entered. `form`: its verb, and what it is about. */
    async keep(personId: string, form: string, entered: Entered): Promise<void> {
      await cache.set(keptKey(personId, form), entered, KEPT_MS);
    },

    /** The same without asking the store, until it is read. */
    remember(personId: string, form: string, entered: Entered): void {
      pending.delete(keptKey(personId, form));
      pending.set(keptKey(personId, form), { personId, entered, at: clock() });
      for (const key of [...pending.keys()].slice(0, -MOST_PENDING)) pending.delete(key);
    },

    /** What was kept; null when there is nothing. */
    async kept(personId: string, form: string): Promise<Entered | null> {
      const key = keptKey(personId, form);
      const remembered = pending.get(key);
      if (remembered && !(await isOver(remembered))) await cache.set(key, remembered.entered, remembered.at + KEPT_MS - clock());
      pending.delete(key);
      return ((await cache.get(key)) as Entered | undefined) ?? null;
    },

    /** Ends what is remembered in memory, as the store ends what it holds. */
    async sweep(): Promise<void> {
      for (const [key, remembered] of pending) if (await isOver(remembered)) pending.delete(key);
    },

    /** It was sent, so nothing of it is kept any more. */
    async drop(personId: string, form: string): Promise<void> {
      pending.delete(keptKey(personId, form));
      await cache.delete(keptKey(personId, form));
    },
  };
}
