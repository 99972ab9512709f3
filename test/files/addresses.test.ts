/** The addresses of files: what they are signed for. */
import { expect, test } from 'vitest';
import type { StoredFile } from '../../src/engine/ports/files.ts';
import { isSigned, LASTS_MS, linksOf } from '../../src/files/addresses.ts';
import { START } from '../support/clock.ts';

const file: StoredFile = {
  ...{ id: '8f0ad0f6-0000-4000-8000-000000000001', outageId: 'outage-1', name: 'x.png', secret: 'only-of-this-file' },
  ...{ kind: 'png', bytes: 9, hash: 'hash', preview: { kind: 'png', bytes: 5 } },
};
const asked = (url = '') => {
  const { variant, until, signature = '' } = Object.fromEntries(new URL(url).searchParams);
  return { variant: variant === 'preview' ? variant : 'original', until: Number(until), signature } as const;
};

test('an address is right for its file, outage, variant and time, and for no other', () => {
  const link = linksOf([file], 'https://desk.example.com', START).get(file.id);
  const original = asked(link?.original);
  const preview = asked(link?.preview ?? '');
  expect([isSigned(file, original, START), isSigned(file, preview, START + LASTS_MS - 1)]).toEqual([true, true]);
  for (const other of [{ outageId: 'outage-2' }, { id: '8f0ad0f6-0000-4000-8000-000000000002' }, { secret: 'another' }])
    expect(isSigned({ ...file, ...other }, original, START), JSON.stringify(other)).toBe(false);
  expect(isSigned(file, { ...original, signature: preview.signature }, START)).toBe(false);
  expect(isSigned(file, original, START + LASTS_MS)).toBe(false);
  // Of a clock that is ahead, it is not taken yet, so that none lasts longer than a week.
  expect(isSigned(file, original, START - 1)).toBe(false);
});
