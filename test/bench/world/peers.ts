/** The peers: echo bots of the SDKs of our field, in a folder with packages and a lock of its own. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';

export const PEERS = ['teams-ai', 'botbuilder', 'teams-sdk', 'agents-sdk', 'restify'] as const;
export type PeerName = (typeof PEERS)[number];

const folder = 'test/bench/peers';
export const programOf = (name: PeerName): string => path.join(folder, `${name}.js`);

/** Installs their packages where they are not there yet. Throws with what npm says. */
export async function installPeers(): Promise<void> {
  if (existsSync(path.join(folder, 'node_modules/.package-lock.json'))) return;
  await promisify(execFile)('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder });
}
