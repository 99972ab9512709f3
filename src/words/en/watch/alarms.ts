/** What the desk and administrators read when something is wrong with the bots themselves, in English. */
import type { OutageEventType } from '../../../outage/events.ts';
import { privacy } from '../common/names.ts';
import { formats } from '../formats.ts';
import { request } from '../request.ts';

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

export const alarm = {
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
