/** Which deliveries are somebody's own: to their chat or their phone, or where they joined. */
import { type SqlBool, sql } from 'kysely';
import { formatDestination, ownDestinationsOf } from '../../outage/destinations.ts';

export const isOwn = (personId: string) =>
  sql<SqlBool>`(place in (${sql.join(ownDestinationsOf(personId).map(formatDestination))}) or place like ${`pager:%+${personId}`})`;
