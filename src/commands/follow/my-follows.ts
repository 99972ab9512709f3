/** "my follows": what somebody follows, and a form to choose how much they hear, and when. It is for them alone. */
import {
  FOLLOWS_FIELDS,
  type Followed,
  type FollowsField,
  filledFrom,
  followsForm,
  LARGEST_MOST,
  stopValue,
} from '../../cards/follow/follow.ts';
import type { Texts } from '../../cards/layouts/layouts.ts';
import { quietHoursSchema } from '../../desk/quiet-hours.ts';
import { type Chosen, NOISES, type QuietHours } from '../../outage/follow/chosen.ts';
import { asInput } from '../../report/draft.ts';
import { readTime } from '../../report/typed.ts';
import { actorForProject } from '../authorize/access.ts';
import {
  type Command,
  cardReply,
  type Find,
  isAlone,
  orInCompany,
  type Reply,
  sayLine,
  says,
  sentence,
  type Turn,
  whenFound,
} from '../command.ts';
import { type Form, type FormResult, formPresses, openForm, sendForm } from '../forms/form.ts';

export const myFollows: Command = {
  name: 'my follows',
  needs: 'follow',
  menu: ['help'],
  parse: says(/^\/?(?:outage\s+)?(?:my\s+follows|what\s+do\s+i\s+follow)[.!?]*$/i),
  run: async (_argument, turn) => await showFollows(turn),
};

/** In a room it is shown to the person alone, or not at all. */
export async function showFollows(turn: Turn): Promise<Reply> {
  const own = { ...turn, isPrivate: true };
  return orInCompany(await open(await followedBy(turn), own), turn, async () => sayLine(turn.words.look.list.ownChat, turn));
}

async function followedBy({ actor, follows, outages, desk }: Turn): Promise<Followed> {
  const [ids, open, chosen] = await Promise.all([
    follows.projectsOf(actor.id),
    outages.openFollowedBy(actor.id),
    follows.chosenBy(actor.id),
  ]);
  const projects = desk.file.projects.filter(({ id }) => ids.includes(id)).map(({ id, name }) => ({ id, name }));
  return { projects, outages: open.map(({ outage }) => outage), chosen };
}

const find: Find<unknown, Followed> = async (_data, turn) =>
  isAlone(turn) ? { found: await followedBy(turn) } : { reply: sentence(turn.words.look.list.ownChat) };

const open = async (followed: Followed, turn: Turn): Promise<Reply> => await openForm(form, followed, filledFrom(followed.chosen), turn);

/** The hours that somebody entered are by the clock of their client. */
export const zoneOf = ({ timeZone, desk }: Turn, chosen: Chosen = {}): string =>
  timeZone || chosen.hours?.timeZone || desk.file.desk.timeZone;

const form: Form<Followed, FollowsField> = {
  verb: 'follows',
  find,
  fields: FOLLOWS_FIELDS,
  draw: async (followed, state, turn) => draw(followed, state, turn, await turn.outages.now()),
  // The store's clock is away too.
  drawUnread: (_data, state, turn) => draw({ projects: [], outages: [], chosen: {} }, state, turn, 0),
  send,
};

function draw(followed: Followed, state: Parameters<typeof form.draw>[1], turn: Turn, now: number) {
  const { from = '', until = '', ...filled } = state.filled;
  const times = { from: asInput('time', from), until: asInput('time', until) };
  return followsForm({ ...turn, ...followed, ...state, filled: { ...filled, ...times }, zone: zoneOf(turn, followed.chosen), now });
}

/** undefined: none; null: they can't be read. */
export function readHours({ from = '', until = '' }: Texts<'from' | 'until'>, timeZone: string): QuietHours | null | undefined {
  if (from.trim() === '' && until.trim() === '') return undefined;
  return quietHoursSchema.safeParse({ from: readTime(from), until: readTime(until), timeZone }).data ?? null;
}

async function send(followed: Followed, filled: Texts<FollowsField>, turn: Turn): Promise<FormResult<Followed, FollowsField>> {
  const { words, actor, follows, handle, place } = turn;
  const { errors, saved } = words.follow.mine;
  const noise = NOISES.find((one) => one === filled.noise);
  const hours = readHours(filled, zoneOf(turn, followed.chosen));
  const mostADay = Number(filled.most);
  const isMost = Number.isInteger(mostADay) && mostADay >= 1 && mostADay <= LARGEST_MOST;
  if (!noise || hours === null || !isMost)
    return {
      errors: {
        noise: noise ? '' : errors.noise,
        until: hours === null ? errors.hours : '',
        most: isMost ? '' : errors.most(LARGEST_MOST),
      },
    };
  const { language } = followed.chosen;
  await follows.choose(actor.id, { noise, mostADay, ...(hours && { hours }), ...(language && { language }) });
  const stopped = (filled.stop ?? '').split(',');
  for (const project of followed.projects) if (stopped.includes(stopValue(project))) await follows.unfollow(actor.id, project.id);
  for (const outage of followed.outages) {
    const common = { outageId: outage.id, by: await actorForProject(outage.report.project.id, turn) };
    if (stopped.includes(stopValue(outage))) await handle({ ...common, type: 'unfollow' });
    else await handle({ ...common, type: 'follow', tenantId: place.tenantId, noise });
  }
  const now = await followedBy(turn);
  const state = { filled: filledFrom(now.chosen), errors: {}, hint: saved };
  return { sent: true, reply: cardReply(draw(now, state, turn, await turn.outages.now())) };
}

export const myFollowsPresses = formPresses('follow', 'follows', whenFound(find, open), sendForm(form));
