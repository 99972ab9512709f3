/** What went where, where it is much. */
import { expect, it } from 'vitest';
import { MAX_CARD_BYTES } from '../../src/cards/base/card.ts';
import { type DeliveryLine, deliveriesCard } from '../../src/cards/look/deliveries.ts';
import { en } from '../../src/words/en/index.ts';
import { smallDesk } from '../support/desk/small-desk.ts';
import { CALM, NOW, stories } from '../support/outage/stories.ts';

it('what is not there stands first, and a card of many places is small enough for Teams', () => {
  const { outage, events } = stories(CALM, 'personal').reported;
  const ledger = Array.from(
    { length: 300 },
    (_, index): DeliveryLine => ({
      ...{ key: `${outage.id}/opening/follower:room-${index}/1`, attempts: 2, told: 0 },
      ...(index === 299 ? { state: 'failed', doneAt: NOW, error: 'x'.repeat(900) } : { state: 'done', doneAt: NOW, error: null }),
    }),
  );
  const card = deliveriesCard({ outage, events, ledger, desk: smallDesk(), words: en, now: NOW });
  const text = JSON.stringify(card);
  expect(text.length).toBeLessThan(MAX_CARD_BYTES);
  expect(text).toContain('299 of 300 places have everything.');
  expect(text).toMatch(/2\d\d more places are not shown/);
  expect(text.indexOf('room-299')).toBeLessThan(text.indexOf('room-0'));
});
