/** It is the same as another outage, by "merge OUT-1040" in the thread or by a form; or it is not after all: "unmerge". */
import { mergeForm, mergeQuestionCard } from '../../cards/ending.ts';
import { isOpen, numberOf, type Outage, outageName, workRoomOf } from '../../outage/types/outage.ts';
import { type Words, wordsOfDesk } from '../../words/words.ts';
import { atDesk } from '../authorize/access.ts';
import { type Command, cardReply, isAlone, sayLine, says } from '../command.ts';
import { engineerForm } from '../forms/outage-form.ts';
import { type Common, inThread, numberIn, numbersIn, sayLike } from '../forms/outage-thread.ts';

export const merge: Command = {
  name: 'merge',
  needs: 'merge',
  parse: says(/^\/?merged?(?=$|[\s:,])[:,]?\s*([^?]{0,200})$/i),
  /** Both are shown, and it is asked: a number is soon mistyped. */
  async run(text, turn) {
    const [first = null, second = null] = numbersIn(text);
    if (first === null) return sayLike(turn.words.examples.merge, turn);
    const act = async (common: Common, read: () => Promise<Outage | null>) => {
      const outage = await read();
      const intoId = await turn.outages.idByNumber(second ?? first);
      const into = intoId && (await turn.outages.read(intoId))?.outage;
      if (!outage || !into) return sayLine(turn.words.ending.merge.unknown, turn);
      // Both titles are shown, and customers may read along elsewhere.
      if (!isAlone(turn) && !atDesk(turn, workRoomOf(outage))) return sayLine(turn.words.refusals.noThread, turn);
      // What cannot be merged is refused at once, with the reason.
      if (!isOpen(outage) || !isOpen(into) || into.id === outage.id)
        return { ...common, type: 'merge' as const, intoId: into.id, seen: null };
      return cardReply(mergeQuestionCard(turn, outage, into, await turn.outages.now()));
    };
    // "merge OUT-1042 into OUT-1040" says both, so it may be said in any thread.
    return await inThread(turn, act, { named: second === null ? null : first });
  },
};

/** Somebody who types it in the thread of the one that stays means one that was merged into it. */
function notMerged(outage: Outage, { ending, formats }: Words): string {
  const names = outage.absorbed.map(outageName);
  const [first] = names;
  const said = ending.merge.notMerged(outageName(outage));
  return first ? formats.joined([said, ending.merge.partOfIt(names.length, formats.list(names), first)]) : said;
}

export const unmerge: Command = {
  name: 'unmerge',
  needs: 'merge',
  parse: says(/^\/?(?:un-?merge|undo\s+(?:the\s+)?merge|split)(?:\s+(?:it|this))?((?:\s+(?:from\s+)?(?:OUT|DRILL)-?\d{1,9})?)[.!]*$/i),
  async run(text, turn) {
    const act = async (common: Common, read: () => Promise<Outage | null>) => {
      const outage = await read();
      if (outage?.state !== 'merged') return sayLine(outage ? notMerged(outage, turn.words) : turn.words.refusals.unknownOutage, turn);
      return { ...common, type: 'reopen' as const, reason: wordsOfDesk(turn.desk).ending.merge.apart(outageName(outage.into)) };
    };
    return await inThread(turn, act, { named: numberIn(text) });
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
    const intoId = await outages.idByNumber(numberOf('outage', Number(typed[1])));
    return intoId ? { ...common, type: 'merge', intoId, seen } : { errors: { number: unknown } };
  },
});
