/** Sample actions, starting with a report as a customer would make it, and what the core makes of them. Everything can be overridden. */
import type { OutageTransaction, Recorded } from '../../../src/engine/ports/outages.ts';
import type { Action, ActionOf, ReportAction } from '../../../src/outage/actions.ts';
import { decide } from '../../../src/outage/decide/decide.ts';
import { formatDestination } from '../../../src/outage/destinations.ts';
import { evolve } from '../../../src/outage/evolve.ts';
import { type Notice, notices } from '../../../src/outage/notices.ts';
import { deadlines } from '../../../src/outage/promise.ts';
import type { Outage } from '../../../src/outage/types/outage.ts';
import { storedPersonKey } from '../../../src/outage/types/person-key.ts';
import type { Actor, Follower, Ladder, OnCall, Policy, Report } from '../../../src/outage/types/values.ts';
import { START } from '../clock.ts';

const MINUTE_MS = 60_000;
export const TENANT = '72f988bf-86f1-41af-91ab-2d7cd011db47';

export const reporter: Actor = { id: storedPersonKey('aad-mia'), name: 'Mia Winter', roles: ['customer'] };
/** Somebody of the same customer who did not report it. */
export const colleague: Actor = { id: storedPersonKey('aad-eve'), name: 'Eve Adams', roles: ['customer'] };
export const engineer: Actor = { id: storedPersonKey('aad-sam'), name: 'Sam Okafor', roles: ['engineer'] };
export const secondEngineer: Actor = { id: storedPersonKey('aad-lin'), name: 'Lin Zhao', roles: ['engineer'] };
export const sampleOnCall: OnCall = { primary: [engineer], secondary: [secondEngineer], 'duty-manager': [] };

const breach: Ladder['breach'] = { levels: ['primary', 'secondary', 'duty-manager'], direct: true, repeatEveryMs: 15 * MINUTE_MS };
export const samplePolicy: Policy = {
  acknowledgeWithinMs: 30 * MINUTE_MS,
  rungs: [
    { afterMs: 15 * MINUTE_MS, kind: 'reminder', levels: ['primary'], direct: false },
    { afterMs: 25 * MINUTE_MS, kind: 'last-call', levels: ['primary', 'secondary'], direct: true },
  ],
  breach,
  again: {
    acknowledgeWithinMs: 12 * MINUTE_MS,
    rungs: [{ afterMs: 6 * MINUTE_MS, kind: 'reminder', levels: ['primary'], direct: false }],
    breach,
  },
  updateEveryMs: 60 * MINUTE_MS,
  laterAfterMs: 120 * MINUTE_MS,
  laterUpdateEveryMs: 90 * MINUTE_MS,
  nudgeEveryMs: 10 * MINUTE_MS,
  reopenWithinMs: 48 * 60 * MINUTE_MS,
  reopenAtStillDown: 1,
  closeAfterMs: 24 * 60 * MINUTE_MS,
};

export const OPS = { id: 'ops', callsPeople: false };
export const PHONES = { id: 'phones', callsPeople: true };
/** The same, but a service rings at the last call, and phones at the breach, too. */
export function pagingPolicy(policy: Policy): Policy {
  const paging = (ladder: Ladder): Ladder => ({
    ...ladder,
    rungs: ladder.rungs.map((rung) => (rung.kind === 'last-call' ? { ...rung, page: [OPS] } : rung)),
    breach: { ...ladder.breach, page: [OPS, PHONES] },
  });
  return { ...policy, ...paging(policy), again: paging(policy.again) };
}

export const sampleReport: Report = {
  project: { id: 'shop', name: 'Web shop' },
  environment: { id: 'shop-production', name: 'Production', url: 'https://shop.example.com' },
  scenario: { id: 'unreachable', title: 'Nobody can reach it' },
  title: 'Checkout answers 503',
  description: 'Since the morning every payment fails with a white page.',
  beganAt: START - 10 * MINUTE_MS,
  affected: 'All customers in Europe',
  impact: 'No orders come in',
  recentChanges: 'None that we know of',
  answers: [{ id: 'second-network', question: 'Is it the same from a second network?', answer: 'Yes' }],
  contact: {
    name: 'Mia Winter',
    email: 'mia.winter@customer.example',
    phone: '+4930123456',
    aroundTheClock: true,
    secondContact: 'Jonas Frey, +4930654321',
    timeZone: 'Europe/Berlin',
    language: 'en',
  },
};

export const sampleFollower: Follower = { id: 'board', kind: 'channel', conversationId: '19:board@thread.tacv2', tenantId: TENANT };

