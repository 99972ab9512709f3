/** The review of an outage, in English: what its card and its form say, its news, and the Markdown of it. */
import { formats } from '../formats.ts';

const count = (some: number, one: string, other: string) => formats.plural(some, { one: `1 ${one}`, other: `${some} ${other}` });

export const review = {
  button: 'Write review',
  fillIn: 'Fill in review',
  edit: 'Edit review',
  show: 'Show review',
  markdown: 'Show as Markdown',
  heading: (name: string) => `${name}: review`,
  notYet: (name: string, state: string) =>
    `${name} is not over (${state}). You can write its review once it is resolved, transferred or withdrawn.`,
  merged: (name: string, into: string) => `${name} was merged into ${into}. Write the review of ${into}: /outage review ${into}.`,
  request: (name: string) => `${name} is a support request. Only outages have a review.`,
  practice: 'It was a drill: you can practise the review. Nobody is reminded of follow-ups.',
  unsaved: 'Nobody has saved a review yet. Below is what the record says.',
  saved: (who: string, when: string) => `Saved by ${who} at ${when}.`,
  lasted: (time: string, from: string, until: string) => `It lasted ${time}, from ${from} to ${until}.`,
  /** The rows, and the headings in Markdown. */
  facts: {
    summary: 'Summary',
    review: 'Review',
    promise: 'Promise',
    updates: 'Updates',
    gaps: 'Gaps',
    affected: 'Affected',
    told: 'Told',
    cause: 'Cause',
    helped: 'What helped',
    followUps: 'What we change',
    timeline: 'Timeline',
  },
  kept: (after: string, within: string) => `Acknowledged after ${after}, promised within ${within}: kept`,
  broken: (after: string, within: string) => `Acknowledged after ${after}, promised within ${within}: not kept`,
  never: 'Nobody acknowledged it.',
  updates: (inTime: number, all: number) => (all === 0 ? 'No update was due.' : `${inTime} of ${count(all, 'update', 'updates')} in time`),
  update: (due: string, late: string) => (late ? `Due by ${due}: ${late} late` : `Due by ${due}: in time`),
  gap: (time: string, from: string, until: string) => `${time} without a word, from ${from} to ${until}`,
  noGap: 'No gap was longer than the time between updates.',
  people: (place: string, people: number) => `${place}: ${count(people, 'person', 'people')}`,
  merges: (outages: number) => `Merged into it: ${count(outages, 'outage', 'outages')}`,
  told: (when: string, what: string, came: number, all: number) => `${when}: ${what}, in ${came} of ${count(all, 'place', 'places')}`,
  nothingTold: 'Nothing was sent.',
  open: 'Not written yet',
  followUp: (text: string, who: string, day: string) => `${text} (${who}, by ${day})`,
  done: (text: string, who: string, when: string) => `\u2713 ${text} (done by ${who} at ${when})`,
  numberDone: (number: number) => `Mark ${number} as done`,
  markDone: 'Mark as done',
  /** On the desk's card. */
  state: (who: string, when: string, done: number, all: number) =>
    `Saved by ${who} at ${when}${all > 0 ? `; ${done} of ${count(all, 'follow-up', 'follow-ups')} done` : ''}`,
  gone: 'That follow-up is no longer in the review.',
  wasDone: (name: string) => `The follow-up of ${name} is done.`,

  form: {
    heading: (name: string) => `${name}: write review`,
    cause: 'What was the cause?',
    helped: 'What helped?',
    text: (number: number) => `Follow-up ${number}: what do we change?`,
    owner: (number: number) => `Follow-up ${number}: owner`,
    day: (number: number) => `Follow-up ${number}: by when`,
    send: 'Save review',
    audience: 'Only the desk reads it. The owner of a follow-up is reminded at 09:00 on its day, in the time zone of the desk.',
    more: 'To remove a follow-up, empty its text. To add more, save, and edit the review again.',
    noOwner: 'Choose an engineer of the desk.',
    /** `day`: on which the personal data of the outage is removed, and its review with it. */
    noDay: (day: string) => `Choose a day after today and before ${day}, when this review is removed.`,
    saved: 'The review is saved.',
  },

  news: {
    saved: (name: string) => `${name}: review saved`,
    yours: (mention: string) => `${mention}: a follow-up is yours.`,
    due: (name: string) => `${name}: a follow-up is due`,
    yoursDue: (mention: string) => `${mention}: this follow-up is yours.`,
    dueText: (day: string) => `It is due by ${day}.`,
    /** `owner`: who was to do it. */
    noEngineer: (owner: string, day: string) =>
      `It is due by ${day}. ${owner} is no engineer of the desk any more: edit the review to give it to somebody.`,
    done: (name: string) => `${name}: follow-up done`,
  },
  message: {
    reviewed: 'the news that a review was saved',
    'follow-up-due': 'the reminder of a follow-up',
    'follow-up-done': 'the news that a follow-up is done',
  },
  timeline: {
    reviewed: () => 'saved the review',
    'follow-up-due': (more: string) => `A follow-up was due: ${more}`,
    'follow-up-done': (more: string) => `did a follow-up${more && `: ${more}`}`,
  },

  zone: (zone: string) => `Times are in UTC. The support desk is in ${zone}.`,
  copy: 'Markdown for your wiki',
  cut: 'The rest is cut: this card has no room for it. Whoever runs the desk gets all of it: npx outage-desk review.',
};
