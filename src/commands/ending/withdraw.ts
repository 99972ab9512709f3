/** The reporter takes the report back: by "withdraw", or by the form of the card. */
import { withdrawForm } from '../../cards/ending/forms.ts';
import { withdrawable } from '../../cards/outage/buttons.ts';
import { type Command, says, whenFound } from '../command.ts';
import { askReporter, namedOwnOutage } from '../forms/named-own-outage.ts';
import { numberIn } from '../forms/outage-thread.ts';
import { reporterForm, withReason } from '../forms/own-outage.ts';

const form = reporterForm({
  needs: 'withdraw',
  verb: 'reporter-withdraw',
  fits: withdrawable,
  draw: withdrawForm,
  ...withReason((reason, { common }) => ({ ...common, type: 'withdraw', reason }), { optional: true }),
});
export const withdrawPresses = form.presses;

export const withdraw: Command = {
  name: 'withdraw',
  needs: 'withdraw',
  help: (words) => words.commands.withdraw,
  menu: ['personal'],
  parse: says(/^\/?withdraw(?:\s+(?:it|(?:my|the)\s+(?:report|outage|request)))?(\s+(?:OUT|REQ)-?\d{1,9})?[.!]*$/i),
  run: whenFound(
    (argument: string, turn) => namedOwnOutage(numberIn(argument), withdrawable, turn),
    (own, turn) => askReporter(own, form, turn),
  ),
};
