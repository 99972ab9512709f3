/** Every decision and every denial in the order of time. Bots may run meanwhile: nothing is locked or written. */
import { sql } from 'kysely';
import type { DenialReason } from '../../outage/decision.ts';
import type { Ticket } from '../../outage/types/links.ts';
import { numberOf, outageName } from '../../outage/types/outage.ts';
import type { Database, SqlDialect } from '../dialect.ts';
import { idByNumber } from '../outages/outages.ts';
import { reasonOf } from '../store.ts';
import { BATCH, batches, openAnyVersion, type Storage } from './open.ts';

/** null: does not matter. `sinceMs`: not older than this. `outage`: its name, such as OUT-1042. */
export type TrailFilter = { readonly sinceMs: number | null; readonly personId: string | null; readonly outage: string | null };

type Common = { readonly at: string; readonly outage: string | null; readonly person: string | null; readonly name: string | null };
export type TrailLine =
  /** `decided`: the type of the event. Without a person, the clock caused it. `ticket`: what was added, by its number and its address. */
  | (Common & { readonly decided: string; readonly client: string | null; readonly ticket?: Ticket })
  /** `refused`: what was asked for and denied. `asked`: the number that was typed, whether or not there is such an outage. */
  | (Common & {
      readonly refused: string;
      readonly why: DenialReason;
      readonly asked: string | null;
      readonly client: string;
      readonly conversation: string;
    });

/** The trail can't be read. Its message says what to do. */
export class TrailError extends Error {
  override name = 'TrailError';
}

/** Reads in batches, so that years of it need little memory. Throws TrailError, and Error when there is no store. */
export async function* readTrail(storage: Storage, filter: TrailFilter): AsyncGenerator<TrailLine> {
  await using opened = openAnyVersion({ ...storage, readOnly: true });
  try {
    for await (const line of trail(opened.dialect, filter)) if (filter.personId === null || line.person === filter.personId) yield line;
  } catch (error) {
    if (error instanceof TrailError) throw error;
    throw new TrailError(
      `the store could not be read: ${reasonOf(error)}. Start the bot of this version once, which brings it up to date`,
      { cause: error },
    );
  }
}

async function* trail({ db, readNow }: SqlDialect, filter: TrailFilter): AsyncGenerator<TrailLine> {
  const since = filter.sinceMs === null ? Number.MIN_SAFE_INTEGER : (await readNow(db)) - filter.sinceMs;
  const outageId = filter.outage === null ? null : await idOf(db, filter.outage);
  const refusals = refused(db, since, outageId);
  let refusal = (await refusals.next()).value;
  for await (const decision of decided(db, since, outageId)) {
    for (; refusal && refusal.at < decision.at; refusal = (await refusals.next()).value) yield refusal;
    yield decision;
  }
  if (refusal) yield refusal;
  yield* refusals;
}

const SERIES = { OUT: 'outage', DRILL: 'drill', REQ: 'request' } as const;

/** The stored number of OUT-1042, DRILL-3 or REQ-7; null: it is no such name. */
export function numberNamed(name: string): number | null {
  const [, prefix = '', digits = ''] = /^(OUT|DRILL|REQ)-?(\d{1,9})$/.exec(name.trim().toUpperCase()) ?? [];
  const series = SERIES[prefix as keyof typeof SERIES];
  return series ? numberOf(series, Number(digits)) : null;
}

async function idOf(db: Database, name: string): Promise<string> {
  const number = numberNamed(name);
  if (number === null) throw new TrailError(`--outage: use a number such as OUT-1042, DRILL-3 or REQ-7, not ${name}`);
  const id = await idByNumber(db, number);
  if (id === null) throw new TrailError(`there is no ${name}`);
  return id;
}

