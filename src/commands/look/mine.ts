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
  async run(_argument, caller, services) {
    const { list } = caller.words.look;
    // People see their own outages also when they are members of no project any more, but not in company.
    const own = caller.place.kind === 'personal' && caller.place.tenantId === services.desk.file.desk.tenant;
    const projects = own ? null : await projectsHere(caller, services);
    if (projects?.length === 0) return nothingHere(caller, services);
    const filter = { projects, personId: caller.actor.id };
    const open = await services.outages.list({ ...filter, states: OPEN_STATES, limit: MOST });
    const last = await services.outages.list({ ...filter, states: null, limit: MOST_ENDED });
    const ended = last.filter(({ outage }) => open.every((one) => one.outage.id !== outage.id));
    const requests = await services.outages.list({ ...filter, series: 'request', states: null, limit: MOST_ENDED });
    // Not the requests of colleagues.
    const sent = requests.filter(({ outage }) => isReporter(caller, outage) && projects === null);
    const outages = [...open, ...ended, ...sent]
      .map(({ outage }) => outage)
      // Somebody who is no engineer any more does not see what they owned as one: it is a customer's.
      .filter((outage) => isEngineer(caller.actor) || isReporter(caller, outage));
    const text = [list.mineText, ...(sent.length > 0 ? [caller.words.request.list.mine] : [])].join(' ');
    return await drawList(outages, { heading: list.mine(outages.length), text: outages.length > 0 ? text : '' }, caller, services);
  },
};
