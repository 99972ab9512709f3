/** An engineer takes over an outage that was offered to them. */
import { type Command, type Presses, says } from '../command.ts';
import { tap } from '../forms/outage-press.ts';
import { inThread } from '../forms/outage-thread.ts';

export const accept: Command = {
  name: 'accept',
  needs: 'accept',
  help: (words) => words.commands.accept,
  parse: says(/^\/?accept(?:ed)?[.!]*$/i),
  run: (_text, turn) => inThread(turn, (common) => ({ ...common, type: 'accept' })),
};

export const acceptPresses = {
  'outage-accept': { needs: 'accept', run: tap(({ outageId, by }) => ({ type: 'accept', outageId, by })) },
} satisfies Partial<Presses>;
