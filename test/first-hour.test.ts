/** The tutorial says what is true: its desk file, its commands, what one reads in Teams, and what the log and the check say. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { checkDesk } from '../src/desk/check.ts';
import { readDeskFile } from '../src/desk/file/read-desk-file.ts';
import { gradeOf } from './support/words/reading.ts';

const root = path.join(import.meta.dirname, '..');
const page = readFileSync(path.join(root, 'env/FIRST-HOUR.md'), 'utf8');
const sources = (folder: string) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(path.join(root, folder, file), 'utf8'))
    .join('\n');
/** A text as it stands in the code, where a quote may be written in two ways. */
const isIn = (code: string, text: string) => code.includes(text) || code.replaceAll("\\'", "'").includes(text);

/** The hardest that a page for strangers may be: what somebody reads with ease after so many years of school. */
const HARDEST_GRADE = 6;

describe('the first hour', () => {
  it('has a desk file that the bot takes, and in which only its examples are wrong', () => {
    const [, text = ''] = /```yaml\n([\s\S]*?)```/.exec(page) ?? [];
    const result = readDeskFile(text);
    expect(result).not.toHaveProperty('problems');
    if (!('desk' in result)) return;
    expect(checkDesk(result.desk, Date.UTC(2026, 11, 1), []).findings).toEqual([]);
  });

  it('says of the bot in Teams only what it says', () => {
    const words = sources('src/words/en');
    const said = [...page.matchAll(/"([A-Z][^"\n]{8,}?)\.?"/g)].map(([, text = '']) => text);
    // Of the Teams CLI, of systemd, and of Teams itself.
    const others = ['App created successfully!', 'Unable to reach app', 'Something went wrong', 'The bot did not start:'];
    const ours = said.filter((text) => !others.includes(text));
    expect(ours.length).toBeGreaterThan(10);
    const tools = `${words}\n${sources('src/teams/live')}`;
    expect(ours.filter((text) => !isIn(tools, text))).toEqual([]);
    expect(isIn(readFileSync(path.join(root, 'src/main.ts'), 'utf8'), 'The bot did not start:')).toBe(true);
  });

  it('names lines of the log and words of the check that there are', () => {
    const code = sources('src');
    const [, trouble = ''] = page.split('\n## Trouble\n');
    const firstCells = trouble.split('\n').flatMap((line) => /^\| (?!the check|the log|the person|---)([^|]+) \|/.exec(line)?.[1] ?? []);
    const lines = firstCells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, text = '']) => text));
    expect(lines.length).toBeGreaterThan(8);
    expect(lines.filter((text) => !isIn(code, text))).toEqual([]);
    const ofCheck = [
      'DNS does not know ',
      'Nothing listens at ',
      'The certificate of ',
      ' answers 401, as a bot does, but does not show that it is this desk',
      'Microsoft gives the bot no token (',
      "does not let the bot into the desk's channel (403)",
      "does not find the desk's channel (",
      'No channel is the support desk yet',
    ];
    const live = sources('src/teams/live');
    expect(ofCheck.filter((text) => !isIn(live, text))).toEqual([]);
    for (const text of ['"msg":"listening"', '"msg":"the store is ready"']) expect(page).toContain(text);
    for (const text of ['listening', 'the store is ready', 'no channel is the support desk yet']) expect(code).toContain(`'${text}`);
  });

  it('turns on by its command what Teams fetches, and nothing else', () => {
    const command = /sudo (sed -i -E -e .*OUTAGE_DESK_HOST.*) \/etc\/caddy\/Caddyfile/.exec(page)?.[1] ?? '';
    const folder = mkdtempSync(path.join(tmpdir(), 'outage-desk-first-hour-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const file = path.join(folder, 'Caddyfile');
    const example = readFileSync(path.join(root, 'env/deploy/Caddyfile'), 'utf8');
    writeFileSync(file, example);
    execFileSync('bash', ['-c', `${command} ${file}`]);
    const changed = readFileSync(file, 'utf8').split('\n');
    const differs = example.split('\n').flatMap((line, index) => (line === changed[index] ? [] : [changed[index]?.trim()]));
    expect(differs).toEqual([
      'desk.example.com {',
      '@shown {',
      'method GET HEAD',
      'path /files/* /on-call/* /certificates/*',
      '}',
      'handle @shown {',
      'reverse_proxy {$OUTAGE_DESK_BOT:127.0.0.1:3978}',
      '}',
    ]);
    if (!existsSync('/usr/bin/caddy')) return;
    const { status, stderr } = spawnSync('/usr/bin/caddy', ['adapt', '--adapter', 'caddyfile', '--config', file], { encoding: 'utf8' });
    expect({ status, stderr }).toMatchObject({ status: 0 });
  });

  it('puts in place what is there, where the service looks for it', () => {
    const service = readFileSync(path.join(root, 'env/deploy/outage-desk.service'), 'utf8');
    const installed = [...page.matchAll(/install -m \d+ (?:-g \S+ )?\/opt\/outage-desk\/(\S+)/g)].map(([, file = '']) => file);
    expect(installed).toEqual(expect.arrayContaining(['env/deploy/outage-desk']));
    for (const file of installed) expect(existsSync(path.join(root, file)), file).toBe(true);
    expect(service).toMatch(/EnvironmentFile=\/etc\/outage-desk\/outage-desk\.env/);
    // What the service says itself must not stand in the file, which would win.
    const taken = /\^\(([A-Z_|]+)\)=/.exec(page)?.[1]?.split('|') ?? [];
    expect(taken.toSorted()).toEqual(['DATABASE_FILE', 'DESK_FILE', 'HOST']);
  });

  it('is in plain words', () => {
    const prose = page
      .replace(/^\s*```[\s\S]*?^\s*```/gm, '')
      .split('\n')
      .filter((line) => !/^(?:\||#|\s*```)/.test(line))
      .join(' ')
      .replace(/`[^`]*`|\]\([^)]*\)|https?:\S+/g, 'it');
    expect(gradeOf(prose.split(/(?<=[.:?])\s+/))).toBeLessThan(HARDEST_GRADE);
  });
});
