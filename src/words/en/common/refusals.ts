/** Why something was not done, in English. A refusal carries its reason for the record. */
import { denial } from '../../denial.ts';
import { botName } from './names.ts';

export const refusals = {
  notPermitted: denial(
    'not-permitted',
    'Only engineers of the support desk can do that. If you should be one, ask the people who run the desk to add you.',
  ),
  alreadyAcknowledged: (name: string, by: string, when: string) =>
    denial('already-acknowledged', `${by} already acknowledged ${name} at ${when}.`),
  alreadyYours: (name: string) => `${name} is already yours.`,
  onlyReporter: denial('not-permitted', 'Only the person who reported it can do that.'),
  notNow: (name: string, state: string) => denial('not-now', `You cannot do that now. ${name}: ${state}.`),
  notOffered: (name: string) => denial('not-offered', `Nobody has offered ${name} to you. Ask its owner, or help with it.`),
  offeredToOther: (name: string, to: string) => denial('not-offered', `${name} is offered to ${to}.`),
  tooManyQuestions: (name: string, most: number) =>
    denial('too-many-questions', `${most} questions about ${name} wait for a reply already. Call the reporter, or wait for a reply.`),
  objectedAlready: (name: string) =>
    denial('objected-already', `You have already objected once about ${name}. If you still disagree, please call.`),
  staysTaken: {
    theirs: (name: string, owner: string, _when: string) =>
      denial('stays-taken', `${owner} owns ${name}, so you cannot undo that. If nobody works on it, press More, then Give back.`),
    'in-work': (name: string) =>
      denial(
        'stays-taken',
        `You acknowledged ${name} on purpose or have worked on it since, so it stays yours. To give it back, press More, then Give back.`,
      ),
    late: (name: string, _owner: string, when: string) =>
      denial('stays-taken', `That was possible until ${when}. To give ${name} back, press More, then Give back.`),
  },
  saidAlready: (says: string, when: string, until: string) =>
    denial('said-already', `You said at ${when} that ${says}, and the support desk knows. You can say it again from ${until}.`),
  tooLate: (name: string, when: string) =>
    denial('too-late', `That was possible until ${when}. Report it again with /outage, and say that it was ${name} before.`),
  badTarget: {
    same: (name: string) => denial('bad-target', `${name} cannot be merged into itself.`),
    unknown: (_name: string) => denial('bad-target', 'I do not know the outage to merge it into. Write its number, such as OUT-1042.'),
    ended: (_name: string) => denial('bad-target', 'The outage to merge it into has ended. Choose an open one, or reopen that one first.'),
  },
  tooMany: (name: string, most: number) =>
    denial('too-many', `${name} has ${most} tickets already. Remove one first: write "ticket remove" and its number in the thread.`),
  parted: (by: string, when: string, name: string, into: string) =>
    denial(
      'parted',
      `${by} said at ${when} that ${name} and ${into} are different, so nothing was merged. If they are the same, write "merge ${name} into ${into}".`,
    ),
  cardOutdated: (by: string, when: string) =>
    denial('card-outdated', `${by} changed it at ${when}, while you were writing. Your text is below: send it again if it is still right.`),
  unknownOutage: denial(
    'unknown-outage',
    'I do not know that outage. It may have been removed, or only the people of its project may look it up. Type /outage to report one.',
  ),
  tooMuch: (wait: string) =>
    denial('rate-limited', `You or your company sent more than I can take in a minute, so this was not done. Please try again in ${wait}.`),
  unreadable: denial('unreadable', 'I could not read that, and nothing was changed. Type /outage to begin.'),
  edited: 'What you sent first counts: an edit changes nothing. Please send it as a new message.',
  guest: 'I cannot tell who you are, because you are here without an account. Please sign in with your own account and try again.',
  noThread: denial(
    'no-thread',
    `I do not see which outage you mean. Say it in the thread of the outage, or write "@${botName} ack OUT-1042" with its number.`,
  ),
  noDeskThread: denial(
    'no-thread',
    'Choose a message in the thread of an outage. To write one yourself, say in that thread: update, and then the text.',
  ),
  notOpen: (name: string, state: string) =>
    denial(
      'not-now',
      `${name} is not an open outage (${state}), so nothing was posted. For the desk alone, write in its thread: note, and then the text.`,
    ),
  needsText: (example: string) => `Say what people should know, like this: ${example}`,
  textTooLong: (limit: number) => `That is longer than ${limit} characters. Please shorten it.`,
  draftNotHere: denial(
    'draft-gone',
    'This report is no longer here, or someone else began it. Only they can continue it. To report something yourself, type /outage.',
  ),
  draftGone: denial('draft-gone', 'This report is no longer here. What you have sent is not lost. Type /outage to begin a new one.'),
  oldCard: denial('unreadable', 'This button is on an older card. Type /outage to begin, or use the newest card.'),
  oldClient: denial(
    'old-client',
    'Your version of Teams cannot do this here without showing it to everyone. Write /outage to me in our own chat.',
  ),
  failed: (id: string) =>
    `That did not work, and nothing was sent. What you entered stays on this card. Try again in a moment. If it fails again, call and say this id: ${id}.`,
};
