/**
 * `npm run e2e`: the bot and Microsoft's Agents Playground on free ports, and the whole story in a real browser.
 * Screenshots go to .artifacts/e2e; with --pictures the README's two are made anew.
 */
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readCast } from '../playground/cast.ts';
import { freePort } from '../playground/playground.ts';
import { startStage } from '../playground/stage.ts';
import { launchBrowser, openPlayground } from './browser.ts';
import { createChecks } from './checks.ts';
import { playPeople } from './people.ts';
import {
  acknowledging,
  cancellingInAChannel,
  climbing,
  picturing,
  reporting,
  reportingInCompany,
  type Scene,
  submitting,
  updating,
} from './story.ts';

const folder = '.artifacts/e2e';
const pictures = 'test/e2e/pictures';
const makesPictures = process.argv.includes('--pictures');
const say = (line: string) => void process.stdout.write(`${line}\n`);

/** The playground's desk with a promise of a minute, or the story would take ten. */
function writeDesk(file: string): void {
  const text = readFileSync('env/playground.desk.yaml', 'utf8');
  const short = text
    .replace('acknowledgeWithinMinutes: 3', 'acknowledgeWithinMinutes: 1')
    .replace('afterMinutes: 1.5', 'afterMinutes: 0.4')
    .replace('afterMinutes: 2.5', 'afterMinutes: 0.7');
  writeFileSync(file, short);
}

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
writeDesk(`${folder}/desk.yaml`);
const cast = readCast();
const stage = await startStage({
  botPort: await freePort(),
  playgroundPort: await freePort(),
  folder,
  cast,
  env: { DESK_FILE: `${folder}/desk.yaml` },
  onTrouble: (line) => say(`  bot: ${line.slice(0, 300)}`),
});
const browser = await launchBrowser();
const page = await openPlayground(browser, stage.playground.url, { folder, timezone: 'Europe/Copenhagen' });
const checks = createChecks(say, () => page.screenshot('broken-off'));
try {
  const scene: Scene = { stage, page, people: playPeople(stage.playground, cast), cast, checks };
  await checks.chapter('A customer reports', () => reporting(scene));
  await checks.chapter('and submits', () => submitting(scene));
  await checks.chapter('Engineers acknowledge', () => acknowledging(scene));
  await checks.chapter('Updates, and the end', () => updating(scene));
  await checks.chapter('A report in a group chat', () => reportingInCompany(scene));
  await checks.chapter('A report in a channel, cancelled', () => cancellingInAChannel(scene));
  await checks.chapter('Nobody takes it', () => climbing(scene));
  if (makesPictures) await checks.chapter('The pictures', () => picturing(scene));
} finally {
  await browser.close();
  await stage.stop();
}
if (makesPictures) {
  mkdirSync(pictures, { recursive: true });
  copyFileSync(`${folder}/30-report.png`, `${pictures}/report.png`);
  copyFileSync(`${folder}/31-thread.png`, `${pictures}/thread.png`);
}
say(`e2e: ${checks.passed()} passed, ${checks.failed()} failed`);
process.exitCode = checks.failed() > 0 ? 1 : 0;
