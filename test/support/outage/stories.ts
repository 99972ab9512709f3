/** Outages in every condition that a card can show, each made by the actions that lead to it. */
import type { Action, ReportAction } from '../../../src/outage/actions.ts';
import type { OutageEvent } from '../../../src/outage/events.ts';
import { speedUp } from '../../../src/outage/promise.ts';
import type { Says } from '../../../src/outage/types/affected.ts';
import { MOST_TICKETS, readTicket } from '../../../src/outage/types/links.ts';
import { numberOf, type Outage } from '../../../src/outage/types/outage.ts';
import type { PageOutcome } from '../../../src/outage/types/pages.ts';
import { clientKey, storedPersonKey } from '../../../src/outage/types/person-key.ts';
import { type Actor, type Origin, ownChatIn } from '../../../src/outage/types/values.ts';
import { FIELDS } from '../../../src/report/fields.ts';
import { START } from '../clock.ts';
import { freeTexts } from '../report/free-text.ts';
import { MINUTE_MS, run } from './apply.ts';
import * as sample from './sample.ts';
import { OTHER, SAMPLES } from './states.ts';

/** `typed`: a text of people, at most as long as its field takes; `name`: how people are called. */
/** `place`: what the desk file calls a customer, an environment and a kind of outage, if not as usual. */
export type Texts = { readonly typed: (limit: number) => string; readonly name: string; readonly place?: string };
export const CALM: Texts = { typed: (limit) => 'Nothing can be posted since the morning run.'.slice(0, limit), name: 'Mia Winter' };

/** The contact, which only some cards may show. */
export const SECRETS = { phone: '+4930123456', email: 'mia.winter@customer.example' } as const;
export const NOW = START + 70 * MINUTE_MS;
export const at = (minutes: number) => START + minutes * MINUTE_MS;

export type Story = { readonly outage: Outage; readonly events: readonly OutageEvent[] };

