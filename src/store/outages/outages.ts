/** The durable record of outages. */
import { type RawBuilder, sql } from 'kysely';
import {
  ConflictError,
  type OutageFilter,
  type OutageStore,
  type Recorded,
  type SimilarCandidate,
  type SimilarFilter,
} from '../../engine/ports/outages.ts';
import { OPEN_STATES, type OutageState, REQUESTS_BEGIN, REQUESTS_END, type Series } from '../../outage/types/outage.ts';
import type { Instant } from '../../outage/types/values.ts';
import { createSweep, setIn } from '../cache.ts';
import { listOverrides } from '../desk.ts';
import { type Database, isLostRace, isLostSession, type SqlDialect } from '../dialect.ts';
import { listMaintenance } from '../maintenance.ts';
import { followingOf } from '../personal/follows.ts';
import { ledger } from '../queue/delivery-attempts.ts';
import { append } from './append.ts';
import type { Records } from './record.ts';

/**
 * PostgreSQL's default isolation, read committed, is enough: a transaction first locks the outages that it changes, and `append`
 * updates the outage's row only at its version, so of two transactions that decided on the same version one is refused. On-call
 * overrides are read as they are at that moment.
 */
export function createOutages(dialect: SqlDialect, records: Records): OutageStore {
  const { db } = dialect;
  const swept = createSweep(dialect);
  return {
    now: () => dialect.readNow(db),
    read: (outageId, head) => records.read(db, outageId, head),

    async transaction(work, changed = []) {
      try {
        // The records as they are in this transaction: those that it locked or changed.
        const own = new Map<string, Recorded | null>();
        let remembered = 0;
        const result = await db.transaction().execute(async (transaction) => {
          const lock = async (ids: readonly string[]): Promise<Instant> => {
            const { now, locked } = await records.lock(transaction, ids);
            for (const [id, recorded] of locked) own.set(id, recorded);
            return now;
          };
          const now = changed.length > 0 ? await lock(changed) : await dialect.readNow(transaction);
          return await work({
            now,
            read: async (outageId) => own.get(outageId) ?? (await records.read(transaction, outageId)),
            // What it changed is locked already.
            lock: async (outageId) => void (own.has(outageId) || (await lock([outageId]))),
            overrides: () => listOverrides(transaction, dialect),
            doneBy: (client) => doneBy(transaction, client),
            maintenance: () => listMaintenance(transaction, dialect),
            following: (projectId) => followingOf(transaction, projectId),
            nextNumber: (series) => nextNumber(transaction, series),
            ledger: (outageId) => ledger(transaction, outageId),
            openOfScenario: (scenarioId, since) => openOfScenario(transaction, scenarioId, since),
            similar: (filter) => similar(transaction, filter),
            remember: async (...entry) => {
              await setIn(transaction, dialect, ...entry);
              remembered += 1;
            },
            append: async (change) => {
              own.delete(change.outage.id);
              const recorded = await append(transaction, { now, dialect, records }, change);
              if (recorded) own.set(change.outage.id, recorded);
            },
          });
        });
        for (const [id, recorded] of own) records.keep(recorded, id);
        // It is committed, whatever becomes of this.
        await swept(remembered).catch(() => undefined);
        return result;
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
    list: (filter) => list(db, records, filter),
    similar: (filter) => similar(db, filter),
    openOfScenario: (scenarioId, since) => openOfScenario(db, scenarioId, since),
    joinedBy: (personId, states) => joinedBy(db, records, personId, states),
    openFollowedBy: (personId) => openFollowedBy(db, records, personId),
    countByScenario: (projectId) => countByScenario(db, projectId),
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

/** Literals, because SQLite uses a partial index only when its condition is written in the query. */
const isOpen = sql`state in (${sql.join(OPEN_STATES.map((state) => sql.lit(state)))})`;
const allOf = (...conditions: readonly RawBuilder<unknown>[]): RawBuilder<unknown> => sql.join(conditions, sql` and `);

/** Up to so many projects have a part each; more are compared with in one. */
const MOST_PARTS = 20;

/**
 * The ids of the first outages that are in any of these parts. Each part compares with single values, so that an index has its outages in the order
 * of their numbers, and only the first few are read, however many there are. `number + 0`: see migration 021.
 */
function firstOf(parts: readonly RawBuilder<unknown>[], limit: number, { waitingFirst = false, newest = false } = {}) {
  const direction = newest ? sql`desc` : sql`asc`;
  const first = parts.map(
    (part) => sql`select * from (
    select id, number, state from outage where ${part} order by number + 0 ${direction} limit ${sql.lit(limit)}) as part`,
  );
  const order = waitingFirst ? sql`case when state = 'reported' then 0 else 1 end, number` : sql`number ${direction}`;
  return sql<{ id: string }>`select id from (${sql.join(first, sql` union `)}) as found order by ${order} limit ${sql.lit(limit)}`;
}

async function list(db: Database, records: Records, filter: OutageFilter): Promise<readonly Recorded[]> {
  const { projects, personId, states, waitingFirst = false, limit, series = 'outage' } = filter;
  if (projects?.length === 0 || states?.length === 0) return [];
  const ofPerson = personId === null ? null : [sql`reporter_id = ${personId}`, sql`owner_id = ${personId}`];
  const ofProjects = projects && projects.length <= MOST_PARTS ? projects.map((id) => sql`project_id = ${id}`) : null;
  // An expression, so that PostgreSQL does not take an index of projects for it.
  const amongst = projects && (ofPerson || !ofProjects) ? [sql`project_id || '' in (${sql.join([...projects])})`] : [];
  const ofOne = ofPerson ?? ofProjects ?? [];
  const open = ofOne.length > 0 && states?.every((state) => OPEN_STATES.some((one) => one === state)) ? [isOpen] : [];
  const inStates = states ? states.map((state) => [...open, sql`state = ${sql.lit(state)}`]) : [[]];
  const parts = (ofOne.length > 0 ? ofOne.map((one) => [one]) : [[]]).flatMap((part) =>
    inStates.map((state) => allOf(...part, ...amongst, ...state, inSeries(series))),
  );
  return await readAll(db, records, firstOf(parts, limit, { waitingFirst, newest: !waitingFirst }));
}

const MOST_SEARCHED = 200;
async function joinedBy(db: Database, records: Records, personId: string, states: readonly OutageState[]): Promise<readonly Recorded[]> {
  const parts = states.map((state) => allOf(sql`state = ${sql.lit(state)}`, inSeries('outage')));
  const named = sql<{ id: string }>`
    select id from (${firstOf(parts, MOST_SEARCHED, { newest: true })}) as o
    where (select reporter_id from outage where outage.id = o.id) <> ${personId}
      and (select 1 from outage_event e where e.outage_id = o.id and e.type in ('joined', 'absorbed') limit 1) is not null
      and (select 1 from personal p where p.person_id = ${personId} and p.outage_id = o.id limit 1) is not null`;
  return (await readAll(db, records, named)).toSorted((one, other) => other.outage.number - one.outage.number);
}

async function openFollowedBy(db: Database, records: Records, personId: string): Promise<readonly Recorded[]> {
  const parts = OPEN_STATES.map((state) => allOf(sql`state = ${sql.lit(state)}`, inSeries('outage')));
  const named = sql<{ id: string }>`
    select id from (${firstOf(parts, MOST_SEARCHED, { newest: true })}) as o
    where (select 1 from personal p where p.person_id = ${personId} and p.outage_id = o.id limit 1) is not null`;
  const found = await readAll(db, records, named);
  return found.filter(({ outage }) => outage.following.some(({ person }) => person.id === personId));
}

async function readAll(db: Database, records: Records, ids: RawBuilder<{ id: string }>): Promise<readonly Recorded[]> {
  const { rows } = await ids.execute(db);
  return await records.readAll(
    db,
    rows.map(({ id }) => id),
  );
}

const candidates = sql`
  select id, number, project_id as "projectId", environment_id as "environmentId", scenario_id as "scenarioId", reported_at as "reportedAt"
  from outage`;
const byNumber = ({ rows }: { readonly rows: readonly SimilarCandidate[] }) => rows.toSorted((one, other) => one.number - other.number);

async function similar(db: Database, { projects, same, limit }: SimilarFilter): Promise<readonly SimilarCandidate[]> {
  if (projects.length === 0) return [];
  const place = 'environmentId' in same ? sql`environment_id = ${same.environmentId}` : sql`scenario_id = ${same.scenarioId}`;
  const many = [sql`project_id in (${sql.join([...projects])})`];
  const ofProjects = projects.length <= MOST_PARTS ? projects.map((id) => sql`project_id = ${id}`) : many;
  const parts = ofProjects.map((part) => allOf(place, part, isOpen, inSeries('outage')));
  return byNumber(await sql<SimilarCandidate>`${candidates} where id in (${firstOf(parts, limit)})`.execute(db));
}

/** How many of a project's outages say which scenarios are frequent. */
const MOST_COUNTED = 200;
async function countByScenario(db: Database, projectId: string): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ id: string; count: number }>`
    select scenario_id as id, count(*) as count from (
      select scenario_id from outage where ${allOf(sql`project_id = ${projectId}`, inSeries('outage'))}
      order by number + 0 desc limit ${sql.lit(MOST_COUNTED)}) as last
    group by scenario_id`.execute(db);
  return new Map(rows.map(({ id, count }) => [id, count]));
}

/** A literal, because SQLite uses a partial index only when its condition is written in the query. */
async function doneBy(transaction: Database, client: string): Promise<string | null> {
  const { rows } = await sql<{ outage_id: string }>`
    select outage_id from outage_event where client = ${client} and client like 'api %'`.execute(transaction);
  return rows[0]?.outage_id ?? null;
}

const REQUESTS = sql.lit(REQUESTS_BEGIN);
const DRILLS_END = sql.lit(REQUESTS_END);
const inSeries = (series: Series): RawBuilder<unknown> =>
  ({
    outage: sql`number + 0 > 0`,
    drill: sql`number + 0 between ${DRILLS_END} and 0`,
    request: sql`number + 0 between ${REQUESTS} and ${DRILLS_END}`,
  })[series];

const MAX_ALIKE = 200;
/** In the order of an index, which is nearly that of the numbers. */
async function openOfScenario(db: Database, scenarioId: string, since: Instant): Promise<readonly SimilarCandidate[]> {
  const found = sql<SimilarCandidate>`${candidates}
    where scenario_id = ${scenarioId} and reported_at >= ${since} and ${allOf(isOpen, inSeries('outage'))}
    order by reported_at limit ${sql.lit(MAX_ALIKE)}`;
  return byNumber(await found.execute(db));
}

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
