/** Folds events into the outage that they make. Pure. */
import { type Back, CHANGES_NO_FORM, type EventOf, type OutageEvent, type OutageEventType } from './events.ts';
import { beginning, followingAfter } from './follow/fold.ts';
import { isSameQuestion, lastCallFor, onLadder, take, wasOnCall } from './promise.ts';
import { reviewAfter } from './review/review.ts';
import { apartFrom, heardFrom, said, withoutJoined, withPhone } from './types/affected.ts';
import {
  type Acknowledged,
  type Facts,
  isOpen,
  type Outage,
  outageName,
  ownerOf,
  type Reported,
  type Requested,
  type Resolved,
  type Withdrawn,
} from './types/outage.ts';
import { nobodyPagedAfter, pagesAfter } from './types/pages.ts';
import { reach } from './types/stage.ts';
import type { BackBy, Instant, Ladder, Person } from './types/values.ts';

/** Folds one event into the outage. The first event must be `reported`. Throws on an order that `decide` never makes. */
export function evolve(outage: Outage | null, event: OutageEvent): Outage {
  if (event.type === 'reported') {
    if (outage) throw new Error(`${outageName(outage)} was reported twice`);
    return begin(event);
  }
  if (!outage) throw new Error(`an outage can't begin with '${event.type}'`);
  const version = outage.version + 1;
  const changed =
    'by' in event && event.by && !CHANGES_NO_FORM.includes(event.type) ? { lastChange: { version, by: event.by, at: event.at } } : {};
  const worked = WORK.includes(event.type) ? { byReaction: false } : {};
  return fold({ ...outage, ...changed, ...worked, version, following: followingAfter(outage, event, version) }, event);
}

/** What nobody does who took an outage by mistake, and nobody for such an owner. */
const WORK: readonly OutageEventType[] = [
  ...(['planned', 'updated', 'asked', 'assisted'] as const),
  ...(['hand-over-offered', 'hand-over-declined', 'handed-over'] as const),
];

/** What holds of each outage when it begins. */
const AT_FIRST = {
  takenBy: null,
  following: [],
  reached: {},
  webhooks: [],
  ...{ updates: 0, lastUpdate: '', lastUpdateAt: null, lastNote: null },
  ...{ questions: [], pages: [], files: [] },
  worksSince: null,
  bridge: null,
  tickets: [],
  ...{ absorbed: [], apart: [], joined: [], pulses: [] },
  joins: { count: 0, version: 0 },
  gathered: [],
  team: null,
  objected: false,
  unreachable: [],
  ...{ review: null, deskUnreached: null, restored: null, removed: null },
} satisfies Partial<Facts>;

function begin(event: EventOf<'reported'>): Reported | Requested {
  const { type: _, at, by, request, ...facts } = event;
  const begun: Facts = {
    ...facts,
    request: request && { ...request, number: event.number, promoted: null },
    drill: event.drill && { ...event.drill, over: false },
    version: 1,
    lastChange: { version: 1, by, at },
    reporter: by,
    reportedAt: at,
    ...onLadder(event.policy, at),
    ...AT_FIRST,
    takenBy: event.takenBy ?? null,
    webhooks: event.webhooks ?? [],
    following: beginning(event.following ?? [], { reporter: by, origin: event.origin }, 1),
  };
  return request ? { ...begun, state: 'requested', answer: null } : { ...begun, state: 'reported', back: null };
}

