/** Pictures and files: where they wait, their bytes, and that nothing of them is left behind. */
import { hash, randomBytes } from 'node:crypto';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { ClaimedFile, SentFiles } from '../../../src/engine/ports/files.ts';
import type { Store } from '../../../src/store/store.ts';
import { engineer, reporter } from '../../support/outage/sample.ts';
import { sample } from '../../support/outage/states.ts';
import { act, LEASE_MS, type OpenStores, report } from './stores.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const ROOM = 100_000_000;
const sent = (more: Partial<SentFiles> = {}, count = 1): SentFiles => ({
  ...{ batch: 'batch-1', outageId: 'nonce-1', person: { id: reporter.id, name: reporter.name }, tenantId: 'tenant', locale: 'en' },
  shared: false,
  files: Array.from({ length: count }, (_, index) => ({ kind: 'picture', name: `${index}.png`, url: `https://teams.example/${index}` })),
  ...more,
});

const claimed = async ({ files }: Store): Promise<readonly ClaimedFile[]> => await files.claim(50, LEASE_MS);
async function read(store: Store, content: { hash: string }, variant: 'original' | 'preview' = 'original'): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of store.files.read(content, variant)) parts.push(part);
  return Buffer.concat(parts);
}
/** Sends one file and keeps these bytes of it; gives its id. */
async function keeps(store: Store, data: Uint8Array, more: Partial<SentFiles> = {}, totalBytes = ROOM): Promise<string> {
  await store.files.expect(sent(more), 10);
  const file = (await claimed(store)).find(({ state }) => state === 'waiting');
  if (!file) throw new Error('nothing is due');
  const preview = { kind: 'jpeg', data: data.subarray(0, 10) } as const;
  expect(await store.files.keep(file.id, { name: 'x.png', kind: 'png', data, preview }, totalBytes)).toBe('kept');
  return file.id;
}

