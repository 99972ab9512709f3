/** What the news of each event say: who is mentioned, when the next update comes, and what others must not read. */
import { describe, expect, test } from 'vitest';
import { createRenderer } from '../../src/cards/render.ts';
import type { Action } from '../../src/outage/actions.ts';
import { formatDestination, isDeskSide, otherReporterAt, readerOf } from '../../src/outage/destinations.ts';
import type { OutageEvent } from '../../src/outage/events.ts';
import { pinged } from '../../src/outage/events.ts';
import { replay } from '../../src/outage/evolve.ts';
import { notices } from '../../src/outage/notices.ts';
import { overtaken } from '../../src/outage/overtaken.ts';
import { mentionsNobody } from '../../src/outage/types/outage.ts';
import { FIELDS } from '../../src/report/fields.ts';
import { en } from '../../src/words/en/index.ts';
import { smallDesk } from '../support/desk/small-desk.ts';
import { run } from '../support/outage/apply.ts';
import * as sample from '../support/outage/sample.ts';
import { at, CALM, SECRETS, stories } from '../support/outage/stories.ts';
import { cardText } from '../support/teams/fake-teams.ts';

const TYPED = 'WHAT WAS TYPED';
const TITLE = 'A TITLE';
const STORIES = Object.entries(stories({ typed: (limit) => (limit === FIELDS.title.limit ? TITLE : TYPED), name: CALM.name }, 'personal'));
const render = createRenderer(smallDesk());

/** Every message that the core sends in these stories, without the edits of cards. */
const MESSAGES = STORIES.flatMap(([story, { events }]) =>
  events.flatMap((event, index) => {
    const outage = replay(events.slice(0, index + 1));
    if (!outage) return [];
    return notices([event], outage)
      .filter((notice) => notice.kind !== 'state' && notice.kind !== 'opening' && !overtaken(notice, outage, event))
      .map((notice) => {
        const { card, summary } = render(notice, { outage, events }, { now: event.at, repeated: false });
        const entities = (card.msteams as { entities?: { mentioned: { id: string } }[] } | undefined)?.entities ?? [];
        return {
          name: `${event.type} of ${story} to ${formatDestination(notice.destination)}`,
          notice,
          event,
          outage,
          summary,
          text: cardText(card),
          mentioned: entities.map(({ mentioned }) => mentioned.id),
        };
      });
  }),
);
const of = (type: OutageEvent['type']) => MESSAGES.filter(({ event }) => event.type === type);

describe('a ping', () => {
  test('mentions those who must be reached, each once and nobody else; in somebody’s own chat only them', () => {
    const pings = MESSAGES.filter(({ notice }) => notice.kind === 'ping' || notice.kind === 'direct');
    expect(new Set(pings.map(({ event }) => event.type)).size).toBe(13);
    for (const { name, notice, event, outage, mentioned } of pings) {
      const people = mentionsNobody(outage) ? [] : pinged(event).map(({ id }) => id);
      expect(mentioned.toSorted(), name).toEqual(
        notice.kind === 'direct' ? [notice.destination.kind === 'person' && notice.destination.id] : people.toSorted(),
      );
      expect(pinged(event).length, name).toBeGreaterThan(0);
    }
  });

  test('about a missing update asks the owner, then says to the levels above whose update is missing, and since when', () => {
    const nudges = of('update-missed').filter(({ notice }) => notice.kind === 'ping' && notice.key.includes('nonce-1'));
    const first = nudges.find(({ event }) => event.type === 'update-missed' && event.nudge === 0);
    expect(first?.text).toContain('the next update was due by');
    expect(first?.text).not.toContain('secondary');
    const later = nudges.find(({ event }) => event.type === 'update-missed' && event.nudge > 1);
    expect(later?.text).toContain('you are the secondary. The owner, Mia Winter, has not posted the update that was due by {{TIME(');
    expect(later?.text).toContain('you are the duty manager. The owner, Mia Winter, has not posted');
  });
});

