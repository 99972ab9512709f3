/** The pages of a certificate, which hold the signed file. The same file gives the same bytes. */
import { hash } from 'node:crypto';
import { DateTime } from 'luxon';
import { wordsFor } from '../words/words.ts';
import type { Certificate } from './document.ts';
import { createFonts, type Weight } from './fonts.ts';
import { COMMANDS, howToCheck } from './instructions.ts';

const MARGIN = 48;
const FOOTER = 30;
const SIZE = 9.5;
const PADDING = 4;
const WIDTH = 595 - 2 * MARGIN;
/** A longer name would fill a page, and is cut. */
const LONGEST = 300;
const GREY = '#555555';
const LINE = '#c8c8c8';
const HEAD = '#eeeeee';
/** How the signed file is called inside of the PDF. */
const FILE = 'certificate.json';

/** Its first letters. */
const beginning = (text: string): string => [...text].slice(0, LONGEST).join('');

const FORMAT = 'yyyy-MM-dd HH:mm:ss';
const inZone = (at: string, zone: string, format = FORMAT): string => DateTime.fromISO(at, { zone }).toFormat(format);
const utc = (at: string): string => `${inZone(at, 'UTC')} UTC`;
const isUtc = (zone: string): boolean => ['UTC', 'Etc/UTC'].includes(zone);

