/**
 * `npm run package -- [--env FILE] [--reading]`: writes the app package for Teams. The values come from the environment and from the
 * file, env/.env when none is named; the environment wins.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs, parseEnv } from 'node:util';
import { ConfigError } from '../config.ts';
import { buildPackage, readPackageValues } from './app-package.ts';
import { runTool } from './tool.ts';

const USAGE = 'usage: npm run package -- [--env FILE] [--reading]; --reading asks for the permissions to read channels and chats';
const FOLDER = path.join(import.meta.dirname, '../../appPackage');

function readFile(named: string | undefined) {
  const file = named ?? 'env/.env';
  if (named === undefined && !existsSync(file)) return {};
  try {
    return parseEnv(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new ConfigError([`The file ${file} cannot be read. Copy env/.env.example to it, and fill it in.`], { cause });
  }
}

await runTool(USAGE, async () => {
  const { values: said } = parseArgs({ options: { env: { type: 'string' }, reading: { type: 'boolean' }, help: { type: 'boolean' } } });
  const set = Object.fromEntries(Object.entries(process.env).filter(([, text]) => text?.trim()));
  const values = readPackageValues({ ...readFile(said.env), ...set });
  const { zip, files, version } = await buildPackage(FOLDER, values, { reading: said.reading ?? false });
  const to = path.join(FOLDER, 'build/outage-desk.zip');
  mkdirSync(path.dirname(to), { recursive: true });
  writeFileSync(to, zip);
  return `${to}\nholds ${files.join(', ')}: version ${version} of app ${values.TEAMS_APP_ID}, with bot ${values.BOT_ID}${said.reading ? ', with the permissions to read' : ''}.\nUpload it as appPackage/README.md says.`;
});
