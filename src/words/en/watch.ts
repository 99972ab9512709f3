/** What is said about the bots themselves, in English: alarms, the check whether it would work tonight, drills, a restore. */
import type { Level } from '../../outage/types/values.ts';
import { message } from './common/messages.ts';
import { level as roleOf, the, uncallable } from './common/names.ts';
import { formats } from './formats.ts';

const CALL = 'Call the people who must know something now.';
const LOOK = 'Check that all your bots are running.';

const alarm = {
  /** `what`: one sentence for everybody. `desk`: what engineers do. `admin`: what the operator does. `thenLook`: what to do when it seems over, as it does when a bot was killed. */
  troubles: {
    'deadlines-overdue': {
      heading: 'My pings are late',
      what: (count: number, oldest: string) =>
        formats.plural(count, {
          one: `1 deadline passed ${oldest} ago, and nobody was pinged.`,
          other: `${count} deadlines passed, the first ${oldest} ago, and nobody was pinged.`,
        }),
      desk: 'Do not rely on my pings now. Check yourselves which outages need an acknowledgement or an update.',
      admin: 'Check the logs of the bots and the load of the database, then restart the bots.',
      over: 'My pings are on time again',
    },
    'deadlines-missing': {
      heading: 'Nobody would be pinged for some outages',
      what: (count: number) =>
        formats.plural(count, {
          one: '1 open outage has no deadline, so nobody would be pinged.',
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
          one: '1 open outage has no thread in the channel of the support desk, and none is on its way.',
          other: `${count} open outages have no thread in the channel of the support desk, and none is on its way.`,
        }),
      desk: 'Acknowledge them by number, such as "@Outage Desk ack OUT-1042", and post an update: the reporter gets it.',
      admin: 'This is a defect, or the database was changed by hand: keep the logs and report it.',
      over: 'Every open outage is in this channel',
    },
    'deliveries-refused': {
      heading: 'Messages do not get through',
      what: (count: number, oldest: string) =>
        formats.plural(count, {
          one: `1 message has waited for ${oldest}: Teams refused it, or did not answer.`,
          other: `${count} messages wait, the oldest for ${oldest}: Teams refused them, or did not answer.`,
        }),
      desk: `${CALL} I try again, and name here each message that I give up.`,
      admin: 'Check the service health of Teams, and whether the client secret of the bot has expired.',
      over: 'Messages get through again',
    },
    'deliveries-backlog': {
      heading: 'Messages wait for their turn',
      what: (count: number, oldest: string) =>
        formats.plural(count, {
          one: `1 message has waited for ${oldest}: Teams takes only so many at a time.`,
          other: `${count} messages wait, the oldest for ${oldest}: Teams takes only so many at a time.`,
        }),
      desk: `${CALL} Nothing is lost: all are sent, acknowledgements first.`,
      admin: 'Do nothing while the number falls. If it grows, check the logs of the bots.',
      over: 'No message waits for its turn any more',
    },
    'deliveries-untouched': {
      heading: 'Messages are not sent',
      what: (count: number, oldest: string) =>
        formats.plural(count, {
          one: `1 message has waited for ${oldest}, and no bot sends it.`,
          other: `${count} messages wait, the oldest for ${oldest}, and no bot sends them.`,
        }),
      desk: `${CALL} Nothing is lost: what waits is sent as soon as a bot works.`,
      admin: 'Check the logs of the bots, then restart the bots.',
      over: 'Messages are sent again',
    },
    'clock-skew': {
      heading: 'Two clocks differ',
      what: (by: string) => `The clock of a bot and the clock of its database are ${by} apart.`,
      desk: 'Pings follow the clock of the database. If that clock is wrong, pings and the times on cards are wrong too.',
      admin: 'Set both machines to take their time from a time server.',
      over: 'The clocks of all running bots agree again',
      thenLook: LOOK,
    },
    'loop-stopped': {
      heading: 'A bot has stopped working',
      what: (since: string) => `A bot has done nothing for ${since}.`,
      desk: 'If other bots run, they do its work. If messages stop, call the people who must know something now.',
      admin: 'Restart the bot whose /readyz says 503.',
      over: 'All running bots work again',
      thenLook: LOOK,
    },
    'signing-keys-unreadable': {
      heading: "Microsoft's signing keys cannot be read",
      what: (since: string, known: boolean) =>
        known
          ? `For ${since} a bot could not read the keys by which it knows that a message is from Teams. It uses the last ones.`
          : `For ${since} a bot could not read the keys by which it knows that a message is from Teams. It cannot accept any message or press.`,
      desk: 'My pings go on. If I do not answer, customers cannot report here: answer the phone.',
      admin: 'Check that the bot reaches https://login.botframework.com, where Microsoft publishes them. It tries again by itself.',
      over: "Microsoft's signing keys can be read again",
    },
    'store-unavailable': { what: 'The database cannot be read or written.', admin: 'Check DATABASE_URL, or the disk.' },
    'desk-untold': {
      what: 'The support desk could not be told of trouble.',
      admin: 'Check that Teams works, that the app is in the team of the support desk, and which channel that is (/outage setup).',
    },
  },
  still: (heading: string) => `Still: ${heading}`,
  since: 'Since',
  until: 'Until',
  outages: 'Outages, the oldest first',
  lastAnswer: 'Last answer',
  now: 'Do now',
  admin: 'Administrators',
  untold: 'I could not tell you while it lasted.',
  over: 'It is over.',
  setAside: {
    heading: (count: number) => formats.plural(count, { one: '1 message was given up', other: `${count} messages were given up` }),
    text: 'Teams refused these, or did not say whether they arrived. I do not try again. Tell the people there in another way.',
    outward: 'Other systems did not take these. I do not try again. Enter there by hand what they missed.',
    line: (name: string, what: string, place: string) => `${name}: ${what}, for ${place}`,
    why: (reason: string) => `Why: ${reason}`,
    unknown: 'unknown',
    more: (count: number) => `And ${count} more. The log names them.`,
    state: 'the new state on the card',
    message,
  },
};

