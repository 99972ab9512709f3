#!/usr/bin/env node
/**
 * `npx outage-desk`: starts the program (outage-desk.ts) by the Node that npm brought, because the machine's own may be older and run no
 * TypeScript. So this file is JavaScript for Node 20. It passes on signals, and ends as the program ends.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
/** The first that runs TypeScript as this code needs it. */
const LEAST = 24;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

const brought = path.join(ROOT, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');
const isNew = Number(process.versions.node.split('.')[0]) >= LEAST;
// An image has a Node of its own, and no other.
const node = existsSync(brought) ? brought : isNew ? process.execPath : null;

function fail(why) {
  process.stderr.write(`Outage Desk did not start: ${why}. Run npm ci in ${ROOT}, which brings Node ${LEAST}.\n`);
  process.exit(1);
}
if (!node) fail(`it needs Node ${LEAST}, and this is ${process.versions.node}`);

const settings = path.join(ROOT, 'env/.env');
const given = existsSync(settings) ? [`--env-file=${settings}`] : [];
const program = spawn(node, [...given, path.join(ROOT, 'src/outage-desk.ts'), ...process.argv.slice(2)], { stdio: 'inherit' });
for (const signal of SIGNALS) process.on(signal, () => program.kill(signal));
program.once('error', ({ message }) => fail(message));
program.once('exit', (code, signal) => {
  if (!signal) process.exit(code);
  for (const one of SIGNALS) process.removeAllListeners(one);
  process.kill(process.pid, signal);
});
