/** The rows of a report, for the review and for the desk. */
import type { Desk } from '../../desk/desk.ts';
import { isRemoved } from '../../outage/personal-data.ts';
import type { Instant, Report } from '../../outage/types/values.ts';
import { AFFECTED, type FactId, FIELD_IDS, FIELDS, type FieldWords, type OwnFactId } from '../../report/fields.ts';
import { numbersIn } from '../../report/phones.ts';
import { timeIn } from '../../report/steps/questions.ts';
import { textIn } from '../../report/texts.ts';
import type { Words } from '../../words/words.ts';
import { clockIn, fitting, NUMBER, oneLine, paragraphs, plain } from '../text.ts';
import { answersFor, scenarioTitle } from './desk-texts.ts';
import { type Drawing, drawn, NOT_DRAWN } from './drawing.ts';
import type { Element } from './inputs.ts';
import { callable, withLinks } from './phone-links.ts';
import type { Link } from './verbs.ts';

/** The words for the fields of the report. Where this does not compile, words/<language>/report/fields.ts lacks a field. */
export const fieldWords = ({ report }: Words): FieldWords => report.fields;

/** `url`: the link of the first line: an address of the desk file or of a message in Teams, never one that a person wrote. */
export type Fact = {
  readonly label: string;
  readonly lines: readonly string[];
  readonly url?: string;
  /** In one line below the others. Whoever gives an address checked it. */
  readonly links?: readonly Link[];
  readonly clock?: Drawing;
};

/** A row for each fact, as elements: a template would take several times as long for so many. */
export const factRows = (facts: readonly Fact[]): readonly Element[] =>
  facts.map(({ label, lines, url, links = [], clock = NOT_DRAWN }) => {
    const left = { type: 'Column', width: '94px', items: [{ type: 'TextBlock', text: label, wrap: true, isSubtle: true }] };
    const texts = lines.map((text, index) => textLine(text, { spacing: 'None', ...(index === 0 && url && { url }) }));
    const items = [...texts, ...(links.length > 0 ? [linkLine(links)] : []), ...drawn(clock)];
    return { type: 'ColumnSet', spacing: 'Small', columns: [left, { type: 'Column', width: 'stretch', spacing: 'Small', items }] };
  });

const linkLine = (links: readonly Link[]): Element => ({
  type: 'RichTextBlock',
  spacing: 'None',
  inlines: links.flatMap(({ title, url }, index) => [
    ...(index > 0 ? [{ type: 'TextRun', text: ' \u00B7 ' }] : []),
    { type: 'TextRun', text: title, selectAction: { type: 'Action.OpenUrl', url } },
  ]),
});

/** A text that no client reads as Markdown. `url`: its link. */
export function textLine(text: string, { spacing, url }: { readonly spacing?: 'None'; readonly url?: string } = {}): Element {
  const run = { type: 'TextRun', text, ...(url && { selectAction: { type: 'Action.OpenUrl', url } }) };
  const line = { type: 'RichTextBlock', ...(spacing && { spacing }), inlines: [run] };
  return text.includes(NUMBER) ? withLinks(line) : line;
}

/** How many bytes of the card each longer text may take, so that all of them together fit. The stored report keeps every word. */
export const ROOM = { description: 7500, reason: 1500, answers: 5600, other: 1900 } as const;
/** Used when that does not fit. Text of one byte a letter is still not cut; other scripts may be. */
export const TIGHT_ROOM = { ...ROOM, description: 6000, answers: 1200 } as const;
/** Where even that is too much, because the report has further fields. */
export const LAST_ROOM = { ...TIGHT_ROOM, description: 2000 } as const;
/** Where links take that room: an address cannot be cut. */
export const LINKED_ROOM = { ...LAST_ROOM, description: 500, answers: 300 } as const;
export type Room = { readonly [text in keyof typeof ROOM]: number };

/** `zone`: times in the zone of one reader; without it each reader's client shows its own. */
type FactView = {
  readonly report: Report;
  readonly desk: Desk;
  readonly words: Words;
  readonly now: Instant;
  readonly zone?: string;
  readonly room?: Room;
};

/** Where it is down, for whom, and what that stops. */
export const mainFacts = (view: FactView): Fact[] => [...placeFacts(view), ...MAIN.flatMap((id) => factOf(id, view))];
const MAIN: readonly FactId[] = ['affected', 'impact'];

const placeFacts = ({ report, words }: FactView): Fact[] => [
  ...textFact(words.facts.customer, report.project.name, words),
  { label: words.facts.environment, lines: paragraphs(report.environment.name), url: report.environment.url },
];

