/** The names of files, as people sent them and as they are shown and saved. */
import { describe, expect, test } from 'vitest';
import { decide } from '../../src/outage/decide/decide.ts';
import { cleanFileName, FILE_KINDS, nameOfKind } from '../../src/outage/types/files.ts';
import { run } from '../support/outage/apply.ts';
import { SAMPLES, sample } from '../support/outage/states.ts';

describe('the name of a file', () => {
  test.each([
    ['Screenshot 2026-11-30.png', 'Screenshot 2026-11-30.png'],
    ['C:\\Users\\maya\\..\\error.log', 'error.log'],
    ['/etc/passwd', 'passwd'],
    ['../../x.txt', 'x.txt'],
    ['invoice\u202Egpj.exe', 'invoicegpj.exe'],
    ['a\u0000b\u200Bc\u2066d\r\n.txt', 'abcd.txt'],
    ['what<is>"this"?.png', 'what_is__this__.png'],
    ['  .hidden.  ', 'hidden'],
    ['Übersicht – Schaden.pdf', 'Übersicht – Schaden.pdf'],
    ['', ''],
    ['..', ''],
  ])('%j is %j without what it may hide', (typed, clean) => {
    expect(cleanFileName(typed)).toBe(clean);
  });

  test('is bounded, in whole characters, and keeps its ending', () => {
    const long = cleanFileName(`${'\u{1F4A5}'.repeat(300)}.png`);
    expect([...long]).toHaveLength(80);
    expect(long).toMatch(/^(?:\u{1F4A5})+\.png$/u);
    expect([...cleanFileName('x'.repeat(20_000))]).toHaveLength(80);
  });

  test.each([
    ['error.PNG', 'png', 'error.PNG'],
    ['photo.jpeg', 'jpeg', 'photo.jpeg'],
    ['photo.png', 'jpeg', 'photo.png.jpg'],
    ['page.html', 'text', 'page.html.txt'],
    ['trace.log', 'text', 'trace.log'],
    ['report.docx', 'zip', 'report.docx.zip'],
    ['', 'gif', 'file.gif'],
    ['setup.exe', 'pdf', 'setup.exe.pdf'],
  ] as const)('%j of a %s is saved as %j', (typed, kind, name) => {
    expect(nameOfKind(typed, kind)).toBe(name);
  });

  test('ends as its kind does, for each kind', () => {
    for (const kind of FILE_KINDS) expect(nameOfKind('x', kind)).toMatch(/^x\.[a-z]{3,4}$/);
  });
});

test('a file is added once: named twice in an action, or added before', () => {
  const [first, second] = SAMPLES['add-files'].files;
  if (!first || !second) throw new Error('the sample has too few files');
  const { outage } = run(sample('report', 0), sample('add-files', 1, { files: [first] }));
  expect(decide(sample('add-files', 2, { files: [second, first, second] }), outage)).toMatchObject({
    events: [{ type: 'files-added', files: [second] }],
  });
  expect(decide(sample('add-files', 2, { files: [first, first] }), outage)).toEqual({ events: [] });
});
