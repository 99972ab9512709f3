/** What people look up, in English: the help with its commands, lists of outages, and the timeline with what was refused. */
import type { Action } from '../../../outage/actions.ts';
import type { DenialReason } from '../../../outage/decision.ts';
import type { OutageEventType } from '../../../outage/events.ts';
import type { RungKind } from '../../../outage/promise.ts';
import type { Platform, Used } from '../../../outage/types/client.ts';
import { denial } from '../../denial.ts';
import { language } from '../common/language.ts';
import { botName, privacy } from '../common/names.ts';
import { follow } from '../follow.ts';
import { formats } from '../formats.ts';
import { changed } from '../report/fields.ts';
import { request } from '../request.ts';
import { review } from '../review/review.ts';
import { app } from './app.ts';
import { catchUp } from './catch-up.ts';
import { platforms, ways } from './clients.ts';
import { deliveries } from './deliveries.ts';
import { doubt } from './doubt.ts';
import { numbers } from './numbers.ts';

/** What somebody wanted, after "tried to". */
const actions: Partial<Record<Action['type'], string>> = {
  report: 'report something',
  acknowledge: 'acknowledge it',
  'take-back': 'undo their acknowledgement',
  plan: 'plan the next update',
  update: 'post an update',
  'hand-over': 'hand it over',
  accept: 'accept the hand-over',
  decline: 'decline the hand-over',
  assist: 'help with it',
  release: 'give it back',
  pulse: 'say how it is',
  note: 'add a note',
  ask: 'ask the reporter',
  reply: 'reply to a question',
  'add-files': 'add a file',
  'set-bridge': 'set the call',
  'add-ticket': 'add a ticket',
  'remove-ticket': 'remove a ticket',
  correct: 'correct it',
  transfer: 'transfer it',
  object: 'object',
  withdraw: 'withdraw it',
  merge: 'merge it',
  resolve: 'resolve it',
  confirm: 'confirm that it works',
  reopen: 'reopen it',
  review: 'save the review',
  'follow-up-done': 'mark a follow-up as done',
  promote: 'make it an outage',
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
  publish: 'update',
  '/outage': 'report',
  'report-for': 'report',
  ...{ works: 'pulse', 'it-works': 'pulse' },
  'still-down': 'reopen',
  outage: 'join',
  ...{ phone: 'add-phone', bridge: 'set-bridge', ticket: 'add-ticket' },
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
    [used === 'api' || used === 'phone' ? '' : platforms[platform ?? 'other'], ways[used]].filter(Boolean).join(', '),
  somebody: 'Somebody',
  tried: (what: string, why: string, times: number) => `tried to ${attempt(what)}${times > 1 ? `, ${times} times` : ''}: ${why}`,
  whyNot: {
    'unknown-outage': 'it is not one of theirs',
    'not-permitted': 'not allowed',
    'already-acknowledged': 'it was acknowledged already',
    'already-ended': 'it had ended',
    'card-outdated': 'it had changed meanwhile',
    'not-now': 'not possible at that time',
    'not-offered': 'it was not offered to them',
    'too-many-questions': 'too many questions waited already',
    'objected-already': 'they had objected once already',
    'stays-taken': 'it was too late, worked on, or not theirs',
    'too-late': 'it was too late',
    'said-already': 'they had said how it is within the hour',
    'bad-target': 'there was nothing to merge it into',
    'too-many': 'there were too many already',
    parted: 'the two are known to be different',
    'not-yours': 'it is not theirs',
    'not-here': 'others would have read it there',
    'no-thread': 'it was not clear which outage',
    unreadable: 'the card is too old or not ours',
    'draft-gone': 'the report was no longer there',
    'old-client': 'their Teams is too old for it',
    'rate-limited': 'they did too much within a minute',
    'not-administrator': 'they are not an administrator',
    'no-desk': 'there was no support desk yet',
    'other-tenant': 'their account is of another organization',
    'not-member': 'they are in no project',
    'not-eligible': 'nothing in their projects can be reported',
    'not-told': 'Teams did not say whether they may',
  } satisfies Record<DenialReason, string>,
};

const help = {
  heading: botName,
  text: 'Is production down? Report it here, and a support engineer acknowledges it.',
  report: 'Report an outage',
  mine: 'Show my outages',
  youSaid: 'I did not understand that. This is what I can do:',
  all: 'You can write or press these here:',
  inRoom: `Here, begin with @${botName}, or type a slash and choose a command: then only you see the answer.`,
  greeting: 'Hello. If production is down, press the button or write here what happens.',
  thanks: 'You are welcome. If production is down, press the button or write here what happens.',
  doubt,
};

