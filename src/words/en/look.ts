/** What people look up, in English: the help with its commands, lists of outages, and the timeline with what was refused. */
import type { Action } from '../../outage/actions.ts';
import type { Platform, Used } from '../../outage/client.ts';
import type { DenialReason } from '../../outage/decision.ts';
import type { OutageEventType } from '../../outage/events.ts';
import type { RungKind } from '../../outage/promise.ts';
import { denial } from '../denial.ts';
import { botName, privacy } from './common/names.ts';
import { formats } from './formats.ts';
import { changed } from './report/fields.ts';
import { request } from './request.ts';

const platforms: Record<Platform, string> = {
  Windows: 'Teams on Windows',
  Mac: 'Teams on Mac',
  Linux: 'Teams on Linux',
  iOS: 'Teams on iOS',
  Android: 'Teams on Android',
  Web: 'Teams on the web',
  other: 'Teams',
};
/** Nothing for a card, which is the usual way. */
const ways: Record<Used, string> = {
  card: '',
  command: 'typed',
  'message-action': 'from a message',
  reaction: 'by a reaction',
  words: 'said in the thread',
};

/** What somebody wanted, after "tried to". */
const actions: Partial<Record<Action['type'], string>> = {
  report: 'report something',
  acknowledge: 'acknowledge it',
  plan: 'say what comes next',
  update: 'update it',
  'hand-over': 'hand it over',
  accept: 'take it over',
  decline: 'decline it',
  assist: 'help with it',
  release: 'give it back',
  note: 'note something',
  correct: 'correct it',
  transfer: 'transfer it',
  object: 'object',
  withdraw: 'withdraw it',
  merge: 'merge it',
  resolve: 'resolve it',
  confirm: 'confirm that it works',
  reopen: 'reopen it',
  promote: 'make an outage of it',
  join: 'join it',
  leave: 'leave it',
  'add-phone': 'add a phone number',
};
/** Buttons and commands whose name differs from that of their action. */
const called: Readonly<Record<string, string>> = {
  ack: 'acknowledge',
  help: 'assist',
  reclassify: 'correct',
  answer: 'resolve',
  'make-one': 'merge',
  'nothing-new': 'update',
  '/outage': 'report',
  works: 'confirm',
  'it-works': 'confirm',
  'still-down': 'reopen',
  outage: 'join',
  phone: 'add-phone',
  'it-is-an-outage': 'object',
};

/** `what`: the action, the button or the command. */
function attempt(what: string): string {
  const plain = what.replace(/^\/?(?:outage|reporter|request|join)[ -]/, '').replace(/-(?:form|listed)$/, '');
  const action = plain.replaceAll(' ', '-');
  const known: Readonly<Record<string, string>> = actions;
  const found = Object.hasOwn(called, action) ? called[action] : action;
  return (found && Object.hasOwn(known, found) && known[found]) || 'look at it';
}

const audit = {
  from: (what: string, client: string) => `${what} \u00B7 ${client}`,
  client: ({ used, platform }: { readonly used: Used; readonly platform: Platform | null }) =>
    [platforms[platform ?? 'other'], ways[used]].filter(Boolean).join(', '),
  tried: (by: string, what: string, why: string, times: number) =>
    `${by || 'Somebody'} tried to ${attempt(what)}${times > 1 ? `, ${times} times` : ''}: ${why}`,
  whyNot: {
    'unknown-outage': 'it is none of theirs',
    'not-permitted': 'not allowed to',
    'already-acknowledged': 'somebody had taken it',
    'already-ended': 'it was over',
    'card-outdated': 'somebody had changed it meanwhile',
    'not-now': 'not possible at that time',
    'not-offered': 'it was not offered to them',
    'objected-already': 'they had objected once already',
    'too-late': 'it was too late',
    'bad-target': 'there was nothing to merge it into',
    parted: 'somebody had said that they are two things',
    'not-yours': 'it is not theirs',
    'not-here': 'others would have read it there',
    'no-thread': 'it was not clear which outage',
    unreadable: 'an old card, or none of ours',
    'draft-gone': 'the report was no longer there',
    'old-client': 'their Teams is too old for it',
    'rate-limited': 'too much within a minute',
    'not-administrator': 'not an administrator',
    'no-desk': 'there was no desk yet',
    'other-tenant': 'an account of another organization',
    'not-member': 'of no project',
    'not-eligible': 'nothing in their projects can be reported',
    'not-told': 'Teams did not say whether they may',
  } satisfies Record<DenialReason, string>,
};

