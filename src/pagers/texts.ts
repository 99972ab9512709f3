/** What a page says, in the desk's language: a line for a screen, words for a call. What people wrote is made one short line without markup. */
import { type Outage, outageName } from '../outage/types/outage.ts';
import type { Instant } from '../outage/types/values.ts';
import type { Words } from '../words/words.ts';

const LONGEST_TITLE = 100;
const LONGEST_NAME = 60;
const MINUTE_MS = 60_000;

export function short(text: string, most: number): string {
  const characters = [...text.replace(/[\p{C}\p{Z}\s]+/gu, ' ').trim()];
  return characters.length <= most ? characters.join('') : `${characters.slice(0, most - 1).join('')}\u2026`;
}
const titleOf = ({ report }: Outage): string => short(report.title, LONGEST_TITLE);
const customerOf = ({ report }: Outage): string => short(report.project.name, LONGEST_NAME);

/** Full minutes, because nobody acts by seconds; of a drill they are seconds. */
function timeOf({ acknowledgeBy, drill }: Outage, now: Instant, { pages, formats }: Words): string {
  const leftMs = acknowledgeBy - now;
  const full = (ms: number) => formats.duration(drill || ms < MINUTE_MS ? Math.max(1_000, ms) : Math.floor(ms / MINUTE_MS) * MINUTE_MS);
  return leftMs > 0 ? pages.left(full(leftMs)) : pages.late(full(-leftMs));
}

/** A drill says so first. */
export function lineOf(outage: Outage, now: Instant, words: Words): string {
  const text = words.pages.text(outageName(outage), customerOf(outage), titleOf(outage));
  return words.formats.joined([outage.drill ? words.pages.drill : '', text, timeOf(outage, now, words)]);
}

/** What a call says, sentence by sentence. */
export function spoken(outage: Outage, now: Instant, words: Words): readonly string[] {
  const { call } = words.pages;
  // One digit after the other: a voice would read a number of four digits as a year.
  const digits = outageName(outage).replace(/\D/g, '').split('').join(' ');
  return [
    call.hello,
    ...(outage.drill ? [call.drill, call.drillNumber(digits)] : [call.outage(digits)]),
    call.customer(customerOf(outage)),
    words.formats.sentence(titleOf(outage)),
    timeOf(outage, now, words),
  ];
}
