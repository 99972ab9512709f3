/** What is said about the bots themselves, in English: alarms, the check whether it would work tonight, drills, a restore. */
import type { OutageEventType } from '../../outage/events.ts';
import type { Level } from '../../outage/types/values.ts';
import { privacy, level as roleOf, the, uncallable } from './common/names.ts';
import { formats } from './formats.ts';
import { request } from './request.ts';

const CALL = 'Call those who must know something now.';
/** A bot that was killed is no longer seen, so its trouble seems over. */
const LOOK = 'Look whether all your bots run.';

/** What a message of this event is called: "the update" in "the update, for the follower". */
const message: Record<OutageEventType, string> = {
  reported: 'the first message',
  acknowledged: 'the acknowledgement',
  planned: 'the plan of the owner',
  updated: 'the update',
  'hand-over-offered': 'the offer to take over',
  'hand-over-declined': 'the answer to an offer',
  'handed-over': 'the news that somebody took over',
  assisted: 'the call for help',
  released: 'the news that it was given back',
  objected: 'the objection of the reporter',
  reopened: 'the news that it is not over',
  noted: 'the note',
  corrected: 'the correction of the report',
  transferred: 'the transfer to another team',
  withdrawn: 'the news that it was withdrawn',
  merged: 'the news that it is the same as another',
  absorbed: 'the news that another is the same',
  parted: 'the news that another is not the same after all',
  joined: 'the news of who is affected too',
  left: 'the word that somebody is not affected after all',
  'phone-added': 'the phone number of somebody who is affected too',
  gathered: 'the offer to make several outages one',
  resolved: 'the news that it is resolved',
  ...request.message,
  closed: 'the news that it works again',
  breached: 'the news that nobody acknowledged it in time',
  escalated: 'the ping',
  'update-missed': 'the question for an update',
  'place-lost': 'the news that a place hears nothing any more',
  'desk-unreached': 'the failure receipt',
  'desk-reached': "the news that it is in the desk's channel now",
  'drill-ended': 'the report of a drill',
  restored: 'the word that the records were put back',
  'personal-data-removed': privacy.message,
};

