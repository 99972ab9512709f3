/** Which projects people follow in their own chats, and what they chose to hear. */
import { sql } from 'kysely';
import type { Follows } from '../../engine/ports/desk.ts';
import { followingLane } from '../../outage/destinations.ts';
import { type Chosen, WAITS_FOR_HOURS } from '../../outage/follow/chosen.ts';
import { storedPersonKey } from '../../outage/types/person-key.ts';
import type { FollowingFirst } from '../../outage/types/values.ts';
import type { Database, SqlDialect } from '../dialect.ts';

export function createFollows({ db, now }: SqlDialect): Follows {
  return {
    async follow({ person, tenantId, projectId }) {
      const row = { person_id: person.id, project_id: projectId, tenant: tenantId, name: person.name, followed_at: now() };
      await db
        .insertInto('follow')
        .values(row)
        .onConflict((of) => of.columns(['person_id', 'project_id']).doUpdateSet({ tenant: tenantId, name: person.name }))
        .execute();
    },

    async unfollow(personId, projectId) {
      const theirs = db.deleteFrom('follow').where('person_id', '=', personId);
      const { numDeletedRows } = await (projectId === null ? theirs : theirs.where('project_id', '=', projectId)).executeTakeFirst();
      return Number(numDeletedRows);
    },

    async projectsOf(personId) {
      const rows = await db.selectFrom('follow').select('project_id').where('person_id', '=', personId).orderBy('project_id').execute();
      return rows.map(({ project_id }) => project_id);
    },

    async chosenBy(personId) {
      const row = await db.selectFrom('chosen').select('chosen').where('person_id', '=', personId).executeTakeFirst();
      return row ? (JSON.parse(row.chosen) as Chosen) : {};
    },

    async choose(personId, chosen) {
      const text = JSON.stringify(chosen);
      await db
        .insertInto('chosen')
        .values({ person_id: personId, chosen: text })
        .onConflict((of) => of.column('person_id').doUpdateSet({ chosen: text }))
        .execute();
      // Their hours may be over now, or end at another time: it is found again when it is tried. Few wait in one lane, which an index has.
      await sql`update delivery set due_at = ${now()} where state = 'waiting' and lane = ${followingLane(personId)} and priority >= 0
        and due_at > ${now()} and error = ${sql.lit(WAITS_FOR_HOURS)}`.execute(db);
    },
  };
}

/** Those who follow the project, as an outage of it notes them when it begins. */
export async function followingOf(db: Database, projectId: string): Promise<NonNullable<FollowingFirst['following']>> {
  const { rows } = await sql<{ id: string; name: string; tenantId: string; chosen: string | null }>`
    select f.person_id as id, f.name, f.tenant as "tenantId", c.chosen
    from follow f left join chosen c on c.person_id = f.person_id where f.project_id = ${projectId} order by f.person_id`.execute(db);
  return rows.map(({ id, name, tenantId, chosen }) => {
    const { noise = 'everything' } = JSON.parse(chosen ?? '{}') as Chosen;
    return { person: { id: storedPersonKey(id), name }, tenantId, noise };
  });
}

/** All that is held of a person here. */
export async function followsOf(db: Database, personId: string) {
  return {
    follows: await db.selectFrom('follow').selectAll().where('person_id', '=', personId).execute(),
    choseToHear: await db.selectFrom('chosen').select('chosen').where('person_id', '=', personId).execute(),
  };
}

export async function forgetFollows(transaction: Database, personId: string): Promise<void> {
  for (const table of ['follow', 'chosen'] as const) await transaction.deleteFrom(table).where('person_id', '=', personId).execute();
}
