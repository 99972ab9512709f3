/** Every sentence that people read, in English. Plain, short, exact, kind: what happened, what happens next, by when. */
import type { RungKind } from '../../outage/promise.ts';
import { denial } from '../denial.ts';
import { joining } from './affected.ts';
import { formats } from './formats.ts';
import { audit } from './look.ts';
import { level, phase, phaseShort } from './names.ts';
import { check, onCall, whyCalled } from './on-call.ts';
import { engineer } from './ownership.ts';
import { mayDo } from './permissions.ts';
import { privacy } from './privacy.ts';
import { ended, life } from './progress.ts';
import { access } from './report/access.ts';
import { fromMessage } from './report/from-message.ts';
import { nudge, unreached } from './report/receipt.ts';
import { report } from './report/report.ts';
import { reporter } from './report/reporter.ts';
import { request } from './request.ts';
import { setup } from './setup.ts';
import { alarm } from './watch/alarms.ts';
import { drill } from './watch/drill.ts';
import { restored } from './watch/restored.ts';

/** The bot's name in Teams: without it in front, Teams hands it nothing that is said in a channel. */
const botName = 'Outage Desk';

export const en = {
  language: 'en',
  formats,
  level,
  phase,
  phaseShort,
  access,
  mayDo,
  audit,
  alarm,
  engineer,
  restored,
  privacy,
  setup,
  life,
  ended,
  reporter,
  onCall,
  check,
  drill,
  nudge,
  unreached,
  request,
  joining,
  fromMessage,
  phones: (numbers: readonly { region: string; number: string }[]) =>
    `If anything here fails, call ${formats.or(numbers.map(({ region, number }) => `${number} (${region})`))}.`,

  report,

  facts: {
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
    cut: 'It goes on: there was no room for all of it on this card.',
    aroundTheClock: 'Around the clock',
    orElse: (second: string) => `Not around the clock. Otherwise: ${second}`,
  },

  state: {
    reported: 'Waiting for a support engineer',
    breached: 'Not acknowledged in time',
    acknowledged: (owner: string, phaseName: string) => `${owner} is on it. ${phaseName}`,
    resolved: 'Resolved',
  },

  receipt: {
    heading: (name: string) => `${name}: your report has arrived`,
    next: (when: string) =>
      `A support engineer will have acknowledged it by ${when}, and you will hear it here. If nobody has, we call more people and tell you.`,
    breached: (when: string) =>
      `We promised an acknowledgement by ${when} and did not keep that. We are calling more people. Please call us too, and say the number above.`,
    acknowledged: (when: string, next: string) => `It was acknowledged at ${when}. The next update comes by ${next}.`,
    acknowledgedMissed: (when: string) => `It was acknowledged at ${when}.`,
    resolved: (by: string, when: string) => `${by} resolved it at ${when}.`,
  },
  publicReport: {
    heading: (person: string) => `${person} is reporting a production outage`,
    text: (person: string) =>
      `Only ${person} can go on with this report, and sees what is entered. The number will stand here when it is sent.`,
    go: 'Go on with my report',
    cancelled: (person: string) => `${person} started a report and cancelled it. Nothing was sent.`,
    arrived: (name: string, person: string) => `${name}, reported by ${person}`,
  },

  desk: {
    newOutage: (name: string) => `${name}: new outage`,
    heading: (name: string, state: string) => `${name}: ${state}`,
    /** In place of its name, while that cannot be read. */
    thisOutage: 'This outage',
    onCall: (mentions: string) => `${mentions}: you are on call.`,
    acknowledge: 'Acknowledge',
    update: 'Post an update',
    resolve: 'Resolve',
    acknowledgeBreached: (when: string) => `Was due at ${when}. The promise is broken; take it now.`,
  },
  updateForm: {
    heading: (name: string) => `${name}: update`,
    text: 'What do people need to know?',
    example: 'What is affected now, what you know, what you are doing. "Nothing new" is a fine update.',
    phase: 'Phase',
    next: 'Next update in',
    minutes: (n: number) => formats.duration(n * 60_000),
    send: 'Send the update',
    audience: 'It goes to this thread, to the reporter and to everyone who follows.',
  },
  resolveForm: {
    heading: (name: string) => `${name}: resolve`,
    text: 'What was done, and what is left?',
    example: 'What was wrong, what fixed it, since when it works, what data or jobs need a look',
    send: 'Resolve',
    audience: 'It goes to this thread, to the reporter and to everyone who follows. The pings end.',
  },

  news: {
    repeated: 'Sent again: we could not tell whether the first message arrived.',
    acknowledged: (name: string, by: string, after: string) => `${by} acknowledged ${name} after ${after}`,
    acknowledgedLate: (after: string) => `The promise was ${after}. This is on the record.`,
    nextUpdate: (when: string) => `Next update by ${when}.`,
    updated: (name: string, by: string, phaseName: string) => `${name}: ${phaseName}. Update by ${by}`,
    resolved: (name: string, by: string) => `${name} is resolved, says ${by}`,
    resolvedAfter: (after: string) => `It took ${after} from the report.`,
    stillDown: (phones: string) => `If it is still down, say so, or call ${phones}.`,
    breached: (name: string) => `Nobody has acknowledged ${name} yet`,
    breachedText: (after: string) =>
      `We promised it within ${after} and did not keep that. More people are being called now, and again until somebody takes it.`,
    forReporter: (mention: string) => `${mention}: this is about your report.`,
    breachedCall: (phones: string) => `Please call ${phones} and say the number.`,
    placeLost: (place: string) => `Updates no longer arrive at ${place}`,
    placeLostText:
      'Teams refuses messages there: the bot was removed or blocked, or the conversation is gone. Tell the people there in another way.',
    places: {
      desk: "the desk's thread",
      origin: 'the place where it was reported',
      follower: (id: string) => `the follower "${id}"`,
      merged: (name: string) => `the place where ${name} was reported`,
      someMerged: 'the place where the same outage was reported too',
      team: (name: string) => `the team ${name}`,
      person: (name: string) => (name ? `${name}'s own chat with me` : 'the own chat of somebody who was pinged'),
    },
  },
  ping: {
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
    openThread: 'Take it in the thread of the support desk, or here.',
    notYours: 'Nobody has taken it. Call an engineer who can.',
  },
  digest: {
    heading: (n: number) => formats.plural(n, { one: 'One outage needs somebody', other: `${n} outages need somebody` }),
    updates: (n: number) => formats.plural(n, { one: 'One outage waits for an update', other: `${n} outages wait for an update` }),
    people: (mentions: string) => `${mentions}: you are needed.`,
    how: (name: string) => `Take one by its button, in its thread, or write "@${botName} ack ${name}".`,
    owners: 'Of those that are taken, say in the thread what is new. "Nothing new" is a fine update.',
    notYours: 'Nobody has taken these. Call an engineer who can.',
    also: 'And',
    updateMissed: (owner: string, when: string) => `${owner}: an update was due by ${when}.`,
    take: (name: string) => `Acknowledge ${name}`,
    taken: (name: string) => `You took ${name}. Its thread has the rest.`,
  },

  exit: {
    noOutageHeading: 'This is not a production outage',
    noOutage: 'A production outage is live, hits more than one user and stops the daily business, all three together.',
    notTicked: (condition: string) => `Not ticked: ${condition}.`,
    inDoubt: 'If you are not sure, go back and tick all three. Support will sort it out with you.',
    redirected: (scenario: string) => `${scenario}: not here`,
    call: (phones: string) => `Call ${phones}.`,
    request: 'Open a support request',
    cancelled: 'Cancelled. Nothing was sent.',
  },
  resume: {
    heading: 'You have a report that was not sent',
    text: (title: string, when: string) => (title ? `"${title}", begun at ${when}.` : `Begun at ${when}.`),
    goOn: 'Go on',
    startOver: 'Start over',
  },

  help: {
    heading: botName,
    text: 'Is production down? Report it here, and a support engineer acknowledges it.',
    report: 'Report an outage',
    youSaid: 'I did not understand that. This is what I can do:',
  },
  commands: {
    outage: 'Report a production outage',
    setup: 'For administrators: choose the support desk, and who follows',
    acknowledge: "In an outage's thread: take it",
    update: "In an outage's thread: tell everyone what is new",
    resolve: "In an outage's thread: say that it is over, and what was done",
    onCall: 'See who is on call, take it, or cover for somebody',
    check: 'See whether it would work tonight: roster, ladder, projects',
    help: 'See what Outage Desk can do',
  },

  refused: {
    notPermitted: denial(
      'not-permitted',
      'Only engineers of the support desk can do that. If you should be one, ask whoever runs the desk to add you.',
    ),
    alreadyAcknowledged: (name: string, by: string, when: string) =>
      denial('already-acknowledged', `${by} already took ${name} at ${when}.`),
    alreadyYours: (name: string) => `${name} is already yours.`,
    onlyReporter: denial('not-permitted', 'Only whoever reported it can do that.'),
    notNow: (name: string, state: string) => denial('not-now', `That cannot be done now. ${name}: ${state}.`),
    notOffered: (name: string) => denial('not-offered', `${name} is not offered to anybody. Ask its owner, or help.`),
    offeredToOther: (name: string, to: string) => denial('not-offered', `${name} is offered to ${to}.`),
    objectedAlready: (name: string) =>
      denial('objected-already', `You have objected to the transfer of ${name} once already. If you still disagree, please call.`),
    tooLate: (name: string, when: string) =>
      denial('too-late', `That was possible until ${when}. Report it again with /outage, and say that it was ${name}.`),
    badTarget: {
      same: (name: string) => denial('bad-target', `${name} cannot be merged into itself.`),
      unknown: (_name: string) =>
        denial('bad-target', 'I do not know the outage that it is to be merged into. Write its number, such as OUT-1042.'),
      ended: (_name: string) =>
        denial('bad-target', 'The outage that it is to be merged into is over. Choose an open one, or reopen that one first.'),
    },
    cardOutdated: (by: string, when: string) =>
      denial(
        'card-outdated',
        `${by} changed it at ${when}, while you were writing. Your text is below: send it again if it is still right.`,
      ),
    unknownOutage: denial('unknown-outage', 'I do not know that outage. It may have been removed. Type /outage to report one.'),
    tooMuch: (wait: string) =>
      denial(
        'rate-limited',
        `That was more than I can take from one person or company in a minute, so this was not done. Please try again in ${wait}.`,
      ),
    unreadable: denial('unreadable', 'I could not read that, and nothing was changed. Type /outage to begin.'),
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
  },
  examples: {
    update: 'update We found the cause and are testing a fix.',
    resolve: 'resolve The service was restarted; posting works since 10:40.',
  },
};
