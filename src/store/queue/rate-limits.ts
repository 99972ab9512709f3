/** Rate limits as exact sliding windows, shared by all bots, in the transaction that records an attempt. */
import { sql } from 'kysely';
import type { Quota } from '../../engine/ports/deliveries.ts';
import type { Instant } from '../../outage/types/values.ts';
import type { Database, SqlDialect } from '../dialect.ts';

/** More than the requests of the largest limit. */
const SLOTS = 2_048;

/** A worker that has to wait longer asks again after this time, so that a clock that is corrected ends the wait. */
const LONGEST_WAIT_MS = 60_000;

const endOf = (at: Instant, withinMs: number, now: Instant): Instant => (at > now ? 0 : at + withinMs);

/**
 * Counts one request against a quota. Returns null, or until when the request has to wait: then the caller has to roll back.
 * Locks the scope until the end of the transaction, so two bots never both get the last request.
 */
export async function spend({ readNow }: Pick<SqlDialect, 'readNow'>, transaction: Database, { scope, limits }: Quota) {
  const { rows: counted } = await sql<{ sent: number }>`
    insert into pace (scope, sent) values (${scope}, 1)
    on conflict (scope) do update set sent = pace.sent + 1 returning sent`.execute(transaction);
  // The clock is read only now, because this transaction may have waited for another bot.
  const now = await readNow(transaction);
  const number = (counted[0]?.sent ?? 1) - 1;
  // A limit is kept when the request that came `requests` earlier has left the window.
  const windows = limits
    .filter(({ requests }) => number >= requests)
    .map((limit) => ({ ...limit, slot: (number - limit.requests) % SLOTS }));
  const last = (number + SLOTS - 1) % SLOTS;
  const slots = [last, ...windows.map(({ slot }) => slot)];
  const { rows } = await sql<{ slot: number; at: Instant }>`
    select slot, at from pace_slot where scope = ${scope} and slot in (${sql.join(slots)})`.execute(transaction);
  const at = new Map(rows.map((row) => [row.slot, row.at]));
  if ((at.get(last) ?? 0) > now + LONGEST_WAIT_MS) {
    // The clock was set far back. If these rows stayed, they would count again when it reaches their time.
    await transaction.deleteFrom('pace_slot').where('scope', '=', scope).execute();
  } else {
    // Times in the future are from before the clock was set back a little: nothing waits for them.
    const free = Math.max(0, ...windows.map(({ slot, withinMs }) => endOf(at.get(slot) ?? 0, withinMs, now)));
    if (free > now) return Math.min(free, now + LONGEST_WAIT_MS);
  }
  await sql`
    insert into pace_slot (scope, slot, at) values (${scope}, ${number % SLOTS}, ${now})
    on conflict (scope, slot) do update set at = excluded.at`.execute(transaction);
  return null;
}
