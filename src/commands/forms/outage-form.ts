/** Forms about an outage: one press opens the form, another sends it. */
import type { Card } from '../../cards/base/card.ts';
import { dataOf, type FormVerb, openerOf } from '../../cards/base/verbs.ts';
import { MOST_TO_CHOOSE } from '../../cards/ending.ts';
import { fits } from '../../cards/outage/buttons.ts';
import { type FormField, type FormTexts, type FormView, MAX_TEXT_LENGTH } from '../../cards/outage/form.ts';
import type { ActionRequest } from '../../engine/handle.ts';
import type { Rejection } from '../../outage/decision.ts';
import type { OutageEvent } from '../../outage/events.ts';
import { isEngineer, type Permission } from '../../outage/permissions.ts';
import { OPEN_STATES, type Outage } from '../../outage/types/outage.ts';
import type { Actor, Instant } from '../../outage/types/values.ts';
import { isBlank } from '../../report/step.ts';
import { explain } from '../authorize/rejection-text.ts';
import { type Find, isReply, type Reply, sentence, type Turn, whenFound } from '../command.ts';
import { type Form, formPresses, openForm, sendForm } from './form.ts';
import { type About, cardSchema, outageOnCard, showOutage } from './outage-press.ts';

/** What a form was sent with. */
export type Sent = Turn &
  About & {
    readonly filled: FormTexts;
    readonly common: { readonly outageId: string; readonly by: Actor };
  };
export type Errors = { readonly errors: FormTexts };

type OutageForm<Sends extends FormVerb> = {
  readonly needs: Permission;
  /** The button that sends it. The one that opens it has the same verb with "-form" at the end. */
  readonly verb: Sends;
  /** Whether the form makes sense now; where it does not, the outage is shown as it is. Otherwise as under More. */
  readonly fits?: (outage: Outage) => boolean;
  readonly fields: readonly FormField[];
  /** What stands in it when it is opened. */
  readonly prefilled?: (about: About, turn: Turn) => FormTexts;
  readonly draw: (view: FormView) => Card;
  /** It needs to know which other outages are open. */
  readonly needsOthers?: true;
  /** What its person reads when it was done; otherwise the outage alone. */
  readonly done?: (events: readonly OutageEvent[], turn: Turn, now: Instant, outage: Outage) => string;
  readonly action: (sent: Sent) => ActionRequest | Reply | Errors | Promise<ActionRequest | Reply | Errors>;
};

/** Who fills in a form. */
type Audience = {
  readonly find: Find<unknown, About>;
  /** The outage as these people see it. `hint`: what they have to know first. */
  readonly show: (outage: Outage, turn: Turn, hint?: string) => Promise<Reply>;
  /** Whether a form that was rejected comes again; where it does not, they see the outage, and why. */
  readonly asksAgain: (rejection: Rejection, filled: FormTexts, by: Actor) => boolean;
};