/** At the beginning of a sentence. */
const The: Record<Level, string> = { primary: 'The primary', secondary: 'The secondary', 'duty-manager': 'The duty manager' };

const namesOf = (levels: readonly Level[]): string => formats.and(levels.map((level) => the[level]));

const check = {
  heading: (troubles: number) =>
    formats.plural(troubles, {
      one: 'Would it work tonight? 1 thing is wrong.',
      other: `Would it work tonight? ${troubles} things are wrong.`,
    }),
  fine: 'Would it work tonight? I found nothing wrong.',
  looked: (until: string) => `Checked: the on-call schedule until ${until}, escalation, projects and phone numbers.`,
  more: (findings: number) =>
    `${formats.plural(findings, { one: 'There is 1 more', other: `There are ${findings} more` })}. Fix these first, then check again.`,
  /** `level` null: nobody is on any level that is pinged. */
  gap: (level: Level | null, from: string, until: string, more: number) => {
    const again = more > 0 ? `, and ${formats.plural(more, { one: '1 more time', other: `${more} more times` })} within 30 days` : '';
    return level === null
      ? `Nobody would be pinged from ${from} to ${until}${again}.`
      : `Nobody is ${roleOf[level]} from ${from} to ${until}${again}.`;
  },
  gapCost: {
    nobody: (level: Level) => `In the place of ${the[level]}, nobody is pinged.`,
    only: (levels: readonly Level[], after: string) => `${after} after a report, only ${namesOf(levels)} would be pinged.`,
    later: (levels: readonly Level[], after: string) =>
      `Nobody else would be pinged until ${after} after a report: then ${namesOf(levels)}.`,
  },
  gapRemedy: (key: Level | null) => `Add a person or a rotation for those hours under onCall > ${key ?? 'primary'}.`,
  empty: (level: Level) => `Nobody is ever ${roleOf[level]}, but the escalation pings that level.`,
  emptyRemedy: (key: string) => `Name a person under onCall > ${key}, or remove ${key} from promise > ladder and promise > breach.`,
  late: (level: Level, left: string) => `${The[level]} is pinged only ${left} before the deadline.`,
  lateRemedy: (level: Level, least: string) =>
    `Ping ${the[level]} at least ${least} before the deadline: promise > ladder > beforeEndMinutes.`,
  uncalled: (level: Level) => `${The[level]} is never pinged before the deadline.`,
  uncalledRemedy: (key: string) => `Add ${key} to the levels of a step under promise > ladder.`,
  same: (who: string, level: Level, other: Level, from: string) =>
    `${who} is both ${roleOf[other]} and ${roleOf[level]} from ${from}, so the next level is the same person.`,
  sameRemedy: (key: string) => `Put another person under onCall > ${key} for that time, or change the order of its rotation.`,
  moved: (level: Level, who: string, was: string) =>
    `By this file, ${who || 'nobody'} is ${the[level]} now. Until now it was ${was || 'nobody'}.`,
  movedTurnRemedy: (was: string, began: string) =>
    `To keep this turn with ${was}, put ${was} first in the rotation and the others after them in order, and write starts: ${began}.`,
  movedRemedy: 'Tell both, or correct onCall.',
  nowOnCall: (who: string) => `On call now, by this file: ${who}.`,
  noProduction: (project: string) => `${project} has no environment for which an outage can be reported.`,
  noProductionRemedy: 'Give one of its environments kind: production, managedBy: microsoft and an eligible product, or remove the project.',
  noScenario: (product: string) => `No scenario is meant for ${product}, so only the scenarios for all products can be chosen.`,
  noScenarioRemedy: 'Give it the id that scenarios > products use for it, or write scenarios for it.',
  teamNotThere: (project: string) => `Teams does not let me into the team of ${project}, so I do not know who may report.`,
  teamNotThereRemedy: 'Add the app to that team, or correct projects > membersFrom in the desk file.',
  teamNotAsked: (project: string) => `Teams did not say who is in the team of ${project}.`,
  nobody: (project: string) => `Nobody can report for ${project}: it lists nobody, and its team is empty.`,
  nobodyRemedy: 'Add people to that team, or to members of the project.',
  accountUnseen: (account: string) => `I have not seen the account ${account} yet.`,
  accountUnseenRemedy: 'Check the spelling. If it is right, I will know the account when its person writes to me.',
  tenantUnseen: (project: string) => `Nobody of ${project} has written to me in their own Teams yet.`,
  tenantUnseenRemedy: (tenant: string) => `Check that their administrator added the app, and that their tenant is ${tenant}.`,
  example: {
    id: (ids: string) => `These ids are from an example: ${ids}.`,
    phone: (numbers: string) => `These phone numbers are from an example, and nobody answers them: ${numbers}.`,
    address: (addresses: string) => `These addresses are from an example: ${addresses}.`,
  },
  exampleRemedy: {
    id: 'Write the ids of your own tenant and people: Microsoft Entra admin center > Overview, and Users > Object ID.',
    phone: (places: string) => `Write your own: ${places}.`,
    address: (places: string) => `Write your own: ${places}.`,
  },
  shortPromise: (within: string) => `The promise is ${within}. That is for trying things out: nobody can read, decide and press that fast.`,
  shortPromiseRemedy: 'Remove promise > acknowledgeWithinMinutes, which makes it 30, or set at least 5.',
  webhook: {
    inside: (webhook: string, host: string) => `The webhook "${webhook}" (${host}) is inside your own network, so nothing is sent there.`,
    unknown: (webhook: string, host: string) => `The host of the webhook "${webhook}" (${host}) was not found.`,
    gone: (webhook: string, host: string) => `The webhook "${webhook}" (${host}) answered 410 Gone, so it gets no more events.`,
    failing: (webhook: string, host: string, since: string, error: string) =>
      `The webhook "${webhook}" (${host}) has taken nothing since ${since}. Last answer: ${error}.`,
  },
  webhookRemedy: {
    inside: 'Correct webhooks > address, or write allowPrivate: true if this is meant.',
    unknown: 'Correct webhooks > address, or check the DNS of the machine.',
    gone: 'Remove it from webhooks, or give it a new address.',
    failing: 'Check that system. I try each event for a day.',
  },
  pager: {
    inside: (pager: string, host: string) => `The pager "${pager}" (${host}) is inside your own network, so nobody is paged by it.`,
    unknown: (pager: string, host: string) => `The host of the pager "${pager}" (${host}) was not found.`,
  },
  pagerRemedy: {
    inside: 'Correct pagers > address, or write allowPrivate: true if this is meant.',
    unknown: 'Correct pagers > address, or check the DNS of the machine.',
  },
  phone: uncallable,
  place: (id: string) => `the follower "${id}"`,
  ownPlace: "the support desk's channel",
  noDesk: 'No channel is the support desk yet, so no outage can be reported.',
  noDeskRemedy: 'An administrator writes /outage setup in the channel, or the desk file names it (desk.channel).',
  notThere: (place: string) => `Teams does not let me into ${place}.`,
  notThereRemedy: 'Add the app to that team or chat, or correct its conversation id in the desk file.',
  notAsked: (place: string) => `Teams did not say whether I can write to ${place}.`,
  notAskedRemedy: 'Check again in a minute.',
  notInTeam: (person: string) =>
    `${person} is in the on-call schedule but not in the team of the support desk's channel, so cannot see the threads.`,
  notInTeamRemedy: 'Add them to the team.',
  noChat: (people: string) => `Teams does not let me send direct messages to these people of the on-call schedule: ${people}.`,
  noChatRemedy: 'Ask them to add the app and not to block it, or install it for them: Teams admin center > Teams apps > Setup policies.',
  noPhone: (people: string) => `No pager can call these people of the on-call schedule: ${people}.`,
  noPhoneRemedy: 'Write their numbers in the desk file: people > phone.',
  noSecret: (pager: string) => `The pager "${pager}" has no secret, so the bot does not start.`,
  noSecretRemedy: (name: string) => `Set ${name}, or ${name}_FILE to the path of a file that holds the secret.`,
  noPublicUrl: (pagers: string) =>
    `Nobody can acknowledge an outage by a key of their phone, and I do not hear whether they answered: I have no public address for ${pagers}.`,
  noPublicUrlRemedy: 'Set PUBLIC_URL to the https address of the bot.',
  chatNotAsked: (people: string) => `Teams did not say whether I can send direct messages to ${people}.`,
  lookedInTeams: (until: string) =>
    `Checked: the on-call schedule until ${until}, escalation, projects, phone numbers, where I am in Teams and who gets direct messages.`,
  phoneRemedy: 'Write it with its country code under desk > phones, like +45 70 10 20 30, and an extension like ext. 5.',
};

