/** "/outage list": the open outages that this person may see here. */
import { listCard } from '../../cards/look/list.ts';
import { OPEN_STATES, type Outage } from '../../outage/types/outage.ts';
import { visibleProjects } from '../authorize/visibility.ts';
import { type Caller, type Command, cardReply, type Reply, type Services, says } from '../command.ts';
import { sayLine } from '../forms/outage-thread.ts';

/** No more outages than these are read for one list. */
export const MOST = 50;

export const listOutages: Command = {
  name: '/outage list',
  needs: 'see',
  help: (words) => words.commands.list,
  menu: ['personal', 'team', 'groupChat'],
  parse: says(/^\/?(?:outages?\s+list|list\s+(?:of\s+)?outages)[.!]*$/i),
  async run(_argument, caller, services) {
    const { list } = caller.words.look;
    const projects = await projectsHere(caller, services);
    if (projects?.length === 0) return nothingHere(caller, services);
    const found = await services.outages.list({ projects, personId: null, states: OPEN_STATES, limit: MOST });
    const heading = found.length === MOST ? list.atLeast(MOST) : list.open(found.length);
    return await drawList(
      found.map(({ outage }) => outage),
      { heading, text: '' },
      caller,
      services,
    );
  },
};

/** The projects whose outages this person may see here; null: all. */
export const projectsHere = async (caller: Caller, { desk, rooms }: Services) =>
  await visibleProjects(caller, desk, desk.roomsIn(await rooms.all()));

/** Nothing may be shown here. */
export function nothingHere(caller: Caller, services: Services): Reply {
  const { list } = caller.words.look;
  return sayLine(caller.place.kind === 'personal' ? list.noProjects : list.ownChat, caller, services);
}

export async function drawList(
  outages: readonly Outage[],
  text: { readonly heading: string; readonly text: string },
  { words }: Caller,
  services: Services,
): Promise<Reply> {
  return cardReply(listCard({ ...text, outages, words, now: await services.outages.now() }));
}