const alarm = {
  /** `what`: one sentence for everybody. `desk`: what engineers do. `admin`: what the operator does. `thenLook`: what to do when it seems over. */
  troubles: {
    'deadlines-overdue': {
      heading: 'My pings are late',
      what: (count: number, oldest: string) =>
        formats.plural(count, {
          one: `One deadline passed ${oldest} ago and nothing was done about it.`,
          other: `${count} deadlines passed and nothing was done about them, the first ${oldest} ago.`,
        }),
      desk: 'Do not rely on my pings now: look yourselves which outages wait for an acknowledgement or an update.',
      admin: 'Look into the logs of the bots and at the load of the database, and start the bots again.',
      over: 'My pings are in time again',
    },
    'deadlines-missing': {
      heading: 'Nobody would be pinged for some outages',
      what: (count: number) =>
        formats.plural(count, {
          one: 'One open outage has no deadline, so nobody would be pinged.',
          other: `${count} open outages have no deadline, so nobody would be pinged.`,
        }),
      desk: 'Acknowledge them, or post an update in their threads: that sets a new deadline.',
      admin: 'This is a defect, or the database was changed by hand: keep the logs and report it.',
      over: 'Every open outage has its deadline again',
    },
    'threads-missing': {
      heading: 'Some outages never came to this channel',
      what: (count: number) =>
        formats.plural(count, {
          one: 'One open outage has no thread in the channel of the support desk, and none is on its way.',
          other: `${count} open outages have no thread in the channel of the support desk, and none is on its way.`,
        }),
      desk: 'Take them by their number, such as "@Outage Desk ack OUT-1042", and post an update: the reporter hears it.',
      admin: 'This is a defect, or the database was changed by hand: keep the logs and report it.',
      over: 'Every open outage is in this channel',
    },
    'deliveries-refused': {
      heading: 'Messages do not get through',
      what: (count: number, oldest: string) =>
        formats.plural(count, {
          one: `One message has waited for ${oldest}: Teams refused what was tried, or did not answer.`,
          other: `${count} messages wait, the oldest for ${oldest}: Teams refused what was tried, or did not answer.`,
        }),
      desk: `${CALL} What Teams has not taken is tried again. What is given up is named in this channel.`,
      admin: 'Look at the service health of Teams, and whether the client secret of the bot has expired.',
      over: 'Messages get through again',
    },
    'deliveries-backlog': {
      heading: 'Messages wait for their turn',
      what: (count: number, oldest: string) =>
        formats.plural(count, {
          one: `One message has waited for ${oldest}: Teams takes only so many at a time.`,
          other: `${count} messages wait, the oldest for ${oldest}: Teams takes only so many at a time.`,
        }),
      desk: `${CALL} Nothing is lost: all go out, acknowledgements first.`,
      admin: 'Nothing has to be done while the number falls. If it grows, look into the logs of the bots.',
      over: 'No message waits for its turn any more',
    },
    'deliveries-untouched': {
      heading: 'Messages are not sent',
      what: (count: number, oldest: string) =>
        formats.plural(count, {
          one: `One message has waited for ${oldest}, and no bot sends.`,
          other: `${count} messages wait, the oldest for ${oldest}, and no bot sends.`,
        }),
      desk: `${CALL} Nothing is lost: what waits goes out as soon as a bot works.`,
      admin: 'Look into the logs of the bots, and start the bots again.',
      over: 'Messages are sent again',
    },
    'clock-skew': {
      heading: 'Two clocks differ',
      what: (by: string) => `The clock of a bot and the clock of its database are ${by} apart.`,
      desk: 'Pings go by the clock of the database. If that is the wrong one, they and the times on cards are off by so much.',
      admin: 'Let both machines take their time from a time server.',
      over: 'The clocks of all running bots agree again',
      thenLook: LOOK,
    },
    'loop-stopped': {
      heading: 'One of the bots stands still',
      what: (since: string) => `A bot has done nothing for ${since}.`,
      desk: 'If others run, they do its work. If messages stop, call those who must know something now.',
      admin: 'Start the bot again whose /readyz says 503.',
      over: 'No running bot stands still any more',
      thenLook: LOOK,
    },
    'signing-keys-unreadable': {
      heading: "Microsoft's signing keys cannot be read",
      what: (since: string, known: boolean) =>
        known
          ? `For ${since} a bot could not read the keys by which it knows that a message is from Teams. It uses the last ones.`
          : `For ${since} a bot could not read the keys by which it knows that a message is from Teams. It can take no message and no press.`,
      desk: 'My pings go on. If I do not answer, customers cannot report through me: answer the phone.',
      admin: 'Look whether the bot reaches https://login.botframework.com, where Microsoft publishes them. It tries again by itself.',
      over: "Microsoft's signing keys can be read again",
    },
    'store-unavailable': { what: 'The store cannot be read and written.', admin: 'Look at DATABASE_URL, or at the disk.' },
    'desk-untold': {
      what: 'The support desk could not be told of trouble.',
      admin: 'Look whether Teams works, whether the app is in the team of the support desk, and which channel that is (/outage setup).',
    },
  },
  still: (heading: string) => `Still: ${heading}`,
  since: 'Since',
  until: 'Until',
  outages: 'Outages, the oldest first',
  lastAnswer: 'Last answer',
  now: 'Do now',
  admin: 'Whoever runs me',
  untold: 'I could not tell you while it lasted.',
  over: 'It is over.',
  setAside: {
    heading: (count: number) => formats.plural(count, { one: 'A message was set aside', other: `${count} messages were set aside` }),
    text: 'What is named here was refused, or nobody knows whether it arrived. It is not tried any more. Tell the people there in another way.',
    line: (name: string, what: string, place: string) => `${name}: ${what}, for ${place}`,
    why: (reason: string) => `Why: ${reason}`,
    unknown: 'nobody knows',
    more: (count: number) => `And ${count} more. The log names them.`,
    state: 'the new state on the card',
    message,
  },
};

/** At the beginning of a sentence. */
const The: Record<Level, string> = { primary: 'The primary', secondary: 'The secondary', 'duty-manager': 'The duty manager' };

