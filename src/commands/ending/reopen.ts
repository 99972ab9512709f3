/** An engineer opens an outage again and takes it: by "reopen ..." in the thread, or by a form. */
import { reopenForm } from '../../cards/ending/forms.ts';
import { may } from '../../outage/permissions.ts';
import { type Command, type Press, type Presses, says, sentence } from '../command.ts';
import { engineerForm, withText } from '../forms/outage-form.ts';
import { complaint, inThread, sayLine } from '../forms/outage-thread.ts';

// Reporters may reopen too, with words and a button of their own. What is here asks for the role of an engineer.
export const reopen: Command = {
  name: 'reopen',
  needs: 'reopen',
  help: (words) => words.commands.reopen,
  parse: says(/^\/?re-?open(?=$|[\s:,.])[:,.]?([\s\S]*)$/i),
  async run(reason, turn) {
    const again = complaint(reason, turn, turn.words.examples.reopen);
    if (again) return again;
    if (!may(turn.actor, 'reopen')) return sayLine(turn.words.refusals.notPermitted, turn);
    return await inThread(turn, (common) => ({ ...common, type: 'reopen', reason }), { text: reason });
  },
};

const { presses } = engineerForm({
  needs: 'reopen',
  verb: 'outage-reopen',
  fields: ['reason'],
  draw: reopenForm,
  action: withText('reason', (reason, { common }) => ({ ...common, type: 'reopen', reason })),
});

const asEngineer = ({ needs, run }: Press): Press => ({
  needs,
  run: async (data, turn) => (may(turn.actor, needs) ? await run(data, turn) : sentence(turn.words.refusals.notPermitted)),
});

export const reopenPresses = {
  'outage-reopen-form': asEngineer(presses['outage-reopen-form']),
  'outage-reopen': asEngineer(presses['outage-reopen']),
} satisfies Partial<Presses>;
