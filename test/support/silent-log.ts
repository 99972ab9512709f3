/** A log that nobody reads; hand in a list to look at what was told. */
import type { Log } from '../../src/engine/ports.ts';

export type LogLine = { readonly level: 'info' | 'warn' | 'error'; readonly message: string; readonly fields: object };

export function silentLog(lines: LogLine[] = []): Log {
  const write = (level: LogLine['level']) => (fields: object, message: string) => void lines.push({ level, message, fields });
  const log: Log = { info: write('info'), warn: write('warn'), error: write('error'), child: () => log };
  return log;
}
