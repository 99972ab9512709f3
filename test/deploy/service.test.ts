/** The examples of services, judged by systemd's own checker, and what they run. */
// @module-tag full
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, onTestFinished } from 'vitest';

const root = path.join(import.meta.dirname, '../..');
const CHECKER = '/usr/bin/systemd-analyze';
const notThere = existsSync(CHECKER) ? '' : ' (there is no systemd-analyze here)';

/** Of 10, where 10 is a service that may do everything. */
const MOST_EXPOSED = 2;

const FOLDER = path.join(root, 'env/deploy');

/** Judges a file among the others, as they would lie in systemd's folder. `change`: of the text of that file. */
function analyze(file: string, command: readonly string[], change = (text: string) => text) {
  const folder = mkdtempSync(path.join(tmpdir(), 'outage-desk-service-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const name of UNITS) {
    const text = readFileSync(path.join(FOLDER, name), 'utf8').replaceAll('/opt/outage-desk', root);
    writeFileSync(path.join(folder, name), name === file ? change(text) : text);
  }
  const { status, stdout, stderr } = spawnSync(CHECKER, [...command, path.join(folder, file)], { encoding: 'utf8' });
  return { status, said: `${stdout}${stderr}` };
}

const UNITS = readdirSync(FOLDER).filter((name) => /\.(?:service|timer)$/.test(name));

describe.skipIf(notThere !== '')(`the examples for systemd${notThere}`, () => {
  it.each(UNITS)('%s is right for systemd, which would name a word that it does not know', (file) => {
    expect(analyze(file, ['verify']).said).toBe('');
    expect(analyze(file, ['verify'], (text) => text.replace('Description=', 'Desrciption=')).said).toContain('Desrciption');
  });

  it.each(UNITS.filter((file) => file.endsWith('.service')))('%s may do little', (file) => {
    const { said } = analyze(file, ['security', '--offline=true', '--no-pager']);
    const [, exposure] = /exposure level for [a-z-]+\.service: ([\d.]+)/.exec(said) ?? [];
    expect(Number(exposure)).toBeLessThan(MOST_EXPOSED);
  });

  it('has the same settings and the same limits for the backup as for the bot', () => {
    const linesOf = (file: string) =>
      new Set(
        readFileSync(path.join(FOLDER, file), 'utf8')
          .split('\n')
          .filter((line) => /^[A-Z]\w+=/.test(line)),
      );
    const ofBot = linesOf('outage-desk.service');
    const own = [...linesOf('outage-desk-backup.service')].filter((line) => !ofBot.has(line)).map((line) => line.split('=')[0]);
    expect([...new Set(own)].sort()).toEqual(
      ['After', 'Description', 'Environment', 'ExecStart', 'ReadWritePaths', 'StateDirectory', 'Type'].sort(),
    );
  });
});

describe('the nightly backup', () => {
  it('is made by its own line, and the old ones go', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'outage-desk-backups-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const file = path.join(folder, 'desk.sqlite');
    const database = new DatabaseSync(file);
    const schemas = path.join(root, 'test/store/schemas');
    database.exec(
      readFileSync(path.join(schemas, `${JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')).version}.sql`), 'utf8'),
    );
    database.close();
    const backups = path.join(folder, 'backups');
    mkdirSync(backups);
    const old = path.join(backups, 'desk-2026-01-01');
    for (const name of [old, path.join(backups, 'mine')]) {
      writeFileSync(name, '');
      utimesSync(name, 0, 0);
    }
    for (const [, line = ''] of readFileSync(path.join(FOLDER, 'outage-desk-backup.service'), 'utf8').matchAll(/^ExecStart=(.*)$/gm)) {
      const { status, stderr } = spawnSync('/bin/sh', ['-c', line.replaceAll('%%', '%')], {
        cwd: root,
        env: { PATH: process.env.PATH ?? '', DATABASE_FILE: file, STATE_DIRECTORY: backups, DESK_FILE: 'env/playground.desk.yaml' },
        encoding: 'utf8',
      });
      expect(stderr).toBe('');
      expect(status).toBe(0);
    }
    expect(readdirSync(backups)).toEqual([`desk-${new Date().toISOString().slice(0, 10)}`, 'mine']);
  });
});
