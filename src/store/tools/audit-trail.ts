/** Every decision and every refusal in the order of time, read beside running bots: nothing is locked, written or held back. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { SILENT } from '../../engine/ports/log.ts';
import { numberOf, outageName } from '../../outage/types/numbers.ts';
import type { Database, SqlDialect } from '../dialect.ts';
import { BOT_NAME, connectTo } from '../postgres/open.ts';
import { sqliteDialect } from '../sqlite/dialect.ts';
import { reasonOf } from '../store.ts';
import type { RefusalTable } from '../tables.ts';

/** null: whichever. `sinceMs`: not older than so long. `outage`: as people say it, such as OUT-1042. */
export type TrailFilter = { readonly sinceMs: number | null; readonly personId: string | null; readonly outage: string | null };

type Common = { readonly at: string; readonly outage: string | null; readonly person: string | null; readonly name: string | null };
export type TrailLine =
  /** `decided`: what happened. Without a person, the clock did it. */
  | (Common & { readonly decided: string; readonly client: string | null })
  /** `refused`: what was asked for. `asked`: the number that they typed, whether or not there is such an outage. */
  | (Common & {
      readonly refused: string;
      readonly why: RefusalTable['reason'];
      readonly asked: string | null;
      readonly client: string;
      readonly conversation: string;
    });

/** The trail can't be read. Its message says what to do. */
export class TrailError extends Error {
  override name = 'TrailError';
}

const BATCH = 500;

/** `now`: the clock of an embedded store, where it is not the machine's. */
type Storage = { readonly url: string; readonly file: string; readonly now?: () => number };

/** Reads in batches, so that years of it need little memory. Throws TrailError. */
export async function* readTrail(storage: Storage, filter: TrailFilter): AsyncGenerator<TrailLine> {
  const { dialect, close } = open(storage);
  try {
    yield* trail(dialect, filter);
  } catch (error) {
    if (error instanceof TrailError) throw error;
    throw new TrailError(
      `the store could not be read: ${reasonOf(error)}. Start the bot of this version once, which brings it up to date`,
      {
        cause: error,
      },
    );
  } finally {
    await close();
  }
}

function open({ url, file, now = Date.now }: Storage): { dialect: Pick<SqlDialect, 'db' | 'readNow'>; close: () => Promise<void> } {
  if (url) {
    const { dialect, pool } = connectTo(url, `audit of ${BOT_NAME}`, SILENT);
    return { dialect, close: () => pool.end() };
  }
  if (!existsSync(file)) throw new TrailError(`there is no store at ${path.resolve(file)}. Set DATABASE_FILE to the path of yours`);
  // Read only, it takes no lock that a bot could meet: in WAL mode readers and the writer do not wait for each other.
  const dialect = sqliteDialect(new DatabaseSync(file, { readOnly: true }), now);
  return { dialect, close: () => dialect.db.destroy() };
}

async function* trail({ db, readNow }: Pick<SqlDialect, 'db' | 'readNow'>, filter: TrailFilter): AsyncGenerator<TrailLine> {
  const since = filter.sinceMs === null ? Number.MIN_SAFE_INTEGER : (await readNow(db)) - filter.sinceMs;
  const outageId = filter.outage === null ? null : await idOf(db, filter.outage);
  const decisions = decided(db, since, outageId);
  const refusals = refused(db, since, outageId);
  const next = async (of: AsyncGenerator<TrailLine, undefined>) => (await of.next()).value ?? null;
  let [decision, refusal] = [await next(decisions), await next(refusals)];
  for (let line = earlier(decision, refusal); line; line = earlier(decision, refusal)) {
    if (filter.personId === null || line.person === filter.personId) yield line;
    if (line === decision) decision = await next(decisions);
    else refusal = await next(refusals);
  }
}

const earlier = (decision: TrailLine | null, refusal: TrailLine | null): TrailLine | null =>
  decision && (!refusal || decision.at <= refusal.at) ? decision : refusal;

const SERIES = { OUT: 'outage', DRILL: 'drill', REQ: 'request' } as const;

async function idOf(db: Database, name: string): Promise<string> {
  const [, prefix = '', digits = ''] = /^(OUT|DRILL|REQ)-?(\d{1,9})$/.exec(name.trim().toUpperCase()) ?? [];
  const series = SERIES[prefix as keyof typeof SERIES];
  if (!series) throw new TrailError(`--outage: use a number such as OUT-1042, DRILL-3 or REQ-7, not ${name}`);
  const number = numberOf(series, Number(digits));
  const found = await db
    .selectFrom('outage')
    .select('id')
    .where((is) => is.or([is('number', '=', number), is('request_number', '=', number)]))
    .executeTakeFirst();
  if (!found) throw new TrailError(`there is no ${name}`);
  return found.id;
}

async function* decided(db: Database, since: number, outageId: string | null): AsyncGenerator<TrailLine, undefined> {
  let last = { at: since, outage_id: '', seq: 0 };
  for (;;) {
    const rows = await db
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
    const who = await namesIn(db, rows);
    for (const { outage_id, at, type, data, client, number } of rows) {
      yield { at: timeOf(at), decided: type, outage: outageName({ number }), ...personIn(data, who.get(outage_id)), client };
    }
    const end = rows.at(-1);
    if (!end || rows.length < BATCH) return;
    last = end;
  }
}

async function* refused(db: Database, since: number, outageId: string | null): AsyncGenerator<TrailLine, undefined> {
  let last = { at: since, position: 0 };
  for (;;) {
    const rows = await db
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
    for (const row of rows) {
      const outage = row.number === null ? null : outageName({ number: row.number });
      yield {
        ...{ at: timeOf(row.at), refused: row.what, why: row.reason, outage, asked: row.asked || null },
        ...{ person: row.person_id, name: row.name || null, client: row.client, conversation: row.conversation_id },
      };
    }
    const end = rows.at(-1);
    if (!end || rows.length < BATCH) return;
    last = end;
  }
}

const timeOf = (at: number): string => new Date(at).toISOString();

type Values = ReadonlyMap<string, string>;

/** What the tokens of those who did it stand for, by outage. */
async function namesIn(db: Database, rows: readonly { outage_id: string; data: string }[]): Promise<ReadonlyMap<string, Values>> {
  const tokens = new Set(rows.flatMap(({ data }) => Object.values(byIn(data))));
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

/** Who did it; nobody when the clock did. Of whom nothing is kept any more the token alone is left. */
function personIn(data: string, values: Values = new Map()): Pick<Common, 'person' | 'name'> {
  const { id = null, name = null } = byIn(data);
  return { person: id && (values.get(id) ?? id), name: name && (values.get(name) ?? null) };
}

function byIn(data: string): { id?: string; name?: string } {
  const { by } = JSON.parse(data) as { by?: { id: string; name: string } | null };
  return by ? { id: by.id, name: by.name } : {};
}
