/** The durable record of outages. */
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { ConflictError, type OutageFilter, type OutageStore, type Recorded, type SimilarCandidate } from '../../engine/ports/outages.ts';
import { OPEN_STATES, REQUESTS_BEGIN, REQUESTS_END, type Series } from '../../outage/types/outage.ts';
import type { Instant } from '../../outage/types/values.ts';
import { listOverrides } from '../desk.ts';
import { type Database, isLostRace, isLostSession, type SqlDialect } from '../dialect.ts';
import { ledger } from '../queue/delivery-attempts.ts';
import { append } from './append.ts';
import { createReader, readRecords } from './record.ts';

/**
 * PostgreSQL's default isolation, read committed, is enough: a transaction first locks the outages that it changes, and `append`
 * updates the outage's row only at its version, so of two transactions that decided on the same version one is refused. On-call
 * overrides are read as they are at that moment.
 */
export function createOutages(dialect: SqlDialect): OutageStore {
  const { db } = dialect;
  const read = createReader();
  return {
    now: () => dialect.readNow(db),
    read: (outageId) => read(db, outageId),

    async transaction(work, changed) {
      try {
        return await db.transaction().execute(async (transaction) => {
          const now = await dialect.readNow(transaction, changed);
          return await work({
            now,
            read: (outageId) => read(transaction, outageId),
            lock: async (outageId) => void (await dialect.readNow(transaction, [outageId])),
            overrides: () => listOverrides(transaction, dialect),
            nextNumber: (series) => nextNumber(transaction, series),
            ledger: (outageId) => ledger(transaction, outageId),
            alike: (scenarioId, since) => alike(transaction, scenarioId, since),
            append: (change) => append(transaction, now, change),
          });
        });
      } catch (error) {
        if (isLostRace(error) || isLostSession(error)) throw new ConflictError('another writer was first', { cause: error });
        throw error;
      }
    },

    async idByThread(conversationId) {
      // Literals, because SQLite uses a partial index only when its condition is written in the query.
      const { rows } = await sql<{ outage_id: string }>`
        select distinct outage_id from delivery
        where conversation_id = ${conversationId} and kind = 'opening' and place in ('desk', 'queue') limit 2`.execute(db);
      // A desk in a group chat has all its outages in one conversation, which belongs to none of them, and a guess would be wrong.
      return rows.length === 1 ? (rows[0]?.outage_id ?? null) : null;
    },

    idByNumber: (number) => idByNumber(db, number),
    list: (filter) => list(db, filter),
  };
}

export async function idByNumber(db: Database, number: number): Promise<string | null> {
  const row = await db
    .selectFrom('outage')
    .select('id')
    .where((is) => is.or([is('number', '=', number), is('request_number', '=', number)]))
    .executeTakeFirst();
  return row?.id ?? null;
}

async function list(db: Database, filter: OutageFilter): Promise<readonly Recorded[]> {
  const { projects, personId, states, alike, limit, series = 'outage' } = filter;
  if (projects?.length === 0 || states?.length === 0) return [];
  const found = await db
    .selectFrom('outage')
    .select('id')
    .where(inSeries(series))
    .$if(projects !== null, (query) => query.where('project_id', 'in', projects ?? []))
    .$if(states !== null, (query) => query.where('state', 'in', states ?? []))
    .$if(personId !== null, (query) => query.where((is) => is.or([is('reporter_id', '=', personId ?? ''), is('owner_id', '=', personId)])))
    .$if(alike !== undefined, (query) =>
      query.where((is) => is.or([is('environment_id', '=', alike?.environmentId ?? ''), is('scenario_id', '=', alike?.scenarioId ?? '')])),
    )
    .orderBy('number', alike ? 'asc' : 'desc')
    .limit(limit)
    .execute();
  const ids = found.map(({ id }) => id);
  return await readRecords(db, ids);
}

const REQUESTS = sql.lit(REQUESTS_BEGIN);
const DRILLS_END = sql.lit(REQUESTS_END);
const inSeries = (series: Series): RawBuilder<SqlBool> =>
  ({
    outage: sql<SqlBool>`number > 0`,
    drill: sql<SqlBool>`number between ${DRILLS_END} and 0`,
    request: sql<SqlBool>`number between ${REQUESTS} and ${DRILLS_END}`,
  })[series];
const MAX_ALIKE = 200;
const alike = async (transaction: Database, scenarioId: string, since: Instant): Promise<readonly SimilarCandidate[]> =>
  await transaction
    .selectFrom('outage')
    .select(['id', 'number', 'project_id as projectId', 'environment_id as environmentId', 'reported_at as reportedAt'])
    .where('scenario_id', '=', scenarioId)
    .where('state', 'in', OPEN_STATES)
    .where('number', '>', 0)
    .where('reported_at', '>=', since)
    .orderBy('number')
    .limit(MAX_ALIKE)
    .execute();

/** On PostgreSQL this waits for the transaction that took the number before. Numbers without gaps need that. */
async function nextNumber(transaction: Database, series: Series = 'outage'): Promise<number> {
  const { value } = await transaction
    .updateTable('counter')
    .set((of) => ({ value: of('value', series === 'drill' ? '-' : '+', 1) }))
    .where('name', '=', series)
    .returning('value')
    .executeTakeFirstOrThrow();
  return value;
}
