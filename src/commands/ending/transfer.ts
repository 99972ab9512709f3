/** It is no outage, it is another outage, it is over or not, it is of another kind. Typed in its thread, or by a form. */
import { mergeForm, reopenForm, transferForm } from '../../cards/ending/forms.ts';
import { noteForm } from '../../cards/progress/forms.ts';
import { classesFor, reclassifyForm } from '../../cards/report/correction.ts';
import { asName, oneLine } from '../../cards/text/safe.ts';
import type { Desk } from '../../desk/desk.ts';
import type { Outage } from '../../outage/types/outage.ts';
import type { Team } from '../../outage/types/rooms.ts';
import type { Words } from '../../words/words.ts';
import { type Command, type Presses, says } from '../command.ts';
import { chosen, type DeskForm, needed, opens, sends } from '../forms/outage-form.ts';
import { complaint, inThread, numberIn, sayLike, sayLine } from '../forms/outage-thread.ts';

/** The reply time of the customer's plan, or what is missing for it. */
function replyTime(outage: Outage, desk: Desk, words: Words) {
  const plan = desk.planOf(outage.report.project.id);
  if (!plan) return { missing: words.engineer.say.noPlan(asName(outage.report.project.name)) };
  return { plan };
}

/** "Customer care Only one user" is the team Customer care and the reason; the longest name that fits is meant. */
export function teamIn(text: string, teams: readonly Team[]): { readonly team: Team; readonly reason: string } | null {
  const said = text.toLowerCase();
  const fits = teams
    .flatMap((team) => [team.name, team.id].map((called) => ({ team, called: called.toLowerCase() })))
    .filter(({ called }) => said.startsWith(called) && !/^[\p{L}\p{N}]/u.test(said.slice(called.length)))
    .sort((a, b) => b.called.length - a.called.length)[0];
  return fits ? { team: fits.team, reason: text.slice(fits.called.length).replace(/^[\s:,.;-]+/, '') } : null;
}

export const transfer: Command = {
  name: 'transfer',
  needs: 'transfer',
  help: (words) => words.engineer.commands.transfer,
  menu: [],
  parse: says(/^\/?transfer(?=$|[\s:,])[:,]?(?:\s+(?:it|this))?(?:\s+to(?=$|\s))?\s*([\s\S]*)$/i),
  async run(text, caller, services) {
    const { say, examples } = caller.words.engineer;
    const { teams } = services.desk;
    return await inThread('transfer', caller, services, async (common, read) => {
      const outage = await read();
      if (!outage) return sayLine(caller.words.refused.unknownOutage, caller, services);
      if (!teams[0]) return sayLine(say.noTeams, caller, services);
      const found = teamIn(text, teams);
      if (!found && text !== '')
        return sayLine(say.whichTeam(caller.words.formats.list(teams.map(({ name }) => asName(name)))), caller, services);
      const reply = replyTime(outage, services.desk, caller.words);
      if ('missing' in reply) return sayLine(reply.missing, caller, services);
      if (!found) return sayLike(examples.transfer(oneLine(teams[0].name)), caller, services);
      const { team, reason } = found;
      const again = complaint(reason, caller, services, examples.transfer(oneLine(team.name)), say.like);
      return (await again) ?? { ...common, type: 'transfer', team, reason, plan: reply.plan, seen: null };
    });
  },
};

export const merge: Command = {
  name: 'merge',
  needs: 'merge',
  help: (words) => words.engineer.commands.merge,
  menu: [],
  parse: says(/^\/?merged?(?=$|[\s:,])[:,]?\s*([^?]{0,200})$/i),
  async run(text, caller, services) {
    const number = numberIn(text);
    if (number === null) return sayLike(caller.words.engineer.examples.merge, caller, services);
    return await inThread('merge', caller, services, async (common) => {
      const intoId = await services.outages.idByNumber(number);
      if (!intoId) return sayLine(caller.words.refused.unknownOutage, caller, services);
      return { ...common, type: 'merge', intoId, seen: null };
    });
  },
};

export const note: Command = {
  name: 'note',
  needs: 'note',
  help: (words) => words.engineer.commands.note,
  menu: [],
  parse: says(/^\/?note(?=$|[\s:,])[:,]?([\s\S]*)$/i),
  run: (text, caller, services) =>
    complaint(text, caller, services, caller.words.engineer.examples.note, caller.words.engineer.say.like) ??
    inThread('note', caller, services, (common) => ({ ...common, type: 'note', text, shown: true })),
};

