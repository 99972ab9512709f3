/** How long people are cached. */
import { expect, it } from 'vitest';
import { createPeople } from '../../../src/teams/people/people.ts';

it('the id under which Teams knows somebody is not kept for ever after they spoke last', async () => {
  const kept = new Map<string, { value: unknown; lifeMs: number | undefined }>();
  const cache = {
    get: async () => undefined,
    set: async () => {},
    keep: async (key: string, value: unknown, lifeMs?: number) => void kept.set(key, { value, lifeMs }),
    delete: async () => {},
  };
  const people = createPeople({ cache, rosterOf: async () => null, botId: '28:bot', deskTenant: 't' });
  await people.seen('aad-mia', '29:mia');
  expect([...kept.values()]).toEqual([{ value: '29:mia', lifeMs: 30 * 86_400_000 }]);
});