describe('news', () => {
  test('of a missing update is plain, and makes nothing up', () => {
    const news = of('update-missed').filter(({ notice }) => formatDestination(notice.destination) === 'follower:board');
    expect(news.length).toBeGreaterThan(0);
    for (const { summary, text } of news) {
      expect(summary).toBe('OUT-1001: update is late');
      expect(text).toContain('We asked Mia Winter for it');
      expect(text).not.toMatch(/work goes on|working|soon/i);
    }
  });

  test('that there is nothing new says since when, and what was said last', () => {
    const [update] = of('updated')
      .filter(({ name }) => name.startsWith('updated of nothing new to') && name.endsWith('origin'))
      .slice(-1);
    expect(update?.text).toContain('Nothing is new since 10:10 (Berlin time)');
    expect(update?.text).toContain(TYPED);
    const [fresh] = of('updated').filter(({ name }) => name === 'updated of nothing new from the start to origin');
    expect(fresh?.text).toContain('Nothing is new since 10:05 (Berlin time)');
  });

  test('of a note, a correction and why it was given back reaches the desk alone', () => {
    for (const type of ['noted', 'corrected', 'hand-over-declined', 'assisted'] as const) {
      expect(of(type).length, type).toBeGreaterThan(0);
      expect(
        of(type)
          .filter(({ notice }) => !isDeskSide(notice.destination))
          .map(({ name }) => name),
      ).toEqual([]);
    }
    for (const { name, notice, text } of [...of('released'), ...of('objected')]) {
      if (readerOf(notice.destination) !== 'desk') expect(text, name).not.toContain(TYPED);
    }
  });

  test('tells how to reach the reporter to the desk alone, and the time of a correction as a time', () => {
    for (const { name, notice, text } of MESSAGES) {
      if (!isDeskSide(notice.destination)) expect(text, name).not.toMatch(new RegExp(`${SECRETS.phone.slice(1)}|${SECRETS.email}`));
    }
    const [corrected] = of('corrected');
    expect(corrected?.text).toContain(`Was: +4930123456\nNow: +49 30 654321`);
    expect(corrected?.text).toMatch(/Was: \{\{TIME\([\dTZ:-]+\)\}\}\nNow: Not sure/);
  });

  test('at the place of an outage that was merged into it says both numbers, and nothing of the other report', () => {
    const merged = MESSAGES.filter(({ notice }) => formatDestination(notice.destination) === 'merged:nonce-2');
    expect(new Set(merged.map(({ event }) => event.type)).size).toBeGreaterThan(8);
    for (const { name, text } of merged) {
      expect(text, name).toContain('You reported this as OUT-1002. It is the same outage as OUT-1001.');
      expect(text, name).not.toMatch(new RegExp(`${TITLE}|Web shop`));
    }
  });

  test('at the place of an outage that was merged into it says nothing that the other reporter wrote, nor who that is', () => {
    const by = ['withdrawn', 'objected', 'reopened'] as const;
    for (const type of by) {
      const news = of(type).filter(({ notice }) => formatDestination(notice.destination) === 'merged:nonce-2');
      expect(news.length, type).toBeGreaterThan(0);
      for (const { name, text } of news) expect(text, name).not.toMatch(new RegExp(`${TYPED}|Mia Winter`));
    }
    const withdrawn = of('withdrawn').find(({ notice }) => formatDestination(notice.destination) === 'merged:nonce-2');
    expect(withdrawn?.text).toContain('If it is still down for you, report it again with /outage');
  });

  test('of a transfer has both promises side by side, for the team too', () => {
    const news = of('transferred');
    expect(new Set(news.map(({ notice }) => readerOf(notice.destination)))).toEqual(new Set(['desk', 'reporter', 'followers', 'team']));
    for (const { name, notice, outage, text } of news) {
      // The plan belongs to the other customer, and the objection to the other reporter.
      if (otherReporterAt(notice.destination, outage)) {
        expect(text, name).not.toMatch(/support plan|replies by/);
        expect(text, name).toContain('If it is still down for you, report it again with /outage');
        continue;
      }
      expect(text, name).toContain('As an outage: acknowledged within 30 minutes, then an update every 1 hour');
      expect(text, name).toMatch(/Mia Winter replies by .*support plan: Mia Winter/);
    }
  });

  test('of what came back says by when somebody will have it, unless somebody has it already', () => {
    const released = STORIES.find(([name]) => name === 'released and taken again')?.[1];
    const index = released?.events.findIndex(({ type }) => type === 'released') ?? -1;
    const before = replay(released?.events.slice(0, index + 1) ?? []);
    if (!released || !before) throw new Error('no such story');
    const notice = {
      ...notices([released.events[index] as OutageEvent], before).find(({ destination }) => destination.kind === 'origin'),
    } as Parameters<typeof render>[0];
    const drawn = (outage: typeof before) =>
      cardText(render(notice, { outage, events: released.events }, { now: at(40), repeated: false }).card);
    expect(drawn(before)).toContain('A support engineer acknowledges it by');
    expect(drawn(released.outage)).not.toContain('A support engineer acknowledges');
  });
});

