/** The reminder of a report that somebody began and did not send. */
import { draftReminderCard, draftReminderHeading } from '../../cards/report/begun.ts';
import type { Desk } from '../../desk/desk.ts';
import type { Membership } from '../../desk/members.ts';
import type { DrawDraftReminder } from '../../engine/timers/draft-reminders.ts';
import { complete } from '../../report/report.ts';
import { environmentsOf } from '../../report/steps/confirmation.ts';
import { wordsFor } from '../../words/words.ts';
import { readDraft } from './drafts.ts';

/** `membershipOf`: what the person with this Entra id may report. Gives null where no reminder makes sense. */
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
