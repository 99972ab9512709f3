/** Who owns an outage: handing it over, helping with it and giving it back; and all buttons of engineers. In English. */

export const ownership = {
  buttons: {
    nothingNew: 'Post "Nothing new"',
    more: 'More',
    accept: 'Accept',
    decline: 'Decline',
    handOver: 'Hand over',
    help: 'Help with this',
    assist: 'Add helper',
    release: 'Give back',
    transfer: 'Transfer',
    merge: 'Merge',
    unmerge: 'Undo merge',
    reclassify: 'Reclassify',
    note: 'Add note',
    reopen: 'Reopen',
  },
  more: {
    heading: (name: string) => `${name}: more`,
    groups: {
      now: 'Now',
      owner: 'Who works on it',
      call: 'Call and chat',
      kind: 'What it is',
      ended: 'It is not over',
      look: 'What happened',
      desk: 'For the desk only',
    },
  },

  handOver: {
    heading: (name: string) => `${name}: hand over`,
    person: 'To whom?',
    send: 'Send offer',
    audience: 'They are asked in this thread. You stay the owner until they accept.',
  },
  assist: {
    heading: (name: string) => `${name}: add helper`,
    person: 'Who helps?',
    send: 'Add helper',
    audience: 'They are asked in this thread. The owner stays the same.',
  },
  release: {
    heading: (name: string) => `${name}: give back`,
    reason: 'Why do you give it back?',
    example: 'What you know so far, and why another engineer has to go on',
    send: 'Give back',
    audience: 'People on call are pinged at once, with a shorter deadline, and the reporter is told.',
  },

  /** Somebody acknowledged it by a reaction to the first message of its thread. */
  reaction: {
    told: (by: string, until: string) => `It was acknowledged by a reaction. If that was a mistake, ${by} can undo it until ${until}.`,
    youTook: (name: string) => `${name}: your reaction acknowledged it`,
    undo: (until: string) =>
      `You are the owner now. If that was a mistake, press the button by ${until}: then it has no owner, and everybody is told.`,
    notMeant: 'Undo acknowledgement',
    done: (name: string) => `You undid it. ${name} has no owner now, and everybody who was told of you is told.`,
    takenBack: (name: string) => `${name}: acknowledgement undone`,
    mistake: 'It was acknowledged by mistake.',
  },

  choose: 'Choose one',
  person: {
    placeholder: 'Type a name, then choose',
    one: 'Choose one person from the list. A typed name is not enough.',
    hasIt: (name: string) => `${name} is already the owner. Choose another person.`,
    /** `engineers`: empty when they are too many to name. */
    noEngineer: (engineers: string) =>
      `That is no engineer of this desk. Choose one ${engineers ? `of: ${engineers}` : 'from the list'}. Whoever runs the desk can add others to the desk file, under engineers.`,
  },

  say: {
    doYouTake: (name: string) => `Acknowledge ${name}?`,
    doYouTakeText: 'I was not sure what you meant, so nothing has changed. To become the owner, press the button.',
    like: (example: string) => `Say it like this: ${example}`,
    whichEngineer: (names: string) => `That fits more than one engineer: ${names}. Mention the one you mean with @.`,
    noEngineer: 'I know no such engineer of this desk. Mention the person with @, or press Hand over.',
    whichTeam: (teams: string) => `I know no such team. The teams of this desk: ${teams}.`,
    noTeams: 'This desk has no teams to transfer to. Whoever runs it can add them to the desk file, under teams.',
    noPlan: (project: string) =>
      `I cannot say how soon a team replies to ${project}: the desk file gives it no support plan. Whoever runs the desk can add it, under plans and at the project.`,
    so: (name: string) => `It was like that already. Nothing has changed for ${name}.`,
  },
};
