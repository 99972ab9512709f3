/** `outage-desk certificate OUT-1042 FILE`: writes the certificate of an outage. The bots may run. */
import path from 'node:path';
import type { Reader } from '../../certificate/document.ts';
import { createIssue } from '../../certificate/issue.ts';
import { drawPdf } from '../../certificate/pdf.ts';
import { keyIn } from '../../certificate/sign.ts';
import { ConfigError } from '../../config.ts';
import { numberNamed } from '../../store/tools/audit-trail.ts';
import { wordsFor, wordsOfDesk } from '../../words/words.ts';
import { readDeskOfSettings, withStore, writeWhole } from '../tool.ts';

/** `for`: with what that reader may see. `zone`, `language`: of a PDF; without them those of the desk. */
export type IssueOptions = { readonly for: Reader; readonly zone?: string; readonly language?: string };

/** `name`: such as OUT-1042. `file`: ends with .json or .pdf. */
export async function issueCertificate(name: string, file: string, options: IssueOptions): Promise<string> {
  const desk = readDeskOfSettings();
  const key = keyIn(process.env);
  if (!key)
    throw new ConfigError(['CERTIFICATE_KEY is not set: make a key with npx outage-desk keys, and name its file in CERTIFICATE_KEY_FILE.']);
  const { language } = options.language ? wordsFor(options.language) : wordsOfDesk(desk);
  const reader = options.for;
  const issued = await withStore(async ({ outages, audit }) => {
    const number = numberNamed(name);
    const outageId = number === null ? null : await outages.idByNumber(number);
    const wanted = { seq: null, reader, timeZone: options.zone ?? desk.file.desk.timeZone, language, issuedAt: await outages.now() };
    return outageId && (await createIssue({ desk, key, outages, audit })({ outageId, ...wanted }));
  });
  if (!issued) throw new Error(`the store holds no outage ${name}`);
  const { certificate, text } = issued;
  const content = path.extname(file) === '.pdf' ? await drawPdf(certificate, text) : text;
  await writeWhole(file, async (add) => void (await add(content)));
  return `The certificate of ${certificate.outage.number} for the ${reader} is in ${file}, signed with the key ${key.id}.`;
}
