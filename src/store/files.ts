/** Pictures and files, and their bytes in parts of at most 256 KB: no write holds up the others, on either database. */
import { hash, randomBytes } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { sql, type UpdateObject } from 'kysely';
import type { ClaimedFile, Files, StoredFile, Variant } from '../engine/ports/files.ts';
import type { FileRefusal } from '../outage/types/files.ts';
import type { PersonKey } from '../outage/types/person-key.ts';
import { type Database, later, type SqlDialect } from './dialect.ts';
import { outageIsThere, remove, removeRemains } from './personal/remove-files.ts';
import type { Tables } from './tables.ts';

const PART_BYTES = 256 * 1024;
/** SQLite: full (https://sqlite.org/rescode.html). PostgreSQL: disk_full. */
const FULL = new Set<unknown>([13, '53100']);

type Row = Tables['file'];
/** An id, a GUID in its form, which is the same for the same text. */
const idFrom = (text: string): string => hash('sha256', text).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
/** Literals, because SQLite uses a partial index only when its condition is written in the query. */
const unsettled = sql<boolean>`state <> 'added'`;

export function createFiles(dialect: SqlDialect): Files {
  const { db, now } = dialect;
  /** What waits for something; with the time, or SQLite would not take the index. What came with a file is tried once before the file is told of. */
  const wanted = sql`f.state <> 'added' and f.due_at > 0 and (f.state <> 'kept' or ${outageIsThere(sql`f`)} and not exists (
    select 1 from file w where w.batch = f.batch and w.state <> 'added' and w.state = 'waiting' and w.attempts <= 1))`;
  const update = (id: string, changed: UpdateObject<Tables, 'file'>) =>
    db
      .updateTable('file')
      .set({ lease_until: 0, ...changed })
      .where('id', '=', id)
      .where(unsettled);

  return {
    batchOf: (personId, messageId) => idFrom(`${personId} ${messageId}`),

    async expect({ batch, outageId, person, tenantId, locale, shared, files }, most) {
      const rows = files.map(({ name, ...sent }, index) => ({
        ...{
          id: idFrom(`${batch} ${index}`),
          batch,
          outage_id: outageId,
          person_id: person.id,
          person_name: person.name,
          tenant: tenantId,
          locale,
        },
        ...{ shared: shared ? 1 : 0, name, state: 'waiting' as const, address: JSON.stringify(sent), why: '' as const },
        ...{ secret: randomBytes(32).toString('base64url'), kind: null, hash: null, bytes: 0, preview_kind: null, preview_bytes: 0 },
        ...{ attempts: 0, received_at: now(), due_at: now(), lease_until: 0 },
      }));
      return await counting({ outageId, personId: person.id, batch }, rows.length, most, async (transaction) => {
        await transaction
          .insertInto('file')
          .values(rows)
          .onConflict((known) => known.column('id').doNothing())
          .execute();
      });
    },

    async choose(batch, personId, outageId, most) {
      const theirs = sql<boolean>`batch = ${batch} and person_id = ${personId} and outage_id = '' and ${unsettled}`;
      const { rows } = await sql<{ id: string }>`select id from file where ${theirs}`.execute(db);
      if (rows.length === 0) {
        const chosen = await db
          .selectFrom('file')
          .select('batch')
          .where('outage_id', '=', outageId)
          .where('person_id', '=', personId)
          .execute();
        const count = chosen.filter((one) => one.batch === batch).length;
        return count > 0 ? { count } : 'gone';
      }
      const isRoom = await counting({ outageId, personId, batch }, rows.length, most, async (transaction) => {
        await transaction.updateTable('file').set({ outage_id: outageId, due_at: now() }).where(theirs).execute();
      });
      return isRoom ? { count: rows.length } : 'too-many';
    },

    async move(draftId, personId, outageId, most) {
      const theirs = db.selectFrom('file').select('id').where('outage_id', '=', draftId).where('person_id', '=', personId);
      const ids = (await theirs.where(unsettled).execute()).map(({ id }) => id);
      if (ids.length === 0) return;
      const moved = { outage_id: outageId, due_at: now() };
      const which = sql<boolean>`id in (${sql.join(ids)}) and ${unsettled}`;
      const isRoom = await counting({ outageId, personId, batch: '' }, ids.length, most, async (transaction) => {
        await transaction.updateTable('file').set(moved).where(which).execute();
      });
      if (isRoom) return;
      const refused = { ...moved, state: 'refused' as const, why: 'too-many' as const, address: '', attempts: 0 };
      await db.updateTable('file').set(refused).where(which).where('state', '<>', 'refused').execute();
    },

    async claim(limit, leaseMs) {
      const { rows } = await sql<Row>`
        with due as (
          select f.id from file f where ${wanted} and f.due_at <= ${now()} and f.lease_until <= ${now()}
          order by f.due_at limit ${sql.lit(limit)} ${dialect.claiming('f')}
        )
        update file set lease_until = ${later(now(), leaseMs)}, attempts = attempts + case when state = 'kept' then 0 else 1 end
        where id in (select id from due) returning *`.execute(db);
      return rows.flatMap(toClaimed);
    },

    async nextDueAt() {
      const { rows } = await sql<{ at: number | null }>`
        select min(case when f.lease_until > f.due_at then f.lease_until else f.due_at end) as at from file f where ${wanted}`.execute(db);
      return rows[0]?.at ?? null;
    },

    async postpone(id, pauseMs) {
      await update(id, { due_at: later(now(), pauseMs) }).execute();
    },

    async keep(id, { name, kind, data, preview }, totalBytes) {
      const digest = hash('sha256', data);
      const size = data.length + (preview?.data.length ?? 0);
      try {
        // The row names the content before any of it is written, so that nobody takes what is there already for the remains of others.
        const { numUpdatedRows } = await db
          .updateTable('file')
          .set({
            name,
            kind,
            hash: digest,
            bytes: data.length,
            preview_kind: preview?.kind ?? null,
            preview_bytes: preview?.data.length ?? 0,
          })
          .where('id', '=', id)
          .where('state', '=', 'waiting')
          .where(sql<boolean>`${size} + coalesce((select sum(size) from (
            select max(bytes + preview_bytes) as size from file where hash is not null and hash <> ${digest} group by hash) as held), 0) <= ${totalBytes}`)
          .executeTakeFirst();
        if (numUpdatedRows === 0n) return (await isWaiting(id)) ? 'no-room' : 'gone';
        await writeParts(db, digest, 'original', data);
        if (preview) await writeParts(db, digest, 'preview', preview.data);
      } catch (error) {
        if (!isFull(error)) throw error;
        return 'no-room';
      }
      const { numUpdatedRows } = await update(id, { state: 'kept', address: '', due_at: now() })
        .where('state', '=', 'waiting')
        .executeTakeFirst();
      return numUpdatedRows === 0n ? 'gone' : 'kept';
    },

    async refuse(id, why: FileRefusal) {
      await update(id, { state: 'refused', why, address: '', attempts: 0, due_at: now() })
        .where('state', 'in', ['waiting', 'kept'])
        .execute();
    },

    async settle(ids) {
      await db.updateTable('file').set({ state: 'added', lease_until: 0 }).where('id', 'in', ids).where('state', '=', 'kept').execute();
    },

    async drop(ids) {
      if (ids.length === 0) return;
      await db.transaction().execute((transaction) => remove(transaction, dialect, sql`id in (${sql.join([...ids])})`));
      await removeRemains(dialect);
    },

    async find(id) {
      const row = await db.selectFrom('file').selectAll().where('id', '=', id).executeTakeFirst();
      return (row && toStored(row)) ?? null;
    },

    async of(outageId) {
      const rows = await db.selectFrom('file').selectAll().where('outage_id', '=', outageId).orderBy('received_at').orderBy('id').execute();
      return rows.flatMap((row) => toStored(row) ?? []);
    },

    async *read({ hash: digest }, variant) {
      for (let part = 0; ; part++) {
        const row = await db
          .selectFrom('file_part')
          .select('data')
          .where('hash', '=', digest)
          .where('variant', '=', variant)
          .where('part', '=', part)
          .executeTakeFirst();
        if (!row) return;
        yield row.data;
        // SQLite gives all parts of a large file without a turn of the loop in between.
        await setImmediate();
      }
    },
  };

  /** Two messages at once count one after the other: what one person has sent for an outage. Files that were refused do not count. */
  async function counting(
    { outageId, personId, batch }: { outageId: string; personId: string; batch: string },
    more: number,
    most: number,
    write: (transaction: Database) => Promise<void>,
  ): Promise<boolean> {
    return await db.transaction().execute(async (transaction) => {
      await dialect.alone('file').execute(transaction);
      const { rows } = await sql<{ count: number }>`
        select count(*) as count from file where outage_id = ${outageId} and person_id = ${personId} and batch <> ${batch} and state <> 'refused'`.execute(
        transaction,
      );
      if (Number(rows[0]?.count ?? 0) + more > most) return false;
      await write(transaction);
      return true;
    });
  }

  async function isWaiting(id: string): Promise<boolean> {
    return (await db.selectFrom('file').select('id').where('id', '=', id).where('state', '=', 'waiting').executeTakeFirst()) !== undefined;
  }
}