/** A report that the core accepts; its outage has one follower and a card at its origin. */
export function sampleReportAction(overrides: Partial<ReportAction> = {}): ReportAction {
  return {
    type: 'report',
    outageId: 'nonce-1',
    at: START,
    by: reporter,
    number: 1001,
    report: sampleReport,
    origin: {
      kind: 'personal',
      conversationId: 'a:mia',
      tenantId: TENANT,
      serviceUrl: 'https://smba.trafficmanager.net/emea/',
      cardId: 'card-1',
    },
    desk: { kind: 'channel', conversationId: '19:desk@thread.tacv2', tenantId: TENANT },
    followers: [sampleFollower],
    policy: samplePolicy,
    onCall: sampleOnCall,
    drill: null,
    request: null,
    ...overrides,
  };
}

export function sampleAcknowledgeAction(overrides: Partial<ActionOf<'acknowledge'>> = {}): ActionOf<'acknowledge'> {
  return { type: 'acknowledge', outageId: 'nonce-1', at: START + 5 * MINUTE_MS, by: engineer, ...overrides };
}

export function sampleUpdateAction(overrides: Partial<ActionOf<'update'>> = {}): ActionOf<'update'> {
  return {
    type: 'update',
    outageId: 'nonce-1',
    at: START + 10 * MINUTE_MS,
    by: engineer,
    text: 'We found the cause and are rolling back.',
    phase: 'mitigating',
    nextUpdateInMs: null,
    seen: null,
    ...overrides,
  };
}

export function sampleResolveAction(overrides: Partial<ActionOf<'resolve'>> = {}): ActionOf<'resolve'> {
  const text = 'The service was restarted; payments have worked since 9:15.';
  return { type: 'resolve', outageId: 'nonce-1', at: START + 20 * MINUTE_MS, by: engineer, text, seen: null, ...overrides };
}

export function sampleJoinAction(overrides: Partial<ActionOf<'join'>> = {}): ActionOf<'join'> {
  const { project, environment, contact } = sampleReport;
  return {
    type: 'join',
    outageId: 'nonce-1',
    at: START + 4 * MINUTE_MS,
    by: colleague,
    project,
    environment: { id: environment.id, name: environment.name },
    said: 'Nothing can be paid here either.',
    contact: { name: 'Eve Adams', email: 'eve@customer.example', phone: '', timeZone: contact.timeZone, language: 'en' },
    origin: { ...sampleReportAction().origin, conversationId: 'a:eve', cardId: 'card-eve' },
    ...overrides,
  };
}

export function samplePassDeadlineAction(overrides: Partial<ActionOf<'pass-deadline'>> = {}): ActionOf<'pass-deadline'> {
  return { type: 'pass-deadline', outageId: 'nonce-1', at: START + 15 * MINUTE_MS, onCall: sampleOnCall, ...overrides };
}

export function sampleMarkUnreachableAction(overrides: Partial<ActionOf<'mark-unreachable'>> = {}): ActionOf<'mark-unreachable'> {
  const reason = '403 BotNotInConversationRoster';
  return { type: 'mark-unreachable', outageId: 'nonce-1', at: START + 15 * MINUTE_MS, place: 'follower:board', reason, ...overrides };
}

/** The records were put back to eleven minutes after the report. */
export function sampleRestoreAction(overrides: Partial<ActionOf<'restore'>> = {}): ActionOf<'restore'> {
  return { type: 'restore', outageId: 'nonce-1', at: START + 12 * MINUTE_MS, to: START + 11 * MINUTE_MS, ...overrides };
}

export type Change = Parameters<OutageTransaction['append']>[0];

/** What the engine would store for an action. Throws when the core rejects it. Each destination is a lane of its own unless `laneOf` says otherwise. */
export function changeFor(
  action: Action,
  before: Recorded | null,
  laneOf: (notice: Notice) => string = ({ destination }) => formatDestination(destination),
): Change {
  const decision = decide(action, before?.outage ?? null);
  if ('rejection' in decision) throw new Error(`'${action.type}' was rejected: ${decision.rejection.type}`);
  const { events } = decision;
  const outage = events.reduce<Outage | null>(evolve, before?.outage ?? null);
  if (!outage) throw new Error(`'${action.type}' made no outage`);
  const told = events.length > 0 ? notices(events, outage, before) : [];
  return { before, events, outage, notices: told.map((notice) => ({ ...notice, lane: laneOf(notice) })), deadlines: deadlines(outage) };
}
