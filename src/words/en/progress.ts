/** An outage between its report and its end, in English: states, next steps, news, pings, updates, notes. */

import type { Phase, Reported } from '../../outage/types/outage.ts';
import type { Level } from '../../outage/types/values.ts';
import { phaseShort, the } from './common/names.ts';
import { formats } from './formats.ts';

type BackBy = NonNullable<Reported['back']>['by'];

export const progress = {
  /** After its number, at the head of its card. */
  state: {
    back: {
      release: 'Given back, waiting for another engineer',
      objection: 'Back after an objection, waiting for the duty manager',
      reopening: 'Still down, waiting for a support engineer',
    } satisfies Record<BackBy, string>,
    transferred: (team: string) => `With ${team}, not handled as an outage`,
    withdrawn: 'Withdrawn by the reporter',
    merged: (into: string) => `The same as ${into}`,
    closed: 'Closed',
  },

  /** What happens next and by when. */
  next: {
    back: {
      release: (when: string) =>
        `The engineer had to give it back. Another one will have acknowledged it by ${when}, and you will hear it here.`,
      objection: (when: string) =>
        `It is handled as an outage again, and the duty manager was called. Somebody will have acknowledged it by ${when}, and you will hear it here.`,
      reopening: (when: string) =>
        `It is not over. A support engineer will have acknowledged it again by ${when}, and you will hear it here.`,
    } satisfies Record<BackBy, (when: string) => string>,
    updateMissed: (when: string, asked: string) => `No update was given: one was due at ${when}. Asked for it: ${asked}.`,
    ownerAndAbove: (owner: string) => `${owner}, and whoever is on call above`,
    transferred: (team: string, when: string) => `${team} answers it by ${when}. It is not handled as an outage any more.`,
    objectOnce: 'If it is an outage all the same, say so by the button: that calls the duty manager. You can do it once.',
    otherOnce: 'If yours is something else, say so by the button: that calls the duty manager. You can do it once.',
    objectedAlready: (phones: string) => `You have objected once already. If you still disagree, call ${phones}.`,
    withdrawn: (by: string, when: string) => `${by} withdrew the report at ${when}. Nobody is called any more.`,
    stillDownUntil: (when: string) => `If it is still down, say so by ${when}: it keeps its number.`,
    merged: (into: string) => `Support found that it is the same outage as ${into}. What is new about ${into} comes here too.`,
    mergedFollow: (into: string) => `Support found that it is the same outage as ${into}. Follow that one.`,
    doesItWork: (when: string) => `Does it work again? Without a word from you it is closed at ${when}.`,
    confirmed: (by: string, when: string) => `${by} said at ${when} that it works again.`,
    closedByTime: (when: string) => `It was closed at ${when}: nobody said that it is still down.`,
  },

  facts: {
    back: 'Put back',
    backBy: {
      release: (owner: string, when: string) => `${owner} gave it back at ${when}`,
      objection: (_owner: string, when: string) => `The reporter objected at ${when}`,
      reopening: (_owner: string, when: string) => `The reporter said at ${when} that it is still down`,
    } satisfies Record<BackBy, (owner: string, when: string) => string>,
    /** The owner may have taken it over from somebody else. */
    acknowledged: (owner: string, when: string, after: string) => `${owner}. It was acknowledged at ${when}, after ${after}.`,
    reopened: (owner: string, when: string) => `${owner}. It is open again since ${when}.`,
    firstLook: 'Looks first at',
    helpers: 'Helping',
    offered: 'Offered to',
    offeredTo: (to: string, owner: string) => `${to}. ${owner} stays responsible until that is accepted.`,
    overdue: (when: string) => `${when}. It is overdue.`,
    reason: 'Why',
    before: 'Until now',
    /** `every`: how often an update was promised. */
    promiseBefore: (within: string, every: string) => `An outage: acknowledged within ${within}, then updates at most ${every} apart`,
    after: 'From now on',
    promiseAfter: (team: string, when: string, plan: string) => `${team} replies by ${when} (support plan: ${plan})`,
    withdrawn: (by: string, when: string) => `Withdrawn by ${by} at ${when}`,
    transferred: (by: string, when: string) => `Transferred by ${by} at ${when}`,
    merged: (by: string, into: string, when: string) => `${by} merged it into ${into} at ${when}`,
    closedBy: (by: string, when: string) => `${by} confirmed at ${when} that it works again`,
    closed: (when: string) => `Closed at ${when}, because nobody said that it is still down`,
    absorbed: 'The same',
    absorbedOf: (name: string, reporter: string) => `${name}, reported by ${reporter}`,
  },

  news: {
    heardAlready: (when: string, next: string) => `Everybody heard at ${when} already; nothing was sent. Next update by ${next}.`,
    nothingNew: (name: string, by: string, phase: Phase) => `${name}: nothing new. ${phaseShort[phase]}, says ${by}`,
    /** How long it took since it last came back. */
    sinceBack: {
      release: (after: string) => `${after} after it was given back`,
      objection: (after: string) => `${after} after the objection`,
      reopening: (after: string) => `${after} after it was reopened`,
    } satisfies Record<BackBy, (after: string) => string>,
    nothingNewSince: (when: string) => `Nothing is new since ${when}.`,
    handedOver: (name: string, by: string, from: string) => `${by} took over ${name} from ${from}`,
    released: (name: string, by: string) => `${name}: ${by} had to give it back`,
    objected: (name: string) => `${name} is handled as an outage again`,
    objectedText: (reporter: string) => `${reporter} objected to the transfer.`,
    parted: (name: string, into: string) => `${name} is not the same as ${into}, and is handled on its own again`,
    partedBy: (by: string) => `${by} said so.`,
    partedTaken: (by: string) => `${by} said so, and has it.`,
    backTeam: (name: string) => `${name}: the support desk has it again`,
    objectedTeamText: 'The reporter says that it is an outage. You need not answer it any more.',
    reopenedTeamText: (by: string) => `${by} reopened it there. You need not answer it any more.`,
    reopened: (name: string, by: string) => `${name} is open again: ${by} says that it is not over`,
    reopenedTaken: (name: string, by: string) => `${name} is open again, ${by} has it`,
    calledUntil: (when: string) => `A support engineer will have acknowledged it by ${when}. People are being called.`,
    noted: (name: string, by: string) => `${name}: note by ${by}`,
    notedText: 'This note stays in the thread of the desk.',
    reporterWrote: (name: string, by: string) => `${name}: ${by}, who reported it, writes`,
    affectedWrote: (name: string, by: string) => `${name}: ${by}, who is affected too, writes`,
    forOwner: (mention: string) => `${mention}: this is about your outage.`,
    corrected: (name: string, by: string) => `${name}: ${by} changed the report`,
    was: (text: string) => `Was: ${text}`,
    now: (text: string) => `Now: ${text}`,
    empty: 'nothing',
    transferred: (name: string, team: string) => `${name} is now with ${team}`,
    transferredBy: (by: string) => `${by} found that it is no outage.`,
    transferredTeam: (name: string, team: string) => `${name}: for ${team}`,
    transferredTeamText: (by: string) =>
      `${by} of the support desk found that it is no outage, and handed it to you. Please reply in time.`,
    transferredContact: 'The support desk has the phone number and the e-mail address of the reporter.',
    withdrawn: (name: string, by: string) => `${name} was withdrawn by ${by}`,
    withdrawnText: 'Nobody is called any more.',
    merged: (name: string, into: string) => `${name} is the same as ${into}`,
    mergedBy: (by: string) => `${by} merged them.`,
    absorbed: (name: string, merged: string) => `${merged} is the same as ${name}`,
    absorbedText: (reporter: string) => `${reporter}, who reported that one, hears what is new about this one from now on.`,
    stillDownElsewhere: (phones: string) => `If it is still down for you, report it again with /outage, or call ${phones}.`,
    closed: (name: string, by: string) => `${name} is closed: ${by} says that it works again`,
    updateMissed: (name: string) => `${name}: no update was given`,
    updateMissedText: (when: string, people: string) => `One was due at ${when}. Asked for it: ${people}.`,
    updateMissedCall: (phones: string) => `If you need to know more now, call ${phones}.`,
    /** For somebody who reported the same outage under another number. */
    yours: (own: string, name: string) => `You reported this as ${own}. It is the same outage as ${name}.`,
  },

  /** Why each of several outages needs somebody. */
  digest: {
    offered: (by: string, to: string) => `${by} asks ${to} to take it over.`,
    declined: (owner: string) => `It stays with ${owner}.`,
    assisted: (by: string, person: string) => (by === person ? `${person} helps.` : `${by} asks ${person} to help.`),
  },

  ping: {
    offered: (name: string, by: string, to: string) => `${name}: ${by} asks ${to} to take over`,
    offeredWhy: (mention: string, by: string) => `${mention}: ${by} asks you to take this over.`,
    offeredText: (owner: string) => `${owner} stays responsible until you accept.`,
    declined: (name: string, owner: string) => `${name} stays with ${owner}`,
    declinedWhy: (mention: string, by: string) => `${mention}: ${by} cannot take it over. It is still yours.`,
    takenBackWhy: (mention: string) => `${mention}: you took your offer back. It is still yours.`,
    assisted: (name: string, person: string) => `${person} helps with ${name}`,
    assistedWhy: (mention: string, by: string, owner: string) => `${mention}: ${by} asks you to help. ${owner} stays the owner.`,
    assistedOwn: (mention: string, owner: string) => `${mention} helps. ${owner} stays the owner.`,
    released: (name: string, by: string) => `${name} is open again: ${by} gave it back`,
    objected: (name: string) => `${name}: the reporter says that it is an outage`,
    objectedText: (team: string) => `It was with ${team}. Decide now: take it, or talk to the reporter.`,
    otherText: (by: string) => `${by}, who reported it, says that it is something else. Decide now: take it, or talk to them.`,
    reopened: (name: string, by: string) => `${name} is still down, says ${by}`,
    hadIt: (mention: string) => `${mention}: you had it before.`,
    transferredIt: (mention: string) => `${mention}: you had it transferred.`,
    /** To a level above the owner. */
    updateMissedAbove: (mention: string, level: Level, owner: string, when: string) =>
      `${mention}: you are ${the[level]}. The owner, ${owner}, has not given the update that was due at ${when}.`,
    updateMissedAgain: (mention: string, when: string) =>
      `${mention}: the update that was due at ${when} is still missing. "Nothing new" is a fine update.`,
    stillMissing: (over: string) => `It is ${over} over its time. Those who follow were told that no update was given.`,
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
  plan: {
    firstLook: 'What do you look at first? It can be left open.',
    /** Cards that were sent hold the ids, which therefore stay. The record holds these texts. */
    looks: { changes: 'Last changes', logs: 'Logs', database: 'Database', network: 'Network' },
    nextUpdate: 'When does the next update come?',
    minutes: (n: number) => formats.duration(n * 60_000),
  },
  note: {
    heading: (name: string) => `${name}: note`,
    text: 'What should the desk know?',
    example: 'What you tried, what you ruled out, who else was asked',
    send: 'Keep the note',
    audience: 'It stays in this thread. The reporter and those who follow do not see it.',
  },
};
