/**
 * Tells the channels and chats that follow a project that its maintenance has begun, was changed, and is over: each of it once, by all
 * bots together. Maintenance is no outage, with no record, no promise and nobody to call, so it is not on the road of outages.
 */
import type { Desk } from '../../desk/desk.ts';
import { goesOnIn, goingOn, isRunning, type Maintenance } from '../../desk/maintenance.ts';
import { followersOf } from '../../desk/rooms.ts';
import type { Follower, Instant } from '../../outage/types/values.ts';
import { createLoop, type Sleep } from '../loop.ts';
import type { Rooms } from '../ports/desk.ts';
import type { Log } from '../ports/log.ts';
import { type MaintenanceWindows, OVER, type PlannedMaintenance, type Told } from '../ports/maintenance.ts';
import { type Message, type Messenger, SendError } from '../ports/messenger.ts';
import type { OutageStore } from '../ports/outages.ts';

const EVERY_MS = 5_000;
const AT_ONCE = 4;
/** When Teams refuses for now, and does not say for how long. */
const PAUSE_MS = 60_000;
/** A begin or an end that no bot could tell within this time is left out. */
export const LATEST_MS = 3_600_000;

export type MaintenanceNews = { readonly type: 'begins' | 'changed' | 'over'; readonly window: Maintenance };
/** `room`: the one that is told. */
export type DrawMaintenance = (news: MaintenanceNews, now: Instant, room: Pick<Follower, 'audience' | 'language'>) => Message;

type Due = MaintenanceNews & { readonly room: Follower; readonly told: Told };

/** What rooms have to be told now. `windows`: those that have not ended, or did within LATEST_MS. */
export function dueNow(
  windows: readonly PlannedMaintenance[],
  told: readonly Told[],
  { now, followers }: { readonly now: Instant; readonly followers: (projectId: string) => readonly Follower[] },
): readonly Due[] {
  const heardOf = ({ id }: Maintenance, room: Follower) =>
    told.filter(({ windowId, conversationId }) => windowId === id && conversationId === room.conversationId);
  return windows
    .filter(({ from }) => from <= now)
    .flatMap((window) =>
      followers(window.projectId).flatMap((room): Due[] => {
        const heard = heardOf(window, room);
        const said = isRunning(window, now) ? window.changedAt : OVER;
        const isNew = heard.length === 0;
        // Who was not told of its begin need not be told of its end.
        if (heard.some((one) => one.said === said) || (isNew && (said === OVER || now - window.from > LATEST_MS))) return [];
        // Where maintenance goes on by a window that the room knows, it is over when that one is.
        if (said === OVER && windows.some((other) => goesOnIn(window, other) && heardOf(other, room).length > 0)) return [];
        const type = said === OVER ? 'over' : isNew ? 'begins' : 'changed';
        return [{ type, window, room, told: { windowId: window.id, conversationId: room.conversationId, tenantId: room.tenantId, said } }];
      }),
    );
}

/** The bot that started last has the desk file that counts. */
export function createMaintenanceNews(parts: {
  maintenance: MaintenanceWindows;
  rooms: Pick<Rooms, 'all'>;
  outages: Pick<OutageStore, 'now'>;
  desk: Desk;
  draw: DrawMaintenance;
  messenger: Pick<Messenger, 'post'>;
  sleep: Sleep;
  onTurn: (loop: string) => void;
  log: Log;
}) {
  const { maintenance, rooms, outages, desk, draw, messenger, log } = parts;
  let isTaken = false;
  const step = async () => (await round()) === AT_ONCE;
  const loop = createLoop({ ...parts, name: 'maintenance', step, now: () => outages.now(), everyMs: EVERY_MS });
  return { start: loop.start, stop: loop.stop, round };

  /** Makes one round now. Resolves to how many rooms had to be told something; at most AT_ONCE are in a round. */
  async function round(): Promise<number> {
    const now = await outages.now();
    if (!isTaken) await take(now);
    isTaken = true;
    // Nobody hears of a project that the desk file does not have any more.
    const known = (await maintenance.list(LATEST_MS)).filter(({ projectId }) => desk.file.projects.some(({ id }) => id === projectId));
    if (known.length === 0) return 0;
    const told = await maintenance.told(known.map(({ id }) => id));
    const used = desk.roomsIn(await rooms.all());
    const followers = (projectId: string) => followersOf(used, projectId, desk.file);
    const due = dueNow(known, told, { now, followers }).slice(0, AT_ONCE);
    await Promise.all(due.map((one) => tell(one, now)));
    return due.length;
  }

  async function take(now: Instant): Promise<void> {
    const planned = desk.maintenance.filter(({ until }) => until > now - LATEST_MS);
    await maintenance.takeFromFile(planned, goingOn(await maintenance.list(LATEST_MS), planned, now));
  }

  /** At most once: what may have arrived is not sent again. */
  async function tell({ room, told, ...news }: Due, now: Instant): Promise<void> {
    const message = draw(news, now, room);
    if (!(await maintenance.begin(told))) return;
    const { conversationId, tenantId } = room;
    const fields = { conversation: conversationId, what: news.type };
    try {
      await messenger.post(
        room.kind === 'channel' ? { to: 'new-thread', room } : { to: 'conversation', conversationId, tenantId },
        message,
      );
      log.info(fields, 'a room was told of maintenance');
    } catch (error) {
      const refused = error instanceof SendError && error.failure === 'refused';
      if (refused) await maintenance.postpone(told, error.retryAfterMs ?? PAUSE_MS);
      log.warn({ err: error, ...fields, again: refused }, 'a room could not be told of maintenance');
    }
  }
}
