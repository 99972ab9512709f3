/** Records of each delivery that an attempt began and how it ended, and reads the ledger. */
import { type RawBuilder, sql } from 'kysely';
import type { DeliveryOutcome, DeliveryQueue } from '../../engine/ports/deliveries.ts';
import type { Posted } from '../../engine/ports/messenger.ts';
import type { LedgerLine } from '../../engine/ports/outages.ts';
import { formatDestination } from '../../outage/destinations.ts';
import type { Database, SqlDialect } from '../dialect.ts';
import { deliveryOf, nextOf, releaseIdle } from './lanes.ts';
import { spend } from './rate-limits.ts';

/** A longer error text is cut; the log has all of it. */
const LONGEST_ERROR = 1_000;

export function createDeliveryAttempts(
  dialect: SqlDialect,
): Pick<DeliveryQueue, 'begin' | 'count' | 'finish' | 'advance' | 'reopen' | 'openingOf' | 'hasTaken' | 'newsSince' | 'ledger'> {
  const { db, now } = dialect;
  return {
    begin: (lane, keys, quotas, neededMs) => spend(dialect, quotas, { lane, keys, neededMs }),

    async count(quotas) {
      const result = await spend(dialect, quotas);
      return typeof result === 'object' ? result.waitUntil : null;
    },

    /**
     * 'done' is recorded from any worker, however late, because the message was sent. Any other outcome is recorded only from the
     * worker that holds the lane, or it could hide that another worker is sending at this moment.
     */
    async finish(lane, keys, outcome) {
      const row = db.updateTable('delivery').where('key', 'in', keys);
      const waiting = row
        .where('state', '=', 'waiting')
        .where(({ exists, selectFrom }) =>
          exists(selectFrom('lane').select('id').where('id', '=', lane.id).where('fence', '=', lane.fence)),
        );
      switch (outcome.state) {
        case 'done':
          return void (await done(dialect, keys, outcome.posted).execute(db));
        case 'skipped':
          await db.transaction().execute(async (transaction) => {
            await lockOutages(transaction, dialect, keys);
            await transaction.executeQuery(waiting.set({ state: 'skipped', done_at: now() }));
            await skipEdits(transaction, now(), lane.id, keys);
          });
          return;
        case 'failed':
          await db.transaction().execute(async (transaction) => {
            await lockOutages(transaction, dialect, keys);
            await transaction.executeQuery(waiting.set({ state: 'failed', done_at: now(), error: errorText(outcome.error) }));
            await endOrphans(transaction, now(), outagesOf(keys));
          });
          return;
        case 'retry': {
          const { dueAt, maybeSent, repeats, error, holds } = outcome;
          // What holds others back is found by its attempts alone (delivery_tried).
          const attempts = holds ? sql<number>`case when attempts = 0 then 1 else attempts end` : undefined;
          const set = { due_at: dueAt, maybe_sent: maybeSent ? 1 : 0, error: error && errorText(error), repeats, attempts };
          await waiting.set(set).execute();
          return;
        }
        default:
          throw new Error(`unknown outcome ${(outcome satisfies never as DeliveryOutcome).state}`);
      }
    },

    async advance(lane, keys, posted) {
      const found = await dialect.following(nextOf(dialect, lane, 1, keys), ['key'], [done(dialect, keys, posted), releaseIdle(lane)]);
      return found.map(deliveryOf);
    },

    async reopen({ key, outageId, kind, destination, lane, seq, priority, after }) {
      const waiting = { state: 'waiting', due_at: now(), created_at: now(), done_at: null } as const;
      const place = formatDestination(destination);
      await db
        .insertInto('delivery')
        .values({ key, outage_id: outageId, kind, place, lane, seq, priority, after_key: after, ...waiting })
        .onConflict((row) => row.column('key').doUpdateSet(waiting).where('delivery.state', '=', 'skipped'))
        .execute();
    },

    async openingOf(outageId, destination) {
      // Literals, because SQLite plans again for each value that it could compare with the condition of an index.
      const place = formatDestination(destination);
      const { rows } = await sql<Posted>`
        select conversation_id as "conversationId", activity_id as "activityId" from delivery
        where outage_id = ${outageId} and kind = 'opening' and place || '' = ${place} and state = 'done'
        order by position desc limit 1`.execute(db);
      return rows[0]?.conversationId ? rows[0] : null;
    },

    async hasTaken(outageId, { conversationId, activityId }) {
      // In a chat all messages are in one conversation, so only an edit of the card proves anything.
      const kind = conversationId.includes(';messageid=')
        ? sql`kind in ('news', 'ping')`
        : sql`kind = 'state' and activity_id = ${activityId}`;
      const { rows } = await sql`
        select 1 from delivery where outage_id = ${outageId} and conversation_id = ${conversationId} and state = 'done' and ${kind} limit 1`.execute(
        db,
      );
      return rows.length > 0;
    },

    async newsSince(destination, since) {
      // A message may carry several. The conditions are those of an index (delivery_heard).
      const { rows } = await sql<{ messages: number }>`
        select count(distinct coalesce(activity_id, key)) as messages from delivery
        where place = ${formatDestination(destination)} and done_at >= ${since} and kind = 'news' and state = 'done' and place like 'follow%'`.execute(
        db,
      );
      return Number(rows[0]?.messages ?? 0);
    },

    ledger: (outageId) => ledger(db, outageId),
  };
}

