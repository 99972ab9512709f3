/** The end of an outage, in English: resolve, transfer, merge, reopen, and what the reporter can answer. */
import type { OutageState } from '../../outage/types/outage.ts';
import { denial } from '../denial.ts';
import { formats } from './formats.ts';

/** What the reporter can do with a report that was sent. */
const reporter = {
  buttons: {
    correct: 'Correct the report',
    withdraw: 'Withdraw',
    object: 'It is an outage',
    other: 'This is something else',
    notMerge: 'No, leave both',
    works: 'It works again',
    stillDown: 'Still down',
  },
  withdraw: {
    heading: (name: string) => (name ? `${name}: withdraw the report?` : 'Withdraw the report?'),
    reason: 'Why? (optional)',
    example: 'A cable was loose; it works again',
    send: 'Withdraw it',
    audience: 'Then nobody is called, and everybody who follows hears it. You can still say later that it is down.',
  },
  object: {
    heading: (name: string) => (name ? `${name}: is it an outage?` : 'Is it an outage?'),
    reason: 'What does the desk not know yet? (optional)',
    example: 'Nobody in three countries can post; orders wait',
    send: 'It is an outage',
    audience: 'It goes back to the support desk at once, and the duty manager is called. You can do this once.',
  },
  other: {
    heading: (name: string) => (name ? `${name}: is it something else?` : 'Is it something else?'),
    reason: 'What is different about it? (optional)',
    example: 'Ours began an hour earlier, and only printing fails',
    send: 'This is something else',
    audience: 'It is handled on its own again at once, and the duty manager is called. You can do this once.',
  },
  stillDown: {
    heading: (name: string) => (name ? `${name}: still down?` : 'Still down?'),
    reason: 'What is still wrong?',
    example: 'Posting works, but the printers get nothing',
    send: 'Still down',
    audience: 'It opens again under the same number, and the desk is called at once.',
  },
  notYours: (person: string) =>
    denial('not-yours', `Only ${person}, who reported it, can do that. If you know more, tell ${person}, or call.`),
  /** In a channel or group chat, where a card that everybody sees must not ask for what one person enters. */
  useButton: (person: string) => `${person}: press the button below. What you enter there is seen by you alone.`,
  whichOne: (names: string) => `You have more than one: ${names}. Say which, with its number.`,
  told: 'The support desk has that in its thread now.',
  toldWorks: 'The support desk has that in its thread now. If it is over, withdraw the report: until then the desk goes on with it.',
  /** To somebody who did not report it: others wait for it too. */
  toldWorksToo:
    'The support desk has that in its thread now. It stays open for the others until the desk resolves it; if it comes back, write "still down".',
  /** In a group or channel. `example`: what they wrote, with the number. */
  notHere: (example: string) => `You did not report it here. Write it in our own chat, or: ${example}.`,
  noneHere: 'I see no outage of yours for that. Name it by its number, such as OUT-1042, or type /outage to report one.',
};

/** Why nothing can be done with an outage that has ended. */
const ended: Record<OutageState, (name: string, by: string, when: string, into: string) => string> = {
  reported: (name) => `${name} is open.`,
  acknowledged: (name) => `${name} is open.`,
  requested: (name) => `${name} is a request.`,
  transferred: (name, by, when) => `${by} transferred ${name} to another team at ${when}.`,
  withdrawn: (name, by, when) => `${by} withdrew ${name} at ${when}. Nothing more to do.`,
  merged: (name, by, when, into) => `${by} merged ${name} into ${into} at ${when}. Go on with ${into}.`,
  resolved: (name, by, when) => `${by} resolved ${name} at ${when}. Nothing more to do.`,
  closed: (name, by, when) => `${by} resolved ${name} at ${when}, and it is closed. Nothing more to do.`,
};

export const ending = {
  reporter,
  ended,
  resolveForm: {
    heading: (name: string) => `${name}: resolve`,
    text: 'What was done, and what is left?',
    example: 'What was wrong, what fixed it, since when it works, what data or jobs need a look',
    send: 'Resolve',
    audience: 'It goes to this thread, to the reporter and to everyone who follows. The pings end.',
  },
  transfer: {
    heading: (name: string) => `${name}: transfer`,
    promise: (plan: string, reply: string) => `By ${plan} the other team replies within ${reply}.`,
    promised: (within: string, when: string) =>
      `The reporter was promised an acknowledgement within ${within}, by ${when}. They see both promises, and may object once.`,
    team: 'Which team answers it?',
    reason: 'Why is it no outage?',
    example: 'Which of the three it is not: live, more than one user, daily business stopped',
    send: 'Transfer',
    audience: 'The pings end. The reporter and everyone who follows are told the reason.',
  },
  merge: {
    heading: (name: string) => `${name}: merge`,
    open: 'These are open too:',
    number: 'Into which outage?',
    example: 'OUT-1042',
    send: 'Merge',
    audience: (name: string, into: string) =>
      `${name} ends, and its reporter gets the updates of ${into}. If it turns out to be wrong, write "unmerge" here.`,
    otherOne: 'the other one',
    taken: (into: string, owner: string) => `${owner} has ${into}.`,
    waiting: (into: string, promise: string) => `Nobody has ${into} yet. ${promise}.`,
    question: (name: string, into: string) => `Is ${name} the same as ${into}?`,
    saidApart: (by: string, when: string) => `${by} said at ${when} that they are two things.`,
    apart: (into: string) => `It is not the same as ${into}.`,
    notMerged: (name: string) => `${name} is not part of another outage.`,
    partOfIt: (count: number, names: string, first: string) =>
      `${formats.plural(count, { one: `${names} is part of it.`, other: `${names} are part of it.` })} To take it out: unmerge ${first}.`,
    notANumber: 'Write a number such as OUT-1042.',
    unknown: 'I know no outage with this number.',
  },
  reopen: {
    heading: (name: string) => `${name}: reopen`,
    reason: 'What is still wrong?',
    example: 'What fails again, and since when',
    send: 'Reopen and take it',
    audience: 'It is yours then. The number and the threads stay, and everybody is told.',
  },
};
