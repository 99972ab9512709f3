/** What the reporter can do with a report that was sent, and the lists and timelines that people ask for. In English. */
import type { OutageEventType } from '../../../outage/events.ts';
import type { RungKind } from '../../../outage/promise.ts';
import { denial } from '../../denial.ts';
import { formats } from '../formats.ts';
import { privacy } from '../privacy.ts';
import { request } from '../request.ts';
import { changed } from './fields.ts';

const about = (name: string, text: string) => (name ? `${name}: ${text}` : text.charAt(0).toUpperCase() + text.slice(1));

export const reporter = {
  buttons: {
    correct: 'Correct the report',
    withdraw: 'Withdraw',
    object: 'It is an outage',
    works: 'It works again',
    stillDown: 'Still down',
  },
  correct: {
    heading: (name: string) => about(name, 'correct the report'),
    send: 'Save',
    audience: 'The support desk sees what changed. Phone and e-mail stand in its thread and here, nowhere else.',
  },
  withdraw: {
    heading: (name: string) => about(name, 'withdraw the report?'),
    reason: 'Why? (optional)',
    example: 'A cable was loose; it works again',
    send: 'Withdraw it',
    audience: 'Nobody is called any more, and everybody who follows hears it. You can still say later that it is down.',
  },
  object: {
    heading: (name: string) => about(name, 'is it an outage?'),
    reason: 'What does the desk not know yet? (optional)',
    example: 'Nobody in three countries can post; orders wait',
    send: 'It is an outage',
    audience: 'It goes back to the support desk at once, and the duty manager is called. You can do this once.',
  },
  stillDown: {
    heading: (name: string) => about(name, 'still down?'),
    reason: 'What is still wrong?',
    example: 'Posting works, but the printers get nothing',
    send: 'Still down',
    audience: 'It opens again under the same number, and the desk is called at once.',
  },
  notYours: (person: string) =>
    denial('not-yours', `Only ${person}, who reported it, can do that. If you know more, tell ${person}, or call.`),
  /** In a channel or group chat, where a card that everybody sees must not ask for what one person enters. */
  useButton: (person: string) => `${person}: press the button below. What you enter there is seen by you alone.`,
  whichOne: (names: string) => `You have more than one: ${names}. Say which, with its number.`,
  noneHere: 'I see no outage of yours for that. Name it by its number, such as OUT-1042.',

  list: {
    open: (count: number) =>
      count === 0 ? 'No outage is open' : formats.plural(count, { one: '1 outage is open', other: `${count} outages are open` }),
    atLeast: (count: number) => `At least ${count} outages are open`,
    mine: (count: number): string => (count === 0 ? 'You have no outages' : 'Your outages'),
    mineText: 'What you reported or own: what is open, then what ended last.',
    reported: (when: string) => `Acknowledge by ${when}`,
    late: (when: string) => `Was to be acknowledged by ${when}`,
    taken: (when: string) => `Next update by ${when}`,
    missed: (when: string) => `An update was due at ${when}`,
    and: 'And',
    more: 'Ask for one by its number: /outage status OUT-1042.',
    which: 'Say which one, with its number: /outage status OUT-1042, or /outage timeline OUT-1042.',
    ownChat: denial('not-here', 'Ask me that in our own chat: it is not for everybody here.'),
    noProjects: denial(
      'not-member',
      'You belong to no customer project and are no engineer of the desk, so there is nothing that I may show you.',
    ),
  },

  timeline: {
    heading: (name: string) => `${name}: timeline`,
    earlier: (count: number) =>
      formats.plural(count, { one: '1 earlier event is not shown.', other: `${count} earlier events are not shown.` }),
    line: (when: string, what: string) => `${when} \u2013 ${what}`,
    nobody: 'nobody, because nobody is on call',
    changed,
    rung: {
      reminder: (people: string) => `Reminded: ${people}`,
      'last-call': (people: string) => `Last call: ${people}`,
      breach: (people: string) => `Called after the promise was broken: ${people}`,
      'still-open': (people: string) => `Called again: ${people}`,
    } satisfies Record<RungKind, (people: string) => string>,
    /** `by`: who did it. `more`: to whom, from whom, or the text; empty when there is none. */
    event: {
      reported: (by, more) => `${by} reported it: ${more}`,
      acknowledged: (by, more) => `${by} acknowledged it after ${more}`,
      planned: (by, more) => `${by} said what comes next: ${more}`,
      updated: (by, more) => `${by}: ${more || 'nothing new'}`,
      'hand-over-offered': (by, more) => `${by} asked ${more} to take over`,
      'hand-over-declined': (by) => `${by} ended the offer to take over`,
      'handed-over': (by, more) => `${by} took over from ${more}`,
      assisted: (by, more) => (more === by ? `${by} helps` : `${by} asked ${more} to help`),
      released: (by) => `${by} gave it back`,
      objected: (by) => `${by} objected to the transfer`,
      reopened: (by) => `${by} said that it is not over`,
      noted: (by, more) => `${by} noted: ${more}`,
      corrected: (by, more) => `${by} changed ${more}`,
      transferred: (by, more) => `${by} transferred it to ${more}`,
      withdrawn: (by) => `${by} withdrew it`,
      merged: (by, more) => `${by} merged it into ${more}`,
      absorbed: (by, more) => `${by} merged ${more} into it`,
      joined: (by, more) => `${by} said that it is theirs too: ${more}`,
      left: (by) => `${by} said that it is not theirs after all`,
      'phone-added': (by) => `${by} added a phone number`,
      gathered: (_by, more) => `${more} looked the same`,
      resolved: (by, more) => `${by} resolved it: ${more}`,
      answered: request.timeline.answered,
      promoted: request.timeline.promoted,
      closed: (by) => (by ? `${by} confirmed that it works again` : 'It was closed: nobody said that it is still down'),
      escalated: (_by, more) => more,
      breached: () => 'The promise was broken',
      'update-missed': (_by, more) => `No update was given. Asked for it: ${more}`,
      'place-lost': (_by, more) => `Updates no longer arrive at ${more}`,
      'desk-unreached': () => "The support desk's channel was not reached in time, and the reporter was told",
      'desk-reached': () => "It reached the support desk's channel",
      'drill-ended': () => 'The drill was over',
      restored: (_by, more) => `The records were put back to ${more}`,
      'personal-data-removed': () => privacy.timeline,
    } satisfies Record<OutageEventType, (by: string, more: string) => string>,
  },

  commands: {
    list: 'See which outages are open',
    mine: 'See the outages that you reported or own',
    status: 'See the card of one: /outage status OUT-1042',
    timeline: 'See who did what and when: /outage timeline OUT-1042',
    stillDown: 'Say that what you reported is not over',
    works: 'Say that what you reported works again',
    withdraw: 'Take your report back',
    object: 'Say that what was transferred is an outage all the same',
  },
};
