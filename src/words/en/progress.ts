/** An outage between its report and its end, in English: states, next steps, news, pings, updates, notes. */

import type { SensitiveKind } from '../../desk/sensitive.ts';
import type { Phase } from '../../outage/types/outage.ts';
import type { BackBy, Level } from '../../outage/types/values.ts';
import { botName, phaseShort, the } from './common/names.ts';
import { formats } from './formats.ts';

export const progress = {
  /** After its number, at the head of its card. */
  state: {
    back: {
      release: 'Given back, not acknowledged yet',
      objection: 'Reporter objected, not acknowledged yet',
      reopening: 'Still down, not acknowledged yet',
      mistake: 'Not acknowledged yet',
    } satisfies Record<BackBy, string>,
    transferred: (team: string) => `With ${team}, not handled as an outage`,
    withdrawn: 'Withdrawn by the reporter',
    merged: (into: string) => `Merged into ${into}`,
    closed: 'Closed',
  },

  /** What happens next and by when. */
  next: {
    back: {
      release: (when: string) => `The owner had to give it back. Another engineer acknowledges it by ${when}, and we will tell you.`,
      objection: (when: string) =>
        `It is an outage again, and we told the duty manager. A support engineer acknowledges it by ${when}, and we will tell you.`,
      reopening: (when: string) => `It is still down. A support engineer acknowledges it again by ${when}, and we will tell you.`,
      mistake: (when: string) =>
        `It has no owner: it was acknowledged by mistake. A support engineer acknowledges it by ${when}, and we will tell you.`,
    } satisfies Record<BackBy, (when: string) => string>,
    updateMissed: (when: string, asked: string) => `The update is late: it was due by ${when}. We asked ${asked} for it.`,
    ownerAndAbove: (owner: string) => `${owner} and the next levels on call`,
    transferred: (team: string, when: string) => `${team} will reply by ${when}. It is no longer handled as an outage.`,
    objectOnce: 'If you think it is an outage, press the button: that alerts the duty manager. You can do this once.',
    otherOnce: 'If yours is different, press the button: that alerts the duty manager. You can do this once.',
    objectedAlready: (phones: string) => `You have already objected once. If you still disagree, call ${phones}.`,
    withdrawn: (by: string, when: string) => `${by} withdrew the report at ${when}. Nobody is alerted any more.`,
    stillDownUntil: (when: string) => `If it is still down, say so by ${when}. It keeps its number.`,
    merged: (into: string) => `Support found that it is the same outage as ${into}. Updates on ${into} come here too.`,
    mergedFollow: (into: string) => `Support found that it is the same outage as ${into}. Follow ${into} from now on.`,
    doesItWork: (when: string) => `Does it work again? If we hear nothing, we close it at ${when}.`,
    confirmed: (by: string, when: string) => `${by} confirmed at ${when} that it works again.`,
    closedByTime: (when: string) => `We closed it at ${when}: nobody said that it is still down.`,
  },

  facts: {
    back: 'Open again',
    backBy: {
      release: (owner: string, when: string) => `${owner} gave it back at ${when}`,
      objection: (_owner: string, when: string) => `The reporter objected at ${when}`,
      reopening: (_owner: string, when: string) => `Somebody affected said at ${when} that it is still down`,
      mistake: (owner: string, when: string) => `${owner} acknowledged it by mistake and undid that at ${when}`,
    } satisfies Record<BackBy, (owner: string, when: string) => string>,
    /** The owner may have taken it over from somebody else. */
    acknowledged: (owner: string, when: string, after: string) => `${owner}. Acknowledged at ${when}, after ${after}.`,
    reopened: (owner: string, when: string) => `${owner}. Reopened at ${when}.`,
    firstLook: 'Looking first at',
    helpers: 'Helpers',
    offered: 'Offered to',
    offeredTo: (to: string, owner: string) => `${to}. ${owner} stays the owner until ${to} accepts.`,
    reason: 'Why',
    before: 'Promised so far',
    /** `every`: how often an update was promised. */
    promiseBefore: (within: string, every: string) => `As an outage: acknowledged within ${within}, then an update every ${every}`,
    after: 'Promised now',
    promiseAfter: (team: string, when: string, plan: string) => `${team} replies by ${when} (support plan: ${plan})`,
    withdrawn: (by: string, when: string) => `Withdrawn by ${by} at ${when}`,
    transferred: (by: string, when: string) => `Transferred by ${by} at ${when}`,
    merged: (by: string, into: string, when: string) => `${by} merged it into ${into} at ${when}`,
    closedBy: (by: string, when: string) => `${by} confirmed at ${when} that it works again`,
    closed: (when: string) => `Closed at ${when}: nobody said that it is still down`,
    absorbed: 'Merged into it',
    absorbedOf: (name: string, reporter: string) => `${name}, reported by ${reporter}`,
  },

  news: {
    heardAlready: (when: string, next: string) =>
      `Everybody had an update at ${when} already, so nothing was sent. Next update by ${next}.`,
    nothingNew: (name: string, phase: Phase) => `${name}: ${phaseShort[phase]}, nothing new`,
    /** How long it took since it last came back. */
    sinceBack: {
      release: (by: string, after: string) => `${by && `${by}, `}${after} after it was given back`,
      objection: (by: string, after: string) => `${by && `${by}, `}${after} after the objection`,
      reopening: (by: string, after: string) => `${by && `${by}, `}${after} after it was reopened`,
    } satisfies Record<Exclude<BackBy, 'mistake'>, (by: string, after: string) => string>,
    nothingNewSince: (when: string) => `Nothing is new since ${when}.`,
    handedOver: (name: string) => `${name}: handed over`,
    handedOverTo: (from: string, to: string, when: string) => `From ${from} to ${to} at ${when}`,
    released: (name: string) => `${name}: given back`,
    objected: (name: string) => `${name}: an outage again`,
    parted: (name: string) => `${name}: merge undone`,
    partedFrom: (into: string) => `It is not the same as ${into} and is handled on its own again.`,
    ownedBy: (by: string) => `${by} is the owner.`,
    backTeam: (name: string) => `${name}: back with the support desk`,
    objectedTeamText: 'The reporter says that it is an outage. You need not reply any more.',
    reopenedTeamText: 'The support desk reopened it. You need not reply any more.',
    reopened: (name: string) => `${name}: reopened`,
    stillDown: (name: string) => `${name}: still down`,
    calledUntil: (when: string) => `A support engineer acknowledges it by ${when}. We alert people in Teams now.`,
    noted: (name: string) => `${name}: new note`,
    notedText: 'Only the desk sees this note.',
    reporterWrote: (name: string) => `${name}: message from the reporter`,
    affectedWrote: (name: string) => `${name}: message from an affected person`,
    forOwner: (mention: string) => `${mention}: this is about your outage.`,
    corrected: (name: string) => `${name}: report corrected`,
    was: (text: string) => `Was: ${text}`,
    now: (text: string) => `Now: ${text}`,
    empty: 'nothing',
    transferred: (name: string, team: string) => `${name}: Transferred to ${team}`,
    transferredText: 'Support found that it is not an outage.',
    transferredTeam: (name: string, team: string) => `${name}: for ${team}`,
    transferredTeamText: 'The support desk found that it is not an outage and transferred it to you. Please reply by the time below.',
    transferredContact: 'Ask the support desk for the phone number and e-mail address of the reporter.',
    withdrawn: (name: string) => `${name}: Withdrawn`,
    withdrawnText: 'We alert nobody now.',
    merged: (name: string, into: string) => `${name}: Merged into ${into}`,
    absorbed: (name: string, merged: string) => `${name}: ${merged} merged into it`,
    absorbedText: (reporter: string) => `${reporter}, who reported that one, gets the updates of this one from now on.`,
    stillDownElsewhere: (phones: string) => `If it is still down for you, report it again with /outage, or call ${phones}.`,
    closed: (name: string) => `${name}: Closed`,
    closedText: 'The reporter confirmed that it works again.',
    updateMissedText: (when: string, people: string) => `It was due by ${when}. We asked ${people} for it.`,
    updateMissedCall: (phones: string) => `If you need to know more now, call ${phones}.`,
    /** For somebody who reported the same outage under another number. */
    yours: (own: string, name: string) => `You reported this as ${own}. It is the same outage as ${name}.`,
  },

  /** Why each of several outages needs somebody. */
  digest: {
    offered: (by: string, to: string) => `${by} asks ${to} to take over.`,
    declined: (owner: string) => `${owner} stays the owner.`,
    assisted: (by: string, person: string) => (by === person ? `${person} helps.` : `${by} asks ${person} to help.`),
  },

  ping: {
    offered: (name: string) => `${name}: hand-over offered`,
    offeredWhy: (mention: string, by: string) => `${mention}: ${by} asks you to take this over.`,
    offeredText: (owner: string) => `${owner} stays the owner until you accept.`,
    declined: (name: string) => `${name}: hand-over declined`,
    offerEnded: (name: string) => `${name}: hand-over no longer offered`,
    declinedWhy: (mention: string, by: string) => `${mention}: ${by} cannot take over. You are still the owner.`,
    takenBackWhy: (mention: string) => `${mention}: you ended your offer. You are still the owner.`,
    assisted: (name: string) => `${name}: new helper`,
    assistedWhy: (mention: string, by: string, owner: string) => `${mention}: ${by} asks you to help. ${owner} stays the owner.`,
    assistedOwn: (mention: string, owner: string) => `${mention} helps. ${owner} stays the owner.`,
    objected: (name: string) => `${name}: the reporter objected`,
    objectedText: (team: string) =>
      `The reporter says that it is an outage. It was with ${team}. Acknowledge it or talk to the reporter now.`,
    otherText: (into: string) => `The reporter says that it is not the same as ${into}. Acknowledge it or talk to the reporter now.`,
    hadIt: (mention: string) => `${mention}: you were the owner before.`,
    transferredIt: (mention: string) => `${mention}: you transferred it.`,
    /** To a level above the owner. */
    updateMissedAbove: (mention: string, level: Level, owner: string, when: string) =>
      `${mention}: you are ${the[level]}. The owner, ${owner}, has not posted the update that was due by ${when}.`,
    updateMissedAgain: (mention: string, when: string) =>
      `${mention}: the update that was due by ${when} is still missing. "Nothing new" is a fine update.`,
    stillMissing: (over: string) => `It is ${over} late. The reporter and followers were told.`,
  },

  updateForm: {
    heading: (name: string) => `${name}: update`,
    text: 'What do people need to know?',
    example: 'What is affected now, what you know, what you are doing. "Nothing new" is a fine update.',
    phase: 'Stage',
    next: 'Next update in',
    minutes: (n: number) => formats.duration(n * 60_000),
    send: 'Send update',
    audience: 'This thread, the reporter and everyone who follows see it.',
  },
  /** A message of the desk's thread that everybody is to read. */
  publish: {
    /** In the menu that Teams shows for a message. */
    action: 'Publish this message',
    menu: 'For engineers: post this message as an update, or keep it as a note',
    heading: (name: string) => `${name}: publish`,
    check: 'Nothing is posted yet. Check what is in bold:',
    button: 'Publish text',
    begin: 'Write or paste a text. Before it is posted, I look for what may be secret.',
    clean: 'I found nothing that looks secret. Read it once more, then post it.',
    text: 'What people will read',
    example: 'What is affected, what you know, what you are doing',
    remove: 'Take out what is ticked',
    kinds: {
      key: 'key or password',
      email: 'e-mail address',
      phone: 'phone number',
      link: 'link',
      ticket: 'ticket',
      address: 'IP address',
      host: 'host name',
      name: 'name',
    } satisfies Record<SensitiveKind, string>,
    choice: (kind: string, text: string) => `${kind.charAt(0).toUpperCase()}${kind.slice(1)}: ${text}`,
    more: (count: number) =>
      formats.plural(count, {
        one: '1 more is taken out too. Shorten the text to choose for yourself.',
        other: `${count} more are taken out too. Shorten the text to choose for yourself.`,
      }),
    foundMore: 'Your text has something new that may be secret. Look at this list again.',
    send: 'Post as update',
    keep: 'Keep as note',
    audience: (places: readonly string[], more: number) => {
      const others = more > 0 ? [formats.plural(more, { one: '1 more place', other: `${more} more places` })] : [];
      const readers = formats.list(["this outage's thread", ...places, ...others]);
      return `Who reads an update: ${readers}. A note is for the desk alone.`;
    },
    posted: (count: number) =>
      count === 0
        ? "Posted in the outage's thread. Nobody else hears of it."
        : formats.plural(count, { one: 'Posted to 1 place beside the thread.', other: `Posted to ${count} places beside the thread.` }),
    kept: 'Kept as a note. Only the desk reads it.',
    again: 'It was posted already, so nothing was sent.',
    /** What the engineer has to know of a message first. */
    cut: (limit: number) => `The message is longer than ${limit} characters, so its end is missing here.`,
    beginning: 'Teams may give only the beginning of a quoted message. Check that nothing is missing.',
    withFiles: 'Its pictures and files are not posted.',
    below: 'Your preview is in the thread, where only you see it. Nothing is posted yet.',
    inChat: `Your preview is in our own chat: open Chat, then ${botName}. Nothing is posted yet.`,
    notShown: `I could not show you the preview. Write in our own chat: publish OUT-1042, and then the text. If you have no chat with me, add ${botName} for yourself in Apps first.`,
    inRoom: 'Only you may see the preview, and Teams cannot do that here. Write in our own chat: publish OUT-1042, and then the text.',
    noText: (example: string) => `That message has no text: it may be deleted, or be a picture or a card. To write one, say: ${example}`,
  },
  plan: {
    firstLook: 'What do you look at first? (optional)',
    /** Cards that were sent hold the ids, which therefore stay. The record holds these texts. */
    looks: { changes: 'Last changes', logs: 'Logs', database: 'Database', network: 'Network' },
    nextUpdate: 'When does the next update come?',
    minutes: (n: number) => formats.duration(n * 60_000),
  },
  note: {
    heading: (name: string) => `${name}: add note`,
    text: 'What should the desk know?',
    example: 'What you tried, what you ruled out, whom you asked',
    send: 'Add note',
    audience: 'Only the desk sees it, in this thread. The reporter and followers do not.',
  },
};
