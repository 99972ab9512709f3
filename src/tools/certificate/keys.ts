/**
 * `outage-desk keys`: makes the key with which the desk signs certificates, for its owner alone, and never over another file.
 * `outage-desk keys --public`: prints the public half of the key that is in use.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { jwkOf, keyIn, newKey, type PublicKey, pemOf, readKey } from '../../certificate/sign.ts';
import { ConfigError } from '../../config.ts';

const NO_KEY = 'CERTIFICATE_KEY is not set: make a key with npx outage-desk keys, and set CERTIFICATE_KEY_FILE to the path of its file.';

export const showPublicKey = async (): Promise<string> => publicHalf(keyIn(process.env));

export async function makeKey(file: string): Promise<string> {
  const pem = newKey();
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  await writeFile(file, pem, { flag: 'wx', mode: 0o600 }).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EEXIST' ? new ConfigError([`${file} is there already. Name another FILE to make a new key beside it.`]) : error;
  });
  return [
    `The private key is in ${file}. Keep it secret, and back it up. Set CERTIFICATE_KEY_FILE=${file}`,
    'Publish this public half at certificateKeyUrl of the desk file, beside those of earlier keys: certificates that they signed stay valid.',
    publicHalf(readKey(pem)),
  ].join('\n');
}

function publicHalf(key: PublicKey | null): string {
  if (!key) throw new ConfigError([NO_KEY]);
  return `\nKey ${key.id}\n${pemOf(key)}\n${JSON.stringify(jwkOf(key))}`;
}
