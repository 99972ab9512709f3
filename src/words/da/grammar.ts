/** What Danish puts before a time or a date that comes from elsewhere. */

/** "22. nov. 10.45", "2026-01-04 09:00", or a date that the reader's client writes; all else is a time of day. */
const hasDate = (when: string): boolean => /^(?:\{\{DATE|\d{4}-|\d{1,2}\. ?\p{L})/u.test(when);

/** "kl. 10.45", "22. nov. 10.45": also behind "senest", "siden", "fra" and "til". */
export const at = (when: string): string => (hasDate(when) ? when : `kl. ${when}`);
/** At the beginning of a sentence. */
export const At = (when: string): string => (hasDate(when) ? when : `Kl. ${when}`);
/** "fra kl. 10.45 til kl. 11.00". */
export const range = (from: string, until: string): string => `fra ${at(from)} til ${at(until)}`;
