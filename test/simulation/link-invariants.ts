/** The call of an outage and its tickets: who hears of them, and how many there are. */
import { OF_LINKS as LINK_EVENTS } from '../../src/outage/events.ts';
import { isSameTicket, MOST_TICKETS } from '../../src/outage/types/links.ts';
import { type Invariant, ofEach, when } from './invariant.ts';

export const OF_LINKS: readonly Invariant[] = [
  ofEach('only the desk hears of tickets, and of a call that its reporter may not join', 'wrong', (story) =>
    story.sends.flatMap(({ key, notice: { kind, seq, destination }, drawn }) => {
      const event = drawn.events[seq - 1];
      if (!event || !LINK_EVENTS.includes(event.type) || destination.kind === 'desk' || destination.kind === 'queue') return [];
      // Its reporter's card is edited when they may join it no longer, too.
      const isTheirs = event.type === 'bridge-set' && destination.kind === 'origin' && (event.shared || kind === 'state');
      return when(!isTheirs, `${key} was sent`);
    }),
  ),
  ofEach('an outage has each ticket once, and no more than fit its card', 'wrong', (_story, { tickets }) => [
    ...when(tickets.length > MOST_TICKETS, `it has ${tickets.length}`),
    ...tickets.flatMap((one, index) =>
      when(
        tickets.slice(0, index).some((other) => isSameTicket(one, other)),
        `it has ${one.name} twice`,
      ),
    ),
  ]),
];
