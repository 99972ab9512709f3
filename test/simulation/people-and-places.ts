/** The people and places of the simulated world. */
import type { ReportAction } from '../../src/outage/actions.ts';
import type { Chosen } from '../../src/outage/follow/chosen.ts';
import { speedUp } from '../../src/outage/promise.ts';
import { personKey, storedPersonKey } from '../../src/outage/types/person-key.ts';
import {
  type Actor,
  type Audience,
  type Follower,
  type Ladder,
  type OnCall,
  type Origin,
  ownChatIn,
  type Policy,
  type Room,
  type Team,
} from '../../src/outage/types/values.ts';
import { OPS, PHONES, sampleReport } from '../support/outage/sample.ts';
import type { Random } from './random.ts';

export const MINUTE_MS = 60_000;
export const HOUR_MS = 60 * MINUTE_MS;

const TENANTS = ['tenant-north', 'tenant-south'] as const;
const many = <T>(count: number, make: (index: number) => T): readonly T[] => Array.from({ length: count }, (_, index) => make(index));

export const tenantOf = (project: number): string => TENANTS[project % TENANTS.length] ?? TENANTS[0];
export const PROJECTS = 8;

export const ENGINEERS: readonly Actor[] = many(40, (index) => ({
  id: storedPersonKey(`engineer-${index}`),
  name: `Engineer ${index}`,
  roles: index % 8 === 0 ? ['engineer', 'customer'] : ['engineer'],
}));
/** They are no engineers any more when a follow-up of theirs is due. */
export const LEFT: readonly string[] = ENGINEERS.filter((_, index) => index % 9 === 4).map(({ id }) => id);
/** Of a few nobody knows the number. */
export const phoneOf = (personId: string): string | undefined => {
  const index = ENGINEERS.findIndex(({ id }) => id === personId);
  return index < 0 || index % 7 === 3 ? undefined : `+45201000${String(index).padStart(2, '0')}`;
};
const engineersIn = TENANTS.map((_, tenant) => ENGINEERS.filter((_engineer, index) => index % TENANTS.length === tenant));
/** Those of the desk of a project: nobody works in two tenants under one id. */
export const engineersOf = (projectId: string): readonly Actor[] =>
  engineersIn[Number(projectId.slice('project-'.length)) % TENANTS.length] ?? ENGINEERS;
/** Who answers the phone of each desk's tenant, and is no engineer. */
export const DISPATCHERS: readonly Actor[] = TENANTS.map((_, tenant) => ({
  id: storedPersonKey(`dispatcher-${tenant}`),
  name: `Dispatcher ${tenant}`,
  roles: ['dispatcher'],
}));
/** The people of some projects are of the desk's tenant, those of the others in one of their own, which several projects may share. */
const OF_CUSTOMERS = ['tenant-a', 'tenant-b', 'tenant-c'] as const;
export const customerTenantOf = (project: number): string =>
  project % 4 === 0 ? tenantOf(project) : (OF_CUSTOMERS[project % OF_CUSTOMERS.length] ?? tenantOf(project));
/** In each of their tenants the same object ids are other people. */
export const CUSTOMERS: readonly Actor[] = many(300, (index) => ({
  id: personKey(customerTenantOf(index % PROJECTS), `customer-${Math.floor(index / PROJECTS)}`, TENANTS[0]),
  name: `Customer ${index}`,
  roles: ['customer'],
}));
/** The people of a customer. */
export const customersOf = (projectId: string): readonly Actor[] => {
  const project = Number(projectId.slice('project-'.length));
  return CUSTOMERS.filter((_customer, index) => index % PROJECTS === project);
};

