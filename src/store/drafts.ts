/** Reports that were not sent yet: the only place where the entered values are kept before the report is sent. */
import { sql } from 'kysely';
import { ConflictError } from '../engine/ports/outages.ts';
import type { Drafts, KeptDraft } from '../engine/ports/timers.ts';
import { compiledOnce } from './compiled.ts';
import { later, type SqlDialect } from './dialect.ts';

const KEPT_MS = 24 * 3_600_000;
const SWEEP_AT_MOST = 500;
/** The values of `draft.nudge`: whether its person is to be reminded. */
const NUDGE = { no: 0, wanted: 1, done: 2 } as const;

type Row = KeptDraft & { readonly data: string };
const toDraft = ({ nonce, personId, data, touchedAt }: Row): KeptDraft => ({ nonce, personId, data: JSON.parse(data), touchedAt });

export function createDrafts(dialect: SqlDialect): Drafts {
  const { db, now } = dialect;
  const ago = (ms: number) => later(now(), -ms);
  const kept = (at = now()) =>
    db
      .selectFrom('draft')
      .select(['nonce', 'person_id as personId', 'data', 'touched_at as touchedAt'])
      .where('touched_at', '>', later(at, -KEPT_MS));
  const find = compiledOnce<{ nonce: string }, Row & { isSent: unknown; now: number }>(dialect, (value, at) =>
    kept(at)
      .where('nonce', '=', value('nonce'))
      .select(({ exists, selectFrom }) => exists(selectFrom('outage').select('id').where('id', '=', value('nonce'))).as('isSent'))
      .select(at.as('now')),
  );
  const update = compiledOnce<{ nonce: string; data: string; nudge: number; before: string }, unknown>(dialect, (value, at) =>
    db
      .updateTable('draft')
      .set({
        data: value('data'),
        touched_at: at,
        held_until: 0,
        nudge: sql<number>`case when draft.nudge = ${sql.lit(NUDGE.done)} then draft.nudge else ${value('nudge')} end`,
      })
      .where('nonce', '=', value('nonce'))
      .where('data', '=', value('before')),
  );
  let restoreHandled = false;

  return {
    async save({ nonce, personId, data: draft, before }, remind) {
      const nudge = remind ? NUDGE.wanted : NUDGE.no;
      // PostgreSQL refuses a text with half a surrogate pair; JSON writes that as an escape sequence.
      const data = JSON.stringify(draft);
      if (before === undefined) {
        await db.insertInto('draft').values({ nonce, person_id: personId, data, touched_at: now(), nudge, held_until: 0 }).execute();
        return;
      }
      const { numAffectedRows } = await update(db, { nonce, data, nudge, before: JSON.stringify(before) });
      if (numAffectedRows === 0n) throw new ConflictError('the draft has changed since it was read');
    },

    async find(nonce) {
      const [row] = (await find(db, { nonce })).rows;
      // SQLite has no true and false.
      return row ? { ...toDraft(row), isSent: Boolean(row.isSent), now: row.now } : null;
    },

    async newestOf(personId) {
      const row = await kept().where('person_id', '=', personId).orderBy('touched_at', 'desc').limit(1).executeTakeFirst();
      return row ? toDraft(row) : null;
    },

    async drop(nonce) {
      await db.deleteFrom('draft').where('nonce', '=', nonce).execute();
    },

    async claimReminders(afterMs, limit, leaseMs) {
      if (!restoreHandled) await silenceAfterRestore(dialect);
      restoreHandled = true;
      const { rows } = await sql<Row>`
        with due as (
          select d.nonce from draft d
          where d.nudge = ${sql.lit(NUDGE.wanted)} and d.touched_at <= ${ago(afterMs)} and d.held_until <= ${now()}
          order by d.touched_at limit ${sql.lit(limit)} ${dialect.claiming('d')}
        )
        update draft set held_until = ${later(now(), leaseMs)} where nonce in (select nonce from due)
        returning nonce, person_id as "personId", data, touched_at as "touchedAt"`.execute(db);
      return rows.map(toDraft);
    },

    async beginReminder({ nonce, touchedAt }) {
      const { numUpdatedRows } = await db
        .updateTable('draft')
        .set({ nudge: NUDGE.done })
        .where('nonce', '=', nonce)
        .where('touched_at', '=', touchedAt)
        .where('nudge', '=', NUDGE.wanted)
        .where(({ not, exists, selectFrom }) => not(exists(selectFrom('outage').select('id').where('id', '=', nonce))))
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },

    async postponeReminder(nonce, pauseMs) {
      const again = { nudge: NUDGE.wanted, held_until: later(now(), pauseMs) };
      await db.updateTable('draft').set(again).where('nonce', '=', nonce).where('nudge', '=', NUDGE.done).execute();
    },

    async cancelReminder({ nonce, touchedAt }) {
      await db.updateTable('draft').set({ nudge: NUDGE.no }).where('nonce', '=', nonce).where('touched_at', '=', touchedAt).execute();
    },

    async deleteOld() {
      await sql`delete from draft where nonce in (
        select nonce from draft where touched_at <= ${ago(KEPT_MS)} limit ${sql.lit(SWEEP_AT_MOST)}
      )`.execute(db);
    },
  };
}

/** After a restore nobody knows whether the drafts in the store were sent since the backup, so a reminder may be wrong. */
async function silenceAfterRestore({ db }: SqlDialect): Promise<void> {
  await db.transaction().execute(async (transaction) => {
    const { numDeletedRows } = await transaction.deleteFrom('counter').where('name', '=', 'restored-drafts').executeTakeFirst();
    if (numDeletedRows > 0n) await transaction.updateTable('draft').set({ nudge: NUDGE.done }).execute();
  });
}
