/** What somebody does who joined an outage: they see it, leave it, or add a phone number. Each press is checked against the record. */
import { joinedCard, joinPhoneForm, leftCard } from '../../cards/affected.ts';
import { errorText } from '../../cards/base/inputs.ts';
import { sentenceCard } from '../../cards/layouts/layouts.ts';
import { may } from '../../outage/permissions.ts';
import { isOpen, joinedBy, OPEN_STATES, type Outage, type OutageState, outageName, partIn, requestIn } from '../../outage/types/outage.ts';
import { readText } from '../../report/texts.ts';
import { actorForProject, isReporter } from '../authorize/access.ts';
import { cardReply, type Find, isAlone, type Presses, type PressHandler, type Reply, sentence, type Turn, whenFound } from '../command.ts';
import { backTo } from '../forms/form.ts';
import { formFor } from '../forms/outage-form.ts';
import { type About, cardSchema, viewOf } from '../forms/outage-press.ts';
import { showOwn } from '../forms/own-outage.ts';

/** Theirs may be of another project than the outage into which it was merged. */
export const isOfCustomer = ({ place, desk }: Turn): boolean => desk.members.tenants.has(place.tenantId);

/** An outage of a project of theirs. Of every other one, and of a request, they read that there is none. */
export async function ownProjects(outageId: string, turn: Turn): Promise<Omit<About, 'seen'> | null> {
  const outage = (await turn.outages.read(outageId))?.outage;
  if (!outage || outage.drill || requestIn(outage)) return null;
  const by = await actorForProject(outage.report.project.id, turn);
  return may(by, 'join', outage) ? { outage, by } : null;
}

/**
 * The outages in these states that are theirs too, the open ones if none are named: into which theirs was merged, or which they joined; in company, only what they reported or
 * joined there. `number`: the one that they name, by its number or by that of their own, in any place.
 */
export async function alsoTheirs(
  turn: Turn,
  number: number | null = null,
  states: readonly OutageState[] = OPEN_STATES,
): Promise<readonly Outage[]> {
  const joined = await turn.outages.joinedBy(turn.actor.id, states);
  return joined
    .map(({ outage }) => outage)
    .filter((outage) => {
      const part = partIn(outage, turn.actor.id);
      if (!part || !isOfCustomer(turn) || isReporter(turn, outage)) return false;
      if (number !== null) return [outage.number, part.number].includes(number);
      return isAlone(turn) || part.origin.conversationId === turn.place.conversationId;
    });
}

/** The outage that a button names. People who did not join it read the same, whether there is such an outage or not. */
const joinedOutage: Find<unknown, About> = async (data, turn) => {
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
  const joined = (await ownProjects(outage.id, turn)) ? joinedBy(outage, turn.actor.id) : undefined;
  if (joined) return cardReply(joinedCard(await viewOf(outage, turn), joined, { own: isAlone(turn), hint }));
  const mine = outage.absorbed.find(({ reporter }) => reporter.id === turn.actor.id);
  const own = mine && (await turn.outages.read(mine.id))?.outage;
  return own && isReporter(turn, own) ? await showOwn(own, turn, hint) : sentence(hint || turn.words.affected.joined.notJoined);
}

/**
 * Somebody may leave who was taken off the project, or of whom Teams says nothing now: the answer tells them no more than
 * they know.
 */
async function toLeave(data: unknown, turn: Turn): Promise<Outage | null> {
  const id = cardSchema.safeParse(data).data?.outage;
  const outage = id ? (await turn.outages.read(id))?.outage : null;
  return outage && isOfCustomer(turn) && joinedBy(outage, turn.actor.id) ? outage : null;
}

/** The outage into which it was merged, with everybody who had joined; or itself. */
export async function handledIn(outage: Outage, turn: Turn): Promise<Outage> {
  const into = outage.state === 'merged' ? (await turn.outages.read(outage.into.id))?.outage : null;
  return into ? await handledIn(into, turn) : outage;
}

const leave: PressHandler = async (data, turn) => {
  const { notJoined } = turn.words.affected.joined;
  const outage = await toLeave(data, turn);
  if (!outage) return sentence(notJoined);
  const handled = await handledIn(outage, turn);
  // Where that has ended, they still leave what was merged into it.
  const { id, report } = isOpen(handled) ? handled : outage;
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

const { presses: phonePresses } = formFor({
  find: joinedOutage,
  show: showJoined,
  // It is rejected when the outage has ended: then nobody calls any more.
  asksAgain: () => false,
})({
  needs: 'add-phone',
  verb: 'join-phone',
  fields: ['phone'],
  prefilled: ({ outage, by }) => ({ phone: joinedBy(outage, by.id)?.contact.phone }),
  draw: joinPhoneForm,
  action({ filled, common, words, timeZone, desk }) {
    const { text, error } = readText('phone', { ...filled, timeZone }, desk);
    return error ? { errors: { phone: errorText(error, words, { timeZone, desk }) } } : { ...common, type: 'add-phone', phone: text };
  },
});

export const joinedPresses = {
  'join-show': {
    needs: 'see',
    run: whenFound(joinedOutage, async ({ outage }, turn) => backTo(await showJoined(outage, turn), turn)),
  },
  'join-leave': { needs: 'leave', run: leave },
  ...phonePresses,
} satisfies Partial<Presses>;
