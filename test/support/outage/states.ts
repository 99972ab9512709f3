/** An action of each type and an outage in each state, for tests of the whole life of an outage. */
import type { Action } from '../../../src/outage/actions.ts';
import type { OutageEvent } from '../../../src/outage/events.ts';
import { numberOf, type Outage, type OutageState } from '../../../src/outage/types/outage.ts';
import { storedPersonKey } from '../../../src/outage/types/person-key.ts';
import { START } from '../clock.ts';
import { MINUTE_MS, run } from './apply.ts';
import {
  colleague,
  engineer,
  reporter,
  sampleAcknowledgeAction,
  sampleJoinAction,
  sampleMarkUnreachableAction,
  sampleOnCall,
  samplePassDeadlineAction,
  sampleReportAction,
  sampleResolveAction,
  sampleRestoreAction,
  sampleUpdateAction,
  secondEngineer,
} from './sample.ts';

export { colleague } from './sample.ts';

type ActionOf<Type extends Action['type']> = Extract<Action, { type: Type }>;

const outageId = 'nonce-1';
const at = START + 6 * MINUTE_MS;
const byEngineer = { outageId, at, by: engineer, seen: null };
const byReporter = { outageId, at, by: reporter };
const onCall = sampleOnCall;
const { desk, followers, policy } = sampleReportAction();
const TENANT = desk.tenantId;

const TICKET = { name: 'INC0012345', url: null } as const;

/** The outage that a merge names. */
export const OTHER = { id: 'nonce-2', number: 1002, state: 'acknowledged', absorbed: [], apart: [] } as const;

/** An action of each type, by the usual person, six minutes after the report unless it says otherwise. */
export const SAMPLES: { readonly [Type in Action['type']]: ActionOf<Type> } = {
  report: sampleReportAction(),
  acknowledge: sampleAcknowledgeAction(),
  'take-back': { ...byEngineer, type: 'take-back', onCall },
  plan: { ...byEngineer, type: 'plan', firstLook: 'The load balancer', nextUpdateInMs: 15 * MINUTE_MS },
  update: sampleUpdateAction(),
  'hand-over': { ...byEngineer, type: 'hand-over', to: secondEngineer },
  accept: { ...byEngineer, type: 'accept', by: secondEngineer },
  decline: { ...byEngineer, type: 'decline', by: secondEngineer },
  assist: { ...byEngineer, type: 'assist', person: secondEngineer },
  release: { ...byEngineer, type: 'release', reason: 'I have to leave.', onCall },
  pulse: { ...byReporter, type: 'pulse', says: 'down', text: '', onCall },
  note: { ...byEngineer, type: 'note', text: 'Looks like the certificate again.', shown: false },
  ask: { ...byEngineer, type: 'ask', text: 'Does it fail for every company?', choices: ['Yes', 'No'] },
  reply: { ...byReporter, type: 'reply', question: 3, text: 'For every company.' },
  'add-files': {
    ...byReporter,
    type: 'add-files',
    shared: false,
    files: [
      { id: 'file-1', name: 'Checkout, 503.png', kind: 'png', bytes: 48_000, hash: 'a1'.repeat(32) },
      { id: 'file-2', name: 'checkout.log', kind: 'text', bytes: 2_400_000, hash: 'b2'.repeat(32) },
    ],
  },
  'set-bridge': { ...byEngineer, type: 'set-bridge', url: 'https://teams.microsoft.com/meet/1234567890', shared: false },
  'add-ticket': { ...byEngineer, type: 'add-ticket', ticket: TICKET },
  'remove-ticket': { ...byEngineer, type: 'remove-ticket', ticket: TICKET },
  correct: { ...byReporter, type: 'correct', seen: null, changes: { title: 'Checkout answers 503, and search too' } },
  transfer: {
    ...byEngineer,
    type: 'transfer',
    team: {
      id: 'support',
      name: 'Product support',
      room: { kind: 'channel', conversationId: '19:support@thread.tacv2', tenantId: TENANT },
    },
    reason: 'One form is slow; the rest works.',
    plan: { name: 'Standard', replyWithinMs: 8 * 60 * MINUTE_MS },
  },
  object: { ...byReporter, type: 'object', reason: 'Nobody can sell anything.', onCall },
  withdraw: { ...byReporter, type: 'withdraw', reason: 'It was our own firewall.' },
  merge: { ...byEngineer, type: 'merge', intoId: 'nonce-2', into: OTHER },
  absorb: {
    ...byEngineer,
    type: 'absorb',
    projectId: sampleReportAction().report.project.id,
    merged: {
      id: 'nonce-3',
      number: 1003,
      reporter: { id: storedPersonKey('aad-noa'), name: 'Noa Levi' },
      origin: { ...sampleReportAction().origin, conversationId: 'a:noa', cardId: 'card-3' },
    },
    joined: [],
  },
  resolve: sampleResolveAction(),
  confirm: { ...byReporter, type: 'confirm' },
  review: {
    ...byEngineer,
    type: 'review',
    cause: 'A certificate ended.',
    helped: 'Renewing it.',
    followUps: [{ text: 'Watch the end of certificates.', owner: secondEngineer, dueAt: START + 3_000 * MINUTE_MS, place: 0 }],
  },
  'follow-up-done': { ...byEngineer, type: 'follow-up-done', id: 1 },
  reopen: { ...byReporter, type: 'reopen', reason: 'Payments fail again.', onCall },
  promote: { ...byEngineer, type: 'promote', number: 1042, desk, followers, policy, onCall },
  join: sampleJoinAction(),
  leave: { outageId, at, by: colleague, type: 'leave' },
  follow: { ...byEngineer, type: 'follow', by: colleague, tenantId: TENANT, noise: 'everything' },
  unfollow: { outageId, at, by: colleague, type: 'unfollow' },
  'add-phone': { outageId, at, by: colleague, type: 'add-phone', phone: '+49 30 999999' },
  part: { outageId, at, partedBy: byEngineer.by, type: 'part', parted: { number: 1003, ids: ['nonce-3'] } },
  'suggest-merge': {
    outageId,
    at,
    type: 'suggest-merge',
    likeness: 'scenario',
    others: [{ id: 'nonce-4', number: 1004, reporter: 'Noa Levi', project: 'Mill', environment: 'Mill Production' }],
  },
  'pass-deadline': samplePassDeadlineAction(),
  'note-page': { type: 'note-page', outageId, at, pagerId: 'ops', of: 4, outcome: 'answered', onCall: sampleOnCall },
  'mark-unreachable': sampleMarkUnreachableAction(),
  'note-desk-unreached': { type: 'note-desk-unreached', outageId, at: START + MINUTE_MS, afterMs: MINUTE_MS, posted: false },
  'note-desk-reached': { type: 'note-desk-reached', outageId, at: START + 4 * MINUTE_MS, posted: true },
  restore: sampleRestoreAction(),
  'remove-personal-data': {
    outageId,
    at,
    type: 'remove-personal-data',
    of: { id: reporter.id, name: '' },
    endedBefore: Number.MAX_SAFE_INTEGER,
  },
};

