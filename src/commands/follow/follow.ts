/** "follow OUT-1042", "follow PROJECT", "unfollow": somebody hears of outages in their own chat, or not any more. */
import { z } from 'zod';
import { projectFollowedCard } from '../../cards/follow/follow.ts';
import { asName } from '../../cards/text.ts';
import type { Project } from '../../desk/desk-file.ts';
import { inOwnChat } from '../../outage/follow/decide.ts';
import { isEngineer } from '../../outage/permissions.ts';
import { numberOf, OPEN_STATES, type Outage, outageName } from '../../outage/types/outage.ts';
import type { Sentence } from '../../words/denial.ts';
import { actorForProject, isOurs, showingOf } from '../authorize/access.ts';
import { explain } from '../authorize/rejection-text.ts';
import { type Command, cardReply, type Presses, type Reply, reading, sayLine, says, sentence, type Turn } from '../command.ts';
import { numberIn } from '../forms/outage-thread.ts';
import { showFollows } from './my-follows.ts';

/** So many that are open are followed by one press. */
const MOST_AT_ONCE = 50;

export const follow: Command = {
  name: 'follow',
  needs: 'follow',
  menu: ['personal'],
  // "Follow up with us" is no name of a project.
  parse: says(/^\/?(?:outage\s+)?follow(?!\s+up\b)((?:\s+\S.{0,99})?)$/is),
  async run(named, turn) {
    const { number, text } = readNamed(named);
    const id =
      number === null
        ? text === ''
          ? await turn.outages.idByThread(turn.place.conversationId)
          : null
        : await turn.outages.idByNumber(number);
    if (id !== null || number !== null) return sayLine(await followOne(id, turn), turn);
    if (text === '') return await showFollows(turn);
    return await followProject(text, turn);
  },
};

export const unfollow: Command = {
  name: 'unfollow',
  needs: 'unfollow',
  parse: says(/^\/?(?:outage\s+)?unfollow((?:\s+\S.{0,99})?)$/is),
  async run(named, turn) {
    const { number, text } = readNamed(named);
    if (number === null && text === '') return await showFollows(turn);
    const id = number === null ? null : await turn.outages.idByNumber(number);
    if (number !== null) return sayLine(await unfollowOne(id, turn), turn);
    const project = turn.desk.file.projects.find((one) => isCalled(one, text));
    const isOver = project !== undefined && (await turn.follows.unfollow(turn.actor.id, project.id)) > 0;
    return sayLine(isOver ? turn.words.follow.stopped(asName(project.name)) : turn.words.follow.notFollowed, turn);
  },
};

/** A number without letters is that of an outage. */
function readNamed(named: string): { readonly number: number | null; readonly text: string } {
  const text = named.trim().replace(/[.!?]+$/, '');
  return { number: /^\d{1,9}$/.test(text) ? numberOf('outage', Number(text)) : numberIn(text), text };
}

const isCalled = ({ id, name }: Project, text: string): boolean => [id, name].some((one) => one.toLowerCase() === text.toLowerCase());

/** Of an outage that somebody may not see, they read the same as of one that does not exist. */
async function followOne(outageId: string | null, turn: Turn): Promise<Sentence> {
  const { follow: say, refusals } = turn.words;
  const outage = outageId === null ? null : (await turn.outages.read(outageId))?.outage;
  if (!outage || !(await showingOf(outage, turn))) return refusals.unknownOutage;
  const { noise = 'everything' } = await turn.follows.chosenBy(turn.actor.id);
  const by = await actorForProject(outage.report.project.id, turn);
  const outcome = await turn.handle({ type: 'follow', outageId: outage.id, by, tenantId: turn.place.tenantId, noise });
  if (!outcome.ok) return await explain(outcome, turn);
  return (outcome.events.length > 0 ? say.started : say.already)(outageName(outage));
}

async function unfollowOne(outageId: string | null, turn: Turn): Promise<Sentence> {
  const outcome = outageId === null ? null : await turn.handle({ type: 'unfollow', outageId, by: turn.actor });
  const isOver = outcome?.ok && outcome.events.length > 0;
  return isOver ? turn.words.follow.stopped(outageName(outcome.recorded.outage)) : turn.words.follow.notFollowed;
}

/** Of an engineer all; of anybody else those of which they are a member, and those that the desk file lets them follow. */
async function followableProjects(turn: Turn): Promise<readonly Project[]> {
  const { projects } = turn.desk.file;
  if (isEngineer(turn.actor) && isOurs(turn)) return projects;
  const { projects: own, mayFollow = [] } = await turn.membership();
  return projects.filter(({ id }) => mayFollow.includes(id) || own.some((one) => one.id === id));
}

async function followProject(text: string, turn: Turn): Promise<Reply> {
  const projects = await followableProjects(turn);
  const project = projects.find((one) => isCalled(one, text));
  if (!project) return sayLine(turn.words.follow.noProject(turn.words.formats.list(projects.map(({ name }) => asName(name)))), turn);
  const { id, name } = turn.actor;
  await turn.follows.follow({ person: { id, name }, tenantId: turn.place.tenantId, projectId: project.id });
  return cardReply(projectFollowedCard(turn, project, (await unheardOf(project.id, turn)).length));
}

/** The open outages of a project of which the person does not hear in their own chat. */
async function unheardOf(projectId: string, turn: Turn): Promise<readonly Outage[]> {
  const open = await turn.outages.list({ projects: [projectId], personId: null, states: OPEN_STATES, limit: MOST_AT_ONCE });
  const isFollowed = ({ following }: Outage) => following.some(({ person }) => person.id === turn.actor.id);
  return open.flatMap(({ outage }) => (isFollowed(outage) || inOwnChat(outage).has(turn.actor.id) ? [] : outage));
}

/** Also what is open now. */
const followOpen = reading(z.object({ project: z.string().max(200) }), async ({ project }, turn) => {
  const mine = (await followableProjects(turn)).some(({ id }) => id === project);
  const open = mine ? await unheardOf(project, turn) : [];
  for (const { id } of open) await followOne(id, turn);
  return sentence(mine ? turn.words.follow.project.openStarted(open.length) : turn.words.refusals.unknownOutage);
});

/** One outage, or all that they follow. */
const stop = reading(z.object({ outage: z.guid().optional() }), async ({ outage: one }, turn) => {
  if (one !== undefined) return sentence(await unfollowOne(one, turn));
  await turn.follows.unfollow(turn.actor.id, null);
  for (const { outage } of await turn.outages.openFollowedBy(turn.actor.id)) await unfollowOne(outage.id, turn);
  return sentence(turn.words.follow.stoppedAll);
});

export const followPresses = {
  'follow-outage': {
    needs: 'follow',
    run: reading(z.object({ outage: z.guid() }), async ({ outage }, turn) => sentence(await followOne(outage, turn))),
  },
  'follow-open': { needs: 'follow', run: followOpen },
  'follow-stop': { needs: 'unfollow', run: stop },
} satisfies Partial<Presses>;
