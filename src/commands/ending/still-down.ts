/** What the reporter types, in their own chat or where they reported: the same as the buttons. */
import type { Card } from '../../cards/base/card.ts';
import { MAX_REASON_LENGTH, objectForm, stillDownForm, withdrawForm } from '../../cards/ending/reporter-forms.ts';
import type { FilledForm } from '../../cards/outage/form.ts';
import { withdrawable } from '../../cards/outage/reporter-buttons.ts';
import { asName } from '../../cards/text/safe.ts';
import { outageName } from '../../outage/types/numbers.ts';
import type { Outage } from '../../outage/types/outage.ts';
import { isBlank } from '../../report/step.ts';
import { isReporter } from '../authorize/visibility.ts';
import { type Caller, type Command, cardReply, type Reply, type Services, says } from '../command.ts';
import { numberIn, sayLine } from '../forms/outage-thread.ts';
import { emptyForm, mayBeStillDown, mayObject, settledForReporter, showOwn } from '../forms/own-outage.ts';

/** More of one person's outages are not looked at; the older ones are named by their number. */
const MOST_OWN = 50;

/** The one outage that these words can mean: the one that is named, or the only one of the reporter's to which they fit. */
async function meant(
  named: number | null,
  fits: (outage: Outage) => boolean,
  caller: Caller,
  services: Services,
): Promise<Outage | { reply: Reply }> {
  const { words } = caller;
  if (named !== null) {
    const id = await services.outages.idByNumber(named);
    const outage = id === null ? undefined : (await services.outages.read(id))?.outage;
    return outage && isReporter(caller, outage) ? outage : { reply: sayLine(words.refused.unknownOutage, caller, services) };
  }
  const own = { projects: null, personId: caller.actor.id, states: null, limit: MOST_OWN };
  const recorded = [...(await services.outages.list(own)), ...(await services.outages.list({ ...own, series: 'request' }))];
  const here = ({ origin }: Outage) => caller.place.kind === 'personal' || origin.conversationId === caller.place.conversationId;
  const found = recorded.map(({ outage }) => outage).filter((outage) => isReporter(caller, outage) && here(outage) && fits(outage));
  const [only] = found;
  if (!only) return { reply: sayLine(words.reporter.noneHere, caller, services) };
  return found.length === 1
    ? only
    : { reply: sayLine(words.reporter.whichOne(words.formats.list(found.map(outageName))), caller, services) };
}

/** Asks by the form; in company by the card whose button opens it, for the form is one person's. */
async function ask(outage: Outage, draw: (view: FilledForm) => Card, caller: Caller, services: Services): Promise<Reply> {
  if (caller.place.kind === 'personal') return cardReply(draw(emptyForm(outage, caller)));
  return await showOwn(outage, caller, services, caller.words.reporter.useButton(asName(outage.reporter.name)));
}

const withoutNumber = (text: string): string => text.replace(/^[\s:,.-]*OUT-?\d{1,9}\b[\s:,.-]*/i, '').trim();
/** A number at the beginning names the outage; further on it is part of what is said. */
const numberAtStart = (text: string): number | null => (/^[\s:,.-]*OUT-?\d/i.test(text) ? numberIn(text) : null);

export const withdrawWords: Command = {
  name: 'withdraw',
  needs: 'withdraw',
  help: (words) => words.reporter.commands.withdraw,
  menu: ['personal'],
  parse: says(/^\/?withdraw(?:\s+(?:it|(?:my|the)\s+(?:report|outage|request)))?(\s+(?:OUT|REQ)-?\d{1,9})?[.!]*$/i),
  run: async (argument, caller, services) => {
    const own = await meant(numberIn(argument), withdrawable, caller, services);
    if ('reply' in own) return own.reply;
    return withdrawable(own) ? await ask(own, withdrawForm, caller, services) : await showOwn(own, caller, services);
  },
};

export const stillDownWords: Command = {
  name: 'still down',
  needs: 'reopen',
  help: (words) => words.reporter.commands.stillDown,
  menu: ['personal'],
  // "still down?" is a question.
  parse: says(/^\/?(?:it['\u2019]?s\s+|it\s+is\s+)?still\s+down(?=$|[\s.,:;!-])(?!\s*\?)[.,:;!-]*([\s\S]*)$/i),
  run: async (argument, caller, services) => {
    const own = await meant(numberAtStart(argument), mayBeStillDown, caller, services);
    if ('reply' in own) return own.reply;
    const reason = withoutNumber(argument);
    if (reason.length > MAX_REASON_LENGTH) return sayLine(caller.words.refused.textTooLong(MAX_REASON_LENGTH), caller, services);
    if (isBlank(reason))
      return mayBeStillDown(own) ? await ask(own, stillDownForm, caller, services) : await showOwn(own, caller, services);
    return await settledForReporter(
      await services.handle({ type: 'reopen', outageId: own.id, by: caller.actor, reason }),
      caller,
      services,
    );
  },
};

export const worksWords: Command = {
  name: 'it works',
  needs: 'confirm',
  help: (words) => words.reporter.commands.works,
  menu: ['personal'],
  parse: says(/^\/?(?:it\s+)?works(?:\s+(?:again|now))*(\s+OUT-?\d{1,9})?[.!]*$/i),
  run: async (argument, caller, services) => {
    const own = await meant(numberIn(argument), ({ state }) => state === 'resolved', caller, services);
    if ('reply' in own) return own.reply;
    return await settledForReporter(await services.handle({ type: 'confirm', outageId: own.id, by: caller.actor }), caller, services);
  },
};

export const objectWords: Command = {
  name: 'it is an outage',
  needs: 'object',
  help: (words) => words.reporter.commands.object,
  menu: [],
  parse: says(/^\/?it(?:\s+is|['\u2019]?s)\s+an\s+outage(\s+OUT-?\d{1,9})?[.!]*$/i),
  run: async (argument, caller, services) => {
    const own = await meant(numberIn(argument), mayObject, caller, services);
    if ('reply' in own) return own.reply;
    return mayObject(own) ? await ask(own, objectForm, caller, services) : await showOwn(own, caller, services);
  },
};
