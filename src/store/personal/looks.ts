/** How far each person has read each outage. */
import { sql } from 'kysely';
import type { Looks } from '../../engine/ports/outages.ts';
import type { SqlDialect } from '../dialect.ts';

/** Of one person; whatever they looked at before is forgotten. */
const MOST_KEPT = 200;

export function createLooks({ db, now }: SqlDialect): Looks {
  return {
    async of(personId) {
      const { rows } = await sql<{ outageId: string; version: number; at: number }>`
        select outage_id as "outageId", version, seen_at as at from look
        where person_id = ${personId} order by seen_at desc, outage_id`.execute(db);
      return rows;
    },

    async saw(personId, outages) {
      if (outages.length === 0) return;
      const rows = outages.map(({ id, version }) => sql`(${personId}, ${id}, ${version}, ${now()})`);
      // Of two bots, or of a press that came twice, the one that saw less changes nothing.
      await sql`insert into look (person_id, outage_id, version, seen_at) values ${sql.join(rows)}
        on conflict (person_id, outage_id) do update set version = excluded.version, seen_at = excluded.seen_at
        where look.version <= excluded.version`.execute(db);
      await sql`delete from look where person_id = ${personId} and seen_at < (
        select seen_at from look where person_id = ${personId} order by seen_at desc limit 1 offset ${MOST_KEPT - 1})`.execute(db);
    },
  };
}