export const formFor =
  (audience: Audience) =>
  <Sends extends FormVerb>(parts: OutageForm<Sends>) => {
    const opens = openerOf(parts.verb);
    const form: Form<About, FormField> = {
      verb: parts.verb,
      about: ({ outage }) => outage.id,
      find: audience.find,
      fields: parts.fields,
      async draw({ outage }, state, turn) {
        const { desk, words, searchesPeople } = turn;
        const open = parts.needsOthers ? await othersOpen(outage, turn) : [];
        return parts.draw({ ...state, target: dataOf(outage), outage, desk, words, now: await turn.outages.now(), open, searchesPeople });
      },
      drawUnread: (data, state, { words, desk, searchesPeople }) =>
        parts.draw({ ...state, target: cardSchema.parse(data), outage: null, desk, words, now: 0, open: [], searchesPeople }),
      async send(about, filled, turn) {
        const common = { outageId: about.outage.id, by: about.by };
        const action = await parts.action({ ...turn, ...about, filled, common });
        if ('errors' in action) return action;
        if (isReply(action)) return { reply: action, sent: false };
        const outcome = await turn.handle(action);
        if (outcome.ok) {
          const hint = parts.done?.(outcome.events, turn, await turn.outages.now(), outcome.recorded.outage);
          const reply = await audience.show(outcome.recorded.outage, turn, hint);
          return { reply: hint ? { ...reply, said: hint } : reply, sent: true };
        }
        const outage = outcome.recorded?.outage ?? about.outage;
        const hint = await explain(outcome, turn);
        const again = audience.asksAgain(outcome.rejection, filled, turn.actor);
        return again ? { fix: hint, subject: { ...about, outage } } : { reply: await audience.show(outage, turn, hint), sent: false };
      },
    };
    const makesSense = (outage: Outage, { desk }: Turn): boolean => (parts.fits ? parts.fits(outage) : fits(opens, outage, desk));
    /** Gives the form; or the outage, where the form makes no sense now. */
    async function open(about: About, turn: Turn, hint = ''): Promise<Reply> {
      if (!makesSense(about.outage, turn)) return await audience.show(about.outage, turn);
      return await openForm(form, about, parts.prefilled?.(about, turn) ?? {}, turn, hint);
    }
    return {
      open,
      makesSense,
      presses: formPresses(
        parts.needs,
        parts.verb,
        whenFound(audience.find, (about, turn) => open(about, turn)),
        sendForm(form),
      ),
    };
  };

/** A form of engineers, drawn on the card of an outage. */
export const engineerForm = formFor({
  // Reporters may reopen too, by a form of their own.
  find: async (data, turn) =>
    isEngineer(turn.actor) ? await outageOnCard(data, turn) : { reply: sentence(turn.words.refusals.notPermitted) },
  show: showOutage,
  // Not after their own second tap, since people have read what was entered; nor by a button for what was decided otherwise.
  asksAgain: (rejection, _filled, by) => rejection.type !== 'parted' && (rejection.type !== 'already-ended' || rejection.by?.id !== by.id),
});

/** None when there are more than can be chosen from: a list that lacks the right one would mislead. */
async function othersOpen({ id }: Outage, { outages }: Turn): Promise<readonly Outage[]> {
  const found = await outages.list({ projects: null, personId: null, states: OPEN_STATES, limit: MOST_TO_CHOOSE + 2 });
  const others = found.map(({ outage }) => outage).filter((one) => one.id !== id);
  return others.length > MOST_TO_CHOOSE ? [] : others;
}

type Rule = { readonly optional?: true; readonly limit?: number };

/** The text of a field, trimmed; or what is wrong with it. `limit` in characters. */
export function fieldText(
  { filled, words }: Sent,
  field: FormField,
  { optional, limit = MAX_TEXT_LENGTH }: Rule = {},
): { readonly text: string } | Errors {
  const { errors } = words.report;
  const text = (filled[field] ?? '').trim();
  if (text.length > limit) return { errors: { [field]: errors['too-long'] } };
  if (!isBlank(text)) return { text };
  return optional ? { text: '' } : { errors: { [field]: errors.required } };
}

/** The action of a form that asks for one text. */
export const withText =
  (field: FormField, action: (text: string, sent: Sent) => ActionRequest, rule: Rule = {}) =>
  (sent: Sent): ActionRequest | Errors => {
    const read = fieldText(sent, field, rule);
    return 'text' in read ? action(read.text, sent) : read;
  };

/** The thing that was chosen in a field; or what is wrong with it. */
export function readChoice<Thing extends { readonly id: string }>(
  { filled, words }: Sent,
  field: FormField,
  among: readonly Thing[],
): { readonly found: Thing } | Errors {
  const found = among.find(({ id }) => id === filled[field]);
  return found ? { found } : { errors: { [field]: words.report.errors[filled[field] ? 'unknown-choice' : 'required'] } };
}
