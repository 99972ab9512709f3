/** Times that were written by a clock that was ahead, and is right again, must hold up nothing for as long as it was ahead. */
import { type RawBuilder, type SqlBool, sql } from 'kysely';

/** Longer than any lease, any pace and the wait before any first try. */
const SHORT_MS = 60_000;
/** Longer than Teams asks anybody to wait. */
const LONG_MS = 3_600_000;

/** Whether a point in time is reached, or so far ahead that no clock that is right can have written it. */
const reached = (at: RawBuilder<unknown>, now: RawBuilder<number>, limit: RawBuilder<unknown>): RawBuilder<SqlBool> =>
  sql<SqlBool>`(${at} <= ${now} or ${at} > ${now} + ${limit})`;

/** For a lease and for a pause of ours. */
export const isOver = (at: RawBuilder<unknown>, now: RawBuilder<number>): RawBuilder<SqlBool> => reached(at, now, sql.lit(SHORT_MS));

/** For a pause that Teams asked for. */
export const isOverAtTeams = (at: RawBuilder<unknown>, now: RawBuilder<number>): RawBuilder<SqlBool> => reached(at, now, sql.lit(LONG_MS));

/** For delivery `d`: before its first try it waits a moment at most. */
export const isDue = (now: RawBuilder<number>): RawBuilder<SqlBool> =>
  reached(sql`d.due_at`, now, sql`case when d.attempts = 0 then ${sql.lit(SHORT_MS)} else ${sql.lit(LONG_MS)} end`);
