/** What each audience of a room that follows reads of all that can happen: nothing that is not for it, and what it is there for. */
import { describe, expect, test } from 'vitest';
import { AUDIENCE_VIEWS } from '../../src/cards/base/audience.ts';
import { createRenderer } from '../../src/cards/render.ts';
import type { OutageEvent, OutageEventType } from '../../src/outage/events.ts';
import { replay } from '../../src/outage/evolve.ts';
import { type Notice, notices } from '../../src/outage/notices.ts';
import type { Outage } from '../../src/outage/types/outage.ts';
import { AUDIENCES, type Audience } from '../../src/outage/types/values.ts';
import { OTHER_AUDIENCES, roomFor } from '../support/cards/audience.ts';
import { smallDesk } from '../support/desk/small-desk.ts';
import { CALM, stories } from '../support/outage/stories.ts';
import { cardText } from '../support/teams/fake-teams.ts';

/** Each part of a record says what it is. These are what only some may read. */
const SAID = {
  environment: 'MARK-ENVIRONMENT',
  url: 'https://mark.example/url',
  scenario: 'MARK-SCENARIO',
  title: 'MARK-TITLE',
  description: 'MARK-DESCRIPTION',
  contact: 'MARK-CONTACT',
  reason: 'MARK-REASON',
  note: 'MARK-NOTE',
  talk: 'MARK-TALK',
  file: 'MARK-FILE',
  person: 'MARK-PERSON',
} as const;
const THINGS = ['project', 'team', 'plan', 'environment', 'scenario'];
const TALK = ['asked', 'replied'];

/** The events with all these marks, and with a room for each audience where rooms begin to follow. */
function marked(value: unknown, key: string, type: string): unknown {
  if (key === 'followers') return [...(value as readonly unknown[]), ...AUDIENCES.map(roomFor)];
  if (typeof value === 'string') {
    if (key === 'text' && type === 'noted') return SAID.note;
    if (key === 'text' && TALK.includes(type)) return SAID.talk;
    const mark = SAID[key as keyof typeof SAID];
    return mark && value !== '' ? mark : value;
  }
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((one) => marked(one, key, type));
  const copy = Object.fromEntries(Object.entries(value).map(([name, one]) => [name, marked(one, name, type)]));
  if (key === 'environment') return { ...copy, name: SAID.environment };
  if (key === 'scenario') return { ...copy, title: SAID.scenario };
  if (key === 'contact')
    return { ...copy, name: SAID.contact, phone: '+4930123456', email: 'mark@contact.example', secondContact: SAID.contact };
  if (key === 'files') return { ...copy, name: SAID.file };
  return 'id' in copy && 'name' in copy && !THINGS.includes(key) ? { ...copy, name: SAID.person } : copy;
}

const markedEvents = (events: readonly OutageEvent[]) =>
  events.map((event) => {
    const copy = marked(event, '', event.type) as OutageEvent;
    return 'report' in copy && copy.report.onBehalfOf ? { ...copy, report: { ...copy.report, onBehalfOf: SAID.person } } : copy;
  });
const STORIES = Object.entries(stories(CALM, 'personal')).map(([story, { events }]) => ({ story, events: markedEvents(events) }));

/** Customers read first names, so that internal names can be told from theirs. */
const render = createRenderer(smallDesk((text) => text.replace('desk:\n', 'desk:\n  engineerNames: first\n')));

type Read = { readonly name: string; readonly type: OutageEventType; readonly kind: Notice['kind']; readonly text: string };
/** Every message and every edit of a card that the room of this audience gets; drawn at once, and late with what is true in the end. */
function readBy(audience: Audience): readonly Read[] {
  return STORIES.flatMap(({ story, events }) =>
    events.flatMap((event, index) => {
      const then = replay(events.slice(0, index + 1)) as Outage;
      const end = replay(events) as Outage;
      return notices([event], then)
        .filter(({ destination }) => destination.kind === 'follower' && destination.id === audience)
        .flatMap((notice) =>
          [then, end].map((outage): Read => {
            const { card, summary } = render(notice, { outage, events }, { now: event.at + 1_000, repeated: false });
            const text = `${summary}\n${cardText(card)}\n${JSON.stringify(card)}`;
            return { name: `${notice.kind} of ${event.type} of ${story}`, type: event.type, kind: notice.kind, text };
          }),
        );
    }),
  );
}
const READ = Object.fromEntries(AUDIENCES.map((audience) => [audience, readBy(audience)])) as Record<Audience, readonly Read[]>;
const typesOf = (audience: Audience, kind: Notice['kind']) =>
  [...new Set(READ[audience].filter((one) => one.kind === kind).map(({ type }) => type))].toSorted();
