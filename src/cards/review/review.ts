/** The review of an outage that is over, for engineers: what the record says, and what they wrote down. */
import { endOf } from '../../outage/decision.ts';
import { isReviewable } from '../../outage/review/decide.ts';
import type { KnownFollowUp } from '../../outage/review/review.ts';
import { isOpen, type Outage, outageName, ownerOf } from '../../outage/types/outage.ts';
import type { Instant } from '../../outage/types/values.ts';
import type { Words } from '../../words/words.ts';
import { type Card, firstThatFits } from '../base/card.ts';
import { scenarioTitle } from '../base/desk-texts.ts';
import type { Fact } from '../base/facts.ts';
import { button, dataOf } from '../base/verbs.ts';
import { drawMessage } from '../layouts/layouts.ts';
import type { Clock } from '../outage/next-lines.ts';
import { stateText } from '../outage/outage.ts';
import { lookOf } from '../outage/stages.ts';
import { clockIn, fitting, oneLine, paragraphs, plain, quoted, readersClock, shorten } from '../text.ts';
import { affectedIn, lookBack, type ReviewView, toldIn } from './facts.ts';

const LONGEST_NAME = 60;

/** Why an outage has no review; empty: it has one, or can have one. */
export function whyNoReview(outage: Outage, words: Words): string {
  const { review: say } = words;
  const name = outageName(outage);
  if (isReviewable(outage)) return '';
  if (outage.state === 'merged') return say.merged(name, outageName(outage.into));
  return isOpen(outage) ? say.notYet(name, stateText(outage, words)) : say.request(name);
}

/** The rows that the record gives, in the order of a document. `when` writes a time for their reader, `dated` with its day. */
export function recordFacts(view: ReviewView, when: Clock, dated = when): readonly Fact[] {
  const { outage, words } = view;
  const { review: say, formats } = words;
  const { acknowledged, updates, late, gaps } = lookBack(view.events);
  const { people, merged } = affectedIn(outage);
  const owner = ownerOf(outage);
  const ended = isOpen(outage) || outage.state === 'requested' ? view.now : endOf(outage).at;
  const { project, environment, scenario } = outage.report;
  const row = (label: string, lines: readonly string[]): Fact => ({ label, lines });
  const promises = acknowledged.map(({ afterMs, withinMs }) =>
    (afterMs > withinMs ? say.broken : say.kept)(formats.exact(afterMs), formats.duration(withinMs)),
  );
  return [
    row(say.facts.summary, [
      formats.pair(formats.list([project.name, environment.name].map(plain)), plain(scenarioTitle(scenario, view))),
      say.lasted(formats.duration(ended - outage.reportedAt), dated(outage.reportedAt), when(ended)),
      ...(owner ? [formats.pair(words.facts.owner, shorten(plain(owner.name), LONGEST_NAME))] : []),
    ]),
    row(say.facts.promise, promises.length > 0 ? promises : [say.never]),
    row(say.facts.updates, [
      say.updates(updates.length - late.length, updates.length),
      ...updates.map(({ at, dueAt }) => say.update(when(dueAt), at > dueAt ? formats.exact(at - dueAt) : '')),
    ]),
    row(
      say.facts.gaps,
      gaps.length > 0 ? gaps.map(({ from, until }) => say.gap(formats.duration(until - from), when(from), when(until))) : [say.noGap],
    ),
    row(say.facts.affected, [
      ...people.map((one) => say.people(shorten(plain(one.name), LONGEST_NAME), one.people)),
      ...(merged > 0 ? [say.merges(merged)] : []),
    ]),
  ];
}

/** What people were told: when, what, and in how many places it arrived. */
export function toldLines(view: ReviewView, when: Clock): readonly string[] {
  const { review: say, watch } = view.words;
  const lines = toldIn(view).map(({ event, came, all }) => say.told(when(event.at), watch.alarm.setAside.message[event.type], came, all));
  return lines.length > 0 ? lines : [say.nothingTold];
}

export const dayOf = (at: Instant, now: Instant, words: Words): string => readersClock(at, now, words, { withDay: true });

export function followUpLine({ text, owner, dueAt, done }: KnownFollowUp, { review: say }: Words, when: Clock): string {
  const name = ({ name: full }: { readonly name: string }) => shorten(plain(full), LONGEST_NAME);
  return done ? say.done(oneLine(text), name(done.by), when(done.at)) : say.followUp(oneLine(text), name(owner), when(dueAt));
}

/** `hint`: what came of what was pressed. */
export function reviewCard(view: ReviewView, hint = ''): Card {
  const { outage, words, now, zone } = view;
  const { review: say, facts, look } = words;
  const saved = outage.review;
  const when: Clock = zone ? clockIn(words, now, zone) : (at) => dayOf(at, now, words);
  // What came on the day of the report needs no date.
  const short: Clock = zone ? when : (at) => readersClock(at, outage.reportedAt, words);
  const data = dataOf(outage);
  const followUps = (saved?.followUps ?? []).map((one, index) => ({ one, number: index + 1 }));
  const open = followUps.filter(({ one }) => !one.done);
  const heading = say.heading(outageName(outage));
  const written = (label: string, text: string, room: number): Fact => ({
    label,
    lines: text === '' ? [say.open] : fitting(paragraphs(text), room, facts.cut),
  });
  const doneButton = ({ id }: KnownFollowUp, title: string) => button(title, 'follow-up-done', { ...data, followUp: String(id) });
  const draw = (room: number) =>
    drawMessage(words, {
      ...lookOf(outage),
      heading,
      subheading: quoted(outage.report.title, words),
      lines: [
        ...(hint ? [hint] : []),
        saved ? say.saved(shorten(plain(saved.by.name), LONGEST_NAME), when(saved.at)) : say.unsaved,
        ...(outage.drill ? [say.practice] : []),
      ],
      first: [button(saved ? say.edit : say.fillIn, 'outage-review-form', data, 'positive'), button(say.markdown, 'review-markdown', data)],
      facts: [
        written(say.facts.cause, saved?.cause ?? '', 2 * room),
        written(say.facts.helped, saved?.helped ?? '', 2 * room),
        {
          label: say.facts.followUps,
          lines:
            open.length + followUps.length > 0
              ? followUps.map(({ one, number }) => `${number}. ${followUpLine(one, words, when)}`)
              : [say.open],
        },
        ...recordFacts(view, short, when).map(({ label, lines }) => ({ label, lines: fitting(lines, room, facts.cut) })),
        { label: say.facts.told, lines: fitting(toldLines(view, short), room, facts.cut) },
      ],
      // A row holds four buttons.
      groups: [open.slice(0, 4), open.slice(4)].flatMap((some) =>
        some.length > 0
          ? [{ label: say.facts.followUps, actions: some.map(({ one, number }) => doneButton(one, say.numberDone(number))) }]
          : [],
      ),
      actions: [button(look.timeline.button, 'timeline-show', data), button(words.report.back, 'outage-show', data)],
      fallbackText: words.formats.sentences([heading, quoted(outage.report.title, words)]),
    });
  return firstThatFits([() => draw(1_500), () => draw(900), () => draw(400)]);
}
