/** The desk's facts: who took on-call by hand, and what is known of channels and group chats. A handful of rows, read each time they are needed. */
import { sql } from 'kysely';
import type { Override } from '../desk/on-call/roster.ts';
import type { KnownRoom, RoomFacts, RoomUse, WrittenUse } from '../desk/rooms.ts';
import type { Overrides, Rooms } from '../engine/ports/desk.ts';
import type { Audience, Instant, Level } from '../outage/types/values.ts';
import type { Database, SqlDialect } from './dialect.ts';
import type { Tables } from './tables.ts';

type Target = Override['target'];
const toText = (target: Target): string => ('level' in target ? `level:${target.level}` : `person:${target.insteadOf}`);
function fromText(text: string): Target {
  const target = text.replace(/^ended:\d+:/, '');
  return target.startsWith('level:') ? { level: target.slice('level:'.length) as Level } : { insteadOf: target.slice('person:'.length) };
}

/** Those that have not ended, or ended after `since`, in the order in which they were made, which is the order of their beginnings. */
export async function listOverrides(db: Database, { now }: Pick<SqlDialect, 'now'>, since?: Instant): Promise<readonly Override[]> {
  const rows = await db
    .selectFrom('on_call_override')
    .selectAll()
    .where('until_at', '>', since ?? now())
    .orderBy('from_at')
    .orderBy('person_id')
    .orderBy('target')
    .execute();
  return rows.map((row) => ({ personId: row.person_id, target: fromText(row.target), from: row.from_at, until: row.until_at }));
}

/** One row for each person and level, and one for each time that they took it before. */
export function createOverrides(dialect: SqlDialect): Overrides {
  const { db } = dialect;
  return {
    list: () => listOverrides(db, dialect),
    since: (at) => listOverrides(db, dialect, at),

    async make({ personId, target, until }) {
      const now = await dialect.readNow(db);
      if (until <= now) return false;
      const times = { from_at: now, until_at: until };
      await db.transaction().execute(async (transaction) => {
        // What was until now stays known: who was on call then, and who has to hear what changed.
        await sql`insert into on_call_override (person_id, target, from_at, until_at)
          select person_id, 'ended:' || from_at || ':' || target, from_at, ${dialect.least}(until_at, cast(${now} as bigint)) from on_call_override
          where person_id = ${personId} and target = ${toText(target)} and from_at < ${now}
          on conflict (person_id, target) do nothing`.execute(transaction);
        await transaction
          .insertInto('on_call_override')
          .values({ person_id: personId, target: toText(target), ...times })
          .onConflict((row) => row.columns(['person_id', 'target']).doUpdateSet(times))
          .execute();
      });
      return true;
    },

    async end({ personId, target }) {
      const { numUpdatedRows } = await db
        .updateTable('on_call_override')
        .set({ until_at: dialect.now() })
        .where('person_id', '=', personId)
        .where('target', '=', toText(target))
        .where('until_at', '>', dialect.now())
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    },
  };
}

export function createRooms({ db }: SqlDialect): Rooms {
  const rows = () =>
    db
      .selectFrom('room')
      .select([
        'conversation_id as conversationId',
        'kind',
        'team_id as teamId',
        'tenant as tenantId',
        'name',
        'lost',
        'told',
        'used_as',
        'projects',
        'chosen',
      ])
      .orderBy('turn')
      .orderBy('conversation_id');
  const nextTurn = sql<number>`(select coalesce(max(turn), 0) + 1 from room)`;
  const columnsOf = ({ conversationId, teamId, tenantId, kind, name }: RoomFacts) => ({
    conversation_id: conversationId,
    team_id: teamId,
    tenant: tenantId,
    kind,
    name,
  });
  // What Teams does not report this time it may have reported before, so it is kept.
  const updated = {
    team_id: sql<string | null>`coalesce(excluded.team_id, room.team_id)`,
    tenant: sql<string | null>`excluded.tenant`,
    name: sql<string>`case when excluded.name = '' then room.name else excluded.name end`,
  };

  return {
    all: async () => (await rows().execute()).map(toRoom),

    async choose(room, use) {
      const chosen = { ...columnsOfUse(use), lost: null };
      await db
        .insertInto('room')
        .values({ ...columnsOf(room), ...chosen, turn: nextTurn, told: null })
        .onConflict((of) => of.column('conversation_id').doUpdateSet({ ...updated, ...chosen, turn: nextTurn }))
        .execute();
      if (use.as !== 'desk') return;
      // Only desks that were chosen earlier: when two people choose at the same time, neither undoes the other's choice.
      await db
        .updateTable('room')
        .set({ used_as: null })
        .where('used_as', '=', 'desk')
        .where('turn', '<', (of) =>
          of.selectFrom('room as chosen').select('chosen.turn').where('conversation_id', '=', room.conversationId),
        )
        .execute();
    },

    async release(conversationId) {
      await db
        .updateTable('room')
        .set({ used_as: null, projects: null, chosen: null })
        .where('conversation_id', '=', conversationId)
        .execute();
    },

    async rename(conversationId, name) {
      await db.updateTable('room').set({ name }).where('conversation_id', '=', conversationId).execute();
    },

    async lose(rooms, why) {
      if (rooms.length === 0) return;
      await db
        .insertInto('room')
        .values(rooms.map((room) => ({ ...columnsOf(room), used_as: null, projects: null, turn: 0, lost: why, told: null })))
        .onConflict((of) => of.column('conversation_id').doUpdateSet({ ...updated, lost: why }))
        .execute();
    },

    async regain(conversationIds, reasons) {
      if (conversationIds.length === 0) return;
      await db
        .updateTable('room')
        .set({ lost: null })
        .where('conversation_id', 'in', conversationIds)
        .where('lost', 'in', reasons)
        .execute();
    },

    async changesToTell() {
      const changed = await rows().where(sql<boolean>`coalesce(lost, '') <> coalesce(told, '')`).execute();
      return changed.map((row) => ({ ...toRoom(row), told: row.told }));
    },

    async markTold(changes) {
      for (const { conversationId, lost } of changes) {
        await db.updateTable('room').set({ told: lost }).where('conversation_id', '=', conversationId).execute();
      }
    },
  };
}

const columnsOfUse = (use: RoomUse) =>
  use.as === 'follower'
    ? { used_as: asText(use), projects: JSON.stringify(use.projects), chosen: use.chosen ? JSON.stringify(use.chosen) : null }
    : { used_as: use.as, projects: null, chosen: null };

type Row = RoomFacts & Pick<Tables['room'], 'lost' | 'told' | 'used_as' | 'projects' | 'chosen'>;
function toRoom({ used_as, projects, chosen, told: _, ...room }: Row): KnownRoom {
  if (used_as === null || used_as === 'desk') return { ...room, use: used_as && { as: used_as } };
  const audience = used_as.split('/')[1] as Audience | undefined;
  const more = { ...(audience && { audience }), ...(chosen !== null && { chosen: JSON.parse(chosen) }) };
  return { ...room, use: { as: 'follower', projects: JSON.parse(projects ?? '"all"'), ...more } };
}
/** Customers need no word; a room for others is no follower to a bot of the version before, which would show it what customers read. */
const asText = ({ audience = 'customer' }: { readonly audience?: Audience }): WrittenUse =>
  audience === 'customer' ? 'follower' : `follower/${audience}`;
