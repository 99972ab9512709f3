/** Keeps the pages true where a machine can tell: links, paths, commands, settings, and the length of the README. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { commandOf } from '../src/commands/commands.ts';
import { environmentSchema, SECRETS } from '../src/config.ts';

const root = path.join(import.meta.dirname, '..');
const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
  .split('\n')
  .filter((file) => existsSync(path.join(root, file)));
const pages = tracked.filter((file) => file.endsWith('.md')).map((file) => ({ file, text: readFileSync(path.join(root, file), 'utf8') }));
const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> };

/** The anchor that a host of Git makes of a heading. */
const anchorOf = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .replace(/\s/g, '-');
const anchorsOf = (text: string): readonly string[] => [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading));

/** What is quoted as code, outside of blocks of code. */
const quoted = (text: string): readonly string[] =>
  [...text.replace(/^```[\s\S]*?^```/gm, '').matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);

describe('the pages', () => {
  test('are there', () => {
    expect(pages.map(({ file }) => file)).toEqual(
      expect.arrayContaining(['README.md', 'env/README.md', 'src/README.md', 'src/DECISIONS.md', 'test/README.md', 'appPackage/README.md']),
    );
  });

  test('link only to what is there', () => {
    const dead = pages.flatMap(({ file, text }) =>
      [...text.matchAll(/\]\(([^)\s]+)\)/g)]
        .map(([, target = '']) => target)
        .filter((target) => !/^[a-z]+:/.test(target))
        .filter((target) => {
          const [where = '', anchor] = target.split('#');
          const to = path.join(root, where === '' ? file : path.join(path.dirname(file), where));
          return !existsSync(to) || (anchor !== undefined && !anchorsOf(readFileSync(to, 'utf8')).includes(anchor));
        })
        .map((target) => `${file}: ${target}`),
    );
    expect(dead).toEqual([]);
  });

  test('name only files that are there', () => {
    const dead = pages.flatMap(({ file, text }) =>
      quoted(text)
        .filter((code) => /^[.\w-]+(?:\/[.\w-]+)+\.(?:ts|json|md|ya?ml|run)$/.test(code))
        .filter((code) => !/^env\/desk\.yaml$|^\.artifacts\/|^\.data\/|^appPackage\/build\//.test(code))
        .filter(
          (code) =>
            ![root, path.join(root, 'src'), path.join(root, 'test'), path.dirname(path.join(root, file))].some((base) =>
              existsSync(path.join(base, code)),
            ),
        )
        .map((code) => `${file}: ${code}`),
    );
    expect(dead).toEqual([]);
  });

  test('name only commands of npm that are there', () => {
    const named = pages.flatMap(({ file, text }) =>
      [...text.matchAll(/npm run (?:--silent )?([a-z][\w:-]*)/g)].map(([, name = '']) => ({ file, name })),
    );
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter(({ name }) => scripts[name] === undefined)).toEqual([]);
  });

  test('name only commands of the program that are there, and each is a script of npm as well', () => {
    const program = readFileSync(path.join(root, 'src/outage-desk.ts'), 'utf8');
    const commands = [...program.matchAll(/^command\(\s*'([a-z]+)'/gm)].map(([, name = '']) => name);
    const named = pages.flatMap(({ file, text }) =>
      [...text.matchAll(/(?:npx|bot) outage-desk ([a-z]+)/g)].map(([, name = '']) => ({ file, name })),
    );
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter(({ name }) => !commands.includes(name))).toEqual([]);
    const called = Object.entries(scripts).flatMap(
      ([script, command]) => / src\/outage-desk\.ts (\w+)$/.exec(command)?.[1] === script || [],
    );
    expect(called).toHaveLength(commands.length);
  });

  test('15.9 tell people to write only what the bot understands', () => {
    const said = pages.flatMap(({ text }) => quoted(text).flatMap((code) => /^@Outage Desk (.+)$/.exec(code)?.[1] ?? []));
    expect(said.length).toBeGreaterThan(10);
    expect(said.filter((words) => commandOf(words) === null)).toEqual([]);
  });

  test('have a line for each setting, and no line for what is none', () => {
    const [text = ''] = pages.find(({ file }) => file === 'env/README.md')?.text.split('## The desk file: every key') ?? [];
    const rows = [...text.matchAll(/^\| `([A-Za-z_]+)`(?:, or `([A-Z_]+)`)? \|/gm)]
      .flatMap(([, ...names]) => names.filter(Boolean))
      .filter((name) => name !== 'HEARTBEAT_URL');
    const settings = [...Object.keys(environmentSchema.shape), ...SECRETS.map((name) => `${name}_FILE`)];
    expect(new Set([...rows, 'HEARTBEAT_URL'])).toEqual(new Set(settings));
  });
});

// The next version has no date yet.
test('the newest entry of the changelog that has a date is of this version', () => {
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
  const [, newest] = pages.find(({ file }) => file === '.github/CHANGELOG.md')?.text.match(/^## (\S+) \(/m) ?? [];
  expect(newest).toBe(version);
});

describe('the README', () => {
  const text = pages.find(({ file }) => file === 'README.md')?.text ?? '';

  test('can be read in a few minutes', () => {
    expect(text.split('\n').length).toBeLessThanOrEqual(121);
    expect(text.split('\n').filter((line) => line.length > 140)).toEqual([]);
    expect(text.split(/\s+/).length).toBeLessThanOrEqual(1_200);
  });
});

describe('the guides', () => {
  test.each(pages.filter(({ file }) => file.startsWith('appPackage/guides/')))(
    '$file says only words that the bot understands',
    ({ text }) => {
      const words = quoted(text)
        .map((code) => code.replace(/^@Outage Desk /, ''))
        .filter((code) => !/[./]\w+$/.test(code) && code !== 'administrators');
      expect(words.length).toBeGreaterThan(0);
      expect(words.filter((said) => commandOf(said) === null)).toEqual([]);
    },
  );
});
