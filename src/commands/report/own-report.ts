/** What reporters press to see what they reported: as it is now, and as a text to copy. Only the one who pressed sees it. */
import { copyCard } from '../../cards/report/receipt.ts';
import { cardReply, type Presses, whenFound } from '../command.ts';
import { ownOutage, showOwn } from '../forms/own-outage.ts';

export const ownReportPresses = {
  'reporter-show': {
    needs: 'see-entered',
    run: whenFound(ownOutage, async ({ outage }, turn) => await showOwn(outage, turn)),
  },
  'reporter-copy': {
    needs: 'see-entered',
    run: whenFound(ownOutage, async ({ outage }, { words, desk, outages }) =>
      cardReply(copyCard({ outage, desk, words, now: await outages.now() })),
    ),
  },
} satisfies Partial<Presses>;
