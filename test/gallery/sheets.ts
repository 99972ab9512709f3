/** Puts pictures of cards together on sheets that can be read at a glance: some cards, or the same cards before and after. */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';

/** In pixels: what fits on a screen and can still be read. */
const [SHEET_WIDTH, SHEET_HEIGHT, GAP, CAPTION] = [1400, 1700, 20, 34];

/** `files`: side by side in one cell; one that is missing leaves its place empty. */
export type Cell = { readonly name: string; readonly files: readonly string[] };

type Placed = Cell & { readonly x: number; readonly y: number };
type Sheet = { readonly cells: Placed[]; readonly ends: number[] };

/** Width and height stand in the header of a PNG. */
function heightOf(file: string): number {
  return existsSync(file) ? readFileSync(file).readUInt32BE(20) : 0;
}

/** Writes `<folder>/<name>-1.png` and so on. Returns the files. */
export async function writeSheets(page: Page, folder: string, name: string, width: number, cells: readonly Cell[]): Promise<string[]> {
  mkdirSync(folder, { recursive: true });
  const across = Math.max(...cells.map(({ files }) => files.length)) * (width + GAP);
  const columns = Math.max(1, Math.floor(SHEET_WIDTH / across));
  const sheets = arrange(cells, columns, across);
  const written: string[] = [];
  for (const [index, { cells: placed, ends }] of sheets.entries()) {
    await page.setViewportSize({ width: columns * across + GAP, height: Math.max(...ends) });
    await page.setContent(
      `<body style="margin:0;background:#fff;font:12px sans-serif">${placed.map((cell) => html(cell, width)).join('')}</body>`,
    );
    const file = path.join(folder, `${name}-${index + 1}.png`);
    await page.screenshot({ path: file });
    written.push(file);
  }
  return written;
}

/** Each cell goes into the column that ends first; a sheet that is full is followed by another. */
function arrange(cells: readonly Cell[], columns: number, across: number): Sheet[] {
  const sheets: Sheet[] = [];
  for (const cell of cells) {
    const height = CAPTION + Math.max(...cell.files.map(heightOf)) + GAP;
    let sheet = sheets.at(-1);
    if (!sheet || Math.min(...sheet.ends) + height > Math.max(SHEET_HEIGHT, height)) {
      sheet = { cells: [], ends: Array.from({ length: columns }, () => 0) };
      sheets.push(sheet);
    }
    const column = sheet.ends.indexOf(Math.min(...sheet.ends));
    sheet.cells.push({ ...cell, x: GAP + column * across, y: sheet.ends[column] ?? 0 });
    sheet.ends[column] = (sheet.ends[column] ?? 0) + height;
  }
  return sheets;
}

const html = ({ name, files, x, y }: Placed, width: number): string =>
  [
    `<div style="position:absolute;left:${x}px;top:${y + 4}px;width:${files.length * (width + GAP) - GAP}px;height:${CAPTION - 8}px;overflow:hidden">${name}</div>`,
    ...files.map((file, index) =>
      existsSync(file)
        ? `<img style="position:absolute;left:${x + index * (width + GAP)}px;top:${y + CAPTION}px" src="data:image/png;base64,${readFileSync(file).toString('base64')}">`
        : `<div style="position:absolute;left:${x + index * (width + GAP)}px;top:${y + CAPTION}px;color:#888">not there</div>`,
    ),
  ].join('');