const check = {
  heading: (troubles: number) =>
    formats.plural(troubles, {
      one: 'Would it work tonight? One thing is not right.',
      other: `Would it work tonight? ${troubles} things are not right.`,
    }),
  fine: 'Would it work tonight? Nothing is wrong that can be seen from here.',
  looked: (until: string) => `Looked at: the roster until ${until}, the ladder, the projects, the phone numbers.`,
  more: (findings: number) => `There are ${findings} more. Mend these first, then check again.`,
  gap: (level: Level, from: string, until: string) => `Nobody is ${roleOf[level]} from ${from} to ${until}.`,
  gapAgain: (level: Level, from: string, until: string, times: number) => {
    const gap = `Nobody is ${roleOf[level]} from ${from} to ${until}`;
    return formats.plural(times, {
      one: `${gap}, and ${times} more time within 14 days.`,
      other: `${gap}, and ${times} more times within 14 days.`,
    });
  },
  gapRemedy: (key: string) => `Add a person or a rotation for those hours under onCall > ${key}.`,
  empty: (level: Level) => `Nobody is ever ${roleOf[level]}, but the ladder calls them.`,
  emptyRemedy: (key: string) => `Name somebody under onCall > ${key}, or take ${key} out of promise > ladder and promise > breach.`,
  late: (level: Level, left: string) => `${The[level]} is called only ${left} before the promise ends.`,
  lateRemedy: (level: Level, least: string) => `Call ${the[level]} at least ${least} before the end: promise > ladder > beforeEndMinutes.`,
  uncalled: (level: Level) => `${The[level]} is never called before the promise is broken.`,
  uncalledRemedy: (key: string) => `Add ${key} to the levels of a rung of promise > ladder.`,
  same: (who: string, level: Level, other: Level, from: string) =>
    `${who} is both ${roleOf[other]} and ${roleOf[level]} from ${from}, so a call goes to nobody else.`,
  sameRemedy: (key: string) => `Put somebody else under onCall > ${key} for that time, or change the order of its rotation.`,
  moved: (level: Level, who: string, was: string) =>
    `By this file ${who || 'nobody'} is ${the[level]} now; until now it was ${was || 'nobody'}.`,
  movedTurnRemedy: (was: string, began: string) =>
    `So that this turn stays with ${was}, put ${was} first in the rotation, the others after them in their order, and write starts: ${began}.`,
  movedRemedy: 'Tell both, or correct onCall.',
  nowOnCall: (who: string) => `On call now, by this file: ${who}.`,
  noProduction: (project: string) => `${project} has no environment of which an outage can be reported.`,
  noProductionRemedy:
    'Give one of its environments kind: production, managedBy: microsoft and an eligible product, or take the project out.',
  noScenario: (product: string) => `No scenario is meant for ${product}, so of it only those for all products can be chosen.`,
  noScenarioRemedy: 'Give it the id by which scenarios > products name it, or write scenarios for it.',
  teamNotThere: (project: string) => `Teams does not let me into the team of ${project}, so I do not know who may report.`,
  teamNotThereRemedy: 'Add the app to that team, or correct projects > membersFrom in the desk file.',
  teamNotAsked: (project: string) => `Teams did not say who is in the team of ${project}.`,
  nobody: (project: string) => `Nobody can report for ${project}: it lists nobody, and its team is empty.`,
  nobodyRemedy: 'Add people to that team, or to members of the project.',
  accountUnseen: (account: string) => `I have seen nobody with the account ${account} yet.`,
  accountUnseenRemedy: 'Look at its spelling; if that is right, it is known as soon as they write to me.',
  example: {
    id: (ids: string) => `These ids are from an example: ${ids}.`,
    phone: (numbers: string) => `Nobody answers these phone numbers; they are from an example: ${numbers}.`,
    address: (addresses: string) => `These addresses are from an example: ${addresses}.`,
  },
  exampleRemedy: {
    id: 'Write the ids of your own tenant and people: Entra admin centre > Overview, and Users > Object ID.',
    phone: 'Write your own under desk > phones.',
    address: 'Write your own: people > upn, desk > askForAccess, desk > supportRequest > url, projects > environments > url.',
  },
  shortPromise: (within: string) => `The promise is ${within}, which is for trying things out: nobody can read, decide and press so fast.`,
  shortPromiseRemedy: 'Take promise > acknowledgeWithinMinutes out for 30 minutes, or give it at least 5.',
  phone: uncallable,
  place: (id: string) => `the follower "${id}"`,
  ownPlace: "the support desk's channel",
  noDesk: 'No channel is the support desk yet, so no outage can be reported.',
  noDeskRemedy: 'An administrator writes /outage setup in the channel, or the desk file names it (desk.channel).',
  notThere: (place: string) => `Teams does not let me into ${place}.`,
  notThereRemedy: 'Add the app to that team or chat, or correct its conversation id in the desk file.',
  notAsked: (place: string) => `Teams did not say whether I can write to ${place}.`,
  notAskedRemedy: 'Check again in a minute.',
  notInTeam: (person: string) => `${person} is on the roster, but not in the team of the support desk's channel, so sees no thread.`,
  notInTeamRemedy: 'Add them to the team.',
  noChat: (people: string) =>
    `Teams does not let me write to these people of the roster in person, so they get no direct message: ${people}.`,
  noChatRemedy:
    'Let them add the app for themselves, and not block it, or install it for them: Teams admin centre > Teams apps > Setup policies.',
  chatNotAsked: (people: string) => `Teams did not say whether I can write in person to ${people}.`,
  lookedInTeams: (until: string) =>
    `Looked at: the roster until ${until}, the ladder, the projects, the phone numbers, where I am in Teams, whom I can write to in person.`,
  phoneRemedy: 'Write it with its country code under desk > phones, like +45 70 10 20 30, and an extension like ext. 5.',
};

