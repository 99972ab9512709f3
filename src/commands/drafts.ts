/** Where unfinished reports are kept: one a person, found by its nonce or by the person. They may be lost without harm. */
import type { Cache } from '../engine/ports.ts';
import { type Draft, draftSchema } from '../report/draft.ts';

const KEPT_MS = 24 * 3_600_000;
const byNonce = (nonce: string) => `draft:${nonce}`;
const byPerson = (personId: string) => `draft-of:${personId}`;

export async function saveDraft(cache: Cache, draft: Draft): Promise<void> {
  await cache.set(byNonce(draft.nonce), draft, KEPT_MS);
  await cache.set(byPerson(draft.person.id), draft.nonce, KEPT_MS);
}

/** The draft, or null when it is gone or of an older shape. */
export async function findDraft(cache: Cache, nonce: string): Promise<Draft | null> {
  const parsed = draftSchema.safeParse(await cache.get(byNonce(nonce)));
  return parsed.success ? parsed.data : null;
}

export async function draftOf(cache: Cache, personId: string): Promise<Draft | null> {
  const nonce = await cache.get(byPerson(personId));
  return typeof nonce === 'string' ? await findDraft(cache, nonce) : null;
}

export async function dropDraft(cache: Cache, draft: Draft): Promise<void> {
  await cache.delete(byNonce(draft.nonce));
  // Another report may have been begun since on another device.
  if ((await cache.get(byPerson(draft.person.id))) === draft.nonce) await cache.delete(byPerson(draft.person.id));
}
