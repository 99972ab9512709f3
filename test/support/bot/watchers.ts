/** Watchers on the store of a desk engine, as many bots as a test wants; what they tell is kept, and fails as a script says. */
import type { Sleep } from '../../../src/engine/loop.ts';
import { noMetrics } from '../../../src/engine/ports/metrics.ts';
import type { Alarm } from '../../../src/engine/watch/troubles.ts';
import { createLoopLiveness, createWatcher, type LoopLiveness, type Watcher } from '../../../src/engine/watch/watcher.ts';
import type { Store } from '../../../src/store/store.ts';
import type { FakeClock } from '../clock.ts';
import { type LogLine, silentLog } from '../log/silent-log.ts';

export type Bot = { readonly watcher: Watcher; readonly liveness: LoopLiveness; readonly log: LogLine[]; beats: number };
export type Told = { readonly alarm: Alarm; readonly at: number };

export type Watchers = {
  /** What the desk has. */
  readonly told: Told[];
  /** Decides about each telling: throw to fail it. */
  script: (alarm: Alarm) => void | Promise<void>;
  /** `skewMs`: how far its clock is off. */
  bot(options?: {
    skewMs?: number;
    store?: Pick<Store, 'outages' | 'health' | 'alarms' | 'rooms'>;
    sleep?: Sleep;
    now?: () => number;
    signingKeys?: Parameters<typeof createWatcher>[0]['signingKeys'];
  }): Bot;
};

const READABLE = { check: async () => {}, failing: () => null };

export function createWatchers({ store, clock }: { store: Store; clock: FakeClock }): Watchers {
  const watchers: Watchers = {
    told: [],
    script: () => {},
    bot({
      skewMs = 0,
      store: own = store,
      sleep = () => Promise.resolve(),
      now = () => clock.now() + skewMs,
      signingKeys = READABLE,
    } = {}) {
      const log: LogLine[] = [];
      const liveness = createLoopLiveness(now);
      const watcher = createWatcher({
        ...own,
        tell: async (alarm) => {
          await watchers.script(alarm);
          watchers.told.push({ alarm, at: clock.now() });
        },
        heartbeat: async () => void bot.beats++,
        metrics: noMetrics,
        liveness,
        signingKeys,
        now,
        sleep,
        log: silentLog(log),
      });
      const bot: Bot = { watcher, liveness, log, beats: 0 };
      return bot;
    },
  };
  return watchers;
}

/** In a word each: "deliveries-refused begins". */
export const inWords = (told: readonly Told[]): string[] =>
  told.map(({ alarm }) => {
    if (alarm.tell === 'rooms-changed') return `${alarm.rooms.length} rooms changed`;
    if (alarm.tell === 'set-aside') return `${alarm.messages.length} set aside`;
    return alarm.tell === 'over' ? `${alarm.kind} is over${alarm.untold ? ', untold' : ''}` : `${alarm.trouble.kind} ${alarm.tell}`;
  });
