/** The chain of the record. */
import { expect, test } from 'vitest';
import { hashOf, recordedOf, storedForm } from '../../../src/store/outages/record.ts';
import { run } from '../../support/outage/apply.ts';
import { sample } from '../../support/outage/states.ts';

const link = { outageId: 'nonce-1', seq: 2, type: 'noted', at: 1, data: '{}' };

test('a hash is over the event and the hash before it', () => {
  const hash = hashOf('before', link);
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
  expect(hashOf('before', { ...link, client: '' })).toBe(hash);
  const others = [{ outageId: 'nonce-2' }, { seq: 3 }, { type: 'updated' }, { at: 2 }, { data: '{"a":1}' }, { client: 'phone' }];
  for (const other of others) expect(hashOf('before', { ...link, ...other })).not.toBe(hash);
  expect(hashOf('another', link)).not.toBe(hash);
});

test('the call and tickets are stored as notes for the version before, which reads any name beside `is`, and read as what they are', () => {
  const { events } = run(
    sample('report', 0),
    sample('set-bridge', 2, { shared: true }),
    sample('add-ticket', 3),
    sample('remove-ticket', 4),
    sample('set-bridge', 5, { url: '' }),
  );
  expect(events.map(({ type }) => type)).toEqual(['reported', 'bridge-set', 'ticket-added', 'ticket-removed', 'bridge-set']);
  const stored = events.map((event) => JSON.stringify(storedForm(event)));
  for (const text of stored.slice(1)) {
    expect(JSON.parse(text)).toMatchObject({ type: 'noted', text: '', shown: true, by: { id: 'aad-sam' } });
    expect(JSON.parse(text)).not.toHaveProperty('is');
  }
  const row = { id: 'nonce-1', head: 'head', version: 5, since: 0, personal: null };
  // In the same order, letter by letter.
  expect(JSON.stringify(recordedOf({ ...row, events: stored.join('\n') }, null)?.events)).toBe(JSON.stringify(events));
  // What a version to come calls an event stays what it is stored as.
  const tomorrow = [stored[0], (stored[2] ?? '').replace('"as":"ticket-added"', '"as":"ticket-closed"')].join('\n');
  expect(recordedOf({ ...row, version: 2, events: tomorrow }, null)?.events[1]).toMatchObject({ type: 'noted', text: '' });
});

const read = (stored: readonly string[]) =>
  recordedOf({ id: 'nonce-1', head: 'head', version: stored.length, since: 0, events: stored.join('\n'), personal: null }, null);

test('15.7: a take-back that an older version stored is read as what it is', () => {
  const { events } = run(sample('report', 0), sample('acknowledge', 5, { byReaction: true }), sample('take-back', 9));
  const stored = events.map((event) =>
    JSON.stringify(event.type === 'taken-back' ? { ...event, type: 'released', reason: '', is: event.type } : event),
  );
  const recorded = read(stored);
  expect(recorded?.events).toEqual(events);
  expect(recorded?.outage).toMatchObject({ state: 'reported', back: { by: 'mistake' } });
});

test('19: questions and replies are stored as the version before can read them, and read as what they are', () => {
  const asked = [
    sample('report', 0),
    sample('acknowledge', 5),
    sample('ask', 6),
    sample('pass-deadline', 16),
    sample('reply', 17),
  ] as const;
  const { events, outage } = run(...asked);
  const stored = events.map((event) => JSON.stringify(storedForm(event)));
  // Version 0.7 knows these types, and nothing of what it shows changes by them.
  expect(stored.slice(2).map((text) => (JSON.parse(text) as { type: string }).type)).toEqual(['noted', 'phone-added', 'noted']);
  expect(read(stored)?.events).toEqual(events);
  expect(read(stored)?.outage).toEqual(outage);
});

test('a review, its follow-ups and their reminders are stored as the version before can read them, and read as what they are', () => {
  const { events, outage } = run(
    ...[sample('report', 0), sample('acknowledge', 5), sample('resolve', 20), sample('confirm', 25), sample('review', 30)],
    ...[sample('pass-deadline', 3_001), sample('follow-up-done', 3_002)],
  );
  const stored = events.map((event) => JSON.stringify(storedForm(event)));
  expect(stored.slice(4).map((text) => (JSON.parse(text) as { type: string }).type)).toEqual(['noted', 'phone-added', 'noted']);
  expect(read(stored)?.events).toEqual(events);
  expect(read(stored)?.outage).toEqual(outage);
});
