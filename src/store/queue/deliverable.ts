/** The one rule of what may go out next. Claiming, taking and waking up must agree on it, or a worker spins. */
import { type RawBuilder, type SqlBool, sql } from 'kysely';

/**
 * Whether delivery `d` may go out once its time has come; `d.due_at` is not looked at.
 * - It waits for another one (its opening) until that was delivered; one that failed is never delivered.
 * - An older delivery of the same outage in the same lane that is being tried again holds back news and pings that are
 *   no more urgent, so that news never overtakes older news. It holds back no other outage.
 *   It is found in an index of its own (delivery_tried), by conditions that no other index has: PostgreSQL believes those
 *   of what waits to be nearly empty, and with thousands in one lane looked through all for each.
 */
export const deliverable = (now: RawBuilder<number>): RawBuilder<SqlBool> => sql<SqlBool>`(
  d.state = 'waiting'
  and (d.after_key is null or exists (select 1 from delivery a where a.key = d.after_key and a.state = 'done'))
  and not (d.kind in ('news', 'ping') and exists (
    select 1 from delivery e
    where e.done_at is null and e.attempts > 0 and e.outage_id = d.outage_id and e.lane = d.lane
      and e.position < d.position and e.due_at > ${now} and e.priority <= d.priority
  ))
)`;
