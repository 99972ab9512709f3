/** "/outage mine": what this person reported or owns. */
import { isEngineer } from '../../outage/permissions.ts';
import { OPEN_STATES } from '../../outage/types/outage.ts';
import { isReporter } from '../authorize/visibility.ts';
import { type Command, says } from '../command.ts';
import { drawList, MOST, nothingHere, projectsHere } from './list.ts';

const MOST_ENDED = 5;

export const myOutages: Command = {
  name: '/outage mine',
  needs: 'see',
  help: (words) => words.commands.mine,
  menu: ['personal'],
  parse: says(/^\/?(?:outages?\s+mine|my\s+outages)[.!]*$/i),
  async run(_argument, turn) {
    const { list } = turn.words.look;
    // People see their own outages also when they are members of no project any more, but not in company.
    const own = turn.place.kind === 'personal' && turn.place.tenantId === turn.desk.file.desk.tenant;
    const projects = own ? null : await projectsHere(turn);
    if (projects?.length === 0) return nothingHere(turn);
    const filter = { projects, personId: turn.actor.id };
    const open = await turn.outages.list({ ...filter, states: OPEN_STATES, limit: MOST });
    const last = await turn.outages.list({ ...filter, states: null, limit: MOST_ENDED });
    const ended = last.filter(({ outage }) => open.every((one) => one.outage.id !== outage.id));
    const requests = await turn.outages.list({ ...filter, series: 'request', states: null, limit: MOST_ENDED });
    // Not the requests of colleagues.
    const sent = requests.filter(({ outage }) => isReporter(turn, outage) && projects === null);
    const outages = [...open, ...ended, ...sent]
      .map(({ outage }) => outage)
      // Somebody who is no engineer any more does not see what they owned as one: it is a customer's.
      .filter((outage) => isEngineer(turn.actor) || isReporter(turn, outage));
    const text = [list.mineText, ...(sent.length > 0 ? [turn.words.request.list.mine] : [])].join(' ');
    return await drawList(outages, { heading: list.mine(outages.length), text: outages.length > 0 ? text : '' }, turn);
  },
};
