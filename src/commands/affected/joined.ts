/** An outage that this person joined. Each press is checked against the record. */
import { joinedCard } from '../../cards/affected/joined.ts';
import { may } from '../../outage/permissions.ts';
import { joinedBy, type Outage, requestIn } from '../../outage/types/outage.ts';
import { actorForProject } from '../authorize/actor-for-project.ts';
import { isReporter } from '../authorize/visibility.ts';
import { type Caller, cardReply, type Find, type Presses, type Reply, type Services, sentence, whenFound } from '../command.ts';
import type { About } from '../forms/outage-form.ts';
import { cardSchema } from '../forms/outage-press.ts';
import { showOwn } from '../forms/own-outage.ts';

/** An outage of a project of theirs. Of every other one, and of a request, they read that there is none. */
export async function ownProjects(outageId: string, caller: Caller, services: Services): Promise<Omit<About, 'seen'> | null> {
  const outage = (await services.outages.read(outageId))?.outage;
  if (!outage || outage.drill || requestIn(outage)) return null;
  const by = await actorForProject(outage.report.project.id, caller);
  return may(by, 'join', outage) ? { outage, by } : null;
}

/** The outage that a button names. People who did not join it read the same, whether there is such an outage or not. */
export const joinedOutage: Find<unknown, About> = async (data, caller, services) => {
  const { refusals, affected } = caller.words;
  const card = cardSchema.safeParse(data);
  if (!card.success) return { reply: sentence(refusals.oldCard) };
  const theirs = await ownProjects(card.data.outage, caller, services);
  if (!theirs || !joinedBy(theirs.outage, caller.actor.id)) return { reply: sentence(affected.joined.notJoined) };
  return { found: { ...theirs, seen: card.data.version } };
};

/** What affected people see: their own report, or the card of somebody who joined. */
export async function showJoined(outage: Outage, caller: Caller, services: Services, hint = ''): Promise<Reply> {
  if (isReporter(caller, outage)) return await showOwn(outage, caller, services, hint);
  const joined = joinedBy(outage, caller.actor.id);
  const view = { outage, desk: services.desk, words: caller.words, now: await services.outages.now() };
  if (joined) return cardReply(joinedCard(view, joined, { own: caller.place.kind === 'personal', hint }));
  const mine = outage.absorbed.find(({ reporter }) => reporter.id === caller.actor.id);
  const own = mine && (await services.outages.read(mine.id))?.outage;
  return own ? await showOwn(own, caller, services, hint) : sentence(hint || caller.words.affected.joined.notJoined);
}

export const joinedPresses = {
  'join-show': {
    needs: 'see',
    run: whenFound(joinedOutage, async ({ outage }, caller, services) => await showJoined(outage, caller, services)),
  },
} satisfies Partial<Presses>;
