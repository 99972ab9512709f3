/** Who may report, and what somebody is to a project; as the desk file and Teams say it. */
import { notEligibleCard, notMemberCard, notToldCard, otherTenantCard, publicNotEligibleCard } from '../../cards/report/not-eligible.ts';
import type { Membership } from '../../desk/members.ts';
import type { Actor } from '../../outage/types/values.ts';
import { environmentsOf } from '../../report/steps/confirmation.ts';
import { type Caller, cardReply, type Reply, refusing, type Turn } from '../command.ts';

/** The denial to somebody who may report nothing, with what they can do; null: they may report something. */
export function withoutAccess(
  { projects, doubt }: Membership,
  turn: Turn,
  /** Whether nobody else sees the answer: in their own chat, or after a press. */
  { alone = turn.place.kind === 'personal' } = {},
): Reply | null {
  if (environmentsOf(turn.desk, projects).length > 0) return null;
  if (doubt === 'other-tenant') return refusing({ refused: 'other-tenant' }, cardReply(otherTenantCard(turn)));
  if (doubt === 'not-told') return refusing({ refused: 'not-told' }, cardReply(notToldCard(turn)));
  if (projects.length === 0) return refusing({ refused: 'not-member' }, cardReply(notMemberCard(turn)));
  return refusing({ refused: 'not-eligible' }, cardReply(alone ? notEligibleCard(turn, projects) : publicNotEligibleCard(turn)));
}

/** The actor with what they are to this project: its customer, where the desk file or Teams say so. */
export async function actorForProject(projectId: string, { actor, membership }: Pick<Caller, 'actor' | 'membership'>): Promise<Actor> {
  const { projects } = await membership();
  return projects.some(({ id }) => id === projectId) ? { ...actor, roles: [...actor.roles, 'customer'] } : actor;
}
