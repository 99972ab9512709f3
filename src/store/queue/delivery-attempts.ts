/** Records of each delivery that an attempt began and how it ended, and reads the ledger. */
import { type RawBuilder, sql } from 'kysely';
import type { DeliveryOutcome, DeliveryQueue } from '../../engine/ports/deliveries.ts';
import type { Posted } from '../../engine/ports/messenger.ts';
import type { LedgerLine } from '../../engine/ports/outages.ts';
import { formatDestination } from '../../outage/destinations.ts';
import type { Instant } from '../../outage/types/values.ts';
import { type Database, later, type SqlDialect } from '../dialect.ts';
import { spend } from './rate-limits.ts';

/** A longer error text is cut; the log has all of it. */
const LONGEST_ERROR = 1_000;

export function createDeliveryAttempts(
  dialect: SqlDialect,
): Pick<DeliveryQueue, 'begin' | 'finish' | 'reopen' | 'openingOf' | 'hasTaken' | 'ledger'> {
  const { db, now } = dialect;
  return {
    async begin(lane, keys, quotas, neededMs) {
      try {
        await db.transaction().execute(async (transaction) => {
          for (const quota of quotas) {
            const waitUntil = await spend(dialect, transaction, quota);
            if (waitUntil !== null) throw new NotBegun({ waitUntil, scope: quota.scope });
          }
          // Comes last, because a quota may be waited for. One statement, so that no other worker can claim the lane between the check and the write.
          const { numAffectedRows } = await sql`
            update delivery set attempts = attempts + 1, repeats = repeats + maybe_sent, maybe_sent = 1
            where key in (${sql.join(keys)}) and lane = ${lane.id} and state = 'waiting' and exists (
              select 1 from lane l where l.id = ${lane.id} and l.fence = ${lane.fence} and l.lease_until > ${later(dialect.now(), neededMs)}
            )`.execute(transaction);
          if (numAffectedRows !== BigInt(keys.length)) throw new NotBegun('lane-lost');
        });
        return 'begun';
      } catch (error) {
        if (error instanceof NotBegun) return error.result;
        throw error;
      }
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
        case 'done': {
          const { conversationId: conversation_id, activityId: activity_id } = outcome.posted;
          const ended = { done_at: now(), maybe_sent: 0, error: null, conversation_id, activity_id };
          await row
            .set({ state: 'done', ...ended })
            .where((is) => is.or([is('state', '<>', 'done'), is('activity_id', 'is', null)]))
            .execute();
          return;
        }
        case 'skipped':
          await db.transaction().execute(async (transaction) => {
            await transaction.executeQuery(waiting.set({ state: 'skipped', done_at: now() }));
            await skipEdits(transaction, now(), lane.id, keys);
          });
          return;
        case 'failed':
          await db.transaction().execute(async (transaction) => {
            await transaction.executeQuery(waiting.set({ state: 'failed', done_at: now(), error: errorText(outcome.error) }));
            await endOrphans(transaction, now(), sql`select outage_id from delivery where key in (${sql.join(keys)})`);
          });
          return;
        case 'retry': {
          const { dueAt, maybeSent, repeats, error } = outcome;
          await waiting.set({ due_at: dueAt, maybe_sent: maybeSent ? 1 : 0, error: error && errorText(error), repeats }).execute();
          return;
        }
        default:
          throw new Error(`unknown outcome ${(outcome satisfies never as DeliveryOutcome).state}`);
      }
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

    ledger: (outageId) => ledger(db, outageId),
  };
}

export async function ledger(db: Database, outageId: string): Promise<readonly LedgerLine[]> {
  return await db
    .selectFrom('delivery')
    .select(['key', 'state', 'due_at as dueAt', 'done_at as doneAt', 'attempts', 'repeats', 'error'])
    .where('outage_id', '=', outageId)
    .orderBy('position')
    .execute();
}

/** Rolls the transaction back. */
class NotBegun extends Error {
  readonly result: 'lane-lost' | { readonly waitUntil: Instant; readonly scope: string };
  constructor(result: NotBegun['result']) {
    super('not begun');
    this.result = result;
  }
}

/** PostgreSQL refuses the character 0 in a text, and a failure must not be lost because of its error text. */
const errorText = (error: string): string => error.replaceAll('\0', '').slice(0, LONGEST_ERROR);

/** Pings that are not sent need no edit. An index has what waits in the lane; an outage may have thousands of deliveries. */
async function skipEdits(transaction: Database, now: RawBuilder<number>, lane: string, keys: readonly string[]): Promise<void> {
  await sql`
    update delivery set state = 'skipped', done_at = ${now}
    where state = 'waiting' and lane = ${lane} and kind = 'settled' and after_key in (${sql.join(keys)})
      and exists (select 1 from delivery a where a.key = delivery.after_key and a.state = 'skipped')`.execute(transaction);
}

/**
 * Ends what comes after a message that is not sent and would wait for ever. What had to come after it fails, and the desk is told only
 * of the message that failed first. An edit of it is needless.
 */
export async function endOrphans(transaction: Database, now: RawBuilder<number>, outageIds: RawBuilder<unknown>): Promise<void> {
  await sql`
    update delivery set state = case kind when 'settled' then 'skipped' else 'failed' end, set_aside_told = 1, done_at = ${now},
      error = case kind when 'settled' then null else 'the message that it comes after was given up' end
    where state = 'waiting' and outage_id in (${outageIds})
      and exists (select 1 from delivery a where a.key = delivery.after_key and a.state in ('failed', 'skipped'))`.execute(transaction);
}
