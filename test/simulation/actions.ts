/** A generator for each action that the core knows. A new action does not compile here until somebody says how it comes about. */

import type { ActionRequest } from '../../src/engine/handle.ts';
import type { Action } from '../../src/outage/actions.ts';
import { NOISES } from '../../src/outage/follow/chosen.ts';
import { PERMISSIONS, type Permission } from '../../src/outage/permissions.ts';
import { SAYINGS, SIMILARITIES } from '../../src/outage/types/affected.ts';
import { type Outage, PHASES } from '../../src/outage/types/outage.ts';
import { type KnownPage, pagerIdOf } from '../../src/outage/types/pages.ts';
import { type Actor, ownChatIn } from '../../src/outage/types/values.ts';
import { ACTION_TYPES } from '../support/outage/types.ts';
import {
  asOutage,
  CUSTOMERS,
  cardAt,
  customersOf,
  customerTenantOf,
  ENGINEERS,
  engineersOf,
  HOUR_MS,
  MINUTE_MS,
  type Scenario,
  TEAMS,
} from './people-and-places.ts';
import type { Random } from './random.ts';

/** `outage`: as somebody saw it a moment ago, or null before its report was stored. `others`: the ids of the open outages. */
export type Scene = {
  readonly scenario: Scenario;
  readonly outage: Outage | null;
  readonly by: Actor;
  readonly random: Random;
  readonly others: () => readonly string[];
};
type RequestOf<Type extends Action['type']> = Extract<ActionRequest, { type: Type }>;

/** Typed by people, now and then by one who means harm, or cut off by a phone. */
const TEXTS = ['Word 1', 'Word 2', 'Word 3', 'half an emoji \ud83d', 'nothing\u0000behind it', "'); drop table outage; --"] as const;

const nameOf = (page: KnownPage | undefined) => (page ? { pagerId: pagerIdOf(page), of: page.of } : { pagerId: 'nowhere', of: 1 });

/** More than an outage takes. */
const TICKETS = Array.from({ length: 14 }, (_, index) =>
  index % 2 ? { name: `INC${index}`, url: null } : { name: `ERP-${index} (example.com)`, url: `https://example.com/browse/ERP-${index}` },
);