const finds = (audience: Audience, marks: readonly RegExp[]) =>
  READ[audience].flatMap(({ name, text }) => marks.flatMap((mark) => (mark.test(text) ? [`${mark} in ${name}`] : [])));

const FILES = /MARK-FILE/;
const CONTACT = [/MARK-CONTACT/, /\+?49\s*30\s*123/, /mark@contact/];
const NOTES = [/MARK-NOTE/, /MARK-TALK/];

describe('a room that follows', () => {
  test('hears of the same events whoever reads there, but of files where customers read', () => {
    expect(typesOf('customer', 'news')).toHaveLength(14);
    for (const audience of OTHER_AUDIENCES) {
      expect(typesOf(audience, 'news')).toEqual(typesOf('customer', 'news').filter((type) => type !== 'files-added'));
      expect(typesOf(audience, 'state')).toEqual(typesOf('customer', 'state'));
      expect(typesOf(audience, 'opening')).toEqual(typesOf('customer', 'opening'));
    }
    expect(typesOf('customer', 'state').length).toBeGreaterThan(12);
  });

  test('of executives reads no name of a person, no environment, kind, address or title, and nothing that is not an update', () => {
    const all = Object.values(SAID).map((mark) => new RegExp(mark));
    expect(finds('executive', [...all, ...CONTACT, /https?:\/\/(?!adaptivecards\.io)/, /\$\{/])).toEqual([]);
    expect(READ.executive.length).toBeGreaterThan(300);
    // None of these is looked for in vain: somebody else reads it.
    const elsewhere = [...READ.customer, ...READ.internal].map(({ text }) => text).join();
    for (const mark of [SAID.person, SAID.environment, SAID.scenario, SAID.title, SAID.description, SAID.reason, SAID.file])
      expect(elsewhere, mark).toContain(mark);
  });

  test('of executives reads first what it stops, then for whom, since when, whether the promise was kept, and when the next update comes', () => {
    const opening = READ.executive.find(({ name }) => name === 'state of acknowledged of planned');
    expect(opening?.text).toMatch(
      /An engineer works on it.*Impact\n.*Nothing can be posted.*Customer\nWeb shop.*Since\n.*Promise\nKept: acknowledged after 5 minutes \(promised: 30 minutes\).*Next update\nBy/s,
    );
    const late = READ.executive.find(({ name }) => name.startsWith('state of breached'));
    expect(late?.text).toMatch(/Late: still waits for an engineer.*Promise\nLate: we promised that an engineer acknowledges it by/s);
    for (const { name, text } of READ.executive.filter(({ kind }) => kind === 'news')) expect(text, name).toContain('Web shop');
  });

  test('of executives reads an update as it was written', () => {
    const updates = READ.executive.filter(({ kind, name }) => kind === 'news' && name.includes('updated of planned'));
    const resolved = READ.executive.filter(({ kind, type }) => kind === 'news' && type === 'resolved');
    for (const { text } of [...updates, ...resolved]) expect(text).toContain('Nothing can be posted since the morning run.');
    expect(resolved.length).toBeGreaterThan(0);
  });

  test('of the own people reads names in full, and no phone, e-mail, contact, note, question or file', () => {
    expect(finds('internal', [...CONTACT, ...NOTES, FILES])).toEqual([]);
    const card = READ.internal.find(({ name }) => name === 'state of acknowledged of released')?.text ?? '';
    expect(card).toMatch(/Owner\nMARK-PERSON\. Acknowledged.*Reported by\nMARK-PERSON.*Customer\n.*MARK-DESCRIPTION/s);
    expect(card).not.toContain('support engineer)');
  });

  test('of customers reads neither who reported nor what it is in detail', () => {
    expect(finds('customer', [...CONTACT, ...NOTES, /MARK-DESCRIPTION/, /Reported by/])).toEqual([]);
  });
});

test('what is internal is drawn as for customers in a room of another tenant, whatever the record says', () => {
  const { events } = STORIES.find(({ story }) => story === 'released') ?? { events: [] };
  const moved = events.map((event) =>
    'followers' in event ? { ...event, followers: event.followers.map((room) => ({ ...room, tenantId: 'theirs' })) } : event,
  );
  const outage = replay(moved) as Outage;
  const notice = notices(moved.slice(0, 1), replay(moved.slice(0, 1)) as Outage).find(
    ({ destination }) => destination.kind === 'follower' && destination.id === 'internal',
  ) as Notice;
  const { card } = render(notice, { outage, events: moved }, { now: outage.reportedAt, repeated: false });
  expect(cardText(card)).not.toMatch(/Reported by|MARK-DESCRIPTION/);
});

test('each audience has one record of what it reads', () => {
  expect(Object.keys(AUDIENCE_VIEWS)).toEqual([...AUDIENCES]);
});