const drill = {
  project: 'Drill',
  environment: 'No environment',
  scenario: 'A drill',
  title: 'A drill: nothing is down',
  notAgreed: (project: string) =>
    `I know no project ${project} that takes part in drills. The desk file says so with drills: true, when both sides agreed.`,
  description: 'Nothing is down. Acknowledge it, post updates and resolve it as in a real outage. It ends by itself.',
  hint: 'This is a drill. Its clock runs 60 times as fast, and it ends by itself.',
  begins: (name: string) => `${name}: a drill begins`,
  quiet: 'Nobody is mentioned.',
  over: 'Drill ended',
  begun: (name: string, ends: string, loud: boolean, rings: boolean) =>
    `${name} begins in the channel of the support desk. ${loud ? `People are pinged${rings ? ', and pagers ring' : ''}.` : 'Nobody is mentioned.'} It ends at ${ends}, and its result comes there.`,
  ended: (name: string) => `${name}: drill ended`,
  all: 'Every message arrived.',
  missing: (count: number) => formats.plural(count, { one: '1 message did not arrive.', other: `${count} messages did not arrive.` }),
  after: (time: string) => `After ${time}`,
  arrived: (what: string, where: string, late: string) => `${what}, for ${where}: arrived ${late} later`,
  atOnce: (what: string, where: string) => `${what}, for ${where}: arrived at once`,
  joined: (what: string, where: string) => `${what}, for ${where}: arrived together with the next one`,
  failed: (what: string, where: string, why: string) => `${what}, for ${where}: did not arrive. ${why}`,
  waits: 'It is still waiting.',
  times: 'In a real outage, the steps are 60 times as far apart. Messages arrive just as fast.',
};

