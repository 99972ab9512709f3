/** Planned maintenance: the windows, and which room that follows was told what of them. */
import { type SqlBool, sql } from 'kysely';
import type { Maintenance } from '../desk/maintenance.ts';
import type { MaintenanceWindows, PlannedMaintenance } from '../engine/ports/maintenance.ts';
import type { Instant } from '../outage/types/values.ts';
import { type Database, later, type SqlDialect } from './dialect.ts';

/** Those that have not ended, or that ended no longer ago than `endedMs`; the earliest first. */
export async function listMaintenance(db: Database, { now }: Pick<SqlDialect, 'now'>, endedMs = 0): Promise<readonly PlannedMaintenance[]> {
  const rows = await db
    .selectFrom('maintenance')
    .select(['id', 'project_id as projectId', 'environments', 'from_at as from', 'until_at as until', 'what', 'person_id as by'])
    .select('changed_at as changedAt')
    .where('until_at', '>', later(now(), -endedMs))
    .orderBy('from_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...row, environments: JSON.parse(row.environments) }));
}

/** It says that the window is over, and the window went on. */
const isOfNoEnd = sql<SqlBool>`(maintenance_told.said = 0 and exists (
  select 1 from maintenance where maintenance.id = maintenance_told.window_id and maintenance.until_at > maintenance_told.told_at))`;

export function createMaintenance(dialect: SqlDialect): MaintenanceWindows {
  const { db, now } = dialect;
  const save = async (to: Database, { id, projectId, environments, from, until, what, by }: Maintenance): Promise<void> => {
    const place = { project_id: projectId, environments: JSON.stringify(environments) };
    const columns = { ...place, from_at: from, until_at: until, what, person_id: by, changed_at: now() };
    const differs = sql<SqlBool>`maintenance.from_at <> excluded.from_at or maintenance.until_at <> excluded.until_at
      or maintenance.what <> excluded.what or maintenance.environments <> excluded.environments`;
    const insert = to.insertInto('maintenance').values({ id, ...columns });
    await insert.onConflict((row) => row.column('id').doUpdateSet(columns).where(differs)).execute();
  };

  /** Nothing, where another bot was first. */
  async function rename(to: Database, id: string, next: string): Promise<void> {
    const isKnown = sql<SqlBool>`exists (select 1 from maintenance as known where known.id = ${next})`;
    const row = to.updateTable('maintenance').set({ id: next }).where('id', '=', id).where('person_id', 'is', null);
    const { numUpdatedRows } = await row.where((is) => is.not(isKnown)).executeTakeFirst();
    if (numUpdatedRows !== 1n) return;
    await to.deleteFrom('maintenance_told').where('window_id', '=', next).execute();
    await to.updateTable('maintenance_told').set({ window_id: next }).where('window_id', '=', id).execute();
  }

  return {
    list: (endedMs) => listMaintenance(db, dialect, endedMs),
    save: (window) => save(db, window),

    async end(id) {
      const running = db.updateTable('maintenance').set({ until_at: now() }).where('id', '=', id).where('until_at', '>', now());
      return (await running.executeTakeFirst()).numUpdatedRows === 1n;
    },

    async takeFromFile(windows, goesOn = new Map()) {
      await db.transaction().execute(async (transaction) => {
        // Sorted, so that two bots never deadlock.
        for (const [id, next] of [...goesOn].sort()) await rename(transaction, id, next);
        for (const window of windows.toSorted((one, other) => (one.id < other.id ? -1 : 1))) await save(transaction, window);
        const others = transaction.updateTable('maintenance').set({ until_at: now() }).where('person_id', 'is', null);
        const kept = windows.map(({ id }) => id);
        await others
          .where('until_at', '>', now())
          .where('id', 'not in', [...kept, ''])
          .execute();
      });
    },

    async told(windowIds) {
      return await db
        .selectFrom('maintenance_told')
        .select(['window_id as windowId', 'conversation_id as conversationId', 'tenant as tenantId', 'said'])
        .where('window_id', 'in', [...windowIds, ''])
        .where((is) => is.or([is('again_at', 'is', null), is('again_at', '>', now())]))
        .where((is) => is.not(isOfNoEnd))
        .execute();
    },

    async begin({ windowId, conversationId, tenantId, said }) {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('maintenance_told')
        .values({ window_id: windowId, conversation_id: conversationId, tenant: tenantId, said, told_at: now(), again_at: null })
        .onConflict((row) =>
          row
            .columns(['window_id', 'conversation_id', 'said'])
            .doUpdateSet({ told_at: now(), again_at: null })
            .where((is) => is.or([sql<SqlBool>`maintenance_told.again_at <= ${now()}`, isOfNoEnd])),
        )
        .executeTakeFirst();
      return numInsertedOrUpdatedRows === 1n;
    },

    async postpone({ windowId, conversationId, said }, pauseMs) {
      const row = db.updateTable('maintenance_told').set({ again_at: later(now(), pauseMs) });
      await row.where('window_id', '=', windowId).where('conversation_id', '=', conversationId).where('said', '=', said).execute();
    },
  };
}

export async function sweepMaintenance(db: Database, before: Instant): Promise<void> {
  await db.deleteFrom('maintenance').where('until_at', '<=', before).execute();
  await db.deleteFrom('maintenance_told').where('told_at', '<=', before).execute();
}

/** A window that has not ended stays, as nobody's: it is a fact of its project. */
export async function forgetPlanner(db: Database, { now }: Pick<SqlDialect, 'now'>, personId: string): Promise<void> {
  await db.deleteFrom('maintenance').where('until_at', '<=', now()).where('person_id', '=', personId).execute();
  await db.updateTable('maintenance').set({ person_id: '' }).where('person_id', '=', personId).execute();
}
