/** What engineers press on the card of an outage. The answer redraws it for the one who pressed; everybody else's is edited. */
import { z } from 'zod';
import { sentenceCard } from '../../cards/layouts/layouts.ts';
import { deskCard } from '../../cards/outage/outage.ts';
import type { ActionRequest, Outcome } from '../../engine/handle.ts';
import type { Recorded } from '../../engine/ports/outages.ts';
import { type Outage, workRoomOf } from '../../outage/types/outage.ts';
import type { Actor } from '../../outage/types/values.ts';
import { atDesk } from '../authorize/access.ts';
import { explain } from '../authorize/rejection-text.ts';
import { cardReply, type Find, type PressHandler, type Reply, reading, sentence, type Turn } from '../command.ts';

/** Which outage a button means, and the version that its card showed. */
export const cardSchema = z.object({ outage: z.guid(), version: z.int().min(0) });

/** The outage of a press. `by`: the person as the core knows them. `seen`: the version that their card showed. */
export type About = { readonly outage: Outage; readonly by: Actor; readonly seen: number };

/** The outage that a button names. */
export const outageOnCard: Find<unknown, About & Recorded> = async (data, turn) => {
  const { refusals } = turn.words;
  const card = cardSchema.safeParse(data);
  if (!card.success) return { reply: sentence(refusals.oldCard) };
  const recorded = await turn.outages.read(card.data.outage);
  if (!recorded) return { reply: sentence(refusals.unknownOutage) };
  return { found: { ...recorded, by: turn.actor, seen: card.data.version } };
};

/** One tap that does something to an outage. */
export const tap = (action: (card: { outageId: string; by: Actor; seen: number }) => ActionRequest): PressHandler =>
  reading(cardSchema, async ({ outage: outageId, version: seen }, turn) => {
    const outcome = await turn.handle(action({ outageId, seen, by: turn.actor }));
    // It was offered to somebody else: the card stays as it is.
    if (!outcome.ok && outcome.rejection.type === 'not-offered') return sentence(await explain(outcome, turn));
    return await showOutcome(outcome, turn);
  });

/** After an action: the outage as it is now; after a rejection also why. */
export async function showOutcome(outcome: Outcome, turn: Turn): Promise<Reply> {
  if (outcome.ok) return await showOutage(outcome.recorded.outage, turn);
  const hint = await explain(outcome, turn);
  if (!outcome.recorded) return cardReply(sentenceCard({ desk: turn.desk, words: turn.words }, hint));
  return await showOutage(outcome.recorded.outage, turn, hint);
}

/** Phone and e-mail stay in the desk's channel: somebody who pressed in another place does not get them there. */
export async function showOutage(outage: Outage, turn: Turn, hint = ''): Promise<Reply> {
  return cardReply(deskCard(await viewOf(outage, turn), { mentionOnCall: false, hint, contact: atDesk(turn, workRoomOf(outage)) }));
}

/** What a card of the outage is drawn from. */
export const viewOf = async (outage: Outage, { desk, words, outages, files, place }: Turn) => ({
  ...{ outage, desk, words, now: await outages.now() },
  takesFiles: files !== null && place.kind === 'personal',
});
