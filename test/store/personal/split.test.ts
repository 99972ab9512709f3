/** What the record keeps of a person is a token, and the anonymous record is the same record. */
import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { OutageEvent } from '../../../src/outage/events.ts';
import { replay } from '../../../src/outage/evolve.ts';
import { isRemoved } from '../../../src/outage/personal-data.ts';
import { storedPersonKey } from '../../../src/outage/types/person-key.ts';
import { join, newSalt, split, tokenOf } from '../../../src/store/personal/split.ts';
import { CALM, SECRETS, stories } from '../../support/outage/stories.ts';

const salt = newSalt();
const all = Object.entries({ ...stories(CALM, 'personal') });
const kept = (events: readonly OutageEvent[]) => events.map((event) => split(event, salt));
const anonymous = (events: readonly OutageEvent[]) => kept(events).map(({ data }) => JSON.parse(data) as OutageEvent);

/** Every string of one value, with the string in the same place of the other. Throws when they differ by more than strings. */
function strings(one: unknown, other: unknown, path = ''): [path: string, one: string, other: string][] {
  if (typeof one === 'string' && typeof other === 'string') return [[path, one, other]];
  if (typeof one !== 'object' || one === null || typeof other !== 'object' || other === null) {
    expect(other, path).toBe(one);
    return [];
  }
  expect(Object.keys(other), path).toEqual(Object.keys(one));
  return Object.entries(one).flatMap(([key, value]) => strings(value, (other as Record<string, unknown>)[key], `${path}/${key}`));
}

describe.each(all)('%s', (_name, { events }) => {
  test('is put together again as it was', () => {
    for (const event of events) {
      const { data, personal } = split(event, salt);
      const values = new Map([...personal.values()].map(({ token, value }) => [token, value]));
      expect(JSON.parse(join(data, values))).toEqual(JSON.parse(JSON.stringify(event)));
    }
  });

  test('without its personal data folds to the same outage, but for what was removed', () => {
    const whole = JSON.parse(JSON.stringify(replay(events)));
    const rest = JSON.parse(JSON.stringify(replay(anonymous(events))));
    const differ = strings(whole, rest).filter(([, was, is]) => was !== is);
    expect(differ.length).toBeGreaterThan(5);
    for (const [path, was, is] of differ) expect(isRemoved(is), `${path}: ${was}`).toBe(true);
    const people = strings(whole, rest).filter(([path]) => /\/(reporter|owner|by|person)\/(id|name)$/.test(path));
    for (const [path, , is] of people) expect(isRemoved(is), path).toBe(true);
    // One person is still one, and two people are still two.
    const ids = differ.filter(([path]) => /\/(reporter|owner|by|person)\/id$/.test(path));
    expect(new Set(ids.map(([, was]) => was)).size).toBe(new Set(ids.map(([, , is]) => is)).size);
    expect(new Set(ids.map(([, was, is]) => `${was} ${is}`)).size).toBe(new Set(ids.map(([, was]) => was)).size);
  });

  test('says nothing of anybody', () => {
    // What another project is called stands there as typed.
    const text = JSON.stringify(anonymous(events.filter(({ type }) => type !== 'gathered')));
    for (const secret of [...Object.values(SECRETS), 'aad-', 'morning run', 'a:mia']) expect(text).not.toContain(secret);
  });
});

test('what an event of tomorrow says is personal until it is listed as public', () => {
  const event = { type: 'updated', at: 1, by: { id: 'aad-sam', name: 'Sam' }, tomorrow: { secret: 'x', also: ['y'] }, __proto__: null };
  expect(Object.keys(JSON.parse(split(event as unknown as OutageEvent, salt).data))).toEqual(['type', 'at', 'by', 'tomorrow']);
  expect(split(event as unknown as OutageEvent, salt).data).not.toMatch(/"[xy]"/);
});

test('a text that looks like a token stays what was typed', () => {
  const token = tokenOf(salt, 'aad-sam', '"Sam"');
  const event = { type: 'noted', at: 1, by: { id: storedPersonKey('aad-sam'), name: 'Sam' }, text: token, shown: false } as const;
  const { data, personal } = split(event, salt);
  const values = new Map([...personal.values()].map((one) => [one.token, one.value]));
  expect(JSON.parse(join(data, values))).toEqual(event);
});

test('a token is an HMAC of whose it is and what it stands for, another in each outage', () => {
  const digest = createHmac('sha256', salt).update('aad-sam\0"Sam"').digest('base64url');
  expect(tokenOf(salt, 'aad-sam', '"Sam"')).toBe(`~${digest.slice(0, 22)}`);
  expect(tokenOf(newSalt(), 'aad-sam', '"Sam"')).not.toBe(tokenOf(salt, 'aad-sam', '"Sam"'));
  expect(tokenOf(salt, 'aad-lin', '"Sam"')).not.toBe(tokenOf(salt, 'aad-sam', '"Sam"'));
});
