/** What webhooks say: valid by the published schema for every event of every story, and in public nothing of people and nothing that they wrote. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { publishedAs } from '../../src/outage/audience.ts';
import type { OutageEvent } from '../../src/outage/events.ts';
import { isOpen } from '../../src/outage/types/outage.ts';
import { WEBHOOK_EVENTS } from '../../src/outage/types/webhooks.ts';
import { type Body, bodyJsonSchema, bodyOf } from '../../src/webhooks/body.ts';
import { CALM, SECRETS, type Story, stories } from '../support/outage/stories.ts';
import { isValidBody } from '../support/outward/receiver.ts';

/** The bodies of all events of a story that are published. */
const bodiesOf = ({ events }: Story, detail: 'public' | 'full'): readonly Body[] => {
  const promoted = events.findIndex(({ type }) => type === 'promoted') + 1;
  const from = events[0]?.type === 'reported' && events[0].request ? (promoted === 0 ? events.length + 1 : promoted) : 1;
  return events.flatMap((event, index) => {
    const seq = index + 1;
    return seq >= from && publishedAs(event) !== null ? [bodyOf({ key: 'key', seq }, events, detail)] : [];
  });
};
const TYPED = 'Zqx typed this';
const NAME = 'Zqx Winter';
const marked = stories({ typed: (limit) => TYPED.slice(0, limit), name: NAME }, 'personal');
const all = Object.entries(marked).map(([name, story]) => ({ name, story: story as Story }));

describe('the schema of webhooks', () => {
  it('stands in src/webhooks/schema.json as it is', () => {
    const file = JSON.parse(readFileSync('src/webhooks/schema.json', 'utf8'));
    expect(file, 'npm run webhook-schema writes it').toEqual(JSON.parse(JSON.stringify(bodyJsonSchema())));
  });

  it.each(['public', 'full'] as const)('describes every event of every story, with detail %s', (detail) => {
    const bodies = all.flatMap(({ name, story }) => bodiesOf(story, detail).map((body) => ({ name, body })));
    expect(bodies.filter(({ body }) => !isValidBody(body)).map(({ name, body }) => `${name}: ${body.type}`)).toEqual([]);
    expect(new Set(bodies.map(({ body }) => body.type))).toEqual(new Set(WEBHOOK_EVENTS));
  });

  it('refuses what it does not describe', () => {
    const [body] = bodiesOf(marked.acknowledged, 'public');
    expect(isValidBody(body)).toBe(true);
    expect(isValidBody({ ...body, type: 'outage.lost' })).toBe(false);
    expect(isValidBody({ ...body, timestamp: 'yesterday' })).toBe(false);
    expect(isValidBody({ ...body, data: { ...body?.data, version: 2 } })).toBe(false);
    expect(isValidBody({ ...body, data: { ...body?.data, outage: undefined } })).toBe(false);
  });
});

describe('public detail', () => {
  it.each(all)('holds nothing that people are called by or wrote: $name', ({ story }) => {
    // The sample calls the team as it calls people; the desk file says its name.
    const said = JSON.stringify(bodiesOf(story, 'public'), (key, value) => (key === 'team' && value ? { ...value, name: '' } : value));
    for (const secret of ['Zqx', SECRETS.phone, SECRETS.email, 'aad-', story.outage.id, 'Which session'])
      expect(said).not.toContain(secret);
  });

  it('holds what other systems need', () => {
    const last = bodiesOf(marked.resolved, 'public').at(-1);
    expect(last).toMatchObject({
      type: 'outage.resolved',
      data: {
        version: 1,
        drill: false,
        rung: null,
        outage: { number: 'OUT-1001', state: 'resolved', project: { id: 'shop', name: 'Web shop' }, team: null, mergedInto: null },
      },
    });
    expect(last?.data).not.toHaveProperty('full');
  });
});

describe('full detail', () => {
  it('holds the report, the contact, who did it and what they wrote', () => {
    const [reported, acknowledged, updated] = bodiesOf(marked.updated, 'full').map(({ data }) => data.full);
    expect(reported).toMatchObject({ title: TYPED, reporter: NAME, by: NAME, text: '', owner: '' });
    expect(reported?.contact).toEqual({ name: TYPED, email: SECRETS.email, phone: SECRETS.phone });
    expect(acknowledged).toMatchObject({ owner: NAME, by: NAME, text: '' });
    expect(updated?.text).toBe(TYPED);
  });

  it('has the tickets in other systems as they were after the event, and none whose data was removed', () => {
    const { events, outage } = stories(CALM, 'personal')['with a call and tickets'];
    const tickets = (of: readonly OutageEvent[]) => bodiesOf({ events: of, outage }, 'full').map(({ data }) => data.full?.tickets);
    const [reported, acknowledged, updated] = tickets(events);
    expect([reported, acknowledged]).toEqual([[], []]);
    expect(updated?.[0]).toBe('INC0012345');
    expect(updated?.at(-1)).toBe('https://example.com/nav_to.do?id=7');
    const token = `~${'a'.repeat(22)}`;
    const removed = events.map((event) => (event.type === 'ticket-added' ? { ...event, ticket: { name: token, url: token } } : event));
    expect(tickets(removed).at(-1)).toEqual([]);
  });

  it('is empty where personal data was removed since', () => {
    const token = `~${'a'.repeat(22)}`;
    const removed = stories({ typed: () => token, name: token }, 'personal').updated;
    const body = bodiesOf(removed, 'full').at(-1);
    expect(JSON.stringify(body)).not.toContain('~');
    expect(body && isValidBody(body)).toBe(true);
  });
});

describe('an event', () => {
  it('says the outage as it was after it, however late it is sent', () => {
    const { events, outage } = stories(CALM, 'personal').closed;
    expect(isOpen(outage)).toBe(false);
    const states = bodiesOf({ events, outage }, 'public').map(({ type, data }) => [type, data.outage.state, data.sequence]);
    expect(states).toEqual([
      ['outage.reported', 'reported', 1],
      ['outage.acknowledged', 'acknowledged', 2],
      ['outage.resolved', 'resolved', 3],
      ['outage.closed', 'closed', 4],
    ]);
  });

  it('says which step of the escalation it is, and when the promise was broken', () => {
    const bodies = bodiesOf(stories(CALM, 'personal').breached, 'public');
    const said = bodies.map(({ type, data }) => [type, data.rung, data.outage.breachedAt !== null]);
    expect(said).toEqual(
      expect.arrayContaining([
        ['outage.escalated', 'breach', expect.any(Boolean)],
        ['outage.breached', null, true],
      ]),
    );
  });

  it('of a drill says that it is one', () => {
    const bodies = bodiesOf(stories(CALM, 'personal')['drilled with mentions'], 'public');
    expect(bodies.map(({ data }) => data.drill)).toEqual(bodies.map(() => true));
    expect(bodies.at(-1)).toMatchObject({ type: 'outage.drill_ended', data: { outage: { number: 'DRILL-1', state: 'withdrawn' } } });
  });

  it('that is not for other systems is not told', () => {
    const { events } = stories(CALM, 'personal').noted;
    expect(() => bodyOf({ key: 'key', seq: 2 }, events, 'public')).toThrow('noted is not for webhooks');
  });
});