/** `outage` has the version and the last change of the event already. */
function fold(outage: Outage, event: Exclude<OutageEvent, { type: 'reported' }>): Outage {
  switch (event.type) {
    case 'acknowledged': {
      const how = { byReaction: event.byReaction ?? false, notOnCall: !wasOnCall(event, outage) };
      return { ...factsOf(outage), ...take(event.by, event.at, outage), ...how, state: 'acknowledged' };
    }
    case 'taken-back':
      return { ...factsOf(outage), reached: {}, pages: [], back: { by: 'mistake', owner: event.by, at: event.at }, state: 'reported' };
    case 'planned':
      return {
        ...(outage as Acknowledged),
        ...reach((outage as Acknowledged).phase, outage, event),
        firstLook: event.firstLook,
        nextUpdateBy: event.nextUpdateBy,
      };
    case 'updated': {
      const { phase, nextUpdateBy, text } = event;
      const said = text === '' ? {} : { lastUpdate: text, lastUpdateAt: event.at };
      const now = { ...reach(phase, outage, event), updates: outage.updates + 1, ...said };
      return { ...(outage as Acknowledged), ...now, phase, nextUpdateBy, nudges: 0 };
    }
    case 'hand-over-offered':
      return { ...(outage as Acknowledged), offeredTo: event.to };
    case 'hand-over-declined':
      return { ...(outage as Acknowledged), offeredTo: null };
    case 'handed-over': {
      const taken = outage as Acknowledged;
      const owner = { owner: event.by, ownerSince: event.at, notOnCall: false };
      return { ...taken, ...owner, offeredTo: null, helpers: without(taken, event.by) };
    }
    case 'assisted':
      return { ...(outage as Acknowledged), helpers: [...(outage as Acknowledged).helpers, event.person] };
    case 'released':
      return back(outage, event, 'release', outage.policy.again);
    case 'objected':
      return { ...back(outage, event, 'objection', lastCallFor(outage.policy.again)), objected: true };
    case 'reopened':
      return reopened(outage, event);
    case 'pulsed':
      return pulsed(outage, event);
    case 'noted':
      return {
        ...outage,
        lastNote: { by: event.by, text: event.text, at: event.at },
        ...(event.by.id === outage.reporter.id ? { worksSince: event.works ? event.at : null } : {}),
      };
    case 'asked': {
      const { by, at, text, choices } = event;
      return { ...outage, questions: [...outage.questions, { id: outage.version, by, at, text, choices, reminded: false }] };
    }
    case 'replied': {
      const asked = outage.questions.find(({ id }) => id === event.question);
      const questions = outage.questions.filter((one) => !asked || !isSameQuestion(one, asked));
      return { ...outage, questions, lastNote: { by: event.by, text: event.text, at: event.at } };
    }
    case 'reply-missed': {
      const questions = outage.questions.map((one) => (event.questions.includes(one.id) ? { ...one, reminded: true } : one));
      return { ...outage, questions };
    }
    case 'files-added': {
      const { by, at, shared } = event;
      return { ...outage, files: [...outage.files, ...event.files.map((file) => ({ ...file, by, at, shared }))] };
    }
    case 'bridge-set': {
      const { url, shared } = event;
      return { ...outage, bridge: url === '' ? null : { url, shared } };
    }
    case 'ticket-added':
      return { ...outage, tickets: [...outage.tickets, { ...event.ticket, added: outage.version }] };
    case 'ticket-removed':
      return { ...outage, tickets: outage.tickets.filter(({ added }) => added !== event.added) };
    case 'corrected':
      return { ...outage, report: { ...outage.report, ...event.changes } };
    case 'transferred': {
      const { team, reason, plan, replyBy, at, by } = event;
      const ended = { transferredAt: at, transferredBy: by, team, reason, plan, replyBy };
      return { ...factsOf(outage), ...takenOf(outage as Acknowledged), ...ended, state: 'transferred' };
    }
    case 'withdrawn':
      return withdrawn(outage, event.at, event.by, event.reason);
    case 'merged':
      return { ...factsOf(outage), mergedAt: event.at, mergedBy: event.by, into: event.into, state: 'merged' };
    case 'absorbed':
      return { ...outage, absorbed: [...outage.absorbed, event.merged], joined: [...outage.joined, ...event.joined] };
    case 'parted': {
      const { ids, number } = event;
      const left = outage.absorbed.filter(({ id }) => ids.includes(id)).map(({ number }) => number);
      const joined = outage.joined.filter(({ number }) => !left.includes(number));
      const [id = ''] = ids;
      const apart = apartFrom(outage, { id, number }, event);
      return heardOnly({ ...outage, absorbed: outage.absorbed.filter(({ id }) => !ids.includes(id)), apart, joined });
    }
    case 'joined':
      return { ...outage, joined: [...outage.joined, event.joined], joins: { count: outage.joins.count + 1, version: outage.version } };
    case 'left':
      return heardOnly({ ...outage, joined: withoutJoined(outage, event.by.id), joins: { ...outage.joins, version: outage.version } });
    case 'phone-added':
      return { ...outage, joined: outage.joined.map((one) => (one.person.id === event.by.id ? withPhone(one, event.phone) : one)) };
    case 'gathered':
      return { ...outage, gathered: [...outage.gathered, event.likeness] };
    case 'resolved': {
      const over = { resolvedAt: event.at, resolvedBy: event.by, resolution: event.text };
      return {
        ...factsOf(outage),
        ...takenOf(outage as Acknowledged),
        ...over,
        ...reach('resolved', outage, event),
        pulses: [],
        state: 'resolved',
      };
    }
    case 'reviewed':
    case 'follow-up-done':
    case 'follow-up-due':
      return { ...outage, review: reviewAfter(outage.review, event, outage.version) };
    case 'answered': {
      const { type: _, ...answer } = event;
      return { ...(outage as Requested), answer };
    }
    case 'promoted': {
      const { at, by, number, desk, followers, webhooks = [], policy, onCall } = event;
      const promoted = outage.request && { ...outage.request, promoted: { by, at, version: outage.version } };
      const anew = { reached: {}, number, desk, followers, webhooks, policy, onCall, ...onLadder(policy, at), request: promoted };
      return { ...factsOf(outage), ...anew, back: null, state: 'reported' };
    }
    case 'closed':
      return { ...(outage as Resolved), pulses: said(outage, event, 'works'), state: 'closed', closedAt: event.at, closedBy: event.by };
    case 'escalated':
      return { ...outage, rungsPassed: event.rung + 1, nobodyPaged: nobodyPagedAfter(outage, event), pages: pagesAfter(outage, event) };
    case 'paged':
      return { ...outage, pages: pagesAfter(outage, event) };
    case 'page-missed':
      return { ...outage, nobodyPaged: outage.nobodyPaged || event.missed.length === 0, pages: pagesAfter(outage, event) };
    case 'breached':
      return { ...outage, breachedAt: event.dueAt };
    case 'update-missed':
      return { ...(outage as Acknowledged), nudges: event.nudge + 1 };
    case 'drill-ended': {
      const over = { ...outage, drill: outage.drill && { ...outage.drill, over: true } };
      return isOpen(over) ? withdrawn(over, event.at, over.reporter, '') : over;
    }
    case 'place-lost':
      return { ...outage, unreachable: [...outage.unreachable, event.place] };
    case 'followed':
    case 'unfollowed':
      return outage;
    case 'desk-unreached':
      return { ...outage, deskUnreached: { at: event.at, until: null } };
    case 'desk-reached':
      return { ...outage, deskUnreached: outage.deskUnreached && { ...outage.deskUnreached, until: event.at } };
    case 'restored':
      return { ...outage, pages: [], restored: { to: event.to, at: event.at, version: outage.version } };
    case 'personal-data-removed': {
      const { at, of } = event;
      const asked = [...(outage.removed?.of ?? []), ...(of ? [of.id] : [])];
      return { ...outage, removed: { at, of: asked, everybody: of === null } };
    }
    default:
      throw new Error(`unknown event ${(event satisfies never as OutageEvent).type}`);
  }
}

