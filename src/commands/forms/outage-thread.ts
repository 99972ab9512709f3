/** What engineers type in the thread of an outage: the words become the same action as the button. */
import { MAX_TEXT_LENGTH } from '../../cards/outage/form.ts';
import { deskCard, stateText } from '../../cards/outage/outage.ts';
import { asName, clockIn, oneLine } from '../../cards/text.ts';
import type { ActionRequest } from '../../engine/handle.ts';
import { numberOf, type Outage, outageName, type Series, workRoomOf } from '../../outage/types/outage.ts';
import type { Person } from '../../outage/types/values.ts';
import { isBlank } from '../../report/step.ts';
import type { Sentence } from '../../words/denial.ts';
import type { Words } from '../../words/words.ts';
import { atDesk } from '../authorize/access.ts';
import { explain } from '../authorize/rejection-text.ts';
import { type Caller, type Command, cardReply, isAlone, isReply, ownZone, type Reply, sayLine, type Turn } from '../command.ts';
import { viewOf } from './outage-press.ts';

export const sayLike = (example: string, turn: Turn): Reply => sayLine(turn.words.ownership.say.like(example), turn);

/** The reply to a text that cannot be taken, with an example of one that can; null when it can be taken. */
export function complaint(
  text: string,
  turn: Turn,
  example: string,
  asking: (example: string) => Sentence = turn.words.ownership.say.like,
): Reply | null {
  if (isBlank(text)) return sayLine(asking(example), turn);
  const { textTooLong } = turn.words.refusals;
  return text.length > MAX_TEXT_LENGTH ? sayLine(textTooLong(MAX_TEXT_LENGTH), turn) : null;
}

const SERIES_OF: { readonly [prefix: string]: Series } = { OUT: 'outage', DRILL: 'drill', REQ: 'request' };

/** The numbers in "merge OUT-1042 into OUT-1040", as the record has them. */
export const numbersIn = (text: string): readonly number[] =>
  [...text.matchAll(/\b(OUT|DRILL|REQ)-?(\d{1,9})\b/gi)].map(([, prefix = '', digits]) =>
    numberOf(SERIES_OF[prefix.toUpperCase()] ?? 'outage', Number(digits)),
  );

/** The first of them; null when there is none. */
export const numberIn = (text: string): number | null => numbersIn(text)[0] ?? null;

/**
 * The engineer whom the text names: by a mention; by a name only when exactly one engineer has it. A mention of
 * somebody who is no engineer of this desk names nobody. `unclear`: what to say instead.
 */
export async function engineerIn(text: string, turn: Turn): Promise<Person | { readonly unclear: string }> {
  const { desk, words } = turn;
  const { say } = words.ownership;
  const mentioned = await turn.mentioned();
  const named = oneLine(text).replace(/[.,!]+$/, '');
  const fits =
    mentioned.length > 0
      ? desk.engineers.filter(({ id }) => mentioned.includes(id))
      : desk.engineers.filter(({ name }) => isCalled(name, named));
  if (fits.length > 1) return { unclear: say.whichEngineer(words.formats.list(fits.map(({ name }) => asName(name)))) };
  return fits[0] ?? { unclear: say.noEngineer };
}

/** Capitals and accents do not matter: "sorensen" is Sørensen. */
const names = new Intl.Collator('en', { usage: 'search', sensitivity: 'base' });

/** By the whole name, or by the first word of it. */
function isCalled(name: string, typed: string): boolean {
  const called = typed.replace(/^@/, '');
  return [name, name.split(' ')[0] ?? ''].some((one) => called !== '' && names.compare(oneLine(one), called) === 0);
}

/** "resolve OUT-1002 ..." in the thread of another outage: it is unclear which was meant, and people must not read of the wrong one. */
async function namesAnother(text: string, outageId: string, turn: Turn): Promise<boolean> {
  if (!/^(?:OUT|DRILL|REQ)-?\d/i.test(text)) return false;
  const outage = (await turn.outages.read(outageId))?.outage;
  return ![outage?.number, outage?.request?.number].includes(numberIn(text) ?? undefined);
}

