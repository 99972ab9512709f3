/** What went where of an outage, in English. */
import { formats } from '../formats.ts';

export const deliveries = {
  button: 'Show deliveries',
  heading: (name: string) => `${name}: deliveries`,
  summary(whole: number, all: number): string {
    if (all === 0) return 'Nothing was sent yet.';
    return whole === all && all > 1 ? `All ${all} places have everything.` : `${whole} of ${all} places have everything.`;
  },
  about: 'Beside each place: when the last message came there. Edits of cards are not counted.',
  came: (count: number) => formats.plural(count, { one: '1 message came.', other: `${count} messages came.` }),
  waits: (what: string) => `Waits for its turn: ${what}.`,
  triesAgain: (what: string, why: string, attempts: number) =>
    `Not there yet: ${what} (${why}). ${formats.plural(attempts, { one: 'I tried once', other: `I tried ${attempts} times` })}, and try again.`,
  failed: (what: string, why: string) => `Given up: ${what} (${why}).`,
  told: 'The desk was told.',
  otherMissing: (count: number) => formats.plural(count, { one: '1 more is not there.', other: `${count} more are not there.` }),
  more: (count: number) => formats.plural(count, { one: '1 more place is not shown.', other: `${count} more places are not shown.` }),
};
