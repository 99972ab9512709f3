/** "/outage deliveries OUT-1042": what went where of an outage, and what did not. In the desk's thread also without a number. */
import { type Button, button, dataOf } from '../../cards/base/verbs.ts';
import { deliveriesCard } from '../../cards/look/deliveries.ts';
import type { Recorded } from '../../engine/ports/outages.ts';
import {
  type CardReply,
  type Command,
  cardReply,
  forThread,
  isAlone,
  ownZone,
  type Presses,
  sayLine,
  says,
  type Turn,
  whenFound,
} from '../command.ts';
import { outageOnCard, viewOf } from '../forms/outage-press.ts';
import { findOutage } from './status.ts';

export const outageDeliveries: Command = {
  name: '/outage deliveries',
  needs: 'see-notes',
  parse: says(/^\/?(?:outage\s+)?deliveries((?:\s+(?:of\s+)?(?:(?:OUT|REQ|DRILL)-?)?\d{1,9})?)[.!]*$/i),
  run: whenFound(findOutage, async ({ recorded, showing }, turn) => {
    // In a room of others they are nobody's to read.
    if (showing !== 'desk' && !isAlone(turn)) return sayLine(turn.words.look.list.ownChat, turn);
    return forThread(await showDeliveries(recorded, turn));
  }),
};

async function showDeliveries(recorded: Recorded, turn: Turn, actions: readonly Button[] = []): Promise<CardReply> {
  const { outage, events } = recorded;
  const [view, ledger] = await Promise.all([viewOf(outage, turn), turn.deliveries.ledger(outage.id)]);
  return cardReply(deliveriesCard({ ...view, events, ledger, zone: ownZone(turn), actions }));
}

export const deliveriesPresses = {
  'deliveries-show': {
    needs: 'see-notes',
    run: whenFound(outageOnCard, (recorded, turn) =>
      showDeliveries(recorded, turn, [button(turn.words.report.back, 'outage-more', dataOf(recorded.outage))]),
    ),
  },
} satisfies Partial<Presses>;
