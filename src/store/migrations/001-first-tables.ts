/** The first tables. A migration that was released never changes: what comes later is a file of its own. */
import { type Kysely, sql } from 'kysely';
import type { SqlDialect } from '../dialect.ts';

/** The number of the first outage is 1001. */
const LAST_NUMBER_BEFORE = 1000;

export async function firstTables(db: Kysely<unknown>, { countingUp }: Pick<SqlDialect, 'countingUp'>): Promise<void> {
  await db.schema
    .createTable('outage')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('number', 'integer', (column) => column.notNull().unique())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('project_id', 'text', (column) => column.notNull())
    .addColumn('environment_id', 'text', (column) => column.notNull())
    .addColumn('scenario_id', 'text', (column) => column.notNull())
    .addColumn('reporter_id', 'text', (column) => column.notNull())
    .addColumn('reported_at', 'bigint', (column) => column.notNull())
    .addColumn('updated_at', 'bigint', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('outage_event')
    .addColumn('outage_id', 'text', (column) => column.notNull().references('outage.id'))
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('data', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('outage_event_key', ['outage_id', 'seq'])
    .execute();
  await db.schema
    .createTable('deadline')
    .addColumn('outage_id', 'text', (column) => column.notNull().references('outage.id'))
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('due_at', 'bigint', (column) => column.notNull())
    .addColumn('lease_until', 'bigint', (column) => column.notNull().defaultTo(0))
    .addPrimaryKeyConstraint('deadline_key', ['outage_id', 'kind'])
    .execute();
  await db.schema.createIndex('deadline_due').on('deadline').column('due_at').execute();
  await db.schema
    .createTable('lane')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('lease_until', 'bigint', (column) => column.notNull().defaultTo(0))
    .addColumn('fence', 'bigint', (column) => column.notNull().defaultTo(0))
    .addColumn('not_before', 'bigint', (column) => column.notNull().defaultTo(0))
    .execute();
  await createDelivery(db, countingUp);
  await db.schema
    .createTable('counter')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('value', 'bigint', (column) => column.notNull())
    .execute();
  await sql`insert into counter (name, value) values ('outage', ${sql.lit(LAST_NUMBER_BEFORE)}), ('probe', 0)`.execute(db);
  await db.schema
    .createTable('cache')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('value', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'bigint')
    .execute();
  await sql`create index cache_expiry on cache (expires_at) where expires_at is not null`.execute(db);
}

/** The partial indexes hold only what waits, so that years of delivered messages cost the worker nothing. */
async function createDelivery(db: Kysely<unknown>, countingUp: SqlDialect['countingUp']): Promise<void> {
  await db.schema
    .createTable('delivery')
    .addColumn('position', countingUp, (column) => (countingUp === 'integer' ? column.primaryKey().autoIncrement() : column.primaryKey()))
    .addColumn('key', 'text', (column) => column.notNull().unique())
    .addColumn('outage_id', 'text', (column) => column.notNull().references('outage.id'))
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('place', 'text', (column) => column.notNull())
    .addColumn('lane', 'text', (column) => column.notNull())
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('priority', 'integer', (column) => column.notNull())
    .addColumn('after_key', 'text')
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('due_at', 'bigint', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('repeats', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('maybe_sent', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('error', 'text')
    .addColumn('conversation_id', 'text')
    .addColumn('activity_id', 'text')
    .addColumn('done_at', 'bigint')
    .execute();
  await sql`create index delivery_ledger on delivery (outage_id, position)`.execute(db);
  await sql`create index delivery_waiting on delivery (lane, priority, position) where state = 'waiting'`.execute(db);
  await sql`create index delivery_waiting_of_outage on delivery (outage_id, lane) where state = 'waiting'`.execute(db);
  await sql`create index delivery_thread on delivery (conversation_id) where kind = 'opening' and place = 'desk'`.execute(db);
}