const help = {
  heading: botName,
  text: 'Is production down? Report it here, and a support engineer acknowledges it.',
  report: 'Report an outage',
  mine: 'My outages',
  youSaid: 'I did not understand that. This is what I can do:',
  all: 'This is what you can write here, and what has a button:',
  greeting: 'Hello. If production is down, press the button or write here what happens.',
  thanks: 'You are welcome. If production is down, press the button or write here what happens.',
  open: (names: string) => `The support desk has ${names}, but has not read what you just wrote`,
  tellDesk: 'Is it still down? Write "still down" and what you see, and the support desk reads it. Is it over? Write "it works".',
  another: 'Is something else down? Press the button, or write /outage and what happens.',
};

/** What each command does, as the help and Teams' menus say it. */
export const commands = {
  outage: 'Report a production outage',
  setup: 'For administrators: choose the support desk, and who follows',
  acknowledge: "In an outage's thread: take it",
  update: "In an outage's thread: tell everyone what is new",
  resolve: "In an outage's thread: say that it is over, and what was done",
  onCall: 'See who is on call, take it, or cover for somebody',
  check: 'See whether it would work tonight: roster, ladder, projects',
  drill: 'Try out the whole flow, 60 times as fast; with "ping", people are pinged',
  help: 'See what Outage Desk can do',
  nothingNew: "In an outage's thread: say that there is nothing new",
  handOver: "In an outage's thread: offer it to another engineer",
  accept: 'Take what was offered to you',
  decline: 'Turn down what was offered to you',
  assist: 'Help with it, or add somebody who does',
  release: 'Give it back to whoever is on call, with the reason',
  transfer: "In an outage's thread: it is no outage, another team answers",
  merge: 'It is the same as another outage',
  unmerge: 'It is not the same after all: it is handled on its own again, and is yours',
  note: 'Keep a note that only the desk sees',
  reopen: 'It is not over; take it again',
  list: 'See which outages are open',
  mine: 'See the outages that you reported or own',
  status: 'See the card of one: /outage status OUT-1042',
  timeline: 'See who did what and when: /outage timeline OUT-1042',
  stillDown: 'Say that what you reported is not over',
  works: 'Say that what you reported works again',
  withdraw: 'Take your report back',
  object: 'Say that what was transferred or merged is an outage of its own',
  cancel: 'Drop the report that you began and did not send',
};

/** What somebody may write, where a command needs more. */
export const examples = {
  update: 'update We found the cause and are testing a fix.',
  resolve: 'resolve The service was restarted; posting works since 10:40.',
  handOver: 'hand over to @Tomás',
  release: 'release I have to leave; the lock on table 7 is not it',
  transfer: (team: string) => `transfer to ${team}: Only one user is affected`,
  merge: 'merge OUT-1042',
  note: 'note The vendor confirms the fault, ticket 4711',
  reopen: 'reopen Posting fails again since 11:20',
};

