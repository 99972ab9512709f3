/** The process: reads the environment and the desk file, starts the bot, stops it on a signal. */
import sdkConsole from 'node:console';
import { readFileSync } from 'node:fs';
import { pino } from 'pino';
import { buildApp, readDesk } from './app.ts';
import { ConfigError, readConfig } from './config.ts';

const playground = process.argv.includes('--playground');

function fail(problems: readonly string[]): never {
  process.stderr.write(`The bot did not start:\n${problems.map((problem) => `- ${problem}`).join('\n')}\n`);
  process.exit(1);
}

function readDeskText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new ConfigError([`the desk file ${file} cannot be read. Set DESK_FILE to the path of yours.`], { cause: error });
  }
}

async function start() {
  const config = readConfig(process.env, playground);
  const desk = readDesk(config.DESK_FILE, readDeskText(config.DESK_FILE));
  const log = pino({ level: config.LOG_LEVEL, base: null });
  const app = await buildApp(config, desk, log);
  await app.start();
  return { app, log };
}

const { app, log } = await start().catch((error) =>
  fail(error instanceof ConfigError ? error.problems : [error instanceof Error ? error.message : String(error)]),
);

// The SDK prints there what it refuses, with its stack, one for each forged token: whoever sends those would fill the disk.
for (const method of ['warn', 'error'] as const) {
  sdkConsole[method] = (first: unknown) => log.debug({ said: String(first).slice(0, 200) }, 'the SDK printed something');
}

let stopping = false;
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'stopping');
    app.stop().then(
      () => process.exit(0),
      (error) => {
        log.error({ err: error }, 'the stop failed');
        process.exit(1);
      },
    );
  });
}
// What nobody caught leaves the process in a state that nobody knows: stop; what is stored goes on at the next start.
process.on('uncaughtException', (error) => {
  log.error({ err: error }, 'uncaught; the process ends and a supervisor starts it again');
  process.exit(1);
});
