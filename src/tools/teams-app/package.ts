/**
 * `outage-desk package`: writes the app package for Teams. The values come from the environment and from env/.env, of which the
 * environment wins. Those of a file that is named win over both.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseEnv } from 'node:util';
import { ConfigError } from '../../config.ts';
import { buildPackage, readPackageValues } from './app-package.ts';

const FOLDER = path.join(import.meta.dirname, '../../../appPackage');

function readFile(named: string | undefined) {
  const file = named ?? 'env/.env';
  if (named === undefined && !existsSync(file)) return {};
  try {
    return parseEnv(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new ConfigError([`The file ${file} cannot be read. Copy env/.env.example to it, and fill it in.`], { cause });
  }
}

/** `reading`: the app asks for the permissions to read channels and chats. */
export async function writePackage({ env, reading }: { readonly env?: string; readonly reading: boolean }): Promise<string> {
  const set = Object.fromEntries(Object.entries(process.env).filter(([, text]) => text?.trim()));
  const values = readPackageValues(env === undefined ? { ...readFile(env), ...set } : { ...set, ...readFile(env) });
  const { zip, files, version } = await buildPackage(FOLDER, values, { reading });
  const to = path.join(FOLDER, 'build/outage-desk.zip');
  mkdirSync(path.dirname(to), { recursive: true });
  writeFileSync(to, zip);
  return `${to}\nholds ${files.join(', ')}: version ${version} of app ${values.TEAMS_APP_ID}, with bot ${values.BOT_ID}${reading ? ', with the permissions to read' : ''}.\nUpload it as appPackage/README.md says.`;
}
