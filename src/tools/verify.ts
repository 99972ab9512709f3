/**
 * `npm run verify -- [--at TIME]`: checks that the record is what the bots wrote. The bots may run meanwhile. Ends with 1 when
 * something is wrong. The head is a hash of the record at a point in time: when you note both outside, the same time must
 * give the same head later.
 * `npm run verify -- --certificate FILE [--key PUBLIC.pem] [--store]`: checks a certificate instead, and with --store against this record.
 */
import { parseArgs } from 'node:util';
import { ConfigError, readStorage } from '../config.ts';
import { openForTools } from '../store/tools/open.ts';
import { verify } from '../store/tools/verify.ts';
import { checkCertificate } from './certificate/check.ts';
import { counted, runTool } from './tool.ts';

const USAGE = `usage: npm run verify -- [--at TIME], the time that was printed with a head
       npm run verify -- --certificate FILE [--key PUBLIC.pem] [--store], a JSON or PDF, with the key of CERTIFICATE_KEY or in PUBLIC.pem`;
/** Events that bots are storing at this moment are not older than this. */
const STORED_MS = 60_000;

async function run(): Promise<string> {
  const string = { type: 'string' } as const;
  const { values } = parseArgs({ options: { at: string, certificate: string, key: string, store: { type: 'boolean' } } });
  if (values.certificate !== undefined) {
    const { isValid, text } = await checkCertificate(values.certificate, values);
    if (!isValid) process.exitCode = 1;
    return text;
  }
  const at = values.at === undefined ? null : Date.parse(values.at);
  if (Number.isNaN(at)) throw new ConfigError([USAGE]);
  await using opened = await openForTools(readStorage(process.env));
  const until = at ?? (await opened.store.outages.now()) - STORED_MS;
  const { outages, events, personal, problems, head } = await verify(opened.db, until);
  if (problems.length > 0) process.exitCode = 1;
  const count = `${counted(outages, 'outage')}, ${counted(events, 'event')}, ${counted(personal, 'personal value')}: ${problems.length} wrong`;
  return [...problems, `${count}. Head ${head} of ${new Date(until).toISOString()}`].join('\n');
}

await runTool(USAGE, run);
