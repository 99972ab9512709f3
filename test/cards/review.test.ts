/** The review of an outage: what the record gives of it, and its Markdown, in which what people wrote stays text. */
import { marked } from 'marked';
import { describe, expect, it } from 'vitest';
import { bytesOf, MAX_CARD_BYTES } from '../../src/cards/base/card.ts';
import { documentCard, escaped, reviewDocument } from '../../src/cards/review/document.ts';
import { affectedIn, lookBack, type ReviewView, toldIn } from '../../src/cards/review/facts.ts';
import { LANGUAGES } from '../../src/outage/follow/language.ts';
import type { Outage } from '../../src/outage/types/outage.ts';
import { wordsFor } from '../../src/words/words.ts';
import { FORGED, HOSTILE } from '../support/cards/hostile-text.ts';
import { smallDesk } from '../support/desk/small-desk.ts';
import { run } from '../support/outage/apply.ts';
import { sample } from '../support/outage/states.ts';
import { at, CALM, NOW, type Story, stories } from '../support/outage/stories.ts';

const view = (story: Story, ledger: ReviewView['ledger'] = []): ReviewView => ({
  ...{ ...story, ledger, desk: smallDesk(), words: wordsFor('en'), now: NOW },
});
const came = (key: string, state: 'done' | 'failed' | 'skipped' = 'done') => ({
  ...{ key: `nonce-1/${key}`, state, doneAt: state === 'done' ? NOW : null, attempts: 1, error: null, told: 0 },
});

describe('what the record gives', () => {
  it('is each promise, also of a second ladder, without what was taken back', () => {
    const { events } = stories(CALM, 'personal')['taken by a reaction, and back late'];
    expect(lookBack(events).acknowledged).toEqual([]);
    const again = run(
      sample('report', 0),
      sample('acknowledge', 40),
      sample('release', 50),
      sample('acknowledge', 55),
      sample('resolve', 60),
    );
    expect(lookBack(again.events).acknowledged.map(({ afterMs, withinMs }) => afterMs <= withinMs)).toEqual([false, true]);
  });

  it('is each update with the time for which it was promised, and the end as the last', () => {
    const { events } = run(
      ...[sample('report', 0), sample('acknowledge', 5), sample('update', 20, { nextUpdateInMs: 600_000 })],
      ...[sample('update', 45, { text: 'More.' }), sample('resolve', 50)],
    );
    const { updates, late } = lookBack(events);
    expect(updates.map((one) => one.at)).toEqual([at(20), at(45), at(50)]);
    expect(late).toEqual([{ at: at(45), dueAt: at(30) }]);
  });

  it('is each time that was longer than the cadence without a word, while it was open', () => {
    const { events } = run(
      ...[sample('report', 0), sample('acknowledge', 5), sample('note', 30), sample('update', 200), sample('resolve', 210)],
      ...[sample('reopen', 1_000), sample('acknowledge', 1_005), sample('resolve', 1_010)],
    );
    expect(lookBack(events).gaps).toEqual([{ from: at(5), until: at(200) }]);
  });

  it('is where each word arrived: an edit, and what became needless, do not count', () => {
    const story = run(sample('report', 0), sample('acknowledge', 5), sample('resolve', 20));
    const told = toldIn(
      view(story, [
        came('opening/desk/1'),
        came('state/desk/2'),
        came('news/desk/2'),
        came('news/origin/2', 'failed'),
        came('news/desk/3', 'skipped'),
      ]),
    );
    expect(told.map(({ event, came: some, all }) => [event.type, some, all])).toEqual([
      ['reported', 1, 1],
      ['acknowledged', 1, 2],
    ]);
  });

  it('counts people by customer, and names nobody', () => {
    const { outage } = stories(CALM, 'personal')['joined by many'];
    expect(affectedIn(outage)).toEqual({ people: [{ name: 'Web shop', people: 12 }], merged: 0 });
    expect(affectedIn(stories(CALM, 'personal')['with another in it, to its end'].outage)).toMatchObject({ merged: 1 });
  });
});

