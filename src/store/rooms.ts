/** What is known of channels and group chats from Teams: a handful of rows, which are read each time they are needed. */
import { sql } from 'kysely';
import type { KnownRoom, RoomFacts } from '../desk/rooms.ts';
import type { Rooms } from '../engine/ports/desk.ts';
import type { SqlDialect } from './dialect.ts';
import type { Tables } from './tables.ts';

export function createRooms({ db }: SqlDialect): Rooms {
  const rows = () =>
    db
      .selectFrom('room')
      .select(['conversation_id as conversationId', 'kind', 'team_id as teamId', 'name', 'lost', 'told', 'used_as', 'projects'])
      .orderBy('turn')
      .orderBy('conversation_id');
  const nextTurn = sql<number>`(select coalesce(max(turn), 0) + 1 from room)`;
  const columnsOf = ({ conversationId, kind, teamId, name }: RoomFacts) => ({
    conversation_id: conversationId,
    kind,
    team_id: teamId,
    name,
  });
  // What Teams does not report this time it may have reported before, so it is kept.
  const updated = {
    team_id: sql<string | null>`coalesce(excluded.team_id, room.team_id)`,
    name: sql<string>`case when excluded.name = '' then room.name else excluded.name end`,
  };

  return {
    all: async () => (await rows().execute()).map(toRoom),

    async choose(room, use) {
      const chosen = { used_as: use.as, projects: use.as === 'follower' ? JSON.stringify(use.projects) : null, lost: null };
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
      await db.updateTable('room').set({ used_as: null, projects: null }).where('conversation_id', '=', conversationId).execute();
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

type Row = RoomFacts & Pick<Tables['room'], 'lost' | 'told' | 'used_as' | 'projects'>;
function toRoom({ used_as, projects, told: _, ...room }: Row): KnownRoom {
  if (used_as === 'follower') return { ...room, use: { as: used_as, projects: JSON.parse(projects ?? '"all"') } };
  return { ...room, use: used_as && { as: used_as } };
}
