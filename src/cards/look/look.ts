/** What people look up: the help, and a list of outages. */

import { type Outage, outageName } from '../../outage/types/outage.ts';
import type { Instant } from '../../outage/types/values.ts';
import type { Draft } from '../../report/draft.ts';
import type { TypedName } from '../../words/en/look/typed.ts';
import type { Words } from '../../words/words.ts';
import type { Card } from '../base/card.ts';
import type { Fact } from '../base/facts.ts';
import { field, textInput } from '../base/inputs.ts';
import { button, link } from '../base/verbs.ts';
import { type AnswerView, answer, drawMessage, formWith } from '../layouts/layouts.ts';
import { MAX_TEXT_LENGTH } from '../outage/form.ts';
import type { Clock } from '../outage/next-lines.ts';
import { stateText } from '../outage/outage.ts';
import { byUrgency, clockFor, lookOf } from '../outage/stages.ts';
import { begunLead } from '../report/begun.ts';
import { clockIn, plain, quoted } from '../text.ts';

const reportButton = ({ look }: Words) => button(look.help.report, 'report-open', {}, 'positive');

const mineButton = ({ look }: Words) => button(look.help.mine, 'list-mine');

/**
 * `help`: a line for each of the commands that matter most. `unknown`: what the person typed is no command. `mine`: they may
 * have reported something, or own it. `calls`: they may report for a caller.
 */
export function helpCard(view: AnswerView, help: readonly string[], options: { unknown: boolean; mine: boolean; calls?: boolean }): Card {
  const { look, ownership, report } = view.words;
  return answer(view, {
    heading: look.help.heading,
    first: [reportButton(view.words)],
    lines: [options.unknown ? look.help.youSaid : look.help.text, ...help],
    actions: [
      ...(options.calls ? [button(report.byPhone.open, 'report-for-form')] : []),
      ...(options.mine ? [mineButton(view.words)] : []),
      button(ownership.buttons.more, 'help-more'),
    ],
  });
}

/** `help`: a line for each command, and for what has a button only. */
export const fullHelpCard = (view: AnswerView, help: readonly string[]): Card =>
  answer(view, { heading: view.words.look.help.heading, first: [reportButton(view.words)], lines: [view.words.look.help.all, ...help] });

/** To somebody who greets or thanks the bot. */
export const kindCard = (view: AnswerView, said: 'greeting' | 'thanks'): Card =>
  answer(view, { heading: view.words.look.help[said], lines: [], actions: [reportButton(view.words)], phones: false });

/** What somebody typed may be one of these commands. `what`: how the button names it. `text`: what would follow the command. */
export function doubtCard(view: AnswerView, commands: readonly { readonly name: string; readonly what: TypedName }[], text: string): Card {
  const { conversation, look } = view.words;
  const label = conversation.word.text;
  return formWith(view.words, {
    heading: look.help.doubt.heading,
    hint: '',
    fields: text === '' ? [] : [field(textInput(view.words, { id: 'text', label, value: text, limit: MAX_TEXT_LENGTH, multiline: true }))],
    audience: look.help.doubt.notRun,
    actions: commands.map(({ name, what }) => button(look.help.doubt.run(name), 'command-run', { what })),
  });
}

/** So many outages are shown with their details; the others only by their names. */
const MOST_ROWS = 12;

type ListView = {
  readonly outages: readonly Outage[];
  readonly heading: string;
  readonly text: string;
  readonly words: Words;
  readonly now: Instant;
  /** Of the one reader; without it each reader's client writes the times. */
  readonly zone?: string | undefined;
  /** Whether the reader may acknowledge one. */
  readonly mayTake: boolean;
  /** The report that the one reader began and did not send. */
  readonly unsent?: Draft | null;
  /** What opens the desk's thread of each, by its id, where the reader may read there. */
  readonly threads?: ReadonlyMap<string, string>;
};

/** Those that have a row of their own: what needs somebody first stands first. */
export const inRows = (outages: readonly Outage[]): readonly Outage[] => outages.toSorted(byUrgency).slice(0, MOST_ROWS);

export function listCard({ outages: found, heading, text, words, now, zone, mayTake, unsent = null, threads }: ListView): Card {
  const { list } = words.look;
  const { joined, sentence } = words.formats;
  const outages = found.toSorted(byUrgency);
  const begun = unsent && begunLead(words, unsent, now);
  const rest = outages.slice(MOST_ROWS).map(outageName);
  const [first] = outages;
  return drawMessage(words, {
    style: 'emphasis',
    heading: begun?.heading ?? heading,
    lead: begun ? [begun.line, heading] : [],
    lines: [...(text ? [text] : []), ...(first ? [list.more(outageName(first))] : [])],
    facts: [
      ...outages
        .slice(0, MOST_ROWS)
        .map((outage) => listRow(outage, words, { when: clockIn(words, now, zone), now, desk: mayTake, thread: threads?.get(outage.id) })),
      ...(rest.length > 0 ? [{ label: list.and, lines: [words.formats.list(rest)] }] : []),
    ],
    actions: begun?.actions ?? [],
    fallbackText: joined([sentence(begun?.heading ?? ''), sentence(heading), words.formats.list(outages.map(outageName))]),
  });
}

type Reading = { readonly when: Clock; readonly now: Instant; readonly desk: boolean; readonly thread?: string | undefined };

function listRow(outage: Outage, words: Words, reading: Reading): Fact {
  const { project, environment, title } = outage.report;
  const next = nextOf(outage, words, reading.when);
  return {
    label: `${lookOf(outage).sign} ${outageName(outage)}`,
    lines: [
      quoted(title, words),
      words.formats.list([plain(project.name), plain(environment.name)]),
      words.formats.sentences([stateText(outage, words), next]),
    ],
    ...(reading.thread && { links: [link(words.desk.openThread, reading.thread)] }),
    clock: clockFor(outage, words, reading.when, reading),
  };
}

function nextOf(outage: Outage, words: Words, when: Clock): string {
  const { list } = words.look;
  if (outage.state === 'acknowledged') return (outage.nudges === 0 ? list.taken : list.missed)(when(outage.nextUpdateBy));
  const waits = outage.state === 'requested' && !outage.answer && outage.request?.plan;
  return waits ? words.request.list.replyBy(when(waits.replyBy)) : '';
}