const restored = {
  /** For the desk, in the first messages of each outage and on its card. */
  desk: (when: string) => `The desk's records were restored to ${when}. I do not know what happened after that: please post it again.`,
  /** For the reporter and those who follow. */
  others: (when: string) =>
    `After a failure, our records end at ${when}. They do not have what you heard after that. We have asked the desk to say it again.`,
  /** In the place of "not acknowledged", which may be untrue. */
  breached: (name: string) => `${name}: acknowledged or not, we cannot see`,
  breachedText: 'We alert more people in Teams now, and again until one of them acknowledges it.',
  /** Once, in the desk's channel. */
  heading: (when: string) => `The desk's records were restored to ${when}`,
  text: 'I do not know what happened after that. If you acknowledged, updated or resolved something since then, please do it again.',
  gone: (when: string) =>
    `Outages reported after ${when} are not in the records, and outages reopened after it count as ended. Nobody is pinged about them: find their threads in this channel, and have them reported or reopened again.`,
  noneOpen: 'No outage was open then.',
  open: (count: number) =>
    formats.plural(count, {
      one: '1 outage was open then and goes on from there:',
      other: `${count} outages were open then and go on from there:`,
    }),
  more: (count: number) => `And ${count} more. The card of each says so too.`,
};

export const watch = { alarm, check, drill, restored };
