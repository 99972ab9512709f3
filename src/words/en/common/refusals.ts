/** Why something was not done, in English. A refusal carries its reason for the record. */
import { denial } from '../../denial.ts';
import { botName } from './names.ts';

export const refusals = {
  notPermitted: denial(
    'not-permitted',
    'Only engineers of the support desk can do that. If you should be one, ask whoever runs the desk to add you.',
  ),
  alreadyAcknowledged: (name: string, by: string, when: string) => denial('already-acknowledged', `${by} already took ${name} at ${when}.`),
  alreadyYours: (name: string) => `${name} is already yours.`,
  onlyReporter: denial('not-permitted', 'Only whoever reported it can do that.'),
  notNow: (name: string, state: string) => denial('not-now', `That cannot be done now. ${name}: ${state}.`),
  notOffered: (name: string) =>
    denial('not-offered', `Nothing is offered to you: ${name} is not offered to anybody. Ask its owner, or help.`),
  offeredToOther: (name: string, to: string) => denial('not-offered', `${name} is offered to ${to}.`),
  objectedAlready: (name: string) =>
    denial('objected-already', `You have objected about ${name} once already. If you still disagree, please call.`),
  tooLate: (name: string, when: string) =>
    denial('too-late', `That was possible until ${when}. Report it again with /outage, and say that it was ${name}.`),
  badTarget: {
    same: (name: string) => denial('bad-target', `${name} cannot be merged into itself.`),
    unknown: (_name: string) =>
      denial('bad-target', 'I do not know the outage that it is to be merged into. Write its number, such as OUT-1042.'),
    ended: (_name: string) =>
      denial('bad-target', 'The outage that it is to be merged into is over. Choose an open one, or reopen that one first.'),
  },
  parted: (by: string, when: string, name: string, into: string) =>
    denial(
      'parted',
      `${by} said at ${when} that ${name} and ${into} are two things, so nothing was merged. If they are one all the same, write "merge ${name} into ${into}".`,
    ),
  cardOutdated: (by: string, when: string) =>
    denial('card-outdated', `${by} changed it at ${when}, while you were writing. Your text is below: send it again if it is still right.`),
  unknownOutage: denial(
    'unknown-outage',
    'I do not know that outage. It may have been removed, or only the people of its project may look it up. Type /outage to report one.',
  ),
  tooMuch: (wait: string) =>
    denial(
      'rate-limited',
      `That was more than I can take from one person or company in a minute, so this was not done. Please try again in ${wait}.`,
    ),
  unreadable: denial('unreadable', 'I could not read that, and nothing was changed. Type /outage to begin.'),
  files:
    'I cannot pass on pictures or files: only what is typed reaches anybody. Please write what they show, or give them to the engineer who takes the outage.',
  edited: 'What you sent first counts: an edit changes nothing. Please send it as a new message.',
  guest: 'I cannot tell who you are, because you are here without an account. Please sign in with your own account and try again.',
  noThread: denial(
    'no-thread',
    `I do not see which outage you mean. Say it in the thread of the outage, or write "@${botName} ack OUT-1042" with its number.`,
  ),
  needsText: (example: string) => `Say what people should know, like this: ${example}`,
  textTooLong: (limit: number) => `That is longer than ${limit} characters. Please shorten it.`,
  draftNotHere: denial(
    'draft-gone',
    'This report is no longer here, or somebody else began it; then only they can go on with it. To report something yourself, type /outage.',
  ),
  draftGone: denial('draft-gone', 'This report is no longer here. Type /outage to begin a new one. Nothing was lost that had been sent.'),
  oldCard: denial('unreadable', 'This button is of an older card. Type /outage to begin, or use the newest card.'),
  oldClient: denial(
    'old-client',
    'Your version of Teams cannot do this here without showing it to everyone. Write /outage to me in our own chat.',
  ),
  failed: (id: string) =>
    `That did not work, and nothing was sent. What you entered stays on this card. Try again in a moment. If it fails again, say this id: ${id}.`,
};
