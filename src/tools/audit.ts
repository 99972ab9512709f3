/**
 * `outage-desk audit`: who did what, when and from which client, and who was denied what and why; one line of JSON each, in the order of
 * time. Bots may run meanwhile.
 */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { readStorage } from '../config.ts';
import { readTrail, type TrailFilter } from '../store/tools/audit-trail.ts';

async function* lines(filter: TrailFilter): AsyncGenerator<string> {
  for await (const line of readTrail(readStorage(process.env), filter)) yield `${JSON.stringify(line)}\n`;
}

/** Prints as it reads, so there is nothing more to say. */
export async function audit(filter: TrailFilter): Promise<string> {
  try {
    await pipeline(Readable.from(lines(filter)), process.stdout, { end: false });
  } catch (error) {
    // The reader has closed the pipe, as `| head` does.
    if (!(error instanceof Error && 'code' in error && error.code === 'EPIPE')) throw error;
  }
  return '';
}
