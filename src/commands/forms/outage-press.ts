/** What engineers press on the card of an outage. The answer redraws it for the one who pressed; everybody else's is edited. */
import { z } from 'zod';
import type { Card } from '../../cards/base/card.ts';
import { sentenceCard } from '../../cards/layouts/answer.ts';
import { type FilledForm, MAX_TEXT_LENGTH } from '../../cards/outage/form.ts';
import { deskCard } from '../../cards/outage/outage.ts';
import type { Outcome } from '../../engine/handle.ts';
import type { Rejection } from '../../outage/decision.ts';
import { may, type Permission } from '../../outage/permissions.ts';
import { isOpen, type Outage, workRoomOf } from '../../outage/types/outage.ts';
import { isBlank } from '../../report/step.ts';
import { cardClock, refusalText } from '../authorize/rejection-text.ts';
import { atDesk } from '../authorize/visibility.ts';
import { type Caller, cardReply, type PressHandler, type Reply, type Services, sentence } from '../command.ts';

/** Which outage a button means, and the version that its card showed. */
export const dataSchema = z.object({ outage: z.guid(), version: z.int().min(0) });
/** The text of a form; longer than what is taken, so that it is refused beside the field and not lost at the door. */
export const textSchema = z.object({ text: z.string().max(20_000).default('') });

export type Target = { readonly outageId: string; readonly seen: number };

/** Reads which outage a button means. Without the permission the answer is the same for every outage, also for none. */
export function target(data: unknown, caller: Caller, permission: Permission): Target | { reply: Reply } {
  const { refused } = caller.words;
  if (!may(caller.actor, permission)) return { reply: sentence(refused.notPermitted) };
  const parsed = dataSchema.safeParse(data);
  if (!parsed.success) return { reply: sentence(refused.oldCard) };
  return { outageId: parsed.data.outage, seen: parsed.data.version };
}

const viewOf = (outage: Outage) => ({ target: { outage: outage.id, version: outage.version }, outage });

/** Opens a form, or goes back from it, by drawing the outage as it is now. */
export const openForm =
  (permission: Permission, draw: (view: FilledForm) => Card): PressHandler =>
  async (data, caller, services) => {
    const found = target(data, caller, permission);
    if ('reply' in found) return found.reply;
    const recorded = await services.outages.read(found.outageId);
    if (!recorded) return sentence(caller.words.refused.unknownOutage);
    if (!isOpen(recorded.outage)) return await present(recorded.outage, caller, services);
    return cardReply(draw({ ...viewOf(recorded.outage), words: caller.words, filled: {}, errors: {}, hint: '' }));
  };

/** Sends a form's text. What cannot be taken is asked again with the text in it: nothing typed is lost. */
export async function sendForm(
  found: Target,
  entered: string,
  caller: Caller,
  services: Services,
  form: { draw: (view: FilledForm) => Card; act: (text: string) => Promise<Outcome> },
): Promise<Reply> {
  const { words } = caller;
  const text = entered.trim();
  const again = async (view: Pick<FilledForm, 'errors' | 'hint'>, outage: Outage | undefined) =>
    outage ? cardReply(form.draw({ ...viewOf(outage), words, filled: { text: entered }, ...view })) : sentence(words.refused.unknownOutage);
  const error = isBlank(text) ? words.report.errors.required : text.length > MAX_TEXT_LENGTH ? words.report.errors['too-long'] : '';
  if (error) return await again({ errors: { text: error }, hint: '' }, (await services.outages.read(found.outageId))?.outage);

  const outcome = await form.act(text);
  if (outcome.ok || !keepsText(outcome.rejection, caller)) return await settled(outcome, caller, services);
  const now = await services.outages.now();
  const outage = outcome.recorded?.outage;
  return await again({ errors: {}, hint: refusalText(outcome.rejection, outage ?? null, words, cardClock(now)) }, outage);
}

/** Somebody else was faster: the text was told to nobody, so it stays. One's own resolution pressed twice was told. */
const keepsText = (rejection: Rejection, { actor }: Caller): boolean =>
  rejection.type === 'card-outdated' || (rejection.type === 'already-ended' && rejection.by?.id !== actor.id);

/** After an action: the outage as it is now; after a no: why, above the outage as it is now. */
export async function settled(outcome: Outcome, caller: Caller, services: Services): Promise<Reply> {
  if (outcome.ok) return await present(outcome.recorded.outage, caller, services);
  const now = await services.outages.now();
  const text = refusalText(outcome.rejection, outcome.recorded?.outage ?? null, caller.words, cardClock(now));
  if (!outcome.recorded) return cardReply(sentenceCard({ desk: services.desk, words: caller.words }, text));
  return await present(outcome.recorded.outage, caller, services, text);
}

/** Who pressed elsewhere than in the desk's channel gets no phone and no e-mail there: those stay in it. */
export async function present(outage: Outage, caller: Caller, services: Services, hint = ''): Promise<Reply> {
  const view = { outage, desk: services.desk, words: caller.words, now: await services.outages.now() };
  return cardReply(deskCard(view, { mentionOnCall: false, hint, contact: atDesk(caller, workRoomOf(outage)) }));
}
