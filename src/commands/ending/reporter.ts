/**
 * How reporters end their outage, or say that it is not over: by what they type, by a button, or by a form. Only the reporter
 * does it, in their own chat or where they reported. Who joined it, or whose own was merged into it, says how it is for them.
 */
import { objectForm, stillDownForm, withdrawForm } from '../../cards/ending.ts';
import { withdrawable } from '../../cards/outage/buttons.ts';
import { isOpen, OPEN_STATES, type Outage, requestIn } from '../../outage/types/outage.ts';
import { isBlank } from '../../report/step.ts';
import { alsoTheirs } from '../affected/joined.ts';
import { affectedOutage, sayPulse, saysIn } from '../affected/pulse.ts';
import { isReporter } from '../authorize/access.ts';
import { type Command, type Presses, type Reply, says, sentence, type Turn, whenFound } from '../command.ts';
import type { About } from '../forms/outage-press.ts';
import { numberIn } from '../forms/outage-thread.ts';
import { askReporter, namedOwnOutage, onlyOne, ownOutages, reporterForm, withReason } from '../forms/own-outage.ts';

/** As `says`; the number of the outage may stand first: "OUT-1001 still down", "OUT-1001 is something else". */
function namedFirst(pattern: RegExp): Command['parse'] {
  const parse = says(pattern);
  return (text) => {
    const [, number, rest = ''] = /^\/?((?:OUT|REQ)-?\d{1,9})\b[\s:,.-]*([\s\S]*)$/i.exec(text) ?? [];
    if (!number) return parse(text);
    const argument = parse(rest) ?? parse(`it ${rest}`);
    return argument === null ? null : `${number} ${argument}`.trim();
  };
}

const withdrawal = reporterForm({
  needs: 'withdraw',
  verb: 'reporter-withdraw',
  fits: withdrawable,
  draw: withdrawForm,
  ...withReason((reason, { common }) => ({ ...common, type: 'withdraw', reason }), { optional: true }),
});

export const withdraw: Command = {
  name: 'withdraw',
  needs: 'withdraw',
  menu: ['personal'],
  parse: namedFirst(/^\/?withdraw(?:\s+(?:it|(?:my|the)\s+(?:report|outage|request)))?(\s+(?:OUT|REQ)-?\d{1,9})?[.!]*$/i),
  run: whenFound(
    (argument: string, turn) => namedOwnOutage(numberIn(argument), withdrawable, 'withdraw', turn),
    (own, turn) => askReporter(own, withdrawal, turn),
  ),
};

/** Said once, of an outage that was transferred to another team or merged into another. */
const mayObject = ({ state, objected }: Outage): boolean => (state === 'transferred' || state === 'merged') && !objected;

const objection = reporterForm({
  needs: 'object',
  verb: 'reporter-object',
  fits: mayObject,
  draw: objectForm,
  ...withReason((reason, { common }) => ({ ...common, type: 'object', reason }), { optional: true }),
});

