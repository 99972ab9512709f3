/** What somebody who follows, or a room that does, chose to hear. */

import type { Language } from './language.ts';

/** How much: everything; what turns its course; or that it began, and that it is over. */
export const NOISES = ['everything', 'turning-points', 'begin-and-end'] as const;
export type Noise = (typeof NOISES)[number];

/** By the clock on the wall of an IANA time zone, as "22:00". Over midnight, where `until` is the earlier one. */
export type QuietHours = { readonly from: string; readonly until: string; readonly timeZone: string };

/** Left out: everything, at any hour, MOST_A_DAY, and the language of their client, or of the desk. In `hours`, and above `mostADay` messages, only turning points come. */
export type Chosen = {
  readonly noise?: Noise;
  readonly hours?: QuietHours;
  readonly mostADay?: number;
  readonly language?: Language;
};

/** So many messages about outages a reader gets in a day, unless they or the desk file say otherwise. Turning points always come. */
export const MOST_A_DAY = 30;

/** Stands as the error of a message that waits for the end of the quiet hours of its reader. */
export const WAITS_FOR_HOURS = 'waits for the end of quiet hours';
