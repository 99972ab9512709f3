/**
 * How every form is opened and sent: what cannot be taken, or could not be sent, comes again with all that was entered, at once
 * and when the form is opened again within a day.
 */
import { z } from 'zod';
import type { Card } from '../../cards/base/card.ts';
import { type FormVerb, openerOf } from '../../cards/base/verbs.ts';
import type { FormState, Texts } from '../../cards/layouts/layouts.ts';
import { readersClock } from '../../cards/text.ts';
import type { Permission } from '../../outage/permissions.ts';
import {
  cardMessageOf,
  cardReply,
  type Find,
  type Press,
  PressFailedError,
  type PressHandler,
  type Reply,
  sentence,
  type Turn,
} from '../command.ts';

export type Form<Subject, Field extends string> = {
  readonly verb: FormVerb;
  /** The outage, or the customer, that it is about, by which what was entered is kept. */
  readonly about?: (subject: Subject) => string;
  /** What the form is about, read anew at each press. */
  readonly find: Find<unknown, Subject>;
  readonly fields: readonly Field[];
  readonly draw: (subject: Subject, state: FormState<Field>, turn: Turn) => Card | Promise<Card>;
  /** Draws it from what the press carried alone, because the store is away. */
  readonly drawUnread: (data: unknown, state: FormState<Field>, turn: Turn) => Card;
  /** Does what the form is for. */
  readonly send: (subject: Subject, filled: Texts<Field>, turn: Turn) => Promise<FormResult<Subject, Field>>;
};

/** With `errors` or a `fix` the form comes again; `subject` is then what it is about now. */
export type FormResult<Subject, Field extends string> =
  | { readonly reply: Reply; readonly sent: boolean }
  | { readonly errors: Texts<Field> }
  | { readonly fix: string; readonly subject: Subject };
const isSent = (result: object): boolean => 'sent' in result && result.sent === true;

/** More than any field takes: a text that is too long is refused beside its field, and stays there up to this length. */
const LONGEST = 20_000;
const textSchema = z.string().transform((text) => text.slice(0, LONGEST));

/** What was entered in these fields; null when it comes from no card of ours. */
function readFields<Field extends string>(fields: readonly Field[], data: unknown): Texts<Field> | null {
  const entered = Object.entries(data ?? {}).filter(([field]) => (fields as readonly string[]).includes(field));
  const parsed = z.record(z.string(), textSchema).safeParse(Object.fromEntries(entered));
  return parsed.success ? (parsed.data as Texts<Field>) : null;
}

/** The name under which what was entered in a form is kept: its verb, and the outage or the customer that it is about, if any. */
export const enteredIn = (verb: FormVerb, about = ''): string => `${verb} ${about}`;
const claimedSchema = z.object({ outage: z.guid().optional().catch(undefined), project: z.string().max(200).optional().catch(undefined) });
/** What a button says that its form is about. */
export function claimedIn(data: unknown): string | undefined {
  const { outage, project } = claimedSchema.safeParse(data).data ?? {};
  return outage ?? project;
}

/** The texts of a press, whatever its form asks for. */
export const textsIn = (data: unknown): { readonly [field: string]: string } =>
  Object.fromEntries(
    Object.entries(data ?? {}).flatMap(([field, value]) => (typeof value === 'string' ? [[field, value.slice(0, LONGEST)]] : [])),
  );

type Said = Pick<FormState<never>, 'hint' | 'fix'>;

/**
 * Gives a form. It is a message of its own, or stands on one that nobody else sees. On a card that others may change, their edits
 * wait for a while, and the form says until when.
 */
export async function giveForm(as: 'opened' | 'again', turn: Turn, { hint, fix = '' }: Said, draw: (said: Said) => Card | Promise<Card>) {
  const card = turn.place.kind === 'personal' || turn.isPrivate ? null : cardMessageOf(turn);
  const plain = async () => await draw({ hint, fix });
  const held = async () => {
    const until = card && (await turn.forms.open(card, turn.actor.id));
    const text = until ? turn.words.report.form.held(readersClock(until, await turn.outages.now(), turn.words)) : '';
    return cardReply(await draw({ hint: turn.words.formats.joined([hint, text]), fix }));
  };
  if (as === 'again') return { ...(await held()), form: as } as const;
  return { ...cardReply(await plain()), form: as, ...(card && { instead: held }) } as const;
}

/** Gives the form with what the person entered before and could not send. `filled`: what stands in it otherwise. */
export async function openForm<Subject, Field extends string>(
  form: Form<Subject, Field>,
  subject: Subject,
  filled: Texts<Field>,
  turn: Turn,
  hint = '',
): Promise<Reply> {
  const kept = readFields(form.fields, await turn.forms.kept(turn.actor.id, enteredIn(form.verb, form.about?.(subject))));
  const entered = Object.keys(kept ?? {}).length > 0;
  const said = { hint: turn.words.formats.joined([hint, entered ? turn.words.report.form.kept : '']) };
  return await giveForm('opened', turn, said, (all) => form.draw(subject, { filled: { ...filled, ...kept }, errors: {}, ...all }, turn));
}

export const sendForm =
  <Subject, Field extends string>(form: Form<Subject, Field>): PressHandler =>
  async (data, turn) => {
    const { words, forms, actor } = turn;
    const read = readFields(form.fields, data);
    const filled = read ?? ({} as Texts<Field>);
    try {
      // Asked first, so that the record says who tried what, and not only that the card was none of ours.
      const found = await form.find(data, turn);
      if ('reply' in found) return found.reply;
      if (!read) return sentence(words.refusals.oldCard);
      const result = await form.send(found.found, filled, turn);
      const name = enteredIn(form.verb, form.about?.(found.found));
      if (!isSent(result)) await forms.keep(actor.id, name, textsIn(filled));
      // It was stored, so the answer must not fail any more.
      else await forms.drop(actor.id, name).catch(() => undefined);
      if ('errors' in result) {
        const { errors } = result;
        const fix = { hint: '', fix: words.report.fix(Object.values(errors).filter(Boolean).length) };
        return await giveForm('again', turn, fix, (said) => form.draw(found.found, { filled, errors, ...said }, turn));
      }
      // What is shown once must not go away with the form.
      if ('reply' in result) return result.sent && result.reply.type === 'card' ? { form: 'sent', ...result.reply } : result.reply;
      const { subject, fix } = result;
      return await giveForm('again', turn, { hint: '', fix }, (said) => form.draw(subject, { filled, errors: {}, ...said }, turn));
    } catch (error) {
      forms.remember(actor.id, enteredIn(form.verb, claimedIn(data)), textsIn(read));
      throw new PressFailedError((fix) => form.drawUnread(data, { filled, errors: {}, hint: '', fix }, turn), error);
    }
  };

/** Back from a form. In a room the form is a message of its own, which goes away then. */
export const backTo = (reply: Reply, { words }: Turn): Reply =>
  reply.type === 'card' ? { ...reply, form: 'sent', said: words.report.form.closed } : reply;

/** The two presses of a form. */
export const formPresses = <Sends extends FormVerb>(needs: Permission, verb: Sends, open: PressHandler, send: PressHandler) =>
  ({ [openerOf(verb)]: { needs, run: open }, [verb]: { needs, run: send } }) as { readonly [one in Sends | `${Sends}-form`]: Press };
