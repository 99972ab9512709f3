/** Engineers help with an outage, or add others who do: by "i help" or "add ..." in the thread, by a button, or by a form. */
import { assistForm } from '../../cards/ownership.ts';
import { type Command, type Presses, sayLine, says } from '../command.ts';
import { engineerForm } from '../forms/outage-form.ts';
import { tap } from '../forms/outage-press.ts';
import { engineerIn, inThread } from '../forms/outage-thread.ts';
import { readPerson } from './person.ts';

export const assist: Command = {
  name: 'assist',
  needs: 'assist',
  // "i can help" is an offer that the owner may take up; "i help" is done.
  parse: says(
    /^\/?(?:i(?:['’]ll| will| am|['’]m)?\s+help(?:ing)?[.!]*$|helping[.!]*$|(?:assist|add(?:\s+helper)?)(?=$|[\s:,])[:,]?\s*([^?]{0,200})$)/i,
  ),
  run: (text, turn) =>
    inThread(turn, async (common) => {
      const { id, name } = turn.actor;
      const person = text === '' && (await turn.mentioned()).length === 0 ? { id, name } : await engineerIn(text, turn);
      return 'unclear' in person ? sayLine(person.unclear, turn) : { ...common, type: 'assist', person };
    }),
};

const help = tap(({ outageId, by }) => ({ type: 'assist', outageId, by, person: { id: by.id, name: by.name } }));

const { presses } = engineerForm({
  needs: 'assist',
  verb: 'outage-assist',
  fields: ['person'],
  draw: assistForm,
  action(sent) {
    const chosen = readPerson(sent, 'assist');
    return 'errors' in chosen ? chosen : { ...sent.common, type: 'assist', person: chosen.found };
  },
});

export const assistPresses = { ...presses, 'outage-help': { needs: 'assist', run: help } } satisfies Partial<Presses>;
