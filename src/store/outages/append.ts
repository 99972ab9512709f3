/** Writes events and all that follows from them: the row of the outage, the deliveries, the deadlines. */
import { type RawBuilder, sql } from 'kysely';
import { ConflictError, type OutageTransaction, type Recorded } from '../../engine/ports/outages.ts';
import { formatDestination, tenantAt } from '../../outage/destinations.ts';
import { endedAt, isAnonymous } from '../../outage/personal-data.ts';
import type { Outage } from '../../outage/types/outage.ts';
import type { Instant } from '../../outage/types/values.ts';
import { type Database, isDuplicate, type Row, type SqlDialect } from '../dialect.ts';
import { removePersonal } from '../personal/personal-data.ts';
import { removeFiles } from '../personal/remove-files.ts';
import { callerOf, newSalt, type Personal, SALT_ROW, split } from '../personal/split.ts';
import { UNREACHED } from '../queue/deadlines.ts';
import { endOrphans } from '../queue/delivery-attempts.ts';
import type { Tables } from '../tables.ts';
import { putNumbers } from './numbers.ts';
import { hashOf, type Known, knownOf, type Records, recordedAfter, storedForm } from './record.ts';

type Change = Parameters<OutageTransaction['append']>[0];
type Parts = { readonly now: Instant; readonly dialect: SqlDialect; readonly records: Records };
type Write = RawBuilder<{ n: number }>;

/**
 * Resolves to the record after it; null: personal data was removed from it. Throws ConflictError when the outage has changed since
 * `before`, or its number is taken.
 */
export async function append(transaction: Database, { now, dialect, records }: Parts, change: Change): Promise<Recorded | null> {
  const { before, events, outage, notices, deadlines } = change;
  const version = before?.outage.version ?? 0;
  if (outage.version !== version + events.length) {
    throw new Error(`outage ${outage.id} is at version ${outage.version}, but ${events.length} events come after ${version}`);
  }
  const stored = before && (knownOf(before) ?? knownOf((await records.read(transaction, outage.id)) ?? before));
  const { rows, found, salt, known, recorded } = chain(change, version, stored);
  const insert = (table: keyof Tables, all: readonly Row[], rest: RawBuilder<unknown>) => insertAll(dialect, table, all, rest);
  // Sorted, so that two transactions that create the same lanes never deadlock.
  const tenants = new Map(notices.map(({ lane, destination }) => [lane, tenantAt(destination, outage)]));
  const lanes = [...tenants.keys()].sort().map((id) => ({ id, tenant: tenants.get(id) ?? null }));
  // The row comes first: it blocks every other writer of this outage, so only one writes what follows.
  const writes = [
    putRow(transaction, now, change, version, known.head),
    ...insert('outage_event', rows, sql`returning 0 as n`),
    ...insert('personal', found, sql`on conflict do nothing returning 0 as n`),
    ...insert('lane', lanes, sql`on conflict do nothing returning 0 as n`),
    ...insert('delivery', deliveryRows(now, change), sql`on conflict (key) do nothing returning ${isOrphan} as n`),
    removeDeadlines(change),
    ...putNumbers({ outage, events: [...(before?.events ?? []), ...events] }),
    ...insert(
      'deadline',
      deadlines.map(({ kind, dueAt }) => ({ outage_id: outage.id, kind, due_at: dueAt, lease_until: 0 })),
      freeAgain,
    ),
  ];
  const [isWritten = 0, ...orphans] = await refuseDuplicate(change, version, dialect.together(transaction, writes));
  if (isWritten === 0) throw new ConflictError(`outage ${outage.id} is not at version ${version} any more`);
  if (orphans.some((count) => count > 0)) await endOrphans(transaction, sql`${now}`, sql`${outage.id}`);
  const removals = events.filter((event) => event.type === 'personal-data-removed');
  for (const event of removals) {
    await removePersonal(transaction, outage.id, salt, event);
    await removeFiles(transaction, dialect, outage.id, event.of?.id ?? null);
  }
  return removals.length > 0 ? null : recorded;
}

/** An insert of these rows, in this order; nothing for no rows. */
function insertAll({ rows }: SqlDialect, table: keyof Tables, all: readonly Row[], rest: RawBuilder<unknown>): readonly Write[] {
  if (all.length === 0) return [];
  const columns = sql.join(Object.keys(all[0] ?? {}).map((column) => sql.ref(column)));
  const ordered = all.map((row, n) => ({ ...row, n }));
  // With a condition, or SQLite would take "on conflict" for that of a join.
  return [
    sql<{ n: number }>`insert into ${sql.table(table)} (${columns})
    select ${columns} from ${rows(ordered, 'v')} where 1 = 1 order by n ${rest}`,
  ];
}

