/** Statements that each step of a report runs: Kysely takes longer to build and compile one than SQLite takes to run it. */
import { type Compilable, type CompiledQuery, type QueryResult, type RawBuilder, sql } from 'kysely';
import type { Database, SqlDialect } from './dialect.ts';

/** Stands in a statement for a value; null: for the time. */
class Placeholder {
  readonly name: string | null;
  constructor(name: string | null) {
    this.name = name;
  }
}

/** Compiles a statement once, when it is first run. `build` names the values in it, and takes the time from nowhere else. */
export function compiledOnce<Values extends Readonly<Record<string, unknown>>, Row>(
  { now, clock }: Pick<SqlDialect, 'now' | 'clock'>,
  build: (value: <Name extends keyof Values & string>(name: Name) => RawBuilder<Values[Name]>, now: RawBuilder<number>) => Compilable<Row>,
): (db: Database, values: Values) => Promise<QueryResult<Row>> {
  let compiled: CompiledQuery<Row> | undefined;
  return async (db, values) => {
    compiled ??= build((name) => sql`${new Placeholder(name)}`, clock ? sql`cast(${new Placeholder(null)} as bigint)` : now()).compile();
    const parameters = compiled.parameters.map((one) => {
      if (!(one instanceof Placeholder)) return one;
      return one.name === null ? clock?.() : values[one.name];
    });
    return await db.executeQuery({ ...compiled, parameters });
  };
}
