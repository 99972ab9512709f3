/** Somebody who joined an outage leaves it, and reads nothing more of it. */
import { leftCard } from '../../cards/affected/joined.ts';
import { sentenceCard } from '../../cards/layouts/answer.ts';
import { outageName } from '../../outage/types/numbers.ts';
import type { Outage } from '../../outage/types/outage.ts';
import { joinedBy } from '../../outage/types/outage.ts';
import { actorForProject } from '../authorize/actor-for-project.ts';
import { inTenantOf } from '../authorize/visibility.ts';
import { cardReply, type Presses, type PressHandler, sentence, type Turn } from '../command.ts';
import { cardSchema } from '../forms/outage-press.ts';
import { ownProjects, showJoined } from './joined.ts';

/**
 * Somebody may leave who was taken off the project, or of whom Teams says nothing now: the answer tells them no more than
 * they know.
 */
async function toLeave(data: unknown, turn: Turn): Promise<Outage | null> {
  const id = cardSchema.safeParse(data).data?.outage;
  const outage = id ? (await turn.outages.read(id))?.outage : null;
  return outage && inTenantOf(turn, outage) && joinedBy(outage, turn.actor.id) ? outage : null;
}

/** The outage into which it was merged, with everybody who had joined; or itself. */
async function handledIn(outage: Outage, turn: Turn): Promise<Outage> {
  const into = outage.state === 'merged' ? (await turn.outages.read(outage.into.id))?.outage : null;
  return into ? await handledIn(into, turn) : outage;
}

const leave: PressHandler = async (data, turn) => {
  const { notJoined } = turn.words.affected.joined;
  const outage = await toLeave(data, turn);
  if (!outage) return sentence(notJoined);
  const { id, report } = await handledIn(outage, turn);
  const outcome = await turn.handle({ type: 'leave', outageId: id, by: await actorForProject(report.project.id, turn) });
  if (!outcome.ok) return sentence(notJoined);
  // It has ended: there is nothing more to read.
  if (joinedBy(outcome.recorded.outage, turn.actor.id))
    return (await ownProjects(outage.id, turn)) ? await showJoined(outage, turn) : sentence(notJoined);
  const view = { desk: turn.desk, words: turn.words };
  const card = leftCard(view, outage);
  return cardReply(
    card,
    turn.place.kind === 'personal' ? card : sentenceCard(view, turn.words.affected.joined.leftHere(outageName(outage))),
  );
};

export const leavePresses = { 'join-leave': { needs: 'leave', run: leave } } satisfies Partial<Presses>;
