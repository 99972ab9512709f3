/** Done failed: where the report can still be read, it comes back whole, to be told in another way. */
import { unsentCard } from '../../cards/report/receipt.ts';
import { complete } from '../../report/report.ts';
import { type Caller, PressFailedError, type Services } from '../command.ts';
import { findDraft } from './drafts.ts';

/** null: the store gives nothing either; then the card that was pressed stays, with all that was entered on it. */
export async function keepingWhatWasToBeSent(
  error: unknown,
  nonce: string,
  { actor, words, membership }: Caller,
  { desk, drafts, outages }: Services,
): Promise<PressFailedError | null> {
  const read = await Promise.all([findDraft(drafts, nonce), outages.now()]).catch(() => null);
  const [draft, now] = read ?? [null, 0];
  if (draft?.person.id !== actor.id) return null;
  const { projects } = await membership();
  const completed = complete(draft, { desk, projects, now });
  if (!('report' in completed)) return null;
  const { report } = completed;
  return new PressFailedError((notice) => unsentCard({ draft, report, notice, words, now }), error);
}
