/** Fetches the files that people sent, keeps them, and records them once their outage is there; also after a restart. */
import { type FileRefusal, nameOfKind, type OutageFile } from '../outage/types/files.ts';
import type { Actor, Person } from '../outage/types/values.ts';
import type { Handle } from './handle.ts';
import { createLoop, type Sleep } from './loop.ts';
import type { ClaimedFile, FetchFile, FileLimits, Files, InspectFile } from './ports/files.ts';
import type { Log } from './ports/log.ts';
import { type Message, type Messenger, SendError } from './ports/messenger.ts';
import { type Metrics, noMetrics } from './ports/metrics.ts';
import type { OutageStore } from './ports/outages.ts';

const LOOP = 'files';
const EVERY_MS = 5_000;
/** As many as a message mostly has, so that they are told of together. Few are in memory at the same time. */
const AT_ONCE = 10;
const FETCHED_AT_ONCE = 2;
/** Longer than fetching and inspecting all of them takes. */
const LEASE_MS = 4 * 60_000;
/** An address of Teams lasts for minutes. One that fails is tried again after this, then after twice as long, and so on. */
const PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 5 * 60_000;
const MOST_ATTEMPTS = 8;
/** When Teams does not say for how long; after that twice as long, and so on. Tried as often as fetching. */
const TELL_AGAIN_MS = 60_000;

type Of<State extends ClaimedFile['state']> = Extract<ClaimedFile, { state: State }>;
/** Draws what a person reads whose file was not taken. */
export type DrawRefusal = (file: { readonly name: string; readonly why: FileRefusal; readonly locale: string }) => Message;
export type FileKeeper = ReturnType<typeof createFileKeeper>;

export function createFileKeeper(parts: {
  files: Files;
  fetchFile: FetchFile;
  inspect: InspectFile;
  limits: FileLimits;
  handle: Handle;
  /** With the roles that the person has now. */
  actor: (person: Person) => Actor;
  draw: DrawRefusal;
  messenger: Pick<Messenger, 'post'>;
  outages: Pick<OutageStore, 'now'>;
  sleep: Sleep;
  onTurn: (loop: string) => void;
  log: Log;
  metrics?: Pick<Metrics, 'fileRefused'>;
}) {
  const { files, fetchFile, inspect, limits, handle, actor, draw, messenger, log, metrics = noMetrics } = parts;
  const step = async () => (await round()) > 0;
  const loop = createLoop({
    ...parts,
    name: LOOP,
    step,
    nextDueAt: () => files.nextDueAt(),
    now: () => parts.outages.now(),
    everyMs: EVERY_MS,
  });
  return { start: loop.start, stop: loop.stop, wake: loop.wake, round };

  /** Does what is due now. Resolves to how many files were. */
  async function round(): Promise<number> {
    const due = await files.claim(AT_ONCE, LEASE_MS);
    const waiting = due.filter((one) => one.state === 'waiting').values();
    const refused = due.filter((one) => one.state === 'refused');
    const kept = Map.groupBy(
      due.filter((one) => one.state === 'kept'),
      ({ batch }) => batch,
    );
    await Promise.all([
      // All of them take from one iterator, so each takes the next file as soon as it is free.
      ...Array.from({ length: FETCHED_AT_ONCE }, () => fetchAll(waiting)),
      ...refused.map(tell),
      ...[...kept.values()].map(add),
    ]);
    return due.length;
  }

  async function fetchAll(waiting: Iterable<Of<'waiting'>>): Promise<void> {
    for (const file of waiting) {
      try {
        await fetchOne(file);
      } catch (error) {
        log.error({ err: error, outageId: file.outageId, attempt: file.attempt }, 'a file could not be fetched or kept; it is tried again');
        await files.postpone(file.id, pauseAfter(file)).catch(() => undefined);
      }
      // Many large files are one round, and a loop that is silent for so long counts as stopped.
      parts.onTurn(LOOP);
    }
  }

  async function fetchOne(file: Of<'waiting'>): Promise<void> {
    // What ends the process each time is not tried for ever.
    if (file.attempt > MOST_ATTEMPTS) return await refuse(file, 'gone');
    const fetched = await fetchFile(file.sent, limits.bytes);
    if ('failed' in fetched) {
      if (fetched.failed === 'later') return await files.postpone(file.id, pauseAfter(file));
      return await refuse(file, fetched.failed);
    }
    const found = await inspect(fetched.data);
    if ('refused' in found) return await refuse(file, found.refused);
    const kept = await files.keep(file.id, { ...found, name: nameOfKind(file.name, found.kind), data: fetched.data }, limits.totalBytes);
    if (kept === 'no-room') await refuse(file, 'no-room');
  }

  async function refuse({ id, outageId }: ClaimedFile, why: FileRefusal): Promise<void> {
    await files.refuse(id, why);
    metrics.fileRefused(why);
    log.warn({ outageId, reason: why }, 'a file that somebody sent was not taken');
  }

  /** At least once, since their person has to send it again or in another way; given up where Teams never takes it. */
  async function tell({ id, person, tenantId, attempt, ...file }: Of<'refused'>): Promise<void> {
    try {
      await messenger.post({ to: 'person', personId: person.id, tenantId }, draw(file));
    } catch (error) {
      const sending = error instanceof SendError ? error : null;
      const again = sending?.failure !== 'never' && attempt < MOST_ATTEMPTS;
      log.warn({ err: error, person: person.id, attempt, again }, 'a person could not be told that a file was not taken');
      if (again) return await files.postpone(id, sending?.retryAfterMs ?? TELL_AGAIN_MS * 2 ** (attempt - 1));
    }
    await files.drop([id]);
  }

  /** One event for all that came together. The core knows a file by its id, so a second time does nothing. */
  async function add(kept: readonly Of<'kept'>[]): Promise<void> {
    const [first] = kept;
    if (!first) return;
    const { outageId, shared } = first;
    const ids = kept.map(({ id }) => id);
    try {
      const added = kept.map(({ id, name, kind, bytes, hash }): OutageFile => ({ id, name, kind, bytes, hash }));
      const outcome = await handle({ type: 'add-files', outageId, by: actor(first.person), shared, files: added });
      // Also those that a bot recorded which died before it settled them, and whose person may not see the outage any more.
      const recorded = new Set(outcome.recorded?.outage.files.map(({ id }) => id));
      const done = ids.filter((id) => recorded.has(id));
      if (done.length > 0) await files.settle(done);
      // The others go once their person is told.
      for (const file of kept) if (!recorded.has(file.id)) await refuse(file, 'rejected');
    } catch (error) {
      log.error({ err: error, outageId, count: ids.length }, 'files could not be recorded; it is tried again');
      for (const id of ids) await files.postpone(id, PAUSE_MS).catch(() => undefined);
    }
  }
}

const pauseAfter = ({ attempt }: Of<'waiting'>): number => Math.min(PAUSE_MS * 2 ** (attempt - 1), LONGEST_PAUSE_MS);
