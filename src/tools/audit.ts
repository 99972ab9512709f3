/**
 * `npm run --silent audit -- [--since 7d] [--person ID] [--outage OUT-7]`: who did what, when and from which client, and who was
 * denied what and why; one line of JSON each, in the order of time. Bots may run meanwhile.
 */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { readStorage } from '../config.ts';
import { readTrail, TrailError, type TrailFilter } from '../store/tools/audit-trail.ts';
import { problemsOf } from './tool.ts';

const USAGE = 'usage: npm run --silent audit -- [--since 7d] [--person ID] [--outage OUT-7], with m, h or d for minutes, hours or days';
const UNIT_MS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };

function filterOf(): TrailFilter | null {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ options: { since: text, person: text, outage: text, help: { type: 'boolean' } } });
  if (values.help) return null;
  const [, count = '', unit = ''] = /^(\d{1,6})([mhd])$/.exec(values.since ?? '') ?? [];
  if (values.since !== undefined && !unit) throw new TrailError(USAGE);
  const sinceMs = unit ? Number(count) * (UNIT_MS[unit] ?? 0) : null;
  return { sinceMs, personId: values.person?.toLowerCase() ?? null, outage: values.outage ?? null };
}

async function* lines(filter: TrailFilter): AsyncGenerator<string> {
  for await (const line of readTrail(readStorage(process.env), filter)) yield `${JSON.stringify(line)}\n`;
}

try {
  const filter = filterOf();
  await pipeline(Readable.from(filter ? lines(filter) : [`${USAGE}\n`]), process.stdout, { end: false });
} catch (error) {
  // The reader has closed the pipe, as `| head` does.
  if (!(error instanceof Error && 'code' in error && error.code === 'EPIPE')) {
    process.stderr.write(`${problemsOf(error, USAGE).join('\n')}\n`);
    process.exitCode = 1;
  }
}