export const GENERATORS: { readonly [Type in Action['type']]: (scene: Scene) => RequestOf<Type> } = {
  report: ({ scenario, by }) => {
    const { id, reporter, takenBy, ...facts } = scenario;
    // A customer who says that they took a call is refused.
    if (takenBy)
      return {
        type: 'report',
        outageId: id,
        by: reporter,
        takenBy: by.roles.includes('customer') && by !== reporter ? by : takenBy,
        ...facts,
      };
    return { type: 'report', outageId: id, by, ...facts };
  },
  acknowledge: ({ scenario, by, random }) => ({
    type: 'acknowledge',
    outageId: scenario.id,
    by,
    ...(random.chance(0.4) ? { byReaction: true } : {}),
  }),
  // Mostly whoever took it.
  'take-back': ({ scenario, outage, by, random }) => ({ type: 'take-back', outageId: scenario.id, by: ownerIn(outage, by, random) }),
  update: ({ scenario, outage, by, random }) => ({
    type: 'update',
    outageId: scenario.id,
    by,
    text: random.pick(TEXTS),
    phase: random.chance(0.5) ? random.pick(PHASES) : null,
    nextUpdateInMs: random.chance(0.3) ? random.int(5, 90) * MINUTE_MS : null,
    seen: seen(outage, random),
  }),
  plan: ({ scenario, by, random }) => ({
    type: 'plan',
    outageId: scenario.id,
    by,
    firstLook: random.chance(0.5) ? random.pick(TEXTS) : null,
    nextUpdateInMs: random.chance(0.7) ? random.pick([15, 30, 60]) * MINUTE_MS : null,
  }),
  'hand-over': ({ scenario, by, random }) => ({ type: 'hand-over', outageId: scenario.id, by, to: engineer(scenario, random) }),
  // Mostly the one to whom it was offered.
  accept: ({ scenario, outage, by, random }) => ({ type: 'accept', outageId: scenario.id, by: offered(outage, by, random) }),
  decline: ({ scenario, outage, by, random }) => ({ type: 'decline', outageId: scenario.id, by: offered(outage, by, random) }),
  assist: ({ scenario, by, random }) => ({ type: 'assist', outageId: scenario.id, by, person: engineer(scenario, random) }),
  release: ({ scenario, outage, by, random }) => ({
    type: 'release',
    outageId: scenario.id,
    by,
    reason: random.pick(TEXTS),
    seen: seen(outage, random),
  }),
  note: ({ scenario, by, random }) => ({ type: 'note', outageId: scenario.id, by, text: random.pick(TEXTS), shown: random.chance(0.5) }),
  // Mostly by somebody affected.
  pulse: ({ scenario, by, outage, random }) => ({
    type: 'pulse',
    outageId: scenario.id,
    by: random.chance(0.6) ? whoJoined(outage, by, random) : by,
    says: random.pick(SAYINGS),
    text: random.chance(0.2) ? random.pick(TEXTS) : '',
  }),
  ask: ({ scenario, outage, by, random }) => ({
    type: 'ask',
    outageId: scenario.id,
    by,
    text: random.pick(TEXTS),
    choices: random.pick([[], ['Yes', 'No'], [random.pick(TEXTS)]]),
    seen: seen(outage, random),
  }),
  // Mostly to one that waits; also to one that has a reply, or was never asked.
  reply: ({ scenario, outage, by, random }) => ({
    type: 'reply',
    outageId: scenario.id,
    by,
    question: random.pick([...(outage?.questions.map(({ id }) => id) ?? []), random.int(0, outage?.version ?? 1)]),
    text: random.pick(TEXTS),
  }),
  // As the loop does it that keeps files: some of them again.
  'add-files': ({ scenario, by, random }) => ({
    type: 'add-files',
    outageId: scenario.id,
    by,
    shared: random.chance(0.3),
    files: Array.from({ length: random.int(1, 3) }, () => ({
      ...{ id: `file-${random.int(1, 9)}`, name: `${random.pick(TEXTS)}.png`, kind: 'png' as const },
      ...{ bytes: random.int(1, 10_000_000), hash: 'a1'.repeat(32) },
    })),
  }),
  'set-bridge': ({ scenario, by, random }) => ({
    type: 'set-bridge',
    outageId: scenario.id,
    by,
    url: random.pick(['', 'https://teams.microsoft.com/meet/1', 'https://teams.microsoft.com/meet/2']),
    shared: random.chance(0.5),
  }),
  'add-ticket': ({ scenario, by, random }) => ({ type: 'add-ticket', outageId: scenario.id, by, ticket: random.pick(TICKETS) }),
  // Mostly one that is there.
  'remove-ticket': ({ scenario, outage, by, random }) => ({
    type: 'remove-ticket',
    outageId: scenario.id,
    by,
    ticket: random.pick(outage && outage.tickets.length > 0 && random.chance(0.8) ? outage.tickets : TICKETS),
  }),
  correct: ({ scenario, outage, by, random }) => ({
    type: 'correct',
    outageId: scenario.id,
    by,
    seen: seen(outage, random),
    changes: by.roles.includes('engineer') ? { scenario: { id: random.pick(TEXTS), title: 'Another' } } : { title: random.pick(TEXTS) },
  }),
  transfer: ({ scenario, outage, by, random }) => ({
    type: 'transfer',
    outageId: scenario.id,
    by,
    team: random.pick(TEAMS),
    reason: random.pick(TEXTS),
    seen: seen(outage, random),
    plan: { name: 'Standard', replyWithinMs: 8 * HOUR_MS },
  }),
  object: ({ scenario, by, random }) => ({ type: 'object', outageId: scenario.id, by, reason: random.pick(TEXTS) }),
  withdraw: ({ scenario, by, random }) => ({ type: 'withdraw', outageId: scenario.id, by, reason: random.pick(TEXTS) }),
  // Into an open one, itself perhaps, or into one that is not there.
  merge: ({ scenario, outage, others, by, random }) => ({
    type: 'merge',
    outageId: scenario.id,
    by,
    seen: seen(outage, random),
    intoId: random.pick([...others(), 'o-nowhere']),
  }),
  absorb: ({ scenario, outage, by, random }) => ({
    type: 'absorb',
    outageId: scenario.id,
    by,
    merged: { id: 'o-elsewhere', number: 999, reporter: scenario.reporter, origin: scenario.origin },
    joined: [],
    projectId: random.pick([outage?.report.project.id ?? '', 'elsewhere']),
    following: random.chance(0.5) ? [{ person: { id: by.id, name: by.name }, tenantId: 'tenant', noise: 'everything' }] : [],
  }),
  resolve: ({ scenario, outage, by, random }) => ({
    type: 'resolve',
    outageId: scenario.id,
    by,
    text: 'It works again.',
    seen: seen(outage, random),
  }),
  confirm: ({ scenario, by }) => ({ type: 'confirm', outageId: scenario.id, by }),
  reopen: ({ scenario, by, random }) => ({ type: 'reopen', outageId: scenario.id, by, reason: random.pick(TEXTS) }),
  // Mostly due within the hours for which the world goes on; some of them at once.
  review: ({ scenario, outage, by, random }) => ({
    type: 'review',
    outageId: scenario.id,
    by,
    seen: seen(outage, random),
    cause: random.pick(TEXTS),
    helped: random.chance(0.5) ? '' : random.pick(TEXTS),
    followUps: Array.from({ length: random.int(0, 3) }, (_, place) => ({
      text: random.pick(TEXTS),
      owner: engineer(scenario, random),
      dueAt: (outage?.lastChange.at ?? 0) + random.int(0, 12) * HOUR_MS,
      place,
    })),
  }),
  // Mostly one that is there.
  'follow-up-done': ({ scenario, outage, by, random }) => ({
    type: 'follow-up-done',
    outageId: scenario.id,
    by,
    id: random.pick([...(outage?.review?.followUps ?? []).map(({ id }) => id), random.int(1, 3)]),
  }),
  promote: ({ scenario, by }) => ({ type: 'promote', outageId: scenario.id, by, ...asOutage(scenario) }),
  join: ({ scenario, by, random }) => joining(scenario, by, random),
  leave: ({ scenario, by, outage, random }) => ({ type: 'leave', outageId: scenario.id, by: whoJoined(outage, by, random) }),
  follow: ({ scenario, outage, by, random }) => {
    const who = followerIn(outage, by, random);
    return { type: 'follow', outageId: scenario.id, by: who, tenantId: tenantIn(scenario, who), noise: random.pick(NOISES) };
  },
  unfollow: ({ scenario, outage, by, random }) => ({ type: 'unfollow', outageId: scenario.id, by: followerIn(outage, by, random) }),
  'add-phone': ({ scenario, by, outage, random }) => ({
    ...{
      type: 'add-phone',
      outageId: scenario.id,
      by: whoJoined(outage, by, random),
      phone: random.pick(['+49 30 111111', '+49 30 222222']),
    },
  }),
  // Nobody asks for it: it follows when a merged outage goes on by itself.
  part: ({ scenario, by }) => ({ type: 'part', outageId: scenario.id, partedBy: by, parted: { number: 999, ids: ['o-elsewhere'] } }),
  'suggest-merge': ({ scenario, random }) => ({
    type: 'suggest-merge',
    outageId: scenario.id,
    likeness: random.pick(SIMILARITIES),
    others: [],
  }),
  'pass-deadline': ({ scenario }) => ({ type: 'pass-deadline', outageId: scenario.id }),
  'note-page': ({ scenario, outage, random }) => ({
    type: 'note-page',
    outageId: scenario.id,
    // What came of a call that its pager has taken, or of none.
    ...nameOf(outage?.pages.find(({ outcome }) => outcome !== null)),
    outcome: random.pick(['answered', 'no-answer', 'busy', 'failed'] as const),
  }),
  'mark-unreachable': ({ scenario, random }) => ({
    type: 'mark-unreachable',
    outageId: scenario.id,
    place: random.pick(['origin', ...scenario.followers.map(({ id }) => `follower:${id}`)]),
    reason: 'the bot was removed',
  }),
  'note-desk-unreached': ({ scenario, random }) => ({
    type: 'note-desk-unreached',
    outageId: scenario.id,
    afterMs: random.int(1, 10) * MINUTE_MS,
  }),
  'note-desk-reached': ({ scenario }) => ({ type: 'note-desk-reached', outageId: scenario.id }),
  restore: ({ scenario, outage, random }) => ({
    type: 'restore',
    outageId: scenario.id,
    to: (outage?.lastChange.at ?? 0) + random.int(0, 30) * MINUTE_MS,
  }),
  'remove-personal-data': ({ scenario, random }) => ({
    type: 'remove-personal-data',
    outageId: scenario.id,
    of: random.chance(0.5) ? null : scenario.reporter,
    endedBefore: 0,
  }),
};

