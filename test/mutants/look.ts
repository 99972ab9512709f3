/** Runs checks in a copy and says how they ended. Only an assertion that failed counts as caught: a defect that breaks the check itself proves nothing. */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { z } from 'zod';
import type { Check } from './mutant.ts';
import type { Ending, Tree } from './tree.ts';

export type Finding =
  | { readonly type: 'passed' }
  | { readonly type: 'failed' }
  /** It ended in another way: not there, too long, an error that is no assertion. */
  | { readonly type: 'unclear'; readonly why: string };

const unclear = (why: string): Finding => ({ type: 'unclear', why });

/** What vitest's JSON reporter writes, as far as we read it. */
const reportSchema = z.object({
  testResults: z.array(
    z.object({
      message: z.string().default(''),
      assertionResults: z.array(
        z.object({
          ancestorTitles: z.array(z.string()),
          title: z.string(),
          status: z.string(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
});
type Result = z.infer<typeof reportSchema>['testResults'][number]['assertionResults'][number];

/** vitest's assertions, those about promises too, and a property of fast-check with its counterexample. */
const ASSERTION = /^(?:AssertionError\b|Error: promise (?:resolved|rejected) "|Error: Property failed after)/;

/** More than vitest's own: a machine that is busy with other things makes no test fail here. */
const TEST_LIMIT_MS = 20_000;

/** Runs these tests of one file and gives a finding for each. */
async function lookAtTests(tree: Tree, file: string, tests: readonly string[]): Promise<ReadonlyMap<string, Finding>> {
  const report = tree.own('report.json');
  rmSync(report, { force: true });
  const names = `^(?:${tests.map((test) => test.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|')})$`;
  const ending = await tree.node([
    'node_modules/vitest/vitest.mjs',
    'run',
    file,
    '--config=test/vitest.config.ts',
    '--maxWorkers=1',
    `--testNamePattern=${names}`,
    `--testTimeout=${TEST_LIMIT_MS}`,
    '--reporter=json',
    `--outputFile=${report}`,
    `--fsModuleCachePath=${tree.own('vitest-cache')}`,
  ]);
  const all = (finding: Finding) => new Map(tests.map((test) => [test, finding]));
  if (ending.tooLong) return all(unclear('it took too long'));
  if (!existsSync(report)) return all(unclear(`no report: ${lastWords(ending)}`));
  const { testResults } = reportSchema.parse(JSON.parse(readFileSync(report, 'utf8')));
  const results = Map.groupBy(
    testResults.flatMap(({ assertionResults }) => assertionResults),
    ({ ancestorTitles, title }) => [...ancestorTitles, title].join(' > '),
  );
  const trouble = testResults.map(({ message }) => message).join(' ');
  return new Map(tests.map((test) => [test, judge(results.get(test) ?? [], trouble)]));
}

function judge(results: readonly Result[], trouble: string): Finding {
  const [result] = results;
  if (results.length > 1) return unclear('several tests have this name');
  if (!result) return unclear(`there is no such test. ${firstLine(trouble)}`);
  if (result.status === 'passed') return { type: 'passed' };
  const [message = ''] = result.failureMessages ?? [];
  if (result.status === 'failed' && ASSERTION.test(message)) return { type: 'failed' };
  return unclear(`it ${result.status}: ${firstLine(message)}`);
}

/** The simulation names what is not true, then makes the world smaller, for which nobody waits here. */
async function lookAtSimulation(tree: Tree, { simulate, invariant }: Extract<Check, { simulate: unknown }>): Promise<Finding> {
  const broken: string[] = [];
  const ending = await tree.node(['test/simulation/run.ts', ...simulate], {
    enough(line) {
      const name = /: not true \d+ times: (.+)$/.exec(line)?.[1];
      if (name) broken.push(name);
      return name === invariant || line.startsWith('making world');
    },
  });
  if (broken.includes(invariant)) return { type: 'failed' };
  if (broken.length > 0) return unclear(`it broke something else: ${broken.join(', ')}`);
  if (ending.tooLong) return unclear('it took too long');
  return ending.code === 0 ? { type: 'passed' } : unclear(`it ended with ${ending.code}: ${lastWords(ending)}`);
}

/** Checks of one file, or of one run of the simulation. */
export async function look(tree: Tree, checks: readonly Check[]): Promise<ReadonlyMap<Check, Finding>> {
  const findings = new Map<Check, Finding>();
  const tests = checks.filter((check) => 'test' in check);
  if (tests[0]) {
    const byName = await lookAtTests(tree, tests[0].file, [...new Set(tests.map(({ test }) => test))]);
    for (const check of tests) findings.set(check, byName.get(check.test) ?? unclear('it was not run'));
  }
  for (const check of checks.filter((one) => 'simulate' in one)) findings.set(check, await lookAtSimulation(tree, check));
  return findings;
}

const firstLine = (text: string): string => text.split('\n')[0]?.slice(0, 200) ?? '';
const lastWords = ({ output }: Ending): string => output.slice(-300).replaceAll('\n', ' ');
