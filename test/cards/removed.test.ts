/** After an outage's personal data was removed, each of its cards can still be drawn, says so in words, and mentions nobody. */
// @module-tag sampled
import { describe, expect, test } from 'vitest';
import { affectedCard } from '../../src/cards/affected.ts';
import { listCard } from '../../src/cards/look/look.ts';
import { timelineCard } from '../../src/cards/look/timeline.ts';
import { createRenderer } from '../../src/cards/render.ts';
import { channelOf } from '../../src/outage/destinations.ts';
import type { OutageEvent } from '../../src/outage/events.ts';
import { replay } from '../../src/outage/evolve.ts';
import { notices } from '../../src/outage/notices.ts';
import { newSalt, split } from '../../src/store/personal/split.ts';
import { wordsFor } from '../../src/words/words.ts';
import { smallDesk } from '../support/desk/small-desk.ts';
import { CALM, NOW, type Story, stories } from '../support/outage/stories.ts';
import { sample } from '../support/sample.ts';

const words = wordsFor('en');
const desk = smallDesk();

function withoutPersonalData({ events }: Story): Story {
  const salt = newSalt();
  const removed = { type: 'personal-data-removed', at: NOW, of: null } as const;
  const rest = [...events, removed].map((event) => JSON.parse(split(event, salt).data) as OutageEvent);
  const outage = replay(rest);
  if (!outage) throw new Error('nothing is left of it');
  return { outage, events: rest };
}

/** All notices of its events. */
const noticesOf = ({ events }: Story) =>
  events.flatMap((event, index) => {
    const outage = replay(events.slice(0, index + 1));
    // Nothing is drawn where there are no cards.
    return outage ? notices([event], outage).filter(({ destination }) => channelOf(destination) === 'teams') : [];
  });

const cases = (['personal', 'groupChat'] as const).flatMap((origin) =>
  Object.entries(stories(CALM, origin)).map(([name, story]) => [`${name}, from a ${origin}`, story] as const),
);

describe.each(sample('removed', cases, 40))('%s', (_name, whole) => {
  const story = withoutPersonalData(whole);
  const tokens = [...JSON.stringify(story.events).matchAll(/"~([\w-]{22})"/g)].map(([, token = '']) => token);
  const clean = (drawn: unknown) => {
    const text = JSON.stringify(drawn);
    for (const token of tokens) expect(text).not.toContain(token);
    expect(text).not.toContain('Invalid DateTime');
    return text;
  };

  test('its messages', () => {
    const render = createRenderer(desk);
    const drawn = noticesOf(story).map((notice) => [notice, clean(render(notice, story, { now: NOW, repeated: false }))] as const);
    expect(drawn.length).toBeGreaterThan(0);
    for (const [{ key }, text] of drawn) expect(text, key).not.toMatch(/<at>|"mention"/);
    expect(drawn.some(([, text]) => text.includes(words.privacy.removed))).toBe(true);
  });

  test('its timeline and the list', () => {
    clean(timelineCard({ ...story, desk, words, now: NOW, notes: true }));
    clean(affectedCard({ outage: story.outage, words, now: NOW }));
    clean(listCard({ outages: [story.outage], heading: '', text: '', words, now: NOW, mayTake: true }));
  });
});
