/** In which language somebody, or a room, reads. In French. */
export const language = {
  command: 'Choisir votre langue : language, ou par exemple language Français',
  heading: 'Choisir votre langue',
  chosen: (language: string) => `Vous lisez maintenant en ${language}, selon votre choix.`,
  asInTeams: (language: string) => `Vous lisez maintenant en ${language}, comme l’indique votre application Teams.`,
  about: 'Cela change seulement ce que vous êtes seul à lire. Les canaux et les conversations de groupe gardent leur propre langue.',
  label: 'Langue',
  ofTeams: 'Comme dans Teams',
  save: 'Utiliser cette langue',
  saved: (language: string) => `À partir de maintenant, vous lisez en ${language}.`,
  unknown: (languages: string) => `Je ne sais pas écrire dans cette langue. Langues possibles : ${languages}.`,
  /** For a room that follows. */
  ofRoom: 'Langue ici',
  ofDesk: (language: string) => `Celle du support (${language})`,
  untranslated: (language: string, places: string) =>
    `Ces textes du fichier du support manquent dans une langue lue ici (${language}) : ${places}.`,
  untranslatedRemedy: 'Écrivez-les aussi dans cette langue, ou écrivez un seul texte pour tous.',
  notIn: (language: string, places: string) => `Textes du fichier du support absents dans cette langue (${language}) : ${places}.`,
};
