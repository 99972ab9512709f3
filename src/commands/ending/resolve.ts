/** An engineer ends an outage: by "resolve ..." in the thread, or by the form of the card. */
import { resolveForm } from '../../cards/ending.ts';
import { isOpen } from '../../outage/types/outage.ts';
import { type Command, says } from '../command.ts';
import { engineerForm, withText } from '../forms/outage-form.ts';
import { textInThread } from '../forms/outage-thread.ts';

export const resolve: Command = {
  name: 'resolve',
  needs: 'resolve',
  menu: ['team'],
  // "resolved?" is a question, "resolved not yet" and "resolve later" a refusal; none of them may end an outage.
  parse: says(/^\/?(?:resolve(?=$|[\s:,.])(?![\s:,.]*(?:not\s+yet|later)\b)|resolved(?=$|[:,.]))[:,.]?([\s\S]*)$/i),
  run: textInThread(
    ({ examples }) => examples.resolve,
    (text, common) => ({ ...common, type: 'resolve', text, seen: null }),
    { asking: ({ refusals }) => refusals.needsText },
  ),
};

export const { presses: resolvePresses } = engineerForm({
  needs: 'resolve',
  verb: 'outage-resolve',
  fits: isOpen,
  fields: ['text'],
  draw: resolveForm,
  action: withText('text', (text, { common, seen }) => ({ ...common, type: 'resolve', text, seen })),
});
