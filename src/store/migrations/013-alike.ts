/** Each report asks which open outages look the same: those of its scenario, of the last minutes. */
import type { Kysely } from 'kysely';

export async function alike(db: Kysely<unknown>): Promise<void> {
  await db.schema.createIndex('outage_alike').on('outage').columns(['scenario_id', 'reported_at']).execute();
}
