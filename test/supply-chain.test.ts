/** Third-party packages: exact versions, checked against their hashes, under licences that allow our use, with no unknown install script. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const root = path.join(import.meta.dirname, '..');
const textOf = (file: string) => readFileSync(path.join(root, file), 'utf8');

type Package = {
  version?: string;
  license?: string;
  dev?: boolean;
  optional?: boolean;
  integrity?: string;
  resolved?: string;
  hasInstallScript?: boolean;
};
const own = JSON.parse(textOf('package.json')) as {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  allowScripts: Record<string, boolean>;
};
const lock = JSON.parse(textOf('package-lock.json')) as { packages: Record<string, Package> };
const packages = Object.entries(lock.packages).filter(([place]) => place !== '');
const nameOf = (place: string) => place.replace(/^.*node_modules\//, '');

/** Licences that ask for no more than a notice. */
const FREE = [
  'MIT',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'BlueOak-1.0.0',
  'Unlicense',
  'MIT OR Apache-2.0',
  '(AFL-2.1 OR BSD-3-Clause)',
  // Fonts, which may be embedded in what is made with them.
  'MIT AND OFL-1.1',
];
/**
 * libvips, which sharp loads as a library of its own that anybody may replace: what the LGPL asks of who passes that on. Its packages
 * carry the licence and say where the sources are.
 */
const LIBVIPS = ['LGPL-3.0-or-later', 'Apache-2.0 AND LGPL-3.0-or-later', 'Apache-2.0 AND LGPL-3.0-or-later AND MIT'];
/** For development tools, which we do not pass on: MPL-2.0 for files that we do not change, CC-BY-4.0 for data, and Microsoft's Playground. */
const FOR_TOOLS = [...FREE, 'MPL-2.0', 'CC-BY-4.0', 'SEE LICENSE IN LICENSE'];
/** Packages that name their licence in an older way, which npm does not read. Each is looked up in the package itself. */
const READ_BY_HAND: Readonly<Record<string, { readonly license: string; readonly file: string; readonly says: RegExp }>> = {
  cldrjs: { license: 'MIT', file: 'LICENSE-MIT', says: /Permission is hereby granted, free of charge/ },
  'escape-regexp-component': { license: 'MIT', file: 'Readme.md', says: /MIT/ },
  jspath: { license: 'MIT', file: 'LICENSE', says: /Permission is hereby granted, free of charge/ },
  'png-js': { license: 'MIT', file: 'LICENSE', says: /Permission is hereby granted, free of charge/ },
};

describe('third-party packages', () => {
  test('are pinned to exact versions', () => {
    const loose = Object.entries({ ...own.dependencies, ...own.devDependencies }).filter(
      ([, version]) => !/^(npm:[\w@/-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
    );
    expect(loose).toEqual([]);
  });

  test('are checked against their hashes, and come from the registry that the machine is set to', () => {
    expect(packages.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([place]) => place)).toEqual([]);
    expect(packages.filter(([, { resolved }]) => resolved !== undefined).map(([place]) => place)).toEqual([]);
  });

  test('have no install script that package.json neither allows nor forbids by name', () => {
    const withScript = packages.filter(([, one]) => one.hasInstallScript).map(([place]) => nameOf(place));
    expect(withScript.length).toBeGreaterThan(3);
    expect(withScript.filter((name) => !Object.hasOwn(own.allowScripts, name))).toEqual([]);
    expect(Object.keys(own.allowScripts).filter((name) => !withScript.includes(name))).toEqual([]);
    expect(textOf('.npmrc')).toContain('strict-allow-scripts=true');
  });

  test('have a licence that we know', () => {
    expect(packages.length).toBeGreaterThan(100);
    const refused = packages.filter(([place, one]) => {
      const license = one.license ?? READ_BY_HAND[nameOf(place)]?.license ?? 'none';
      const known = /(?:^|\/)@img\/sharp-/.test(place) ? [...FREE, ...LIBVIPS] : FREE;
      return !(one.dev ? FOR_TOOLS : known).includes(license);
    });
    expect(refused.map(([place, { license }]) => `${nameOf(place)}: ${license}`)).toEqual([]);
  });

  test.each(Object.entries(READ_BY_HAND))('%s has the licence that is written down for it', (name, { file, says }) => {
    expect(textOf(`node_modules/${name}/${file}`)).toMatch(says);
  });
});

/** The peers of the bench, which neither the bot nor its tests need: they have a folder and a lock of their own. */
describe('the packages of the peers', () => {
  const folder = 'test/bench/peers';
  const peers = JSON.parse(textOf(`${folder}/package.json`)) as typeof own;
  const peersLock = JSON.parse(textOf(`${folder}/package-lock.json`)) as typeof lock;
  const locked = Object.entries(peersLock.packages).filter(([place]) => place !== '');

  test('are pinned, and checked against their hashes, from the registry that the machine is set to', () => {
    expect(Object.values(peers.dependencies).filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
    expect(locked.length).toBeGreaterThan(100);
    expect(locked.filter(([, { integrity, resolved }]) => !integrity?.startsWith('sha512-') || resolved !== undefined)).toEqual([]);
    expect(textOf(`${folder}/.npmrc`)).toBe(textOf('.npmrc'));
  });

  test('run no install script', () => {
    const withScript = locked.filter(([, one]) => one.hasInstallScript).map(([place]) => nameOf(place));
    expect(Object.keys(peers.allowScripts).toSorted()).toEqual(withScript.toSorted());
    expect(Object.values(peers.allowScripts)).not.toContain(true);
  });

  test("are of the bot's own version, where they are of the same SDK", () => {
    for (const name of ['@microsoft/teams-ai', 'botbuilder', 'restify']) expect(peers.dependencies[name]).toBe(own.dependencies[name]);
  });
});

describe('the container', () => {
  const lines = textOf('Dockerfile')
    .replaceAll('\\\n', ' ')
    .split('\n')
    .filter((line) => !line.startsWith('#') && line !== '');
  const stages = lines.join('\n').split(/^(?=FROM )/m);

  test('does not run as root in its last stage', () => {
    const last = stages.at(-1)?.split('\n') ?? [];
    const user = last.findLastIndex((line) => line.startsWith('USER '));
    expect(last[user]).toBe('USER node');
    expect(last.findIndex((line) => line.startsWith('ENTRYPOINT'))).toBeGreaterThan(user);
    expect(last.slice(user).filter((line) => /^(RUN|COPY|ADD) /.test(line))).toEqual([]);
  });

  test('holds the locked packages, without install scripts and without development tools', () => {
    expect(lines.filter((line) => line.includes('npm ci'))).toEqual(['RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund']);
    expect(lines.filter((line) => /npm (i|install)\b|curl|wget|^ADD /.test(line))).toEqual([]);
  });

  test('is given the program alone: no settings, no desk file, no secret', () => {
    const given = textOf('.dockerignore').trim().split('\n');
    expect(given).toEqual(['*', '!package.json', '!package-lock.json', '!.npmrc', '!src']);
    expect(
      readdirSync(path.join(root, 'src'), { recursive: true }).filter((file) => /\.env|secret.*(?<!\.ts)$/i.test(String(file))),
    ).toEqual([]);
  });
});
