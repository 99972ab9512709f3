/** The reporter says, once, that a transferred outage is an outage: by "it is an outage", or by the form of the card. */
import { objectForm } from '../../cards/ending/forms.ts';
import type { Outage } from '../../outage/types/outage.ts';
import { type Command, says, whenFound } from '../command.ts';
import { askReporter, namedOwnOutage } from '../forms/named-own-outage.ts';
import { numberIn } from '../forms/outage-thread.ts';
import { reporterForm, withReason } from '../forms/own-outage.ts';

const mayObject = ({ state, objected }: Outage): boolean => state === 'transferred' && !objected;

const form = reporterForm({
  needs: 'object',
  verb: 'reporter-object',
  fits: mayObject,
  draw: objectForm,
  ...withReason((reason, { common }) => ({ ...common, type: 'object', reason }), { optional: true }),
});
export const objectPresses = form.presses;

export const object: Command = {
  name: 'it is an outage',
  needs: 'object',
  help: (words) => words.commands.object,
  parse: says(/^\/?it(?:\s+is|['\u2019]?s)\s+an\s+outage(\s+OUT-?\d{1,9})?[.!]*$/i),
  run: whenFound(
    (argument: string, turn) => namedOwnOutage(numberIn(argument), mayObject, turn),
    (own, turn) => askReporter(own, form, turn),
  ),
};
