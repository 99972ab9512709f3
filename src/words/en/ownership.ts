/** What an engineer presses, fills in and types beside acknowledging, updating and resolving. */
import { formats } from './formats.ts';

export const engineer = {
  buttons: {
    nothingNew: 'Nothing new',
    more: 'More',
    accept: 'Accept',
    decline: 'Decline',
    handOver: 'Hand over',
    help: 'I help',
    assist: 'Add somebody',
    release: 'Release',
    transfer: 'Transfer',
    merge: 'Merge',
    reclassify: 'Reclassify',
    note: 'Note',
    reopen: 'Reopen',
  },
  more: {
    heading: (name: string) => `${name}: more`,
    groups: { now: 'Now', owner: 'Who has it', kind: 'What it is', ended: 'It is not over', desk: 'Among us' },
  },
  quick: {
    firstLook: 'What do you look at first? It can be left open.',
    /** Ids are kept by cards that are out already; what stands here goes on the record. */
    looks: { changes: 'Last changes', logs: 'Logs', database: 'Database', network: 'Network' },
    nextUpdate: 'When does the next update come?',
    minutes: (n: number) => formats.duration(n * 60_000),
  },

  handOver: {
    heading: (name: string) => `${name}: hand over`,
    person: 'To whom?',
    send: 'Offer it',
    audience: 'They are asked in this thread. Until they accept, the owner stays the owner.',
  },
  assist: {
    heading: (name: string) => `${name}: add somebody`,
    person: 'Who helps?',
    send: 'Add',
    audience: 'They are told in this thread. The owner stays the owner.',
  },
  release: {
    heading: (name: string) => `${name}: release`,
    reason: 'Why do you give it back?',
    example: 'What you know so far, and why somebody else has to go on',
    send: 'Release',
    audience: 'Whoever is on call is called at once, with a shorter clock, and the reporter is told.',
  },
  transfer: {
    heading: (name: string) => `${name}: transfer`,
    promise: (plan: string, reply: string) => `By ${plan} the other team replies within ${reply}.`,
    promised: (within: string, when: string) =>
      `The reporter was promised an acknowledgement within ${within}, by ${when}. They see both promises, and may object once.`,
    team: 'Which team answers it?',
    reason: 'Why is it no outage?',
    example: 'Which of the three it is not: live, more than one user, daily business stopped',
    send: 'Transfer',
    audience: 'The pings end. The reporter and everyone who follows are told the reason.',
  },
  merge: {
    heading: (name: string) => `${name}: merge`,
    open: 'These are open too:',
    number: 'Into which outage?',
    example: 'OUT-1042',
    send: 'Merge',
    audience: 'This one ends. Its reporter gets the updates of the other one from then on.',
    notANumber: 'Write a number such as OUT-1042.',
    unknown: 'I know no outage with this number.',
  },
  note: {
    heading: (name: string) => `${name}: note`,
    text: 'What should the desk know?',
    example: 'What you tried, what you ruled out, who else was asked',
    send: 'Keep the note',
    audience: 'It stays in this thread. The reporter and those who follow do not see it.',
  },
  reclassify: {
    heading: (name: string) => `${name}: reclassify`,
    scenario: 'Scenario',
    environment: 'Production environment',
    send: 'Change',
    audience: 'The thread shows what was changed, and everyone who follows sees the new one.',
  },
  reopen: {
    heading: (name: string) => `${name}: reopen`,
    reason: 'What is still wrong?',
    example: 'What fails again, and since when',
    send: 'Reopen and take it',
    audience: 'It is yours then. The number and the threads stay, and everybody is told.',
  },

  choose: 'Choose one',
  unknownChoice: 'Choose one of the list.',

  commands: {
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
  },
  examples: {
    handOver: 'hand over to @Tomás',
    release: 'release I have to leave; the lock on table 7 is not it',
    transfer: (team: string) => `transfer to ${team} Only one user is affected`,
    merge: 'merge into OUT-1042',
    note: 'note The vendor confirms the fault, ticket 4711',
    reopen: 'reopen Posting fails again since 11:20',
  },
  say: {
    doYouTake: (name: string) => `Do you take ${name}?`,
    doYouTakeText: 'I was not sure what you meant, and have changed nothing. One tap takes it.',
    like: (example: string) => `Say it like this: ${example}`,
    whichEngineer: (names: string) => `That fits more than one engineer: ${names}. Mention the one you mean with @.`,
    noEngineer: 'I know no such engineer of this desk. Mention the person with @, or use the button Hand over.',
    whichTeam: (teams: string) => `I know no such team. Those of this desk: ${teams}.`,
    noTeams: 'This desk has no teams to transfer to. Whoever runs it can add them to the desk file, under teams.',
    noPlan: (project: string) =>
      `I cannot say how soon a team replies to ${project}: the desk file gives it no support plan. Whoever runs the desk can add it, under plans and at the project.`,
    so: (name: string) => `That is so already; nothing was changed. ${name} is as it was.`,
  },
};
