/** An engineer does not take over an outage that was offered to them; or the owner takes the offer back. */
import { type Command, type Presses, says } from '../command.ts';
import { tap } from '../forms/outage-press.ts';
import { inThread } from '../forms/outage-thread.ts';

export const decline: Command = {
  name: 'decline',
  needs: 'decline',
  help: (words) => words.commands.decline,
  parse: says(/^\/?declined?[.!]*$/i),
  run: (_text, turn) => inThread(turn, (common) => ({ ...common, type: 'decline' })),
};

export const declinePresses = {
  'outage-decline': { needs: 'decline', run: tap(({ outageId, by }) => ({ type: 'decline', outageId, by })) },
} satisfies Partial<Presses>;