const MARKDOWN = [
  '[click](https://evil.example)',
  'https://evil.example and www.evil.example, mail me@evil.example, mailto:me@evil.example',
  '<b>bold</b> <script>alert(1)</script> &lt;b&gt; <https://evil.example>',
  '![x](https://evil.example/x.png) [x]: https://evil.example',
  '| a | b |\n|---|---|\n| 1 | 2 |',
  '# heading\n- item\n+ item\n* item\n1. first\n12) twelfth\n> quote\n===\n---\n```\ncode\n```\n    code',
  '**bold** _it_ ~~gone~~ `code` \\[not\\] $x$ {{DATE(2026-01-01T00:00:00Z)}} ${1}',
  'a\u2028b\u0000c',
];

describe('the Markdown', () => {
  it.each([...MARKDOWN, ...FORGED, ...HOSTILE])('keeps what people wrote as text: %j', (text) => {
    const story = run(
      sample('report', 0, { report: { ...sample('report', 0).report, title: text.slice(0, 120) } }),
      ...[sample('acknowledge', 5), sample('update', 10, { text }), sample('resolve', 20, { text })],
      sample('review', 30, {
        cause: text,
        helped: text,
        followUps: [{ text, owner: { id: sample('plan', 0).by.id, name: text }, dueAt: at(99), place: 0 }],
      }),
    );
    const html = String(marked.parse(reviewDocument(view(story, [came('news/desk/3')])), { gfm: true, async: false }));
    const tags = new Set([...html.matchAll(/<(\/?[a-z0-9]+)/g)].map(([, tag]) => tag?.replace('/', '')));
    for (const tag of ['a', 'img', 'table', 'script', 'b', 'code', 'pre', 'del', 'h3', 'ol', 'hr']) expect([...tags]).not.toContain(tag);
    expect(html.match(/<h1/g)).toHaveLength(1);
    expect(html.match(/<h2/g)).toHaveLength(10);
    // What the document itself sets: emphasis of names, of gaps and of what is not written.
    expect(html).not.toMatch(/<(?:em|strong)>[^<]*(?:bold|it)<\//);
  });

  it('shows times in UTC, and says where the desk is', () => {
    const text = reviewDocument(view(stories(CALM, 'personal').reviewed));
    expect(text).toContain('Times are in UTC. The support desk is in UTC.');
    expect(text).toContain('2026-01-04 09:05 **Mia Winter** acknowledged it');
    expect(text).not.toMatch(/[\u200B\u2060\uE000-\uE002]|\{\{/);
    expect(escaped('10:45 on 2026-01-04')).toBe('10:45 on 2026-01-04');
  });

  it('has in no language a sign that nobody sees: who searches the wiki for a heading finds it', () => {
    for (const language of LANGUAGES) {
      const text = reviewDocument({ ...view(stories(CALM, 'personal').reviewed), words: wordsFor(language) });
      expect(text.match(/[\u00AD\u200B\u2060]/g), language).toBe(null);
    }
  });

  it('says in words where personal data was removed', () => {
    const { outage, events } = stories(CALM, 'personal').reviewed;
    const token = '~AAAAAAAAAAAAAAAAAAAAAA';
    const review = outage.review && { ...outage.review, cause: token };
    expect(reviewDocument(view({ outage: { ...outage, review } as Outage, events }))).toContain('## Cause\n\n(removed)');
  });

  it('of a long story is cut at the end of a line on a card, which says so', () => {
    const updates = Array.from({ length: 60 }, (_, index) => sample('update', 6 + index, { text: `${index} ${'é'.repeat(900)}` }));
    const story = run(sample('report', 0), sample('acknowledge', 5), ...updates, sample('resolve', 80));
    const ledger = story.events.map((_, index) => came(`news/desk/${index + 1}`));
    const card = documentCard(view(story, ledger));
    expect(bytesOf(card)).toBeLessThanOrEqual(MAX_CARD_BYTES);
    expect(JSON.stringify(card)).toContain('npx outage-desk review');
    expect(reviewDocument(view(story, ledger)).length).toBeGreaterThan(50_000);
  });
});
