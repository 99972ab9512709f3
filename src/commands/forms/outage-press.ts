/** What engineers press on the card of an outage. The answer redraws it for the one who pressed; everybody else's is edited. */
import { z } from 'zod';
import { sentenceCard } from '../../cards/layouts/answer.ts';
import { deskCard } from '../../cards/outage/outage.ts';
import type { ActionRequest, Outcome } from '../../engine/handle.ts';
import { type Outage, workRoomOf } from '../../outage/types/outage.ts';
import type { Actor } from '../../outage/types/person.ts';
import { explain } from '../authorize/rejection-text.ts';
import { atDesk } from '../authorize/visibility.ts';
import { type Caller, cardReply, type PressHandler, type Reply, type Services, sentence } from '../command.ts';

/** Which outage a button means, and the version that its card showed. */
export const cardSchema = z.object({ outage: z.guid(), version: z.int().min(0) });

type OnCard<Data> = { readonly outageId: string; readonly seen: number; readonly data: Data };
type OnOutage<Data> = { readonly outage: Outage; readonly seen: number; readonly data: Data };

/** A press that names an outage. `schema`: what else its card carries. */
export const onCard =
  <Data>(schema: z.ZodType<Data>, run: (card: OnCard<Data>, caller: Caller, services: Services) => Promise<Reply>): PressHandler =>
  async (data, caller, services) => {
    const card = cardSchema.safeParse(data);
    const more = schema.safeParse(data);
    if (!card.success || !more.success) return sentence(caller.words.refusals.oldCard);
    return await run({ outageId: card.data.outage, seen: card.data.version, data: more.data }, caller, services);
  };

/** The same, where the outage has to be read first. */
export const onOutage = <Data>(
  schema: z.ZodType<Data>,
  run: (card: OnOutage<Data>, caller: Caller, services: Services) => Promise<Reply>,
): PressHandler =>
  onCard(schema, async ({ outageId, seen, data }, caller, services) => {
    const recorded = await services.outages.read(outageId);
    if (!recorded) return sentence(caller.words.refusals.unknownOutage);
    return await run({ outage: recorded.outage, seen, data }, caller, services);
  });

/** One tap that does something to an outage. */
export const tap = (action: (card: { outageId: string; by: Actor; seen: number }) => ActionRequest): PressHandler =>
  onCard(z.unknown(), async ({ outageId, seen }, caller, services) => {
    const outcome = await services.handle(action({ outageId, seen, by: caller.actor }));
    // It was offered to somebody else: the card stays as it is.
    if (!outcome.ok && outcome.rejection.type === 'not-offered') return sentence(await explain(outcome, caller, services));
    return await showOutcome(outcome, caller, services);
  });

/** After an action: the outage as it is now; after a rejection also why. */
export async function showOutcome(outcome: Outcome, caller: Caller, services: Services): Promise<Reply> {
  if (outcome.ok) return await showOutage(outcome.recorded.outage, caller, services);
  const hint = await explain(outcome, caller, services);
  if (!outcome.recorded) return cardReply(sentenceCard({ desk: services.desk, words: caller.words }, hint));
  return await showOutage(outcome.recorded.outage, caller, services, hint);
}

/** Phone and e-mail stay in the desk's channel: somebody who pressed in another place does not get them there. */
export async function showOutage(outage: Outage, caller: Caller, services: Services, hint = ''): Promise<Reply> {
  const view = { outage, desk: services.desk, words: caller.words, now: await services.outages.now() };
  return cardReply(deskCard(view, { mentionOnCall: false, hint, contact: atDesk(caller, workRoomOf(outage)) }));
}
