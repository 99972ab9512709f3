/** Typed texts and names make no link, mention nobody, and never look like words of the bot. Parsers of others judge that. */
// @module-tag sampled
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { coverForm } from '../../src/cards/on-call/on-call.ts';
import { handOverForm } from '../../src/cards/ownership.ts';
import { reclassifyForm } from '../../src/cards/report/correction.ts';
import { draftStepCard } from '../../src/cards/report/steps/steps.ts';
import { setupCard } from '../../src/cards/setup/setup.ts';
import type { Desk } from '../../src/desk/desk.ts';
import { messageLink } from '../../src/report/message-link.ts';
import { cardActivity } from '../../src/teams/out/messenger.ts';
import { en } from '../../src/words/en/index.ts';
import { type SampleCard, sampleCards } from '../support/cards/cards.ts';
import { FORGED, HIDDEN, MARKER, OURS, withoutBreaks } from '../support/cards/hostile-text.ts';
import { madeOf, runs, workedOn } from '../support/cards/seen-by-teams.ts';
import { isNode, ofType, opensTeams, short, textOf } from '../support/cards/walk.ts';
import { START } from '../support/clock.ts';
import { smallDesk } from '../support/desk/small-desk.ts';
import { run } from '../support/outage/apply.ts';
import { sampleReport, sampleReportAction } from '../support/outage/sample.ts';
import { CALM } from '../support/outage/stories.ts';
import { sampleContext, sampleDraft } from '../support/report/sample-draft.ts';
import { sample } from '../support/sample.ts';

