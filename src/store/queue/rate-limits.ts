/** Sliding windows over what was sent, exact, shared by all bots, in the transaction that records a try. */
import { sql } from 'kysely';
import type { Quota } from '../../engine/ports/deliveries.ts';
import type { Instant } from '../../outage/types/person.ts';
import type { Database, SqlDialect } from '../dialect.ts';

/** More than the largest limit looks back to. */
const SLOTS = 2_048;

/** Whoever has to wait longer asks again in between, so a clock that is set right ends the wait. */
const LONGEST_WAIT_MS = 60_000;

const endOf = (at: Instant, withinMs: number, now: Instant): Instant => (at > now ? 0 : at + withinMs);

/**
 * Takes one request from a quota. Returns null, or until when it has to wait: then the caller has to roll back. Holds the
 * scope until the end of the transaction, so two bots never take the last one both.
 */
export async function spend(
  dialect: Pick<SqlDialect, 'readNow'>,
  transaction: Database,
  { scope, limits }: Quota,
): Promise<Instant | null> {
  const { rows: counted } = await sql<{ sent: number }>`
    insert into pace (scope, sent) values (${scope}, 1)
    on conflict (scope) do update set sent = pace.sent + 1 returning sent`.execute(transaction);
  // Read now, because another bot may have been waited for.
  const now = await dialect.readNow(transaction);
  const mine = (counted[0]?.sent ?? 1) - 1;
  // The limit holds if the one that came `requests` before is out of the window.
  const looks = limits.filter(({ requests }) => mine >= requests).map((limit) => ({ ...limit, slot: (mine - limit.requests) % SLOTS }));
  const last = (mine + SLOTS - 1) % SLOTS;
  const slots = [last, ...looks.map(({ slot }) => slot)];
  const { rows } = await sql<{ slot: number; at: Instant }>`
    select slot, at from pace_slot where scope = ${scope} and slot in (${sql.join(slots)})`.execute(transaction);
  const at = new Map(rows.map((row) => [row.slot, row.at]));
  if ((at.get(last) ?? 0) > now + LONGEST_WAIT_MS) {
    // The clock was set far back. Kept, these would count again when it shows their time again.
    await transaction.deleteFrom('pace_slot').where('scope', '=', scope).execute();
  } else {
    // What is to come was sent before the clock was set back a little: nobody waits for it.
    const free = Math.max(0, ...looks.map(({ slot, withinMs }) => endOf(at.get(slot) ?? 0, withinMs, now)));
    if (free > now) return Math.min(free, now + LONGEST_WAIT_MS);
  }
  await sql`
    insert into pace_slot (scope, slot, at) values (${scope}, ${mine % SLOTS}, ${now})
    on conflict (scope, slot) do update set at = excluded.at`.execute(transaction);
  return null;
}
