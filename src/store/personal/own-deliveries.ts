/** Which deliveries are somebody's own. */
import { type SqlBool, sql } from 'kysely';
import { formatDestination, ownDestinationsOf, ownLanesOf } from '../../outage/destinations.ts';

/** To their chat or their phone, or where they joined. */
export const isOwn = (personId: string) =>
  sql<SqlBool>`(place in (${sql.join(ownDestinationsOf(personId).map(formatDestination))}) or place like ${`pager:%+${personId}`})`;

/** The same, and what went to where they reported, also what was merged. */
export const isToThem = (personId: string) => sql<SqlBool>`(${isOwn(personId)}
  or (place in ('origin', 'reporter') or place like 'merged:%') and (lane in (${sql.join(ownLanesOf(personId))}) or '"' || lane || '"' in (
    select value from personal where personal.outage_id = delivery.outage_id and person_id = ${personId})))`;