/** Addresses of the desk files, and of tickets, in which what people typed is no more than letters and percent signs. */
const OF_DESK = /^https:\/\/(?:shop\.)?example\.com(?:\/[\w/?=&.:%~!*();,@+#-]*)?$/;

type Entity = { readonly text: string; readonly mentioned: { readonly id: string } };
const entitiesOf = ({ msteams }: SampleCard['card']): readonly Entity[] =>
  isNode(msteams) && Array.isArray(msteams.entities) ? (msteams.entities as Entity[]) : [];

const ALL_FORGED = FORGED.map((text, nth) => [JSON.stringify(text), text, nth] as const);
describe.each(sample('forged texts', ALL_FORGED, 1))('%s', (_text, text, nth) => {
  const typed = (limit: number) =>
    `${MARKER} ${text} `.repeat(Math.ceil(Math.min(limit, 400) / text.length)).slice(0, Math.min(limit, 400));
  // All cards are drawn once for a text, and dropped before the next one.
  let cards: readonly SampleCard[] = [];
  let harmless: ReadonlySet<string> = new Set();
  beforeAll(() => {
    cards = sampleCards({ typed, name: `${text} Eve`, place: `${text} Shop` }, nth);
    harmless = new Set(sampleCards(CALM, nth).flatMap(({ card }) => workedOn(card)));
  });
  afterAll(() => {
    cards = [];
  });
  const findings = (look: (card: SampleCard) => readonly string[]) =>
    short(cards.flatMap((one) => look(one).map((what) => `${one.name}: ${what}`)));

  test('is nothing but text wherever a client reads Markdown or looks for addresses', () => {
    expect(
      findings(({ card }) => {
        const names = entitiesOf(card).map((entity) => entity.text);
        return workedOn(card)
          .filter((one) => !harmless.has(one))
          .flatMap((one) => madeOf(names.reduce((left, name) => left.replaceAll(name, 'N'), one).replace(OURS, '10')));
      }),
    ).toEqual([]);
  });

  test('mentions nobody but whom the core calls, by an id of ours', () => {
    expect(
      findings(({ card }) =>
        entitiesOf(card).flatMap(({ text: at, mentioned }) =>
          /^aad-[\w-]+$/.test(mentioned.id) && /^<at>[^<>]+<\/at>$/.test(at) ? [] : [at],
        ),
      ),
    ).toEqual([]);
    // In a TextRun a tag is text. In a TextBlock it is a mention, and must belong to somebody who is called.
    expect(
      findings(({ card }) => {
        const names = entitiesOf(card).map((entity) => entity.text);
        return ofType(card, 'TextBlock').flatMap((block) =>
          (String(block.text).match(/<at>.*?<\/at>/g) ?? []).filter((at) => !names.includes(at)),
        );
      }),
    ).toEqual([]);
  });

  test('leads nowhere: each address is of the desk file or a message in Teams', () => {
    expect(
      findings(({ card }) =>
        ofType(card, 'Action.OpenUrl').flatMap(({ url }) =>
          OF_DESK.test(String(url)) || messageLink(String(url)) === url || opensTeams(String(url)) ? [] : [String(url)],
        ),
      ),
    ).toEqual([]);
  });

  test('16.6: calls nobody: a number is a link where it is of the desk, or was checked', () => {
    expect(
      findings(({ card }) => ofType(card, 'TextBlock').flatMap((block) => (textOf(block).includes('tel:+4590') ? [textOf(block)] : []))),
    ).toEqual([]);
  });

  test('begins no line among our own: it stands beside a label, in a box of its own, or between quotation marks', () => {
    expect(
      findings(({ card }) =>
        runs(card).flatMap(({ text: run, around }) => {
          const apart = around.some(({ type, style }) => type === 'Column' || (type === 'Container' && style === 'emphasis'));
          return run.includes('\n') || (!apart && run.trimStart().startsWith(MARKER)) ? [run] : [];
        }),
      ),
    ).toEqual([]);
  });

  test('is told all the same where it is what the message is about', () => {
    const about = cards.filter(
      ({ name }) => /: (noted|resolved|answered|objected|reopened) of .*, at once$/.test(name) && name.includes(' to desk'),
    );
    expect(about.length).toBeGreaterThan(3);
    expect(about.filter(({ card }) => !JSON.stringify(card.body).includes(MARKER)).map(({ name }) => name)).toEqual([]);
  });

  test('hides, turns and covers nothing', () => {
    expect(
      findings(({ card }) => [...workedOn(card), ...runs(card).map((run) => run.text)].filter((one) => HIDDEN.test(withoutBreaks(one)))),
    ).toEqual([]);
  });
});

test.each(FORGED)('a name of the desk file is nothing but text in the lists to choose from: %j', (text) => {
  const plain = smallDesk();
  const forged = smallDesk((file) =>
    file.replace(
      /name: (Ada Lund|Bob Hall|Web shop|Mill|Live|East|West)/g,
      (_all, name: string) => `name: ${JSON.stringify(`${text} ${name}`)}`,
    ),
  );
  const { outage } = run(sampleReportAction({ report: { ...sampleReport, project: { id: 'mill-2', name: 'Mill' } } }));
  const choices = (desk: Desk) => {
    const view = {
      target: { outage: outage.id, version: outage.version },
      outage,
      desk,
      words: en,
      now: START,
      filled: {},
      errors: {},
      hint: '',
      open: [],
      searchesPeople: true,
    };
    const shifts = { primary: [], secondary: [], 'duty-manager': [] };
    const onCall = {
      desk,
      words: en,
      now: START,
      overrides: [],
      shifts,
      week: [],
      zone: 'UTC',
      filled: { what: '', untilDate: '', untilTime: '' },
      errors: {},
      hint: '',
    };
    const draft = { ...sampleDraft({}, 'confirmation'), kind: 'request' } as const;
    const step = { draft, errors: {}, ...sampleContext(desk), words: en };
    const setup = {
      desk,
      words: en,
      ...{ zone: 'UTC', now: 0, rooms: desk.roomsIn([]) },
      here: { conversationId: '19:x', kind: 'channel', teamId: '19:t', tenantId: null, name: 'X' },
    } as const;
    return [
      handOverForm(view),
      reclassifyForm(view),
      coverForm(onCall, desk.engineers),
      setupCard(setup),
      draftStepCard(step),
      draftStepCard({ ...step, draft: sampleDraft({}, 'confirmation') }),
    ].flatMap(workedOn);
  };
  const usual = choices(plain);
  const changed = choices(forged).filter((one) => !usual.includes(one));
  expect(changed.length).toBeGreaterThan(8);
  expect(short(changed.flatMap(madeOf))).toEqual([]);
});

test('a message is its card and one whole line for the notification: no text, mention or suggestion beside it', () => {
  const card = { type: 'AdaptiveCard', body: [] } as const;
  const { summary = '', ...rest } = cardActivity({ card, summary: `${'x'.repeat(198)}\u{1F525}\u{1F525}\u{1F525}` });
  expect(summary).toBe(`${'x'.repeat(198)}\u{1F525}\u2026`);
  expect(Object.keys(rest).sort()).toEqual(['attachments', 'type']);
});
