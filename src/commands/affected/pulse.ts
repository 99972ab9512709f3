/** "Still down", "Better" and "Works": whoever is affected says with one tap, or in words, how it is for them. */
import { z } from 'zod';
import { MAX_REASON_LENGTH } from '../../cards/ending.ts';
import { SAYINGS, type Says } from '../../outage/types/affected.ts';
import { isOpen, joinedBy, partIn } from '../../outage/types/outage.ts';
import { isReporter } from '../authorize/access.ts';
import { explain } from '../authorize/rejection-text.ts';
import { type Find, type Reply, sayLine, sentence, type Turn } from '../command.ts';
import { type About, cardSchema } from '../forms/outage-press.ts';
import { showOwn, showOwnOutcome } from '../forms/own-outage.ts';
import { handledIn, isOfCustomer, ownProjects, showJoined } from './joined.ts';

/** The outage of a button, or what it was merged into. To everybody else it reads the same, whether there is such an outage or not. */
export const affectedOutage: Find<unknown, About> = async (data, turn) => {
  const { refusals, affected } = turn.words;
  const card = cardSchema.safeParse(data);
  if (!card.success) return { reply: sentence(refusals.oldCard) };
  const named = (await turn.outages.read(card.data.outage))?.outage;
  const outage = named && (await handledIn(named, turn));
  const isTheirs = outage && (isReporter(turn, outage) || (isOfCustomer(turn) && partIn(outage, turn.actor.id)));
  if (!isTheirs) return { reply: sentence(affected.pulse.notYours) };
  return { found: { outage, by: turn.actor, seen: card.data.version } };
};

/** Whose own it is, or was merged into it, or who joined and was not taken off that project since. While Teams does not say, nobody was. */
async function isPartOf(outage: About['outage'], turn: Turn): Promise<boolean> {
  const joined = joinedBy(outage, turn.actor.id);
  if (!joined) return isReporter(turn, outage) || partIn(outage, turn.actor.id) !== undefined;
  const { projects, doubt } = await turn.membership();
  return doubt !== null || projects.some(({ id }) => id === joined.project.id);
}

const saysSchema = z.object({ says: z.enum(SAYINGS) });
/** What a button says; null: it is none of ours. */
export const saysIn = (data: unknown): Says | null => saysSchema.safeParse(data).data?.says ?? null;

/** `text`: what they wrote about it; empty: nothing. Its reporter sees their card, and everybody else what they may see of it. */
export async function sayPulse(about: About, says: Says, text: string, turn: Turn): Promise<Reply> {
  return (await isPartOf(about.outage, turn)) ? await counted(about, says, text, turn) : sayLine(turn.words.affected.pulse.notYours, turn);
}

async function counted({ outage: { id }, by }: About, says: Says, text: string, turn: Turn): Promise<Reply> {
  const { words } = turn;
  if (text.length > MAX_REASON_LENGTH) return sayLine(words.refusals.textTooLong(MAX_REASON_LENGTH), turn);
  const outcome = await turn.handle({ type: 'pulse', outageId: id, by, says, text });
  if (!outcome.ok) {
    const { recorded } = outcome;
    return recorded && isReporter(turn, recorded.outage) ? await showOwnOutcome(outcome, turn) : sentence(await explain(outcome, turn));
  }
  const { outage } = outcome.recorded;
  const { ending, affected } = words;
  const isOpenNow = isOpen(outage);
  if (isReporter(turn, outage)) {
    const isTold = isOpenNow && outcome.events.every(({ type }) => type === 'pulsed');
    return await showOwn(outage, turn, isTold ? (says === 'better' ? affected.pulse.counted : ending.reporter.told) : '');
  }
  const isReopened = outcome.events.some(({ type }) => type === 'reopened');
  const told = isReopened ? affected.pulse.reopened : isOpenNow && text !== '' ? ending.reporter.told : affected.pulse.counted;
  const line = isOpenNow && says === 'works' ? words.formats.joined([told, affected.pulse.staysOpen]) : told;
  const sees = outage.absorbed.some(({ reporter }) => reporter.id === by.id) || (await ownProjects(outage.id, turn));
  return sees ? await showJoined(outage, turn, line) : sayLine(line, turn);
}
