/** Whoever looks up a line of the log, an alarm or a word of the readiness finds it in the runbook, and nothing there is of the past. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ALARM_KINDS, TROUBLE_KINDS } from '../src/engine/watch/troubles.ts';
import { en } from '../src/words/en/index.ts';

const root = path.join(import.meta.dirname, '..');
const runbook = readFileSync(path.join(root, 'env/RUNBOOK.md'), 'utf8');
const section = (name: string): string => {
  const [, text = ''] = runbook.split(`\n## ${name}\n`);
  return text.split('\n## ')[0] ?? '';
};
const rows = (text: string): readonly (readonly string[])[] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(1)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );

const LEVELS = { warn: '40', error: '50' } as const;

/** The calls of the log in the sources, from the name to the bracket that ends it, with what they say: their last text. */
function linesOf(source: string): readonly { readonly level: keyof typeof LEVELS; readonly text: string | undefined }[] {
  return [...source.matchAll(/\blog\.(warn|error)\(/g)].map((call) => {
    const end = endOf(source, call.index + call[0].length);
    const texts = [...source.slice(call.index, end).matchAll(/'([^'\n]*)'|"([^"\n]*)"/g)].map(([, single, double]) => single ?? double);
    return { level: call[1] as keyof typeof LEVELS, text: texts.at(-1) };
  });
}

/** Where the bracket ends that was opened before `from`. Brackets in texts do not count. */
function endOf(source: string, from: number): number {
  let depth = 1;
  let at = from;
  while (depth > 0 && at < source.length) {
    const sign = source[at] ?? '';
    if (sign === "'" || sign === '"' || sign === '`') at = source.indexOf(sign, at + 1);
    else if (sign === '(') depth += 1;
    else if (sign === ')') depth -= 1;
    at += 1;
  }
  return at;
}

const sources = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', 'src'], { cwd: root, encoding: 'utf8' })
  .split('\n')
  .filter((file) => file.endsWith('.ts'));
const said = sources.flatMap((file) => linesOf(readFileSync(path.join(root, file), 'utf8')).map((line) => ({ file, ...line })));

describe('the runbook', () => {
  it('has each line of the log above info with its level, and none that the bot does not write', () => {
    expect(said.filter(({ text }) => !text?.includes(' ')).map(({ file }) => file)).toEqual([]);
    const written = [...new Set(said.map(({ text, level }) => `${text} (${LEVELS[level]})`))].toSorted();
    const told = rows(section('Log lines')).map(([text, level]) => `${text} (${level})`);
    expect(told.toSorted()).toEqual(written);
    expect(written.length).toBeGreaterThan(50);
  });

  it('says of each line what to do', () => {
    expect(rows(section('Log lines')).filter((row) => row.length !== 4 || row.some((cell) => cell === ''))).toEqual([]);
  });

  it('has each alarm with the sentence that the desk reads', () => {
    const kinds = rows(section('Alarms')).map(([kind = '']) => /^`([\w-]+)`/.exec(kind)?.[1]);
    expect(kinds.toSorted()).toEqual([...new Set([...TROUBLE_KINDS, ...ALARM_KINDS])].toSorted());
    const { troubles } = en.watch.alarm;
    for (const kind of TROUBLE_KINDS) {
      const trouble = troubles[kind];
      const sentence = 'heading' in trouble ? trouble.heading : trouble.what.replace(/\.$/, '');
      expect(section('Alarms')).toContain(`| \`${kind}\` ${sentence} |`);
    }
  });

  it('has each alert of Prometheus with its severity, what it means and what to do', () => {
    const { groups } = parse(readFileSync(path.join(root, 'env/deploy/monitoring/alerts.yml'), 'utf8')) as {
      groups: { rules: { alert: string; labels: { severity: string } }[] }[];
    };
    const rules = groups.flatMap((group) => group.rules.map(({ alert, labels }) => `\`${alert}\` ${labels.severity}`));
    const told = rows(section('Alerts'));
    expect(told.map(([name]) => name).toSorted()).toEqual(rules.toSorted());
    expect(told.filter((row) => row.length !== 3 || row.some((cell) => cell === ''))).toEqual([]);
  });

  it('has each word of the readiness', () => {
    const source = readFileSync(path.join(root, 'src/monitoring/readiness.ts'), 'utf8');
    const words = [...source.matchAll(/status: (?:found\.length === 0 \? )?'([^']+)'(?: : '([^']+)')?/g)].flatMap(([, one, other]) => [
      one,
      other,
    ]);
    const missing = words.filter((word) => word !== undefined && !section('Alarms').includes(`\`${word}\``));
    expect(words.length).toBeGreaterThan(3);
    expect(missing).toEqual([]);
  });
});
