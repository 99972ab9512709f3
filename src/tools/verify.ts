/**
 * `outage-desk verify`: checks that the record is what the bots wrote. The bots may run meanwhile. Ends with 1 when something is wrong.
 * The head is a hash of the record at a point in time: when you note both outside, the same time must give the same head later.
 * `outage-desk verify --certificate FILE`: checks a certificate instead, and with --store against this record.
 */
import { readStorage } from '../config.ts';
import type { Instant } from '../outage/types/values.ts';
import { openForTools } from '../store/tools/open.ts';
import { verify } from '../store/tools/verify.ts';
import { checkCertificate } from './certificate/check.ts';
import { progressOf } from './terminal.ts';
import { counted } from './tool.ts';

/** Events that bots are storing at this moment are not older than this. */
const STORED_MS = 60_000;

export type VerifyOptions = {
  readonly at?: Instant;
  readonly certificate?: string;
  readonly key?: string;
  readonly store?: boolean;
};

export async function verifyRecord({ at, certificate, key, store }: VerifyOptions): Promise<string> {
  if (certificate !== undefined) {
    const { isValid, text } = await checkCertificate(certificate, { key, store });
    if (!isValid) process.exitCode = 1;
    return text;
  }
  await using opened = await openForTools(readStorage(process.env));
  const until = at ?? (await opened.store.outages.now()) - STORED_MS;
  using progress = progressOf('outages');
  const { outages, events, personal, problems, head } = await verify(opened.db, until, progress.report);
  if (problems.length > 0) process.exitCode = 1;
  const count = `${counted(outages, 'outage')}, ${counted(events, 'event')}, ${counted(personal, 'personal value')}: ${problems.length} wrong`;
  return [...problems, `${count}. Head ${head || '(none yet)'} of ${new Date(until).toISOString()}`].join('\n');
}
