/** What ends with a customer who had a tenant of their own. */
import { sql } from 'kysely';
import { later, type SqlDialect } from '../dialect.ts';

/** `person_id` of the people of a tenant begins with it: see outage/types/person-key.ts. */
const ofTenant = (tenant: string) => sql`like ${`${tenant}.%`}`;

export function createLeaving({ db, now }: SqlDialect) {
  return {
    /** Everybody of the tenant of whom the store holds something. `tenant`: an Entra tenant id in small letters. */
    async peopleOf(tenant: string): Promise<readonly string[]> {
      const { rows } = await sql<{ id: string }>`
        select person_id as id from personal where person_id ${ofTenant(tenant)}
        union select person_id from draft where person_id ${ofTenant(tenant)}
        union select person_id from file where person_id ${ofTenant(tenant)}
        union select person_id from follow where person_id ${ofTenant(tenant)}
        union select person_id from chosen where person_id ${ofTenant(tenant)}
        union select person_id from look where person_id ${ofTenant(tenant)}
        union select person_id from refusal where person_id ${ofTenant(tenant)}`.execute(db);
      return rows.map(({ id }) => id);
    },

    /** Deletes what is kept of the tenant and of no person: its rooms, and all that was remembered of it. Returns the number of its rooms. */
    async dropTenant(tenant: string): Promise<number> {
      return await db.transaction().execute(async (transaction) => {
        const { numAffectedRows } = await sql`delete from room where tenant = ${tenant}`.execute(transaction);
        await sql`delete from maintenance_told where tenant = ${tenant}`.execute(transaction);
        await sql`delete from tenant where id = ${tenant}`.execute(transaction);
        await sql`delete from cache where key like ${`%${tenant}%`}`.execute(transaction);
        // What waits is sent to nobody there.
        await sql`
          update delivery set state = 'skipped', done_at = ${later(now(), 0)}
          where state = 'waiting' and priority >= 0 and lane in (select id from lane where tenant = ${tenant})`.execute(transaction);
        return Number(numAffectedRows);
      });
    },
  };
}
