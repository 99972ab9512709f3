/** Who is on call now and next, level by level. Narrow enough for a phone: one line for each change. */
import type { Desk } from '../../desk/desk.ts';
import type { Override, Shift, Shifts } from '../../desk/on-call/roster.ts';
import { may } from '../../outage/permissions.ts';
import { type Instant, LEVELS, type Person } from '../../outage/types/person.ts';
import type { Words } from '../../words/words.ts';
import { type Card, template } from '../base/card.ts';
import { button } from '../base/verbs.ts';
import { readersClock } from '../text/clock.ts';
import { firstOf, shorten } from '../text/fit.ts';
import { asName } from '../text/safe.ts';
import onCallTemplate from './on-call.json' with { type: 'json' };

const expand = template(onCallTemplate);

/** Daily hand-overs for two weeks are all shown. Of more changes than this, only the first are shown, and the rest is counted. */
const MOST_CHANGES = 15;
const FIRST_CHANGES = 8;
const LONGEST_NAME = 40;
const MOST_NAMES = 4;
const MOST_BY_HAND = 10;

export type OnCallView = {
  readonly desk: Desk;
  readonly words: Words;
  readonly now: Instant;
  readonly overrides: readonly Override[];
  /** The shifts from now until the horizon. */
  readonly shifts: Shifts;
};

/** `hint`: what the reader has just changed; empty when nothing. */
export function onCallCard(view: OnCallView, { hint = '' }: { readonly hint?: string } = {}): Card {
  const { words, overrides, shifts } = view;
  const byHand = overrides.flatMap((override) => overrideLine(override, view)).slice(-MOST_BY_HAND);
  const primary = shifts.primary[0]?.people ?? [];
  return expand(words, {
    heading: words.onCall.heading,
    hint,
    sections: [
      ...LEVELS.map((level) => ({ label: words.onCall.title[level], lines: shiftLines(shifts[level], view) })),
      ...(byHand.length > 0 ? [{ label: words.onCall.byHand, lines: byHand }] : []),
    ],
    fallbackText: words.onCall.summary(namesOf(primary, words)),
    actions: [
      button(words.onCall.take, 'on-call-take-form', {}, 'positive'),
      button(words.onCall.cover, 'on-call-cover-form'),
      ...(byHand.length > 0 ? [button(words.onCall.end, 'on-call-end')] : []),
    ],
  });
}

const nameOf = ({ name }: Person) => shorten(asName(name).trim(), LONGEST_NAME);

function namesOf(people: readonly Person[], words: Words): string {
  if (people.length === 0) return words.onCall.nobody;
  return words.formats.list(firstOf(people.map(nameOf), MOST_NAMES, (more) => `+${more}`));
}

function shiftLines(shifts: readonly Shift[], { words, now }: OnCallView): string[] {
  const [first, ...next] = shifts;
  if (!first) return [words.onCall.nobody];
  if (next.length === 0) return [first.people.length === 0 ? words.onCall.nobody : words.onCall.allTheTime(namesOf(first.people, words))];
  const shown = shifts.length <= MOST_CHANGES ? next : next.slice(0, FIRST_CHANGES);
  return [
    words.onCall.now(namesOf(first.people, words)),
    ...shown.map(({ from, people }) => words.onCall.from(readersClock(from, now), namesOf(people, words))),
    ...(next.length > shown.length ? [words.onCall.more(next.length - shown.length)] : []),
  ];
}

/** Empty for an override that does not count: its person has left, or may not be on call. */
export function overrideLine({ personId, target, until }: Override, { desk, words, now }: OnCallView): string[] {
  const person = desk.person(personId);
  if (!person || !may(desk.actor(person), 'on-call')) return [];
  const when = readersClock(until, now);
  if ('level' in target) return [words.onCall.has(nameOf(person), target.level, when)];
  const covered = desk.person(target.insteadOf);
  return covered ? [words.onCall.covers(nameOf(person), nameOf(covered), when)] : [];
}
