/** An engineer ends an outage: by "resolve ..." in the thread, or by the form of the card. */
import { resolveForm } from '../../cards/ending/forms.ts';
import { type Command, type PressHandler, says, sentence } from '../command.ts';
import { openForm, sendForm, target, textSchema } from '../forms/outage-press.ts';
import { complaint, inThread } from '../forms/outage-thread.ts';

export const resolve: Command = {
  name: 'resolve',
  needs: 'resolve',
  help: (words) => words.commands.resolve,
  menu: ['team'],
  // "resolved?" is a question, "resolved not yet" and "resolve later" a no; none of them may end an outage.
  parse: says(/^\/?(?:resolve(?=$|[\s:,.])(?![\s:,.]*(?:not\s+yet|later)\b)|resolved(?=$|[:,.]))[:,.]?([\s\S]*)$/i),
  run: (text, caller, services) =>
    complaint(text, caller, services, caller.words.examples.resolve) ??
    inThread('resolve', caller, services, (common) => ({ ...common, type: 'resolve', text, seen: null }), { text }),
};

export const openResolveForm = openForm('resolve', resolveForm);

export const resolvePress: PressHandler = async (data, caller, services) => {
  const found = target(data, caller, 'resolve');
  if ('reply' in found) return found.reply;
  const parsed = textSchema.safeParse(data);
  if (!parsed.success) return sentence(caller.words.refused.oldCard);
  return await sendForm(found, parsed.data.text, caller, services, {
    draw: resolveForm,
    act: (text) => services.handle({ type: 'resolve', outageId: found.outageId, by: caller.actor, text, seen: found.seen }),
  });
};
