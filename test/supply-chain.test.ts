/** What of others runs on our machines: exact, from the registry, whole, under licences that allow it, and with no script that we do not know. */
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

/** May be used and passed on with a notice alone. */
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
];
/** For tools of developers: files of their own that we do not change, the data of caniuse-lite, and Microsoft's Playground. */
const FOR_TOOLS = [...FREE, 'MPL-2.0', 'CC-BY-4.0', 'SEE LICENSE IN LICENSE'];
/** Those that name it in an older way, which npm does not read: looked up in the package itself. */
const OLD_WAY: Readonly<Record<string, { readonly license: string; readonly file: string; readonly says: RegExp }>> = {
  cldrjs: { license: 'MIT', file: 'LICENSE-MIT', says: /Permission is hereby granted, free of charge/ },
  'escape-regexp-component': { license: 'MIT', file: 'Readme.md', says: /MIT/ },
  jspath: { license: 'MIT', file: 'LICENSE', says: /Permission is hereby granted, free of charge/ },
};

describe('what we take from others', () => {
  test('is pinned to exact versions', () => {
    const loose = Object.entries({ ...own.dependencies, ...own.devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
    );
    expect(loose).toEqual([]);
  });

  test('is held against its hash, and comes from the registry that the machine is set to', () => {
    expect(packages.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([place]) => place)).toEqual([]);
    expect(packages.filter(([, { resolved }]) => resolved !== undefined).map(([place]) => place)).toEqual([]);
  });

  test('runs a script at its installation only where package.json says yes or no by name', () => {
    const withScript = packages.filter(([, one]) => one.hasInstallScript).map(([place]) => nameOf(place));
    expect(withScript.length).toBeGreaterThan(3);
    expect(withScript.filter((name) => !Object.hasOwn(own.allowScripts, name))).toEqual([]);
    expect(Object.keys(own.allowScripts).filter((name) => !withScript.includes(name))).toEqual([]);
    expect(textOf('.npmrc')).toContain('strict-allow-scripts=true');
  });

  test('has a licence that we looked at', () => {
    expect(packages.length).toBeGreaterThan(100);
    const strange = packages.filter(([place, one]) => {
      const license = one.license ?? OLD_WAY[nameOf(place)]?.license ?? 'none';
      return !(one.dev ? FOR_TOOLS : FREE).includes(license);
    });
    expect(strange.map(([place, { license }]) => `${nameOf(place)}: ${license}`)).toEqual([]);
  });

  test.each(Object.entries(OLD_WAY))('%s has the licence that we wrote down for it', (name, { file, says }) => {
    expect(textOf(`node_modules/${name}/${file}`)).toMatch(says);
  });
});

describe('the container', () => {
  const lines = textOf('Dockerfile')
    .replaceAll('\\\n', ' ')
    .split('\n')
    .filter((line) => !line.startsWith('#') && line !== '');
  const stages = lines.join('\n').split(/^(?=FROM )/m);

  test('runs as somebody who is not root, from the last stage on', () => {
    const last = stages.at(-1)?.split('\n') ?? [];
    const user = last.findLastIndex((line) => line.startsWith('USER '));
    expect(last[user]).toBe('USER node');
    expect(last.findIndex((line) => line.startsWith('ENTRYPOINT'))).toBeGreaterThan(user);
    expect(last.slice(user).filter((line) => /^(RUN|COPY|ADD) /.test(line))).toEqual([]);
  });

  test('holds packages as locked, without their scripts and without tools', () => {
    expect(lines.filter((line) => line.includes('npm ci'))).toEqual(['RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund']);
    expect(lines.filter((line) => /npm (i|install)\b|curl|wget|^ADD /.test(line))).toEqual([]);
  });

  test('is given nothing but the program: no settings, no desk file, no secret', () => {
    const given = textOf('.dockerignore').trim().split('\n');
    expect(given).toEqual(['*', '!package.json', '!package-lock.json', '!.npmrc', '!src']);
    expect(readdirSync(path.join(root, 'src'), { recursive: true }).filter((file) => /\.env|secret/i.test(String(file)))).toEqual([]);
  });
});
