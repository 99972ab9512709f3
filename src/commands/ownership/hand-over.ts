/**
 * The owner offers an outage to another engineer: by "hand over to ..." in the thread, or by a form. The other one accepts or
 * declines; the owner takes the offer back by declining, too.
 */
import { handOverForm } from '../../cards/ownership.ts';
import { type Command, type Presses, sayLine, says } from '../command.ts';
import { engineerForm } from '../forms/outage-form.ts';
import { tap } from '../forms/outage-press.ts';
import { engineerIn, inThread, sayLike } from '../forms/outage-thread.ts';
import { readPerson } from './person.ts';

export const handOver: Command = {
  name: 'hand over',
  needs: 'hand-over',
  parse: says(/^\/?hand(?:[\s-]?over(?:\s+(?:it|this))?|\s+(?:it|this)\s+over)(?=$|[\s:,])[:,]?(?:\s+to(?=$|\s))?\s*([\s\S]*)$/i),
  async run(text, turn) {
    if (text === '' && (await turn.mentioned()).length === 0) return sayLike(turn.words.examples.handOver, turn);
    return await inThread(turn, async (common) => {
      const to = await engineerIn(text, turn);
      return 'unclear' in to ? sayLine(to.unclear, turn) : { ...common, type: 'hand-over', to };
    });
  },
};

const { presses } = engineerForm({
  needs: 'hand-over',
  verb: 'outage-hand-over',
  fields: ['person'],
  draw: handOverForm,
  action(sent) {
    const chosen = readPerson(sent, 'hand-over');
    return 'errors' in chosen ? chosen : { ...sent.common, type: 'hand-over', to: chosen.found };
  },
});

const answer = (type: 'accept' | 'decline', pattern: RegExp): Command => ({
  name: type,
  needs: type,
  parse: says(pattern),
  run: (_text, turn) => inThread(turn, (common) => ({ ...common, type })),
});
export const accept = answer('accept', /^\/?accept(?:ed)?[.!]*$/i);
export const decline = answer('decline', /^\/?declined?[.!]*$/i);

export const handOverPresses = {
  ...presses,
  'outage-accept': { needs: 'accept', run: tap(({ outageId, by }) => ({ type: 'accept', outageId, by })) },
  'outage-decline': { needs: 'decline', run: tap(({ outageId, by }) => ({ type: 'decline', outageId, by })) },
} satisfies Partial<Presses>;
