/** What the cards of an outage say to everybody: facts, states, news, pings, and several pings as one. In English. */
import type { RungKind } from '../../../outage/promise.ts';
import type { Phase } from '../../../outage/types/outage.ts';
import { formats } from '../formats.ts';
import { whyCalled } from '../on-call.ts';
import { botName, phaseShort } from './names.ts';

export const facts = {
  customer: 'Customer',
  environment: 'Environment',
  scenario: 'Scenario',
  openMessage: 'Open it in Teams',
  reporter: 'Reported by',
  reported: 'Reported',
  state: 'State',
  acknowledgeBy: 'Acknowledge by',
  owner: 'Owner',
  nextUpdate: 'Next update by',
  lastUpdate: 'Last update',
  done: 'What was done',
  unsure: 'Not sure',
  notChecked: (phone: string) => `${phone} (not checked)`,
  asTyped: (text: string) => `“${text}” (as typed)`,
  cut: 'It goes on: there was no room for all of it on this card.',
  aroundTheClock: 'Around the clock',
  orElse: (second: string) => `Not around the clock. Otherwise: ${second}`,
};

export const state = {
  reported: 'Waiting for a support engineer',
  breached: 'Not acknowledged in time',
  acknowledged: (owner: string, phase: Phase) => `${owner} is on it. ${phaseShort[phase]}`,
  resolved: 'Resolved',
};

export const desk = {
  newOutage: (name: string) => `${name}: new outage`,
  heading: (name: string, state: string) => `${name}: ${state}`,
  /** In place of its name, while that cannot be read. */
  thisOutage: 'This outage',
  onCall: (mentions: string) => `${mentions}: you are on call.`,
  acknowledge: 'Acknowledge',
  update: 'Post an update',
  resolve: 'Resolve',
  acknowledgeBreached: (when: string) => `Was due at ${when}. The promise is broken; take it now.`,
};

export const news = {
  repeated: 'Sent again: we could not tell whether the first message arrived.',
  begunAnew: 'This replaces the first message, which was deleted or takes no replies and no changes any more.',
  acknowledged: (name: string, by: string, after: string) => `${by} acknowledged ${name} after ${after}`,
  acknowledgedAgain: (name: string, by: string, after: string) => `${by} acknowledged ${name} ${after}`,
  acknowledgedLate: (within: string) => `The promise was ${within}. This is on the record.`,
  /** `what`: what was done, when, or after how long. */
  late: (what: string, late: string) => `${what}, ${late} late`,
  nextUpdate: (when: string) => `Next update by ${when}.`,
  updated: (name: string, by: string, phase: Phase) => `${name}: ${phaseShort[phase]}. Update by ${by}`,
  resolved: (name: string, by: string) => `${name} is resolved, says ${by}`,
  resolvedAfter: (after: string) => `It took ${after} from the report.`,
  stillDown: (phones: string) => `If it is still down, say so, or call ${phones}.`,
  breached: (name: string) => `Nobody has acknowledged ${name} yet`,
  breachedText: (after: string) =>
    `We promised it within ${after} and did not keep that. More people are mentioned in Teams now, and again until somebody takes it.`,
  forReporter: (mention: string) => `${mention}: this is about your report.`,
  breachedCall: (phones: string, name: string) => `Please call ${phones} and say ${name}.`,
  placeLost: (place: string) => `Updates no longer arrive at ${place}`,
  placeLostText:
    'Teams refuses messages there: the bot was removed or blocked, or the conversation is gone. Tell the people there in another way.',
  notMentioned: (name: string) => `${name} could not be mentioned`,
  oneNotMentioned: (names: string) => `One of these people could not be mentioned: ${names}`,
  notMentionedText:
    'Teams refused the message with the mention, so the names stand in it as text and it notified nobody. Call them, and look whether they still work here.',
  places: {
    desk: "the desk's thread",
    origin: 'the place where it was reported',
    follower: (id: string) => `the follower "${id}"`,
    merged: (name: string) => `the place where ${name} was reported`,
    someMerged: 'the place where the same outage was reported too',
    team: (name: string) => `the team ${name}`,
    person: (name: string) => (name ? `${name}'s own chat with me` : 'the own chat of somebody who was pinged'),
  },
};

export const ping = {
  heading: {
    reminder: (name: string) => `${name} waits for an acknowledgement`,
    'last-call': (name: string) => `${name}: last call`,
    breach: (name: string) => `${name}: the promise is broken`,
    'still-open': (name: string) => `${name} is still not acknowledged`,
  } satisfies Record<RungKind, (name: string) => string>,
  left: (left: string, when: string) => `${left} left: acknowledge by ${when}.`,
  ended: 'The promise has just ended. The reporter has been told.',
  over: (over: string) => `${over} over the promise. The reporter has been told.`,
  why: whyCalled,
  updateMissed: (name: string) => `${name}: an update is due`,
  updateMissedWhy: (mention: string, when: string) =>
    `${mention}: the next update was promised by ${when}. "Nothing new" is a fine update.`,
  /** After its reporter said so, until it is taken, withdrawn or said to be down. */
  saysWorks: (by: string, when: string) =>
    `${by}, who reported it, said at ${when} that it works again, and has not withdrawn it. Please take it and look.`,
  openThread: 'Take it in the thread of the support desk, or here.',
  notYours: 'Nobody has taken it. Call an engineer who can.',
  deskLost: (name: string) => `${name} waits, and the desk's channel is out of reach`,
  deskLostWhy: (mention: string) => `${mention}: Teams takes no message for the support desk's channel, so you are told in person.`,
  deskLostAdmin: 'Administrators: is the app still allowed and installed there, and is the channel still there?',
  takeHere: 'Take it here.',
  /** What a message says instead, when somebody gave what it asked for. */
  answered: (name: string, by: string) => `Answered: ${by} took ${name}`,
  settled: (heading: string, when: string) => `At ${when} this message said: ${heading}.`,
};

export const digest = {
  heading: (n: number) => formats.plural(n, { one: 'One outage needs somebody', other: `${n} outages need somebody` }),
  updates: (n: number) => formats.plural(n, { one: 'One outage waits for an update', other: `${n} outages wait for an update` }),
  settled: (n: number) => formats.plural(n, { one: 'One outage needed somebody', other: `${n} outages needed somebody` }),
  people: (mentions: string) => `${mentions}: you are needed.`,
  how: (name: string) => `Take one by its button, in its thread, or write "@${botName} ack ${name}".`,
  owners: 'Of those that are taken, say in the thread what is new. "Nothing new" is a fine update.',
  notYours: 'Nobody has taken these. Call an engineer who can.',
  also: 'And',
  updateMissed: (owner: string, when: string) => `${owner}: an update was due by ${when}.`,
  take: (name: string) => `Acknowledge ${name}`,
  taken: (name: string) => `You took ${name}. Its thread has the rest.`,
};
