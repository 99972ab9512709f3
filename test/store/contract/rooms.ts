/** The contract of Rooms: what administrators chose lasts, of two desks one counts for everybody, and no loss is told twice. */
import { describe, expect, it } from 'vitest';
import type { KnownRoom, RoomFacts } from '../../../src/desk/rooms.ts';
import type { OpenStores } from './stores.ts';

const facts = (conversationId: string, more: Partial<RoomFacts> = {}): RoomFacts => ({
  conversationId,
  kind: 'channel',
  teamId: '19:team',
  tenantId: null,
  name: `Team / ${conversationId}`,
  ...more,
});
const all = { as: 'follower', projects: 'all' } as const;
const inWords = (rooms: readonly KnownRoom[]) =>
  rooms.map(({ conversationId, use, lost }) => `${conversationId}: ${use?.as ?? 'nothing'}${lost ? `, ${lost}` : ''}`);

export function roomsContract(open: OpenStores): void {
  describe('rooms', () => {
    it('are known with all that was chosen, to every bot', async () => {
      const { store, second } = await open();
      expect(await store.rooms.all()).toEqual([]);
      const chat = facts('chat', { kind: 'groupChat', teamId: null, name: '' });
      await store.rooms.choose(facts('a'), { as: 'desk' });
      await store.rooms.choose(chat, { as: 'follower', projects: ['shop', 'mill-2'] });
      await store.rooms.choose(facts('b'), all);
      await store.rooms.choose(facts('c'), { ...all, audience: 'executive' });
      await store.rooms.choose(facts('d'), { ...all, audience: 'internal' });
      await store.rooms.choose(facts('d'), { ...all, audience: 'customer' });
      expect(await second.rooms.all()).toEqual([
        { ...facts('a'), use: { as: 'desk' }, lost: null },
        { ...chat, use: { as: 'follower', projects: ['shop', 'mill-2'] }, lost: null },
        { ...facts('b'), use: all, lost: null },
        { ...facts('c'), use: { ...all, audience: 'executive' }, lost: null },
        { ...facts('d'), use: all, lost: null },
      ]);
    });

    it('are no desk any more when another one is chosen', async () => {
      const { store, second } = await open();
      for (const id of ['a', 'b', 'a']) await store.rooms.choose(facts(id), { as: 'desk' });
      expect(inWords(await second.rooms.all())).toEqual(['b: nothing', 'a: desk']);
    });

    it('of which two are made the desk at the same moment: there is one at least, and the last one is the same for all', async () => {
      const { store, second } = await open();
      await store.rooms.choose(facts('old'), { as: 'desk' });
      for (let round = 0; round < 10; round++) {
        await Promise.all([store.rooms.choose(facts('a'), { as: 'desk' }), second.rooms.choose(facts('b'), { as: 'desk' })]);
        const [here, there] = [await store.rooms.all(), await second.rooms.all()];
        expect(here).toEqual(there);
        const desks = here.filter(({ use }) => use?.as === 'desk').map(({ conversationId }) => conversationId);
        expect(desks).not.toContain('old');
        expect(desks.length).toBeGreaterThan(0);
      }
    });

    it('that are lost stay so when what was chosen for them is released', async () => {
      const { store } = await open();
      await store.rooms.choose(facts('a'), all);
      await store.rooms.lose([facts('a')], 'team-archived');
      await store.rooms.release('a');
      await store.rooms.release('nobody');
      expect(inWords(await store.rooms.all())).toEqual(['a: nothing, team-archived']);
    });

    it('have the newest name and team that Teams said', async () => {
      const { store } = await open();
      const nameless = facts('a', { teamId: null, name: '' });
      await store.rooms.choose(nameless, all);
      await store.rooms.choose(facts('a'), all);
      await store.rooms.lose([nameless], 'bot-removed');
      await store.rooms.choose(nameless, all);
      expect(await store.rooms.all()).toEqual([{ ...facts('a'), use: all, lost: null }]);
      await store.rooms.rename('a', 'Team / new');
      await store.rooms.rename('nobody', 'x');
      expect((await store.rooms.all()).map(({ name }) => name)).toEqual(['Team / new']);
    });

    it('are lost, also when nothing was chosen for them, and come back for the reason for which they went', async () => {
      const { store, second } = await open();
      await store.rooms.choose(facts('a'), all);
      await store.rooms.lose([facts('a'), facts('b')], 'channel-deleted');
      await store.rooms.lose([], 'team-deleted');
      expect(inWords(await second.rooms.all())).toEqual(['b: nothing, channel-deleted', 'a: follower, channel-deleted']);
      await second.rooms.regain(['a', 'b'], ['bot-removed']);
      await second.rooms.regain(['b'], ['team-archived', 'channel-deleted']);
      await second.rooms.regain([], ['channel-deleted']);
      expect(inWords(await store.rooms.all())).toEqual(['b: nothing', 'a: follower, channel-deleted']);
      await store.rooms.choose(facts('a'), { as: 'desk' });
      expect(inWords(await store.rooms.all())).toEqual(['b: nothing', 'a: desk']);
    });

    it('are told when they are lost and when they are back, once each', async () => {
      const { store, second } = await open();
      await store.rooms.choose(facts('a'), all);
      expect(await store.rooms.changesToTell()).toEqual([]);
      await store.rooms.lose([facts('a')], 'bot-removed');
      const lost = await second.rooms.changesToTell();
      expect(lost).toEqual([{ ...facts('a'), use: all, lost: 'bot-removed', told: null }]);
      await second.rooms.markTold(lost);
      expect(await store.rooms.changesToTell()).toEqual([]);
      await store.rooms.regain(['a'], ['bot-removed']);
      const back = await store.rooms.changesToTell();
      expect(back).toMatchObject([{ lost: null, told: 'bot-removed' }]);
      await store.rooms.markTold(back);
      expect(await store.rooms.changesToTell()).toEqual([]);
    });

    it('that changed while the desk was being told are told again', async () => {
      const { store } = await open();
      await store.rooms.lose([facts('a')], 'bot-removed');
      const read = await store.rooms.changesToTell();
      await store.rooms.regain(['a'], ['bot-removed']);
      await store.rooms.markTold(read);
      expect(await store.rooms.changesToTell()).toMatchObject([{ lost: null, told: 'bot-removed' }]);
    });
  });
}
