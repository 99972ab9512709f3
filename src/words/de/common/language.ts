/** In which language somebody, or a room, reads. In German. */
export const language = {
  command: 'Ihre Sprache wählen: language oder direkt language Deutsch',
  heading: 'Sprache wählen',
  chosen: (language: string) => `Ihre Sprache: ${language}, von Ihnen gewählt.`,
  asInTeams: (language: string) => `Ihre Sprache: ${language}, wie in Ihrer Teams-App.`,
  about: 'Das gilt nur für das, was Sie allein lesen. Kanäle und Gruppenchats behalten ihre eigene Sprache.',
  label: 'Sprache',
  ofTeams: 'Wie in Teams',
  save: 'Sprache speichern',
  saved: (language: string) => `Ab jetzt schreibe ich Ihnen auf ${language}.`,
  unknown: (languages: string) => `Diese Sprache kann ich noch nicht. Zur Auswahl stehen: ${languages}.`,
  /** For a room that follows. */
  ofRoom: 'Sprache hier',
  ofDesk: (language: string) => `Wie der Support (${language})`,
  untranslated: (language: string, places: string) =>
    `Hier wird ${language} gelesen, aber diese Texte der Desk-Datei gibt es in dieser Sprache nicht: ${places}.`,
  untranslatedRemedy: 'Schreiben Sie sie auch in dieser Sprache, oder einen Text für alle.',
  notIn: (language: string, places: string) => `Texte der Desk-Datei, die es auf ${language} nicht gibt: ${places}.`,
};
