/** Who has an outage: handing it over, helping with it and giving it back; and all buttons of engineers. In English. */

export const ownership = {
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
    unmerge: 'Not the same',
    reclassify: 'Reclassify',
    note: 'Note',
    reopen: 'Reopen',
  },
  more: {
    heading: (name: string) => `${name}: more`,
    groups: { now: 'Now', owner: 'Who has it', kind: 'What it is', ended: 'It is not over', desk: 'Among us' },
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

  choose: 'Choose one',

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
