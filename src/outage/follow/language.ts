/** The languages that people can read, by their BCP 47 tags. Each has a folder in src/words, and without one nothing compiles. */
export const LANGUAGES = ['en', 'de', 'fr', 'es', 'ja', 'da'] as const;
export type Language = (typeof LANGUAGES)[number];
