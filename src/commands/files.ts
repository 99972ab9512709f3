/** Pictures and files that somebody sends in their own chat: for which outage they are, and where the desk looks at them. */
import { z } from 'zod';
import { filesCard, ownChatOnlyCard, whichFileCard } from '../cards/files.ts';
import type { SentFile } from '../engine/ports/files.ts';
import { isEngineer } from '../outage/permissions.ts';
import { isAwaited, isOpen, outageName, workRoomOf } from '../outage/types/outage.ts';
import { alsoTheirs } from './affected/joined.ts';
import { atDesk } from './authorize/access.ts';
import { cardReply, normalise, type Presses, type Reply, reading, refusing, sayLine, sentence, type Turn, whenFound } from './command.ts';
import { outageOnCard } from './forms/outage-press.ts';
import { complaint, namedInOwnChat, numbersIn } from './forms/outage-thread.ts';
import { nameFor, ownOutages } from './forms/own-outage.ts';
import { update } from './progress/update.ts';
import { inTurn, unsentDraft } from './report/drafts.ts';

/** What came with a message, how much more that nobody can fetch, and what the message says. */
type Sent = {
  readonly files: readonly SentFile[];
  readonly more: number;
  readonly text: string;
  readonly messageId: string;
  readonly edited: boolean;
};

/** What files may be for. `name` null: the report that is not sent. */
type Target = { readonly id: string; readonly name: string | null };
/** More buttons would not fit on the card. */
const MOST_CHOICES = 5;
/** Teams sends a message again when it was not answered in time. */
const AGAIN_MS = 24 * 3_600_000;

/** In the turn of its person: a report that they send or join instead meanwhile takes the files of before with it. */
export const takeFiles = (sent: Sent, turn: Turn): Promise<Reply> => inTurn(turn, () => takeOnce(sent, turn));

/** An edit brings what came with the message again; what is new in it is told of, and not taken. */
async function takeOnce(sent: Sent, turn: Turn): Promise<Reply> {
  const { files, more, messageId, edited } = sent;
  const { cache, actor, words } = turn;
  const key = messageId && `files:${actor.id} ${messageId}`;
  const known = Number((key && (await cache.get(key))) ?? 0);
  const came = Math.max(1, files.length + more);
  if (edited ? came <= known : known > 0) return { type: 'nothing' };
  const store = async () => (key ? await cache.set(key, came, AGAIN_MS).catch(() => undefined) : undefined);
  if (!edited) return await take(sent, turn, store);
  await store();
  return sayLine(words.files.edited, turn);
}

async function take({ files: sent, more, text, messageId }: Sent, turn: Turn, taken: () => Promise<void>): Promise<Reply> {
  const { words, files, actor, place, locale, newId } = turn;
  const say = words.files;
  if (!files) return sayLine(say.notTaken, turn);
  if (place.kind !== 'personal') return refusing(say.ownChatOnly, cardReply(ownChatOnlyCard(turn, files.ownChat)));
  if (sent.length === 0) return sayLine(say.unreadable, turn);
  const fetchable = sent.filter(files.mayFetch);
  const elsewhere = sent.length - fetchable.length;
  const lines = [...(elsewhere > 0 ? [say.elsewhere(elsewhere)] : []), ...(more > 0 ? [say.more(more)] : [])];
  if (fetchable.length === 0) return sayLine(words.formats.joined([say.why.elsewhere, ...lines.slice(1)]), turn);

  const shared = await sharedIn(text, turn);
  const targets = shared === 'none' ? [] : shared ? [shared] : named(await targetsOf(turn), text);
  const [only] = targets;
  if (!only) return sayLine(isEngineer(actor) ? say.toShare(words.examples.updateWithNumber) : say.none, turn);
  // What Teams sends again is the same, also while the first is still being stored.
  const batch = messageId === '' ? newId() : files.batchOf(actor.id, messageId);
  const outcome = await files.expect({
    ...{ batch, locale, tenantId: place.tenantId, shared: shared !== null, files: fetchable },
    outageId: targets.length === 1 ? only.id : '',
    person: { id: actor.id, name: actor.name },
  });
  const count = fetchable.length;
  if (outcome !== 'expected') return sayLine(notStored(outcome, count, targets, turn), turn);
  await taken();
  if (targets.length > 1) return askWhich(targets, { count, batch, lines }, turn);
  const said = shared ? say.takenForAll(count, only.name ?? '') : takenFor(only, count, turn);
  return sayLine(words.formats.joined([said, ...lines, say.isTold]), turn);
}

