/** Who is on call now and next, level by level, and the forms of an engineer who takes on-call, covers for somebody, or ends either. */

import type { Desk } from '../../desk/desk.ts';
import type { Override, Shift, Shifts } from '../../desk/on-call/roster.ts';
import { may } from '../../outage/permissions.ts';
import { type Instant, LEVELS, type Person } from '../../outage/types/values.ts';
import type { Words } from '../../words/words.ts';
import { type Card, template } from '../base/card.ts';
import { type Choice, choiceInput, dateInput, type Field, field, timeInput } from '../base/inputs.ts';
import { button, type Verb } from '../base/verbs.ts';
import { type FormState, formWith } from '../layouts/layouts.ts';
import { asName, firstOf, forInput, readersClock, shorten, spelledOut } from '../text.ts';
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
    ...shown.map(({ from, people }) => words.onCall.from(readersClock(from, now, { withDay: true }), namesOf(people, words))),
    ...(next.length > shown.length ? [words.onCall.more(next.length - shown.length)] : []),
  ];
}

/** Empty for an override that does not count: its person has left, or may not be on call. */
export function overrideLine({ personId, target, until }: Override, { desk, words, now }: OnCallView): string[] {
  const person = desk.person(personId);
  if (!person || !may(desk.actor(person), 'on-call')) return [];
  const when = readersClock(until, now, { withDay: true });
  if ('level' in target) return [words.onCall.has(nameOf(person), target.level, when)];
  const covered = desk.person(target.insteadOf);
  return covered ? [words.onCall.covers(nameOf(person), nameOf(covered), when)] : [];
}

/** With more choices than these, the input is a list that opens. */
const MOST_EXPANDED = 5;
const LONGEST_CHOICE = 160;
const LONGEST_ENTERED = 20;

/** The value of a choice: the level, or the id of the person who is covered for. */
export const targetValue = (target: Override['target']): string => ('level' in target ? target.level : target.insteadOf);

/** `zone`: of the entered time. An error of `until` is about its date and time together. */
export type OnCallFormView = OnCallView & FormState<'what' | 'untilDate' | 'untilTime' | 'until'> & { readonly zone: string };

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
  const { words, filled, zone } = view;
  const { untilDate, untilTime } = words.onCall;
  const date = forInput(filled.untilDate ?? '', LONGEST_ENTERED);
  const time = forInput(filled.untilTime ?? '', LONGEST_ENTERED);
  return field(
    [
      dateInput(words, { id: 'untilDate', label: untilDate, value: date }),
      timeInput(words, { id: 'untilTime', label: untilTime(words.formats.zone(zone)), value: time }),
    ],
    view.errors.until,
  );
}
