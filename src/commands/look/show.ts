/** What engineers press to see an outage: as it is now (back from a form), and with everything else that they can do. */
import { z } from 'zod';
import { moreCard } from '../../cards/outage/more.ts';
import { cardReply, type Presses } from '../command.ts';
import { onOutage, showOutage } from '../forms/outage-press.ts';

export const showPresses = {
  'outage-show': {
    needs: 'see-notes',
    run: onOutage(z.unknown(), async ({ outage }, turn) => await showOutage(outage, turn)),
  },
  'outage-more': {
    needs: 'see-notes',
    run: onOutage(z.unknown(), async ({ outage }, { words, desk }) => cardReply(moreCard({ outage, desk, words }))),
  },
} satisfies Partial<Presses>;
