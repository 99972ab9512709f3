/** The examples of services, judged by systemd's own checker, and what they run. */
// @module-tag full
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { childEnvironment } from '../support/child-environment.ts';

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

describe('the command for the tools, beside the service', () => {
  const text = readFileSync(path.join(FOLDER, 'outage-desk'), 'utf8');

  it('has the account, the folder and the settings of the service', () => {
    const unit = readFileSync(path.join(FOLDER, 'outage-desk.service'), 'utf8');
    const of = (name: string) => [...unit.matchAll(new RegExp(`^${name}=(.*)$`, 'gm'))].map(([, value = '']) => value);
    const settings = of('Environment').filter((line) => line.includes('_FILE='));
    expect(settings).toHaveLength(2);
    const wanted = [
      ...of('User').map((user) => `--uid=${user}`),
      ...of('WorkingDirectory').map((folder) => `--working-directory=${folder}`),
      ...of('EnvironmentFile').map((file) => `--property=EnvironmentFile=${file}`),
      ...settings.map((line) => `--setenv=${line}`),
    ];
    expect(wanted).toHaveLength(5);
    expect(text.split(/\s+/)).toEqual(expect.arrayContaining(wanted));
  });

  it('passes on what is asked, as it was written, and how it ended', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'outage-desk-command-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    // What systemd does with it, but for the account.
    const started = '#!/bin/sh\nwhile [ "${1#--}" != "$1" ]; do shift; done\nexec "$@"\n';
    writeFileSync(path.join(folder, 'systemd-run'), started, { mode: 0o755 });
    writeFileSync(path.join(folder, 'outage-desk'), text.replaceAll('/opt/outage-desk', root), { mode: 0o755 });
    const { PATH, ...more } = childEnvironment();
    const run = (...args: readonly string[]) =>
      spawnSync(path.join(folder, 'outage-desk'), args, { cwd: root, env: { ...more, PATH: `${folder}:${PATH}` }, encoding: 'utf8' });
    const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
    expect(run('--version')).toMatchObject({ status: 0, stdout: `${version}\n` });
    expect(run('verify', '--certificate', 'no such file.json').status).toBe(1);
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
        env: { ...childEnvironment(), DATABASE_FILE: file, STATE_DIRECTORY: backups, DESK_FILE: 'env/playground.desk.yaml' },
        encoding: 'utf8',
      });
      expect(stderr).toBe('');
      expect(status).toBe(0);
    }
    expect(readdirSync(backups)).toEqual([`desk-${new Date().toISOString().slice(0, 10)}`, 'mine']);
  });
});
