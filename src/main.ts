/** The process: reads the environment and the desk file, starts the bot, stops it on a signal. */
import { readFileSync } from 'node:fs';
import { pino } from 'pino';
import { type App, buildApp } from './app.ts';
import { ConfigError, readConfig } from './config.ts';
import { describeProblems, readDeskFile } from './desk/read-desk-file.ts';

const playground = process.argv.includes('--playground');

function fail(text: string): never {
  process.stderr.write(`${text}\n`);
  process.exit(1);
}

function readConfigOrFail() {
  try {
    return readConfig(process.env, playground);
  } catch (error) {
    if (error instanceof ConfigError) fail(`The bot did not start.\n${error.problems.map((problem) => `- ${problem}`).join('\n')}`);
    throw error;
  }
}

function readDeskOrFail(file: string) {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    fail(`The bot did not start: the desk file ${file} cannot be read. Set DESK_FILE to the path of yours.`);
  }
  const result = readDeskFile(text);
  if ('problems' in result) fail(`The bot did not start: the desk file has mistakes.\n${describeProblems(file, result.problems)}`);
  return result.desk;
}

const config = readConfigOrFail();
const desk = readDeskOrFail(config.DESK_FILE);
const log = pino({ level: config.LOG_LEVEL, base: null });

let app: App;
try {
  app = await buildApp(config, desk, log);
  await app.start();
} catch (error) {
  fail(`The bot did not start: ${error instanceof Error ? error.message : String(error)}`);
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
