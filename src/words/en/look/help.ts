/** The help, the commands and examples of them, in English. */
import { botName } from '../common/names.ts';

export const help = {
  heading: botName,
  text: 'Is production down? Report it here, and a support engineer acknowledges it.',
  report: 'Report an outage',
  youSaid: 'I did not understand that. This is what I can do:',
};

/** What each command does, as the help and Teams' menus say it. */
export const commands = {
  outage: 'Report a production outage',
  setup: 'For administrators: choose the support desk, and who follows',
  acknowledge: "In an outage's thread: take it",
  update: "In an outage's thread: tell everyone what is new",
  resolve: "In an outage's thread: say that it is over, and what was done",
  onCall: 'See who is on call, take it, or cover for somebody',
  check: 'See whether it would work tonight: roster, ladder, projects',
  drill: 'Try out the whole flow, 60 times as fast; with "ping", people are pinged',
  help: 'See what Outage Desk can do',
  nothingNew: "In an outage's thread: say that there is nothing new",
  handOver: "In an outage's thread: offer it to another engineer",
  accept: 'Take what was offered to you',
  decline: 'Turn down what was offered to you',
  assist: 'Help with it, or add somebody who does',
  release: 'Give it back to whoever is on call, with the reason',
  transfer: "In an outage's thread: it is no outage, another team answers",
  merge: 'It is the same as another outage',
  note: 'Keep a note that only the desk sees',
  reopen: 'It is not over; take it again',
  list: 'See which outages are open',
  mine: 'See the outages that you reported or own',
  status: 'See the card of one: /outage status OUT-1042',
  timeline: 'See who did what and when: /outage timeline OUT-1042',
  stillDown: 'Say that what you reported is not over',
  works: 'Say that what you reported works again',
  withdraw: 'Take your report back',
  object: 'Say that what was transferred is an outage all the same',
};

/** What somebody may write, where a command needs more. */
export const examples = {
  update: 'update We found the cause and are testing a fix.',
  resolve: 'resolve The service was restarted; posting works since 10:40.',
  handOver: 'hand over to @Tomás',
  release: 'release I have to leave; the lock on table 7 is not it',
  transfer: (team: string) => `transfer to ${team} Only one user is affected`,
  merge: 'merge into OUT-1042',
  note: 'note The vendor confirms the fault, ticket 4711',
  reopen: 'reopen Posting fails again since 11:20',
};
