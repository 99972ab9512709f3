/** "/outage list": what is open. "/outage mine": what one reported or owns. */
import { listCard } from '../../cards/look/list.ts';
import { isEngineer } from '../../outage/permissions.ts';
import { OPEN_STATES, type Outage } from '../../outage/types/outage.ts';
import { isReporter, projectsToTell } from '../authorize/visibility.ts';
import { type Caller, type Command, cardReply, type Reply, type Services, says } from '../command.ts';
import { sayLine } from '../forms/outage-thread.ts';

/** More than these are not read for one list. */
const MOST = 50;
const MOST_ENDED = 5;

export const listOutages: Command = {
  name: '/outage list',
  needs: 'see',
  help: (words) => words.reporter.commands.list,
  menu: ['personal', 'team', 'groupChat'],
  parse: says(/^\/?(?:outages?\s+list|list\s+(?:of\s+)?outages)[.!]*$/i),
  async run(_argument, caller, services) {
    const { list } = caller.words.reporter;
    const projects = await toTell(caller, services);
    if (projects?.length === 0) return notHere(caller, services);
    const found = await services.outages.list({ projects, personId: null, states: OPEN_STATES, limit: MOST });
    const heading = found.length === MOST ? list.atLeast(MOST) : list.open(found.length);
    return await draw(
      found.map(({ outage }) => outage),
      { heading, text: '' },
      caller,
      services,
    );
  },
};

export const myOutages: Command = {
  name: '/outage mine',
  needs: 'see',
  help: (words) => words.reporter.commands.mine,
  menu: ['personal'],
  parse: says(/^\/?(?:outages?\s+mine|my\s+outages)[.!]*$/i),
  async run(_argument, caller, services) {
    const { list } = caller.words.reporter;
    // What is one's own may be seen also when one is of no project any more, but not in company.
    const own = caller.place.kind === 'personal' && caller.place.tenantId === services.desk.file.desk.tenant;
    const projects = own ? null : await toTell(caller, services);
    if (projects?.length === 0) return notHere(caller, services);
    const filter = { projects, personId: caller.actor.id };
    const open = await services.outages.list({ ...filter, states: OPEN_STATES, limit: MOST });
    const last = await services.outages.list({ ...filter, states: null, limit: MOST_ENDED });
    const ended = last.filter(({ outage }) => open.every((one) => one.outage.id !== outage.id));
    const requests = await services.outages.list({ ...filter, series: 'request', states: null, limit: MOST_ENDED });
    // A colleague's requests are no business of this person's.
    const sent = requests.filter(({ outage }) => isReporter(caller, outage) && projects === null);
    const outages = [...open, ...ended, ...sent]
      .map(({ outage }) => outage)
      // What somebody owned as an engineer is a customer's, and no business of theirs when they are none any more.
      .filter((outage) => isEngineer(caller.actor) || isReporter(caller, outage));
    const text = [list.mineText, ...(sent.length > 0 ? [caller.words.request.list.mine] : [])].join(' ');
    return await draw(outages, { heading: list.mine(outages.length), text: outages.length > 0 ? text : '' }, caller, services);
  },
};

const toTell = async (caller: Caller, { desk, rooms }: Services) => await projectsToTell(caller, desk, desk.roomsIn(await rooms.all()));

function notHere(caller: Caller, services: Services): Reply {
  const { list } = caller.words.reporter;
  return sayLine(caller.place.kind === 'personal' ? list.noProjects : list.ownChat, caller, services);
}

async function draw(
  outages: readonly Outage[],
  said: { readonly heading: string; readonly text: string },
  { words }: Caller,
  services: Services,
): Promise<Reply> {
  return cardReply(listCard({ ...said, outages, words, now: await services.outages.now() }));
}
