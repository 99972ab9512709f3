/** The process: reads the environment and the desk file, starts the bot, stops it on a signal. */
import processConsole from 'node:console';
import { useCompileCache } from './compile-cache.ts';
import { sayError } from './log/describe-error.ts';

const playground = process.argv.includes('--playground');

function fail(problems: readonly string[]): never {
  process.stderr.write(`The bot did not start:\n${problems.map((problem) => `- ${problem}`).join('\n')}\n`);
  process.exit(1);
}
async function failWith(error: unknown): Promise<never> {
  const { ConfigError } = await import('./config.ts');
  return fail(error instanceof ConfigError ? error.problems : [sayError(error)]);
}
// Without this Node would print everything that the error holds.
process.once('uncaughtException', failWith);

async function start() {
  const problem = useCompileCache(process.env.NODE_COMPILE_CACHE, process.env.DATABASE_FILE);
  if (problem !== null) fail([problem]);
  // Loaded only now, with what is kept compiled.
  const { readConfig, readDeskText, withSecretFiles } = await import('./config.ts');
  const { createLog } = await import('./log/create-log.ts');
  const { createOutput } = await import('./log/output.ts');
  const config = readConfig(withSecretFiles(process.env), playground);
  const { buildApp, readDesk } = await import('./app.ts');
  const desk = readDesk(config.DESK_FILE, readDeskText(config.DESK_FILE));
  const output = createOutput({ now: Date.now, later: (run, ms) => void setTimeout(run, ms).unref() });
  process.once('exit', output.end);
  const log = createLog({ level: config.LOG_LEVEL, destination: output });
  // Node's warnings and what the SDK prints may quote anything. The SDK prints each forged token with a stack, so an attacker could fill the disk.
  process.removeAllListeners('warning');
  process.on('warning', (warning) => log.warn({ err: warning }, 'Node warns'));
  for (const method of ['log', 'info', 'debug', 'trace', 'dir', 'warn', 'error'] as const) {
    processConsole[method] = (...printed: unknown[]) =>
      log.debug({ said: method, err: printed.find((one) => one instanceof Error) }, 'something was printed');
  }
  const app = await buildApp(config, desk, log, {
    droppedLines: output.dropped,
    environment: process.env,
    onStoreLost(error) {
      log.error({ err: error }, 'the store can no longer be trusted; the process ends');
      process.exit(1);
    },
  });
  await app.start();
  return { app, log };
}

const { app, log } = await start().catch(failWith);

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
// After an uncaught error the state of the process is unknown, so it stops. What is stored goes on at the next start.
process.off('uncaughtException', failWith).on('uncaughtException', (error) => {
  log.error({ err: error }, 'uncaught error; the process ends and a supervisor starts it again');
  process.exit(1);
});
