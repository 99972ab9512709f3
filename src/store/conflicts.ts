/** Tells a conflict from a broken store, by the error codes of the databases and never by their texts. */

/** https://sqlite.org/rescode.html; the low byte is the primary code. */
const SQLITE = { busy: 5, locked: 6, primaryKey: 1555, unique: 2067 } as const;
/** https://www.postgresql.org/docs/current/errcodes-appendix.html */
const POSTGRES = { unique: '23505', serialization: '40001', deadlock: '40P01' } as const;

export function isDuplicate(error: unknown): boolean {
  const { code, errcode } = codes(error);
  return code === POSTGRES.unique || errcode === SQLITE.primaryKey || errcode === SQLITE.unique;
}

/** The database rolled back one of two transactions that were in each other's way; it may be repeated. */
export function isLostRace(error: unknown): boolean {
  const { code, errcode } = codes(error);
  if (code === POSTGRES.serialization || code === POSTGRES.deadlock) return true;
  const primary = errcode === undefined ? -1 : errcode & 0xff;
  return primary === SQLITE.busy || primary === SQLITE.locked;
}

function codes(error: unknown): { code?: unknown; errcode?: number } {
  if (!(error instanceof Error)) return {};
  const { code, errcode } = error as Error & { code?: unknown; errcode?: unknown };
  return { code, ...(typeof errcode === 'number' ? { errcode } : {}) };
}
