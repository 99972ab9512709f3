/**
 * `npm run mutants`: puts one deliberate defect after another into a copy of the bot, and shows which check catches it.
 * --only <text>: those with it in their sentence or file. Exit code 1 unless all are caught, each by the check that the list names for it.
 */
import { readArguments, refuse } from '../support/arguments.ts';
import { look } from './look.ts';
import { type Mutant, mutate, nameOf, OutOfDateError } from './mutant.ts';
import { MUTANTS } from './mutants.ts';
import { plantTree, type Tree } from './tree.ts';

/** For one check; the slowest takes a few seconds where nothing else runs. */
const CHECK_LIMIT_MS = 60_000;
const AT_ONCE = 2;

const { only = '' } = readArguments('usage: npm run mutants -- [--only TEXT]', { only: { type: 'string' } });
const chosen = MUTANTS.filter(({ broken, file }) => `${broken} ${file}`.includes(only));
if (chosen.length === 0) refuse(`no mutant has '${only}' in it`);
const say = (text: string): void => void process.stdout.write(`${text}\n`);

const trees: Tree[] = [];
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    removeAll();
    say(`${signal}: stopped`);
    process.exit(130);
  });
}
function removeAll(): void {
  for (const tree of trees) tree.remove();
}

try {
  process.exitCode = (await runAll()) ? 0 : 1;
} catch (error) {
  if (!(error instanceof OutOfDateError)) throw error;
  say(error.message);
  process.exitCode = 1;
} finally {
  removeAll();
}

/** Does one job after another in each tree, until none is left. */
async function share<Job>(jobs: readonly Job[], work: (tree: Tree, job: Job) => Promise<void>): Promise<void> {
  const left = jobs.values();
  const workIn = async (tree: Tree): Promise<void> => {
    for (const job of left) await work(tree, job);
  };
  await Promise.all(trees.map(workIn));
}

/** Resolves to whether all were caught. */
async function runAll(): Promise<boolean> {
  const began = performance.now();
  for (let made = 0; made < Math.min(AT_ONCE, chosen.length); made++) trees.push(plantTree(CHECK_LIMIT_MS));
  if (!(await isSound())) return false;
  let caught = 0;
  await share(chosen, async (tree, mutant) => {
    if (await isCaught(tree, mutant)) caught += 1;
  });
  say(`${caught} of ${chosen.length} caught in ${((performance.now() - began) / 1_000).toFixed(0)} s`);
  return caught === chosen.length;
}

/** Whether the checks pass while nothing is broken, and the compiler takes every defect: one that it refuses needs no check. */
async function isSound(): Promise<boolean> {
  const troubles: string[] = [];
  const compile = async (tree: Tree) => void troubles.push(...(await refused(tree)));
  const runs = Map.groupBy(
    chosen.map(({ caughtBy }) => caughtBy),
    (check) => ('test' in check ? check.file : check.simulate.join(' ')),
  );
  const passes = [...runs.values()].map((checks) => async (tree: Tree) => {
    for (const [check, finding] of await look(tree, checks)) {
      if (finding.type !== 'passed')
        troubles.push(`without any defect: ${nameOf(check)}: ${finding.type === 'failed' ? 'it failed' : finding.why}`);
    }
  });
  await share([compile, ...passes], (tree, job) => job(tree));
  for (const trouble of new Set(troubles)) say(`UNSOUND   ${trouble}`);
  return troubles.length === 0;
}

/** What the compiler says to all the defects at once; what is not used any more is for the linter. */
async function refused(tree: Tree): Promise<readonly string[]> {
  const sources = new Map(chosen.map(({ file }) => [file, tree.read(file)]));
  for (const mutant of chosen) tree.write(mutant.file, mutate(tree.read(mutant.file), mutant));
  const compilerOptions = { noUnusedLocals: false, noUnusedParameters: false };
  tree.write('tsconfig.mutants.json', JSON.stringify({ extends: './tsconfig.json', include: ['src'], compilerOptions }));
  const { code, output } = await tree.node(['node_modules/typescript/bin/tsc', '-p', 'tsconfig.mutants.json']);
  for (const [file, text] of sources) tree.write(file, text);
  return code === 0 ? [] : [`the compiler refuses a defect:\n${output}`];
}

async function isCaught(tree: Tree, mutant: Mutant): Promise<boolean> {
  const { caughtBy, file, broken } = mutant;
  const source = tree.read(file);
  tree.write(file, mutate(source, mutant));
  const finding = (await look(tree, [caughtBy])).get(caughtBy);
  tree.write(file, source);
  const isFailed = finding?.type === 'failed';
  const why = finding?.type === 'unclear' ? ` (${finding.why})` : '';
  say(`${isFailed ? 'caught    by' : 'SURVIVED '} ${nameOf(caughtBy)}: ${broken}${why}`);
  return isFailed;
}