export function stories({ typed, name, place }: Texts, origin: Origin['kind']) {
  const sam: Actor = { ...sample.engineer, name };
  const lin: Actor = { ...sample.secondEngineer, name };
  const text = typed(4000);
  const onCall = { primary: [sam], secondary: [lin], 'duty-manager': [{ id: storedPersonKey('aad-duty'), name }] };
  const { contact } = sample.sampleReport;
  const reported = sample.sampleReportAction({
    by: { ...sample.reporter, name },
    onCall,
    origin: { ...sample.sampleReportAction().origin, kind: origin },
    report: {
      ...sample.sampleReport,
      project: { ...sample.sampleReport.project, name: place ?? sample.sampleReport.project.name },
      environment: { ...sample.sampleReport.environment, name: place ?? sample.sampleReport.environment.name },
      scenario: { ...sample.sampleReport.scenario, title: place ?? sample.sampleReport.scenario.title },
      affected: 'most',
      answers: Array.from({ length: 8 }, (_, index) => ({ id: `q${index}`, question: 'Which session is stalled?', answer: typed(500) })),
      ...freeTexts('report', typed),
      contact: { ...contact, ...SECRETS, ...freeTexts('contact', typed) },
    },
  });
  const pass = (minutes: number) => sample.samplePassDeadlineAction({ at: at(minutes), onCall });
  const acknowledged = sample.sampleAcknowledgeAction({ by: sam });
  const updated = sample.sampleUpdateAction({ by: sam, text });
  const resolved = sample.sampleResolveAction({ by: lin, text, at: at(66) });
  const restored = sample.sampleRestoreAction();
  const unsure: Action = {
    ...reported,
    report: { ...reported.report, beganAt: null, contact: { ...reported.report.contact, aroundTheClock: false } },
  };
  const common = { outageId: reported.outageId, onCall };
  const reaction: Action = { ...acknowledged, byReaction: true };
  const takenBack = (minutes: number): Action => ({ ...common, type: 'take-back', at: at(minutes), by: sam });
  const drill = (mentions: boolean): Action => ({
    ...reported,
    by: sam,
    policy: speedUp(reported.policy),
    followers: [],
    number: -1,
    drill: { mentions },
  });
  const came = [
    { key: `${reported.outageId}/opening/desk/1`, storedAt: at(0), arrivedAt: at(0), error: null },
    { key: `${reported.outageId}/ping/desk/2`, storedAt: at(0.3), arrivedAt: at(0.4), error: null },
    { key: `${reported.outageId}/direct/person:aad-sam/2`, storedAt: at(0.3), arrivedAt: null, error: text },
    { key: `${reported.outageId}/news/origin/3`, storedAt: at(0.4), arrivedAt: null, error: null },
  ];
  const unreached = { ...SAMPLES['note-desk-unreached'], outageId: reported.outageId, inPerson: [sam] };
  const reachedAt = (minutes: number): Action => ({ ...SAMPLES['note-desk-reached'], outageId: reported.outageId, at: at(minutes) });
  const mia: Actor = { ...sample.reporter, name };
  const seen = null;
  const helped: Action = { ...common, type: 'assist', at: at(7), by: sam, person: lin };
  const offered: Action = { ...common, type: 'hand-over', at: at(8), by: sam, to: lin };
  const files: Action = {
    ...{ ...common, type: 'add-files', at: at(9), by: mia, shared: false },
    files: SAMPLES['add-files'].files.map((file) => ({ ...file, name: `${typed(60)}.${file.kind === 'png' ? 'png' : 'log'}` })),
  };
  const nothingNew = sample.sampleUpdateAction({ by: sam, text: '', at: at(40) });
  const team = { id: 'functional', name, room: { kind: 'channel', conversationId: '19:team@thread.tacv2', tenantId: 'tenant' } } as const;
  const transferred: Action = {
    ...common,
    type: 'transfer',
    at: at(20),
    by: lin,
    team,
    reason: text,
    seen,
    plan: { name, replyWithinMs: 4 * 60 * MINUTE_MS },
  };
  const objected: Action = { ...common, type: 'object', at: at(25), by: mia, reason: typed(1000) };
  const withdrawn: Action = { ...common, type: 'withdraw', at: at(9), by: mia, reason: typed(1000) };
  const into = { ...OTHER, id: 'nonce-4', number: 1004 } as const;
  const merged: Action = { ...common, type: 'merge', at: at(10), by: sam, intoId: 'nonce-4', into, seen };
  const other = {
    id: 'nonce-2',
    number: 1002,
    reporter: { id: storedPersonKey('aad-joe'), name },
    origin: { ...reported.origin, kind: origin },
  };
  const absorbed: Action = {
    ...common,
    type: 'absorb',
    at: at(8),
    by: sam,
    merged: other,
    joined: [],
    projectId: reported.report.project.id,
  };
  const eve: Actor = { ...sample.colleague, name };
  const inPlace = { ...sample.sampleJoinAction().origin, kind: origin };
  const joins = (index: number, more: object = {}): Action => ({
    ...sample.sampleJoinAction({
      at: at(4 + index / 10),
      by: index === 0 ? eve : { ...eve, id: storedPersonKey(`aad-${index}`) },
      said: typed(2000),
    }),
    origin: index === 0 ? inPlace : { ...inPlace, conversationId: `a:${index}` },
    ...more,
  });
  const phone: Action = { ...common, type: 'add-phone', at: at(7), by: eve, phone: '+49 30 999999' };
  const many = Array.from({ length: 11 }, (_, index) => joins(index));
  const alike = Array.from({ length: 60 }, (_, index) => ({
    id: `alike-${index}`,
    number: 1010 + index,
    reporter: name,
    project: name,
    environment: typed(100),
  }));
  const gathered: Action = { ...common, type: 'suggest-merge', at: at(5), likeness: 'scenario', others: alike };
  const theirs = {
    person: { id: eve.id, name },
    number: 1002,
    ...sample.sampleJoinAction(),
    origin: { ...inPlace, cardId: null },
  };
  const ask = (minutes: number, question: string, choices: readonly string[] = []): Action => ({
    ...common,
    ...{ type: 'ask', at: at(minutes), by: sam, text: question, choices, seen },
  });
  const replied = (minutes: number): Action => ({ ...common, type: 'reply', at: at(minutes), by: mia, question: 3, text });
  /** How it is for somebody affected. */
  const pulse = (minutes: number, by: Actor, says: Says, said = ''): Action => ({
    ...{ ...common, type: 'pulse', at: at(minutes), by, says, text: said },
  });
  const reopened = (by: Actor): Action => ({ ...common, type: 'reopen', at: at(68), by, reason: typed(1000) });
  const late: Action = { ...resolved, at: at(75) };
  const again: Action = { ...common, type: 'reopen', at: at(78), by: mia, reason: typed(1000) };
  const released: Action = { ...common, type: 'release', at: at(31), by: sam, reason: text, seen };
  const changed = (limit: number) => `${typed(limit - 2)}.`;
  const corrected: Action = {
    ...common,
    type: 'correct',
    at: at(12),
    by: mia,
    seen,
    changes: {
      // In the order in which a timeline names them; then all other texts, but for whom it was reported stays.
      title: changed(FIELDS.title.limit),
      description: changed(FIELDS.description.limit),
      affected: 'some',
      beganAt: null,
      ...freeTexts('report', changed),
      recentChanges: '',
      onBehalfOf: typed(FIELDS.onBehalfOf.limit),
      contact: { ...reported.report.contact, name, phone: '+49 30 654321', aroundTheClock: false, language: 'da' },
    },
  };
  const reclassified: Action = {
    ...common,
    type: 'correct',
    at: at(13),
    by: sam,
    seen,
    changes: { scenario: { id: 'slow', title: 'It is slow' }, environment: { id: 'east', name: 'East', url: '' } },
  };
  const requested: ReportAction = {
    ...reported,
    number: numberOf('request', 7),
    followers: [],
    request: { queue: { ...reported.desk, conversationId: '19:queue@thread.tacv2' }, plan: { name, replyWithinMs: 4 * 60 * MINUTE_MS } },
  };
  const bridge = (minutes: number, url: string, shared = false): Action => ({
    ...common,
    ...{ type: 'set-bridge', at: at(minutes), by: sam, url, shared },
  });
  const call = 'https://teams.microsoft.com/meet/1';
  const tickets = ['INC0012345', `https://example.com/browse/${typed(60)}`, 'https://example.com/nav_to.do?id=7'].flatMap(
    (one, index): Action[] => {
      const ticket = readTicket(one);
      return ticket ? [{ ...common, type: 'add-ticket', at: at(11 + index), by: sam, ticket }] : [];
    },
  );
  const manyTickets = Array.from({ length: MOST_TICKETS }, (_, index): Action => {
    const ticket = readTicket(`https://example.com/browse/INC000000000000${index}?is=${'x'.repeat(900)}`) ?? { name: 'INC1', url: null };
    return { ...common, type: 'add-ticket', at: at(11 + index), by: sam, ticket };
  });
  const elsewhere: Action = { ...reported, by: { ...reported.by, id: storedPersonKey('7e9a1c00-0000-4000-8000-00000000beef.aad-mia') } };
  const unplanned: Action = { ...requested, request: { queue: requested.request?.queue ?? reported.desk, plan: null } };
  const { desk, followers, policy } = reported;
  const promoted: Action = { ...common, type: 'promote', at: at(9), by: sam, number: 1009, desk, followers, policy };
  const answered: Action = { ...resolved, by: sam, at: at(20) };
  const called: ReportAction = { ...reported, takenBy: sam, origin: { ...ownChatIn('tenant', true), kind: origin } };
  const unknownCaller: ReportAction = {
    ...called,
    by: sam,
    origin: { ...ownChatIn('tenant', false), kind: origin },
    report: {
      ...reported.report,
      onBehalfOf: typed(FIELDS.onBehalfOf.limit),
      beganAt: null,
      contact: { ...reported.report.contact, email: '', aroundTheClock: false, secondContact: '' },
    },
  };
  const monitor: Actor = { id: clientKey('monitor'), name, roles: ['client'] };
  const { takenBy: _, ...unread } = unknownCaller;
  const { contact: named } = reported.report;
  const byProgram: ReportAction = { ...unread, by: monitor, report: { ...reported.report, contact: { ...named, secondContact: '' } } };
  const unnamed = { ...byProgram.report, contact: { ...named, name: monitor.name, secondContact: '' } };
  const works: Action = { ...common, type: 'note', at: at(8), by: monitor, text, shown: false, works: true };
  const pagedReport: ReportAction = { ...reported, policy: sample.pagingPolicy(reported.policy) };
  const pages = (minutes: number): Action =>
    ({ ...pass(minutes), numbers: { [sam.id]: '+45 .. ..56', [lin.id]: '+45 .. ..57' } }) as Action;
  const pageNoted = (minutes: number, pagerId: string, of: number, outcome: PageOutcome): Action => ({
    ...common,
    ...{ type: 'note-page', at: at(minutes), pagerId, of, outcome },
  });
  /** `minutes`: after the report. One follow-up is due the next day, the other three days later. */
  const review = (minutes: number, by: Actor, more: object = {}): Action => ({
    ...{ ...common, type: 'review', at: at(minutes), by, seen, cause: typed(2000), helped: typed(2000) },
    followUps: [
      { text: typed(300), owner: lin, dueAt: at(1_440), place: 0 },
      { text: `${typed(290)} (2)`, owner: sam, dueAt: at(4_320), place: 1 },
    ],
    ...more,
  });
  const due = (minutes: number, gone: readonly string[] = []) => ({ ...pass(minutes), gone });
  const followUpDone = (minutes: number, followUp: number): Action => ({
    ...{ ...common, type: 'follow-up-done', at: at(minutes), by: lin, id: followUp },
  });
  const manyFollowUps = Array.from({ length: 5 }, (_, place) => ({
    ...{ text: `${typed(290)} (${place})`, owner: place % 2 ? lin : sam, dueAt: at(1_440 * (place + 1)), place },
  }));
  const samsPhone = `phones+${sam.id}`;
  return {
    'reported by a program, to its end': run(byProgram, works, acknowledged, ask(9, text), updated, pass(71), late, pass(100)),
    'reported by a program, and merged with a call': run(
      { ...byProgram, report: unnamed },
      { ...absorbed, merged: { ...other, origin: unknownCaller.origin } },
      updated,
    ),
    'noted by a program': run(reported, acknowledged, works),
    requested: run(requested),
    'requested without a plan': run(unplanned),
    'requested, noted, corrected': run(requested, { ...common, type: 'note', at: at(4), by: sam, text, shown: false }, corrected),
    'requested and answered': run(requested, answered),
    'requested and withdrawn': run(requested, withdrawn),
    'requested, then an outage': run(requested, promoted, { ...acknowledged, at: at(12) }, updated),
    'requested, then an outage that waits': run(requested, { ...promoted, at: at(30) }),
    'taken by a reaction': run(reported, reaction),
    'taken by a reaction, and back': run(reported, reaction, takenBack(11)),
    'taken by a reaction, and back late': run(reported, absorbed, pass(25), { ...reaction, at: at(26) }, takenBack(34)),
    'taken by somebody who was not on call': run(
      reported,
      { ...acknowledged, by: { ...sam, id: storedPersonKey('aad-kim') }, onCall },
      helped,
    ),
    'with a call and tickets': run(reported, acknowledged, bridge(10, call, true), ...tickets, updated),
    'with a call for the desk, taken away': run(
      reported,
      bridge(4, call),
      bridge(5, 'https://teams.microsoft.com/meet/2'),
      bridge(6, ''),
      ...tickets,
      { ...common, type: 'remove-ticket', at: at(15), by: sam, ticket: { name: 'INC0012345', url: null } },
    ),
    'with as many tickets as fit, to its end': run(reported, acknowledged, bridge(10, call, true), ...manyTickets, late),
    'reported by another company': run(elsewhere, acknowledged),
    planned: run(reported, acknowledged, { ...common, type: 'plan', at: at(6), by: sam, firstLook: typed(100), nextUpdateInMs: 900_000 }),
    'nothing new': run(reported, acknowledged, updated, nothingNew),
    'nothing new from the start': run(reported, acknowledged, nothingNew),
    'helped with': run(reported, acknowledged, helped, {
      ...common,
      type: 'assist',
      at: at(7),
      by: lin,
      person: { ...lin, id: storedPersonKey('aad-duty') },
    }),
    offered: run(reported, acknowledged, helped, offered),
    'helped with by oneself': run(reported, acknowledged, { ...helped, by: lin }),
    'not handed over': run(reported, acknowledged, offered, { ...common, type: 'decline', at: at(9), by: lin }),
    'taken back': run(reported, acknowledged, offered, { ...common, type: 'decline', at: at(9), by: sam }),
    'handed over': run(reported, acknowledged, offered, { ...common, type: 'accept', at: at(9), by: lin }),
    'called in by a member': run(called, acknowledged, updated, pass(71)),
    'called in by somebody else': run(unknownCaller, { ...unreached, at: at(2) }, reachedAt(3), acknowledged, updated, resolved),
    'called in, which nobody takes': run(unknownCaller, pass(15), pass(31)),
    'called in, and merged with another call': run(
      unknownCaller,
      { ...absorbed, merged: { ...other, origin: unknownCaller.origin } },
      acknowledged,
      updated,
    ),
    'joined by one': run(reported, joins(0), phone, acknowledged, updated, pass(71), late, again, pass(100)),
    'said to be down and better by those affected': run(
      reported,
      ...many.slice(0, 5),
      acknowledged,
      pulse(9, mia, 'down'),
      pulse(10, eve, 'down', text),
      pulse(11, { ...eve, id: storedPersonKey('aad-1') }, 'better'),
    ),
    'resolved, and works again for some': run(
      reported,
      ...many.slice(0, 5),
      acknowledged,
      resolved,
      pulse(67, mia, 'works'),
      pulse(68, { ...eve, id: storedPersonKey('aad-1') }, 'works'),
    ),
    'still down for who joined': run(reported, ...many.slice(0, 5), acknowledged, resolved, pulse(67, eve, 'down', text)),
    'joined by some, then not by one': run(reported, acknowledged, ...many.slice(0, 3), { ...common, type: 'leave', at: at(8), by: eve }),
    'joined by many': run(reported, ...many, transferred),
    'joined and handed over': run(reported, joins(0), acknowledged, offered, { ...common, type: 'accept', at: at(9), by: lin }, released, {
      ...merged,
      at: at(40),
    }),
    'joined by who joined the one that was merged into it': run(
      reported,
      acknowledged,
      { ...absorbed, joined: [theirs] },
      updated,
      late,
      again,
    ),
    'like many others': run(reported, gathered),
    'like one other': run(reported, { ...gathered, likeness: 'environment', others: alike.slice(0, 1) }),
    'like others of the customer': run(reported, { ...gathered, likeness: 'project', others: alike.slice(0, 2) }),
    released: run(reported, acknowledged, updated, released),
    'released and late': run(reported, acknowledged, updated, released, pass(60)),
    'released and taken again': run(reported, acknowledged, released, { ...acknowledged, by: lin, at: at(36) }),
    asked: run(reported, acknowledged, ask(6, text, ['Yes', typed(20)])),
    'asked much': run(
      reported,
      acknowledged,
      ...Array.from({ length: 8 }, (_, index) => ask(6 + index, `${text.slice(0, 3990)} (${index})`)),
      pass(20),
    ),
    'asked, with a reply': run(reported, acknowledged, ask(6, text, ['Yes']), replied(9)),
    'asked, without a reply': run(reported, acknowledged, ask(6, text), pass(16)),
    'asked, with a reply after its end': run(reported, acknowledged, ask(6, text), resolved, replied(70)),
    'told by its reporter and by who joined': run(
      reported,
      joins(0),
      acknowledged,
      {
        ...{ ...common, type: 'note', at: at(6), by: mia, text, shown: false },
      },
      { ...common, type: 'note', at: at(7), by: eve, text, shown: false },
    ),
    'with files': run(reported, acknowledged, files),
    'with a picture for everybody': run(reported, acknowledged, { ...files, by: sam, shared: true }),
    noted: run(reported, { ...common, type: 'note', at: at(4), by: sam, text, shown: false }),
    corrected: run(reported, corrected, reclassified),
    transferred: run(reported, transferred),
    objected: run(reported, transferred, objected),
    'transferred again': run(reported, transferred, objected, { ...transferred, at: at(30) }),
    withdrawn: run(reported, acknowledged, withdrawn),
    'withdrawn without a word': run(reported, { ...withdrawn, reason: '' }),
    merged: run(reported, merged),
    'merged, and parted by its reporter': run(reported, merged, objected),
    'merged, and parted by an engineer': run(reported, merged, { ...common, type: 'reopen', at: at(26), by: sam, reason: text }),
    'with another in it, and without it again': run(reported, acknowledged, absorbed, {
      ...{ outageId: reported.outageId, type: 'part', at: at(12), partedBy: sam },
      parted: { number: 1002, ids: ['nonce-2'] },
    }),
    'with another in it, to its end': run(reported, acknowledged, absorbed, updated, pass(71), late, again, pass(100)),
    'with another in it, merged': run(reported, acknowledged, absorbed, { ...merged, at: at(20) }),
    'with another in it, transferred and withdrawn': run(reported, acknowledged, absorbed, transferred, objected, {
      ...withdrawn,
      at: at(30),
    }),
    'with another in it, handed over and released': run(
      reported,
      acknowledged,
      absorbed,
      offered,
      { ...common, type: 'accept', at: at(9), by: lin },
      released,
    ),
    reopened: run(reported, acknowledged, resolved, reopened(mia)),
    'reopened while another team had it': run(reported, transferred, reopened(sam)),
    'reopened by an engineer': run(reported, acknowledged, resolved, reopened(sam)),
    reviewed: run(reported, acknowledged, updated, resolved, review(70, sam)),
    'reviewed without follow-ups': run(reported, acknowledged, resolved, review(70, sam, { cause: '', followUps: [] })),
    'reviewed with five follow-ups': run(reported, acknowledged, late, review(80, sam, { followUps: manyFollowUps })),
    'reviewed, and a follow-up is due': run(reported, acknowledged, resolved, review(70, sam), due(1_441)),
    'reviewed, and a follow-up was done': run(reported, acknowledged, resolved, review(70, sam), due(1_441), followUpDone(1_450, 1)),
    'reviewed, and its owner is gone': run(reported, transferred, review(70, sam), due(1_441, [lin.id]), followUpDone(1_450, 1)),
    closed: run(reported, acknowledged, resolved, { ...common, type: 'confirm', at: at(69), by: mia }),
    'closed in silence': run(reported, acknowledged, resolved, pass(3000)),
    'without two updates': run(reported, acknowledged, updated, pass(71), pass(81)),
    'without many updates': run(reported, acknowledged, updated, pass(71), pass(81), pass(300)),
    reported: run(reported),
    'reported, not sure since when': run(unsure),
    'late at the desk': run(reported, unreached, reachedAt(4), pass(30)),
    'very late at the desk': run(reported, pass(30), { ...unreached, at: at(33) }, reachedAt(34)),
    'late at the desk, with another in it': run(reported, absorbed, { ...unreached, at: at(9) }, reachedAt(10)),
    reminded: run(reported, pass(15)),
    breached: run(reported, pass(30)),
    'breached long ago': run(reported, pass(30), pass(60)),
    acknowledged: run(reported, acknowledged),
    'acknowledged late': run(reported, sample.sampleAcknowledgeAction({ by: sam, at: at(40) })),
    updated: run(reported, acknowledged, updated),
    'without its update': run(reported, acknowledged, updated, pass(71)),
    'without a place': run(reported, sample.sampleMarkUnreachableAction()),
    'without its origin': run(reported, sample.sampleMarkUnreachableAction({ place: 'origin' })),
    'without a person': run(reported, sample.sampleMarkUnreachableAction({ place: 'person:aad-sam' })),
    'without a mention': run(reported, sample.sampleMarkUnreachableAction({ place: 'mention:person:aad-sam', inPerson: [sam] })),
    'without one of two mentions': run(
      reported,
      sample.sampleMarkUnreachableAction({ place: 'mention:person:aad-sam', inPerson: [sam, lin] }),
    ),
    resolved: run(reported, acknowledged, updated, resolved),
    'drilled without a mention': run(drill(false), pass(0.3), pass(2)),
    'drilled with mentions': run(drill(true), pass(0.3), { ...acknowledged, at: at(0.4) }, { ...pass(2), came }),
    'put back': run(reported, restored),
    'put back, then late': run(reported, restored, pass(30)),
    'put back, then taken and resolved': run(reported, restored, { ...acknowledged, at: at(40) }, resolved),
    'put back after it was taken': run(reported, acknowledged, { ...restored, at: at(20) }, pass(71)),
    paged: run(
      pagedReport,
      ...[pages(25), pageNoted(25.1, 'ops', 2, 'accepted'), pages(30), pageNoted(30.1, samsPhone, 5, 'accepted')],
      pageNoted(30.9, samsPhone, 5, 'no-answer'),
    ),
    'not paged in time': run(pagedReport, pages(25), pages(26), pages(27)),
    'with nobody to page': run(pagedReport, pages(25), pageNoted(25.1, 'ops', 2, 'missed'), pass(30)),
  } satisfies { readonly [name: string]: Story };
}

/** Nobody acknowledges it for an hour, so that all are pinged again and again. `named`: what everybody is called, if not as usual. */
export function nightOfPings(named: { readonly name?: string } = {}): Story {
  const [sam, lin] = [sample.engineer, sample.secondEngineer].map((one) => ({ ...one, ...named }));
  const onCall = { primary: sam ? [sam] : [], secondary: lin ? [lin] : [], 'duty-manager': [] };
  return run(
    sample.sampleReportAction({ by: { ...sample.reporter, ...named } }),
    ...[15, 25, 30, 45, 60].map((minutes) => sample.samplePassDeadlineAction({ at: at(minutes), onCall })),
    sample.sampleAcknowledgeAction({ at: at(62), by: { ...sample.engineer, ...named } }),
  );
}
