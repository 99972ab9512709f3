/** What French puts before a time or a name that comes from elsewhere. */

/** "22 nov., 10:45", "2026-01-04 09:00", or a date that the reader's client writes; all else is a time of day. */
const hasDate = (when: string): boolean => /^(?:\{\{DATE|\d{4}-|\d{1,2}(?:er)?\s\p{L}|\p{L}+\.?\s\d)/u.test(when);

/** "à 10:45", "le 22 nov., 10:45". */
export const at = (when: string): string => (hasDate(when) ? `le ${when}` : `à ${when}`);
/** At the beginning of a sentence. */
export const At = (when: string): string => (hasDate(when) ? `Le ${when}` : `À ${when}`);
/** "avant 10:45", "avant le 22 nov.". */
export const before = (when: string): string => (hasDate(when) ? `avant le ${when}` : `avant ${when}`);
/** "prévu pour 10:45": behind "prévu". */
export const due = (when: string): string => (hasDate(when) ? `pour le ${when}` : `pour ${when}`);
export const after = (when: string): string => (hasDate(when) ? `après le ${when}` : `après ${when}`);
export const since = (when: string): string => (hasDate(when) ? `depuis le ${when}` : `depuis ${when}`);
export const until = (when: string): string => (hasDate(when) ? `jusqu’au ${when}` : `jusqu’à ${when}`);
export const starting = (when: string): string => (hasDate(when) ? `à partir du ${when}` : `à partir de ${when}`);
/** "de 10:45 à 11:00", "du 22 nov., 10:45 au 23 nov., 11:00". */
export const range = (from: string, to: string): string => `${hasDate(from) ? 'du' : 'de'} ${from} ${hasDate(to) ? 'au' : 'à'} ${to}`;

/** "20 autres". */
export const others = (count: number): string => `${count} ${count < 2 ? 'autre' : 'autres'}`;

/** "de Mia", "d'Anna", "d'un ingénieur"; a number such as OUT-7 is not elided. */
export const of = (name: string): string => (/^(?!(?:OUT|REQ|DRILL)-)[aeiouyàâéèêëîïôœ]/i.test(name) ? `d’${name}` : `de ${name}`);