/** Whether a new delivery comes after one that was given up. */
const isOrphan = sql`coalesce((
  select 1 from delivery a where a.key = delivery.after_key and a.state in ('failed', 'skipped') limit 1), 0)`;

/** A deadline has no lease then: one that was claimed and handled is free again. */
const freeAgain = sql`on conflict (outage_id, kind) do update set due_at = excluded.due_at, lease_until = 0
  where deadline.due_at <> excluded.due_at or deadline.lease_until <> 0 returning 0 as n`;

function removeDeadlines({ outage, deadlines }: Change): Write {
  const others = deadlines.length > 0 ? sql`and kind not in (${sql.join(deadlines.map(({ kind }) => kind))})` : sql``;
  return sql`delete from deadline where outage_id = ${outage.id} ${others} returning 0 as n`;
}

function putRow(db: Database, now: Instant, { before, outage }: Change, version: number, head: string): Write {
  const { id, number, state, report, reporter, reportedAt } = outage;
  const changing = {
    state,
    number,
    version: outage.version,
    head,
    environment_id: report.environment.id,
    scenario_id: report.scenario.id,
    // Nobody owns it also after it was given back.
    owner_id: 'owner' in outage ? (outage.owner?.id ?? null) : null,
    desk_unreached: unreached(outage),
    updated_at: now,
    ended_at: isAnonymous(outage) ? null : endedAt(outage),
  };
  const one = sql<number>`1`.as('n');
  const update = db.updateTable('outage').set(changing).where('id', '=', id).where('version', '=', version).returning(one);
  if (before) return sql`${update}`;
  const row = {
    id,
    request_number: outage.request?.number ?? null,
    project_id: report.project.id,
    reporter_id: reporter.id,
    reported_at: reportedAt,
    ...changing,
  };
  return sql`${db.insertInto('outage').values(row).returning(one)}`;
}

const unreached = ({ deskUnreached }: Outage): number => {
  if (!deskUnreached) return UNREACHED.no;
  return deskUnreached.until === null ? UNREACHED.told : UNREACHED.over;
};

/** Takes personal data out of the events, and chains the events to those before them. `stored`: what the store has of the record. */
function chain({ before, events, outage, client }: Change, version: number, stored: Known | null) {
  const salt = stored?.salt ?? newSalt();
  // Of an outage that was made anonymous, no new personal data is kept either.
  const isKept = !before || !isAnonymous(before.outage);
  const found = new Map<string, Personal>();
  const values = new Map<string, string>();
  if (!stored?.salt) found.set(SALT_ROW, { token: SALT_ROW, personId: '', value: salt });
  let head = stored?.head ?? '';
  const rows = events.map((event, index) => {
    const { data, personal } = split(storedForm(event), salt, callerOf(outage));
    for (const one of personal.values()) {
      const isStored = stored?.tokens.has(one.token) || stored?.fresh.has(one.token);
      if (!isStored) found.set(one.token, one);
      if (isStored || isKept) values.set(one.token, one.value);
    }
    const link = { outageId: outage.id, seq: version + index + 1, type: event.type, at: event.at, data, client: client ?? '' };
    head = hashOf(head, link);
    return { outage_id: outage.id, seq: link.seq, type: event.type, at: event.at, data, client: client ?? null, hash: head };
  });
  const kept = isKept ? [...found.values()] : [];
  const fresh = new Map([...(stored?.fresh ?? []), ...kept.map(({ token, value }): [string, string] => [token, value])]);
  const known = { salt: isKept ? salt : (stored?.salt ?? null), tokens: stored?.tokens ?? new Map<string, string>(), fresh, head };
  return {
    rows,
    salt,
    found: kept.map(({ token, personId, value }) => ({ outage_id: outage.id, token, person_id: personId, value })),
    known,
    recorded: recordedAfter(
      before,
      rows.map(({ data }) => data),
      values,
      known,
    ),
  };
}

async function refuseDuplicate<T>({ outage }: Change, version: number, written: Promise<T>): Promise<T> {
  try {
    return await written;
  } catch (error) {
    const { id, number } = outage;
    if (isDuplicate(error))
      throw new ConflictError(`outage ${id} has changed since version ${version}, or number ${number} is taken`, { cause: error });
    throw error;
  }
}

function deliveryRows(now: Instant, { notices }: Change): readonly Row[] {
  return notices.map((notice) => ({
    key: notice.key,
    outage_id: notice.outageId,
    kind: notice.kind,
    place: formatDestination(notice.destination),
    lane: notice.lane,
    seq: notice.seq,
    priority: notice.priority,
    after_key: notice.after,
    state: 'waiting',
    due_at: now + (notice.waitMs ?? 0),
    created_at: now,
  }));
}
