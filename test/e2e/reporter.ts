/** Prints each chapter and check as it ends, and counts the checks: a story is one test of many. */
import type { FullResult, Reporter, TestCase, TestResult, TestStep } from '@playwright/test/reporter';

export default class StoryReporter implements Reporter {
  private passed = 0;
  private failed = 0;

  onStepEnd(_test: TestCase, _result: TestResult, step: TestStep): void {
    // A check that is asked again and again holds a step for each time.
    if (step.category !== 'expect' || step.parent?.category === 'expect') return;
    if (step.error) this.failed += 1;
    else this.passed += 1;
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    say(`${test.title}: ${result.status} after ${Math.round(result.duration / 1_000)} s`);
    for (const chapter of result.steps.filter(({ category }) => category === 'test.step')) {
      say(` ${chapter.title}`);
      for (const check of chapter.steps.filter(({ category }) => category === 'expect')) {
        say(`  ${check.error ? 'FAILED' : 'ok    '} ${check.title}`);
      }
    }
    for (const { message, location } of result.errors) say(`  ${message ?? ''} ${location ? `at ${location.file}:${location.line}` : ''}`);
    for (const { name, path } of result.attachments) if (path) say(`  ${name}: ${path}`);
    // A story that breaks off between two checks has failed, although no check did.
    if (result.status !== 'passed' && !result.steps.some(hasFailedCheck)) this.failed += 1;
  }

  onEnd({ status }: FullResult): void {
    say(`e2e: ${this.passed} passed, ${status === 'passed' ? this.failed : Math.max(1, this.failed)} failed`);
  }
}

const hasFailedCheck = (step: TestStep): boolean =>
  step.category === 'expect' ? step.error !== undefined : step.steps.some(hasFailedCheck);

const say = (line: string): void => void process.stdout.write(`${line}\n`);
