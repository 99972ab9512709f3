/** Says whether a certificate is what the desk signed: for `outage-desk verify --certificate FILE`. */
import { readFile } from 'node:fs/promises';
import type { Certificate } from '../../certificate/document.ts';
import { drawPdf, fileIn } from '../../certificate/pdf.ts';
import { judge, keyIn, type PublicKey, readPublicKeys } from '../../certificate/sign.ts';
import { ConfigError, readStorage } from '../../config.ts';
import { openForTools } from '../../store/tools/open.ts';

/** `key`: a file with public keys; without it the key of the settings. `store`: whether the record of this desk must have the same head. */
export type Checked = { readonly isValid: boolean; readonly text: string };
export async function checkCertificate(
  file: string,
  { key, store }: { key?: string | undefined; store?: boolean | undefined },
): Promise<Checked> {
  const bytes = await readFile(file);
  const isPdf = bytes.toString('latin1', 0, 5) === '%PDF-';
  const text = isPdf ? fileIn(bytes) : bytes.toString();
  const judged = text === null ? { wrong: 'it holds no certificate' } : judge(text, await keysOf(key));
  const wrong =
    'wrong' in judged ? judged.wrong : await wrongWith(judged.certificate, { pdf: isPdf ? bytes : null, text: text ?? '', store });
  if (wrong !== null || 'wrong' in judged) return { isValid: false, text: `Not valid: ${wrong}.` };
  return { isValid: true, text: `Valid: signed with the key ${judged.keyId}.\n${JSON.stringify(judged.certificate, null, 2)}` };
}

async function keysOf(file: string | undefined): Promise<readonly PublicKey[]> {
  if (file !== undefined) return readPublicKeys(await readFile(file, 'utf8'));
  const own = keyIn(process.env);
  if (!own)
    throw new ConfigError([
      'Name a file with the public key of the desk: --key PUBLIC.pem. The certificate says where the desk publishes it.',
    ]);
  return [own];
}

async function wrongWith(
  certificate: Certificate,
  { pdf, text, store }: { pdf: Buffer | null; text: string; store?: boolean | undefined },
) {
  if (pdf && !(await drawPdf(certificate, text)).equals(pdf))
    return 'the signed file in it is valid, but its pages are not those that this version draws of it. Trust the signed file alone';
  if (!store) return null;
  const { events, head } = certificate.record;
  await using opened = await openForTools(readStorage(process.env));
  const held = await opened.db
    .selectFrom('outage_event')
    .select('hash')
    .where('hash', '=', head)
    .where('seq', '=', events)
    .executeTakeFirst();
  return held ? null : 'it is signed, but the record of this desk has no such event: it was changed since, or is that of another desk';
}
