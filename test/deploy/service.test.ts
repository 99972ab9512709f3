/** The example of a service, judged by systemd's own checker. */
// @module-tag full
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';

const root = path.join(import.meta.dirname, '../..');
const CHECKER = '/usr/bin/systemd-analyze';
const notThere = existsSync(CHECKER) ? '' : ' (there is no systemd-analyze here)';

/** Of 10, where 10 is a service that may do everything. */
const MOST_EXPOSED = 2;

function analyze(text: string, ...command: readonly string[]) {
  const folder = mkdtempSync(path.join(tmpdir(), 'outage-desk-service-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = path.join(folder, 'outage-desk.service');
  writeFileSync(file, text.replaceAll('/opt/outage-desk', root));
  const { status, stdout, stderr } = spawnSync(CHECKER, [...command, file], { encoding: 'utf8' });
  return { status, said: `${stdout}${stderr}` };
}

describe.skipIf(notThere !== '')(`the example of a service${notThere}`, () => {
  const unit = readFileSync(path.join(root, 'env/deploy/outage-desk.service'), 'utf8');

  it('is right for systemd, which would name a word that it does not know', () => {
    expect(analyze(unit, 'verify').said).toBe('');
    expect(analyze(unit.replace('Restart=', 'Restrat='), 'verify').said).toContain('Restrat');
  });

  it('may do little', () => {
    const { said } = analyze(unit, 'security', '--offline=true', '--no-pager');
    const [, exposure] = /exposure level for outage-desk\.service: ([\d.]+)/.exec(said) ?? [];
    expect(Number(exposure)).toBeLessThan(MOST_EXPOSED);
  });
});