export const object: Command = {
  name: 'it is an outage',
  needs: 'object',
  parse: namedFirst(
    /^\/?(?:it|this|that)(?:\s+is|['\u2019]?s)\s+(?:an\s+outage|something\s+else|another\s+(?:one|outage)|not\s+the\s+same)(\s+OUT-?\d{1,9})?[.!]*$/i,
  ),
  run: whenFound(
    (argument: string, turn) => namedOwnOutage(numberIn(argument), mayObject, 'it is an outage', turn),
    (own, turn) => askReporter(own, objection, turn),
  ),
};

/**
 * It closes what was resolved. While it is open its reporter is asked to withdraw: people are called until then. Somebody who did not
 * report it cannot end it for the others.
 */
async function saysWorks(own: About, turn: Turn): Promise<Reply> {
  const reply = await sayPulse(own, 'works', '', turn);
  const asks = isOpen(own.outage) && isReporter(turn, own.outage);
  return asks ? await askReporter(own, withdrawal, turn, turn.words.ending.reporter.toldWorks) : reply;
}

const ASKED = [...OPEN_STATES, 'resolved'] as const;
const isResolved = ({ state }: Outage): boolean => state === 'resolved';

/**
 * By its number; without one, what was resolved, because they were asked about that, else what they reported and is open; and what
 * is theirs too and open or resolved. If there is none, what else fits.
 */
async function meantOutage(number: number | null, otherwise: (outage: Outage) => boolean, said: string, turn: Turn) {
  const also = await alsoTheirs(turn, number, number === null ? ASKED : [...ASKED, 'closed', 'withdrawn']);
  if (number !== null) return also.length > 0 ? onlyOne(also, turn) : await namedOwnOutage(number, otherwise, said, turn);
  const resolved = await ownOutages(isResolved, turn);
  const meant = [...(resolved.length > 0 ? resolved : await ownOutages(isOpen, turn)), ...also];
  if (meant.length > 0) return onlyOne(meant, turn);
  return await namedOwnOutage(null, (outage) => isOpen(outage) || otherwise(outage), said, turn);
}

export const works: Command = {
  name: 'it works',
  needs: 'pulse',
  menu: ['personal'],
  parse: namedFirst(
    /^\/?(?:(?:it\s+|everything\s+|all\s+)?works|(?:it|everything|all|production)(?:['\u2019]?s|\s+is)\s+(?:working|fixed|up|back(?:\s+up)?))(?:\s+(?:again|now|fine))*(\s+OUT-?\d{1,9})?[.!]*$/i,
  ),
  run: whenFound((argument: string, turn) => meantOutage(numberIn(argument), isResolved, 'it works', turn), saysWorks),
};

const mayBeStillDown = (outage: Outage): boolean =>
  isResolved(outage) || outage.state === 'closed' || (outage.state === 'withdrawn' && !requestIn(outage));

const complaint = reporterForm({
  needs: 'reopen',
  verb: 'reporter-still-down',
  fits: mayBeStillDown,
  draw: stillDownForm,
  ...withReason((reason, { common }) => ({ ...common, type: 'reopen', reason })),
});

const NUMBER_AT_START = /^[\s:,.-]*(?:OUT|REQ|DRILL)-?\d{1,9}\b[\s:,.-]*/i;
const withoutNumber = (text: string): string => text.replace(NUMBER_AT_START, '').trim();
/** A number at the beginning names the outage; further on it is part of the reason. */
const numberAtStart = (text: string): number | null => (NUMBER_AT_START.test(text) ? numberIn(text) : null);

export const stillDown: Command = {
  name: 'still down',
  needs: 'reopen',
  menu: ['personal'],
  // "still down?" is a question.
  parse: namedFirst(
    /^\/?(?:it['\u2019]?s\s+|it\s+(?:is\s+)?)?still\s+(?:down|broken|failing|not\s+working|does(?:n['\u2019]?t|\s+not)\s+work)(?=$|[\s.,:;!-])(?!\s*\?)[.,:;!-]*([\s\S]*)$/i,
  ),
  run: whenFound(
    (argument: string, turn) => meantOutage(numberAtStart(argument), mayBeStillDown, 'still down', turn),
    async (own, turn, argument) => {
      const reason = withoutNumber(argument);
      const asks = isBlank(reason) && !isOpen(own.outage) && isReporter(turn, own.outage);
      return asks ? await askReporter(own, complaint, turn) : await sayPulse(own, 'down', reason, turn);
    },
  ),
};

export const reporterPresses = {
  ...withdrawal.presses,
  ...objection.presses,
  // Cards of before 0.10.0 have it.
  'reporter-works': { needs: 'pulse', run: whenFound(affectedOutage, saysWorks) },
  pulse: {
    needs: 'pulse',
    run: whenFound(affectedOutage, async (own, turn, data) => {
      const says = saysIn(data);
      return says ? await sayPulse(own, says, '', turn) : sentence(turn.words.refusals.oldCard);
    }),
  },
  ...complaint.presses,
} satisfies Partial<Presses>;
