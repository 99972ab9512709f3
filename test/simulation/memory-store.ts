/** The real store on the real SQLite in memory, shared by all simulated bots, on a clock that can be set. */
import { DatabaseSync } from 'node:sqlite';
import type { Deadline } from '../../src/outage/promise.ts';
import type { Instant } from '../../src/outage/types/values.ts';
import { type RecordRow, recordedOf, recordsOf } from '../../src/store/outages/record.ts';
import { sqliteDialect } from '../../src/store/sqlite/dialect.ts';
import { createStore, type Store } from '../../src/store/store.ts';
import { NOWHERE } from '../support/log/silent-log.ts';
import type { DeliveryRow, Held, Row } from './history.ts';

export type MemoryStore = Store & { held(outageId: string): Held };

export async function openMemoryStore(now: () => Instant): Promise<MemoryStore> {
  const database = new DatabaseSync(':memory:', { enableForeignKeyConstraints: true });
  const home = sqliteDialect(database, now);
  const store = createStore(home, { label: 'the simulated store', log: NOWHERE, close: () => home.db.destroy() });
  await store.ready();
  const nothing = { version: 0, head: '' };
  const { sql: asked, parameters } = recordsOf(home, [{ id: '', ...nothing }]).compile(home.db);
  const record = database.prepare(asked);
  const lineBreaks = parameters.slice(2) as string[];
  const recordOf = (id: string) => record.get(JSON.stringify([{ id, ...nothing }]), id, ...lineBreaks) as RecordRow | undefined;
  const row = database.prepare('select state, number, version from outage where id = ?');
  const deliveries = database.prepare(
    'select key, lane, after_key as after, state, created_at as createdAt, attempts, repeats, error from delivery where outage_id = ? order by position',
  );
  const deadlines = database.prepare('select kind, due_at as dueAt from deadline where outage_id = ? order by kind');
  const eventsOf = (found: RecordRow | undefined) => (found ? recordedOf(found, null)?.events : null) ?? [];
  return {
    ...store,
    held: (id) => ({
      events: eventsOf(recordOf(id)),
      row: (row.get(id) as Row | undefined) ?? null,
      deliveries: deliveries.all(id) as unknown as DeliveryRow[],
      deadlines: deadlines.all(id) as unknown as Deadline[],
    }),
  };
}
