/** A copy of the repository to break things in, and what runs in it; it and all its processes are gone in the end. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';

const ROOT = path.join(import.meta.dirname, '../..');
/** What the checks need of the repository. */
const COPIED = ['src', 'test', 'appPackage', 'env', 'package.json', 'tsconfig.json'];
const SECRETS = path.join('env', '.env');

export type Ending = { readonly code: number | null; readonly output: string; readonly tooLong: boolean };

export type Tree = {
  read(file: string): string;
  write(file: string, text: string): void;
  /** A place for a file of ours, outside of what the checks see. */
  own(file: string): string;
  /** Runs Node in the copy. `enough`: ends it at the first line of its output for which it is true. */
  node(args: readonly string[], options?: { enough?: (line: string) => boolean }): Promise<Ending>;
  remove(): void;
};

/** `limitMs`: nothing that is run takes longer; it is killed then. */
export function plantTree(limitMs: number): Tree {
  const folder = mkdtempSync(path.join(tmpdir(), 'outage-desk-mutants-'));
  const copy = path.join(folder, 'copy');
  const own = (file: string) => path.join(folder, file);
  // Checks that are killed leave their temporary files behind; here they go with the copy.
  mkdirSync(own('tmp'));
  for (const one of COPIED) {
    cpSync(path.join(ROOT, one), path.join(copy, one), { recursive: true, filter: (from) => path.relative(ROOT, from) !== SECRETS });
  }
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(copy, 'node_modules'));
  const running = new Set<number>();
  let removed = false;

  return {
    read: (file) => readFileSync(path.join(copy, file), 'utf8'),
    write: (file, text) => writeFileSync(path.join(copy, file), text),
    own,

    async node(args, { enough = () => false } = {}) {
      if (removed) throw new Error('the copy is gone');
      // Detached: a group of its own, so that it ends with all that it started.
      const child = spawn(process.execPath, args, {
        cwd: copy,
        detached: true,
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { ...process.env, TMPDIR: own('tmp'), NO_COLOR: '1', FORCE_COLOR: undefined },
      });
      const { pid } = child;
      if (pid === undefined) throw new Error(`Node could not be started: ${await once(child, 'error').catch((error) => error)}`);
      running.add(pid);
      const lines: string[] = [];
      let tooLong = false;
      for (const stream of [child.stdout, child.stderr]) {
        createInterface({ input: stream }).on('line', (line) => {
          lines.push(line);
          if (enough(line)) endGroup(pid);
        });
      }
      const limit = setTimeout(() => {
        tooLong = true;
        endGroup(pid);
      }, limitMs);
      const [code] = (await once(child, 'close')) as [number | null];
      clearTimeout(limit);
      running.delete(pid);
      // What it started and left running.
      endGroup(pid);
      return { code, output: lines.join('\n'), tooLong };
    },

    remove() {
      removed = true;
      for (const pid of running) endGroup(pid);
      if (existsSync(folder)) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Only a group that we started. */
function endGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
