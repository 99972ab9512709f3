/** The messages that asked people for something, once they ask for nothing any more. */
import { type RawBuilder, sql } from 'kysely';
import type { DeliveryQueue } from '../../engine/ports/deliveries.ts';
import { readDestination } from '../../outage/destinations.ts';
import type { Notice } from '../../outage/notices.ts';
import type { SqlDialect } from '../dialect.ts';

type Row = Omit<Notice, 'destination'> & { readonly place: string; readonly conversationId: string; readonly activityId: string };

export function createSettled({ db }: SqlDialect): Pick<DeliveryQueue, 'settledBy'> {
  const rows = async (condition: RawBuilder<unknown>) => {
    const { rows: found } = await sql<Row>`
      select d.key, d.outage_id as "outageId", d.kind, d.place, d.seq, d.priority, d.after_key as after,
        d.conversation_id as "conversationId", d.activity_id as "activityId"
      from delivery d where ${condition} order by d.position`.execute(db);
    return found;
  };

  return {
    async settledBy({ key, after, lane, priority }) {
      const [sent] = await rows(sql`d.key = ${after} and d.state = 'done' and d.activity_id is not null`);
      if (!sent) return null;
      const { conversationId, activityId } = sent;
      // The pings of a digest have its id in common. Literals, because SQLite uses a partial index only when its condition is written so.
      const together = await rows(
        sql`d.activity_id = ${activityId} and d.kind in ('ping', 'direct') and d.conversation_id = ${conversationId}`,
      );
      const pings = together.length > 0 ? together : [sent];
      const keys = pings.map((ping) => ping.key);
      const [later] = await rows(sql`d.state = 'waiting' and d.lane = ${lane} and d.priority = ${priority}
        and d.position > (select position from delivery where key = ${key}) and d.after_key in (${sql.join(keys)})`);
      if (later) return null;
      const posted = { conversationId, activityId };
      return { posted, pings: pings.map(({ place, ...ping }) => ({ ...ping, destination: readDestination(place) })) };
    },
  };
}