const drill = {
  project: 'Drill',
  environment: 'No environment',
  scenario: 'A drill',
  title: 'A drill: nothing is down',
  description: 'Nothing is down. Take it, update it, resolve it as you would in earnest; it ends by itself.',
  hint: 'This is a drill. Its clock runs 60 times as fast, and it ends by itself.',
  begins: (name: string) => `${name}: a drill begins`,
  quiet: 'Nobody is mentioned.',
  over: 'The drill is over',
  begun: (name: string, ends: string, loud: boolean) =>
    `${name} begins in the channel of the support desk. ${loud ? 'People are pinged.' : 'Nobody is mentioned.'} Its report comes there at ${ends}.`,
  ended: (name: string) => `${name} is over: what came when`,
  all: 'Every message arrived.',
  missing: (count: number) => formats.plural(count, { one: 'One message did not arrive.', other: `${count} messages did not arrive.` }),
  after: (time: string) => `After ${time}`,
  arrived: (what: string, where: string, late: string) => `${what}, for ${where}: there ${late} later`,
  atOnce: (what: string, where: string) => `${what}, for ${where}: there at once`,
  joined: (what: string, where: string) => `${what}, for ${where}: came together with the next one`,
  failed: (what: string, where: string, why: string) => `${what}, for ${where}: not there. ${why}`,
  waits: 'It still waits.',
  times: 'In earnest the steps lie 60 times as far apart. How soon a message arrives is the same.',
};

const restored = {
  /** For the desk, in the first messages of each outage and on its card. */
  desk: (when: string) => `The desk's records were put back to ${when}. What happened after that is not known here: say it again.`,
  /** For the reporter and those who follow. */
  others: (when: string) =>
    `The desk's records were put back to ${when}. What you heard after that is not known here, and the desk is asked to say it again.`,
  /** In the place of "nobody has acknowledged it", which may be untrue. */
  breached: (name: string) => `We cannot see whether somebody has taken ${name}`,
  breachedText: 'If nobody tells us so, more people are being called now, and again until somebody does.',
  /** Once, in the desk's channel. */
  heading: (when: string) => `The desk's records were put back to ${when}`,
  text: 'What happened after that is not known here. Whoever acknowledged, updated or resolved something since then, please say it again.',
  gone: (when: string) =>
    `Outages that were reported after ${when} are no longer in the records, and those that were reopened after it stand as over. Nobody is pinged about them: look for their threads in this channel, and have them reported or reopened again.`,
  noneOpen: 'No outage was open then.',
  open: (count: number) =>
    formats.plural(count, {
      one: '1 outage was open then, and goes on from there:',
      other: `${count} outages were open then, and go on from there:`,
    }),
  more: (count: number) => `And ${count} more. The card of each says it too.`,
};

export const watch = { alarm, check, drill, restored };
