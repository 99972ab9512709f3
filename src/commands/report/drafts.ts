/** Reports that were not sent: stored, and found by their nonce or by their person. */
import type { Drafts, KeptDraft } from '../../engine/ports/drafts.ts';
import { type Draft, draftSchema } from '../../report/draft.ts';

/** At the first step nothing was entered yet, so there is no reminder. */
export async function saveDraft(drafts: Drafts, draft: Draft): Promise<void> {
  await drafts.save({ nonce: draft.nonce, personId: draft.person.id, data: draft }, draft.step !== 'confirmation');
}

/** The draft, or null when it is gone or of an older shape. */
export const readDraft = (kept: KeptDraft | null): Draft | null => draftSchema.safeParse(kept?.data).data ?? null;

export const findDraft = async (drafts: Drafts, nonce: string): Promise<Draft | null> => readDraft(await drafts.find(nonce));

export const draftOf = async (drafts: Drafts, personId: string): Promise<Draft | null> => readDraft(await drafts.newestOf(personId));

export const dropDraft = (drafts: Drafts, { nonce }: Draft): Promise<void> => drafts.drop(nonce);
