/** `/outage maintenance`: an engineer sees what maintenance runs and is planned, plans and changes it, or ends it early. */

import type { Texts } from '../cards/layouts/layouts.ts';
import { PLAN_FIELDS, type PlanField, type PlanView, placeText, placeValue, planForm, planInviteCard } from '../cards/maintenance.ts';
import { readersClock } from '../cards/text.ts';
import { faultOf, LONGEST_WHAT, type Maintenance, overlapping, runningIn } from '../desk/maintenance.ts';
import { DAY_MS, HOUR_MS, instantOf, localTime, MINUTE_MS, midnight, readLocal, writeLocal } from '../desk/on-call/local-time.ts';
import { followersOf } from '../desk/rooms.ts';
import type { Instant } from '../outage/types/values.ts';
import { asInput } from '../report/draft.ts';
import type { OfferedPlace } from '../report/steps/confirmation.ts';
import { readDates, readTime } from '../report/typed.ts';
import { atDesk } from './authorize/access.ts';
import {
  type Command,
  cardReply,
  type Find,
  isAlone,
  orInCompany,
  type Presses,
  type Reply,
  sayLine,
  says,
  sentence,
  type Turn,
  whenFound,
} from './command.ts';
import { type Form, type FormResult, formPresses, openForm, sendForm, textsIn } from './forms/form.ts';

const YEAR_MS = 365 * DAY_MS;
const TIME = '(?:[01]?\\d|2[0-3])[:.][0-5]\\d';
const TO = '(?:-|\u2013|to|until|till?)';

type Planned = Pick<PlanView, 'now' | 'windows'>;
type Filled = { readonly [field in PlanField]?: string | undefined };

export const maintenance: Command = {
  name: '/outage maintenance',
  needs: 'maintenance',
  // Alone, or with times: "/outage maintenance broke production" is a report.
  parse: says(new RegExp(`^/?outage\\s+maintenance(?:\\s+((?:(?:from|${TO})\\s+)?${TIME}(?:\\s*${TO}\\s*${TIME})?))?[.!?]?$`, 'i')),
  async run(typed, turn) {
    if (!(await isHere(turn))) return sayLine(turn.words.look.list.ownChat, turn);
    const planned = await plannedIn(turn);
    return orInCompany(await open(planned, turn, typed), turn, async () => cardReply(planInviteCard({ ...turn, ...planned })));
  },
};

/** It names customers, so it stands where engineers alone read it. */
const isHere = async (turn: Turn): Promise<boolean> => isAlone(turn) || atDesk(turn, turn.desk.roomsIn(await turn.rooms.all()).desk);

async function plannedIn({ outages, maintenance: windows }: Turn): Promise<Planned> {
  const [now, all] = await Promise.all([outages.now(), windows.list()]);
  return { now, windows: all };
}

const findPlanned: Find<unknown, Planned> = async (_data, turn) =>
  (await isHere(turn)) ? { found: await plannedIn(turn) } : { reply: sentence(turn.words.look.list.ownChat) };

const open = async (planned: Planned, turn: Turn, typed: unknown): Promise<Reply> =>
  await openForm(form, planned, freshIn(planned, turn, typeof typed === 'string' ? typed : ''), turn);

const zoneOf = ({ timeZone, desk }: Turn): string => timeZone || desk.file.desk.timeZone;

/** What stands in the form at first. `typed`: one time is the end, unless "from" stands before it; two are both. */
function freshIn({ now }: Planned, turn: Turn, typed = ''): Filled {
  const zone = zoneOf(turn);
  const times = typed.match(new RegExp(TIME, 'g')) ?? [];
  const [first, last] = times.length === 2 || /^from/i.test(typed) ? times : [undefined, times[0]];
  /** When the clock shows this next. */
  const next = (time: string, after: Instant): Instant => {
    const [hours = 0, minutes = 0] = time.split(/[:.]/).map(Number);
    const today = midnight(localTime(after, zone)) + hours * HOUR_MS + minutes * MINUTE_MS;
    const at = instantOf(today, zone);
    return at > after ? at : instantOf(today + DAY_MS, zone);
  };
  const from = first ? next(first, now - MINUTE_MS) : now;
  const until = last ? next(last, from) : Math.ceil(from / HOUR_MS) * HOUR_MS + HOUR_MS;
  const [begin, end] = [from, until].map((at) => writeLocal(localTime(at, zone)));
  return { fromDate: begin?.date, fromTime: begin?.time, untilDate: end?.date, untilTime: end?.time };
}

const draw = (planned: Planned, state: Pick<PlanView, 'filled' | 'errors' | 'hint'>, turn: Turn) => {
  const { fromDate = '', fromTime = '', untilDate = '', untilTime = '', ...filled } = state.filled;
  // Clients send a day and a time in many shapes; an input shows one.
  const dates = { fromDate: asInput('date', fromDate), untilDate: asInput('date', untilDate) };
  const times = { fromTime: asInput('time', fromTime), untilTime: asInput('time', untilTime) };
  return planForm({ ...turn, ...planned, ...state, filled: { ...filled, ...dates, ...times }, zone: zoneOf(turn), longest: LONGEST_WHAT });
};

