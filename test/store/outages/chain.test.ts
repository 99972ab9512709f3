/** The chain of the record. */
import { expect, test } from 'vitest';
import { hashOf } from '../../../src/store/outages/record.ts';

const link = { outageId: 'nonce-1', seq: 2, type: 'noted', at: 1, data: '{}' };

test('a hash is over the event and the hash before it', () => {
  const hash = hashOf('before', link);
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
  expect(hashOf('before', { ...link, client: '' })).toBe(hash);
  const others = [{ outageId: 'nonce-2' }, { seq: 3 }, { type: 'updated' }, { at: 2 }, { data: '{"a":1}' }, { client: 'phone' }];
  for (const other of others) expect(hashOf('before', { ...link, ...other })).not.toBe(hash);
  expect(hashOf('another', link)).not.toBe(hash);
});
