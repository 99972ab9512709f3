/** "/outage list": the open outages that this person may see here; "/outage mine": what they reported or own. */
import { inRows, listCard } from '../../cards/look/look.ts';
import type { Recorded } from '../../engine/ports/outages.ts';
import { isEngineer } from '../../outage/permissions.ts';
import { OPEN_STATES, type Outage, workRoomOf } from '../../outage/types/outage.ts';
import { atDesk, audienceOfRoom, isReporter, namesFor, visibleProjects } from '../authorize/access.ts';
import {
  type Command,
  cardReply,
  forRoom,
  isAlone,
  orInCompany,
  ownZone,
  type Presses,
  type Reply,
  sayLine,
  says,
  type Turn,
} from '../command.ts';
import { askBack } from '../progress/acknowledge.ts';
import { unsentDraft } from '../report/drafts.ts';

/** No more outages than these are read for one list. */
const MOST = 50;
const MOST_ENDED = 5;

export const listOutages: Command = {
  name: '/outage list',
  needs: 'see',
  menu: ['personal', 'room', 'slash'],
  parse: says(/^\/?(?:outages?\s+list|list(?:\s+all)?(?:\s+(?:of\s+)?(?:open\s+)?outages)?|open\s+outages)[.!?]*$/i),
  async run(argument, turn) {
    const { list } = turn.words.look;
    const projects = await visibleProjects(turn);
    if (projects?.length === 0) return await nothingHere(turn, (alone) => listOutages.run(argument, alone));
    const audience = isAlone(turn) ? 'internal' : await audienceOfRoom(turn);
    // It has titles, environments and names, which executives do not read.
    if (audience === 'executive') return sayLine(list.ownChat, turn);
    const open = await turn.outages.list({ projects, personId: null, states: OPEN_STATES, waitingFirst: true, limit: MOST });
    const found = namesFor(audience, turn)(open);
    const heading = found.length === MOST ? list.atLeast(MOST) : list.open(found.length);
    return forRoom(await drawList(found, { heading, text: '' }, turn));
  },
};

export const myOutages: Command = {
  name: '/outage mine',
  needs: 'see',
  menu: ['personal', 'slash'],
  parse: says(/^\/?(?:outages?\s+mine|my\s+(?:outages?|reports?|requests?)|(mine))[.!?]*$/i),
  async run(said, turn) {
    const { list } = turn.words.look;
    // An engineer who says "mine" in the thread of an outage that waits may mean that they take it.
    const asked = said ? await askBack(said, turn) : null;
    if (asked) return asked;
    // People see their own outages also when they are members of no project any more, but not in company.
    const own = isAlone(turn) && turn.desk.members.tenants.has(turn.place.tenantId);
    const projects = own ? null : await visibleProjects(turn);
    if (projects?.length === 0) return await nothingHere(turn, (alone) => myOutages.run(said, alone));
    const filter = { projects, personId: turn.actor.id };
    const open = await turn.outages.list({ ...filter, states: OPEN_STATES, waitingFirst: true, limit: MOST });
    const last = await turn.outages.list({ ...filter, states: null, limit: MOST_ENDED });
    const ended = last.filter(({ outage }) => open.every((one) => one.outage.id !== outage.id));
    const requests = await turn.outages.list({ ...filter, series: 'request', states: null, limit: MOST_ENDED });
    // Not the requests of colleagues.
    const sent = requests.filter(({ outage }) => isReporter(turn, outage) && projects === null);
    // Somebody who is no engineer any more does not see what they owned as one: it is a customer's.
    const outages = [...open, ...ended, ...sent].filter(({ outage }) => isEngineer(turn.actor) || isReporter(turn, outage));
    const text = turn.words.formats.joined([list.mineText, sent.length > 0 ? turn.words.request.list.mine : '']);
    return await drawList(outages, { heading: list.mine(outages.length), text: outages.length > 0 ? text : '' }, turn);
  },
};

export const listPresses = {
  'list-mine': { needs: 'see', run: (_data, turn) => myOutages.run('', turn) },
} satisfies Partial<Presses>;

/**
 * Nothing may be shown here, so `run` answers the person alone. Where Teams cannot do that, they are sent to their own chat, but not
 * if they would see nothing there either.
 */
async function nothingHere(turn: Turn, run: (turn: Turn) => Promise<Reply>): Promise<Reply> {
  const { list } = turn.words.look;
  const elsewhere = !isAlone(turn) && (isEngineer(turn.actor) || (await turn.membership()).projects.length > 0);
  if (!elsewhere) return sayLine(list.noProjects, turn);
  return orInCompany(await run({ ...turn, isPrivate: true }), turn, async () => sayLine(list.ownChat, turn));
}

async function drawList(found: readonly Recorded[], text: { readonly heading: string; readonly text: string }, turn: Turn): Promise<Reply> {
  const outages = found.map(({ outage }) => outage);
  const mayTake = isEngineer(turn.actor);
  const unsent = isAlone(turn) ? await unsentDraft(turn) : null;
  const threads = await threadsOf(mayTake ? inRows(outages) : [], turn);
  const view = { outages, words: turn.words, now: await turn.outages.now(), zone: ownZone(turn), mayTake, unsent, threads };
  return cardReply(listCard({ ...text, ...view }));
}

/** What opens their threads for an engineer, where nobody reads along who could not. */
async function threadsOf(outages: readonly Outage[], turn: Turn): Promise<ReadonlyMap<string, string>> {
  const readable = outages.filter((outage) => isAlone(turn) || atDesk(turn, workRoomOf(outage)));
  const found = await Promise.all(readable.map(async (outage) => [outage.id, await turn.threadOf(outage)] as const));
  return new Map(found.flatMap(([id, url]) => (url === null ? [] : [[id, url]])));
}
