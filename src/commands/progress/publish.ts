/**
 * An engineer publishes a message of the desk's thread: as an update, which everybody hears, or as a note. A form shows what in it may be
 * secret. What is taken out is found again in the text that is sent, so that no edit brings it back.
 */

import { destinationIn } from '../../cards/news/news.ts';
import { type FormView, MAX_TEXT_LENGTH } from '../../cards/outage/form.ts';
import { stateText } from '../../cards/outage/outage.ts';
import { type Preview, publishForm } from '../../cards/progress/publish.ts';
import { forInput } from '../../cards/text.ts';
import { findSensitive, type Known, SENSITIVE_KINDS, type Sensitive, type SensitiveKind, takeOut } from '../../desk/sensitive.ts';
import { isDeskSide } from '../../outage/destinations.ts';
import type { OutageEvent } from '../../outage/events.ts';
import { notices } from '../../outage/notices.ts';
import { affectedPeople, isOpen, type Outage, outageName } from '../../outage/types/outage.ts';
import { isBlank } from '../../report/step.ts';
import type { Sentence } from '../../words/denial.ts';
import { type Command, orInCompany, type Reply, sayLine, says, sentence, type Turn } from '../command.ts';
import { enteredIn } from '../forms/form.ts';
import { engineerForm, fieldText } from '../forms/outage-form.ts';
import { namedInOwnChat } from '../forms/outage-thread.ts';
import type { Quoted } from '../report/report-from-message.ts';
import { choicesSchema } from './update.ts';

/** The id of the action on a message: the manifest names it, and Teams sends it when somebody chooses it. */
export const PUBLISH_MESSAGE = 'publish';

/** More choices make no form that anybody reads, and longer ones no card that Teams takes. What is beyond is taken out. */
const MOST_CHOICES = 25;
const LONGEST_CHOICE = 300;
/** Beside the marks of a form: something is taken out without a choice. */
const AND_MORE = '+';
/** What may be of use to readers stays in, unless the engineer decides otherwise. */
const TAKEN_OUT: readonly SensitiveKind[] = ['key', 'email', 'phone'];

const knownTo = (outage: Outage | null, { file }: FormView['desk']): Known => ({
  names: [
    ...Object.values(file.people).map(({ name }) => name),
    ...(outage ? [outage.report.contact, ...affectedPeople(outage)].map(({ name }) => name) : []),
  ],
  tickets: outage?.tickets.map(({ name }) => name.split(' ')[0] ?? '') ?? [],
  phones: file.desk.phones,
});

const each = (some: readonly Sensitive[]): readonly Sensitive[] => [...new Map(some.map((one) => [one.text, one])).values()];
/** Commas part the values of a list of choices. */
const codeOf = ({ kind, text }: Sensitive): string => `${kind}:${text.replaceAll('%', '%25').replaceAll(',', '%2C')}`;
const textIn = (code: string): string => code.replaceAll('%2C', ',').replaceAll('%25', '%');
const chosenIn = (values: string): readonly Sensitive[] =>
  values.split(',').flatMap((value) => {
    const kind = SENSITIVE_KINDS.find((one) => value.startsWith(`${one}:`));
    return kind ? [{ kind, text: textIn(value.slice(kind.length + 1)) }] : [];
  });
/** A short name by which a form says that it has shown something: FNV-1a, in 32 bits. */
function markOf({ text }: Sensitive): string {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0).toString(36);
}
const marksIn = (marked = ''): ReadonlySet<string> => new Set(marked.split(' ').filter(Boolean));

/** What was ticked stays so, also where an edit hides it; of what is new, keys and ways to reach somebody are ticked. */
export function preview({ filled, outage, desk, words, now }: FormView): Preview {
  const text = forInput(filled.text ?? '', MAX_TEXT_LENGTH);
  const found = findSensitive(text, knownTo(outage, desk));
  const chosen = each(chosenIn(filled.remove ?? ''));
  const all = each([...chosen, ...found]);
  const fitting = all.filter((one) => one.text.length <= LONGEST_CHOICE).slice(0, MOST_CHOICES);
  const choices = fitting.map((one) => ({ ...one, value: codeOf(one) }));
  const more = all.length - choices.length;
  const seen = marksIn(filled.marked);
  const isTaken = (one: Sensitive) =>
    chosen.some((other) => other.text === one.text) || (!seen.has(markOf(one)) && TAKEN_OUT.includes(one.kind));
  return {
    text,
    found,
    choices,
    taken: choices.flatMap((one) => (isTaken(one) ? [one.value] : [])).join(','),
    more,
    marked: [...choices.map(markOf), ...(more > 0 ? [AND_MORE] : [])].join(' '),
    places: outage && placesOf([{ ...UPDATE, at: now, by: outage.reporter }], outage).map((one) => destinationIn(outage, one, words)),
  };
}

