/** What the tools share: how they end. One sentence for whoever typed the command, never a stack. */
import { ConfigError } from '../config.ts';

/** Runs the work of a tool; what it returns is its last line. */
export async function runTool(work: () => Promise<string>, end: (text: string, code: number) => void): Promise<void> {
  // The terminal ends PostgreSQL's tools with it; then we still remove what was half made.
  for (const signal of ['SIGINT', 'SIGHUP'] as const) process.on(signal, () => {});
  try {
    end(`${await work()}\n`, 0);
  } catch (error) {
    const problems = error instanceof ConfigError ? error.problems : [error instanceof Error ? error.message : String(error)];
    end(`Nothing was changed:\n${problems.map((problem) => `- ${problem}`).join('\n')}\n`, 1);
  }
}
