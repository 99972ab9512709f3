/** The code of the release before this one, from the history of the repository: what older bots do is asked of themselves. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '../..');
const CHANGELOG = '.github/CHANGELOG.md';

export type ReleaseBefore = { readonly version: string; readonly commit: string };

const git = (...args: readonly string[]): string =>
  execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 2 ** 28 });
const newestIn = (changelog: string): string | undefined => /^## (\d+\.\d+\.\d+)/m.exec(changelog)?.[1];

/**
 * The last commit before the changelog began this version. `missing`: why it cannot be had here, with what to do, for whoever would
 * otherwise think that it was tried.
 */
export function releaseBefore(): ReleaseBefore | { readonly missing: string } {
  const version = newestIn(readFileSync(path.join(root, CHANGELOG), 'utf8'));
  try {
    for (const commit of git('log', '--first-parent', '--format=%H', '--', CHANGELOG).split('\n').filter(Boolean)) {
      if (newestIn(git('show', `${commit}:${CHANGELOG}`)) === version) continue;
      return lastOf(commit);
    }
  } catch {
    return { missing: 'there is no git, or this is no checkout. Clone the repository' };
  }
  return { missing: 'the history ends before the last release. Run: git fetch --unshallow' };
}

/** From the last change of the changelog of a release to the last commit before the next one. */
function lastOf(changed: string): ReleaseBefore {
  const version = newestIn(git('show', `${changed}:${CHANGELOG}`)) ?? '';
  const [next = ''] = git('log', '--first-parent', '--reverse', '--format=%H', `${changed}..HEAD`, '--', CHANGELOG).split('\n');
  // Nothing of the next release is committed yet.
  return { version, commit: next === '' ? git('rev-parse', 'HEAD').trim() : git('rev-parse', `${next}^1`).trim() };
}

/** Puts its code into a new folder, with packages of the same versions as it had: ours, or such as npm installs. */
export function checkOut({ commit }: ReleaseBefore, folder: string): void {
  mkdirSync(folder, { recursive: true });
  const tar = `${folder}.tar`;
  git('archive', `--output=${tar}`, commit);
  execFileSync('tar', ['-xf', tar, '-C', folder]);
  rmSync(tar);
  if (hasSamePackages(folder)) symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'));
  else execFileSync('npm', ['ci', '--omit=dev', '--no-audit', '--no-fund'], { cwd: folder, stdio: 'ignore' });
}

function hasSamePackages(folder: string): boolean {
  const read = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as { version: string; dependencies?: Record<string, string> };
  const { dependencies = {} } = read(path.join(folder, 'package.json'));
  const ours = (name: string) => path.join(root, 'node_modules', name, 'package.json');
  return Object.entries(dependencies).every(([name, version]) => existsSync(ours(name)) && read(ours(name)).version === version);
}
