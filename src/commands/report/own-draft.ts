/** Finds the draft of a report that a button names. The draft decides whose it is. */
import { z } from 'zod';
import { originCard } from '../../cards/outage/outage.ts';
import type { Project } from '../../desk/desk-file.ts';
import type { Draft } from '../../report/draft.ts';
import { STEP_IDS } from '../../report/fields.ts';
import { withoutAccess } from '../authorize/actor-for-project.ts';
import { isReporter } from '../authorize/visibility.ts';
import { type Caller, cardReply, type Find, type Reply, sentence } from '../command.ts';
import { viewOf } from '../forms/outage-press.ts';
import { findDraft } from './drafts.ts';

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
