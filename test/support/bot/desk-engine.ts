/** The engine on the real SQLite store in memory, with a messenger that does what a test says and a clock that it moves. */
import { onTestFinished } from 'vitest';
import { createDeliverer, type Deliverer } from '../../../src/engine/delivery/deliver.ts';
import { createHandle, type Handle } from '../../../src/engine/handle.ts';
import { createOpenForms } from '../../../src/engine/open-forms.ts';
import type { Address, Message, Messenger, Posted, Renderer } from '../../../src/engine/ports/messenger.ts';
import type { LedgerLine } from '../../../src/engine/ports/outages.ts';
import type { ReportAction } from '../../../src/outage/actions.ts';
import { openSqlite } from '../../../src/store/sqlite/open.ts';
import type { Store } from '../../../src/store/store.ts';
import { type FakeClock, fakeClock } from '../clock.ts';
import { remember } from '../log/leak-check.ts';
import { type LogLine, silentLog } from '../log/silent-log.ts';
import { engineer, sampleFollower, sampleOnCall, sampleReportAction } from '../outage/sample.ts';

export const DESK = '19:desk@thread.tacv2';
export const ORIGIN = 'a:mia';
export const BOARD = sampleFollower.conversationId;

/** What was handed to Teams: `kind/place/seq` of the notice, as the plain renderer below writes it, and where it went. */
export type Sent = {
  readonly what: string;
  readonly to: string;
  /** The message that it edits. */
  readonly edits: string | null;
  readonly repeated: boolean;
  readonly at: number;
};
/** Decides about a try: throw to fail it, return to accept it. */
export type Script = (sent: Sent) => void | Promise<void>;

export type DeskEngine = {
  readonly store: Store;
  readonly clock: FakeClock;
  readonly handle: Handle;
  readonly deliverer: Deliverer;
  readonly messenger: Messenger;
  readonly log: LogLine[];
  /** All tries, also those that failed. */
  readonly sent: Sent[];
  script: Script;
  draw: () => void;
  report(outageId?: string, overrides?: Partial<ReportAction>): Promise<void>;
  acknowledge(outageId?: string): Promise<void>;
  update(text: string, outageId?: string): Promise<void>;
  passDeadline(outageId?: string): Promise<void>;
  /** Sends all that is due now. */
  deliver(): Promise<void>;
  /** Moves the clock in seconds, sending what is due at each; those at which nothing is are left out. */
  passes(ms: number): Promise<void>;
  line(key: string, outageId?: string): Promise<LedgerLine | undefined>;
};

export type Finder = NonNullable<Messenger['find']>;

const STEP_MS = 1_000;

const nameOf = (notice: { key: string }) => notice.key.split('/').slice(1).join('/');

/** `find`: how messages can be read back, where that is granted. `unnamed`: whether Teams takes a message without saying its id. */
export async function startDeskEngine(
  options: {
    store?: (store: Store) => Store;
    tenantPerSecond?: number;
    find?: Finder;
    unnamed?: () => boolean;
    mayHear?: (projectId: string) => boolean;
    isStaff?: boolean;
  } = {},
): Promise<DeskEngine> {
  const clock = fakeClock();
  const log: LogLine[] = [];
  const opened = await openSqlite({ file: ':memory:', now: clock.now, log: silentLog(log) });
  onTestFinished(() => opened.close());
  const store = options.store?.(opened) ?? opened;
  const sent: Sent[] = [];
  let posts = 0;

  const render: Renderer = (notice, _recorded, { repeated }) => {
    engine.draw();
    return { card: { what: nameOf(notice), repeated }, summary: '' };
  };
  async function tryToSend(to: string, { card }: Message, edits: string | null = null): Promise<void> {
    const { what, repeated } = card as { what: string; repeated: boolean };
    const one = { what, to, edits, repeated, at: clock.now() };
    sent.push(one);
    await engine.script(one);
  }
  const addressOf = (address: Address) =>
    address.to === 'person' ? address.personId : address.to === 'new-thread' ? address.room.conversationId : address.conversationId;
  const messenger: Messenger = {
    ...(options.find ? { find: options.find } : {}),
    async post(address: Address, message: Message): Promise<Posted> {
      await tryToSend(addressOf(address), message);
      posts += 1;
      const conversationId = address.to === 'new-thread' ? `${address.room.conversationId};messageid=${posts}` : addressOf(address);
      return { conversationId, activityId: address.to !== 'new-thread' && options.unnamed?.() ? null : String(posts) };
    },
    async edit(where: Extract<Address, { to: 'conversation' }>, activityId: string, message: Message) {
      await tryToSend(where.conversationId, message, activityId);
    },
  };
  const desk = {
    onCall: () => sampleOnCall,
    mayHear: (_tenant: string, projectId: string) => options.mayHear?.(projectId) ?? true,
    isStaff: () => options.isStaff ?? true,
  };
  const handle = createHandle({ outages: store.outages, desk, log: silentLog(log), onStored: () => {} });
  const deliverer = createDeliverer({
    ...store,
    forms: createOpenForms({ ...store.personal, cache: store.cache, now: () => store.outages.now(), clock: clock.now }),
    messenger,
    desk,
    render,
    renderDigest(pings, { repeated }) {
      engine.draw();
      return { card: { what: pings.map(({ notice }) => nameOf(notice)).join(' + '), repeated }, summary: '' };
    },
    tenantPerSecond: options.tenantPerSecond ?? 30,
    handle,
    log: silentLog(log),
    clock: clock.now,
    random: () => 1,
    onLaneDone: () => {},
  });

  const engine: DeskEngine = {
    store,
    clock,
    handle,
    deliverer,
    messenger,
    log,
    sent,
    script: () => {},
    draw: () => {},
    async report(outageId = 'nonce-1', overrides = {}) {
      remember(sampleReportAction());
      const { at: _, number: __, onCall: ___, ...request } = sampleReportAction({ outageId, ...overrides });
      await handle(request);
    },
    async acknowledge(outageId = 'nonce-1') {
      await handle({ type: 'acknowledge', outageId, by: engineer });
    },
    async update(text, outageId = 'nonce-1') {
      await handle({ type: 'update', outageId, by: engineer, text, phase: null, nextUpdateInMs: null, seen: null });
    },
    async passDeadline(outageId = 'nonce-1') {
      await handle({ type: 'pass-deadline', outageId });
    },
    async deliver() {
      while ((await deliverer.begin()) > 0) await deliverer.idle();
    },
    async passes(ms) {
      for (const end = clock.now() + ms; clock.now() < end; ) {
        const dueInMs = ((await store.deliveries.nextDueAt()) ?? end) - clock.now();
        clock.advance(Math.min(end - clock.now(), STEP_MS * Math.max(1, Math.ceil(dueInMs / STEP_MS))));
        await engine.deliver();
      }
    },
    async line(key, outageId = 'nonce-1') {
      return (await store.deliveries.ledger(outageId)).find((one) => one.key === `${outageId}/${key}`);
    },
  };
  return engine;
}
