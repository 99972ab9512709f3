/**
 * A log for tests; pass in a list to read its lines. Under vitest every line is also written as the process writes it, and after
 * each test all lines are searched for the personal data that the test used.
 */
import type { Log, LogFields } from '../../../src/engine/ports/log.ts';
import { createLog } from '../../../src/log/create-log.ts';
import { leftOut, writtenLines } from './leak-check.ts';

export type LogLine = { readonly level: 'info' | 'warn' | 'error'; readonly message: string; readonly fields: object };

/** Whether this is vitest itself, and no process or thread that a test has started. */
export const isSearched: boolean = '__vitest_worker__' in globalThis;

/** Drops every line: for tests that simulate thousands of worlds. */
export const NOWHERE: Log = { info() {}, warn() {}, error() {}, child: () => NOWHERE };

function realLog(): Log {
  return createLog({
    level: 'debug',
    destination: { write: (line) => void writtenLines.push(line) },
    unknown: (field, value) => void leftOut.push(`left out: ${field}: ${JSON.stringify(value)}. See src/engine/ports/log.ts`),
  });
}

export function silentLog(lines: LogLine[] = [], written: Log = isSearched ? realLog() : NOWHERE): Log {
  const write = (level: LogLine['level']) => (fields: LogFields, message: string) => {
    lines.push({ level, message, fields });
    written[level](fields, message);
  };
  return { info: write('info'), warn: write('warn'), error: write('error'), child: (fields) => silentLog(lines, written.child(fields)) };
}

if (isSearched) {
  const { afterEach } = await import('vitest');
  const { searchLines } = await import('./leak-check.ts');
  afterEach(searchLines);
}
