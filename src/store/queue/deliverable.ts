/** The one rule for what may be sent next. Claiming, reading and waking up must all use it, or a worker would loop without sending. */
import { type RawBuilder, type SqlBool, sql } from 'kysely';

/**
 * Whether delivery `d` may be sent when it is due; `d.due_at` is not checked here.
 * - It waits until the delivery that it comes after (its opening) was delivered; when that failed, it is never sent.
 * - An older delivery of the same outage in the same lane that is being tried again holds back news and pings that are not
 *   more urgent, so that news never overtakes older news. It holds back no other outage.
 *   Its conditions match an index of its own (delivery_tried) and no other: PostgreSQL takes the indexes of waiting
 *   deliveries for nearly empty, and with thousands in one lane would scan all of them for each.
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
