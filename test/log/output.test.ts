/** Where the lines of the log go, on real files and pipes: a full disk, a closed pipe, a reader that stands still. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, constants, existsSync, openSync, readSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createOutput } from '../../src/log/output.ts';
import { LEASH, testFolder } from '../support/bot/bot-process.ts';
import { childEnvironment } from '../support/child-environment.ts';
import { readPrometheus } from '../support/log/prometheus-text.ts';
import { freePort } from '../support/store/postgres.ts';
import { until } from '../support/until.ts';

const LINE = `${JSON.stringify({ level: 30, msg: 'x'.repeat(980) })}\n`;

/** An output whose time is moved by hand. */
function outputTo(fd: number) {
  const due: (() => void)[] = [];
  onTestFinished(() => closeSync(fd));
  const output = createOutput({ fd, now: () => 1_000, later: (run) => void due.push(run) });
  function passes() {
    for (const run of due.splice(0)) run();
  }
  return { ...output, due, passes };
}

/** A pipe with a name, its writing end as the bot has it, and what stands in it when it is read. */
function pipe() {
  const name = path.join(testFolder(), 'pipe');
  execFileSync('mkfifo', [name]);
  let reader: number | null = null;
  function open() {
    reader = openSync(name, constants.O_RDONLY | constants.O_NONBLOCK);
  }
  function close() {
    if (reader !== null) closeSync(reader);
    reader = null;
  }
  const buffer = Buffer.alloc(4 * 1024 * 1024);
  function read(): string {
    let text = '';
    try {
      for (let count = 1; count > 0; text += buffer.toString('utf8', 0, count)) count = readSync(reader ?? 0, buffer);
    } catch {
      // EAGAIN: nothing stands in it now.
    }
    return text;
  }
  open();
  onTestFinished(close);
  return { name, writer: openSync(name, constants.O_WRONLY | constants.O_NONBLOCK), open, close, read };
}

const messages = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { msg: string; count?: number });

describe.skipIf(process.platform === 'win32')('2.2: the output of the log', () => {
  it('whose reader stands still keeps what can wait, drops and counts the rest, and says so once it is read again, whole lines only', () => {
    const { writer, read } = pipe();
    const output = outputTo(writer);
    for (let line = 0; line < 3_000; line++) output.write(LINE);
    const dropped = output.dropped();
    expect(dropped).toBeGreaterThan(1_000);
    expect(output.due).toHaveLength(1);
    let text = '';
    for (let round = 0; round < 100; round++) {
      text += read();
      output.passes();
    }
    const lines = messages(text);
    expect(lines).toHaveLength(3_000 - dropped + 1);
    expect(lines.filter(({ count }) => count !== undefined)).toEqual([expect.objectContaining({ level: 40, time: 1_000, count: dropped })]);
    expect([output.due, output.dropped()]).toEqual([[], dropped]);
  });

  it('whose reader has gone drops and counts every line, and writes again when another comes', () => {
    const { writer, open, close, read } = pipe();
    const output = outputTo(writer);
    output.write('{"msg":"before"}\n');
    expect(read()).toBe('{"msg":"before"}\n');
    close();
    for (let line = 0; line < 5; line++) output.write(LINE);
    expect([output.dropped(), output.due]).toEqual([5, []]);
    open();
    output.write('{"msg":"after"}\n');
    expect(messages(read())).toMatchObject([{ msg: 'after' }, { count: 5, msg: expect.stringContaining('dropped') }]);
  });

  it.skipIf(!existsSync('/dev/full'))('on a full disk drops and counts every line, and never throws', () => {
    const output = outputTo(openSync('/dev/full', 'w'));
    for (let line = 0; line < 5; line++) output.write(LINE);
    output.end();
    expect([output.dropped(), output.due]).toEqual([5, []]);
  });

  it('that may write no longer drops and counts, as on a descriptor that is read-only or closed', () => {
    const file = path.join(testFolder(), 'log');
    closeSync(openSync(file, 'w'));
    const output = outputTo(openSync(file, 'r'));
    output.write(LINE);
    expect(output.dropped()).toBe(1);
  });

  it('at the end writes what waited for a reader that was merely slow, and gives up on one that stands still', () => {
    const { writer, read } = pipe();
    let time = 0;
    const due: (() => void)[] = [];
    let text = '';
    let slow = true;
    const now = () => {
      if (slow) text += read();
      time += 10;
      return time;
    };
    onTestFinished(() => closeSync(writer));
    const output = createOutput({ fd: writer, now, later: (run) => void due.push(run) });
    for (let line = 0; line < 400; line++) output.write(LINE);
    output.end();
    text += read();
    expect(messages(text)).toHaveLength(400);
    slow = false;
    for (let line = 0; line < 400; line++) output.write(LINE);
    const began = time;
    output.end();
    expect(time - began).toBeLessThan(600);
  });
});

/** At a signal the process logs 20,000 lines. */
const LOUD = `process.on('SIGUSR2', () => { for (let line = 0; line < 20_000; line++) console.log('x'); });`;

describe.skipIf(process.platform === 'win32')('2.2: a bot whose log is broken', { tags: 'full' }, () => {
  it.each<[string, () => { stdout: number | 'pipe'; breaks: () => void }]>([
    ['on a full disk', () => ({ stdout: openSync('/dev/full', 'w'), breaks() {} })],
    [
      'to a pipe whose reader goes away',
      () => {
        const { writer, close } = pipe();
        return { stdout: writer, breaks: close };
      },
    ],
    [
      'to a pipe whose reader stands still',
      () => {
        // As a shell makes it: writing waits for the reader.
        const { name, writer } = pipe();
        const stdout = openSync(name, 'w');
        closeSync(writer);
        return { stdout, breaks() {} };
      },
    ],
    ['to a socket whose reader stands still', () => ({ stdout: 'pipe', breaks() {} })],
  ])('%s answers, counts what it dropped, and ends when it is told to', async (_what, open) => {
    const { stdout, breaks } = open();
    const port = await freePort();
    const bot = spawn(process.execPath, ['--import', LEASH, 'src/main.ts', '--playground'], {
      cwd: path.join(import.meta.dirname, '../..'),
      env: {
        ...childEnvironment(),
        NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(LOUD)}`,
        PORT: String(port),
        LOG_LEVEL: 'debug',
        DATABASE_FILE: path.join(testFolder(), 'desk.sqlite'),
      },
      stdio: ['ignore', stdout, 'ignore', 'ipc'],
    });
    const ended = once(bot, 'exit');
    onTestFinished(async () => {
      bot.kill('SIGKILL');
      await ended;
    });
    const page = async (name: string) => await fetch(`http://127.0.0.1:${port}/${name}`, { signal: AbortSignal.timeout(60_000) });
    const isReady = async () => (await page('readyz').catch(() => null))?.status === 200;
    await until(isReady);
    breaks();
    for (let time = 0; time < 3; time++) {
      bot.kill('SIGUSR2');
      await until(isReady);
    }
    const samples = readPrometheus(await (await page('metrics')).text());
    expect(samples.find(({ name }) => name === 'outage_desk_log_lines_dropped_total')?.value).toBeGreaterThan(1_000);
    bot.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
  });
});
