/** Rate limits as exact sliding windows, shared by all bots, counted in the moment in which an attempt is recorded. */
import { type RawBuilder, sql } from 'kysely';
import type { Lane, Quota } from '../../engine/ports/deliveries.ts';
import type { Instant } from '../../outage/types/values.ts';
import { later, type SqlDialect } from '../dialect.ts';

/** More than the requests of the largest limit. */
const SLOTS = 2_048;

/** A worker that has to wait longer asks again after this time, so that a clock that is corrected ends the wait. */
const LONGEST_WAIT_MS = 60_000;
/** The last request is read too: its time says whether the clock was set back. */
const LAST = { requests: 1, withinMs: 0 };

/** The deliveries of a request, which are recorded with it. */
type Attempt = { readonly lane: Lane; readonly keys: readonly string[]; readonly neededMs: number };

/** A row for each quota that is known. `ok`: all is free, so the request is counted and the attempt begun. */
type Verdict = {
  readonly now: Instant;
  readonly ok: number;
  readonly scope: string | null;
  readonly number: number | null;
  readonly freeAt: Instant;
  /** Too many requests were counted while this one waited: the time of one inside a window was not read, so it is tried again. */
  readonly isStale: number;
  /** The clock was set far back since the last request. */
  readonly isAhead: number;
};

/**
 * Counts one request against all of these quotas, and begins its attempt. Returns the time; or counts and begins nothing and returns
 * until when which quota is used up. Locks the quotas, so two bots never both get the last request.
 */
export async function spend(dialect: SqlDialect, quotas: readonly Quota[], attempt: Attempt | null = null) {
  const { db } = dialect;
  for (;;) {
    const found = await dialect.following(
      verdict(dialect, quotas, attempt),
      ['scope', 'number', 'now', 'ok'],
      [
        sql`update pace set sent = sent + 1 where scope in (select scope from found where ok = 1)`,
        sql`insert into pace_slot (scope, slot, at) select scope, number % ${sql.lit(SLOTS)}, now from found where ok = 1 and scope is not null
        on conflict (scope, slot) do update set at = excluded.at`,
        ...(attempt ? [begin(attempt)] : []),
      ],
    );
    const [first] = found;
    if (first?.ok === 1) return first.now;
    const known = new Map(found.map((one) => [one.scope, one]));
    const unknown = quotas.filter(({ scope }) => !known.has(scope)).map(({ scope }) => ({ scope, sent: 0 }));
    const ahead = found.flatMap(({ scope, isAhead }) => (isAhead === 1 ? [scope ?? ''] : []));
    if (unknown.length > 0) {
      await db
        .insertInto('pace')
        .values(unknown)
        .onConflict((row) => row.doNothing())
        .execute();
    } else if (ahead.length > 0) {
      // If these rows stayed, they would count again when the clock reaches their time.
      await db.deleteFrom('pace_slot').where('scope', 'in', ahead).execute();
    } else if (found.every(({ isStale }) => isStale !== 1)) {
      const now = first?.now ?? 0;
      const full = quotas.find(({ scope }) => (known.get(scope)?.freeAt ?? 0) > now);
      if (!full) return 'lane-lost';
      return { waitUntil: Math.min(known.get(full.scope)?.freeAt ?? 0, now + LONGEST_WAIT_MS), scope: full.scope };
    }
  }
}

/**
 * The clock is read after all locks, because they may have waited for another bot. PostgreSQL reads rows that are not locked as they
 * were before that wait. So the count is read with the lock (`c`) and without (`p`), and the times of requests from number `p.sent` on are
 * unknown. A limit is kept when the request that came `requests` earlier has left the window. Times in the future are from before the
 * clock was set back a little: nothing waits for them.
 */
function verdict({ now, locking }: SqlDialect, quotas: readonly Quota[], attempt: Attempt | null): RawBuilder<Verdict> {
  const { lane, keys, neededMs } = attempt ?? { lane: { id: '', fence: 0 }, keys: [''], neededMs: 0 };
  const limits = quotas.flatMap(({ scope, limits }) => [...limits, LAST].map((limit) => ({ scope, ...limit })));
  const asked = limits.length > 0 ? limits : [{ scope: '', ...LAST }];
  const scopes = [...new Set(asked.map(({ scope }) => scope))];
  const values = asked.map(
    ({ scope, requests, withinMs }) => sql`(cast(${scope} as text), cast(${requests} as bigint), cast(${withinMs} as bigint))`,
  );
  const isOurs = sql`(select count(*) from held) = ${keys.length} and exists (
    select 1 from lane l where l.id = ${lane.id} and l.fence = ${lane.fence} and l.lease_until > ${later(sql`clock.now`, neededMs)})`;
  // The lane is compared as an expression, or SQLite would read all that was ever sent there for a few keys.
  return sql<Verdict>`
    with asked (scope, requests, within_ms) as materialized (values ${sql.join(values)}), counted as materialized (
      select p.scope, p.sent from pace p where p.scope in (${sql.join(scopes)}) order by p.scope ${locking('p')}
    ), held as materialized (
      select d.key from delivery d where d.key in (${sql.join(keys)}) and d.lane || '' = ${lane.id} and d.state = 'waiting' ${locking('d')}
    ), clock as materialized (
      select ${now()} as now from (select count(*) as n from counted) as c cross join (select count(*) as n from held) as h
    ), quota as materialized (
      select c.scope, c.sent as number, clock.now,
        max(case when s.at <= clock.now then s.at + a.within_ms else 0 end) as "freeAt",
        max(case when a.within_ms > 0 and c.sent - p.sent >= a.requests then 1 else 0 end) as "isStale",
        max(case when s.at > ${later(sql`clock.now`, LONGEST_WAIT_MS)} then 1 else 0 end) as "isAhead"
      from clock cross join counted c cross join asked a cross join pace p
        left join pace_slot s on s.scope = c.scope and s.slot = (c.sent - a.requests) % ${sql.lit(SLOTS)}
      where a.scope = c.scope and p.scope = c.scope
      group by c.scope, c.sent, clock.now
    )
    select clock.now, scope, number, "freeAt", "isStale", "isAhead", case when ${attempt ? isOurs : sql`true`} and ${quotas.length} = (
      select count(*) from quota where "freeAt" <= now and "isStale" = 0 and "isAhead" = 0
    ) then 1 else 0 end as ok
    from clock left join quota on true`;
}

const begin = ({ keys }: Attempt): RawBuilder<unknown> => sql`
  update delivery set attempts = attempts + 1, repeats = repeats + maybe_sent, maybe_sent = 1
  where key in (${sql.join(keys)}) and exists (select 1 from found where ok = 1)`;
