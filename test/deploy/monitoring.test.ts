/** The alert rules and the dashboard ask for metrics that the bot has, in words that Prometheus reads, and lead to pages that are there. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parse, stringify } from 'yaml';
import { TROUBLE_KINDS } from '../../src/engine/watch/troubles.ts';
import { createPrometheus } from '../../src/monitoring/prometheus.ts';

const folder = path.join(import.meta.dirname, '../../env/deploy/monitoring');
const read = (name: string) => readFileSync(path.join(folder, name), 'utf8');

type Rule = {
  readonly alert: string;
  readonly expr: string;
  readonly labels: { severity: string };
  readonly annotations: { runbook: string };
};
const rules = (parse(read('alerts.yml')) as { groups: { rules: Rule[] }[] }).groups.flatMap((group) => group.rules);
type Panel = { readonly title: string; readonly description: string; readonly targets: readonly { readonly expr: string }[] };
const { panels } = JSON.parse(read('grafana.json')) as { panels: readonly Panel[] };
const expressions = [...rules.map(({ expr }) => expr), ...panels.flatMap(({ targets }) => targets.map(({ expr }) => expr))];

const PROMTOOL = '/usr/bin/promtool';
const notThere = existsSync(PROMTOOL) ? '' : ' (there is no promtool here: run `apt-get install -y prometheus`)';
const promtool = (...args: readonly string[]) => execFileSync(PROMTOOL, args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });

describe('monitoring', () => {
  it('asks for metrics that the bot has', async () => {
    const { text } = await createPrometheus().page();
    const known = new Set(
      [...text.matchAll(/^# TYPE (\S+) (\S+)$/gm)].flatMap(([, name, type]) => (type === 'histogram' ? [`${name}_bucket`] : [name])),
    );
    const asked = expressions.flatMap((one) => one.match(/\b(?:outage_desk|process|nodejs)_\w+/g) ?? []);
    expect(asked.length).toBeGreaterThan(20);
    expect(asked.filter((name) => !known.has(name))).toEqual([]);
  });

  it('has an alert for each kind of trouble', () => {
    const asked = rules.flatMap(({ expr }) => /kind=~"([^"]+)"/.exec(expr)?.[1]?.split('|') ?? []);
    expect(asked.toSorted()).toEqual([...TROUBLE_KINDS].toSorted());
  });

  it('leads from each alert to a place in the runbook', () => {
    const headings = [...readFileSync(path.join(folder, '../../RUNBOOK.md'), 'utf8').matchAll(/^#+ (.+)$/gm)];
    const anchors = headings.map(
      ([, heading = '']) =>
        `RUNBOOK.md#${heading
          .toLowerCase()
          .replaceAll(/[^a-z ]/g, '')
          .replaceAll(' ', '-')}`,
    );
    expect(rules.filter(({ annotations }) => !anchors.includes(annotations.runbook)).map(({ alert }) => alert)).toEqual([]);
  });

  it('tests each alert, that it rings and that it is quiet', () => {
    const tests = (parse(read('alerts.test.yml')) as { tests: { alert_rule_test: { alertname: string; exp_alerts: unknown[] }[] }[] })
      .tests;
    const tried = tests.flatMap(({ alert_rule_test }) => alert_rule_test);
    for (const rings of [true, false]) {
      const names = tried.filter(({ exp_alerts }) => exp_alerts.length > 0 === rings).map(({ alertname }) => alertname);
      expect([...new Set(names)].toSorted()).toEqual(rules.map(({ alert }) => alert).toSorted());
    }
  });

  it('says of each panel what it shows', () => {
    expect(panels.filter(({ title, description, targets }) => !title || !description || targets.length === 0)).toEqual([]);
  });
});

describe.skipIf(notThere !== '')(`monitoring, by promtool${notThere}`, { tags: 'full' }, () => {
  it('has rules that Prometheus takes, and that ring as they should', () => {
    promtool('check', 'config', 'prometheus.yml');
    promtool('test', 'rules', 'alerts.test.yml');
  });

  it('has a dashboard whose expressions Prometheus reads', () => {
    const own = mkdtempSync(path.join(tmpdir(), 'outage-desk-monitoring-'));
    onTestFinished(() => rmSync(own, { recursive: true, force: true }));
    const recorded = panels.flatMap(({ targets }) => targets).map(({ expr }, index) => ({ record: `panel:${index}`, expr }));
    writeFileSync(path.join(own, 'panels.yml'), stringify({ groups: [{ name: 'panels', rules: recorded }] }));
    promtool('check', 'rules', path.join(own, 'panels.yml'));
  });
});
