/** The end of an outage, in English: resolve, transfer, merge, reopen, and what the reporter can answer. */
import type { OutageState } from '../../outage/types/outage.ts';
import { denial } from '../denial.ts';
import { formats } from './formats.ts';

/** What the reporter can do with a report that was sent. */
const reporter = {
  buttons: {
    correct: 'Correct report',
    withdraw: 'Withdraw report',
    object: 'Say it is an outage',
    other: 'Say it is different',
    notMerge: 'No, leave both',
    stillDown: 'Say it is still down',
  },
  /** What the desk reads when somebody said no more than that. */
  said: { works: 'It works again.', better: 'It is better.', down: 'It is still down.' },
  withdraw: {
    heading: (name: string) => (name ? `${name}: withdraw it?` : 'Withdraw it?'),
    reason: 'Why? (optional)',
    example: 'A cable was loose. It works again.',
    send: 'Withdraw',
    audience: 'Nobody is alerted any more, and everyone who follows is told. If it is still down, you can say so later.',
  },
  object: {
    heading: (name: string) => (name ? `${name}: is it an outage?` : 'Is it an outage?'),
    reason: 'What should the desk know? (optional)',
    example: 'Nobody in three countries can post, and orders wait',
    send: 'Say it is an outage',
    audience: 'It goes back to the support desk at once, and we alert the duty manager. You can do this once.',
  },
  other: {
    heading: (name: string) => (name ? `${name}: is it different?` : 'Is it different?'),
    reason: 'What is different about it? (optional)',
    example: 'Ours began an hour earlier, and only printing fails',
    send: 'Say it is different',
    audience: 'It is handled on its own again at once, and we alert the duty manager. You can do this once.',
  },
  stillDown: {
    heading: (name: string) => (name ? `${name}: still down?` : 'Still down?'),
    reason: 'What is still wrong?',
    example: 'Posting works, but the printers get nothing',
    send: 'Say it is still down',
    audience: 'It opens again under the same number, and we alert the people on call at once.',
  },
  notYours: (person: string) =>
    denial('not-yours', `Only ${person}, who reported it, can do that. If you know more, tell ${person}, or call.`),
  /** In a channel or group chat, where a card that everybody sees must not ask for what one person enters. */
  useButton: (person: string) => `${person}: press the button below. Only you see what you enter there.`,
  whichOne: (names: string) => `You have more than one: ${names}. Say which, with its number.`,
  told: 'We told the support desk in its thread.',
  toldWorks: 'We told the support desk in its thread. If it is over, withdraw it. Until then the desk keeps working on it.',
  /** In a group or channel. `example`: what they wrote, with the number. */
  notHere: (example: string) => `You did not report it here. Write it in our own chat, or: ${example}.`,
  noneHere: 'I find no outage of yours for that. Write its number, such as OUT-1042, or type /outage to report one.',
};

/** "Ann resolved OUT-7", or "OUT-7 was resolved". */
const did = (by: string, name: string, done: string, past = done): string => (by ? `${by} ${past} ${name}` : `${name} was ${done}`);

/** Why nothing can be done with an outage that has ended. Nobody knows who did it where `by` is empty. */
const ended: Record<OutageState, (name: string, by: string, when: string, into: string) => string> = {
  reported: (name) => `${name} is open.`,
  acknowledged: (name) => `${name} is open.`,
  requested: (name) => `${name} is a request.`,
  transferred: (name, by, when) => `${did(by, name, 'transferred')} to another team at ${when}.`,
  withdrawn: (name, by, when) => `${did(by, name, 'withdrawn', 'withdrew')} at ${when}. Nothing more to do.`,
  merged: (name, by, when, into) => `${did(by, name, 'merged')} into ${into} at ${when}. Continue with ${into}.`,
  resolved: (name, by, when) => `${did(by, name, 'resolved')} at ${when}. Nothing more to do.`,
  closed: (name, by, when) => `${did(by, name, 'resolved')} at ${when}. It is closed. Nothing more to do.`,
};

export const ending = {
  reporter,
  ended,
  resolveForm: {
    heading: (name: string) => `${name}: resolve`,
    text: 'What was done, and what is left?',
    example: 'What was wrong, what fixed it, since when it has worked, what data or jobs to check',
    send: 'Resolve',
    audience: 'This thread, the reporter and everyone who follows see it. Pings stop.',
  },
  transfer: {
    heading: (name: string) => `${name}: transfer`,
    promise: (plan: string, reply: string) => `The other team replies within ${reply} (support plan: ${plan}).`,
    promised: (within: string, when: string) =>
      `We promised the reporter an acknowledgement within ${within}, by ${when}. They see both promises and can object once.`,
    team: 'Which team will reply?',
    reason: 'Why is it not an outage?',
    example: 'Which of the three it is not: live, more than one user, daily business stopped',
    send: 'Transfer',
    audience: 'Pings stop. The reporter and everyone who follows see the reason.',
  },
  merge: {
    heading: (name: string) => `${name}: merge`,
    open: 'These are open too:',
    number: 'Into which outage?',
    example: 'OUT-1042',
    send: 'Merge',
    audience: (name: string, into: string) =>
      `${name} ends, and its reporter gets the updates of ${into}. To undo the merge, write "unmerge" here.`,
    /** In `audience`, while no other outage is chosen. */
    otherOne: 'the other one',
    /** In `ended.merged`, where nobody knows any more into which. */
    intoOther: 'the other one',
    taken: (into: string, owner: string) => `${owner} is the owner of ${into}.`,
    waiting: (into: string, promise: string) => `Nobody has acknowledged ${into} yet. ${promise}.`,
    question: (name: string, into: string) => `Is ${name} the same as ${into}?`,
    saidApart: (by: string, when: string) => `${by} said at ${when} that they are different.`,
    apart: (into: string) => `It is not the same as ${into}.`,
    notMerged: (name: string) => `${name} is not merged into another outage.`,
    partOfIt: (count: number, names: string, first: string) =>
      `${formats.plural(count, { one: `${names} is merged into it.`, other: `${names} are merged into it.` })} To undo that: unmerge ${first}.`,
    notANumber: 'Write a number such as OUT-1042.',
    unknown: 'I know no outage with this number.',
  },
  reopen: {
    heading: (name: string) => `${name}: reopen`,
    reason: 'What is still wrong?',
    example: 'What has failed again, and since when',
    send: 'Reopen',
    audience: 'You become the owner. It keeps its number and threads, and everybody is told.',
  },
};