const list = {
  open: (count: number) =>
    count === 0 ? 'No outage is open' : formats.plural(count, { one: '1 outage is open', other: `${count} outages are open` }),
  atLeast: (count: number) => `At least ${count} outages are open`,
  mine: (count: number): string => (count === 0 ? 'You have no outages' : 'Your outages'),
  mineText: 'What you reported or own: what is open, then what ended last.',
  reported: (when: string) => `Acknowledge by ${when}`,
  /** To those who do not take it themselves. */
  reportedOthers: (when: string) => `An engineer takes it by ${when}`,
  late: (when: string) => `Was to be acknowledged by ${when}`,
  taken: (when: string) => `Next update by ${when}`,
  missed: (when: string) => `An update was due at ${when}`,
  and: 'And',
  more: (name: string) => `Ask for one by its number: /outage status ${name}.`,
  which: 'Say which one, with its number: /outage status OUT-1042, or /outage timeline OUT-1042.',
  ownChat: denial('not-here', 'Ask me that in our own chat: it is not for everybody here.'),
  noProjects: denial(
    'not-member',
    'Only the people of a project and the engineers of the desk may look outages up, and you are neither. A channel that follows has a card of each outage. To see more, ask whoever runs the support desk to add you to the project.',
  ),
};

const timeline = {
  heading: (name: string) => `${name}: timeline`,
  earlier: (count: number) =>
    formats.plural(count, { one: '1 earlier event is not shown.', other: `${count} earlier events are not shown.` }),
  line: (when: string, what: string) => `${when} \u2013 ${what}`,
  nobody: 'nobody, because nobody is on call',
  changed,
  rung: {
    reminder: (people: string) => `Reminded: ${people}`,
    'last-call': (people: string) => `Last call: ${people}`,
    breach: (people: string) => `Called after the promise was broken: ${people}`,
    'still-open': (people: string) => `Called again: ${people}`,
  } satisfies Record<RungKind, (people: string) => string>,
  /** `by`: who did it. `more`: to whom, from whom, or the text; empty when there is none. */
  event: {
    reported: (by, more) => `${by} reported it: ${more}`,
    acknowledged: (by, more) => `${by} acknowledged it after ${more}`,
    planned: (by, more) => `${by} said what comes next: ${more}`,
    updated: (by, more) => `${by}: ${more || 'nothing new'}`,
    'hand-over-offered': (by, more) => `${by} asked ${more} to take over`,
    'hand-over-declined': (by) => `${by} ended the offer to take over`,
    'handed-over': (by, more) => `${by} took over from ${more}`,
    assisted: (by, more) => (more === by ? `${by} helps` : `${by} asked ${more} to help`),
    released: (by) => `${by} gave it back`,
    objected: (by) => `${by} objected`,
    reopened: (by, owner) => `${by} said that it is not over${owner && ', and took it'}`,
    noted: (by, more) => `${by} noted: ${more}`,
    corrected: (by, more) => `${by} changed ${more}`,
    transferred: (by, more) => `${by} transferred it to ${more}`,
    withdrawn: (by) => `${by} withdrew it`,
    merged: (by, more) => `${by} merged it into ${more}`,
    absorbed: (by, more) => `${by} merged ${more} into it`,
    parted: (by, more) => `${by} said that ${more} is not the same`,
    joined: (by, more) => `${by} said that it is theirs too: ${more}`,
    left: (by) => `${by} said that it is not theirs after all`,
    'phone-added': (by) => `${by} added a phone number`,
    gathered: (_by, more) => `${more} looked the same`,
    resolved: (by, more) => `${by} resolved it: ${more}`,
    answered: request.timeline.answered,
    promoted: request.timeline.promoted,
    closed: (by) => (by ? `${by} confirmed that it works again` : 'It was closed: nobody said that it is still down'),
    escalated: (_by, more) => more,
    breached: () => 'The promise was broken',
    'update-missed': (_by, more) => `No update was given. Asked for it: ${more}`,
    'place-lost': (_by, more) => `Updates no longer arrive at ${more}`,
    'desk-unreached': () => "The support desk's channel was not reached in time, and the reporter was told",
    'desk-reached': () => "It reached the support desk's channel",
    'drill-ended': () => 'The drill was over',
    restored: (_by, more) => `The records were put back to ${more}`,
    'personal-data-removed': () => privacy.timeline,
  } satisfies Record<OutageEventType, (by: string, more: string) => string>,
};

export const look = { audit, help, list, timeline };
