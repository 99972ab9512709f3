/** How every form is sent: what cannot be taken, or could not be sent, comes again with all that was entered. */
import { z } from 'zod';
import type { Card } from '../../cards/base/card.ts';
import { type FormVerb, openerOf } from '../../cards/base/verbs.ts';
import type { FormState, Texts } from '../../cards/layouts/layouts.ts';
import type { Permission } from '../../outage/permissions.ts';
import { cardReply, type Find, type Press, PressFailedError, type PressHandler, type Reply, sentence, type Turn } from '../command.ts';

export type Form<Subject, Field extends string> = {
  /** What the form is about, read anew at each press. */
  readonly find: Find<unknown, Subject>;
  readonly fields: readonly Field[];
  readonly draw: (subject: Subject, state: FormState<Field>, turn: Turn) => Card | Promise<Card>;
  /** Draws it from what the press carried alone, because the store is away. */
  readonly drawUnread: (data: unknown, state: FormState<Field>, turn: Turn) => Card;
  /** Does what the form is for. With `errors` or a `hint` the form comes again; `subject` is then what it is about now. */
  readonly send: (
    subject: Subject,
    filled: Texts<Field>,
    turn: Turn,
  ) => Promise<Reply | { readonly errors: Texts<Field> } | { readonly hint: string; readonly subject: Subject }>;
};

/** More than any field takes: a text that is too long is refused beside its field, and stays there up to this length. */
const LONGEST = 20_000;
const textSchema = z.string().transform((text) => text.slice(0, LONGEST));

/** What was entered in these fields; null when it comes from no card of ours. */
function readFields<Field extends string>(fields: readonly Field[], data: unknown): Texts<Field> | null {
  const entered = Object.entries(data ?? {}).filter(([field]) => (fields as readonly string[]).includes(field));
  const parsed = z.record(z.string(), textSchema).safeParse(Object.fromEntries(entered));
  return parsed.success ? (parsed.data as Texts<Field>) : null;
}

export const sendForm =
  <Subject, Field extends string>(form: Form<Subject, Field>): PressHandler =>
  async (data, turn) => {
    const { words } = turn;
    const read = readFields(form.fields, data);
    const filled = read ?? ({} as Texts<Field>);
    try {
      // Asked first, so that the record says who tried what, and not only that the card was none of ours.
      const found = await form.find(data, turn);
      if ('reply' in found) return found.reply;
      if (!read) return sentence(words.refusals.oldCard);
      const result = await form.send(found.found, filled, turn);
      if ('errors' in result) {
        const { errors } = result;
        return cardReply(await form.draw(found.found, { filled, errors, hint: words.report.fix }, turn));
      }
      if (!('hint' in result)) return result;
      return cardReply(await form.draw(result.subject, { filled, errors: {}, hint: result.hint }, turn));
    } catch (error) {
      throw new PressFailedError((hint) => form.drawUnread(data, { filled, errors: {}, hint }, turn), error);
    }
  };

/** The two presses of a form. */
export const formPresses = <Sends extends FormVerb>(needs: Permission, verb: Sends, open: PressHandler, send: PressHandler) =>
  ({ [openerOf(verb)]: { needs, run: open }, [verb]: { needs, run: send } }) as { readonly [one in Sends | `${Sends}-form`]: Press };
