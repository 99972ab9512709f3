/** What the desk has to be told after a restore. It is kept in the store, so that any bot that starts on it can tell the desk. */
import type { Restores } from '../../engine/ports/recovery.ts';
import { OPEN_STATES } from '../../outage/types/outage.ts';
import { later, type SqlDialect } from '../dialect.ts';

export function createRestores({ db, now }: SqlDialect): Restores {
  return {
    async pending() {
      const row = await db.selectFrom('counter').select('value').where('name', '=', 'restored').executeTakeFirst();
      return row?.value ?? null;
    },

    async openOutages() {
      const rows = await db
        .selectFrom('outage')
        .select('id')
        .where('state', 'in', OPEN_STATES)
        .where('number', '>', 0)
        .orderBy('number')
        .execute();
      return rows.map(({ id }) => id);
    },

    async claim(leaseMs) {
      const { numUpdatedRows } = await db
        .updateTable('counter')
        .set({ value: later(now(), leaseMs) })
        .where('name', '=', 'restored-held')
        .where('value', '<=', now())
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },

    async markTold() {
      await db.deleteFrom('counter').where('name', 'in', ['restored', 'restored-held']).execute();
    },
  };
}
