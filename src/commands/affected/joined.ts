/** An outage that this person joined. Each press is checked against the record. */
import { joinedCard } from '../../cards/affected/joined.ts';
import { may } from '../../outage/permissions.ts';
import { joinedBy, type Outage, requestIn } from '../../outage/types/outage.ts';
import { actorForProject } from '../authorize/actor-for-project.ts';
import { isReporter } from '../authorize/visibility.ts';
import { cardReply, type Find, type Presses, type Reply, sentence, type Turn, whenFound } from '../command.ts';
import type { About } from '../forms/outage-form.ts';
import { cardSchema } from '../forms/outage-press.ts';
import { showOwn } from '../forms/own-outage.ts';

/** An outage of a project of theirs. Of every other one, and of a request, they read that there is none. */
export async function ownProjects(outageId: string, turn: Turn): Promise<Omit<About, 'seen'> | null> {
  const outage = (await turn.outages.read(outageId))?.outage;
  if (!outage || outage.drill || requestIn(outage)) return null;
  const by = await actorForProject(outage.report.project.id, turn);
  return may(by, 'join', outage) ? { outage, by } : null;
}

/** The outage that a button names. People who did not join it read the same, whether there is such an outage or not. */
export const joinedOutage: Find<unknown, About> = async (data, turn) => {
  const { refusals, affected } = turn.words;
  const card = cardSchema.safeParse(data);
  if (!card.success) return { reply: sentence(refusals.oldCard) };
  const theirs = await ownProjects(card.data.outage, turn);
  if (!theirs || !joinedBy(theirs.outage, turn.actor.id)) return { reply: sentence(affected.joined.notJoined) };
  return { found: { ...theirs, seen: card.data.version } };
};

/** What affected people see: their own report, or the card of somebody who joined. */
export async function showJoined(outage: Outage, turn: Turn, hint = ''): Promise<Reply> {
  if (isReporter(turn, outage)) return await showOwn(outage, turn, hint);
  const joined = joinedBy(outage, turn.actor.id);
  const view = { outage, desk: turn.desk, words: turn.words, now: await turn.outages.now() };
  if (joined) return cardReply(joinedCard(view, joined, { own: turn.place.kind === 'personal', hint }));
  const mine = outage.absorbed.find(({ reporter }) => reporter.id === turn.actor.id);
  const own = mine && (await turn.outages.read(mine.id))?.outage;
  return own ? await showOwn(own, turn, hint) : sentence(hint || turn.words.affected.joined.notJoined);
}

export const joinedPresses = {
  'join-show': {
    needs: 'see',
    run: whenFound(joinedOutage, async ({ outage }, turn) => await showJoined(outage, turn)),
  },
} satisfies Partial<Presses>;
