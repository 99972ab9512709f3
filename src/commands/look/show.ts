/** What engineers press to see an outage: as it is now (back from a form), and with everything else that they can do. */
import { moreCard } from '../../cards/outage/more.ts';
import { cardReply, type Presses, whenFound } from '../command.ts';
import { outageOnCard, showOutage } from '../forms/outage-press.ts';

export const showPresses = {
  'outage-show': {
    needs: 'see-notes',
    run: whenFound(outageOnCard, async ({ outage }, turn) => await showOutage(outage, turn)),
  },
  'outage-more': {
    needs: 'see-notes',
    run: whenFound(outageOnCard, async ({ outage }, { words, desk }) => cardReply(moreCard({ outage, desk, words }))),
  },
} satisfies Partial<Presses>;
