/** What the cards of an outage say to everybody: facts, states, news, pings, and several pings as one. In English. */
import type { RungKind } from '../../../outage/promise.ts';
import type { Phase } from '../../../outage/types/outage.ts';
import type { Stage } from '../../../outage/types/stage.ts';
import { formats } from '../formats.ts';
import { whyCalled } from '../on-call.ts';
import { botName, phaseShort } from './names.ts';
import { stages } from './stages.ts';

export const facts = {
  customer: 'Customer',
  environment: 'Environment',
  scenario: 'Scenario',
  openMessage: 'Open it in Teams',
  reporter: 'Reported by',
  counted: 'Counted as',
  reported: 'Reported',
  state: 'State',
  owner: 'Owner',
  lastUpdate: 'Last update',
  done: 'What was done',
  unsure: 'Not sure',
  inRegion: (phone: string, region: string) => `${phone} (${region})`,
  notChecked: (phone: string) => `${phone} (not checked)`,
  asTyped: (text: string) => `“${text}” (as typed)`,
  cut: 'There is more: this card has no room for all of it.',
  aroundTheClock: 'Around the clock',
  orElse: (second: string) => `Not around the clock. Otherwise: ${second}`,
};

export const state = {
  reported: 'Not acknowledged yet',
  breached: 'Late: not acknowledged',
  acknowledged: (owner: string, stage: Stage) =>
    stage === 'acknowledged' ? `${stages.name[stage]} by ${owner}` : `${stages.name[stage]} (${owner})`,
  resolved: 'Resolved',
};

export const desk = {
  newOutage: (name: string) => `${name}: new outage`,
  newRequest: (name: string) => `${name}: new request`,
  heading: (name: string, state: string) => `${name}: ${state}`,
  /** In place of its name, while that cannot be read. */
  thisOutage: 'This outage',
  onCall: (mentions: string) => `${mentions}: you are on call.`,
  acknowledge: 'Acknowledge',
  openThread: 'Open thread',
  update: 'Post update',
  resolve: 'Resolve',
};

export const news = {
  repeated: 'Sent again: we could not tell whether the first message arrived.',
  begunAnew: 'This replaces the first message, which was deleted or can no longer be changed.',
  /** How customers read an engineer, where the desk file says so. */
  engineer: (first: string) => `${first} (support engineer)`,
  /** Under a heading. */
  by: (who: string, when: string) => `By ${who} at ${when}`,
  /** Other customers do not read the reporter's name, here and wherever `by` may be empty. */
  after: (by: string, after: string) => (by ? `${by}, after ${after}` : `After ${after}`),
  acknowledged: (name: string) => `${name}: ${stages.name.acknowledged}`,
  /** Who acknowledged it, where engineers read it. */
  notOnCall: (by: string) => `${by} (not on call)`,
  acknowledgedAgain: (name: string) => `${name}: ${stages.name.acknowledged} again`,
  acknowledgedLate: (within: string) => `We promised ${within}. We are sorry that it took longer.`,
  /** `what`: what was done, when, or after how long. */
  late: (what: string, late: string) => `${what}, ${late} late`,
  nextUpdate: (when: string) => `Next update by ${when}.`,
  updated: (name: string, phase: Phase) => `${name}: ${phaseShort[phase]}`,
  resolved: (name: string) => `${name}: ${stages.name.resolved}`,
  resolvedAfter: (after: string) => `Resolved ${after} after the report.`,
  stillDown: (phones: string) => `If it is still down, press the button or call ${phones}.`,
  updateMissed: (name: string) => `${name}: update is late`,
  breached: (name: string) => `${name}: late, not acknowledged yet`,
  breachedText: (after: string) =>
    `We promised it within ${after} and are late. We alert more people in Teams now, and again until one of them acknowledges it.`,
  forReporter: (mention: string) => `${mention}: this is about your report.`,
  breachedCall: (phones: string, name: string) => `Please call ${phones} and say ${name}.`,
  placeLost: (name: string, place: string) => `${name}: updates do not reach ${place}`,
  placeLostText:
    'Teams refuses messages there: the bot was removed or blocked, or the conversation is gone. Tell the people there in another way.',
  placeNotTheirs:
    'The desk file does not name their tenant for this project any more, so I tell them nothing. Tell them yourself what they should know.',
  notMentioned: (name: string) => `${name} could not be mentioned`,
  oneNotMentioned: (names: string) => `One could not be mentioned: ${names}`,
  notMentionedText:
    'Teams refused the mention, so the message has the names as text and notified nobody. Call these people, and check whether they still work here.',
  places: {
    desk: "the desk's thread",
    origin: 'the place where it was reported',
    follower: (id: string) => `the follower "${id}"`,
    merged: (name: string) => `the place where ${name} was reported`,
    someMerged: 'the place where the same outage was reported too',
    team: (name: string) => `the team ${name}`,
    webhook: (id: string) => `the webhook "${id}"`,
    pager: (id: string) => `the pager "${id}"`,
    person: (name: string) => (name ? `${name}'s own chat with me` : "somebody's own chat with me"),
  },
};

export const ping = {
  heading: {
    reminder: (name: string) => `${name}: please acknowledge`,
    'last-call': (name: string) => `${name}: deadline is near`,
    breach: (name: string) => `${name}: late, acknowledge it now`,
    'still-open': (name: string) => `${name}: still not acknowledged`,
  } satisfies Record<RungKind, (name: string) => string>,
  why: whyCalled,
  updateMissedWhy: (mention: string, when: string) => `${mention}: the next update was due by ${when}. "Nothing new" is a fine update.`,
  /** After its reporter said so, until it is acknowledged, withdrawn or said to be down. */
  saysWorks: (by: string, when: string) =>
    `${by}, the reporter, said at ${when} that it works again, but has not withdrawn it. Acknowledge it and check.`,
  openThread: "Acknowledge it here, or in the desk's thread.",
  notYours: 'Nobody has acknowledged it. Call an engineer who can.',
  deskLost: (name: string) => `${name}: desk channel cannot be reached`,
  deskLostWhy: (mention: string) => `${mention}: Teams refuses messages to the support desk's channel, so I tell you here.`,
  deskLostAdmin: 'Administrators: is the app still allowed and installed there, and is the channel still there?',
  takeHere: 'Acknowledge it here.',
  settled: (heading: string, when: string) => `At ${when}, this message said: ${heading}.`,
};

export const digest = {
  heading: (n: number) => formats.plural(n, { one: '1 outage needs somebody', other: `${n} outages need somebody` }),
  updates: (n: number) => formats.plural(n, { one: '1 update is late', other: `${n} updates are late` }),
  settled: (n: number) => formats.plural(n, { one: '1 outage needed somebody', other: `${n} outages needed somebody` }),
  people: (mentions: string) => `${mentions}: you are needed.`,
  how: (name: string) => `Acknowledge one by its button or in its thread, or write "@${botName} ack ${name}".`,
  owners: 'Owners: post an update in the thread. "Nothing new" is a fine update.',
  notYours: 'Nobody has acknowledged these. Call an engineer who can.',
  also: 'And',
  updateMissed: (owner: string, when: string) => `Owner ${owner}: the update was due by ${when}.`,
  take: (name: string) => `Acknowledge ${name}`,
  taken: (name: string) => `You acknowledged ${name}. Go on in its thread.`,
};
