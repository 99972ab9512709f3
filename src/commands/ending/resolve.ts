/** An engineer ends an outage, or opens it again and takes it: by "resolve ..." and "reopen ..." in the thread, or by a form. */
import { reopenForm, resolveForm } from '../../cards/ending.ts';
import { may } from '../../outage/permissions.ts';
import { isOpen } from '../../outage/types/outage.ts';
import { type Command, sayLine, says } from '../command.ts';
import { engineerForm, withText } from '../forms/outage-form.ts';
import { complaint, inThread, textInThread } from '../forms/outage-thread.ts';

export const resolve: Command = {
  name: 'resolve',
  needs: 'resolve',
  menu: ['room'],
  // "resolved?" is a question, "resolved: not yet" and "resolve later" a refusal; none of them may end an outage.
  parse: says(/^\/?(?:resolve(?=$|[\s:,.])|resolved(?=$|[:,.]))(?![\s:,.]*(?:not\s+yet|later)\b)[:,.]?([\s\S]*)$/i),
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
