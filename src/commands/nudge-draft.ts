/** What somebody is told of a report that they have begun and not sent, or that nothing is said. */
import { nudgeCard } from '../cards/nudge-card.ts';
import type { Desk, Project } from '../desk/desk.ts';
import type { DrawNudge } from '../engine/nudges.ts';
import { complete } from '../report/report.ts';
import { environmentsOf } from '../report/steps/confirmation.ts';
import { wordsFor } from '../words/words.ts';
import { readDraft } from './drafts.ts';

export const drawNudge =
  (desk: Desk): DrawNudge =>
  (kept, now) => {
    const draft = readDraft(kept);
    const projects = mayReportFor(desk, kept.personId);
    // Somebody may be taken off a project while they report.
    if (!draft || environmentsOf(desk, projects).length === 0) return null;
    const completed = complete(draft, { desk, projects, now });
    // They were shown another way, and what they began is no outage.
    if ('problem' in completed && 'exit' in completed.problem) return null;
    const words = wordsFor(draft.entered.language);
    const card = nudgeCard({ desk, words }, draft, { complete: 'report' in completed, now });
    return { card, summary: `${words.nudge.heading}. ${words.nudge.nobody}`, tenantId: desk.file.desk.tenant };
  };

/** By the desk file; who is a member by what Teams says is asked for again when they press. */
function mayReportFor(desk: Desk, personId: string): readonly Project[] {
  const listed = desk.projectsOf(personId);
  const { file } = desk;
  return listed.length > 0
    ? listed
    : file.projects.filter(({ membersFrom, members }) => membersFrom || members.some((key) => file.people[key]?.upn));
}
