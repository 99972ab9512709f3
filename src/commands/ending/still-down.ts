/** The reporter says that it is not over: by "still down", or by the form of the card. */
import { MAX_REASON_LENGTH, stillDownForm } from '../../cards/ending/forms.ts';
import { type Outage, requestIn } from '../../outage/types/outage.ts';
import { isBlank } from '../../report/step.ts';
import { type Command, says, whenFound } from '../command.ts';
import { askReporter, namedOwnOutage } from '../forms/named-own-outage.ts';
import { numberIn, sayLine } from '../forms/outage-thread.ts';
import { reporterForm, showOwnOutcome, withReason } from '../forms/own-outage.ts';

const mayBeStillDown = (outage: Outage): boolean =>
  outage.state === 'resolved' || outage.state === 'closed' || (outage.state === 'withdrawn' && !requestIn(outage));

const form = reporterForm({
  needs: 'reopen',
  verb: 'reporter-still-down',
  fits: mayBeStillDown,
  draw: stillDownForm,
  ...withReason((reason, { common }) => ({ ...common, type: 'reopen', reason })),
});
export const stillDownPresses = form.presses;

const withoutNumber = (text: string): string => text.replace(/^[\s:,.-]*OUT-?\d{1,9}\b[\s:,.-]*/i, '').trim();
/** A number at the beginning names the outage; further on it is part of the reason. */
const numberAtStart = (text: string): number | null => (/^[\s:,.-]*OUT-?\d/i.test(text) ? numberIn(text) : null);

export const stillDown: Command = {
  name: 'still down',
  needs: 'reopen',
  help: (words) => words.commands.stillDown,
  menu: ['personal'],
  // "still down?" is a question.
  parse: says(/^\/?(?:it['\u2019]?s\s+|it\s+is\s+)?still\s+down(?=$|[\s.,:;!-])(?!\s*\?)[.,:;!-]*([\s\S]*)$/i),
  run: whenFound(
    (argument: string, turn) => namedOwnOutage(numberAtStart(argument), mayBeStillDown, turn),
    async (own, turn, argument) => {
      const reason = withoutNumber(argument);
      if (isBlank(reason)) return await askReporter(own, form, turn);
      if (reason.length > MAX_REASON_LENGTH) return sayLine(turn.words.refusals.textTooLong(MAX_REASON_LENGTH), turn);
      const outcome = await turn.handle({ type: 'reopen', outageId: own.outage.id, by: turn.actor, reason });
      return await showOwnOutcome(outcome, turn);
    },
  ),
};
