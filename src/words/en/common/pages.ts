/** What rings beside Teams, in English: calls, text messages and pages, what came of them, and what is told when nobody was paged. */
import type { PageOutcome } from '../../../outage/types/pages.ts';
import { denial } from '../../denial.ts';
import { botName } from './names.ts';

/** On the card and in the timeline, after who was paged. */
const outcome: Record<PageOutcome | 'waiting', string> = {
  waiting: 'waiting for the pager',
  accepted: 'the pager accepted it',
  answered: 'answered',
  'no-answer': 'no answer',
  busy: 'busy',
  failed: 'could not be reached',
  missed: 'not paged',
};

export const pages = {
  /** How the bot is named in services of others. */
  source: botName,
  drill: 'Drill.',
  /** Before `left` or `late`: the title of a page, and the beginning of a text message. */
  text: (name: string, customer: string, title: string) => `${name}, ${customer}: ${title}.`,
  left: (time: string) => `Acknowledge it within ${time}.`,
  late: (time: string) => `Nobody has acknowledged it, ${time} after the deadline.`,
  open: (link: string) => `Acknowledge it in Teams: ${link}`,
  openTeams: 'Acknowledge it in Teams.',
  /** In a service of its own, where people may acknowledge too. */
  notHere: `Acknowledge it in Teams. An acknowledgement in this service does not acknowledge it in ${botName}.`,
  openThread: 'Open the thread in Teams',

  /** What a call says. `language`: of the voice, as Twilio names it. */
  call: {
    language: 'en-GB',
    hello: `This is ${botName}.`,
    drill: 'This is a drill. Nothing is down.',
    outage: (digits: string) => `Outage ${digits}.`,
    drillNumber: (digits: string) => `Drill ${digits}.`,
    customer: (customer: string) => `Customer: ${customer}.`,
    pressOne: 'Press 1 to acknowledge it.',
    bye: 'Goodbye.',
    again: 'I repeat.',
    otherKey: 'That was not 1.',
    taken: 'Thank you. You are the owner now. Open its thread in Teams.',
    yours: 'You are the owner already. Open its thread in Teams.',
    theirs: (owner: string) => `${owner} is the owner already. There is nothing for you to do.`,
    ended: 'It has ended. There is nothing for you to do.',
    changed: denial('not-now', 'It has changed since this call began. Look at its thread in Teams.'),
    nobody: denial('not-permitted', 'The desk file does not know this number, so you cannot acknowledge it. Look at its thread in Teams.'),
    notEngineer: denial('not-permitted', 'Only engineers of this desk can acknowledge it. Call an engineer who can.'),
    failed: 'I could not record that. Acknowledge it in Teams.',
  },

  label: 'Paged',
  outcome,
  /** `who`: from `person` or `service`. */
  line: (who: string, when: string, what: string) => `${who} at ${when}: ${what}`,
  person: (name: string, number: string) => (number ? `${name}, ${number}` : name),
  service: (id: string) => `the pager "${id}"`,
  timeline: (who: string, what: string) => `Paged ${who}: ${what}`,
  timelineMissed: (who: string) => (who ? `Not paged in time: ${who}` : 'Nobody was paged'),

  missed: {
    heading: (name: string) => `${name}: nobody was paged in time`,
    headingSome: (name: string) => `${name}: somebody was not paged in time`,
    who: (who: string) => `Not paged: ${who}. The pager refused it, or did not accept it within a minute.`,
    nobody: 'Nobody who is on call for this step has a phone number in the desk file, so no phone rings.',
    next: (who: string) => `Paging now: ${who}.`,
    noNext: 'No other pager is left for now. Call the people who must know it.',
  },
};
