/** What changed since somebody looked last, in English. */
import { formats } from '../formats.ts';

export const catchUp = {
  heading: 'Since you last looked',
  since: (when: string) => `Since you last looked, at ${when}:`,
  change: (when: string, text: string) => `${when}: ${text}`,
  updates: (count: number, when: string, last: string) => `${count} updates, the last at ${when}: ${last}`,
  several: (count: number, when: string, last: string) => `${count} times, the last at ${when}: ${last}`,
  earlier: (count: number, name: string) =>
    formats.plural(count, {
      one: `And 1 other change: write "timeline ${name}".`,
      other: `And ${count} other changes: write "timeline ${name}".`,
    }),
  nothing: (when: string) => `Nothing is new since you last looked, at ${when}.`,
  never: 'You have not looked at it before. This is how it stands.',
  noneOpen: 'No outage is open for you, and you have not looked at one so far.',
  more: (name: string) => `To see all of it, write "status ${name}".`,
  moreOutages: (count: number) =>
    formats.plural(count, {
      one: 'Something is new in 1 more outage: write "catch up" again.',
      other: `Something is new in ${count} more outages: write "catch up" again.`,
    }),
  oneOf: (name: string) => `For all that changed of one, write its number, such as "catch up ${name}".`,
};