/** A row for each part of the report that is not empty; also for an unknown beginning. */
export function reportFacts(
  /**
   * `contact`: only for the desk and the reporter. `title`: false where the card says above what is in a heading. `main`: false without
   * `mainFacts`. `name`: false where the contact stands above.
   */
  view: FactView & {
    readonly desk: Desk;
    readonly contact: boolean;
    readonly title?: boolean;
    readonly main?: boolean;
    readonly name?: boolean;
  },
): Fact[] {
  const { report, words, contact, title = true, main = true, name = true } = view;
  const rows = (where: 'report' | 'contact', fits: (id: FactId) => boolean) =>
    FACT_IDS.filter((id) => FIELDS[id].kept.in === where && fits(id) && (title || !IN_HEADING.includes(id)))
      .filter((id) => main || !MAIN.includes(id))
      .flatMap((id) => factOf(id, view));
  return [
    ...(main ? placeFacts(view) : []),
    ...textFact(words.facts.scenario, scenarioTitle(report.scenario, view), words),
    ...rows('report', (id) => FIELDS[id].step !== 'contact'),
    ...answerFacts(view),
    ...rows('report', (id) => FIELDS[id].step === 'contact'),
    ...(contact ? rows('contact', (id) => name || id !== 'name') : []),
  ];
}

const FACT_IDS = FIELD_IDS.filter((id): id is FactId => Boolean(FIELDS[id].kept?.fact));
/** What the card of an outage has in its heading, and beside the reporter's name. */
const IN_HEADING: readonly FactId[] = ['title', 'onBehalfOf'];

function factOf(id: FactId, view: FactView): Fact[] {
  const { report, words } = view;
  const label = fieldWords(words)[id].fact;
  if (isOwn(id)) {
    const lines = OWN_LINES[id](view);
    return lines.length === 0 ? [] : [{ label, lines, ...(id === 'link' && { url: report.link }) }];
  }
  const text = textIn(report, id) ?? '';
  return textFact(label, FIELDS[id].kept.fact === 'line' ? oneLine(text) : text, words);
}
const isOwn = (id: FactId): id is OwnFactId => id in OWN_LINES;

/** A row for a text; none when it is empty. */
export function textFact(label: string, text: string, words: Words, bytes?: number): Fact[] {
  const lines = textLines(text, words, bytes);
  return lines.length === 0 ? [] : [{ label, lines }];
}

const textLines = (text: string, { facts }: Words, bytes: number = ROOM.other): readonly string[] =>
  text === '' ? [] : fitting(paragraphs(text), bytes, facts.cut);

const OWN_LINES: { readonly [id in OwnFactId]: (view: FactView) => readonly string[] } = {
  description: ({ report, words, room = ROOM }) => textLines(report.description, words, room.description),
  link: ({ report, words }) => (report.link ? [words.facts.openMessage] : []),
  beganAt({ report: { beganAt, beganSaid }, words, zone, now }) {
    if (beganAt === null) return [beganSaid ? words.facts.asTyped(oneLine(beganSaid)) : words.facts.unsure];
    return [clockIn(words, now, zone)(beganAt)];
  },
  affected: ({ report, words }) => textLines(affectedText(report.affected, words), words),
  // On the phone nobody is asked for an e-mail address.
  name: ({ report: { contact }, words }) =>
    [oneLine(contact.name), phoneText(contact.phone, words), oneLine(contact.email)].filter((line) => line !== ''),
  aroundTheClock: ({ report: { contact }, words }) => reachable(contact, words),
  timeZone: ({ report: { contact }, words: { formats }, now }) => [
    formats.list([formats.zone(contact.timeZone, now), formats.languageName(contact.language)]),
  ],
};

/** Each number with its region, to be called by a tap; marked where the numbering plans do not know it. */
export const phoneText = (phone: string, { facts, formats }: Words): string =>
  phone === '' || isRemoved(phone)
    ? oneLine(phone)
    : numbersIn(phone)
        .map(({ number, region, isKnown }) => {
          if (!isKnown) return facts.notChecked(oneLine(number));
          return region === null ? callable(number) : facts.inRegion(callable(number), formats.region(region));
        })
        .join(' / ');

/** The words for the reporter's choice, or its value when it is no choice any more. */
export const affectedText = (affected: string, { report: { details } }: Words): string => {
  const known = AFFECTED.find((one) => one === affected);
  return known ? details.affectedChoices[known] : affected;
};

/** Without its year, a time is understood within so many days. */
const MOST_DAYS = 300;
const DAY_MS = 86_400_000;

/** The answers to the scenario's questions: a line each, with the question as it was asked then, and a time as its reader reads times. */
export function answerFacts(view: FactView): Fact[] {
  const { report: asked, words, now, zone, room = ROOM } = view;
  const answers = answersFor(asked, view);
  if (answers.length === 0) return [];
  const { facts, report, formats } = words;
  const lines = answers.flatMap(({ question, answer }) => {
    const asked = question.replace(/[?:.？：。\s]+$/, '');
    const at = timeIn(answer);
    if (at === null || Math.abs(at - now) > MOST_DAYS * DAY_MS) return paragraphs(formats.pair(asked, plain(answer)));
    // The client evaluates this time, so it must not be made safe as typed text is.
    return [formats.pair(plain(asked), clockIn(words, now, zone)(at))];
  });
  return [{ label: report.questions.fact, lines: fitting(lines, room.answers, facts.cut) }];
}

function reachable({ aroundTheClock, secondContact }: Report['contact'], { facts, report }: Words): string[] {
  const second = oneLine(secondContact);
  if (!aroundTheClock && !secondContact) return [];
  if (!aroundTheClock) return [facts.orElse(second)];
  return second ? [facts.aroundTheClock, report.review.orElse(second)] : [facts.aroundTheClock];
}
