/**
 * Time that passes only when nothing more can happen in the present. Everything that is simulated runs in promises and
 * never waits for the machine, so the present is over when no promise is left to settle: that is when Node runs what was
 * handed to `process.nextTick`.
 */
import type { Instant } from '../../src/outage/types/values.ts';

export type Timer = { readonly at: Instant; cancel(): void };

export type VirtualTime = {
  now(): Instant;
  at(time: Instant, run: () => void): Timer;
  wait(ms: number): Promise<void>;
  /** Lets everything happen that happens until then. */
  runUntil(time: Instant): Promise<void>;
};

type Entry = { at: Instant; order: number; run: (() => void) | null };

/** Now and then the machine's own events get a turn, or a test runner would take us for dead. */
const BREATHE_EVERY = 20_000;

const settled = () => new Promise<void>((resolve) => process.nextTick(resolve));
const breath = () => new Promise<void>((resolve) => setImmediate(resolve));

export function createVirtualTime(start: Instant): VirtualTime {
  const heap: Entry[] = [];
  let current = start;
  let count = 0;
  const time: VirtualTime = {
    now: () => current,
    at(at, run) {
      const entry: Entry = { at: Math.max(at, current), order: count++, run };
      push(heap, entry);
      return {
        at: entry.at,
        cancel() {
          entry.run = null;
        },
      };
    },
    wait: (ms) => new Promise((resolve) => time.at(current + ms, resolve)),
    async runUntil(until) {
      for (let events = 1; ; events++) {
        const first = heap[0];
        if (!first || first.at > until) break;
        pop(heap);
        if (!first.run) continue;
        current = first.at;
        first.run();
        await (events % BREATHE_EVERY === 0 ? breath() : settled());
      }
      current = until;
    },
  };
  return time;
}

const before = (one: Entry, other: Entry) => one.at < other.at || (one.at === other.at && one.order < other.order);

function push(heap: Entry[], entry: Entry): void {
  let index = heap.length;
  heap.push(entry);
  while (index > 0) {
    const parent = (index - 1) >> 1;
    const above = heap[parent] as Entry;
    if (!before(entry, above)) break;
    heap[index] = above;
    index = parent;
  }
  heap[index] = entry;
}

function pop(heap: Entry[]): void {
  const last = heap.pop() as Entry;
  if (heap.length === 0) return;
  let index = 0;
  for (;;) {
    const left = 2 * index + 1;
    if (left >= heap.length) break;
    const right = left + 1;
    const child = right < heap.length && before(heap[right] as Entry, heap[left] as Entry) ? right : left;
    if (!before(heap[child] as Entry, last)) break;
    heap[index] = heap[child] as Entry;
    index = child;
  }
  heap[index] = last;
}