/** Recorded whatever the delivery was, but what is done already only gets the id of its message. */
const done = ({ now }: SqlDialect, keys: readonly string[], { conversationId, activityId }: Posted): RawBuilder<unknown> => sql`
  update delivery set state = 'done', done_at = ${now()}, maybe_sent = 0, error = null, conversation_id = ${conversationId}, activity_id = ${activityId}
  where key in (${sql.join(keys)}) and (state <> 'done' or activity_id is null)`;

export async function ledger(db: Database, outageId: string): Promise<readonly LedgerLine[]> {
  return await db
    .selectFrom('delivery')
    .select(['key', 'state', 'due_at as dueAt', 'done_at as doneAt', 'attempts', 'repeats', 'error', 'set_aside_told as told'])
    .where('outage_id', '=', outageId)
    .orderBy('position')
    .execute();
}

/** The outages of those deliveries that another one may come after: the first message of a thread, and what calls people. */
const outagesOf = (keys: readonly string[]): RawBuilder<unknown> =>
  sql`select outage_id from delivery where key in (${sql.join(keys)}) and (kind in ('opening', 'ping', 'direct') or kind = 'news' and place = 'desk')`;

/** What another bot is about to store behind such a message must see that it is over, or be seen here. */
async function lockOutages(transaction: Database, { locking }: SqlDialect, keys: readonly string[]): Promise<void> {
  await sql`select o.id from outage o where o.id in (${outagesOf(keys)}) order by o.id ${locking('o')}`.execute(transaction);
}

/** PostgreSQL refuses the character 0 in a text, and a failure must not be lost because of its error text. */
const errorText = (error: string): string => error.replaceAll('\0', '').slice(0, LONGEST_ERROR);

/**
 * Pings that are not sent need no edit. An index has what waits in the lane; an outage may have thousands of deliveries. It has the
 * priority, too, or SQLite would take the index of all that was ever sent there.
 */
async function skipEdits(transaction: Database, now: RawBuilder<number>, lane: string, keys: readonly string[]): Promise<void> {
  await sql`
    update delivery set state = 'skipped', done_at = ${now}
    where state = 'waiting' and lane = ${lane} and priority >= 0 and kind = 'settled' and after_key in (${sql.join(keys)})
      and exists (select 1 from delivery a where a.key = delivery.after_key and a.state = 'skipped')`.execute(transaction);
}

/** Somebody who may not follow any more, or has no chat, hears nothing; a room that follows is a place of the desk file. */
const isNeedless = sql`(kind = 'settled' or place like 'following:%')`;

/**
 * Ends what comes after a message that is not sent and would wait for ever. What had to come after it fails, and the desk is told only
 * of the message that failed first. An edit of it is needless. Where the outage was reported, its news stand alone.
 */
export async function endOrphans(transaction: Database, now: RawBuilder<number>, outageIds: RawBuilder<unknown>): Promise<void> {
  await sql`
    update delivery set state = case when ${isNeedless} then 'skipped' else 'failed' end, set_aside_told = 1, done_at = ${now},
      error = case when ${isNeedless} then null else 'the message that it comes after was given up' end
    where state = 'waiting' and outage_id in (${outageIds}) and (place <> 'origin' or kind = 'state')
      and exists (select 1 from delivery a where a.key = delivery.after_key and a.state in ('failed', 'skipped'))`.execute(transaction);
}
