/**
 * `npm run keys [-- FILE]`: makes the key with which the desk signs certificates, for its owner alone, and never over another file.
 * `npm run keys -- --public`: prints the public half of the key that is in use.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { jwkOf, keyIn, newKey, type PublicKey, pemOf, readKey } from '../../certificate/sign.ts';
import { ConfigError } from '../../config.ts';
import { runTool } from '../tool.ts';

const FILE = '.data/certificate-key.pem';
const USAGE = `usage: npm run keys [-- FILE] [-- --public]
  makes a key in FILE (${FILE} without one), or with --public prints the public half of CERTIFICATE_KEY`;
const NO_KEY = 'CERTIFICATE_KEY is not set: make a key with npm run keys, and set CERTIFICATE_KEY_FILE to the path of its file.';

async function run(): Promise<string> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { public: { type: 'boolean' } } });
  const [file = FILE, ...more] = positionals;
  if (more.length > 0 || (values.public && positionals.length > 0)) throw new ConfigError([USAGE]);
  const pem = newKey();
  const key = values.public ? keyIn(process.env) : readKey(pem);
  if (!key) throw new ConfigError([NO_KEY]);
  if (values.public) return publicHalf(key);
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  await writeFile(file, pem, { flag: 'wx', mode: 0o600 }).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EEXIST' ? new ConfigError([`${file} is there already. Name another FILE to make a new key beside it.`]) : error;
  });
  return [
    `The private key is in ${file}. Keep it secret, and back it up. Set CERTIFICATE_KEY_FILE=${file}`,
    'Publish this public half at certificateKeyUrl of the desk file, beside those of earlier keys: certificates that they signed stay valid.',
    publicHalf(key),
  ].join('\n');
}

const publicHalf = (key: PublicKey): string => `\nKey ${key.id}\n${pemOf(key)}\n${JSON.stringify(jwkOf(key))}`;

await runTool(USAGE, run);
