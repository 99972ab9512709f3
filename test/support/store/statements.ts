/** What a store sends to PostgreSQL, in order, as its driver sends it: BEGIN and COMMIT too. */
import pg from 'pg';
import { vi } from 'vitest';

type Query = (config: string | { readonly text: string }, ...more: unknown[]) => unknown;

/** Records from now on, in this process; vitest puts the driver back after the test. */
export function recordStatements(): string[] {
  const statements: string[] = [];
  const prototype = pg.Client.prototype as { query: Query };
  const { query } = prototype;
  vi.spyOn(prototype, 'query').mockImplementation(function (this: pg.Client, config, ...more) {
    statements.push((typeof config === 'string' ? config : config.text).replace(/\s+/g, ' ').trim());
    return query.call(this, config, ...more);
  });
  return statements;
}
