/** Who did what and when with an outage, in English. */
import type { OutageEventType } from '../../../outage/events.ts';
import type { RungKind } from '../../../outage/promise.ts';
import { privacy } from '../common/names.ts';
import { formats } from '../formats.ts';
import { changed } from '../report/fields.ts';
import { request } from '../request.ts';

export const timeline = {
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
};