/** What no outage was chosen for counts together. */
function notStored(why: 'no-room' | 'too-many', count: number, targets: readonly Target[], { words, desk }: Turn): string {
  const { noRoom, chooseFirst, tooMany } = words.files;
  if (why === 'no-room') return noRoom;
  return targets.length > 1 && count <= desk.files.perPerson ? chooseFirst : tooMany(desk.files.perPerson);
}

function askWhich(targets: readonly Target[], sent: { count: number; batch: string; lines: readonly string[] }, turn: Turn): Reply {
  const choices = targets.slice(0, MOST_CHOICES);
  const others = targets.length - choices.length;
  const lines = [...sent.lines, ...(others > 0 ? [turn.words.files.others(others, sent.count)] : [])];
  return cardReply(whichFileCard(turn, { ...sent, lines, choices }));
}

const takenFor = ({ name }: Target, count: number, { words: { files } }: Turn): string =>
  name === null ? files.takenForReport(count) : files.taken(count, name);

/** The outage that an engineer updates with the same message; null: they do not update. 'none': nobody gets that update. */
async function sharedIn(text: string, turn: Turn): Promise<(Target & { readonly name: string }) | 'none' | null> {
  const said = isEngineer(turn.actor) ? update.parse(normalise(text)) : null;
  if (said === null) return null;
  const updated = namedInOwnChat(said, turn);
  if (!updated || complaint(updated.text, turn, '')) return 'none';
  const id = await turn.outages.idByNumber(updated.number);
  const outage = id ? (await turn.outages.read(id))?.outage : null;
  return outage && isOpen(outage) ? { id: outage.id, name: outageName(outage) } : 'none';
}

/** What this person reported or joined, newest first, and the report that they have not sent. */
async function targetsOf(turn: Turn): Promise<readonly Target[]> {
  const draft = await unsentDraft(turn);
  const outages = [...(await ownOutages(isAwaited, turn)), ...(await alsoTheirs(turn))];
  return [...(draft ? [{ id: draft.nonce, name: null }] : []), ...outages.map((one) => ({ id: one.id, name: nameFor(one, turn) }))];
}

/** The only one whose number the text names; all of them where it names none of these, or several. */
function named(targets: readonly Target[], text: string): readonly Target[] {
  const numbers = numbersIn(text);
  const some = targets.filter(({ name }) => name !== null && numbersIn(name).some((number) => numbers.includes(number)));
  return some.length === 1 ? some : targets;
}

/** A button that names no number shows the newest. */
const untilSchema = z.object({ until: z.int().positive().catch(Number.MAX_SAFE_INTEGER) });
const chooseSchema = z.object({ batch: z.guid(), outage: z.guid() });

const choose = reading(chooseSchema, async ({ batch, outage }, turn) => await inTurn(turn, () => chosen(batch, outage, turn)));

async function chosen(batch: string, outage: string, turn: Turn): Promise<Reply> {
  const { files, actor, words } = turn;
  const target = (await targetsOf(turn)).find(({ id }) => id === outage);
  if (!files || !target) return sentence(words.refusals.unknownOutage);
  const outcome = await files.choose(batch, actor.id, outage, files.limits.perPerson);
  if (outcome === 'gone') return sentence(words.files.chosenNot);
  if (outcome === 'too-many') return sentence(words.files.tooMany(files.limits.perPerson));
  return sayLine(words.formats.joined([takenFor(target, outcome.count, turn), words.files.isTold]), turn);
}

export const filePresses = {
  'file-choose': { needs: 'add-files', run: choose },
  'outage-files': {
    needs: 'see-files',
    run: whenFound(outageOnCard, async ({ outage }, turn, data) => {
      if (!atDesk(turn, workRoomOf(outage))) return sentence(turn.words.files.onlyThere);
      const links = (await turn.files?.links(outage.id)) ?? new Map();
      return cardReply(filesCard({ outage, words: turn.words, until: untilSchema.parse(data).until }, links));
    }),
  },
} satisfies Partial<Presses>;
