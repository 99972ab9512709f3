/** Decides which bot tells the desk of a trouble: one row for each kind, which a bot claims if it has not changed since it was read. */
import type { AlarmRow, Alarms } from '../../engine/ports/health.ts';
import { later, type SqlDialect } from '../dialect.ts';

export function createAlarms(dialect: SqlDialect): Alarms {
  const { db } = dialect;
  const claimed = ({ kind, fence }: AlarmRow) => db.updateTable('alarm').where('kind', '=', kind).where('fence', '=', fence);
  return {
    async see(kinds) {
      // Sorted, so that two bots never deadlock.
      for (const kind of [...kinds].sort()) {
        await db
          .insertInto('alarm')
          .values({ kind, began_at: dialect.now(), seen_at: dialect.now(), told_at: null })
          .onConflict((alarm) => alarm.column('kind').doUpdateSet({ seen_at: (row) => row.ref('excluded.seen_at') }))
          .execute();
      }
    },

    async rows() {
      return await db
        .selectFrom('alarm')
        .select(['kind', 'began_at as beganAt', 'seen_at as seenAt', 'told_at as toldAt', 'held_until as heldUntil', 'fence'])
        .orderBy('began_at')
        .orderBy('kind')
        .execute();
    },

    async claim(row, leaseMs) {
      const found = await claimed(row)
        .where('seen_at', '=', row.seenAt)
        .set({ held_until: later(dialect.now(), leaseMs), fence: row.fence + 1 })
        .returning('held_until')
        .executeTakeFirst();
      return found ? { ...row, heldUntil: found.held_until, fence: row.fence + 1 } : null;
    },

    async markTold(row) {
      await claimed(row)
        .set({ told_at: dialect.now(), held_until: 0, fence: row.fence + 1 })
        .execute();
    },

    async giveBack(row, pauseMs) {
      await claimed(row)
        .set({ held_until: later(dialect.now(), pauseMs), fence: row.fence + 1 })
        .execute();
    },

    async remove({ kind, fence }) {
      await db.deleteFrom('alarm').where('kind', '=', kind).where('fence', '=', fence).execute();
    },
  };
}