/** What each command does, as the help and Teams' menus say it. */
export const commands = {
  outage: 'Report a production outage',
  reportFor: 'Report for a customer who calls: report for CUSTOMER',
  setup: 'For administrators: choose the support desk, and who follows',
  acknowledge: "In an outage's thread: acknowledge it",
  update: "In an outage's thread: tell everyone what is new",
  resolve: "In an outage's thread: say that it is over, and what was done",
  onCall: 'See who is on call, take on-call, or cover for somebody',
  maintenance: 'Plan maintenance of a project, change it or end it early',
  check: 'See whether it would work tonight: on-call schedule, escalation, projects',
  drill: 'Try out the whole flow, 60 times as fast (with "pings", people are pinged and pagers ring)',
  help: 'See what Outage Desk can do',
  language: language.command,
  publish: "In an outage's thread: check a message for secrets, then post it as an update or keep it as a note",
  nothingNew: "In an outage's thread: say that there is nothing new",
  handOver: "In an outage's thread: offer it to another engineer",
  accept: 'Accept the outage that is offered to you',
  decline: 'Decline the outage that is offered to you',
  assist: 'Help with it, or add a helper',
  release: 'Give it back to the people on call, with the reason',
  transfer: "In an outage's thread: it is no outage, so transfer it to another team",
  merge: 'Merge it into another outage that is the same',
  unmerge: 'Undo a merge: it is handled on its own again, and is yours',
  ask: "In an outage's thread: ask the reporter alone",
  note: 'Add a note that only the desk sees',
  bridge: "In an outage's thread: set the link of the call, or remove it (bridge remove)",
  ticket: "In an outage's thread: add a ticket of another system, or remove it (ticket remove)",
  ...follow.commands,
  reopen: 'Reopen it and own it',
  list: 'See which outages are open',
  mine: 'See the outages that you reported or own',
  status: 'See the card of one: /outage status OUT-1042',
  timeline: 'See who did what and when: /outage timeline OUT-1042',
  catchUp: 'See what changed since you last looked, also of one outage: catch up OUT-1042',
  deliveries: 'See what went where of it, and what did not: /outage deliveries OUT-1042',
  certificate: 'Get a signed file of it for your records: /outage certificate OUT-1042',
  review: 'Write the review of one that is over, or see it: /outage review OUT-1042',
  numbers: 'See how often promises were kept: /outage numbers month, quarter or 90 days, and a project',
  stillDown: 'Say that what you reported or joined is not over',
  works: 'Say that what you reported or joined works again',
  withdraw: 'Withdraw your report',
  object: 'Say that what was transferred or merged is an outage of its own',
  cancel: 'Delete the report that you have not sent yet',
};

/** What Teams offers before the first message in somebody's own chat. It is sent as it stands, so its command understands it. */
export const starters = { outage: 'Report an outage', list: 'List open outages' } satisfies { [key in keyof typeof commands]?: string };

/** What somebody may write, where a command needs more. */
export const examples = {
  update: 'update We found the cause and are testing a fix.',
  updateWithNumber: 'update OUT-1042 This is what you see until it is mended.',
  publish: 'publish We found the cause and are testing a fix.',
  resolve: 'resolve The service was restarted; posting has worked since 10:40.',
  handOver: 'hand over to @Tomás',
  release: 'release I have to leave. The lock on table 7 is not the cause.',
  transfer: (team: string) => `transfer to ${team}: Only one user is affected`,
  merge: 'merge OUT-1042',
  ask: 'ask Does it fail for every company? [Yes, No]',
  note: 'note The vendor confirms the fault, ticket 4711',
  reopen: 'reopen Posting has failed again since 11:20',
};

const list = {
  open: (count: number) =>
    count === 0 ? 'No outage is open' : formats.plural(count, { one: '1 outage is open', other: `${count} outages are open` }),
  atLeast: (count: number) => formats.plural(count, { one: 'At least 1 outage is open', other: `At least ${count} outages are open` }),
  mine: (count: number): string => (count === 0 ? 'You have no outages' : 'Your outages'),
  mineText: 'What you reported or own: first what is open, then what ended last.',
  reported: (when: string) => `Acknowledge by ${when}`,
  late: (when: string) => `Late: the deadline was ${when}`,
  taken: (when: string) => `Next update by ${when}`,
  missed: (when: string) => `Update late: it was due by ${when}`,
  and: 'And',
  more: (name: string) => `To see one, write its number: /outage status ${name}.`,
  which: 'Write which one, with its number: /outage status OUT-1042, or /outage timeline OUT-1042.',
  ownChat: denial('not-here', 'Ask me that in our own chat: not everybody here may see it.'),
  noProjects: denial(
    'not-member',
    'Only people of a project and engineers of the desk can look up outages. To see more, ask an administrator of the support desk to add you to the project. A channel that follows has a card of each outage.',
  ),
};