/** `file`: the text of the signed file. Of its `certificate`, the pages. */
export async function drawPdf(certificate: Certificate, file: string): Promise<Buffer> {
  const words = wordsFor(certificate.language);
  // Only those who ask for a PDF pay for the fonts.
  const { default: PDFDocument } = await import('pdfkit');
  const { pdf: say } = words.certificate;
  const { outage, desk, timeZone, issuedAt, promises, history, record } = certificate;
  const date = new Date(issuedAt);
  const title = say.title(outage.number);
  const doc = new PDFDocument({
    size: 'A4',
    margins: { top: MARGIN, left: MARGIN, right: MARGIN, bottom: MARGIN + FOOTER },
    bufferPages: true,
    lang: words.language,
    displayTitle: true,
    // Its file is then as it stands, so that it is found without a reader of PDF.
    compress: false,
    info: { Title: title, Author: desk.name, Creator: 'Outage Desk', Producer: 'Outage Desk', CreationDate: date, ModDate: date },
  });
  const parts: Buffer[] = [];
  const whole = new Promise<Buffer>((resolve, reject) => {
    doc.on('data', (part: Buffer) => parts.push(part));
    doc.on('end', () => resolve(Buffer.concat(parts)));
    doc.on('error', reject);
  });
  doc.file(Buffer.from(file), { name: FILE, type: 'application/json', creationDate: date, modifiedDate: date });

  const fontFor = createFonts(doc);
  const bottom = doc.page.height - MARGIN - FOOTER;
  const times = (at: string): string => (isUtc(timeZone) ? utc(at) : `${utc(at)}\n${inZone(at, timeZone, `${FORMAT} ZZ`)}`);
  const paragraph = (
    text: string,
    { weight = 'plain', size = SIZE, color = 'black', gap = 0.5 }: { weight?: Weight; size?: number; color?: string; gap?: number } = {},
  ) => {
    const drawn = fontFor(text, weight);
    return doc.font(drawn.font).fontSize(size).fillColor(color).text(drawn.text, MARGIN).moveDown(gap);
  };
  const heading = (text: string) => {
    // It does not stand alone at the end of a page.
    if (doc.y > bottom - 90) doc.addPage();
    doc.y += SIZE;
    paragraph(text, { weight: 'bold', size: 12 });
  };
  /** Its first row stands again on each page. */
  const table = (widths: readonly number[], [head, ...rows]: readonly (readonly string[])[]) => {
    const draw = (cells: readonly string[], weight: Weight, fill: string) => {
      const texts = cells.map((cell, index) => {
        const lines = cell.split('\n').map((line) => fontFor(line, weight));
        const font = (lines.find(({ isEmbedded }) => isEmbedded) ?? lines[0])?.font ?? '';
        return { font, text: beginning(lines.map(({ text }) => text).join('\n')), width: widths[index] ?? 0 };
      });
      doc.fontSize(SIZE);
      const heights = texts.map(({ font, text, width }) => doc.font(font).heightOfString(text, { width: width - 2 * PADDING }));
      const height = Math.max(...heights) + 2 * PADDING;
      if (doc.y + height > bottom) {
        doc.addPage();
        if (head && cells !== head) draw(head, 'bold', HEAD);
      }
      const { y } = doc;
      let x = MARGIN;
      for (const { font, text, width } of texts) {
        doc.lineWidth(0.5).rect(x, y, width, height).fillAndStroke(fill, LINE);
        doc
          .font(font)
          .fillColor('black')
          .text(text, x + PADDING, y + PADDING, { width: width - 2 * PADDING });
        x += width;
      }
      doc.y = y + height;
    };
    if (head) draw(head, 'bold', HEAD);
    for (const row of rows) draw(row, 'plain', 'white');
    doc.x = MARGIN;
  };

  paragraph(title, { weight: 'bold', size: 20, gap: 0.2 });
  paragraph(say.says(desk.name, utc(issuedAt)), { color: GREY });
  if (!certificate.isOver) paragraph(say.notOver, { weight: 'bold' });
  const facts = [
    [say.fact.outage, outage.number],
    [say.fact.desk, desk.name],
    [say.fact.customer, outage.project.name],
    [say.fact.environment, outage.environment.name],
    [say.fact.scenario, outage.scenario.title],
    [say.fact.state, say.state[certificate.state]],
    [say.fact.affected, String(certificate.affected.people)],
    [say.fact.reader, say.reader[certificate.reader]],
  ];
  table([110, WIDTH - 110], facts);
  doc.y += PADDING;
  if (!isUtc(timeZone)) paragraph(say.times(words.formats.zone(timeZone, date.getTime())), { color: GREY, gap: 0 });

  heading(say.promises);
  const due = promises.filter(({ outcome }) => outcome === 'kept' || outcome === 'late');
  paragraph(words.certificate.kept(due.filter(({ outcome }) => outcome === 'kept').length, due.length));
  const promiseRows = promises.map(({ what, dueAt, doneAt, outcome }) => {
    const lateMs = Date.parse(doneAt ?? '') - Date.parse(dueAt);
    const result = outcome === 'late' && lateMs > 0 ? say.lateBy(words.formats.exact(lateMs)) : say.outcome[outcome];
    return [say.promise[what], times(dueAt), doneAt ? times(doneAt) : say.notDone, result];
  });
  if (promises.length > 0) table([WIDTH - 380, 140, 140, 100], [[say.what, say.due, say.done, say.result], ...promiseRows]);

  heading(say.history);
  const happened = history.map(({ at, what, by, more }) => {
    const detail = what === 'restored' && more ? utc(more) : (by ?? more ?? '');
    return [times(at), say.happened[what](detail)];
  });
  table([140, WIDTH - 140], [[say.when, say.event], ...happened]);

  heading(say.check);
  paragraph(say.holds);
  for (const line of howToCheck(desk, say.how)) {
    const isCommand = (COMMANDS as readonly string[]).includes(line);
    if (isCommand) doc.font('Courier').fontSize(8).fillColor('black').text(line, MARGIN).moveDown(0.5);
    else paragraph(line);
  }
  paragraph(say.record(record.events, record.head));
  const names = [...facts.map(([, text = '']) => text), ...history.flatMap(({ by, more }) => [by ?? '', more ?? ''])];
  if (names.some((text) => !fontFor(text).isWhole)) paragraph(say.missing, { weight: 'bold' });

  const { count } = doc.bufferedPageRange();
  for (let page = 0; page < count; page++) {
    doc.switchToPage(page);
    // Below the margin, where a text would begin another page.
    doc.page.margins.bottom = 0;
    const lines = [say.page(outage.number, page + 1, count), say.hash(hash('sha256', file))].map((line) => fontFor(line));
    doc.fontSize(7.5).fillColor(GREY);
    doc.y = doc.page.height - MARGIN - FOOTER / 3;
    for (const { font, text } of lines) doc.font(font).text(text, MARGIN);
  }
  doc.end();
  return await whole;
}

/** The signed file inside of a PDF of ours; null: there is none. What is found must still be judged, and the pages drawn again. */
export function fileIn(pdf: Buffer): string | null {
  const text = pdf.toString('latin1');
  const [, length = ''] = /\/Type \/EmbeddedFile\b[\s\S]{0,400}?\/Length (\d+)\s*>>\s*stream\r?\n/.exec(text) ?? [];
  const from = length && text.indexOf('stream\n', text.indexOf('/Type /EmbeddedFile')) + 'stream\n'.length;
  return from ? pdf.subarray(from, from + Number(length)).toString() : null;
}