export function filesContract(open: OpenStores): void {
  describe('a file that somebody sent', () => {
    it('waits to be fetched, is claimed by one of two bots, and by another when that one died', async () => {
      const { store, second, clock } = await open();
      expect([await claimed(store), await store.files.nextDueAt()]).toEqual([[], null]);
      expect(await store.files.expect(sent({}, 2), 10)).toBe(true);
      expect(await store.files.nextDueAt()).toBe(clock.now());
      const first = [...(await claimed(store)), ...(await claimed(second))];
      expect(first.map(({ name }) => name).sort()).toEqual(['0.png', '1.png']);
      const { files: _, ...common } = sent();
      expect(first[0]).toMatchObject({ ...common, state: 'waiting', attempt: 1, receivedAt: clock.now() });
      expect(await second.files.nextDueAt()).toBe(clock.now() + LEASE_MS);
      clock.advance(LEASE_MS);
      expect((await claimed(second)).map(({ state, ...one }) => [state, 'attempt' in one && one.attempt])).toEqual([
        ['waiting', 2],
        ['waiting', 2],
      ]);
    });

    it('is tried again after a pause, and told of when it was not taken, until that is done', async () => {
      const { store, clock } = await open();
      await store.files.expect(sent(), 10);
      const id = (await claimed(store))[0]?.id ?? '';
      await store.files.postpone(id, MINUTE_MS);
      expect([await claimed(store), await store.files.nextDueAt()]).toEqual([[], clock.now() + MINUTE_MS]);
      clock.advance(MINUTE_MS);
      expect(await claimed(store)).toHaveLength(1);
      await store.files.refuse(id, 'markup');
      expect(await claimed(store)).toMatchObject([{ id, state: 'refused', why: 'markup', attempt: 1, person: { id: reporter.id } }]);
      await store.files.drop([id]);
      clock.advance(LEASE_MS);
      expect([await claimed(store), await store.files.of('nonce-1')]).toEqual([[], []]);
    });

    it('is kept whole in small parts, and found with what its addresses are signed with', async () => {
      const { store, second } = await open();
      await report(store);
      const data = randomBytes(700_001);
      const id = await keeps(store, data);
      const [file] = await second.files.of('nonce-1');
      const content = { kind: 'png', bytes: data.length, hash: hash('sha256', data), preview: { kind: 'jpeg', bytes: 10 } };
      expect(file).toMatchObject({ id, outageId: 'nonce-1', name: 'x.png', ...content });
      expect(file?.secret).toMatch(/^[\w-]{43}$/);
      expect(await second.files.find(id)).toEqual(file);
      expect(await second.files.find('file-none')).toBeNull();
      expect((await read(second, content)).equals(data)).toBe(true);
      for await (const part of second.files.read(content, 'original')) expect(part.length).toBeLessThanOrEqual(256 * 1024);
      expect((await read(second, content, 'preview')).equals(data.subarray(0, 10))).toBe(true);
      // Twice, as after a crash: the second time nobody wants it.
      expect(await store.files.keep(id, { name: 'x.png', kind: 'png', data, preview: null }, ROOM)).toBe('gone');
    });

    it('is to be recorded once its outage is there, with all that came with it, and not after that', async () => {
      const { store, clock } = await open();
      await store.files.expect(sent({ outageId: 'nonce-1' }, 2), 10);
      const [one, other] = await claimed(store);
      const content = { name: 'x.png', kind: 'png', data: randomBytes(9), preview: null } as const;
      await store.files.keep(one?.id ?? '', content, ROOM);
      await report(store);
      expect(await claimed(store), 'the other one is being fetched for the first time').toEqual([]);
      await store.files.keep(other?.id ?? '', content, ROOM);
      const kept = await claimed(store);
      expect(kept.map(({ state }) => state)).toEqual(['kept', 'kept']);
      await store.files.settle(kept.map(({ id }) => id));
      clock.advance(DAY_MS);
      expect([await claimed(store), await store.files.nextDueAt()]).toEqual([[], null]);
      expect(await store.files.of('nonce-1')).toHaveLength(2);
    });

    it('does not wait for what failed with it, nor is it recorded before its report is sent', async () => {
      const { store, clock } = await open();
      await store.files.expect(sent({}, 2), 10);
      const [one, other] = await claimed(store);
      await store.files.keep(one?.id ?? '', { name: 'x.png', kind: 'png', data: randomBytes(9), preview: null }, ROOM);
      await store.files.postpone(other?.id ?? '', 0);
      expect((await claimed(store)).map(({ state }) => state)).toEqual(['waiting']);
      await store.files.postpone(other?.id ?? '', MINUTE_MS);
      expect([await claimed(store), await store.files.nextDueAt()]).toEqual([[], clock.now() + MINUTE_MS]);
      await report(store);
      expect((await claimed(store)).map(({ state }) => state)).toEqual(['kept']);
    });

    it('is one of so many of its person for an outage, also when two messages come at once', async () => {
      const { store, second } = await open();
      const both = await Promise.all([store.files.expect(sent({}, 6), 10), second.files.expect(sent({ batch: 'batch-2' }, 6), 10)]);
      expect(both.sort()).toEqual([false, true]);
      expect(await store.files.expect(sent({ batch: 'batch-3' }, 4), 10)).toBe(true);
      expect(await store.files.expect(sent({ batch: 'batch-4' }, 1), 10)).toBe(false);
      const other = { id: engineer.id, name: engineer.name };
      expect(await store.files.expect(sent({ batch: 'batch-5', person: other }, 10), 10)).toBe(true);
      expect(await store.files.expect(sent({ batch: 'batch-6', outageId: 'nonce-2' }, 10), 10)).toBe(true);
      expect(await claimed(store)).toHaveLength(30);
    });

    it('is there once, when Teams sends its message again', async () => {
      const { store, second } = await open();
      const both = await Promise.all([store.files.expect(sent({}, 6), 10), second.files.expect(sent({}, 6), 10)]);
      expect(both).toEqual([true, true]);
      expect(await claimed(store)).toHaveLength(6);
    });

    it('is chosen an outage for, by its own person alone, once', async () => {
      const { store, second } = await open();
      await store.files.expect(sent({ outageId: '' }, 2), 10);
      expect(await second.files.choose('batch-1', 'aad-somebody', 'nonce-1', 10)).toBe('gone');
      expect(await second.files.choose('batch-1', reporter.id, 'nonce-1', 1)).toBe('too-many');
      expect(await second.files.choose('batch-1', reporter.id, 'nonce-1', 2)).toEqual({ count: 2 });
      expect(await store.files.choose('batch-1', reporter.id, 'nonce-2', 10)).toBe('gone');
      expect((await claimed(store)).map(({ outageId }) => outageId)).toEqual(['nonce-1', 'nonce-1']);
    });

    it('that came with a report which was not sent belongs to the outage that its person joined', async () => {
      const { store } = await open();
      await store.files.expect(sent({ outageId: 'a-draft' }, 2), 10);
      await store.files.move('a-draft', 'aad-somebody', 'nonce-1', 10);
      expect((await claimed(store)).map(({ outageId }) => outageId)).toEqual(['a-draft', 'a-draft']);
      await store.files.move('a-draft', reporter.id, 'nonce-1', 10);
      expect(await store.files.expect(sent({ batch: 'batch-2' }, 9), 10)).toBe(false);
      expect(await store.files.expect(sent({ batch: 'batch-2' }, 8), 10)).toBe(true);
      // Too many of them are refused, and their person is told.
      await store.files.expect(sent({ batch: 'batch-3', outageId: 'b-draft' }, 2), 10);
      await store.files.move('b-draft', reporter.id, 'nonce-1', 10);
      const refused = (await claimed(store)).filter(({ state }) => state === 'refused');
      expect(refused).toMatchObject([{ why: 'too-many' }, { why: 'too-many' }]);
    });

    it('is refused when all of them together would take too much, and the same content counts once', async () => {
      const { store } = await open();
      const data = randomBytes(1_000);
      await keeps(store, data, {}, 1_010);
      await keeps(store, data, { batch: 'batch-2' }, 1_010);
      await store.files.expect(sent({ batch: 'batch-3' }), 10);
      const [file] = await claimed(store);
      const more = { name: 'x.png', kind: 'png', data: randomBytes(1_000), preview: null } as const;
      expect(await store.files.keep(file?.id ?? '', more, 2_009)).toBe('no-room');
      expect(await store.files.keep(file?.id ?? '', more, 2_010)).toBe('kept');
    });

    it('lets other work run while it is kept, read and deleted', async () => {
      const { store } = await open();
      let turns = 0;
      let seen = 0;
      let ends = false;
      const turn = (): void => {
        turns += 1;
        if (!ends) setImmediate(turn);
      };
      const sinceThen = (): number => turns - seen;
      onTestFinished(() => {
        ends = true;
      });
      turn();
      const data = randomBytes(3_000_000);
      const id = await keeps(store, data);
      expect(sinceThen(), 'of twelve parts').toBeGreaterThanOrEqual(12);
      seen = turns;
      await read(store, { hash: hash('sha256', data) });
      expect(sinceThen()).toBeGreaterThanOrEqual(12);
      seen = turns;
      await store.files.drop([id]);
      expect(sinceThen(), 'of two writes').toBeGreaterThanOrEqual(2);
      expect(await read(store, { hash: hash('sha256', data) })).toHaveLength(0);
    });

    it('leaves nothing behind when it goes, but what another one has too', async () => {
      const { store } = await open();
      const data = randomBytes(600_000);
      const content = { hash: hash('sha256', data) };
      const one = await keeps(store, data);
      const other = await keeps(store, data, { batch: 'batch-2' });
      await store.files.drop([one]);
      expect((await read(store, content)).equals(data)).toBe(true);
      await store.files.drop([other]);
      expect(await read(store, content)).toHaveLength(0);
    });

    it('goes with the personal data of its person, or of everybody', async () => {
      const { store } = await open();
      await report(store);
      const [theirs, others] = [randomBytes(50), randomBytes(60)];
      await keeps(store, theirs);
      const other = await keeps(store, others, { batch: 'batch-2', person: { id: reporter.id, name: 'x' } });
      await act(store, sample('withdraw', 5));
      await act(store, { ...sample('remove-personal-data', 6), of: { id: reporter.id, name: '' } });
      expect(await store.files.of('nonce-1')).toEqual([]);
      expect(await store.files.find(other)).toBeNull();
      await store.personal.sweep(0);
      expect(await read(store, { hash: hash('sha256', theirs) })).toHaveLength(0);
    });

    it('is forgotten at once where it is part of no record, and after a day where nobody wants it', async () => {
      const { store, clock } = await open();
      const data = randomBytes(70);
      await keeps(store, data, { outageId: '' });
      await store.personal.forget(reporter.id);
      expect(await read(store, { hash: hash('sha256', data) })).toHaveLength(0);
      await keeps(store, data, { outageId: 'a-draft' });
      clock.advance(DAY_MS - 1);
      await store.personal.sweep(0);
      expect(await store.files.of('a-draft')).toHaveLength(1);
      clock.advance(1);
      await store.personal.sweep(0);
      expect([await store.files.of('a-draft'), await read(store, { hash: hash('sha256', data) })]).toEqual([[], Buffer.alloc(0)]);
    });

    it('stays as long as the report lives that it is for', async () => {
      const { store, clock } = await open();
      const draft = { nonce: 'a-draft', personId: reporter.id, data: { title: 'first' } };
      await store.drafts.save({ ...draft, before: undefined }, true);
      await keeps(store, randomBytes(70), { outageId: draft.nonce });
      clock.advance(DAY_MS - 1);
      await store.drafts.save({ ...draft, data: { title: 'second' }, before: draft.data }, true);
      clock.advance(DAY_MS - 1);
      await store.personal.sweep(0);
      expect(await store.files.of(draft.nonce)).toHaveLength(1);
      clock.advance(1);
      await store.personal.sweep(0);
      expect(await store.files.of(draft.nonce)).toEqual([]);
    });
  });
}
