/** An engineer writes down something for the desk alone: by "note ..." in the thread, or by a form. */
import { noteForm } from '../../cards/progress/forms.ts';
import { type Command, says } from '../command.ts';
import { engineerForm, withText } from '../forms/outage-form.ts';
import { textInThread } from '../forms/outage-thread.ts';

export const note: Command = {
  name: 'note',
  needs: 'note',
  parse: says(/^\/?note(?=$|[\s:,])[:,]?([\s\S]*)$/i),
  run: textInThread(
    ({ examples }) => examples.note,
    (text, common) => ({ ...common, type: 'note', text, shown: true }),
    { mayNameAnother: true },
  ),
};

export const { presses: notePresses } = engineerForm({
  needs: 'note',
  verb: 'outage-note',
  fields: ['text'],
  draw: noteForm,
  action: withText('text', (text, { common }) => ({ ...common, type: 'note', text, shown: false })),
});
