/** The reporter confirms that it works again: by "it works", or by a button. */
import { type Command, type Presses, type Reply, says, type Turn, whenFound } from '../command.ts';
import { namedOwnOutage } from '../forms/named-own-outage.ts';
import type { About } from '../forms/outage-form.ts';
import { numberIn } from '../forms/outage-thread.ts';
import { ownOutage, showOwnOutcome } from '../forms/own-outage.ts';

async function confirm({ outage, by }: About, turn: Turn): Promise<Reply> {
  return await showOwnOutcome(await turn.handle({ type: 'confirm', outageId: outage.id, by }), turn);
}

export const works: Command = {
  name: 'it works',
  needs: 'confirm',
  help: (words) => words.commands.works,
  menu: ['personal'],
  parse: says(/^\/?(?:it\s+)?works(?:\s+(?:again|now))*(\s+OUT-?\d{1,9})?[.!]*$/i),
  run: whenFound((argument: string, turn) => namedOwnOutage(numberIn(argument), ({ state }) => state === 'resolved', turn), confirm),
};

export const worksPresses = {
  'reporter-works': { needs: 'confirm', run: whenFound(ownOutage, confirm) },
} satisfies Partial<Presses>;
