/** Writes events and all that follows from them: the row of the outage, the deliveries, the deadlines. */
import { sql } from 'kysely';
import { ConflictError, type OutageTransaction } from '../../engine/ports/outages.ts';
import { formatDestination } from '../../outage/destinations.ts';
import { endedAt, isAnonymous } from '../../outage/personal-data.ts';
import type { Outage } from '../../outage/types/outage.ts';
import type { Instant } from '../../outage/types/values.ts';
import { type Database, isDuplicate } from '../dialect.ts';
import { removePersonal } from '../personal/personal-data.ts';
import { newSalt, type Personal, SALT_ROW, split } from '../personal/split.ts';
import { UNREACHED } from '../queue/deadlines.ts';
import { endOrphans } from '../queue/delivery-attempts.ts';
import { hashOf, knownOf, readRecord } from './record.ts';

type Change = Parameters<OutageTransaction['append']>[0];

/** Throws ConflictError when the outage has changed since `before`, or its number is taken. */
export async function append(transaction: Database, now: Instant, change: Change): Promise<void> {
  const { before, events, outage } = change;
  const version = before?.outage.version ?? 0;
  if (outage.version !== version + events.length) {
    throw new Error(`outage ${outage.id} is at version ${outage.version}, but ${events.length} events come after ${version}`);
  }
  // The row comes first: it blocks every other writer of this outage, so only one writes what follows.
  const chained = await chain(transaction, change, version);
  await putRow(transaction, now, change, version, chained.head);
  await putEvents(transaction, change, version, chained);
  await putDeliveries(transaction, now, change);
  await replaceDeadlines(transaction, change);
}

async function putRow(transaction: Database, now: Instant, { before, outage }: Change, version: number, head: string): Promise<void> {
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
  if (before) {
    const { numUpdatedRows } = await transaction
      .updateTable('outage')
      .set(changing)
      .where('id', '=', id)
      .where('version', '=', version)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw new ConflictError(`outage ${id} is not at version ${version} any more`);
    return;
  }
  const row = {
    id,
    request_number: outage.request?.number ?? null,
    project_id: report.project.id,
    reporter_id: reporter.id,
    reported_at: reportedAt,
    ...changing,
  };
  await refuseDuplicate(`outage ${id} or number ${number} is there already`, transaction.insertInto('outage').values(row).execute());
}

const unreached = ({ deskUnreached }: Outage): number => {
  if (!deskUnreached) return UNREACHED.no;
  return deskUnreached.until === null ? UNREACHED.told : UNREACHED.over;
};

type Chained = Awaited<ReturnType<typeof chain>>;

/** Takes personal data out of the events, and chains the events to those before them. */
async function chain(transaction: Database, { before, events, outage, client }: Change, version: number) {
  const known = before && (knownOf(before) ?? knownOf((await readRecord(transaction, outage.id)) ?? before));
  const salt = known?.salt ?? newSalt();
  const found = new Map<string, Personal>();
  if (!known?.salt) found.set(SALT_ROW, { token: SALT_ROW, personId: '', value: salt });
  let head = known?.head ?? '';
  const rows = events.map((event, index) => {
    const { data, personal } = split(event, salt);
    for (const one of personal.values()) if (!known?.tokens.has(one.token)) found.set(one.token, one);
    const link = { outageId: outage.id, seq: version + index + 1, type: event.type, at: event.at, data, client: client ?? '' };
    head = hashOf(head, link);
    return { outage_id: outage.id, seq: link.seq, type: event.type, at: event.at, data, client: client ?? null, hash: head };
  });
  // Of an outage that was made anonymous, no new personal data is kept either.
  return { rows, head, salt, found: before && isAnonymous(before.outage) ? [] : [...found.values()] };
}

async function putEvents(transaction: Database, { events, outage }: Change, version: number, { rows, salt, found }: Chained) {
  if (events.length === 0) return;
  const written = transaction.insertInto('outage_event').values(rows).execute();
  await refuseDuplicate(`outage ${outage.id} has other events after version ${version}`, written);
  const personal = found.map(({ token, personId, value }) => ({ outage_id: outage.id, token, person_id: personId, value }));
  if (personal.length > 0) await transaction.insertInto('personal').values(personal).execute();
  for (const event of events) if (event.type === 'personal-data-removed') await removePersonal(transaction, outage.id, salt, event);
}

async function refuseDuplicate(message: string, written: Promise<unknown>): Promise<void> {
  try {
    await written;
  } catch (error) {
    if (isDuplicate(error)) throw new ConflictError(message, { cause: error });
    throw error;
  }
}

async function putDeliveries(transaction: Database, now: Instant, { notices, outage }: Change): Promise<void> {
  if (notices.length === 0) return;
  // Sorted, so that two transactions that create the same lanes never deadlock.
  const lanes = [...new Set(notices.map(({ lane }) => lane))].sort().map((id) => ({ id }));
  await transaction
    .insertInto('lane')
    .values(lanes)
    .onConflict((lane) => lane.doNothing())
    .execute();
  const rows = notices.map((notice) => ({
    key: notice.key,
    outage_id: notice.outageId,
    kind: notice.kind,
    place: formatDestination(notice.destination),
    lane: notice.lane,
    seq: notice.seq,
    priority: notice.priority,
    after_key: notice.after,
    state: 'waiting' as const,
    due_at: now,
    created_at: now,
  }));
  await transaction
    .insertInto('delivery')
    .values(rows)
    .onConflict((delivery) => delivery.column('key').doNothing())
    .execute();
  if (notices.some(({ after }) => after !== null)) await endOrphans(transaction, sql`${now}`, sql`${outage.id}`);
}

/** New rows have no lease, so a claimed deadline that was handled is free again, or gone. */
async function replaceDeadlines(transaction: Database, { outage, deadlines }: Change): Promise<void> {
  await transaction.deleteFrom('deadline').where('outage_id', '=', outage.id).execute();
  if (deadlines.length === 0) return;
  const rows = deadlines.map(({ kind, dueAt }) => ({ outage_id: outage.id, kind, due_at: dueAt, lease_until: 0 }));
  await transaction.insertInto('deadline').values(rows).execute();
}
