/** Draws cards in a browser with Microsoft's renderer, the npm package `adaptivecards`, as Teams would in a theme and a width. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { hostConfig, PALETTES, type Theme } from './teams.ts';

/** Inputs and buttons are the client's own; this is what they look like in Teams. */
const looks = (theme: Theme): string => {
  const { default: paper } = PALETTES[theme].fills;
  const { default: ink } = PALETTES[theme].inks('default').default;
  const line = theme === 'light' ? '#d1d1d1' : '#8a8886';
  return `
    body { margin: 0; padding: 8px; background: ${theme === 'light' ? '#f5f5f5' : '#1f1f1f'}; }
    #card { background: ${paper}; color: ${ink}; border-radius: 6px; border: 1px solid ${line}; overflow: hidden; box-sizing: border-box;
      font: 14px 'Segoe UI', Selawik, 'Open Sans', sans-serif; }
    .ac-actionSet, .ac-actionSet > div { flex-wrap: wrap !important; gap: 8px; }
    .ac-actionSet > div[style*='width: 8px'] { display: none !important; }
    button.ac-pushButton { flex: 0 1 auto !important; font: 600 14px 'Segoe UI', Selawik, 'Open Sans', sans-serif; padding: 5px 12px;
      min-height: 32px; border-radius: 4px; border: 1px solid ${line}; background: ${paper}; color: ${ink}; max-width: 100%;
      overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
    button.ac-pushButton.style-positive { background: ${theme === 'contrast' ? '#ffffff' : '#5b5fc7'}; border-color: transparent;
      color: ${theme === 'contrast' ? '#000000' : '#ffffff'}; }
    button.ac-pushButton.style-destructive { color: ${theme === 'light' ? '#c4314b' : '#f9526b'}; }
    .ac-input.ac-textInput, .ac-input.ac-numberInput, .ac-input.ac-dateInput, .ac-input.ac-timeInput, select.ac-input {
      box-sizing: border-box; width: 100%; font: inherit; min-height: 32px; padding: 5px 12px; border: 1px solid ${line};
      border-radius: 4px; background: ${theme === 'light' ? '#f5f5f5' : paper}; color: ${ink}; }
    textarea.ac-input { min-height: 64px; }
    a { color: ${theme === 'light' ? '#5b5fc7' : theme === 'dark' ? '#a6a7dc' : '#ffff01'}; }
    .mention { color: ${theme === 'light' ? '#5b5fc7' : theme === 'dark' ? '#a6a7dc' : '#ffff01'}; }`;
};

/** Runs in the page. Teams draws mentions as names, and the Markdown of TextBlocks. */
const SCRIPT = `
  AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
    result.outputHtml = marked.parse(text, { breaks: true }).replace(/&lt;at&gt;|<at>/g, '<span class="mention">').replace(/&lt;\\/at&gt;|<\\/at>/g, '</span>');
    result.didProcess = true;
  };
  window.draw = (json, host, width) => {
    const card = new AdaptiveCards.AdaptiveCard();
    card.hostConfig = new AdaptiveCards.HostConfig(host);
    card.parse(json);
    const place = document.getElementById('card');
    place.style.width = width + 'px';
    place.replaceChildren(card.render());
  };`;

const installed = (file: string) => path.join('node_modules', file);

export type Shot = { readonly card: object; readonly file: string };

/** Takes a picture of each card. */
export async function drawCards(page: Page, theme: Theme, width: number, shots: readonly Shot[]): Promise<void> {
  await page.setViewportSize({ width: width + 32, height: 800 });
  await page.setContent(
    `<!doctype html><html lang="en"><head><style>${looks(theme)}</style></head><body><div id="card"></div></body></html>`,
  );
  await page.addScriptTag({ path: installed('adaptivecards-renderer/dist/adaptivecards.min.js') });
  await page.addScriptTag({ path: installed('marked/lib/marked.umd.js') });
  await page.addScriptTag({ content: SCRIPT });
  const host = JSON.stringify(hostConfig(theme));
  for (const { card, file } of shots) {
    mkdirSync(path.dirname(file), { recursive: true });
    await page.evaluate(`draw(${JSON.stringify(card)}, ${host}, ${width})`);
    await page.locator('#card').screenshot({ path: file });
  }
}
