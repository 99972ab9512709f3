/** Who may report, and what somebody is to a project; as the desk file and Teams say it. */
import { notEligibleCard, notMemberCard, notToldCard, otherTenantCard, publicNotEligibleCard } from '../../cards/report/not-eligible.ts';
import type { Membership } from '../../desk/members.ts';
import type { Actor } from '../../outage/types/person.ts';
import { environmentsOf } from '../../report/steps/confirmation.ts';
import { type Caller, cardReply, type Reply, refusing, type Services } from '../command.ts';

/** The denial to somebody who may report nothing, with what they can do; null: they may report something. */
export function withoutAccess(
  { projects, doubt }: Membership,
  caller: Caller,
  { desk }: Services,
  /** Whether nobody else sees the answer: in their own chat, or after a press. */
  { alone = caller.place.kind === 'personal' } = {},
): Reply | null {
  if (environmentsOf(desk, projects).length > 0) return null;
  const view = { desk, words: caller.words, timeZone: caller.timeZone };
  if (doubt === 'other-tenant') return refusing({ refused: 'other-tenant' }, cardReply(otherTenantCard(view)));
  if (doubt === 'not-told') return refusing({ refused: 'not-told' }, cardReply(notToldCard(view)));
  if (projects.length === 0) return refusing({ refused: 'not-member' }, cardReply(notMemberCard(view)));
  return refusing({ refused: 'not-eligible' }, cardReply(alone ? notEligibleCard(view, projects) : publicNotEligibleCard(view)));
}

/** The actor with what they are to this project: its customer, where the desk file or Teams say so. */
export async function actorForProject(projectId: string, { actor, membership }: Pick<Caller, 'actor' | 'membership'>): Promise<Actor> {
  const { projects } = await membership();
  return projects.some(({ id }) => id === projectId) ? { ...actor, roles: [...actor.roles, 'customer'] } : actor;
}