/** One desk each; the last one works in a group chat. */
const DESKS: readonly Room[] = many(PROJECTS, (index) => ({
  kind: index === PROJECTS - 1 ? 'groupChat' : 'channel',
  conversationId: `19:desk-${index}@thread`,
  tenantId: tenantOf(index),
}));
/** How many rooms follow each project. */
const FOLLOWED = [0, 1, 2, 0, 0, 1, 0, 0];
/** For whom some of them are; the others are for customers. */
export const AUDIENCE_OF: { readonly [room: string]: Audience } = { 'room-1-0': 'executive', 'room-2-1': 'internal' };
/** What some of them chose to hear. */
const HEARD_IN: { readonly [room: string]: Chosen } = {
  '1-0': { noise: 'turning-points' },
  '2-0': { hours: { from: '20:00', until: '06:30', timeZone: 'Europe/Copenhagen' } },
  '2-1': { mostADay: 3 },
};
const FOLLOWERS: readonly (readonly Follower[])[] = many(PROJECTS, (index) =>
  many(FOLLOWED[index] ?? 0, (room) => ({
    id: `room-${index}-${room}`,
    kind: room === 0 ? 'channel' : 'groupChat',
    conversationId: `19:room-${index}-${room}@thread`,
    tenantId: room === 0 ? customerTenantOf(index) : tenantOf(index),
    ...(AUDIENCE_OF[`room-${index}-${room}`] && { audience: AUDIENCE_OF[`room-${index}-${room}`] }),
    ...HEARD_IN[`${index}-${room}`],
  })),
);

const LADDERS: readonly Ladder[] = [
  {
    acknowledgeWithinMs: 30 * MINUTE_MS,
    rungs: [
      { afterMs: 15 * MINUTE_MS, kind: 'reminder', levels: ['primary', 'secondary'], direct: false },
      { afterMs: 25 * MINUTE_MS, kind: 'last-call', levels: ['primary', 'secondary', 'duty-manager'], direct: true, page: [OPS] },
    ],
    breach: { levels: ['primary', 'secondary', 'duty-manager'], direct: false, repeatEveryMs: 10 * MINUTE_MS, page: [OPS, PHONES] },
  },
  {
    acknowledgeWithinMs: 20 * MINUTE_MS,
    rungs: [{ afterMs: 5 * MINUTE_MS, kind: 'reminder', levels: ['primary'], direct: true }],
    breach: { levels: ['primary', 'duty-manager'], direct: false, repeatEveryMs: 15 * MINUTE_MS, page: [PHONES] },
  },
];
const [patient, hasty] = LADDERS as readonly [Ladder, Ladder];
const POLICIES: readonly Policy[] = [
  {
    ...patient,
    again: hasty,
    updateEveryMs: 80 * MINUTE_MS,
    laterAfterMs: 120 * MINUTE_MS,
    laterUpdateEveryMs: 90 * MINUTE_MS,
    nudgeEveryMs: 20 * MINUTE_MS,
    reopenWithinMs: 4 * HOUR_MS,
    reopenAtStillDown: 2,
    closeAfterMs: 24 * HOUR_MS,
  },
  {
    ...hasty,
    again: { ...hasty, acknowledgeWithinMs: 10 * MINUTE_MS },
    updateEveryMs: 110 * MINUTE_MS,
    laterAfterMs: 60 * MINUTE_MS,
    laterUpdateEveryMs: 120 * MINUTE_MS,
    nudgeEveryMs: 15 * MINUTE_MS,
    reopenWithinMs: HOUR_MS,
    reopenAtStillDown: 1,
    closeAfterMs: 2 * HOUR_MS,
  },
  // Of an older version.
  {
    ...patient,
    again: hasty,
    updateEveryMs: 60 * MINUTE_MS,
    laterAfterMs: 90 * MINUTE_MS,
    laterUpdateEveryMs: 100 * MINUTE_MS,
    nudgeEveryMs: 20 * MINUTE_MS,
    reopenWithinMs: 3 * HOUR_MS,
    closeAfterMs: 12 * HOUR_MS,
  },
];

/** Who is on call changes with every shift; some levels are empty, in some shifts all. */
export function onCallOf(projectId: string, hour: number): OnCall {
  const shift = Number(projectId.slice('project-'.length)) * 5 + Math.floor(hour / 8);
  if (shift % 11 === 0) return { primary: [], secondary: [], 'duty-manager': [] };
  const engineers = engineersOf(projectId);
  const one = (offset: number) => engineers[(shift + offset) % engineers.length] as Actor;
  return { primary: [one(0)], secondary: shift % 4 === 0 ? [] : [one(1)], 'duty-manager': shift % 5 === 0 ? [one(0)] : [one(2)] };
}

export type Scenario = {
  readonly id: string;
  readonly reporter: Actor;
  /** Who took the call, where it came by phone. */
  readonly takenBy: Actor | null;
  readonly report: typeof sampleReport;
  readonly origin: Origin;
  readonly desk: Room;
  readonly followers: readonly Follower[];
  readonly policy: Policy;
  readonly drill: { readonly mentions: boolean } | null;
  readonly request: ReportAction['request'];
};