export const reopen: Command = {
  name: 'reopen',
  needs: 'reopen',
  help: (words) => words.engineer.commands.reopen,
  menu: [],
  parse: says(/^\/?re-?open(?=$|[\s:,.])[:,.]?([\s\S]*)$/i),
  run: (reason, caller, services) =>
    complaint(reason, caller, services, caller.words.engineer.examples.reopen, caller.words.engineer.say.like) ??
    inThread('reopen', caller, services, (common) => ({ ...common, type: 'reopen', reason }), { text: reason }),
};

const transferOnForm: DeskForm = {
  ...{ permission: 'transfer', opener: 'outage-transfer-form', draw: transferForm },
  request(sent) {
    const { common, seen, outage, words, services } = sent;
    const one = chosen(sent, 'team', services.desk.teams);
    const { text, error } = needed(sent, 'reason');
    const reply = replyTime(outage, services.desk, words);
    const wrong = {
      ...('errors' in one ? one.errors : 'missing' in reply ? { team: reply.missing } : {}),
      ...(error ? { reason: error } : {}),
    };
    if ('errors' in one || 'missing' in reply || error) return { errors: wrong };
    return { ...common, type: 'transfer', team: one.found, reason: text, plan: reply.plan, seen };
  },
};

const mergeOnForm: DeskForm = {
  ...{ permission: 'merge', opener: 'outage-merge-form', draw: mergeForm, needsOthers: true },
  async request({ filled, common, seen, words, services }) {
    const { notANumber, unknown } = words.engineer.merge;
    const typed = /^\s*(?:OUT-?)?(\d{1,9})\s*$/i.exec(filled.number ?? '');
    if (!typed) return { errors: { number: notANumber } };
    const intoId = await services.outages.idByNumber(Number(typed[1]));
    return intoId ? { ...common, type: 'merge', intoId, seen } : { errors: { number: unknown } };
  },
};

const noteOnForm: DeskForm = {
  ...{ permission: 'note', opener: 'outage-note-form', draw: noteForm },
  request(sent) {
    const { text, error } = needed(sent, 'text');
    return error ? { errors: { text: error } } : { ...sent.common, type: 'note', text, shown: false };
  },
};

const reclassifyOnForm: DeskForm = {
  ...{ permission: 'reclassify', opener: 'outage-reclassify-form', draw: reclassifyForm },
  request(sent) {
    const { scenarios, environments } = classesFor({ outage: sent.outage, desk: sent.services.desk });
    const scenario = chosen(sent, 'scenario', scenarios);
    const environment = chosen(sent, 'environment', environments);
    if ('errors' in scenario) return scenario;
    if ('errors' in environment) return environment;
    return { ...sent.common, type: 'correct', changes: { scenario: scenario.found, environment: environment.found }, seen: sent.seen };
  },
};

const reopenOnForm: DeskForm = {
  ...{ permission: 'reopen', opener: 'outage-reopen-form', draw: reopenForm },
  request(sent) {
    const { text, error } = needed(sent, 'reason');
    return error ? { errors: { reason: error } } : { ...sent.common, type: 'reopen', reason: text };
  },
};

export const elsewherePresses = {
  'outage-transfer-form': { needs: 'transfer', run: opens(transferOnForm) },
  'outage-transfer': { needs: 'transfer', run: sends(transferOnForm) },
  'outage-merge-form': { needs: 'merge', run: opens(mergeOnForm) },
  'outage-merge': { needs: 'merge', run: sends(mergeOnForm) },
  'outage-note-form': { needs: 'note', run: opens(noteOnForm) },
  'outage-note': { needs: 'note', run: sends(noteOnForm) },
  'outage-reclassify-form': { needs: 'reclassify', run: opens(reclassifyOnForm) },
  'outage-reclassify': { needs: 'reclassify', run: sends(reclassifyOnForm) },
  'outage-reopen-form': { needs: 'reopen', run: opens(reopenOnForm) },
  'outage-reopen': { needs: 'reopen', run: sends(reopenOnForm) },
} satisfies Partial<Presses>;
