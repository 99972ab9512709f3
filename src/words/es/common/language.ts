/** In which language somebody, or a room, reads. In Spanish. */
export const language = {
  command: 'Elegir su idioma: language o, por ejemplo, language Español',
  heading: 'Elija su idioma',
  chosen: (language: string) => `Idioma que ha elegido: ${language}.`,
  asInTeams: (language: string) => `Idioma de su aplicación de Teams, que también se usa aquí: ${language}.`,
  about: 'Esto solo cambia lo que lee usted. Los canales y los chats de grupo conservan su propio idioma.',
  label: 'Idioma',
  ofTeams: 'Como en Teams',
  save: 'Usar este idioma',
  saved: (language: string) => `Su idioma a partir de ahora: ${language}.`,
  unknown: (languages: string) => `No sé escribir en ese idioma. Puedo escribir en: ${languages}.`,
  /** For a room that follows. */
  ofRoom: 'Idioma aquí',
  ofDesk: (language: string) => `El de soporte (${language})`,
  untranslated: (language: string, places: string) =>
    `Estos textos del archivo de configuración faltan en un idioma que se lee aquí (${language}): ${places}.`,
  untranslatedRemedy: 'Escríbalos también en ese idioma, o escriba un solo texto para todos.',
  notIn: (language: string, places: string) => `Textos del archivo de configuración que no están en este idioma (${language}): ${places}.`,
};
