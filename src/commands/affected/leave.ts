/** Somebody who joined an outage leaves it, and reads nothing more of it. */
import { leftCard } from '../../cards/affected/joined.ts';
import { sentenceCard } from '../../cards/layouts/answer.ts';
import { outageName } from '../../outage/types/numbers.ts';
import type { Outage } from '../../outage/types/outage.ts';
import { joinedBy } from '../../outage/types/outage.ts';
import { actorForProject } from '../authorize/actor-for-project.ts';
import { inTenantOf } from '../authorize/visibility.ts';
import { type Caller, cardReply, type Presses, type PressHandler, type Services, sentence } from '../command.ts';
import { cardSchema } from '../forms/outage-press.ts';
import { ownProjects, showJoined } from './joined.ts';

/**
 * Somebody may leave who was taken off the project, or of whom Teams says nothing now: the answer tells them no more than
 * they know.
 */
async function toLeave(data: unknown, caller: Caller, services: Services): Promise<Outage | null> {
  const id = cardSchema.safeParse(data).data?.outage;
  const outage = id ? (await services.outages.read(id))?.outage : null;
  return outage && inTenantOf(caller, outage) && joinedBy(outage, caller.actor.id) ? outage : null;
}

/** The outage into which it was merged, with everybody who had joined; or itself. */
async function handledIn(outage: Outage, services: Services): Promise<Outage> {
  const into = outage.state === 'merged' ? (await services.outages.read(outage.into.id))?.outage : null;
  return into ? await handledIn(into, services) : outage;
}

const leave: PressHandler = async (data, caller, services) => {
  const { notJoined } = caller.words.affected.joined;
  const outage = await toLeave(data, caller, services);
  if (!outage) return sentence(notJoined);
  const { id, report } = await handledIn(outage, services);
  const outcome = await services.handle({ type: 'leave', outageId: id, by: await actorForProject(report.project.id, caller) });
  if (!outcome.ok) return sentence(notJoined);
  // It has ended: there is nothing more to read.
  if (joinedBy(outcome.recorded.outage, caller.actor.id))
    return (await ownProjects(outage.id, caller, services)) ? await showJoined(outage, caller, services) : sentence(notJoined);
  const view = { desk: services.desk, words: caller.words };
  const card = leftCard(view, outage);
  return cardReply(
    card,
    caller.place.kind === 'personal' ? card : sentenceCard(view, caller.words.affected.joined.leftHere(outageName(outage))),
  );
};

export const leavePresses = { 'join-leave': { needs: 'leave', run: leave } } satisfies Partial<Presses>;