/** Two teams to which something may be transferred: one has a channel of its own. */
export const TEAMS: readonly Team[] = [
  { id: 'support', name: 'Support', room: { kind: 'channel', conversationId: '19:support@thread', tenantId: TENANTS[0] } },
  { id: 'partners', name: 'Partners', room: null },
];

const PLANS = [{ name: 'Standard', replyWithinMs: 8 * HOUR_MS }, null] as const;
/** Every other desk has its requests in a channel of their own. */
const queueOf = ({ desk }: Scenario): Room =>
  desk.kind === 'channel' && DESKS.indexOf(desk) % 2 === 0
    ? { ...desk, conversationId: desk.conversationId.replace('desk', 'queue') }
    : desk;
/** What it has once it is an outage. */
export const asOutage = ({ report, desk, policy }: Scenario) => ({
  desk,
  policy,
  followers: FOLLOWERS[Number(report.project.id.slice('project-'.length))] ?? [],
});

/** `of`: the number of its project, else any. */
export function drawScenario(id: string, random: Random, of?: number): Scenario {
  const scenario = drawOutage(id, random, of);
  const kind = random.next();
  if (kind < 0.03) return { ...scenario, followers: [], request: { queue: queueOf(scenario), plan: random.pick(PLANS) } };
  if (kind < 0.13) return calledIn(scenario, random);
  if (kind < 0.97) return scenario;
  // A drill is an engineer's, and nobody follows it.
  const reporter = random.pick(engineersOf(scenario.report.project.id));
  return { ...scenario, reporter, followers: [], policy: speedUp(scenario.policy), drill: { mentions: random.chance(0.5) } };
}

/** Half of the callers are people of the project whom Teams knows. */
function calledIn(scenario: Scenario, random: Random): Scenario {
  const project = Number(scenario.report.project.id.slice('project-'.length));
  const dispatcher = DISPATCHERS[project % TENANTS.length] as Actor;
  const takenBy = random.chance(0.3) ? dispatcher : random.pick(engineersOf(scenario.report.project.id));
  const isKnown = random.chance(0.5);
  const tenantId = isKnown ? customerTenantOf(project) : scenario.desk.tenantId;
  return { ...scenario, takenBy, reporter: isKnown ? scenario.reporter : takenBy, origin: ownChatIn(tenantId, isKnown) };
}

/** As a customer reports it. */
export function drawOutage(id: string, random: Random, of?: number): Scenario {
  const drawn = random.int(0, PROJECTS - 1);
  const project = of ?? drawn;
  const reporter = random.pick(customersOf(`project-${project}`));
  const tenantId = customerTenantOf(project);
  const place = random.pick(['personal', 'personal', 'groupChat', 'channel'] as const);
  const conversations = {
    personal: `a:${reporter.id}`,
    groupChat: `19:group-${reporter.id}@thread`,
    channel: `19:town-${project}@thread;messageid=${id}`,
  };
  return {
    id,
    reporter,
    takenBy: null,
    report: { ...sampleReport, project: { id: `project-${project}`, name: `Project ${project}` } },
    origin: {
      kind: place,
      conversationId: conversations[place],
      tenantId,
      serviceUrl: 'https://smba.trafficmanager.net/emea/',
      ...cardAt(place, random.chance(0.5) ? `card-${id}` : null, random),
    },
    desk: DESKS[project] as Room,
    followers: FOLLOWERS[project] ?? [],
    policy: random.pick(POLICIES),
    drill: null,
    request: null,
  };
}

/** Of those who reported or joined in a room by a card that nobody else saw, the first message opens there. */
export const cardAt = (kind: Origin['kind'], cardId: string | null, random: Random): Pick<Origin, 'cardId' | 'opens'> =>
  cardId === null && kind !== 'personal' && random.chance(0.7) ? { cardId, opens: true } : { cardId };

/** Conversations that can be lost for a while: those where people only follow, never the desk's own. */
export const LOSABLE: readonly string[] = [
  ...FOLLOWERS.flat().map(({ conversationId }) => conversationId),
  ...CUSTOMERS.slice(0, 60).map(({ id }) => `a:${id}`),
  ...ENGINEERS.slice(0, 10).map(({ id }) => `person:${id}`),
];
export const DESK_LANES: readonly string[] = DESKS.map(({ conversationId }) => conversationId);
