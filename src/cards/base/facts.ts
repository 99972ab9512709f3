/** The rows of a report, for the review and for the desk. */
import type { Instant } from '../../outage/types/person.ts';
import type { Report } from '../../outage/types/report.ts';
import type { Affected } from '../../report/steps/details.ts';
import type { Words } from '../../words/words.ts';
import { clock, readersClock, zoneName } from '../text/clock.ts';
import { fitting } from '../text/fit.ts';
import { oneLine, paragraphs, plain } from '../text/safe.ts';

/** `url`: where the first line leads; only addresses of the desk file and of messages in Teams, never one that a person wrote. */
export type Fact = { readonly label: string; readonly lines: readonly string[]; readonly url?: string };

/** For a template, which needs every field to be there. */
export const factRows = (facts: readonly Fact[]) =>
  facts.map(({ label, lines, url = '' }) =>
    url ? { label, url, link: lines[0] ?? '', lines: lines.slice(1) } : { label, url, link: '', lines },
  );

/** How many bytes of the card each longer text may take, so that all of them together fit; the record keeps every word. */
export const ROOM = { description: 7500, reason: 1500, answers: 5600, other: 1900 } as const;
/** Where that is too much: in words of one byte a letter nothing is cut, in others it may be. */
export const TIGHT_ROOM = { ...ROOM, description: 6000, answers: 1200 } as const;
export type Room = typeof ROOM | typeof TIGHT_ROOM;

/** A row for each thing that was said; what was not said has none, but for what the desk must know is unknown. */
export function reportFacts(
  report: Report,
  words: Words,
  /** `zone`: times in the zone of one reader; without it each reader's client shows its own. `contact`: only for the desk and the reporter. */
  { zone, now, contact, title = true, room = ROOM }: { zone?: string; now: Instant; contact: boolean; title?: boolean; room?: Room },
): Fact[] {
  const { facts } = words;
  const fact = (label: string, text: string, bytes: number = ROOM.other): Fact[] =>
    text === '' ? [] : [{ label, lines: fitting(paragraphs(text), bytes, facts.cut) }];
  const time = (at: Instant): Fact[] => [{ label: facts.since, lines: [zone ? clock(at, zone, now) : readersClock(at, now)] }];
  const affected = words.report.details.affectedChoices[report.affected as Affected] ?? report.affected;
  return [
    ...fact(facts.customer, report.project.name),
    { label: facts.environment, lines: paragraphs(report.environment.name), url: report.environment.url },
    ...fact(facts.scenario, report.scenario.title),
    ...(title ? fact(facts.title, oneLine(report.title)) : []),
    ...fact(facts.what, report.description, room.description),
    ...(report.link ? [{ label: facts.message, lines: [facts.openMessage], url: report.link }] : []),
    ...(report.beganAt === null ? fact(facts.since, facts.unsure) : time(report.beganAt)),
    ...fact(facts.affected, affected),
    ...fact(facts.impact, report.impact),
    ...fact(facts.changes, report.recentChanges),
    ...answerFacts(report, words, room),
    // The card of an outage says it beside the reporter's name.
    ...(title ? fact(words.access.onBehalfOf.fact, oneLine(report.onBehalfOf ?? '')) : []),
    ...(contact ? contactFacts(report, words) : []),
  ];
}

/** What the scenario asked: a line for each question that was answered, as it was put then. */
export function answerFacts({ answers }: Report, { facts, report }: Words, room: Room = ROOM): Fact[] {
  if (answers.length === 0) return [];
  const lines = answers.flatMap(({ question, answer }) => paragraphs(`${question.replace(/[?:.\s]+$/, '')}: ${plain(answer)}`));
  return [{ label: report.questions.fact, lines: fitting(lines, room.answers, facts.cut) }];
}

function contactFacts({ contact }: Report, words: Words): Fact[] {
  const { facts } = words;
  return [
    { label: words.report.review.contact, lines: [contact.name, contact.phone, contact.email].map(oneLine) },
    { label: facts.reachable, lines: reachable(contact, words) },
    { label: facts.zone, lines: [`${zoneName(contact.timeZone)}, ${words.formats.languageName(contact.language)}`] },
  ];
}

function reachable({ aroundTheClock, secondContact }: Report['contact'], { facts, report }: Words): string[] {
  const second = oneLine(secondContact);
  if (!aroundTheClock) return [facts.orElse(second)];
  return second ? [facts.aroundTheClock, report.review.orElse(second)] : [facts.aroundTheClock];
}
