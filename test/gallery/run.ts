/**
 * `npm run gallery`: draws sample cards as Teams would and puts them together on sheets in .artifacts/gallery/sheets.
 *
 *   --of PATTERN   which cards: a regular expression of their name or drawing function; without it, the most telling ones
 *   --theme light|dark|contrast   --width 320|640   one of them; without it, all
 *   --language de   in another language than English; `right-to-left` is one of the tests
 *   --into FOLDER   where the pictures go
 *   --before FOLDER --after FOLDER   draws nothing: puts the cards of two such folders side by side
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { WORDS, type Words } from '../../src/words/words.ts';
import config from '../e2e/playwright.config.ts';
import { oneOrAll, readArguments, refuse } from '../support/arguments.ts';
import { sampleCardsIn } from '../support/cards/cards.ts';
import { CALM } from '../support/outage/stories.ts';
import { rightToLeft } from '../support/words/pseudo-language.ts';
import { drawCards } from './draw.ts';
import { type Cell, writeSheets } from './sheets.ts';
import { THEMES, type Theme } from './teams.ts';
import { TELLING } from './telling.ts';

const WIDTHS = ['320', '640'] as const;
const USAGE =
  'usage: npm run gallery -- [--of PATTERN] [--theme light|dark|contrast] [--width 320|640] [--language en|right-to-left|..] [--into FOLDER] [--before FOLDER --after FOLDER]';
const values = readArguments(USAGE, {
  of: { type: 'string' },
  theme: { type: 'string' },
  width: { type: 'string' },
  language: { type: 'string', default: 'en' },
  into: { type: 'string', default: '.artifacts/gallery' },
  before: { type: 'string' },
  after: { type: 'string' },
});
const themes = oneOrAll('theme', values.theme, THEMES);
const widths = oneOrAll('width', values.width, WIDTHS);
const languages: { readonly [language: string]: Words } = { ...WORDS, 'right-to-left': rightToLeft };
const words =
  (Object.hasOwn(languages, values.language) ? languages[values.language] : undefined) ??
  refuse(`--language must be ${Object.keys(languages).join(' or ')}, not '${values.language}'`);
const folder = values.into;
const { before, after } = values;
if ((before === undefined) !== (after === undefined)) refuse(USAGE);

type Card = { readonly name: string; readonly file: string; readonly card: object };

/** The file is named for the card, so that the same card is found in another folder. */
function chosenCards(): readonly Card[] {
  const seen = new Map<string, number>();
  const all = sampleCardsIn(words, CALM).map(({ name, by, card }) => {
    const nth = (seen.get(name) ?? 0) + 1;
    seen.set(name, nth);
    const unique = nth === 1 ? name : `${name} (${nth})`;
    const slug = unique.replace(/[^a-zA-Z0-9]+/g, '-').slice(0, 80);
    return { name: unique, by, card, file: `${slug}-${createHash('sha256').update(unique).digest('hex').slice(0, 4)}.png` };
  });
  if (values.of === undefined) {
    const chosen = TELLING.flatMap((name) => all.filter((one) => one.name === name).slice(0, 1));
    const missing = TELLING.filter((name) => !chosen.some((one) => one.name === name));
    for (const name of missing) print(`there is no sample "${name}" any more: see test/gallery/telling.ts`);
    return chosen;
  }
  const pattern = new RegExp(values.of, 'i');
  const chosen = all.filter(({ name, by }) => pattern.test(name) || pattern.test(by));
  return chosen.length > 0 ? chosen : refuse(`no sample card is called ${values.of}`);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

const placeOf = (into: string, theme: Theme, width: string, file: string) => path.join(into, 'cards', `${theme}-${width}`, file);
const listOf = (into: string) => path.join(into, 'cards.json');
const readList = (into: string): readonly string[][] =>
  existsSync(listOf(into)) ? JSON.parse(readFileSync(listOf(into), 'utf8')) : refuse(`there is no gallery in ${into}`);

async function drawAll(browser: Browser): Promise<Map<string, Cell[]>> {
  const cards = chosenCards();
  rmSync(folder, { recursive: true, force: true });
  const cells = new Map<string, Cell[]>();
  await Promise.all(
    themes.flatMap((theme) =>
      widths.map(async (width) => {
        const page = await browser.newPage({ timezoneId: 'Europe/Copenhagen' });
        const shots = cards.map(({ card, file }) => ({ card, file: placeOf(folder, theme, width, file) }));
        await drawCards(page, theme, Number(width), shots);
        await page.close();
        cells.set(
          `${theme}-${width}`,
          cards.map(({ name, file }) => ({ name, files: [placeOf(folder, theme, width, file)] })),
        );
      }),
    ),
  );
  writeFileSync(listOf(folder), JSON.stringify(cards.map(({ name, file }) => [name, file])));
  return cells;
}

/** In the order of the cards after; those that were there before alone come last. */
function beside(one: string, other: string): Map<string, Cell[]> {
  const names = new Map([...readList(other), ...readList(one)].map(([name = '', file = '']) => [file, name]));
  return new Map(
    themes.flatMap((theme) =>
      widths.map((width) => [
        `${theme}-${width}`,
        [...names].map(([file, name]) => ({ name, files: [one, other].map((into) => placeOf(into, theme, width, file)) })),
      ]),
    ),
  );
}

const browser = await chromium.launch(config.use?.launchOptions ?? {});
const cells = before !== undefined && after !== undefined ? beside(before, after) : await drawAll(browser);
const page = await browser.newPage();
for (const theme of themes) {
  for (const width of widths) {
    const name = `${theme}-${width}`;
    const files = await writeSheets(page, path.join(folder, before ? 'beside' : 'sheets'), name, Number(width), cells.get(name) ?? []);
    print(`${name}: ${files.length} sheets, ${files[0]}`);
  }
}
await browser.close();
