/** An engineer tells everybody what is new: by "update ..." in the thread, or by the form of the card. */
import { z } from 'zod';
import { updateForm } from '../../cards/progress/forms.ts';
import { PHASES } from '../../outage/types/outage.ts';
import { type Command, type PressHandler, says, sentence } from '../command.ts';
import { openForm, sendForm, target, textSchema } from '../forms/outage-press.ts';
import { complaint, inThread } from '../forms/outage-thread.ts';

const updateSchema = textSchema.extend({
  phase: z.enum(PHASES),
  // The form offers the cadence of the desk file too, which may be up to a day.
  next: z.coerce
    .number()
    .int()
    .min(1)
    .max(24 * 60),
});

export const update: Command = {
  name: 'update',
  needs: 'update',
  help: (words) => words.commands.update,
  menu: ['team'],
  parse: says(/^\/?update(?=$|[\s:,])[:,]?([\s\S]*)$/i),
  run: (text, caller, services) =>
    complaint(text, caller, services, caller.words.examples.update) ??
    inThread('update', caller, services, (common) => ({ ...common, type: 'update', text, phase: null, nextUpdateInMs: null, seen: null }), {
      text,
    }),
};

export const openUpdateForm = openForm('update', updateForm);

export const updatePress: PressHandler = async (data, caller, services) => {
  const found = target(data, caller, 'update');
  if ('reply' in found) return found.reply;
  const parsed = updateSchema.safeParse(data);
  if (!parsed.success) return sentence(caller.words.refused.oldCard);
  const { phase, next } = parsed.data;
  return await sendForm(found, parsed.data.text, caller, services, {
    draw: (view) => updateForm({ ...view, filled: { ...view.filled, phase, next: String(next) } }),
    act: (text) =>
      services.handle({
        type: 'update',
        outageId: found.outageId,
        by: caller.actor,
        text,
        phase,
        nextUpdateInMs: next * 60_000,
        seen: found.seen,
      }),
  });
};
