/** Checks that the record is what the bots wrote: that nothing was changed, removed or inserted. */
import { hash } from 'node:crypto';
import { sql } from 'kysely';
import { numberOf, outageName, REQUESTS_BEGIN, SERIES, type Series } from '../../outage/types/outage.ts';
import type { Instant } from '../../outage/types/values.ts';
import type { Database } from '../dialect.ts';
import { hashOf } from '../outages/record.ts';
import { type Personal, SALT_ROW, tokenOf } from '../personal/split.ts';
import { BATCH, batches, type Report } from './open.ts';
import { countOf } from './records.ts';

export type Verified = {
  readonly outages: number;
  readonly events: number;
  readonly personal: number;
  readonly problems: readonly string[];
  /** A hash over all outages as they were at `until`. Noted outside, it shows later whether the whole record was rewritten. */
  readonly head: string;
};

type Held = Awaited<ReturnType<typeof read>>;

/** Bots may write meanwhile: each outage is read at one moment. Throws only when the database can't be read. `until`: for the head only. */
export async function verify(db: Database, until: Instant = Number.MAX_SAFE_INTEGER, report: Report = () => {}): Promise<Verified> {
  // Read first, so that every number up to these must be there.
  const counters = await db.selectFrom('counter').selectAll().execute();
  const numbers = new Set<number>();
  const problems: string[] = [];
  const count = { outages: 0, events: 0, personal: 0 };
  const heads: string[] = [];
  const all = await countOf(db.selectFrom('outage').select(({ fn }) => fn.countAll().as('count')));
  const outages = db.selectFrom('outage').select(['id', 'number', 'request_number']).orderBy('id').limit(BATCH);
  for await (const found of batches({ id: '' }, (last) => outages.where('id', '>', last.id).execute())) {
    for (const { id, number, request_number: request } of found) {
      numbers.add(number).add(request ?? number);
      const held = await read(db, id);
      problems.push(...wrongWith(held).map((problem) => `${outageName({ number })} (${id}): ${problem}`));
      const last = held.events.findLast(({ at }) => at <= until);
      if (last) heads.push(` ${id} ${last.hash}`);
      report(++count.outages, all);
      count.events += held.events.length;
      count.personal += held.personal.filter(({ token }) => token !== SALT_ROW).length;
    }
  }
  const missing = SERIES.flatMap((series) => missingOf(series, numbers, new Map(counters.map(({ name, value }) => [name, value]))));
  // Databases order texts in different ways, and the head is the same wherever the record is.
  const head = heads.sort().reduce((before, one) => hash('sha256', `${before}${one}`), '');
  return { ...count, problems: [...problems, ...missing], head };
}

/** One statement, so that all of it is read at one moment. */
async function read(db: Database, id: string) {
  const { rows } = await sql<{ kind: number; seq: number; at: number; a: string; b: string; c: string; d: string }>`
    select 0 as kind, version as seq, 0 as at, head as a, '' as b, '' as c, '' as d from outage where id = ${id}
    union all select 1, seq, at, type, data, hash, coalesce(client, '') from outage_event where outage_id = ${id}
    union all select 2, 0, 0, token, person_id, value, '' from personal where outage_id = ${id}
    order by 1, 2`.execute(db);
  const of = (kind: number) => rows.filter((row) => row.kind === kind);
  const [outage] = of(0);
  return {
    id,
    version: outage?.seq ?? 0,
    head: outage?.a ?? '',
    events: of(1).map(({ seq, at, a, b, c, d }) => ({ seq, at, type: a, data: b, client: d, hash: c })),
    personal: of(2).map(({ a, b, c }) => ({ token: a, personId: b, value: c })),
  };
}

function wrongWith({ id, version, head, events, personal }: Held): string[] {
  const problems: string[] = [];
  let before = '';
  for (const [index, { seq, hash, ...event }] of events.entries()) {
    if (seq !== index + 1) return [...problems, `event ${index + 1} is missing`];
    if (hashOf(before, { outageId: id, seq, ...event }) !== hash) problems.push(`event ${seq} (${event.type}) was changed`);
    before = hash;
  }
  if (events.length !== version) problems.push(`it has ${events.length} events, and should have ${version}`);
  else if (before !== head) problems.push('its last event is not the one that was stored last');
  return [...problems, ...wrongTokens(personal)];
}

function wrongTokens(personal: readonly Personal[]): string[] {
  const salt = personal.find(({ token }) => token === SALT_ROW)?.value;
  const values = personal.filter(({ token }) => token !== SALT_ROW);
  if (salt === undefined) return values.length > 0 ? ['the salt of its personal data is missing'] : [];
  const changed = values.filter(({ token, personId, value }) => tokenOf(salt, personId, value) !== token);
  return changed.map(({ token }) => `the personal data behind ${token} was changed`);
}

/** A number is given in the transaction that stores its outage, so numbers are left out only by a restore, which records that. */
function missingOf(series: Series, numbers: ReadonlySet<number>, counters: ReadonlyMap<string, number>): string[] {
  const step = series === 'drill' ? -1 : 1;
  const last = counters.get(series) ?? FIRST[series];
  const problems: string[] = [];
  let from: number | null = null;
  const end = (to: number) => {
    if (from !== null) problems.push(from === to ? `${name(from)} is missing` : `${name(from)} to ${name(to)} are missing`);
    from = null;
  };
  for (let number = FIRST[series]; number * step <= last * step; number += step) {
    const skipped = counters.get(`skipped-${series}-${number - step}`);
    if (numbers.has(number)) end(number - step);
    else if (skipped) {
      end(number - step);
      number += (skipped - 1) * step;
    } else from ??= number;
  }
  end(last);
  return problems;
}

const FIRST: Readonly<Record<Series, number>> = { outage: 1001, drill: numberOf('drill', 1), request: REQUESTS_BEGIN + 1 };
const name = (number: number): string => outageName({ number });
