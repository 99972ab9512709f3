/** The pictures beside a sheet, drawn as the gallery draws them, and a page that shows them with the keys of their texts. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { drawCards } from '../../gallery/draw.ts';
import type { Place } from './shown.ts';
import type { Text } from './texts.ts';

/** Below the folder of the sheet. */
export const pictureOf = (name: string): string => `pictures/${name.replaceAll('/', '-')}.png`;

const WIDTH = 480;

export async function drawPictures(folder: string, language: string, chosen: ReadonlyMap<Text, Place>): Promise<number> {
  const byName = Map.groupBy(chosen, ([, { name }]) => name);
  // Loaded here, because without a browser it fails, and says what to do.
  const { default: config } = await import('../../e2e/playwright.config.ts');
  const browser = await chromium.launch(config.use?.launchOptions ?? {});
  try {
    const page = await browser.newPage({ timezoneId: 'Europe/Copenhagen' });
    const shots = [...byName].flatMap(([name, [first]]) =>
      first ? [{ card: unfolded(first[1].card), file: path.join(folder, pictureOf(name)) }] : [],
    );
    await drawCards(page, 'light', WIDTH, shots);
  } finally {
    await browser.close();
  }
  const cards = [...byName].map(([name, texts]) => {
    const lines = texts.map(([{ key, text }]) => `<li><code>${html(key)}</code> ${html(text)}</li>`);
    return `<h2>${html(name)}</h2><div><img src="${pictureOf(name)}" alt="" loading="lazy"><ul>${lines.join('')}</ul></div>`;
  });
  writeFileSync(
    path.join(folder, 'pictures.html'),
    `<!doctype html><html lang="${language}"><meta charset="utf-8"><title>${language}</title><style>
body { font: 14px sans-serif; } div { display: flex; gap: 24px; align-items: flex-start; }</style>${cards.join('\n')}</html>\n`,
  );
  return byName.size;
}

/** Everything is seen at once. */
const unfolded = (card: object): object =>
  JSON.parse(JSON.stringify(card), (key, value) => (key === 'isVisible' ? undefined : value)) as object;

const html = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
