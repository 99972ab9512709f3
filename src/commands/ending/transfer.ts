/** It is no outage: another team answers, within the reply time of the customer's plan. */
import { transferForm } from '../../cards/ending.ts';
import { asName, oneLine } from '../../cards/text.ts';
import type { Desk } from '../../desk/desk.ts';
import { LANGUAGES } from '../../outage/follow/language.ts';
import type { Outage } from '../../outage/types/outage.ts';
import type { Team } from '../../outage/types/values.ts';
import type { Words } from '../../words/words.ts';
import { type Command, sayLine, says } from '../command.ts';
import { engineerForm, fieldText, readChoice } from '../forms/outage-form.ts';
import { complaint, inThread, sayLike } from '../forms/outage-thread.ts';

/** The customer's plan, or why it is not known. */
function planFor({ report }: Outage, desk: Desk, { ownership }: Words) {
  const plan = desk.planOf(report.project.id);
  return plan ? { plan } : { missing: ownership.say.noPlan(asName(report.project.name)) };
}

/** "Customer care Only one user" names the team Customer care and the reason. Of several names that fit, the longest counts. */
export function teamIn(text: string, teams: readonly Team[]): { readonly team: Team; readonly reason: string } | null {
  const typed = text.toLowerCase();
  const fits = teams
    .flatMap((team) => [team.name, team.id].map((called) => ({ team, called: called.toLowerCase() })))
    .filter(({ called }) => typed.startsWith(called) && !/^[\p{L}\p{N}]/u.test(typed.slice(called.length)))
    .sort((a, b) => b.called.length - a.called.length)[0];
  return fits ? { team: fits.team, reason: text.slice(fits.called.length).replace(/^[\s:,.;-]+/, '') } : null;
}

export const transfer: Command = {
  name: 'transfer',
  needs: 'transfer',
  parse: says(/^\/?transfer(?=$|[\s:,])[:,]?(?:\s+(?:it|this))?(?:\s+to(?=$|\s))?\s*([\s\S]*)$/i),
  async run(text, turn) {
    const { examples, ownership } = turn.words;
    const { teams } = turn.desk;
    return await inThread(turn, async (common, read) => {
      const outage = await read();
      if (!outage) return sayLine(turn.words.refusals.unknownOutage, turn);
      if (!teams[0]) return sayLine(ownership.say.noTeams, turn);
      const called = teamIn(text, [...teams, ...LANGUAGES.flatMap((language) => turn.desk.teamsIn(language))]);
      // Recorded in the desk's language, whichever was typed.
      const found = called && { ...called, team: teams.find(({ id }) => id === called.team.id) ?? called.team };
      if (!found && text !== '')
        return sayLine(ownership.say.whichTeam(turn.words.formats.list(teams.map(({ name }) => asName(name)))), turn);
      const known = planFor(outage, turn.desk, turn.words);
      if ('missing' in known) return sayLine(known.missing, turn);
      if (!found) return sayLike(examples.transfer(oneLine(teams[0].name)), turn);
      const { team, reason } = found;
      const again = complaint(reason, turn, examples.transfer(oneLine(team.name)));
      return again ?? { ...common, type: 'transfer', team, reason, plan: known.plan, seen: null };
    });
  },
};

export const { presses: transferPresses } = engineerForm({
  needs: 'transfer',
  verb: 'outage-transfer',
  fields: ['team', 'reason'],
  draw: transferForm,
  action(sent) {
    const { common, seen, outage, words, desk } = sent;
    const team = readChoice(sent, 'team', desk.teams);
    const reason = fieldText(sent, 'reason');
    const known = planFor(outage, desk, words);
    const wrongTeam = 'errors' in team ? team.errors : 'missing' in known ? { team: known.missing } : {};
    if ('errors' in reason) return { errors: { ...wrongTeam, ...reason.errors } };
    if ('errors' in team || 'missing' in known) return { errors: wrongTeam };
    return { ...common, type: 'transfer', team: team.found, reason: reason.text, plan: known.plan, seen };
  },
});