async function writeParts(db: Database, digest: string, variant: Variant, data: Uint8Array): Promise<void> {
  for (let part = 0; part * PART_BYTES < data.length; part++) {
    const row = { hash: digest, variant, part, data: data.subarray(part * PART_BYTES, (part + 1) * PART_BYTES) };
    await db
      .insertInto('file_part')
      .values(row)
      .onConflict((known) => known.columns(['hash', 'variant', 'part']).doNothing())
      .execute();
    // Other work runs between two parts.
    await setImmediate();
  }
}

/** Kysely and the drivers keep the database's own error as the cause, or throw it as it is. */
function isFull(error: unknown): boolean {
  const { errcode, code } = (error ?? {}) as { errcode?: unknown; code?: unknown };
  return FULL.has(typeof errcode === 'number' ? errcode & 0xff : code);
}

function toClaimed(row: Row): readonly ClaimedFile[] {
  const common = {
    ...{ id: row.id, batch: row.batch, outageId: row.outage_id, name: row.name, tenantId: row.tenant, locale: row.locale },
    person: { id: row.person_id as PersonKey, name: row.person_name },
    shared: row.shared === 1,
  };
  switch (row.state) {
    case 'waiting': {
      const sent = { ...JSON.parse(row.address), name: row.name };
      return [{ ...common, state: 'waiting', sent, receivedAt: row.received_at, attempt: row.attempts }];
    }
    case 'refused':
      return row.why === '' ? [] : [{ ...common, state: 'refused', why: row.why, attempt: row.attempts }];
    case 'kept':
      return row.kind && row.hash ? [{ ...common, state: 'kept', kind: row.kind, bytes: row.bytes, hash: row.hash }] : [];
    case 'added':
      return [];
  }
}

/** null: its bytes are not all there. */
function toStored(row: Row): StoredFile | null {
  const { id, outage_id: outageId, name, secret, kind, hash: digest, bytes, preview_kind: previewKind, preview_bytes: previewBytes } = row;
  if (!kind || !digest || (row.state !== 'kept' && row.state !== 'added')) return null;
  const preview = previewKind && { kind: previewKind, bytes: previewBytes };
  return { id, outageId, name, secret, kind, bytes, hash: digest, preview };
}
