/** Samples of what went where of an outage: nothing yet, everything, and each way in which something is not there. */
import { type DeliveryLine, deliveriesCard } from '../../../src/cards/look/deliveries.ts';
import { JOINS_NEXT } from '../../../src/outage/types/outage.ts';
import type { Words } from '../../../src/words/words.ts';
import { smallDesk } from '../desk/small-desk.ts';
import { NOW, stories, type Texts } from '../outage/stories.ts';
import { entry, type SampleCard } from './sample-card.ts';

const MINUTE_MS = 60_000;

export function deliveryCards(texts: Texts, words: Words): SampleCard[] {
  const desk = smallDesk();
  return Object.entries(stories(texts, 'personal'))
    .slice(0, 1)
    .flatMap(([, { outage, events }]) => {
      const line = (place: string, state: DeliveryLine['state'], more: Partial<DeliveryLine> = {}, of = 1): DeliveryLine => ({
        ...{ key: `${outage.id}/${of === 1 && place !== 'origin' ? 'opening' : 'news'}/${place}/${of}`, state, attempts: 1 },
        ...{ doneAt: state === 'done' ? NOW - MINUTE_MS : null, error: null, told: 0, ...more },
      });
      const rooms = outage.followers.map(({ id }) => `follower:${id}`);
      const all = ['desk', 'origin', ...rooms].map((place) => line(place, 'done'));
      const reason = texts.typed(300);
      const missing = [
        line('desk', 'done'),
        line('desk', 'waiting', { error: reason, attempts: 7 }, 2),
        line('origin', 'failed', { error: reason, told: 1 }),
        line('pager:ops', 'waiting', { error: JOINS_NEXT }, 2),
        ...rooms.flatMap((room) => [1, 2, 3, 4, 5].map(() => line(room, 'failed', { error: reason }))),
        // An edit, and what later events made pointless: neither is told.
        { ...line('desk', 'done'), key: `${outage.id}/state/desk/1` },
        line('desk', 'skipped', {}, 2),
      ];
      const draw = (name: string, ledger: readonly DeliveryLine[], zone?: string) =>
        entry(`deliveries: ${name}`, deliveriesCard, deliveriesCard({ outage, events, ledger, desk, words, now: NOW, zone }));
      return [draw('none yet', []), draw('everything', all, 'Europe/Copenhagen'), draw('some are not there', missing)];
    });
}
