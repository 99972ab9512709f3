/**
 * `npm run bench:draw`: draws all cards of a report many times, as the bot would: the steps as somebody fills them in, then what
 * each notice of its life is drawn as, for the desk, the reporter, a follower and people. Says how much CPU a report takes.
 *
 *   --against FOLDER   another checkout of this repository (with node_modules): runs take turns, and the ratio is that of
 *                      each pair of runs, because one run of a busy machine says nothing
 *   --runs N           runs (of each checkout)
 *   --reports N        reports in a run
 */
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import type { Action } from '../../src/outage/actions.ts';
import type { Draft } from '../../src/report/draft.ts';
import { readArguments, refuse, wholeNumber } from '../support/arguments.ts';

const USAGE = 'usage: npm run bench:draw -- [--against FOLDER] [--runs N] [--reports N]';
const values = readArguments(USAGE, {
  against: { type: 'string' },
  runs: { type: 'string', default: '7' },
  reports: { type: 'string', default: '100' },
  /** For a run of its own process: the checkout whose cards it draws. */
  of: { type: 'string' },
});
const reports = wholeNumber('reports', values.reports);
const here = path.join(import.meta.dirname, '../..');

type Measured = { readonly cards: number; readonly bytes: number; readonly ms: number };

/** Returns a function that draws everything once. */
async function cardsOf(checkout: string): Promise<() => readonly object[]> {
  const from = (file: string) => import(path.join(checkout, file));
  const { createRenderer } = (await from('src/cards/render.ts')) as typeof import('../../src/cards/render.ts');
  const { stepCard } = (await from('src/cards/report/steps/steps.ts')) as typeof import('../../src/cards/report/steps/steps.ts');
  const { STEP_IDS } = (await from('src/report/fields.ts')) as typeof import('../../src/report/fields.ts');
  const { en } = (await from('src/words/en/index.ts')) as typeof import('../../src/words/en/index.ts');
  const { smallDesk } = (await from('test/support/desk/small-desk.ts')) as typeof import('../support/desk/small-desk.ts');
  const sample = (await from('test/support/outage/sample.ts')) as typeof import('../support/outage/sample.ts');
  const drafts = (await from('test/support/report/sample-draft.ts')) as typeof import('../support/report/sample-draft.ts');
  const { START } = (await from('test/support/clock.ts')) as typeof import('../support/clock.ts');

  const desk = smallDesk();
  const context = drafts.sampleContext(desk);
  const at = (minutes: number) => START + minutes * 60_000;
  const pass = (minutes: number) => sample.samplePassDeadlineAction({ at: at(minutes) });
  const common = { outageId: 'nonce-1', onCall: sample.sampleOnCall };
  const { engineer, secondEngineer, reporter } = sample;
  const life: readonly Action[] = [
    sample.sampleReportAction(),
    pass(15),
    pass(25),
    sample.sampleJoinAction({ at: at(26) }),
    sample.sampleAcknowledgeAction({ at: at(27) }),
    { ...common, type: 'plan', at: at(28), by: engineer, firstLook: 'Logs', nextUpdateInMs: 900_000 },
    sample.sampleUpdateAction({ at: at(35) }),
    sample.sampleUpdateAction({ at: at(60), text: '' }),
    { ...common, type: 'hand-over', at: at(62), by: engineer, to: secondEngineer },
    { ...common, type: 'accept', at: at(63), by: secondEngineer },
    pass(121),
    sample.sampleUpdateAction({ at: at(125), by: secondEngineer, phase: 'monitoring' }),
    sample.sampleResolveAction({ at: at(130), by: secondEngineer }),
    { ...common, type: 'confirm', at: at(140), by: reporter },
  ];
  let recorded: import('../../src/engine/ports/outages.ts').Recorded | null = null;
  const told = life.flatMap((action) => {
    const change = sample.changeFor(action, recorded);
    const now = { outage: change.outage, events: [...(recorded?.events ?? []), ...change.events] };
    recorded = now;
    return change.notices.map((notice) => ({ notice, recorded: now, at: action.at + 1_000 }));
  });
  const steps: readonly Draft[] = STEP_IDS.flatMap((step) => {
    const filled = drafts.sampleDraft({}, step);
    // Each is drawn when somebody comes to it, and once more when they come back to it or have forgotten something.
    return [{ ...filled, entered: {} }, filled];
  });
  const render = createRenderer(desk);
  return () => [
    ...steps.map((draft) => stepCard({ draft, errors: {}, words: en, ...context })),
    ...told.map(({ notice, recorded, at }) => render(notice, recorded, { now: at, repeated: false }).card),
  ];
}

/** A quarter more comes before, until the code is compiled and the templates are parsed. */
async function measure(checkout: string): Promise<Measured> {
  const draw = await cardsOf(checkout);
  for (let index = 0; index < reports / 4; index += 1) draw();
  const before = process.cpuUsage();
  for (let index = 0; index < reports; index += 1) draw();
  const { user, system } = process.cpuUsage(before);
  const cards = draw();
  return { cards: cards.length, bytes: JSON.stringify(cards).length, ms: (user + system) / 1_000 / reports };
}

/** Each run is a process of its own, so that no other run has warmed it up. */
function runOf(checkout: string): Measured {
  const own = [...process.execArgv, import.meta.filename, '--of', checkout, '--reports', String(reports)];
  return JSON.parse(execFileSync(process.execPath, own, { cwd: checkout, encoding: 'utf8' })) as Measured;
}

const print = (line: string) => process.stdout.write(`${line}\n`);
const median = (numbers: readonly number[]) => numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0;
const summary = (name: string, runs: readonly Measured[]) =>
  `${name.padEnd(6)} ${median(runs.map(({ ms }) => ms)).toFixed(2)} ms of CPU a report (${runs[0]?.cards} cards, ${runs[0]?.bytes} bytes); runs ${runs.map(({ ms }) => ms.toFixed(2)).join(' ')}`;

if (values.of !== undefined) {
  print(JSON.stringify(await measure(values.of)));
} else {
  const other = values.against === undefined ? null : path.resolve(values.against);
  if (other === here) refuse(`--against names this checkout itself: ${other}`);
  const pairs = Array.from({ length: wholeNumber('runs', values.runs) }, () => ({
    own: runOf(here),
    other: other === null ? null : runOf(other),
  }));
  print(
    summary(
      'here',
      pairs.map(({ own }) => own),
    ),
  );
  if (other !== null) {
    print(
      summary(
        'there',
        pairs.flatMap((pair) => pair.other ?? []),
      ),
    );
    const ratios = pairs.map((pair) => pair.own.ms / (pair.other?.ms ?? 1));
    print(`ratio  ${median(ratios).toFixed(3)} here to there; of each pair ${ratios.map((ratio) => ratio.toFixed(3)).join(' ')}`);
  }
}
