/**
 * Loaded (by --import) into the bot and into each peer: tells the bench, over the channel to its parent, what the process itself
 * has accounted for. The same file on both sides, so that it costs both the same.
 */
import { flushCompileCache } from 'node:module';
import { monitorEventLoopDelay } from 'node:perf_hooks';

export type Reading = {
  /** User and system time of the whole process since its start, in ms. */
  readonly cpuMs: number;
  readonly rss: number;
  readonly heapUsed: number;
  readonly external: number;
  /** Of the event loop since the last reading, in ms. */
  readonly delayP99Ms: number;
  readonly delayMaxMs: number;
};
/** `collect`: after a forced collection, which also returns free memory to the system. `watch`: begins to watch the event loop. `flush`: then keeps what is compiled. */
export type Question = { readonly meter: number; readonly collect?: boolean; readonly watch?: boolean; readonly flush?: boolean };
export type Answer = { readonly meter: number; readonly reading: Reading };

/** Watching takes a timer every 10 ms, so it is done only where somebody asks for it. */
const delay = monitorEventLoopDelay({ resolution: 10 });

process.on('message', (message: Question) => {
  if (typeof message?.meter !== 'number') return;
  if (message.watch) delay.enable();
  if (message.collect) globalThis.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' });
  const { user, system } = process.cpuUsage();
  const { rss, heapUsed, external } = process.memoryUsage();
  const reading: Reading = {
    cpuMs: (user + system) / 1_000,
    rss,
    heapUsed,
    external,
    delayP99Ms: delay.percentile(99) / 1e6,
    delayMaxMs: delay.max / 1e6,
  };
  delay.reset();
  // Before the answer, after which it may be killed.
  if (message.flush) flushCompileCache();
  process.send?.({ meter: message.meter, reading } satisfies Answer);
});
// The channel alone does not keep a process alive that has nothing else to do.
process.channel?.unref();