function back(outage: Outage, event: Back, by: BackBy, ladder: Ladder): Reported {
  const apart = outage.state === 'merged' ? apartFrom(outage, outage.into, event) : outage.apart;
  // What was asked before it ended is not waited for any more: the reminder would come at once.
  const hadEnded = by === 'reopening' || by === 'objection';
  const questions = hadEnded ? outage.questions.map((one) => ({ ...one, reminded: true })) : outage.questions;
  const facts = { ...factsOf(outage), apart, questions, pages: [], reached: {}, worksSince: null, ...onLadder(ladder, event.at) };
  return { ...facts, back: { by, owner: ownerOf(outage), at: event.at }, state: 'reported' };
}

function withdrawn(outage: Outage, at: Instant, by: Person, reason: string): Withdrawn {
  return { ...factsOf(outage), pulses: [], withdrawnAt: at, withdrawnBy: by, reason, owner: ownerOf(outage), state: 'withdrawn' };
}

/** Those for whom it works may say something else now. */
function reopened(outage: Outage, event: EventOf<'reopened'>): Reported {
  const pulses = said(outage, event, 'down').filter(({ says }) => says === 'down');
  const { by, at, reason: text } = event;
  return { ...back(outage, event, 'reopening', outage.policy.again), pulses, ...(text && { lastNote: { by, text, at } }) };
}

function pulsed(outage: Outage, event: EventOf<'pulsed'>): Outage {
  const { by, at, says, text } = event;
  const joins = { ...outage.joins, version: outage.version };
  const word = by.id === outage.reporter.id ? { worksSince: says === 'works' ? at : null } : {};
  return { ...outage, ...word, joins, pulses: said(outage, event, says), ...(text && { lastNote: { by, text, at } }) };
}

/** Whoever is not affected any more does not count. */
const heardOnly = (outage: Outage): Outage => ({ ...outage, pulses: heardFrom(outage) });

const pick = <From extends object, Key extends keyof From>(from: From, keys: readonly Key[]): Pick<From, Key> =>
  Object.fromEntries(keys.map((key) => [key, from[key]])) as Pick<From, Key>;
/** What is kept of the owner and their work when somebody ends it. */
const takenOf = (taken: Acknowledged) => pick(taken, ['owner', 'ownerSince', 'acknowledgedAt', 'phase', 'helpers']);
const without = ({ helpers }: Acknowledged, { id }: Person) => helpers.filter((helper) => helper.id !== id);

const FACTS = Object.keys({
  ...{ id: 0, number: 0, version: 0, lastChange: 0, reporter: 0, report: 0 },
  ...{ origin: 0, desk: 0, followers: 0, policy: 0, onCall: 0 },
  ...{ reportedAt: 0, maintenance: 0 },
  ...{ ladderFrom: 0, ladder: 0, acknowledgeBy: 0, rungsPassed: 0 },
  ...{ breachedAt: 0, nobodyPaged: 0 },
  ...AT_FIRST,
  ...{ drill: 0, request: 0 },
} satisfies Record<keyof Facts, unknown>) as (keyof Facts)[];

const factsOf = (outage: Outage): Facts => pick(outage, FACTS);

export const replay = (events: readonly OutageEvent[]): Outage | null => events.reduce<Outage | null>(evolve, null);
