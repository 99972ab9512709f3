/** A press of the guided report failed: what was entered comes back with the answer. */
import { unsentCard } from '../../cards/report/receipt.ts';
import { draftStepCard } from '../../cards/request/steps.ts';
import { type Draft, withAnswers } from '../../report/draft.ts';
import { type PressedButton, readPress } from '../../report/press.ts';
import { complete } from '../../report/report.ts';
import { PressFailedError, type Turn } from '../command.ts';
import { findDraft } from './drafts.ts';
import { draftCardSchema } from './own-draft.ts';

/** While the store is away, the card of the step comes back with what was typed on it. The rest of the draft is in the store. */
export async function keepEntered(error: unknown, how: PressedButton, data: unknown, turn: Turn): Promise<unknown> {
  const parsed = draftCardSchema.safeParse(data);
  if (!parsed.success) return error;
  const { draft: nonce, step, kind } = parsed.data;
  if (step === 'review') return (await keepUnsent(error, nonce, turn)) ?? error;
  const { desk, actor, words, timeZone } = turn;
  const { entered, asked } = readPress(how, step, data, desk);
  // The scenario is in the store; the card with its questions carries it too.
  const known = asked ? { timeZone, scenario: asked.scenario } : { timeZone };
  const answers = [...withAnswers([], asked?.answers ?? [])];
  const draft: Draft = { nonce, step, kind, person: actor, startedAt: 0, entered: { ...known, ...entered }, answers };
  const { projects } = await turn.membership();
  const view = { draft, errors: {}, desk, projects, words, now: 0 };
  return new PressFailedError((notice) => draftStepCard({ ...view, notice }), error);
}

/**
 * Done failed: where the draft can still be read, the report comes back whole, so that the person can tell it in another
 * way. null: it cannot be read; then the card that was pressed stays, with all that was entered on it.
 */
async function keepUnsent(
  error: unknown,
  nonce: string,
  { actor, words, membership, desk, drafts, outages }: Turn,
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
