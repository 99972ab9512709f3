/** Texts and times as cards show them. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerFacts } from '../../src/cards/base/facts.ts';
import { callable, callablePhones, withLinks } from '../../src/cards/base/phone-links.ts';
import { sentenceCard } from '../../src/cards/layouts/layouts.ts';
import { asName, fitting, forInput, mention, oneLine, paragraphs, plain, readersClock, shorten, spelledOut } from '../../src/cards/text.ts';
import { storedPersonKey } from '../../src/outage/types/person-key.ts';
import { zonesWith } from '../../src/report/zones.ts';
import { en } from '../../src/words/en/index.ts';
import { wordsFor } from '../../src/words/words.ts';
import { START } from '../support/clock.ts';
import { smallDesk } from '../support/desk/small-desk.ts';
import { MINUTE_MS } from '../support/outage/apply.ts';
import { sampleReport } from '../support/outage/sample.ts';

const HOUR_MS = 60 * MINUTE_MS;
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.constantFrom('{', '$', '}', '\u200B', '*', '\n', '[', 'a', 'DATE(', '\uD83D', '\uDD25')).map((parts) => parts.join('')),
);

test('personal data that was removed is named in the words of the reader, and nobody can type what stands for it', () => {
  const removed = `~${'a'.repeat(22)}`;
  expect(spelledOut(`${oneLine(removed)} reported it`, en)).toBe('(removed) reported it');
  expect(spelledOut(oneLine('\uE000Eve'), en)).toBe('Eve');
  const words = { ...en, privacy: { ...en.privacy, removed: '[gone]' } };
  const view = { desk: smallDesk(), words };
  expect(JSON.stringify(sentenceCard(view, `${asName(removed)} reported it`))).toContain('"[gone] reported it"');
});

describe('text that a person typed', () => {
  test.each([
    ['an ordinary sentence stays as it is, ÆØÅ, 停, 🔥!', 'an ordinary sentence stays as it is, ÆØÅ, 停, 🔥!'],
    ['**bold** [x](y) <b>', '**bold** [x](y) <b>'],
    ['{{DATE(x)}}', '{\u2060{DATE(x)}}'],
    ['{{{DATE(x)}}}', '{\u2060{\u2060{DATE(x)}}}'],
    ['${a}', '$\u2060{a}'],
    ['{\u200B{a}}', '{\u2060{a}}'],
    ['a\r\nb\rc\u2028d', 'a b c d'],
    ['\u202Eevil\u202C', 'evil'],
    ['nul\u0000', 'nul'],
    ['tab\tand\u000Bmore', 'tab andmore'],
    ['\u3164\u115F\uFFA0\u2800\u{E0100}\u034Fblank', 'blank'],
    [`z${'\u0301'.repeat(50)}a`, `z${'\u0301'.repeat(5)}a`],
    ['שלום 14:02', '\u2068שלום 14:02\u2069'],
    ['half \uD800', 'half \uFFFD'],
  ])('%j is shown as %j', (typed, shown) => {
    expect(plain(typed)).toBe(shown);
  });

  test('never runs anything, whatever it is, and is not changed by being made fit twice', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const made of [plain, oneLine, asName]) {
          expect(made(text)).not.toMatch(/\{\{|\$\{/);
          expect(made(made(text))).toBe(made(text));
          expect(made(text).isWellFormed()).toBe(true);
        }
        for (const line of paragraphs(text)) expect(line).not.toMatch(/\{\{|\$\{|\n/);
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    `https://contoso.operations.dynamics.com/${'very/long/'.repeat(30)}`,
    `at Contoso.Finance.Posting${'.LedgerJournalCheckPost'.repeat(9)}()`,
    `See "${'x'.repeat(300)}", then`,
  ])('3.11: a long word wraps on a phone wherever it stands, and loses no letter', (text) => {
    for (const shown of [plain(text), oneLine(text), ...paragraphs(text)]) {
      expect(shown.split(/[\s\u200B]/).every((part) => part.length <= 12)).toBe(true);
      expect(shown.replaceAll('\u200B', '')).toBe(text);
    }
  });

  test('3.11: a short word and an e-mail address are copied as they are', () => {
    for (const text of ['customer-production-2.example', 'mia.winter@customer.example', '\u505C'.repeat(60)].map((one) => one.slice(0, 30)))
      expect(plain(text).includes('\u200B')).toBe(/^customer/.test(text));
    expect(plain('LedgerJournalCheckPost')).toBe('LedgerJournalCheckPost');
    for (const id of ['a1b2c3d4-0000-4000-8000-00000000000F', 'ActivityId={a1b2c3d4-0000-4000-8000-00000000000f}.'])
      expect(paragraphs(`${id} ended`)).toEqual([`${id} ended`]);
  });

  test('as a name keeps no sign of Markdown or HTML', () => {
    expect(asName('**Eve** [x](http://y) <at>All</at> `c` &lt;')).toBe('Eve x(http:\u2060/\u2060/y) atAll/at c &\u2060lt;');
    expect(asName('PROD_EU _x_ R&D')).toBe('PROD_EU x R&\u2060D');
    expect(asName('- 1. Eve')).toBe('1\u2060. Eve');
    expect(asName('x'.repeat(300))).toHaveLength(80);
    expect(asName('Anne-Marie O’Neill (Contoso), Jr.')).toBe('Anne-Marie O’Neill (Contoso), Jr.');
    fc.assert(
      fc.property(anyText, (text) => {
        expect(asName(text)).not.toMatch(/[*`[\]<>#~|\\\n]|&\S(?<!\u2060)/);
      }),
    );
  });

  test('is parted into paragraphs without the empty ones, at most forty', () => {
    expect(paragraphs('one\n\n\n two \nthree\n')).toEqual(['one', ' two', 'three']);
    expect(paragraphs(' \n ')).toEqual(['\u00A0']);
    const many = paragraphs(Array.from({ length: 100 }, (_, index) => `line ${index}`).join('\n'));
    expect(many).toHaveLength(40);
    expect(many.at(-1)).toContain('line 99');
  });

  test('stands in its input again, cut at its limit and at a whole character', () => {
    expect(forInput('{{DATE(x)}} **b**', 120)).toBe('{{DATE(x)}} **b**');
    expect(forInput('🔥🔥🔥', 5)).toBe('🔥🔥');
    expect(forInput('x'.repeat(200), 120)).toHaveLength(120);
  });

  test('is cut for a line with a sign that it was', () => {
    expect(shorten('short', 5)).toBe('short');
    expect(shorten('a longer one', 6)).toBe('a lon…');
    expect(shorten('🔥'.repeat(10), 6)).toBe(`${'🔥'.repeat(5)}…`);
    // Right-to-left text that is cut ends its isolate there, and not at the end of the line.
    expect(shorten(`${oneLine('שלום לכולם')}, Ann`, 6)).toBe('\u2068שלום…\u2069');
  });
});

describe('as many lines as fit', () => {
  const MARK = 'there is more';

  test('is all of them when they do', () => {
    expect(fitting(['one', 'two'], 1000, MARK)).toEqual(['one', 'two']);
  });

  test('ends with the mark when they do not', () => {
    expect(fitting(['one', 'x'.repeat(500), 'three'], 400, MARK)).toEqual(['one', expect.stringMatching(/^x{100,300}…$/), MARK]);
    expect(fitting(['x'.repeat(500)], 50, MARK)).toEqual([MARK]);
    // A time that Teams writes is whole or not there.
    for (let bytes = 40; bytes < 120; bytes++)
      expect(fitting([`Eve at {{TIME(2026-11-30T10:00:00Z)}}: ${'x'.repeat(500)}`], bytes, MARK)[0]).not.toMatch(
        /\{\{(?!TIME\(2026-11-30T10:00:00Z\)\}\})/,
      );
  });

  test('stays within its bytes and shows a beginning of each line, whatever they are', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 400 }), { maxLength: 10 }),
        fc.integer({ min: 150, max: 3000 }),
        (lines, bytes) => {
          const shown = fitting(lines, bytes, MARK);
          const own = shown.filter((line) => line !== MARK);
          expect(Buffer.byteLength(own.map((line) => JSON.stringify(line)).join(''))).toBeLessThanOrEqual(bytes);
          for (const [index, line] of own.entries()) expect(lines[index]?.startsWith(line.replace(/…$/, ''))).toBe(true);
          if (shown.at(-1) !== MARK) expect(shown).toEqual(lines);
        },
      ),
    );
  });
});

describe('a point in time', () => {
  test.each([
    ['of today', START, 'Europe/Berlin', '10:00 (Berlin time)'],
    ['of today in another zone', START, 'Asia/Kolkata', '14:30 (Kolkata time)'],
    ['of tomorrow', START + 24 * HOUR_MS, 'Europe/Berlin', '5 Jan, 10:00 (Berlin time)'],
    ['of the evening before, where it is another day already', START - 10 * HOUR_MS, 'America/New_York', '3 Jan, 18:00 (New York time)'],
    ['in UTC', START, 'UTC', '09:00 (UTC)'],
  ])('%s is written for one reader', (_what, at, zone, text) => {
    expect(en.formats.clock(at, zone, START)).toBe(text);
  });

  test('is left to each reader’s client where several read it', () => {
    expect(readersClock(START, START, en)).toBe('{{TIME(2026-01-04T09:00:00Z)}}');
    expect(readersClock(START + 13 * HOUR_MS, START, en)).toBe('{{DATE(2026-01-04T22:00:00Z,SHORT)}}, {{TIME(2026-01-04T22:00:00Z)}}');
  });

  test('in an answer is written as its reader reads times, and only where it is one', () => {
    const lines = (answer: string, words = en, zone?: string) => {
      const report = { ...sampleReport, answers: [{ id: 'since', question: 'Since when?', answer }] };
      return answerFacts({ report, desk: smallDesk(), words, now: START, ...(zone && { zone }) })[0]?.lines;
    };
    const recorded = '2026-01-04 11:00 (Europe/Berlin)';
    expect(lines(recorded)).toEqual(['Since when: {{TIME(2026-01-04T10:00:00Z)}}']);
    expect(lines(recorded, en, 'Asia/Kolkata')).toEqual(['Since when: 15:30 (Kolkata time)']);
    expect(lines(recorded, wordsFor('ja'), 'Asia/Tokyo')).toEqual(['Since when: 日本時間 19:00']);
    expect(lines('2026-01-04 11:00 (UTC+02:00)', en, 'UTC')).toEqual(['Since when: 09:00 (UTC)']);
    // Without its year it would be misread, and what is no time stays as it was typed.
    for (const kept of ['2019-01-04 11:00 (Europe/Berlin)', '2026-01-04 11:00 (Nowhere/None)', `at ${recorded}`])
      expect(lines(kept)).toEqual([`Since when: ${kept}`]);
  });

  test('is spelled out in UTC where no client works on the text', () => {
    expect(spelledOut(`Due ${readersClock(START, START, en)}.`, en)).toBe('Due 09:00 UTC.');
    expect(spelledOut(`Due ${readersClock(START + 13 * HOUR_MS, START, en)}.`, en)).toBe('Due 4 Jan, 22:00 UTC.');
    expect(spelledOut('nothing to do', en)).toBe('nothing to do');
    // Text that only begins like a time must not be searched again from each beginning: that took a minute for 10 KB.
    const begun = '{{DATE('.repeat(20_000);
    expect(spelledOut(begun, en)).toBe(begun);
  });

  test('names its zone as people do', () => {
    expect(en.formats.zone('America/Argentina/Buenos_Aires', START)).toBe('Buenos Aires (UTC-3)');
  });
});

describe('the time zones to choose from', () => {
  const values = (own = '') => [...zonesWith(own, START)];

  test('hold the reader’s own, once, and no nonsense', () => {
    expect(values('America/Phoenix')[0]).toBe('America/Phoenix');
    expect(values('Europe/Berlin').filter((zone) => zone === 'Europe/Berlin')).toHaveLength(1);
    for (const none of [undefined, '', 'Middle/Earth', '**x**']) expect(values(none).sort()).toEqual(values('UTC').sort());
  });

  test('16.6: stand in the order of their offset at that moment, then of their city, each by both', () => {
    const titles = (at: number) => zonesWith('Asia/Tokyo', at).map((zone) => en.formats.zone(zone, at));
    expect(titles(START).slice(0, 3)).toEqual(['Tokyo (UTC+9)', 'Honolulu (UTC-10)', 'Anchorage (UTC-9)']);
    const winter = titles(START).filter((title) => /UTC(?:\+1)?\)$/.test(title));
    const ahead = ['Berlin', 'Copenhagen', 'Lagos', 'Madrid', 'Paris'].map((city) => `${city} (UTC+1)`);
    expect(winter).toEqual(['London (UTC)', 'Reykjavik (UTC)', ...ahead]);
    expect(titles(START + 180 * 24 * HOUR_MS)).toContain('London (UTC+1)');
  });

  test('are in another order from the moment on at which clocks are moved', () => {
    const moved = Date.parse('2026-03-29T01:00:00Z');
    const isFirst = (at: number) => zonesWith('', at).indexOf('Europe/London') < zonesWith('', at).indexOf('Atlantic/Reykjavik');
    expect([isFirst(moved - 1), isFirst(moved), isFirst(moved - 1)]).toEqual([true, false, true]);
  });

  test('exist', () => {
    for (const zone of values()) expect(() => new Intl.DateTimeFormat('en', { timeZone: zone }), zone).not.toThrow();
  });
});

test('a mention is by id, with a name that stands in the text letter by letter', () => {
  expect(mention({ id: storedPersonKey('aad-1'), name: 'Ann <b>*X*</b>' })).toEqual({
    type: 'mention',
    text: '<at>Ann bX/b</at>',
    mentioned: { id: 'aad-1', name: 'Ann bX/b' },
  });
  expect(mention({ id: storedPersonKey('aad-1'), name: '' }).text).toBe('<at>aad-1</at>');
});

describe('16.6: a telephone number', () => {
  const draw = (text: string) => withLinks([{ type: 'RichTextBlock', spacing: 'None', inlines: [{ type: 'TextRun', text }] }])[0];

  test('calls when it is tapped, and stands there as text', () => {
    expect(draw(`Please call ${callable('+1 206 555 0100 ext. 5')} (Americas) and say OUT-1001.`)).toEqual({
      type: 'TextBlock',
      text: 'Please call [+1 206 555 0100 ext. 5](tel:+12065550100;ext=5) (Americas) and say OUT-1001.',
      wrap: true,
      spacing: 'None',
    });
  });

  test('of the desk is one only with its country code', () => {
    const numbers = ['+45 70 10 20 30', '112', '+45 [x](y)'].map((number) => ({ number, region: 'Europe', timeZones: [] }));
    expect(callablePhones(numbers).map(({ number }, index) => number === numbers[index]?.number)).toEqual([false, true, true]);
  });

  test.each([
    ['+44 (0)20 7946 0958', '+442079460958'],
    ['+49 (0) 30 123456', '+4930123456'],
    ['+41 (0)44-668 18 00', '+41446681800'],
  ])('that is written %s dials what is dialled from abroad', (number, dialled) => {
    expect(draw(callable(number))).toMatchObject({ text: `[${number}](tel:${dialled})` });
  });

  test('that no numbering plan has is text alone', () => {
    expect(draw(callable('+45 10'))).toMatchObject({ text: '+45 10' });
  });

  test('is text alone in an input, in a notification, beside what a client works on, and where it was cut', () => {
    const number = callable('+45 70 10 20 30');
    expect(withLinks({ type: 'Input.Text', value: number })).toEqual({ type: 'Input.Text', value: '+45 70 10 20 30' });
    expect(spelledOut(number, en)).toBe('+45 70 10 20 30');
    expect(draw(`By {{TIME(2026-01-04T09:00:00Z)}} call ${number}`)).toMatchObject({ type: 'RichTextBlock' });
    expect(JSON.stringify(draw(number.slice(0, 5)))).toContain('"+45"');
  });

  test('makes no more than itself a link in its line', () => {
    const { text } = draw(`**x** [a](http://e.com) ${callable('+45 70 10 20 30')}`) as { text?: string };
    expect(text).toBe('x a(http:\u2060/\u2060/e.\u2060com) [+45 70 10 20 30](tel:+4570102030)');
  });
});
