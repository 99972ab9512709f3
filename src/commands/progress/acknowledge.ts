/** An engineer takes an outage: by "ack" in its thread, by the button on its card or in a ping; and says what comes first. */
import { z } from 'zod';
import { sentenceCard } from '../../cards/layouts/layouts.ts';
import { FIRST_LOOKS, QUICK_MINUTES } from '../../cards/outage/buttons.ts';
import { questionCard } from '../../cards/progress/progress.ts';
import { may } from '../../outage/permissions.ts';
import { outageName } from '../../outage/types/outage.ts';
import { wordsOfDesk } from '../../words/words.ts';
import { explain } from '../authorize/rejection-text.ts';
import { type Command, cardReply, forThread, normalise, type Presses, type Reply, reading, says, sentence, type Turn } from '../command.ts';
import { cardSchema, showOutcome, tap } from '../forms/outage-press.ts';
import { inThread, numberIn } from '../forms/outage-thread.ts';

/** Plain words for "I take it" and nothing else: "on it", "I'm looking into this", "taking it". */
const ON_IT =
  /^\/?(?:ack(?:nowledged?)?|(?:i(?:['’]?m| am)\s+)?(?:on (?:it|this)|taking (?:it|this)(?: over| now)?|looking(?: (?:at|into) (?:it|this))?(?: now)?)|i(?:['’]ll| will)?\s+take (?:it|this))[\s.,!]*$/i;

/** Words that may mean "I take it", or "does somebody take it?". */
const MAYBE =
  /\b(?:ack(?:nowledged?)?|tak(?:e|es|ing)|took|on (?:it|this)|look(?:s|ing)?|mine|got (?:it|this)|(?:i|we) (?:can|could|might))\b/i;
const LONGEST_QUESTION = 120;

// "ack, on it" and "ack OUT-1042" take it; "ack?" is a question, "acknowledge that ..." a remark, "ack not yet" a refusal.
const ackIn = says(/^(?![\s\S]*\b(?:not|later)\b)\/?(?:ack(?=$|[\s.,:!])|acknowledged?(?=$|[.,:!]|\s+out-?\d))[.,:!]*([^?]{0,80})$/i);

export const acknowledge: Command = {
  name: 'ack',
  needs: 'acknowledge',
  menu: ['room'],
  parse: (text) => (ON_IT.test(text) ? '' : ackIn(text)),
  run: (argument, turn) => inThread(turn, (common) => ({ ...common, type: 'acknowledge' }), { named: numberIn(argument) }),
};

/** In a list of several outages: the list stays, and a sentence says what came of it. */
const acknowledgeListed = reading(cardSchema, async ({ outage: outageId }, turn) => {
  const outcome = await turn.handle({ type: 'acknowledge', outageId, by: turn.actor });
  const { digest } = turn.words;
  return sentence(outcome.ok ? digest.taken(outageName(outcome.recorded.outage)) : await explain(outcome, turn));
});

/** "Undo acknowledgement", in the message that this person alone sees. */
const takeBack = reading(cardSchema, async ({ outage: outageId }, turn) => {
  const outcome = await turn.handle({ type: 'take-back', outageId, by: turn.actor });
  const { done } = turn.words.ownership.reaction;
  return cardReply(sentenceCard(turn, outcome.ok ? done(outageName(outcome.recorded.outage)) : await explain(outcome, turn)));
});

const planSchema = cardSchema.extend({ choice: z.union([z.enum(FIRST_LOOKS), z.enum(QUICK_MINUTES.map(String))]) });

/** One tap after an acknowledgement: what the engineer looks at first, or when the next update comes. */
const plan = reading(planSchema, async ({ outage: outageId, choice }, turn) => {
  const look = FIRST_LOOKS.find((one) => one === choice);
  const outcome = await turn.handle({
    type: 'plan',
    outageId,
    by: turn.actor,
    // It goes on the record, which is in the language that everybody shares.
    firstLook: look ? wordsOfDesk(turn.desk).progress.plan.looks[look] : null,
    nextUpdateInMs: look ? null : Number(choice) * 60_000,
  });
  return await showOutcome(outcome, turn);
});

export const acknowledgePresses = {
  'outage-acknowledge': {
    needs: 'acknowledge',
    run: tap(({ outageId, by }) => ({ type: 'acknowledge', outageId, by })),
  },
  'outage-acknowledge-listed': { needs: 'acknowledge', run: acknowledgeListed },
  'outage-take-back': { needs: 'take-back', run: takeBack },
  'outage-plan': { needs: 'plan', run: plan },
} satisfies Partial<Presses>;

/**
 * Whether these words take an outage, although they were said to other people and not to the bot. In English alone: nobody is asked
 * where the bot was not addressed, and what other languages say so begins ordinary sentences.
 */
export const takesIt = (text: string): boolean => ON_IT.test(normalise(text));

/**
 * Takes it by words to other people, or by a reaction. Nobody asked the bot anything, so it answers nothing. Words that say "on it"
 * and nothing else are meant; a reaction may not be.
 */
export async function takeQuietly(threadId: string, turn: Turn, how: { readonly byReaction?: true } = {}): Promise<Reply> {
  const outageId = await turn.outages.idByThread(threadId);
  if (outageId === null) return { type: 'nothing' };
  if (!may(turn.actor, 'acknowledge')) return { type: 'nothing', refused: 'not-permitted' };
  await turn.handle({ type: 'acknowledge', outageId, by: turn.actor, ...how });
  return { type: 'nothing' };
}

/**
 * An engineer says "can somebody take this?", "maybe I can" or "ack?" in the thread of an outage that waits: the bot asks
 * back, with one button. null: the text is none of these.
 */
export async function askBack(text: string, turn: Turn): Promise<Reply | null> {
  if (text.length > LONGEST_QUESTION || !MAYBE.test(text) || !may(turn.actor, 'acknowledge')) return null;
  const outageId = await turn.outages.idByThread(turn.place.conversationId);
  const outage = outageId ? (await turn.outages.read(outageId))?.outage : null;
  if (outage?.state !== 'reported') return null;
  return forThread(cardReply(questionCard({ desk: turn.desk, words: turn.words }, outage)));
}
