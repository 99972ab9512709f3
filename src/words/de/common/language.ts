/** In which language somebody, or a room, reads. In German. */
export const language = {
  command: 'Ihre Sprache wählen: language, oder zum Beispiel language Deutsch',
  heading: 'Sprache wählen',
  chosen: (language: string) => `Sie lesen jetzt ${language}, wie Sie es gewählt haben.`,
  asInTeams: (language: string) => `Sie lesen jetzt ${language}, wie Ihre Teams-App es angibt.`,
  about: 'Das ändert nur, was Sie allein lesen. Kanäle und Gruppenchats behalten ihre eigene Sprache.',
  label: 'Sprache',
  ofTeams: 'Wie in Teams',
  save: 'Sprache übernehmen',
  saved: (language: string) => `Ab jetzt lesen Sie ${language}.`,
  unknown: (languages: string) => `Diese Sprache kann ich nicht. Ich schreibe ${languages}.`,
  /** For a room that follows. */
  ofRoom: 'Sprache hier',
  ofDesk: (language: string) => `Wie der Support (${language})`,
  untranslated: (language: string, places: string) =>
    `Diese Texte der Desk-Datei fehlen auf ${language}, was hier gelesen wird: ${places}.`,
  untranslatedRemedy: 'Schreiben Sie sie auch in dieser Sprache, oder einen Text für alle.',
  notIn: (language: string, places: string) => `Texte der Desk-Datei, die es auf ${language} nicht gibt: ${places}.`,
};
