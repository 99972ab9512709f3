/** In which language somebody, or a room, reads. In English. */
export const language = {
  command: 'Choose your language: language, or for example language Deutsch',
  heading: 'Choose your language',
  chosen: (language: string) => `You read ${language} now, as you chose.`,
  asInTeams: (language: string) => `You read ${language} now, as your Teams app says.`,
  about: 'It changes what only you read. Channels and group chats keep their own language.',
  label: 'Language',
  ofTeams: 'As in Teams',
  save: 'Use this language',
  saved: (language: string) => `From now on you read ${language}.`,
  unknown: (languages: string) => `I cannot write that language. I can write ${languages}.`,
  /** For a room that follows. */
  ofRoom: 'Language here',
  ofDesk: (language: string) => `As the support desk (${language})`,
  /** Of `/outage check` and `npx outage-desk check`. */
  untranslated: (language: string, places: string) =>
    `These texts of the desk file are missing in ${language}, which people read here: ${places}.`,
  untranslatedRemedy: 'Write them in that language, or write one text for everybody.',
  /** No mistake: nobody is known to read it. */
  notIn: (language: string, places: string) => `Texts of the desk file that are not in ${language}: ${places}.`,
};
