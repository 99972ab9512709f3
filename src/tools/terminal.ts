/** What only a person at a terminal sees: how far long work is, and a question before something goes for good. */
import { createInterface } from 'node:readline';
import { SingleBar } from 'cli-progress';
import { ConfigError } from '../config.ts';
import type { Report } from '../store/tools/open.ts';
import { UsageError } from './tool.ts';

/** A bar while the work runs; it has no colours, and is gone when the work has ended. Nothing in a pipe, in a file or in CI. */
export function progressOf(what: string): { readonly report: Report } & Disposable {
  const { stderr, env } = process;
  if (!stderr.isTTY || env.CI || env.TERM === 'dumb') return { report: () => {}, [Symbol.dispose]: () => {} };
  const format = `{bar} {percentage} % of {total} ${what}, {eta_formatted} left`;
  // It changes nothing of the terminal, so Ctrl-C may end the work at any time.
  const plain = { barCompleteChar: '#', barIncompleteChar: '.', linewrap: true, gracefulExit: false };
  const bar = new SingleBar({ ...plain, format, stream: stderr, clearOnComplete: true });
  let isShown = false;
  return {
    report(done, all) {
      if (!isShown) bar.start(all, 0);
      isShown = true;
      bar.update(done);
    },
    [Symbol.dispose]: () => bar.stop(),
  };
}

/**
 * Says what will go, and asks for "yes". `yes`: it was said with --yes. Throws when the answer is another one, and where nobody is there to
 * ask: a script must say --yes.
 */
export async function confirm(goes: readonly string[], { yes }: { readonly yes: boolean }): Promise<void> {
  if (yes) return;
  process.stderr.write(`${goes.join('\n')}\n`);
  if (!process.stdin.isTTY || !process.stderr.isTTY)
    throw new UsageError(['nobody is at a terminal to be asked whether to do this. Add --yes if you mean it']);
  if ((await answerTo('Type yes to do it: ')).trim().toLowerCase() !== 'yes') throw new ConfigError(['the answer was not yes']);
}

/** Empty when the person ended it, as with Ctrl-C or Ctrl-D. */
async function answerTo(question: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = new Promise<string>((resolve) => {
    terminal.question(question, resolve);
    terminal.once('close', () => resolve(''));
  });
  return await answer.finally(() => terminal.close());
}
