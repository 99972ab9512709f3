/** `npm run certificate -- OUT-1042 FILE.json|FILE.pdf [--for desk] [--zone ZONE]`: writes the certificate of an outage. The bots may run. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { READERS, type Reader } from '../../certificate/document.ts';
import { createIssue } from '../../certificate/issue.ts';
import { drawPdf } from '../../certificate/pdf.ts';
import { keyIn } from '../../certificate/sign.ts';
import { ConfigError, deskFileOf, readDeskText } from '../../config.ts';
import { describeProblems, readDeskFile } from '../../desk/file/read-desk-file.ts';
import { setNumbering } from '../../outage/types/numbers.ts';
import { numberOf } from '../../outage/types/outage.ts';
import { wordsFor, wordsOfDesk } from '../../words/words.ts';
import { runTool, withStore } from '../tool.ts';

const USAGE = `usage: npm run certificate -- OUT-1042 FILE.json|FILE.pdf [--for reporter|desk] [--zone ZONE] [--language de]
  --for: with what that reader may see; the reporter without it
  --zone: in which people read the times of a PDF, such as Europe/Copenhagen; the desk's own without it
  --language: of the pages of a PDF, such as de; the desk's own without it`;

async function run(): Promise<string> {
  const string = { type: 'string' } as const;
  const options = { for: { ...string, default: 'reporter' }, zone: string, language: string } as const;
  const { values, positionals } = parseArgs({ allowPositionals: true, options });
  const [name = '', file = '', ...more] = positionals;
  const [, digits] = /^OUT-?(\d{1,9})$/i.exec(name) ?? [];
  const reader = READERS.find((one): one is Reader => one === values.for);
  const kind = path.extname(file);
  if (!digits || !['.json', '.pdf'].includes(kind) || more.length > 0 || !reader) throw new ConfigError([USAGE]);
  const deskFile = deskFileOf(process.env);
  const read = readDeskFile(readDeskText(deskFile));
  if ('problems' in read) throw new ConfigError(describeProblems(deskFile, read.problems));
  const { desk } = read;
  const key = keyIn(process.env);
  if (!key) throw new ConfigError(['CERTIFICATE_KEY is not set: make a key with npm run keys.']);
  setNumbering(desk.file.desk.numbersKey ?? null);
  const { language } = values.language ? wordsFor(values.language) : wordsOfDesk(desk);
  const issued = await withStore(async ({ outages, audit }) => {
    const outageId = await outages.idByNumber(numberOf('outage', Number(digits)));
    const wanted = { seq: null, reader, timeZone: values.zone ?? desk.file.desk.timeZone, language, issuedAt: await outages.now() };
    return outageId && (await createIssue({ desk, key, outages, audit })({ outageId, ...wanted }));
  });
  if (!issued) throw new Error(`the store holds no outage ${name}`);
  const { certificate, text } = issued;
  await writeFile(file, kind === '.pdf' ? await drawPdf(certificate, text) : text, { mode: 0o600 });
  return `The certificate of ${certificate.outage.number} for the ${reader} is in ${file}, signed with the key ${key.id}.`;
}

await runTool(USAGE, run);