/**
 * Everybody has one own chat; some join from a group that one or several of them are in. Of the others, some join by the card of a room that
 * follows: their own chat is found when something is sent.
 */
function joining({ id, report, origin }: Scenario, by: Actor, random: Random): RequestOf<'join'> {
  const { project, environment, contact } = report;
  const group = random.chance(0.3) ? `19:group-${report.project.id}@thread` : null;
  const said = random.chance(0.2) ? random.pick(TEXTS) : '';
  const card = random.chance(0.5) ? `card-${by.id}-${id}` : null;
  const pressed = cardAt(group ? 'groupChat' : 'personal', card, random);
  const isFromRoom = !group && !card && by.id.charCodeAt(by.id.length - 1) % 2 === 0;
  if (isFromRoom) return { type: 'join', outageId: id, by, project, environment, contact, said, origin: ownChatIn(origin.tenantId, true) };
  return {
    type: 'join',
    outageId: id,
    by,
    project,
    environment,
    contact,
    said,
    origin: {
      tenantId: origin.tenantId,
      serviceUrl: origin.serviceUrl,
      ...pressed,
      ...(group ? { kind: 'groupChat', conversationId: group } : { kind: 'personal', conversationId: `a:${by.id}` }),
    },
  };
}

/** Engineers are of the desk's tenant. */
const tenantIn = ({ report, desk }: Scenario, { roles }: Actor): string =>
  roles.includes('engineer') ? desk.tenantId : customerTenantOf(Number(report.project.id.slice('project-'.length)));

