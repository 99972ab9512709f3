/** What the tools share: how they end. One sentence for whoever typed the command, never a stack. */
import { ConfigError } from '../config.ts';
import { sayError } from '../log/describe-error.ts';
import { BackupError } from '../store/after-restore.ts';

/** Runs the work of a tool; what it returns is its last line. `usage`: said for arguments that nobody knows. */
export async function runTool(usage: string, work: () => Promise<string>, end: (text: string, code: number) => void): Promise<void> {
  // The terminal ends PostgreSQL's tools with it; then we still remove what was half made.
  for (const signal of ['SIGINT', 'SIGHUP'] as const) process.on(signal, () => {});
  try {
    end(`${await work()}\n`, 0);
  } catch (error) {
    end(
      `Nothing was changed:\n${problemsOf(error, usage)
        .map((problem) => `- ${problem}`)
        .join('\n')}\n`,
      1,
    );
  }
}

function problemsOf(error: unknown, usage: string): readonly string[] {
  if (error instanceof ConfigError) return error.problems;
  if (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_')) return [usage];
  // What it says, and what it quotes of the database, its maker chose for whoever runs the tool.
  return [error instanceof BackupError ? error.message : sayError(error)];
}
