/** An engineer says that there is nothing new. It counts as an update: people know that somebody works on it, and when to look again. */
import { type Command, type Presses, says } from '../command.ts';
import { tap } from '../forms/outage-press.ts';
import { inThread } from '../forms/outage-thread.ts';

const update = { type: 'update', text: '', phase: null, nextUpdateInMs: null } as const;

export const nothingNew: Command = {
  name: 'nothing new',
  needs: 'update',
  help: (words) => words.commands.nothingNew,
  parse: says(/^\/?(?:nothing new|no news)(?: yet)?[.!]*$/i),
  run: (_text, turn) => inThread(turn, (common) => ({ ...common, ...update, seen: null })),
};

export const nothingNewPresses = {
  'outage-nothing-new': { needs: 'update', run: tap((card) => ({ ...card, ...update })) },
} satisfies Partial<Presses>;