const form: Form<Planned, PlanField> = {
  verb: 'maintenance',
  find: findPlanned,
  fields: PLAN_FIELDS,
  draw,
  // The store's clock is away too. The hours of the zone are those of the day that was entered.
  drawUnread: (_data, state, turn) => draw({ now: momentsOf(state.filled, 'from', turn)[0] ?? 0, windows: [] }, state, turn),
  send,
};

/** Two where the day and the month may be in either order. */
const momentsOf = (filled: Filled, of: 'from' | 'until', turn: Turn): readonly Instant[] =>
  readDates(filled[`${of}Date`] ?? '')
    .map((day) => readLocal(day, readTime(filled[`${of}Time`] ?? '') ?? ''))
    .flatMap((local) => (local === null ? [] : [instantOf(local, zoneOf(turn))]));

type Times = Pick<Maintenance, 'from' | 'until'>;

function faultIn(times: Times, now: Instant) {
  const fault = faultOf(times);
  if (fault !== 'ends-first' && times.until <= now) return 'past';
  return fault ?? (times.from > now + YEAR_MS ? 'too-far' : null);
}

/** When it runs, or what is wrong with its begin or its end. */
function readTimes(filled: Filled, now: Instant, turn: Turn): { readonly times: Times } | { readonly errors: Texts<'from' | 'until'> } {
  const { errors } = turn.words.maintenance;
  const [froms, untils] = [momentsOf(filled, 'from', turn), momentsOf(filled, 'until', turn)];
  const pairs = froms.flatMap((from) => untils.map((until) => ({ from, until })));
  const [times, another] = pairs.filter((pair) => faultIn(pair, now) === null);
  if (times && !another) return { times };
  const fault = (pairs[0] && faultIn(pairs[0], now)) ?? 'not-a-time';
  return { errors: { [fault === 'too-far' || froms.length !== 1 ? 'from' : 'until']: errors[fault] } };
}

/** The project, and the environment of it, if one was chosen. */
function readPlace(where: string, { desk }: Turn): Pick<Maintenance, 'projectId' | 'environments'> | undefined {
  const places = desk.file.projects.flatMap(({ id: projectId, environments }) => [
    { projectId, environments: [] },
    ...environments.map(({ id }) => ({ projectId, environments: [id] })),
  ]);
  return places.find(({ projectId, environments }) => where === placeValue(projectId, environments[0]));
}

async function send({ now, windows }: Planned, filled: Filled, turn: Turn): Promise<FormResult<Planned, PlanField>> {
  const { words, actor, desk } = turn;
  const { errors, saved, nobody } = words.maintenance;
  const [read, place, what] = [readTimes(filled, now, turn), readPlace(filled.where ?? '', turn), (filled.what ?? '').trim()];
  const noText = what === '' || what.length > LONGEST_WHAT;
  if (!('times' in read) || !place || noText) {
    const ofTimes = 'errors' in read ? read.errors : {};
    return { errors: { ...ofTimes, where: place ? '' : errors.choose, what: noText ? errors.what(LONGEST_WHAT) : '' } };
  }
  const entered = { id: turn.newId(), ...place, ...read.times, what, by: actor.id };
  // One of the same place at that time is changed. What has begun keeps its begin, and nothing begins before now.
  const isSame = ({ by, environments }: Maintenance) => by !== null && String(environments) === String(place.environments);
  const same = overlapping(entered, windows.filter(isSame));
  const window = { ...entered, id: same?.id ?? entered.id, from: same && same.from <= now ? same.from : Math.max(entered.from, now) };
  const clock = (at: Instant) => readersClock(at, now, turn.words, { withDay: true });
  const other = overlapping(window, windows);
  if (other) return { errors: { from: errors.overlaps(clock(other.from), clock(other.until)) } };
  await turn.maintenance.save(window);
  const rooms = followersOf(desk.roomsIn(await turn.rooms.all()), window.projectId, desk.file);
  const done = saved(placeText(turn, window), clock(window.from), clock(window.until));
  return { reply: await show(turn, rooms.length > 0 ? done : turn.words.formats.joined([done, nobody])), sent: true };
}

/** The form as things are now, and what came of what was pressed. */
async function show(turn: Turn, hint: string): Promise<Reply> {
  const planned = await plannedIn(turn);
  return cardReply(draw(planned, { filled: freshIn(planned, turn), errors: {}, hint }, turn));
}

async function end(_planned: Planned, turn: Turn, data: unknown): Promise<Reply> {
  const { window = '' } = textsIn(data);
  const { ended, gone, errors } = turn.words.maintenance;
  if (window === '') return await show(turn, errors.choose);
  const { windows } = await plannedIn(turn);
  const isInTeams = windows.some(({ id, by }) => id === window && by !== null);
  return await show(turn, isInTeams && (await turn.maintenance.end(window)) ? ended : gone);
}

export const maintenancePresses = {
  ...formPresses('maintenance', 'maintenance', whenFound(findPlanned, open), sendForm(form)),
  'maintenance-end': { needs: 'maintenance', run: whenFound(findPlanned, end) },
} satisfies Partial<Presses>;

/** What runs at this moment in any of these places, the one that ends last first. Never of another project. */
export async function runningFor({ maintenance: windows }: Turn, places: readonly OfferedPlace[], now: Instant) {
  const all = await windows.list();
  const found = new Set(places.flatMap(({ project, environment }) => runningIn(all, project.id, environment.id, now)));
  return [...found].toSorted((one, other) => other.until - one.until);
}
