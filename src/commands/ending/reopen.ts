/** An engineer opens an outage again and takes it: by "reopen ..." in the thread, or by a form. */
import { reopenForm } from '../../cards/ending.ts';
import { may } from '../../outage/permissions.ts';
import { type Command, says } from '../command.ts';
import { engineerForm, withText } from '../forms/outage-form.ts';
import { complaint, inThread, sayLine } from '../forms/outage-thread.ts';

export const reopen: Command = {
  name: 'reopen',
  needs: 'reopen',
  parse: says(/^\/?re-?open(?=$|[\s:,.])[:,.]?([\s\S]*)$/i),
  async run(reason, turn) {
    const again = complaint(reason, turn, turn.words.examples.reopen);
    if (again) return again;
    // Reporters may reopen too, with words of their own.
    if (!may(turn.actor, 'reopen')) return sayLine(turn.words.refusals.notPermitted, turn);
    return await inThread(turn, (common) => ({ ...common, type: 'reopen', reason }), { text: reason });
  },
};

export const { presses: reopenPresses } = engineerForm({
  needs: 'reopen',
  verb: 'outage-reopen',
  fields: ['reason'],
  draw: reopenForm,
  action: withText('reason', (reason, { common }) => ({ ...common, type: 'reopen', reason })),
});
