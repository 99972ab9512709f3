/** Reports that were not sent: stored, found by their nonce, their person or a button, and what their person is reminded of. */
import { z } from 'zod';
import { originCard } from '../../cards/outage/outage.ts';
import { draftReminderCard, draftReminderHeading } from '../../cards/report/begun.ts';
import type { Desk } from '../../desk/desk.ts';
import type { Project } from '../../desk/desk-file.ts';
import type { Membership } from '../../desk/eligibility.ts';
import type { Drafts, KeptDraft } from '../../engine/ports/timers.ts';
import type { DrawDraftReminder } from '../../engine/timers/draft-reminders.ts';
import { type Draft, draftSchema } from '../../report/draft.ts';
import { STEP_IDS } from '../../report/fields.ts';
import { complete } from '../../report/report.ts';
import { environmentsOf } from '../../report/steps/confirmation.ts';
import { wordsFor } from '../../words/words.ts';
import { isReporter, withoutAccess } from '../authorize/access.ts';
import { type Caller, cardReply, type Find, type Reply, sentence } from '../command.ts';
import { viewOf } from '../forms/outage-press.ts';

/** At the first step nothing was entered yet, so there is no reminder. */
export async function saveDraft(drafts: Drafts, draft: Draft): Promise<void> {
  await drafts.save({ nonce: draft.nonce, personId: draft.person.id, data: draft }, draft.step !== 'confirmation');
}

/** The draft, or null when it is gone or of an older shape. */
export const readDraft = (kept: KeptDraft | null): Draft | null => draftSchema.safeParse(kept?.data).data ?? null;

export const findDraft = async (drafts: Drafts, nonce: string): Promise<Draft | null> => readDraft(await drafts.find(nonce));

export const draftOf = async (drafts: Drafts, personId: string): Promise<Draft | null> => readDraft(await drafts.newestOf(personId));

export const dropDraft = (drafts: Drafts, { nonce }: Draft): Promise<void> => drafts.drop(nonce);

/** What a button of the report says: which draft, the step that its card showed, and whether that was of a request. */
export const draftCardSchema = z.object({ draft: z.guid(), step: z.enum(STEP_IDS), kind: z.literal('request').optional() });

export type OwnDraft = { readonly draft: Draft; readonly step: Draft['step']; readonly isRequest: boolean };

/** The draft that a button names, or why this person cannot go on with it. */
export const ownDraft: Find<unknown, OwnDraft> = async (data, turn) => {
  const { refusals } = turn.words;
  const parsed = draftCardSchema.safeParse(data);
  if (!parsed.success) return { reply: sentence(refusals.oldCard) };
  const { draft: nonce, step, kind } = parsed.data;
  // Drafts belong to people of this tenant; in another tenant the same id is somebody else.
  if (turn.place.tenantId !== turn.desk.file.desk.tenant)
    return { reply: withoutAccess(await turn.membership(), turn, { alone: true }) ?? sentence(refusals.draftGone) };
  // The record is read first: a report that was sent is never entered a second time.
  const sent = await turn.outages.read(nonce);
  if (sent) {
    if (!isReporter(turn, sent.outage)) return { reply: notOwn(turn) };
    return { reply: cardReply(originCard(await viewOf(sent.outage, turn))) };
  }
  const draft = await findDraft(turn.drafts, nonce);
  // A sentence leaves the card as it is, so that what was typed on it can still be copied.
  if (draft?.person.id !== turn.actor.id) return { reply: notOwn(turn) };
  return { found: { draft, step, isRequest: kind === 'request' } };
};

/** The answer is the same whether the draft is gone or belongs to somebody else, so that it does not tell which. */
const notOwn = ({ place, words }: Caller): Reply =>
  sentence(place.kind === 'personal' ? words.refusals.draftGone : words.refusals.draftNotHere);

/** The same, for somebody who may still report: they may be taken off a project while they report. */
export const eligibleDraft: Find<unknown, OwnDraft & { readonly projects: readonly Project[] }> = async (data, turn) => {
  const own = await ownDraft(data, turn);
  if ('reply' in own) return own;
  const membership = await turn.membership();
  const refused = withoutAccess(membership, turn, { alone: true });
  return refused ? { reply: refused } : { found: { ...own.found, projects: membership.projects } };
};

/** The reminder of a report that was begun. `membershipOf`: what the person with this Entra id may report. Gives null where no reminder makes sense. */
export const drawDraftReminder =
  (desk: Desk, membershipOf: (personId: string) => Promise<Membership>): DrawDraftReminder =>
  async (kept, now) => {
    const draft = readDraft(kept);
    if (!draft) return null;
    const { projects } = await membershipOf(kept.personId);
    // Somebody may be taken off a project while they report.
    if (environmentsOf(desk, projects).length === 0) return null;
    const completed = complete(draft, { desk, projects, now });
    // They read already that it is no outage, and what to do instead. An environment that is not listed may still be one.
    if ('problem' in completed && 'exit' in completed.problem && completed.problem.exit.type !== 'not-listed') return null;
    const words = wordsFor(draft.entered.language);
    const card = draftReminderCard({ desk, words }, draft, { complete: 'report' in completed, now });
    return { card, summary: `${draftReminderHeading({ words }, draft)}. ${words.report.nudge.nobody}`, tenantId: desk.file.desk.tenant };
  };
