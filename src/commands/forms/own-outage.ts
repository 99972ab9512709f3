/**
 * What reporters press and type after the report was sent. The buttons are drawn for everybody who sees the card; whose outage it
 * is is read from the record at each press.
 */
import { MAX_REASON_LENGTH } from '../../cards/ending.ts';
import { originCard } from '../../cards/outage/outage.ts';
import { asName } from '../../cards/text.ts';
import type { ActionRequest, Outcome } from '../../engine/handle.ts';
import { type Outage, outageName, partIn } from '../../outage/types/outage.ts';
import { roomIdOf } from '../../outage/types/values.ts';
import { isBlank } from '../../report/step.ts';
import { isReporter, isShownTo } from '../authorize/access.ts';
import { explain } from '../authorize/rejection-text.ts';
import {
  type CardReply,
  cardReply,
  type Find,
  type Found,
  isAlone,
  orInCompany,
  type Reply,
  sayLine,
  sentence,
  type Turn,
} from '../command.ts';
import { formFor, type Sent, withText } from './outage-form.ts';
import { type About, cardSchema, viewOf } from './outage-press.ts';

/** The outage that a button names, or why this person may not have it. */
export const ownOutage: Find<unknown, About> = async (data, turn) => {
  const { words } = turn;
  const card = cardSchema.safeParse(data);
  if (!card.success) return { reply: sentence(words.refusals.oldCard) };
  const outage = (await turn.outages.read(card.data.outage))?.outage;
  if (!outage || !(await isShownTo(turn, outage))) return { reply: sentence(words.refusals.unknownOutage) };
  if (!isReporter(turn, outage)) return { reply: sentence(words.ending.reporter.notYours(asName(outage.reporter.name))) };
  return { found: { outage, by: turn.actor, seen: card.data.version } };
};

/** The outage as its reporter sees it here: whole in their own chat, in company without what they entered. */
export async function showOwn(outage: Outage, turn: Turn, hint = ''): Promise<CardReply> {
  return cardReply(originCard(await viewOf(outage, turn), { own: isAlone(turn), hint }));
}

/**
 * What was reported, for its reporter. A room has a card of its own for everybody, which goes on to change; the message that only the
 * reporter sees there says so.
 */
export async function showSent(outage: Outage, turn: Turn): Promise<Reply> {
  if (!turn.isPrivate) return cardReply(originCard(await viewOf(outage, turn)));
  const isHere = roomIdOf(outage.origin.conversationId) === roomIdOf(turn.place.conversationId);
  return await showOwn(outage, turn, isHere ? turn.words.report.public.sent : '');
}

/** After an action: the outage as it is now; after a rejection also why. */
export async function showOwnOutcome(outcome: Outcome, turn: Turn): Promise<Reply> {
  if (outcome.ok) return await showOwn(outcome.recorded.outage, turn);
  const hint = await explain(outcome, turn);
  return outcome.recorded ? await showOwn(outcome.recorded.outage, turn, hint) : sentence(hint);
}

export const reporterForm = formFor({
  find: ownOutage,
  show: showOwn,
  // A form in which nothing was entered has nothing to lose.
  asksAgain: (_rejection, filled) => Object.values(filled).some((text) => !isBlank(text ?? '')),
});

/** What a form does that asks the reporter for a reason. */
export const withReason = (action: (reason: string, sent: Sent) => ActionRequest, rule: { readonly optional?: true } = {}) => ({
  fields: ['reason'] as const,
  action: withText('reason', action, { ...rule, limit: MAX_REASON_LENGTH }),
});

/** No more of one person's outages are searched; the older ones are named by their number. */
const MOST_OWN = 50;

const found = (outage: Outage, { actor }: Turn) => ({ found: { outage, by: actor, seen: outage.version } });

/**
 * The outage with the number that was typed; without one (null), the only one of this reporter's that fits. `said`: the command,
 * which they may write again with the number.
 */
export async function namedOwnOutage(
  number: number | null,
  fits: (outage: Outage) => boolean,
  said: string,
  turn: Turn,
): Promise<Found<About>> {
  const { words } = turn;
  if (number !== null) {
    const id = await turn.outages.idByNumber(number);
    const outage = id === null ? undefined : (await turn.outages.read(id))?.outage;
    return outage && isReporter(turn, outage) ? found(outage, turn) : { reply: sayLine(words.refusals.unknownOutage, turn) };
  }
  const own = await ownOutages(fits, turn);
  if (own.length > 0) return onlyOne(own, turn);
  const { noneHere, notHere } = words.ending.reporter;
  const [elsewhere] = await ownOutages(fits, turn, { anywhere: true });
  return { reply: sayLine(elsewhere ? notHere(`${said} ${outageName(elsewhere)}`) : noneHere, turn) };
}

/** Its name, or that of their own that was merged into it, where it is another customer's. */
export const nameFor = (outage: Outage, { actor, place }: Turn): string =>
  outageName((outage.origin.tenantId !== place.tenantId && partIn(outage, actor.id)) || outage);

/** The one that fits; of several, which one is meant is asked. */
export function onlyOne(some: readonly Outage[], turn: Turn): Found<About> {
  const { words } = turn;
  const [only] = some;
  if (only && some.length === 1) return found(only, turn);
  return { reply: sayLine(words.ending.reporter.whichOne(words.formats.list(some.map((one) => nameFor(one, turn)))), turn) };
}

/** What this person reported, of the kind that fits; in company only what they reported there. */
export async function ownOutages(
  fits: (outage: Outage) => boolean,
  turn: Turn,
  { anywhere = isAlone(turn) } = {},
): Promise<readonly Outage[]> {
  const filter = { projects: null, personId: turn.actor.id, states: null, limit: MOST_OWN };
  const recorded = [...(await turn.outages.list(filter)), ...(await turn.outages.list({ ...filter, series: 'request' }))];
  const isHere = ({ origin }: Outage) => anywhere || origin.conversationId === turn.place.conversationId;
  return recorded.map(({ outage }) => outage).filter((outage) => isReporter(turn, outage) && isHere(outage) && fits(outage));
}

/** Asks by a form, which only one person may see; where a room has nothing for one person, by the card whose button opens it. */
export async function askReporter(
  about: About,
  form: Pick<ReturnType<typeof reporterForm>, 'open' | 'makesSense'>,
  turn: Turn,
  /** What they have to know first. */
  hint = '',
): Promise<Reply> {
  const { outage } = about;
  const asked = await form.open(about, turn, hint);
  if (!form.makesSense(outage, turn)) return asked;
  const button = turn.words.ending.reporter.useButton(asName(outage.reporter.name));
  return orInCompany(asked, turn, async () => await showOwn(outage, turn, turn.words.formats.joined([hint, button])));
}
