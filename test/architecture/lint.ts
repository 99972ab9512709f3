/** Runs the real Biome, with the rules of this repository, on files that are written for a test. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { SourceFile } from './checker.ts';

const root = path.join(import.meta.dirname, '../..');
/** The rules that keep the rooms apart; Biome finds other things in these files, too. */
const RULES = ['plugin', 'lint/style/noRestrictedGlobals', 'lint/style/noRestrictedImports', 'lint/suspicious/noImportCycles'];

type Config = {
  readonly vcs: object;
  readonly plugins: readonly { readonly path: string; readonly includes: readonly string[] }[];
  readonly overrides: readonly { readonly includes: readonly string[] }[];
};
export const config = JSON.parse(readFileSync(path.join(root, 'biome.json'), 'utf8')) as Config;

export type Violation = {
  readonly file: string;
  readonly line: number;
  /** The text that breaks a rule. */
  readonly use: string;
  readonly message: string;
};

type Diagnostic = { category: string; message: string; location: { path: string; start: Place; end: Place } };
type Place = { readonly line: number; readonly column: number };

/** All that Biome says of these files, file by file and line by line. Each file needs a path of its own. */
export function lint(files: readonly SourceFile[]): readonly Violation[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'rooms-'));
  try {
    const { vcs: _, ...rest } = config;
    writeFileSync(path.join(folder, 'biome.json'), JSON.stringify(rest));
    for (const name of readdirSync(import.meta.dirname).filter((one) => one.endsWith('.grit')))
      cpSync(path.join(import.meta.dirname, name), path.join(folder, 'test/architecture', name));
    for (const file of files) {
      mkdirSync(path.join(folder, path.dirname(file.path)), { recursive: true });
      writeFileSync(path.join(folder, file.path), file.text);
    }
    const biome = path.join(root, 'node_modules/@biomejs/biome/bin/biome');
    const args = [biome, 'lint', '--reporter=json', '--max-diagnostics=none', '.'];
    const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
    if (!stdout.startsWith('{')) throw new Error(`Biome said nothing that can be read: ${stderr}`);
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: readonly Diagnostic[] };
    return diagnostics
      .filter(({ category }) => RULES.includes(category))
      .map(({ message, location }) => {
        const text = files.find((file) => file.path === location.path)?.text.split('\n')[location.start.line - 1] ?? '';
        const end = location.end.line === location.start.line ? location.end.column : undefined;
        return { file: location.path, line: location.start.line, use: text.slice(location.start.column - 1, end && end - 1), message };
      })
      .sort((one, other) => one.line - other.line);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