const timeline = {
  button: 'Show timeline',
  heading: (name: string) => `${name}: timeline`,
  earlier: (count: number) =>
    formats.plural(count, { one: '1 earlier event is not shown.', other: `${count} earlier events are not shown.` }),
  zone: (zone: string) => `Time zone: ${zone}`,
  later: (time: string) => `\u22EE ${time} later`,
  pings: (count: number, from: string, until: string, people: string) => `${count} pings, ${from} to ${until}: ${people}`,
  pulses: (count: number, from: string, until: string) => `${count} times somebody said how it is, ${from} to ${until}`,
  /** The line of somebody who did something. `what`: as `event` and `audit.tried` say it. `by` stands in it as it is, because a card makes it bold. */
  line: (by: string, what: string) => `${by} ${what}`,
  nobody: 'nobody, because nobody is on call',
  changed,
  rung: {
    reminder: (people: string) => `Pinged: ${people}`,
    'last-call': (people: string) => `Pinged shortly before the deadline: ${people}`,
    breach: (people: string) => `Pinged at the deadline: ${people}`,
    'still-open': (people: string) => `Pinged again: ${people}`,
  } satisfies Record<RungKind, (people: string) => string>,
  /** After the name of who did it (`by`); where nobody did it, a sentence. `more`: to whom, from whom, or the text; empty when there is none. */
  event: {
    reported: (more) => `reported it: ${more}`,
    acknowledged: (more) => `acknowledged it after ${more}`,
    'taken-back': () => 'undid the acknowledgement',
    planned: (more) => `planned: ${more}`,
    updated: (more) => (more ? `posted an update: ${more}` : 'posted "Nothing new"'),
    'hand-over-offered': (more) => `asked ${more} to take over`,
    'hand-over-declined': () => 'ended the offer to hand over',
    'handed-over': (more) => `took over from ${more}`,
    assisted: (more, by) => (more === by ? 'helps' : `asked ${more} to help`),
    released: () => 'gave it back',
    objected: () => 'objected',
    reopened: (owner, by): string => (by ? `reopened it${owner && ' and is the owner'}` : 'Reopened: it was still down for others'),
    noted: (more) => `noted: ${more}`,
    pulsed: (more) => `said: ${more}`,
    asked: (more) => `asked the reporter: ${more}`,
    replied: (more) => `replied: ${more}`,
    'reply-missed': () => 'No reply yet: we reminded the reporter',
    'files-added': (more) => `sent ${more}`,
    'bridge-set': (more) => more || 'removed the link of the call',
    'ticket-added': (more) => `added the ticket ${more}`,
    'ticket-removed': (more) => (more ? `removed the ticket ${more}` : 'removed a ticket'),
    corrected: (more) => `corrected ${more}`,
    transferred: (more) => `transferred it to ${more}`,
    withdrawn: () => 'withdrew it',
    merged: (more) => `merged it into ${more}`,
    absorbed: (more) => `merged ${more} into it`,
    parted: (more) => `undid the merge of ${more}`,
    joined: (more) => `joined it: ${more}`,
    left: () => 'left it',
    'phone-added': () => 'added a phone number',
    ...follow.timeline,
    gathered: (more) => `${more} looked the same`,
    resolved: (more) => `resolved it: ${more}`,
    answered: request.timeline.answered,
    promoted: request.timeline.promoted,
    closed: (_more, by): string => (by ? 'confirmed that it works again' : 'Closed: nobody said that it is still down'),
    escalated: (more) => more,
    breached: () => 'Late: nobody had acknowledged it by the deadline',
    paged: (more) => more,
    'page-missed': (more) => more,
    'update-missed': (more) => `The update is late. Pinged: ${more}`,
    'place-lost': (more) => `Updates no longer arrive at ${more}`,
    'desk-unreached': () => "It did not reach the support desk's channel in time, and the reporter was told",
    'desk-reached': () => "It reached the support desk's channel",
    'drill-ended': () => 'The drill ended',
    ...review.timeline,
    restored: (more) => `The records were restored to ${more}`,
    'personal-data-removed': () => privacy.timeline,
  } satisfies Record<OutageEventType, (more: string, by: string) => string>,
};

export const look = {
  app,
  audit,
  catchUp,
  deliveries,
  help,
  list,
  numbers,
  timeline,
};
