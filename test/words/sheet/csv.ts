/** A sheet as a file that spreadsheets open: CSV in UTF-8, which they save with commas, semicolons or tabs, and with lines of their own. */
import { CsvError, parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { type Row, versionOf } from './rows.ts';

/** What can be read of an edited sheet. `line`: its row in the spreadsheet. */
export type Entry = Readonly<Record<'key' | 'english' | 'text' | 'note' | 'version', string>> & { readonly line: number };
export type Sheet = { readonly language: string; readonly entries: readonly Entry[] };
/** Where a text is seen: the names of cards, and a picture of the first, beside the sheet. */
export type Seen = { readonly cards: string; readonly picture: string };

/** A file that is no sheet, with what to do. */
export class SheetError extends Error {}

const names = new Intl.DisplayNames('en', { type: 'language' });
/** A cell that begins with one of these is taken for a formula, so it is marked as text. */
const MARKED = /^'(?=[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20])/;

export function csvOf(language: string, rows: readonly Row[], seenOf: (row: Row) => Seen | undefined): string {
  const header = ['key', 'English', `${names.of(language)} (${language})`, 'note', 'cards', 'picture', 'version'];
  const lines = rows.map((row) => {
    const { cards = '', picture = '' } = seenOf(row) ?? {};
    return [row.key, row.english, row.text, row.note, cards, picture, versionOf(row)];
  });
  return stringify([header, ...lines], { bom: true, escape_formulas: true });
}

export function readCsv(bytes: Uint8Array): Sheet {
  const text = textOf(bytes);
  for (const delimiter of [',', ';', '\t']) {
    const [header = [], ...records] = recordsOf(text, delimiter);
    const columns = header.map((name) => name.trim());
    const ofLanguage = columns.findIndex((name) => /\([a-zA-Z-]+\)$/.test(name));
    const places = { key: columns.indexOf('key'), english: columns.indexOf('English'), text: ofLanguage };
    const others = { note: columns.indexOf('note'), version: columns.indexOf('version') };
    if (Object.values({ ...places, ...others }).includes(-1)) continue;
    const entries = records.flatMap((cells, index) => {
      const cell = (column: number) => (cells[column] ?? '').replace(/\r\n?/g, '\n').replace(MARKED, '');
      const note = cell(others.note).replace(/\s+/g, ' ').trim();
      const entry = { key: cell(places.key).trim(), english: cell(places.english), text: cell(places.text), note };
      return cells.every((one) => one === '') ? [] : [{ ...entry, version: cell(others.version).trim(), line: index + 2 }];
    });
    return { language: /\(([a-zA-Z-]+)\)$/.exec(columns[ofLanguage] ?? '')?.[1] ?? '', entries };
  }
  throw new SheetError(
    'The first row must have the columns key, English, one such as "German (de)", note and version. Put back what was renamed or removed.',
  );
}

function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new SheetError('The file is not in UTF-8. Save it as CSV in UTF-8: "CSV UTF-8" in Excel, "Unicode (UTF-8)" in LibreOffice.');
  }
}

function recordsOf(text: string, delimiter: string): string[][] {
  try {
    return parse(text, { delimiter, record_delimiter: ['\r\n', '\n', '\r'], relax_column_count: true });
  } catch (error) {
    // With another delimiter it may be one.
    if (error instanceof CsvError) return [];
    throw error;
  }
}
