/** Planned maintenance of a project, in English: to who begins a report meanwhile, to who follows, and to the engineers who plan it. */
export const maintenance = {
  heading: 'Planned maintenance',
  place: (project: string, environments: string) => (environments ? `${project}, ${environments}` : project),

  /** On the first card of a report. */
  asks: (until: string) => `Planned maintenance runs until ${until}. Is that what you see?`,
  runs: (where: string, until: string, what: string) => `${where}, until ${until}: ${what}`,
  ifNot: 'If it is something else, or you are not sure, report it. We handle it like any other outage.',
  yes: 'Yes, it is maintenance',
  notSent: 'Nothing was sent. If it still does not work when the maintenance is over, report it.',

  /** On the desk's card of what was reported meanwhile. */
  fact: 'Maintenance',
  ran: (until: string, what: string) => `It was running when this was reported, until ${until}: ${what}`,

  /** To channels and chats that follow. */
  news: {
    begins: (project: string) => `Maintenance has begun: ${project}`,
    changed: (project: string) => `Maintenance was changed: ${project}`,
    over: (project: string) => `Maintenance is over: ${project}`,
    until: (where: string, until: string) => `${where}: it runs until ${until}. When it is over, you read it here.`,
    now: (where: string) => `${where}: if something does not work now, report it.`,
  },

  none: 'None runs, and none is planned.',
  open: 'Add or end maintenance',
  line: (where: string, from: string, until: string, what: string) => `${where}, ${from} to ${until}: ${what}`,
  /** Behind that, after a comma. */
  byFile: 'planned in the desk file (to change it, change that file and restart me)',
  by: (name: string) => `planned by ${name}`,
  projectGone: 'of a project that is not in the desk file any more, so nobody is told',
  more: (count: number) => `And ${count} more.`,
  which: 'Which one has ended?',
  choose: 'Choose one',
  where: 'What is maintained?',
  all: (project: string) => `${project}: everything`,
  noRoom: (count: number) => `This list has no room for ${count} more. Plan these in the desk file.`,
  fromDate: 'From which day?',
  fromTime: (zone: string) => `From what time in ${zone}?`,
  untilDate: 'Until which day?',
  untilTime: (zone: string) => `Until what time in ${zone}?`,
  what: 'What is done? Customers read this.',
  example: 'Update to version 10.0.44',
  send: 'Save maintenance',
  end: 'End it now',
  audience: 'Channels and chats that follow the project are told when it begins and ends. To change one, save it anew for the same place.',
  errors: {
    choose: 'Choose one from the list.',
    'not-a-time': 'Choose a day and a time.',
    'ends-first': 'It must end after it begins. Choose a later end, or an earlier begin.',
    past: 'This has passed. Choose a later end.',
    'too-long': 'This is longer than 14 days. Choose an earlier end, and add another one for what follows.',
    'too-far': 'This is more than a year away. Choose an earlier day.',
    overlaps: (from: string, until: string) =>
      `There is maintenance from ${from} to ${until} already. Choose another time, or end that one.`,
    what: (most: number) => `Say what is done, in at most ${most} characters.`,
  },
  saved: (where: string, from: string, until: string) => `Saved: ${where}, ${from} to ${until}.`,
  nobody: 'No channel or chat follows this project, so nobody is told. To let one follow, write "@Outage Desk setup" there.',
  ended: 'It is over. Those who were told that it began are told so.',
  gone: 'That one has ended already.',
};