test('every message of every story can be drawn, and has its blanks filled in', () => {
  for (const { name, text } of MESSAGES) expect(text, name).not.toMatch(/Invalid|NaN|undefined/);
  expect(MESSAGES.length).toBeGreaterThan(150);
});

/** Beside its number, the name of a person or a team, and a place that Teams lost. */
const wordsIn = (heading: string): number =>
  heading
    .replace(/ reach .*$/, ' reach it')
    .replaceAll(/(?:OUT|REQ|DRILL)-\d+|Mia Winter|\b\d+\b/g, ' ')
    .split(/[\s:]+/)
    .filter(Boolean).length;

/** Who did it, as its words say it, up to the time. Engineers hand over to each other, and all people of the stories have one name. */
const AT = '10:45';
const BY = [
  en.news.by(CALM.name, AT),
  en.news.by(en.news.notOnCall(CALM.name), AT),
  en.progress.news.handedOverTo(CALM.name, CALM.name, AT),
].map((line) => line.slice(0, line.indexOf(AT)));

test('16.1: a heading says what is new in at most six words; who did it and when stand under it', () => {
  const headings = MESSAGES.map(({ summary, ...message }) => ({ ...message, summary, heading: summary.split('. ')[0] ?? '' }));
  expect(headings.flatMap(({ name, heading }) => (wordsIn(heading) > 6 ? [`${name}: ${heading}`] : []))).toEqual([]);
  for (const type of ['acknowledged', 'updated', 'resolved', 'released', 'handed-over', 'transferred', 'corrected', 'noted'] as const) {
    expect(of(type).length, type).toBeGreaterThan(0);
    for (const { name, notice, summary, text } of of(type)) {
      // Who acknowledged by a reaction reads, alone, what it did.
      if (notice.kind === 'alone') continue;
      expect(
        BY.some((by) => summary.includes(by)),
        `${name}: ${summary}`,
      ).toBe(true);
      expect(
        BY.some((by) => text.includes(`\n${by}`)),
        `${name}: ${text}`,
      ).toBe(true);
      expect(summary.split('. ')[0], name).not.toMatch(/\bby\b/);
    }
  }
});

test('16.4: who joined reads a whole line where the reporter, whom they do not know, acknowledges it', () => {
  const by = { ...sample.reporter, roles: ['engineer'] } as const;
  const told = (...actions: readonly Action[]) => {
    const { outage, events } = run(sample.sampleReportAction(), sample.sampleJoinAction(), ...actions);
    const notice = notices(events.slice(-1), outage).find(({ kind, destination }) => kind === 'news' && destination.kind === 'joined');
    if (!notice) throw new Error('Nobody who joined hears of it.');
    return cardText(render(notice, { outage, events }, { now: at(41), repeated: false }).card);
  };
  const taken = sample.sampleAcknowledgeAction({ by, at: at(35) });
  expect(told(taken)).toMatch(/\n“.*”\nAfter 35 minutes, 5 minutes late\n/);
  const back = { ...taken, type: 'release', at: at(36), reason: 'A train', seen: null, onCall: sample.sampleOnCall } as unknown as Action;
  expect(told(taken, back, { ...taken, at: at(40) })).toMatch(/\n4 minutes after it was given back\n/);
});