/** Why nothing happened; empty where the text that Teams sent twice stands in the thread anyway. */
async function nothingNew(wanted: ActionRequest, outage: Outage, turn: Turn): Promise<string> {
  const { words } = turn;
  const { type } = wanted;
  const name = outageName(outage);
  // "Nothing new" has no text, so its person cannot see in the thread that it was not posted once more.
  if (type === 'update' && wanted.text === '' && outage.state === 'acknowledged') {
    const when = clockIn(words, await turn.outages.now(), ownZone(turn));
    return words.progress.news.heardAlready(when(outage.lastChange.at), when(outage.nextUpdateBy));
  }
  if (type === 'update' || type === 'note') return '';
  return type === 'acknowledge' ? words.refusals.alreadyYours(name) : words.ownership.say.so(name);
}

export type Common = { readonly outageId: string; readonly by: Caller['actor'] };

/**
 * Acts on the outage whose thread this is. The messages that the action causes say what happened; only a rejection, or
 * that nothing changed, is answered here.
 */
export async function inThread(
  turn: Turn,
  /** A reply instead of an action says what is missing. */
  action: (common: Common, read: () => Promise<Outage | null>) => ActionRequest | Reply | Promise<ActionRequest | Reply>,
  /** `named`: the number of an outage, which may be named in any place; null: the thread says which. */
  { named = null, text = '' }: { named?: number | null; text?: string } = {},
): Promise<Reply> {
  const { words } = turn;
  const threadOf = await turn.outages.idByThread(turn.place.conversationId);
  const outageId = named === null ? threadOf : await turn.outages.idByNumber(named);
  if (!outageId) return sayLine(named === null ? words.refusals.noThread : words.refusals.unknownOutage, turn);
  if (await namesAnother(text, outageId, turn)) return sayLine(words.refusals.noThread, turn);
  const wanted = await action({ outageId, by: turn.actor }, async () => (await turn.outages.read(outageId))?.outage ?? null);
  if (isReply(wanted)) return wanted;
  const outcome = await turn.handle(wanted);
  if (!outcome.ok) return sayLine(await explain(outcome, turn), turn);
  const { outage } = outcome.recorded;
  const hint = outcome.events.length === 0 ? await nothingNew(wanted, outage, turn) : '';
  if (outageId === threadOf) return hint ? sayLine(hint, turn) : { type: 'nothing' };
  // Its messages come to its thread, which may not be there yet: somebody who named it in another place gets the card to
  // go on with. Others read there with them no more than the number and the state.
  if (!isAlone(turn) && !atDesk(turn, workRoomOf(outage)))
    return sayLine(words.desk.heading(outageName(outage), stateText(outage, words)), turn);
  return cardReply(deskCard(await viewOf(outage, turn), { mentionOnCall: false, hint, contact: false }));
}

/** A command of engineers that takes a text. `example`: shown when there is none. */
export const textInThread =
  (
    example: (words: Words) => string,
    action: (text: string, common: Common) => ActionRequest,
    { asking, mayNameAnother = false, inOwnChat = false }: TextOptions = {},
  ): Command['run'] =>
  async (typed, turn) => {
    const named = inOwnChat ? namedInOwnChat(typed, turn) : null;
    const text = named?.text ?? typed;
    const where = named ? { named: named.number } : { text: mayNameAnother ? '' : text };
    return (
      complaint(text, turn, example(turn.words), asking?.(turn.words)) ?? (await inThread(turn, (common) => action(text, common), where))
    );
  };

/** `inOwnChat`: in somebody's own chat it may begin with the number of an outage. */
type TextOptions = {
  readonly asking?: (words: Words) => (example: string) => Sentence;
  readonly mayNameAnother?: boolean;
  readonly inOwnChat?: boolean;
};

/** "OUT-1042 We found the cause": the number, and what follows. null: it names none, or is not in their own chat. */
export function namedInOwnChat(typed: string, { place }: Pick<Caller, 'place'>): { readonly number: number; readonly text: string } | null {
  const [, name = '', text = ''] = /^\s*((?:OUT|DRILL)-?\d{1,9})\b[\s.,:;-]*([\s\S]*)$/i.exec(typed) ?? [];
  const number = place.kind === 'personal' ? numberIn(name) : null;
  return number === null ? null : { number, text };
}
