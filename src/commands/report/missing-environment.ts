/** "My environment is missing": what the projects of this person have beside the list, each with the reason. */
import { missingCard } from '../../cards/report/not-eligible.ts';
import { readEntered } from '../../report/draft.ts';
import { withoutAccess } from '../authorize/actor-for-project.ts';
import { cardReply, type PressHandler } from '../command.ts';
import { saveDraft } from './drafts.ts';
import { ownDraft } from './report-presses.ts';

/** Pressed on the first card, or where somebody was refused in company; what it draws is drawn for this person alone. */
export const missingPress: PressHandler = async (data, caller, services) => {
  const { desk } = services;
  const view = { desk, words: caller.words, timeZone: caller.timeZone };
  const membership = await caller.membership();
  const refused = withoutAccess(membership, caller, services, { alone: true });
  if (refused) return refused;
  const own = await ownDraft(data, caller, services);
  if ('reply' in own) return own.reply;
  // What was ticked meanwhile is there again behind Back.
  const draft = { ...own.draft, entered: { ...own.draft.entered, ...readEntered(own.step, data) } };
  await saveDraft(services.drafts, draft);
  return cardReply(missingCard(view, membership.projects, draft));
};
