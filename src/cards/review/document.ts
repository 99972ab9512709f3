/** The review as Markdown, for a wiki. What people wrote stands in it as text: nothing in it becomes a link, HTML, a list or a table. */
import { outageName } from '../../outage/types/outage.ts';
import type { Card } from '../base/card.ts';
import { button, dataOf } from '../base/verbs.ts';
import { drawMessage } from '../layouts/layouts.ts';
import { rowsOf } from '../look/timeline.ts';
import type { Clock } from '../outage/next-lines.ts';
import { lookOf } from '../outage/stages.ts';
import { copyField } from '../report/receipt.ts';
import { beginning, forInput, paragraphs, quoted, spelledOut } from '../text.ts';
import { lookBack, type ReviewView, toldIn } from './facts.ts';
import { followUpLine, recordFacts } from './review.ts';

/** Of the input on a card. */
const MOST_BYTES = 18_000;

const time: Clock = (at) => new Date(at).toISOString().slice(0, 16).replace('T', ' ');

/** Invisible signs that only a card needs. */
const UNSEEN = /[\u00AD\u200B\u2060\u2066-\u2069]/g;
/** Every sign of Markdown, of HTML and of wikis' own additions; a colon, a dot or an at sign that begins a link; what begins a list or a heading. */
const MARKUP = /[\\`*_[\]<>#|~&@!^${}=]|:(?=\S)(?!\d)|(?<=\bwww)\.|^[-+]|(?<=^\d{1,9})[.)]/gi;
export const escaped = (text: string): string => text.replace(UNSEEN, '').replace(MARKUP, '\\$&');

/** The paragraphs of what somebody wrote: four spaces would begin code. */
const written = (text: string): readonly string[] => paragraphs(text).map((line) => escaped(line.trim()));

export function reviewDocument(view: ReviewView): string {
  const { outage, words, desk, now } = view;
  const { review: say, formats } = words;
  const saved = outage.review;
  const section = (title: string, lines: readonly string[]) => [`## ${title.replace(UNSEEN, '')}`, '', ...lines, ''];
  const bullets = (lines: readonly string[]) => lines.map((line) => `- ${escaped(line)}`);
  const answer = (text: string) => (text === '' ? [`*${say.open}*`] : written(text).flatMap((line) => [line, '']));
  const checks = (saved?.followUps ?? []).map((one) => `- [${one.done ? 'x' : ' '}] ${escaped(followUpLine(one, words, time))}`);
  const rest = recordFacts(view, time);
  const [summary, ...facts] = rest.map(({ label, lines }) => section(label, bullets(lines)));
  const lines = [
    `# ${say.heading(outageName(outage))}`,
    '',
    escaped(quoted(outage.report.title, words)),
    '',
    say.zone(formats.zone(desk.file.desk.timeZone, now)),
    '',
    ...(summary ?? []),
    ...section(say.facts.cause, answer(saved?.cause ?? '')),
    ...section(say.facts.helped, answer(saved?.helped ?? '')),
    ...section(say.facts.followUps, checks.length > 0 ? checks : [`*${say.open}*`]),
    ...facts.flat(),
    ...section(say.facts.told, toldWith(view)),
    ...section(say.facts.timeline, timeline(view)),
  ];
  return `${spelledOut(lines.join('\n'), words)
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`;
}

/** With the whole text of each update. */
function toldWith(view: ReviewView): readonly string[] {
  const { review: say, watch } = view.words;
  const lines = toldIn(view).flatMap(({ event, came, all }) => [
    `- ${escaped(say.told(time(event.at), watch.alarm.setAside.message[event.type], came, all))}`,
    ...('text' in event && event.text ? written(event.text).map((line) => `  > ${line}`) : []),
  ]);
  return lines.length > 0 ? lines : [`*${say.nothingTold}*`];
}

/** Who did what, as engineers see it, and the gaps where they began. */
function timeline(view: ReviewView): readonly string[] {
  const { words, events } = view;
  const said = rowsOf({ ...view, notes: true, zone: 'UTC' }).map(({ at, before, who, what }) => ({
    at,
    line: `- ${time(at)} ${escaped(before)}${who ? `**${escaped(who)}**` : ''}${escaped(what)}`,
  }));
  const gaps = lookBack(events).gaps.map(({ from, until }) => ({
    at: from,
    line: `- *${words.review.gap(words.formats.duration(until - from), time(from), time(until))}*`,
  }));
  return [...said, ...gaps].toSorted((one, other) => one.at - other.at).map(({ line }) => line);
}

/** As a text to copy. What the card has no room for is cut at the end of a line, which it says. */
export function documentCard(view: ReviewView): Card {
  const { outage, words } = view;
  const { review: say, report } = words;
  const all = forInput(reviewDocument(view), Number.MAX_SAFE_INTEGER);
  const begun = beginning(all, MOST_BYTES);
  const isCut = begun.length < all.trimEnd().length;
  const value = isCut ? begun.slice(0, begun.lastIndexOf('\n')) : all;
  const heading = say.heading(outageName(outage));
  return drawMessage(words, {
    ...lookOf(outage),
    heading,
    subheading: quoted(outage.report.title, words),
    lines: isCut ? [say.cut] : [],
    fields: [copyField(value, words, say.copy)],
    actions: [button(report.back, 'review-show', dataOf(outage))],
    fallbackText: heading,
  });
}
