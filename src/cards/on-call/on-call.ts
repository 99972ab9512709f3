/** Who is on call now and next, level by level, and the forms of an engineer who takes on-call, covers for somebody, or ends either. */

import type { Desk } from '../../desk/desk.ts';
import type { Day, Override, Shift, Shifts } from '../../desk/on-call/roster.ts';
import { may } from '../../outage/permissions.ts';
import { type Instant, LEVELS, type Person } from '../../outage/types/values.ts';
import type { Words } from '../../words/words.ts';
import { type Card, template } from '../base/card.ts';
import { type Choice, choiceInput, dateInput, type Field, field, timeInput } from '../base/inputs.ts';
import { button, type Verb } from '../base/verbs.ts';
import { type FormState, formWith } from '../layouts/layouts.ts';
import { asName, firstOf, readersClock, shorten, spelledOut } from '../text.ts';
import onCallTemplate from './on-call.json' with { type: 'json' };

const expand = template(onCallTemplate);

/** Daily hand-overs for two weeks are all shown. Of more changes than this, only the first are shown, and the rest is counted. */
const MOST_CHANGES = 15;
const FIRST_CHANGES = 8;
const MOST_HOLES = 4;
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
  /** The days that are drawn, by the clock of `zone`. */
  readonly week: readonly Day[];
  readonly zone: string;
};

/** `hint`: what the reader has just changed; empty when nothing. */
export function onCallCard(view: OnCallView, { hint = '' }: { readonly hint?: string } = {}): Card {
  const { words, overrides, shifts, zone, now } = view;
  const byHand = overrides.flatMap((override) => overrideLine(override, view)).slice(-MOST_BY_HAND);
  const primary = shifts.primary[0]?.people ?? [];
  return expand(words, {
    heading: words.onCall.heading,
    hint,
    week: words.onCall.week(words.formats.zone(zone, now)),
    sections: [
      ...LEVELS.map((level) => ({
        label: words.onCall.title[level],
        days: daysOf(shifts[level], view),
        lines: shiftLines(shifts[level], view),
      })),
      ...(byHand.length > 0 ? [{ label: words.onCall.byHand, days: [], lines: byHand }] : []),
    ],
    fallbackText: words.onCall.summary(namesOf(primary, words)),
    actions: [
      button(words.onCall.take, 'on-call-take-form', {}, 'positive'),
      button(words.onCall.cover, 'on-call-cover-form'),
      ...(byHand.length > 0 ? [button(words.onCall.end, 'on-call-end')] : []),
      button(words.onCall.calendar.open, 'on-call-calendar-form'),
    ],
  });
}

const nameOf = ({ name }: Person) => shorten(asName(name).trim(), LONGEST_NAME);

export function namesOf(people: readonly Person[], words: Words): string {
  if (people.length === 0) return words.onCall.nobody;
  return words.formats.list(firstOf(people.map(nameOf), MOST_NAMES, (more) => `+${more}`));
}

export const isHole = ({ people }: Shift): boolean => people.length === 0;

/** Each day with a sign: whether somebody is on call at every hour of it. The lines below say the same in words. */
const daysOf = (shifts: readonly Shift[], { words, week, zone }: OnCallView) =>
  week.map((day) => {
    const open = shifts.length === 0 || shifts.some((one) => isHole(one) && one.from < day.until && one.until > day.from);
    return { day: words.formats.weekday(day.from, zone), sign: open ? '\u26A0' : '\u2713' };
  });

/** First when nobody is on call, then who is now and who comes. */
function shiftLines(shifts: readonly Shift[], { words, now }: OnCallView): string[] {
  const say = words.onCall;
  const when = (at: Instant) => readersClock(at, now, words, { withDay: true });
  const [first, ...next] = shifts;
  if (!first || (isHole(first) && next.length === 0)) return [say.nobody];
  if (next.length === 0) return [say.allTheTime(namesOf(first.people, words))];
  const holes = shifts.filter(isHole).map((shift) => {
    const from = shift === first ? say.atOnce : when(shift.from);
    return shift === shifts.at(-1) ? say.holeOn(from) : say.hole(from, when(shift.until));
  });
  const changes = next.filter((shift) => !isHole(shift)).map(({ from, people }) => say.from(when(from), namesOf(people, words)));
  return [
    ...firstOf(holes, MOST_HOLES, say.moreHoles),
    ...(isHole(first) ? [] : [say.now(namesOf(first.people, words))]),
    ...(changes.length < MOST_CHANGES ? changes : firstOf(changes, FIRST_CHANGES, say.more)),
  ];
}

/** Empty for an override that does not count: its person has left, or may not be on call. */
export function overrideLine({ personId, target, until }: Override, { desk, words, now }: OnCallView): string[] {
  const person = desk.person(personId);
  if (!person || !may(desk.actor(person), 'on-call')) return [];
  const when = readersClock(until, now, words, { withDay: true });
  if ('level' in target) return [words.onCall.has(nameOf(person), target.level, when)];
  const covered = desk.person(target.insteadOf);
  return covered ? [words.onCall.covers(nameOf(person), nameOf(covered), when)] : [];
}

/** With more choices than these, the input is a list that opens. */
const MOST_EXPANDED = 5;
const LONGEST_CHOICE = 160;

/** The value of a choice: the level, or the id of the person who is covered for. */
export const targetValue = (target: Override['target']): string => ('level' in target ? target.level : target.insteadOf);

/** `zone`: of the entered time. An error of `until` is about its date and time together. */
export type OnCallFormView = OnCallView & FormState<'what' | 'untilDate' | 'untilTime' | 'until'>;

export function takeForm(view: OnCallFormView): Card {
  const { takeForm: text, title } = view.words.onCall;
  const choices = LEVELS.map((level) => ({ title: title[level], value: level }));
  return form(view, text, 'on-call-take', choices, [untilField(view)]);
}

export function coverForm(view: OnCallFormView, people: readonly Person[]): Card {
  const choices = people.map(({ id, name }) => ({ title: asName(name).trim() || id, value: id }));
  return form(view, view.words.onCall.coverForm, 'on-call-cover', choices, [untilField(view)]);
}

export function endForm(view: OnCallFormView, own: readonly Override[]): Card {
  const choices = own.flatMap((override) =>
    overrideLine(override, view).map((line) => ({
      title: shorten(spelledOut(line, view.words), LONGEST_CHOICE),
      value: targetValue(override.target),
    })),
  );
  return form(view, view.words.onCall.endForm, 'on-call-end', choices, []);
}

type Text = Words['onCall']['takeForm'];
function form(
  view: OnCallFormView,
  { heading, what, note, send }: Text,
  verb: Verb,
  choices: readonly Choice[],
  more: readonly Field[],
): Card {
  const { words, hint, fix = '', filled, errors } = view;
  const style = choices.length > MOST_EXPANDED ? 'compact' : 'expanded';
  const chosen = choiceInput(words, { id: 'what', label: what, value: filled.what ?? '', choices, style });
  return formWith(words, {
    heading,
    hint,
    fix,
    fields: [field(chosen, errors.what), ...more],
    audience: note,
    actions: [button(send, verb, {}, 'positive'), button(words.onCall.back, 'on-call-show')],
  });
}

function untilField(view: OnCallFormView): Field {
  const { words, filled, zone, now } = view;
  const { untilDate, untilTime } = words.onCall;
  return field(
    [
      dateInput(words, { id: 'untilDate', label: untilDate, value: filled.untilDate ?? '' }),
      timeInput(words, { id: 'untilTime', label: untilTime(words.formats.zone(zone, now)), value: filled.untilTime ?? '' }),
    ],
    view.errors.until,
  );
}
