/** What happened in a simulated world, as plain data: the invariants are checked on it, and a failing outage's story is told from it. */
import { createHash } from 'node:crypto';
import type { Override } from '../../src/desk/on-call/roster.ts';
import type { ActionRequest, Outcome } from '../../src/engine/handle.ts';
import type { DeliveryOutcome, Lane } from '../../src/engine/ports/deliveries.ts';
import type { Recorded } from '../../src/engine/ports/outages.ts';
import type { OutageEvent } from '../../src/outage/events.ts';
import type { Notice } from '../../src/outage/notices.ts';
import type { Deadline } from '../../src/outage/promise.ts';
import type { Outage } from '../../src/outage/types/outage.ts';
import type { Instant } from '../../src/outage/types/values.ts';
import type { Exceeded } from '../support/teams/teams-limits.ts';

/** A moment on both clocks: true time, which never jumps, and the store's, which decides what is due. */
export type Moment = { readonly at: Instant; readonly storeAt: Instant };

/** The overrides that the store has to hold, in the order in which they were made, from `at` on. */
export type ByHand = { readonly at: Instant; readonly overrides: readonly Override[] };

export type Commit = Moment & {
  readonly bot: string;
  readonly events: readonly OutageEvent[];
  readonly outage: Outage;
  readonly notices: readonly (Notice & { readonly lane: string })[];
  /** By which client it was caused, where one did it. */
  readonly client?: string | undefined;
};

/** A message of a program: `requestId` is the same in each attempt. `outageId`: which outage an answer named. */
export type ApiMessage = { readonly requestId: string; readonly answers: { readonly outageId: string | null; readonly ok: boolean }[] };

/** A try to send, as the connector saw it. */
export type Send = Moment & {
  readonly bot: string;
  readonly key: string;
  readonly notice: Notice;
  readonly lane: string;
  /** Of the try that was recorded as begun before it; null: none was. */
  readonly fence: number | null;
  readonly repeated: boolean;
  /** What the message was drawn from, and what was stored when it was sent. */
  readonly drawn: Recorded;
  readonly storedVersion: number;
  readonly tenantId: string;
  readonly conversationId: string;
  /** Who alone sees it; null: everybody there. */
  readonly only: string | null;
  /** When Teams took it, or null. */
  acceptedAt: Instant | null;
  acceptedStoreAt: Instant | null;
  /** When the bot had (or stopped to wait for) its answer. */
  endedAt: Instant;
  answer: string;
  /** Teams asked to be left alone in this conversation until then (429). */
  restUntil: Instant | null;
  /** Refused because somebody deleted the first message of its thread, or the card that it edits. */
  gone: boolean;
};

/** A person's press (or a repeated event of Teams) and what was answered; `outcome` is null when no answer came. */
export type Press = Moment & { readonly request: ActionRequest; bot: string; answeredAt: Instant | null; outcome: Outcome | null };

/** A pager took a page. `pagerId`: as the destination says it. `lost`: its answer did not come. */
export type PageTaken = { readonly at: Instant; readonly pagerId: string; readonly of: number; readonly lost: boolean };

export type Begin = Moment & { readonly bot: string; readonly key: string; readonly fence: number };
export type Finish = Moment & { readonly key: string; readonly outcome: DeliveryOutcome };
export type Claim = Moment & Lane & { readonly bot: string; releasedAt: Instant | null };

export type Fault = { readonly kind: string; readonly from: Instant; until: Instant; readonly detail: string };

export type Row = { readonly state: string; readonly number: number; readonly version: number };
export type DeliveryRow = {
  readonly key: string;
  readonly lane: string;
  readonly after: string | null;
  readonly state: string;
  readonly createdAt: Instant;
  readonly attempts: number;
  readonly repeats: number;
  readonly error: string | null;
};
/** What the store holds in the end. */
export type Held = {
  readonly events: readonly OutageEvent[];
  readonly row: Row | null;
  readonly deliveries: readonly DeliveryRow[];
  readonly deadlines: readonly Deadline[];
};

export type Story = {
  readonly id: string;
  readonly commits: Commit[];
  readonly sends: Send[];
  readonly presses: Press[];
  readonly begins: Begin[];
  readonly finishes: Finish[];
  readonly pages: PageTaken[];
  held: Held;
};

export type History = {
  readonly seed: string;
  readonly stories: Map<string, Story>;
  readonly faults: Fault[];
  readonly claims: Map<string, Claim[]>;
  /** A rejected action must write nothing; those that did. */
  readonly rejectedWrites: string[];
  /** When Teams had to say 429 because its limits were not kept. */
  readonly exceeded: (Exceeded & { readonly at: Instant; readonly outageId: string })[];
  /** How often each fault struck. */
  readonly struck: Map<string, number>;
  /** How far the store's clock is from true time, from each moment on. */
  readonly shifts: { readonly at: Instant; readonly shift: number }[];
  /** What each webhook took first, by the receiver and the id of the event, and in which order. */
  readonly received: Map<string, { readonly order: number; readonly at: Instant }>;
  /** What a receiver refused for good, in the same way; and `receiver gone`. */
  readonly refused: Set<string>;
  /** What no sender may send. */
  wrongReceived: () => readonly string[];
  /** What engineers had taken of on-call by hand, from each moment on. */
  readonly byHand: ByHand[];
  readonly api: ApiMessage[];
  end: Moment;
  trace(line: string): void;
  digest(): string;
  story(id: string): Story;
  strike(kind: string): void;
};

export function createHistory(seed: string, openedAt: Instant): History {
  const hash = createHash('sha256');
  const stories = new Map<string, Story>();
  const struck = new Map<string, number>();
  let digest: string | null = null;
  return {
    seed,
    stories,
    struck,
    faults: [],
    shifts: [{ at: openedAt, shift: 0 }],
    claims: new Map(),
    rejectedWrites: [],
    exceeded: [],
    byHand: [],
    received: new Map(),
    refused: new Set(),
    wrongReceived: () => [],
    api: [],
    end: { at: openedAt, storeAt: openedAt },
    trace: (line) => void hash.update(`${line}\n`),
    digest: () => (digest ??= hash.digest('hex')),
    strike: (kind) => void struck.set(kind, (struck.get(kind) ?? 0) + 1),
    story(id) {
      const known = stories.get(id);
      if (known) return known;
      const held: Held = { events: [], row: null, deliveries: [], deadlines: [] };
      const story: Story = { id, commits: [], sends: [], presses: [], begins: [], finishes: [], pages: [], held };
      stories.set(id, story);
      return story;
    },
  };
}