/** The same action, so many minutes after the report, with other facts. */
export const sample = <Type extends Action['type']>(
  type: Type,
  minutes: number,
  overrides: Partial<ActionOf<Type>> = {},
): ActionOf<Type> => ({
  ...SAMPLES[type],
  at: START + minutes * MINUTE_MS,
  ...overrides,
});

/** A request, with a reply time of eight hours. */
export const sampleRequest = sampleReportAction({
  number: numberOf('request', 7),
  followers: [],
  request: {
    queue: { kind: 'channel', conversationId: '19:queue@thread.tacv2', tenantId: TENANT },
    plan: { name: 'Standard', replyWithinMs: 8 * 60 * MINUTE_MS },
  },
});

type Run = { readonly outage: Outage; readonly events: readonly OutageEvent[] };
const taken = [sample('report', 0), sample('acknowledge', 5)] as const;
const resolved = [...taken, sample('resolve', 20)] as const;

/** Taken by a reaction, five minutes after the report. */
export const TAKEN_BY_REACTION = run(sample('report', 0), sample('acknowledge', 5, { byReaction: true }));

/** An outage in each state, by the fewest actions. */
export const IN_STATE: { readonly [state in OutageState]: Run } = {
  reported: run(sample('report', 0)),
  acknowledged: run(...taken),
  transferred: run(...taken, sample('transfer', 20)),
  withdrawn: run(sample('report', 0), sample('withdraw', 20)),
  merged: run(...taken, sample('merge', 20)),
  resolved: run(...resolved),
  requested: run(sampleRequest),
  closed: run(...resolved, sample('confirm', 30)),
};
