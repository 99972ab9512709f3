/** "/outage list": the open outages that this person may see here. */
import { listCard } from '../../cards/look/list.ts';
import { OPEN_STATES, type Outage } from '../../outage/types/outage.ts';
import { visibleProjects } from '../authorize/visibility.ts';
import { type Command, cardReply, type Reply, says, type Turn } from '../command.ts';
import { sayLine } from '../forms/outage-thread.ts';

/** No more outages than these are read for one list. */
export const MOST = 50;

export const listOutages: Command = {
  name: '/outage list',
  needs: 'see',
  help: (words) => words.commands.list,
  menu: ['personal', 'team', 'groupChat'],
  parse: says(/^\/?(?:outages?\s+list|list\s+(?:of\s+)?outages)[.!]*$/i),
  async run(_argument, turn) {
    const { list } = turn.words.look;
    const projects = await projectsHere(turn);
    if (projects?.length === 0) return nothingHere(turn);
    const found = await turn.outages.list({ projects, personId: null, states: OPEN_STATES, limit: MOST });
    const heading = found.length === MOST ? list.atLeast(MOST) : list.open(found.length);
    return await drawList(
      found.map(({ outage }) => outage),
      { heading, text: '' },
      turn,
    );
  },
};

/** The projects whose outages this person may see here; null: all. */
export const projectsHere = async (turn: Turn) => await visibleProjects(turn, turn.desk, turn.desk.roomsIn(await turn.rooms.all()));

/** Nothing may be shown here. */
export function nothingHere(turn: Turn): Reply {
  const { list } = turn.words.look;
  return sayLine(turn.place.kind === 'personal' ? list.noProjects : list.ownChat, turn);
}

export async function drawList(
  outages: readonly Outage[],
  text: { readonly heading: string; readonly text: string },
  turn: Turn,
): Promise<Reply> {
  return cardReply(listCard({ ...text, outages, words: turn.words, now: await turn.outages.now() }));
}
