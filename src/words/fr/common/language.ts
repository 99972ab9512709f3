/** In which language somebody, or a room, reads. In French. */
export const language = {
  command: 'Choisir votre langue : language, ou par exemple language Français',
  heading: 'Choisissez votre langue',
  chosen: (language: string) => `Langue actuelle : ${language}, selon votre choix.`,
  asInTeams: (language: string) => `Langue actuelle : ${language}, comme dans votre application Teams.`,
  about:
    'Ce choix ne concerne que les messages destinés à vous seulement. Les canaux et les conversations de groupe gardent leur propre langue.',
  label: 'Langue',
  ofTeams: 'Comme dans Teams',
  save: 'Utiliser cette langue',
  saved: (language: string) => `C’est noté. Votre langue est maintenant : ${language}.`,
  unknown: (languages: string) => `Je ne sais pas écrire dans cette langue. Langues possibles : ${languages}.`,
  /** For a room that follows. */
  ofRoom: 'Langue ici',
  ofDesk: (language: string) => `Celle du support (${language})`,
  untranslated: (language: string, places: string) =>
    `Ces textes du fichier du support manquent dans une langue utilisée ici (${language}) : ${places}.`,
  untranslatedRemedy: 'Écrivez-les aussi dans cette langue, ou écrivez un seul texte pour tous.',
  notIn: (language: string, places: string) => `Textes du fichier du support absents dans cette langue (${language}) : ${places}.`,
};
