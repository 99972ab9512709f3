/** How the forms behind More are opened and sent: what cannot be taken is asked again with everything that was entered. */
import { z } from 'zod';
import type { Card } from '../../cards/base/card.ts';
import type { Verb } from '../../cards/base/verbs.ts';
import { MOST_TO_CHOOSE } from '../../cards/ending/forms.ts';
import type { FormField, FormTexts, FormView } from '../../cards/outage/form.ts';
import { MAX_TEXT_LENGTH } from '../../cards/outage/form.ts';
import { fits } from '../../cards/outage/more.ts';
import type { ActionRequest } from '../../engine/handle.ts';
import type { Permission } from '../../outage/permissions.ts';
import { OPEN_STATES, type Outage } from '../../outage/types/outage.ts';
import { isBlank } from '../../report/step.ts';
import type { Words } from '../../words/words.ts';
import { cardClock, refusalText } from '../authorize/rejection-text.ts';
import { type Caller, cardReply, type PressHandler, type Reply, type Services, sentence } from '../command.ts';
import { present, settled, target } from './outage-press.ts';

const FORM_FIELDS = ['person', 'team', 'number', 'reason', 'text', 'scenario', 'environment'] as const;
/** Longer than what is taken, so that it is refused beside its field and not lost at the door. */
const filledSchema = z.partialRecord(z.enum(FORM_FIELDS), z.string().max(20_000));

/** What a form was sent with, and about which outage. */
export type Sent = {
  readonly filled: FormTexts;
  readonly common: { readonly outageId: string; readonly by: Caller['actor'] };
  readonly seen: number;
  readonly outage: Outage;
  readonly words: Words;
  readonly services: Services;
};

export type DeskForm = {
  readonly permission: Permission;
  /** The button that opens it. */
  readonly opener: Verb;
  readonly draw: (view: FormView) => Card;
  /** It needs to know which other outages are open. */
  readonly needsOthers?: true;
  readonly request: (
    sent: Sent,
  ) => ActionRequest | { readonly errors: FormTexts } | Promise<ActionRequest | { readonly errors: FormTexts }>;
};

/** The text of a field that must say something, or what is wrong with it. */
export function needed({ filled, words }: Sent, field: FormField): { text: string; error: string } {
  const text = (filled[field] ?? '').trim();
  if (isBlank(text)) return { text, error: words.report.errors.required };
  return { text, error: text.length > MAX_TEXT_LENGTH ? words.report.errors['too-long'] : '' };
}

/** The chosen one, or an error beside the field. */
export function chosen<Thing extends { readonly id: string }>(
  { filled, words }: Sent,
  field: FormField,
  among: readonly Thing[],
): { readonly found: Thing } | { readonly errors: FormTexts } {
  const found = among.find(({ id }) => id === filled[field]);
  return found ? { found } : { errors: { [field]: filled[field] ? words.engineer.unknownChoice : words.report.errors.required } };
}

export const opens =
  (form: DeskForm): PressHandler =>
  async (data, caller, services) => {
    const found = target(data, caller, form.permission);
    if ('reply' in found) return found.reply;
    const recorded = await services.outages.read(found.outageId);
    if (!recorded) return sentence(caller.words.refused.unknownOutage);
    const { outage } = recorded;
    if (!fits(form.opener, outage, services.desk)) return await present(outage, caller, services);
    return await drawn(form, outage, caller, services, { filled: {} });
  };

export const sends =
  (form: DeskForm): PressHandler =>
  async (data, caller, services) => {
    const found = target(data, caller, form.permission);
    if ('reply' in found) return found.reply;
    const { words, actor } = caller;
    const entered = filledSchema.safeParse(onlyFields(data));
    if (!entered.success) return sentence(words.refused.oldCard);
    const recorded = await services.outages.read(found.outageId);
    if (!recorded) return sentence(words.refused.unknownOutage);
    const filled = entered.data;
    const common = { outageId: found.outageId, by: actor };
    const request = await form.request({ filled, common, seen: found.seen, outage: recorded.outage, words, services });
    if ('errors' in request) return await drawn(form, recorded.outage, caller, services, { filled, errors: request.errors });

    const outcome = await services.handle(request);
    if (outcome.ok || !outcome.recorded) return await settled(outcome, caller, services);
    const { rejection } = outcome;
    // One's own second tap: what was entered has been told already.
    if (rejection.type === 'already-ended' && rejection.by?.id === actor.id) return await settled(outcome, caller, services);
    const { outage } = outcome.recorded;
    const hint = refusalText(rejection, outage, words, cardClock(await services.outages.now()));
    return await drawn(form, outage, caller, services, { filled, hint });
  };

const onlyFields = (data: unknown): unknown => {
  const fields = new Set<string>(FORM_FIELDS);
  return Object.fromEntries(Object.entries(data ?? {}).filter(([key]) => fields.has(key)));
};

async function drawn(
  { draw, needsOthers }: DeskForm,
  outage: Outage,
  { words }: Caller,
  services: Services,
  { filled, errors = {}, hint = '' }: { filled: FormTexts; errors?: FormTexts; hint?: string },
): Promise<Reply> {
  const now = await services.outages.now();
  const fix = hint || (Object.keys(errors).length > 0 ? words.report.fix : '');
  const open = needsOthers ? await othersOpen(outage, services) : [];
  return cardReply(
    draw({
      target: { outage: outage.id, version: outage.version },
      outage,
      desk: services.desk,
      words,
      now,
      filled,
      errors,
      hint: fix,
      open,
    }),
  );
}

/** None when they are more than can be chosen from: a list that lacks the one that is meant would mislead. */
async function othersOpen({ id }: Outage, { outages }: Services): Promise<readonly Outage[]> {
  const found = await outages.list({ projects: null, personId: null, states: OPEN_STATES, limit: MOST_TO_CHOOSE + 2 });
  const others = found.map(({ outage }) => outage).filter((one) => one.id !== id);
  return others.length > MOST_TO_CHOOSE ? [] : others;
}
