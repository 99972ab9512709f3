/** A story on a stage of its own: the bot and Microsoft's Agents Playground on free ports, and one page of Chromium. */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { type Page, test } from '@playwright/test';
import { type Cast, readCast } from '../playground/cast.ts';
import { isFree } from '../playground/playground.ts';
import { startStage } from '../playground/stage.ts';
import { personalIn, remember } from '../support/log/leak-check.ts';
import { openPlayground } from './browser.ts';
import { checks } from './checks.ts';
import { playPeople } from './people.ts';
import type { Scene } from './scene.ts';

export type Chapter = readonly [title: string, tell: (scene: Scene) => Promise<void>];

export type Story = {
  readonly writeDesk: (file: string) => void;
  /** They rest on each other: one that breaks off ends the story. */
  readonly chapters: readonly Chapter[];
  /** Who sits in the browser; without it Maya, a customer. */
  readonly cast?: Cast;
  /** Who is in the customer's Teams, where that is another one. */
  readonly customer?: Cast;
  /** Whether the connection between the bot and the Playground can be made bad. */
  readonly line?: boolean;
  /** More for the bot's environment. */
  readonly env?: NodeJS.ProcessEnv;
};

/** The last chapters of each story. */
export const AT_THE_END: readonly Chapter[] = [
  [
    'The buttons on a phone',
    async ({ page }) => {
      const { measured, cut } = page.buttonsOnPhone();
      checks.that(`3.2: no text of the ${measured} buttons that were drawn 320 px wide is cut`, measured > 0 && cut.length === 0, cut);
    },
  ],
  [
    'The log',
    async ({ stage }) => {
      const wrong = personalIn(readFileSync(stage.botLogFile, 'utf8').split('\n'));
      checks.that('the log of the bot tells nothing of what was said and of whom', wrong.length === 0, wrong[0]);
    },
  ],
];

/** `folder`: where the desk file, the logs and the screenshots of this story go; what was there before is removed. */
export async function play(
  page: Page,
  folder: string,
  { writeDesk, chapters, cast = readCast(), customer, line = false, env = {} }: Story,
): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeDesk(`${folder}/desk.yaml`);
  const trouble: string[] = [];
  const stage = await startStage({
    botPort: await nextPort(),
    playgroundPort: await nextPort(),
    folder,
    cast,
    ...(customer ? { customer: { port: await nextPort(), cast: customer } } : {}),
    line,
    env: { DESK_FILE: `${folder}/desk.yaml`, ...env },
    onTrouble: (text) => trouble.push(text.slice(0, 300)),
  });
  remember(cast);
  try {
    const url = stage.customer?.url;
    const scene: Scene = {
      stage,
      page: await openPlayground(page, stage.playground.url, folder),
      customer: url ? await openPlayground(await page.context().newPage(), url, folder) : null,
      people: playPeople(stage.playground, cast),
      cast,
      checks,
    };
    for (const [title, tell] of chapters) await test.step(title, () => tell(scene));
  } finally {
    await stage.stop();
    if (trouble.length > 0) await test.info().attach('what the bot warned of', { body: trouble.join('\n') });
  }
}

/** Of this worker alone, so that no story takes a port of another one, and below those that connections take when they go out. */
const FIRST_PORT = 20_000;
const PORTS_OF_WORKER = 500;
let tried = 0;

async function nextPort(): Promise<number> {
  for (;;) {
    const port = FIRST_PORT + PORTS_OF_WORKER * test.info().parallelIndex + (tried++ % PORTS_OF_WORKER);
    if (await isFree(port)) return port;
  }
}
