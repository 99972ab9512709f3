/** The reporter replies to a question of the desk, or adds what they know: on the message, by a form, or by what they just write. */
import { addForm, CALL_ME, replyForm, type Word, wordCard } from '../../cards/conversation.ts';
import { asName } from '../../cards/text.ts';
import { isEngineer } from '../../outage/permissions.ts';
import { isOpen, type Outage, partIn } from '../../outage/types/outage.ts';
import { wordsOfDesk } from '../../words/words.ts';
import { alsoTheirs, showJoined } from '../affected/joined.ts';
import { cardReply, type Find, orInCompany, type Presses, type Reply, sayLine, type Turn } from '../command.ts';
import { fieldText, formFor, type Sent, withText } from '../forms/outage-form.ts';
import { type About, cardSchema } from '../forms/outage-press.ts';
import { nameFor, ownOutage, ownOutages, reporterForm, showOwn } from '../forms/own-outage.ts';

const isAsked = ({ questions }: Outage): boolean => questions.length > 0;

/** The reply that was chosen by one tap, as the desk reads it; null: none was, or the card is older than the question's choices. */
function chosenReply({ filled, outage, desk }: Sent): string | null {
  const { question, choice } = filled;
  if (choice === CALL_ME) return wordsOfDesk(desk).conversation.reply.pleaseCall(outage.report.contact.phone);
  return outage.questions.find(({ id }) => String(id) === question)?.choices[Number(choice || Number.NaN)] ?? null;
}

const { presses: replyPresses } = reporterForm({
  needs: 'reply',
  verb: 'reporter-reply',
  fits: isAsked,
  fields: ['question', 'text', 'choice'],
  draw: replyForm,
  done: (events, { words }) => words.conversation.reply[events.some(({ type }) => type === 'noted') ? 'answered' : 'sent'],
  async action(sent) {
    // What was written beside the tap goes with it.
    const read = fieldText(sent, 'text', sent.filled.choice ? { optional: true } : {});
    if ('errors' in read) return read;
    const text = [chosenReply(sent), read.text].filter(Boolean).join('\n\n');
    // A tap on a question that has a reply by now.
    if (text === '') return await showOwn(sent.outage, sent, sent.words.conversation.reply.already);
    return { ...sent.common, type: 'reply', question: Number(sent.filled.question) || 0, text };
  },
});

/** Theirs by their report, or because they joined it, or because theirs was merged into it. */
const theirOutage: Find<unknown, About> = async (data, turn) => {
  const own = await ownOutage(data, turn);
  if ('found' in own) return own;
  const id = cardSchema.safeParse(data).data?.outage;
  const outage = (await alsoTheirs(turn)).find((one) => one.id === id);
  return outage ? { found: { outage, by: turn.actor, seen: outage.version } } : own;
};

const { presses: addPresses } = formFor({ find: theirOutage, show: showJoined, asksAgain: () => false })({
  needs: 'note',
  verb: 'reporter-add',
  fits: isOpen,
  fields: ['text'],
  draw: addForm,
  done: (_events, { words }) => words.ending.reporter.told,
  action: withText('text', (text, { common }) => ({ ...common, type: 'note', text, shown: false })),
});

export const conversationPresses = { ...replyPresses, ...addPresses } satisfies Partial<Presses>;

/** Those that are open and theirs, in a room those that they reported or joined there. */
const openHere = async (turn: Turn): Promise<readonly Outage[]> => [...(await ownOutages(isOpen, turn)), ...(await alsoTheirs(turn))];

/**
 * What somebody wrote that is no command, while an outage of theirs is open: they say whether the desk is to read it. null: none is.
 * `onlyReplies`: a word such as "yes", which means something only where the desk has asked. `number`: the outage that it names.
 */
export async function askWhatItIs(
  text: string,
  turn: Turn,
  { onlyReplies = false, number }: { onlyReplies?: boolean; number?: number } = {},
): Promise<Reply | null> {
  if (isEngineer(turn.actor)) return null;
  const open = await openHere(turn);
  const asked = (one: Outage) => one.reporter.id === turn.actor.id && isAsked(one);
  const isNamed = (one: Outage) => number === undefined || [one, partIn(one, turn.actor.id)].some((its) => its?.number === number);
  const fitting = open.filter((one) => isNamed(one) && (!onlyReplies || asked(one)));
  if (fitting.length === 0) return null;
  const word: Word = { text, open: fitting.map((outage) => ({ outage, name: nameFor(outage, turn), isAsked: asked(outage) })) };
  const { inCompany } = turn.words.conversation.word;
  const names = turn.words.formats.or(word.open.map(({ name }) => name));
  return orInCompany(cardReply(wordCard(turn, word)), turn, async () => sayLine(inCompany(asName(turn.actor.name), names), turn));
}