/** Now and then one who follows it already. */
function followerIn(outage: Outage | null, by: Actor, random: Random): Actor {
  const { person } = outage && outage.following.length > 0 && random.chance(0.5) ? random.pick(outage.following) : { person: by };
  return [...CUSTOMERS, ...ENGINEERS].find(({ id }) => id === person.id) ?? by;
}

/** Mostly one who did. */
function whoJoined(outage: Outage | null, by: Actor, random: Random): Actor {
  const { person } = outage && outage.joined.length > 0 ? random.pick(outage.joined) : { person: by };
  return CUSTOMERS.find(({ id }) => id === person.id) ?? by;
}

/** From a card of the present version, of an old one, or by a typed command. */
function seen(outage: Outage | null, random: Random): number | null {
  if (!outage || random.chance(0.3)) return null;
  return random.chance(0.7) ? outage.version : random.int(1, outage.version);
}

const engineer = ({ report }: Scenario, random: Random): Actor => random.pick(engineersOf(report.project.id));

function offered(outage: Outage | null, by: Actor, random: Random): Actor {
  const to = outage?.state === 'acknowledged' ? ENGINEERS.find(({ id }) => id === outage.offeredTo?.id) : undefined;
  return to && random.chance(0.8) ? to : by;
}

function ownerIn(outage: Outage | null, by: Actor, random: Random): Actor {
  const owner = outage?.state === 'acknowledged' ? ENGINEERS.find(({ id }) => id === outage.owner.id) : undefined;
  return owner && random.chance(0.9) ? owner : by;
}

/** The reporter reports, and decides what is theirs; engineers work; now and then it is somebody who may not. */
export function drawActor(type: Action['type'], scenario: Scenario, random: Random): Actor {
  if ((type === 'follow' || type === 'unfollow') && random.chance(0.3)) return engineer(scenario, random);
  if (['join', 'leave', 'add-phone', 'follow', 'unfollow'].includes(type)) return random.pick(customersOf(scenario.report.project.id));
  if (type === 'report') return random.chance(0.9) ? scenario.reporter : random.pick(CUSTOMERS);
  const reporters = type in PERMISSIONS && (PERMISSIONS[type as Permission] as readonly string[]).includes('reporter');
  const usual = reporters && (type !== 'correct' || random.chance(0.6)) ? scenario.reporter : engineer(scenario, random);
  return random.chance(0.9) ? usual : random.pick(CUSTOMERS);
}

/** Drawn more often, because what they lead to needs others after them. */
const OFTEN: readonly Action['type'][] = [
  'hand-over',
  'hand-over',
  'hand-over',
  'ask',
  'plan',
  'add-ticket',
  'join',
  'follow',
  'follow',
  'pulse',
  'pulse',
  'transfer',
];
export const drawActionType = (random: Random): Action['type'] => random.pick([...ACTION_TYPES, ...OFTEN]);
