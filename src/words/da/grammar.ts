/** What Danish puts before a time that comes from elsewhere. */

/** "10.45", or what the reader's client writes; all else is a date, a weekday or a word such as "nu". */
const isTime = (when: string): boolean => /^(?:\d{1,2}[.:]\d\d|\{\{TIME)/.test(when);

/** "kl. 10.45", "22. nov. 10.45": also behind "senest", "siden", "fra" and "til". */
export const at = (when: string): string => (isTime(when) ? `kl. ${when}` : when);
/** At the beginning of a sentence. */
export const At = (when: string): string => (isTime(when) ? `Kl. ${when}` : when);
/** "fra kl. 10.45 til kl. 11.00". */
export const range = (from: string, until: string): string => `fra ${at(from)} til ${at(until)}`;