async function* decided(db: Database, since: number, outageId: string | null): AsyncGenerator<TrailLine, undefined> {
  const first = { at: since, outage_id: '', seq: 0 };
  const after = (last: typeof first) =>
    db
      .selectFrom('outage_event')
      .innerJoin('outage', 'outage.id', 'outage_event.outage_id')
      .select(['outage_event.outage_id', 'seq', 'type', 'at', 'data', 'client', 'number'])
      .where(sql<boolean>`(at, outage_event.outage_id, seq) > (${last.at}, ${last.outage_id}, ${last.seq})`)
      .$if(outageId !== null, (query) => query.where('outage_event.outage_id', '=', outageId ?? ''))
      .orderBy('at')
      .orderBy('outage_event.outage_id')
      .orderBy('seq')
      .limit(BATCH)
      .execute();
  for await (const rows of batches(first, after)) {
    const who = await namesIn(db, rows);
    for (const { outage_id, at, type, data, client, number } of rows) {
      const values = who.get(outage_id);
      const what = { at: timeOf(at), decided: type, outage: outageName({ number }) };
      yield { ...what, ...personIn(data, values), client, ...ticketIn(data, values) };
    }
  }
}

async function* refused(db: Database, since: number, outageId: string | null): AsyncGenerator<TrailLine, undefined> {
  const first = { at: since, position: 0 };
  const after = (last: typeof first) =>
    db
      .selectFrom('refusal')
      .leftJoin('outage', 'outage.id', 'refusal.outage_id')
      .selectAll('refusal')
      .select('number')
      .where(sql<boolean>`(at, position) > (${last.at}, ${last.position})`)
      .$if(outageId !== null, (query) => query.where('outage_id', '=', outageId))
      .orderBy('at')
      .orderBy('position')
      .limit(BATCH)
      .execute();
  for await (const rows of batches(first, after)) {
    for (const row of rows)
      yield {
        at: timeOf(row.at),
        refused: row.what,
        why: row.reason,
        outage: row.number === null ? null : outageName({ number: row.number }),
        asked: row.asked || null,
        person: row.person_id,
        name: row.name || null,
        client: row.client,
        conversation: row.conversation_id,
      };
  }
}

const timeOf = (at: number): string => new Date(at).toISOString();

type Values = ReadonlyMap<string, string>;

/** The ids and names behind the tokens of the people who caused these events, and of the tickets in them, by outage. */
async function namesIn(db: Database, rows: readonly { outage_id: string; data: string }[]): Promise<ReadonlyMap<string, Values>> {
  const tokens = new Set(
    rows.flatMap(({ data }) => [byIn(data), ticketOf(data) ?? {}].flatMap((one) => Object.values(one).filter(Boolean))),
  );
  if (tokens.size === 0) return new Map();
  const found = await db
    .selectFrom('personal')
    .select(['outage_id', 'token', 'value'])
    .where('outage_id', 'in', [...new Set(rows.map(({ outage_id }) => outage_id))])
    .where('token', 'in', [...tokens])
    .execute();
  const grouped = Map.groupBy(found, ({ outage_id }) => outage_id);
  return new Map([...grouped].map(([id, all]) => [id, new Map(all.map(({ token, value }) => [token, JSON.parse(value) as string]))]));
}

/** Who caused it; null: the clock. When nothing of the person is kept any more, only the token is left. */
function personIn(data: string, values: Values = new Map()): Pick<Common, 'person' | 'name'> {
  const { id = null, name = null } = byIn(data);
  return { person: id && (values.get(id) ?? id), name: name && (values.get(name) ?? null) };
}

/** Without what was removed. */
function ticketIn(data: string, values: Values = new Map()): { readonly ticket?: Ticket } {
  const ticket = ticketOf(data);
  const name = ticket && values.get(ticket.name);
  return ticket && name ? { ticket: { name, url: ticket.url && (values.get(ticket.url) ?? null) } } : {};
}

const ticketOf = (data: string): Ticket | undefined => (JSON.parse(data) as { ticket?: Ticket }).ticket;

function byIn(data: string): { id?: string; name?: string } {
  const { by } = JSON.parse(data) as { by?: { id: string; name: string } | null };
  return by ? { id: by.id, name: by.name } : {};
}
