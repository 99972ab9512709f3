/** It is the same as another outage: by "merge OUT-1040" in the thread, or by a form. */
import { mergeForm } from '../../cards/ending.ts';
import { type Command, sayLine, says } from '../command.ts';
import { engineerForm } from '../forms/outage-form.ts';
import { inThread, numberIn, sayLike } from '../forms/outage-thread.ts';

export const merge: Command = {
  name: 'merge',
  needs: 'merge',
  parse: says(/^\/?merged?(?=$|[\s:,])[:,]?\s*([^?]{0,200})$/i),
  async run(text, turn) {
    const number = numberIn(text);
    if (number === null) return sayLike(turn.words.examples.merge, turn);
    return await inThread(turn, async (common) => {
      const intoId = await turn.outages.idByNumber(number);
      if (!intoId) return sayLine(turn.words.refusals.unknownOutage, turn);
      return { ...common, type: 'merge', intoId, seen: null };
    });
  },
};

export const { presses: mergePresses } = engineerForm({
  needs: 'merge',
  verb: 'outage-merge',
  fields: ['number'],
  needsOthers: true,
  draw: mergeForm,
  async action({ filled, common, seen, words, outages }) {
    const { notANumber, unknown } = words.ending.merge;
    const typed = /^\s*(?:OUT-?)?(\d{1,9})\s*$/i.exec(filled.number ?? '');
    if (!typed) return { errors: { number: notANumber } };
    const intoId = await outages.idByNumber(Number(typed[1]));
    return intoId ? { ...common, type: 'merge', intoId, seen } : { errors: { number: unknown } };
  },
});
