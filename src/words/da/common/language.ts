/** In which language somebody, or a room, reads. In Danish. */
export const language = {
  command: 'Vælg dit sprog: language, eller direkte language Dansk',
  heading: 'Vælg dit sprog',
  chosen: (language: string) => `Dit sprog: ${language}, som du har valgt.`,
  asInTeams: (language: string) => `Dit sprog: ${language}, som i din Teams-app.`,
  about: 'Det gælder kun det, som kun du læser. Kanaler og gruppechats beholder deres eget sprog.',
  label: 'Sprog',
  ofTeams: 'Som i Teams',
  save: 'Brug dette sprog',
  saved: (language: string) => `Dit sprog fra nu af: ${language}.`,
  unknown: (languages: string) => `Det sprog kan jeg ikke skrive. Jeg kan skrive ${languages}.`,
  /** For a room that follows. */
  ofRoom: 'Sprog her',
  ofDesk: (language: string) => `Som supporten (${language})`,
  untranslated: (language: string, places: string) =>
    `Disse tekster i desk-filen findes ikke på ${language}, som nogle læser her: ${places}.`,
  untranslatedRemedy: 'Skriv dem også på det sprog, eller skriv én tekst til alle.',
  notIn: (language: string, places: string) => `Tekster i desk-filen, der ikke findes på ${language}: ${places}.`,
};
