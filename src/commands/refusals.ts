/** What a person is told when the core says no. A rejection carries its data, so the answer can be exact. */
import { asName, readersClock } from '../cards/text.ts';
import type { Rejection } from '../outage/actions.ts';
import { type Instant, type Outage, outageName } from '../outage/outage.ts';
import type { Words } from '../words/words.ts';

/** `clockText` writes a time for whoever reads it. */
export function refusalText(rejection: Rejection, outage: Outage | null, words: Words, clockText: (at: Instant) => string): string {
  const name = outage ? outageName(outage) : '';
  switch (rejection.type) {
    case 'unknown-outage':
      return words.refused.unknownOutage;
    case 'not-permitted':
      return words.refused.notPermitted;
    case 'already-acknowledged':
      return words.refused.alreadyAcknowledged(name, asName(rejection.by.name), clockText(rejection.at));
    case 'already-resolved':
      return words.refused.alreadyResolved(name, asName(rejection.by.name), clockText(rejection.at));
    case 'card-outdated':
      return words.refused.cardOutdated(asName(rejection.by.name), clockText(rejection.at));
  }
}

export const cardClock =
  (now: Instant) =>
  (at: Instant): string =>
    readersClock(at, now);