const UPDATE = { type: 'updated', text: '', phase: 'investigating', nextUpdateBy: 0 } as const;
/** Where these events are told beside the desk. */
const placesOf = (events: readonly OutageEvent[], outage: Outage) =>
  notices(events, outage).flatMap(({ kind, destination }) => (kind === 'news' && !isDeskSide(destination) ? [destination] : []));

const VERB = 'outage-publish';
const form = (text = '') =>
  engineerForm({
    needs: 'update',
    verb: VERB,
    fits: isOpen,
    fields: ['text', 'remove', 'marked', 'choice', 'phase', 'next'],
    prefilled: () => ({ text }),
    draw: (view) => publishForm({ ...view, ...preview(view) }),
    action(sent) {
      const { words, filled, common } = sent;
      const choices = choicesSchema.safeParse(filled);
      if (!choices.success || (filled.choice !== 'update' && filled.choice !== 'note')) return sentence(words.refusals.oldCard);
      const read = fieldText(sent, 'text');
      if ('errors' in read) return read;
      // As it is drawn, without letters that nobody sees, which would hide something from the finder.
      const whole = forInput(read.text, MAX_TEXT_LENGTH);
      const chosen = chosenIn(filled.remove ?? '');
      const seen = marksIn(filled.marked);
      const fresh = each(findSensitive(whole, knownTo(sent.outage, sent.desk))).filter(
        (one) => !seen.has(markOf(one)) && chosen.every(({ text }) => text !== one.text),
      );
      if (fresh.length > 0 && !seen.has(AND_MORE)) return { errors: { remove: words.progress.publish.foundMore } };
      const text = takeOut(whole, [...chosen, ...fresh], (kind) => words.progress.publish.kinds[kind]);
      if (text.length > MAX_TEXT_LENGTH) return { errors: { text: words.report.errors['too-long'] } };
      if (filled.choice === 'note') return { ...common, type: 'note', text, shown: false };
      const { phase, next } = choices.data;
      return { ...common, type: 'update', text, phase, nextUpdateInMs: next * 60_000, seen: sent.seen };
    },
    done(events, { words: { progress } }, _now, outage) {
      const { posted, kept, again } = progress.publish;
      if (events.length === 0) return again;
      return events.some(({ type }) => type === 'noted') ? kept : posted(placesOf(events.slice(-1), outage).length);
    },
  });

export const publishPresses = form().presses;

export const publish: Command = {
  name: 'publish',
  needs: 'update',
  parse: says(/^\/?publish(?=$|[\s:,])[:,]?([\s\S]*)$/i),
  async run(typed, turn) {
    const { words, outages, place, quoted = '' } = turn;
    const say = words.progress.publish;
    const named = namedInOwnChat(typed, turn);
    const text = named ? named.text : typed;
    const id = named ? await outages.idByNumber(named.number) : await outages.idByThread(place.conversationId);
    if (id === null) return sayLine(named ? words.refusals.unknownOutage : words.refusals.noDeskThread, turn);
    const given = isBlank(text) ? { text: quoted, hint: say.beginning } : { text, hint: '' };
    const reply = await openWith(id, given, turn, (refusal) => sayLine(refusal, turn));
    return 'form' in reply ? orInCompany(reply, turn, async () => sayLine(say.inRoom, turn)) : reply;
  },
};

/**
 * The form for a message that somebody chose, or why there is none. `threads`: the conversations that it may stand in; the first that is one
 * of an outage counts.
 */
export async function publishMessage({ text, withFiles }: Quoted, threads: readonly string[], turn: Turn) {
  const { words, outages } = turn;
  for (const thread of threads) {
    const id = await outages.idByThread(thread);
    const given = { text, hint: withFiles ? words.progress.publish.withFiles : '' };
    if (id !== null) return { reply: await openWith(id, given, turn, sentence), thread };
  }
  return { reply: sentence(words.refusals.noDeskThread), thread: '' };
}

type Given = { readonly text: string; readonly hint: string };

/** It is for this person alone, wherever it is shown. `refuse`: says why there is nothing to show. */
async function openWith(outageId: string, { text, hint }: Given, turn: Turn, refuse: (why: Sentence) => Reply): Promise<Reply> {
  const { words, outages, actor } = turn;
  const { progress, refusals, examples } = words;
  const outage = (await outages.read(outageId))?.outage;
  if (!outage) return refuse(refusals.unknownOutage);
  if (!isOpen(outage)) return refuse(refusals.notOpen(outageName(outage), stateText(outage, words)));
  if (isBlank(text)) return refuse(progress.publish.noText(examples.publish));
  const isCut = text.length > MAX_TEXT_LENGTH;
  // Not what was entered for another message, which was not sent.
  await turn.forms.drop(actor.id, enteredIn(VERB, outage.id));
  const said = words.formats.joined([hint, isCut ? progress.publish.cut(MAX_TEXT_LENGTH) : '']);
  return await form(forInput(text.trim(), MAX_TEXT_LENGTH)).open(
    { outage, by: actor, seen: outage.version },
    { ...turn, isPrivate: true },
    said,
  );
}
