/**
 * `npm run e2e`: the bot and Microsoft's Agents Playground on free ports, and the whole story in a real browser: a day,
 * all ways to report (--reports: only that), a night with promises of seconds (--night), a drill of a minute (--drill),
 * and a message that is reported (--message).
 * Screenshots go to .artifacts/e2e; with --pictures the README's two are made anew.
 */
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import pLimit from 'p-limit';
import { type Cast, personOf, readCast, withInBrowser } from '../playground/cast.ts';
import { freePort } from '../playground/playground.ts';
import { startStage } from '../playground/stage.ts';
import { personalIn, remember } from '../support/log/leak-check.ts';
import { launchBrowser, openPlayground } from './browser.ts';
import { type Checks, createChecks } from './checks.ts';
import { chapters as drillChapters, writeDrillDesk } from './drill.ts';
import { chapters as messageChapters } from './from-message.ts';
import { chapters as nightChapters, writeNightDesk } from './night.ts';
import { playPeople } from './people.ts';
import { chapters as reportsChapters, writeReportsDesk } from './reports.ts';
import type { Scene } from './scene.ts';
import { acknowledging, cancellingInAChannel, climbing, picturing, reporting, reportingInCompany, submitting, updating } from './story.ts';

const folder = '.artifacts/e2e';
const pictures = 'test/e2e/pictures';
const makesPictures = process.argv.includes('--pictures');
const say = (line: string) => void process.stdout.write(`${line}\n`);
/** The stories mostly wait, so two are played beside each other; each is told when it has ended. */
const AT_ONCE = 2;

/** The playground's desk with a promise of a minute, or the story would take ten. */
function writeDesk(file: string): void {
  const text = readFileSync('env/playground.desk.yaml', 'utf8');
  const short = text
    .replace('acknowledgeWithinMinutes: 3', 'acknowledgeWithinMinutes: 1')
    .replace('afterMinutes: 1.5', 'afterMinutes: 0.4')
    .replace('afterMinutes: 2.5', 'afterMinutes: 0.7');
  writeFileSync(file, short);
}

type Chapter = readonly [title: string, tell: (scene: Scene) => Promise<void>];
const day: readonly Chapter[] = [
  ['A customer reports', reporting],
  ['and submits', submitting],
  ['Engineers acknowledge', acknowledging],
  ['Updates, and the end', updating],
  ['A report in a group chat', reportingInCompany],
  ['A report in a channel, cancelled', cancellingInAChannel],
  ['Nobody takes it', climbing],
  ...(makesPictures ? [['The pictures', picturing] as const] : []),
];

/** One bot, one Playground and one page, for the chapters that rest on each other. */
async function play(
  place: string,
  writeDeskTo: (file: string) => void,
  chapters: readonly Chapter[],
  { cast = readCast(), line = false }: { cast?: Cast; line?: boolean } = {},
): Promise<Checks> {
  const told: string[] = [];
  const tellLater = (text: string) => void told.push(text);
  mkdirSync(place, { recursive: true });
  writeDeskTo(`${place}/desk.yaml`);
  const stage = await startStage({
    botPort: await freePort(),
    playgroundPort: await freePort(),
    folder: place,
    cast,
    line,
    env: { DESK_FILE: `${place}/desk.yaml` },
    onTrouble: (text) => tellLater(`  bot: ${text.slice(0, 300)}`),
  });
  remember(cast);
  const browser = await launchBrowser();
  try {
    const page = await openPlayground(browser, stage.playground.url, { folder: place, timezone: 'Europe/Copenhagen' });
    const checks = createChecks(tellLater, () => page.screenshot('broken-off'));
    const scene: Scene = { stage, page, people: playPeople(stage.playground, cast), cast, checks };
    for (const [title, tell] of chapters) await checks.chapter(title, () => tell(scene));
    const wrong = personalIn(readFileSync(stage.botLogFile, 'utf8').split('\n'));
    checks.that('the log of the bot tells nothing of what was said and of whom', wrong.length === 0, wrong[0]);
    return checks;
  } finally {
    await browser.close();
    await stage.stop();
    say(told.join('\n'));
  }
}

rmSync(folder, { recursive: true, force: true });
const only = ['--night', '--drill', '--message', '--reports'].find((one) => process.argv.includes(one));
const wanted = (one: string) => !makesPictures && (only ?? one) === one;
const engineer = withInBrowser(readCast(), personOf(readCast(), 'priya'));
const some = pLimit(AT_ONCE);
const plays = await Promise.all([
  ...(only ? [] : [some(() => play(folder, writeDesk, day))]),
  ...(wanted('--reports') ? [some(() => play(`${folder}/reports`, writeReportsDesk, reportsChapters, { line: true }))] : []),
  ...(wanted('--night') ? [some(() => play(`${folder}/night`, writeNightDesk, nightChapters))] : []),
  ...(wanted('--drill') ? [some(() => play(`${folder}/drill`, writeDrillDesk, drillChapters, { cast: engineer }))] : []),
  ...(wanted('--message') ? [some(() => play(`${folder}/message`, writeDesk, messageChapters))] : []),
]);
if (makesPictures) {
  mkdirSync(pictures, { recursive: true });
  copyFileSync(`${folder}/30-report.png`, `${pictures}/report.png`);
  copyFileSync(`${folder}/31-thread.png`, `${pictures}/thread.png`);
}
const sum = (count: (checks: Checks) => number) => plays.reduce((all, checks) => all + count(checks), 0);
const failed = sum((checks) => checks.failed());
say(`e2e: ${sum((checks) => checks.passed())} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
