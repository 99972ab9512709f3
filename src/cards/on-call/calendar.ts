/** The calendars of on-call: the form that makes and withdraws addresses, and the address, which its person alone sees, once. */
import type { Desk } from '../../desk/desk.ts';
import { LEVELS, type Person } from '../../outage/types/values.ts';
import type { Words } from '../../words/words.ts';
import type { Card } from '../base/card.ts';
import { type Choice, choiceInput, field, textInput } from '../base/inputs.ts';
import { button } from '../base/verbs.ts';
import { drawMessage, type FormState, formWith } from '../layouts/layouts.ts';
import { asName, firstOf } from '../text.ts';

const MOST_EXPANDED = 5;
const MOST_NAMED = 8;
const LONGEST_ADDRESS = 300;

type View = { readonly desk: Desk; readonly words: Words; readonly person: Person };
export type CalendarFormView = View & FormState<'what'> & { readonly has: readonly string[] };

/** What a calendar can be of: somebody's own on-call, a level, and another person. The value is the level, or the id of the person. */
export function calendarChoices({ desk, words, person }: View): readonly Choice[] {
  const { calendar, title } = words.onCall;
  const others = desk.onRoster.filter(({ id }) => id !== person.id).sort((one, other) => one.name.localeCompare(other.name, 'en'));
  return [
    { title: calendar.mine(nameOf(person)), value: person.id },
    ...LEVELS.filter((level) => desk.roster[level].length > 0).map((level) => ({ title: title[level], value: level })),
    ...others.map((one) => ({ title: nameOf(one), value: one.id })),
  ];
}
const nameOf = ({ id, name }: Person): string => asName(name).trim() || id;

/** Whose it is, in words; null: it is of nobody who can be chosen any more. */
export const calendarOf = (of: string, view: View): string | null => calendarChoices(view).find(({ value }) => value === of)?.title ?? null;

export function calendarForm(view: CalendarFormView): Card {
  const { words, filled, errors, hint, fix = '', has } = view;
  const { calendar, back } = words.onCall;
  const choices = calendarChoices(view);
  const named = has.flatMap((of) => calendarOf(of, view) ?? []);
  const chosen = choiceInput(words, {
    id: 'what',
    label: calendar.what,
    value: filled.what ?? '',
    choices,
    style: choices.length > MOST_EXPANDED ? 'compact' : 'expanded',
  });
  return formWith(words, {
    heading: calendar.heading,
    hint,
    fix,
    lines: named.length > 0 ? [calendar.has(words.formats.list(firstOf(named, MOST_NAMED, (more) => `+${more}`)))] : [],
    fields: [field(chosen, errors.what)],
    audience: words.formats.joined([calendar.note, calendar.secret]),
    actions: [
      button(calendar.make, 'on-call-calendar', {}, 'positive'),
      ...(named.length > 0 ? [button(calendar.withdraw, 'on-call-calendar-end')] : []),
      button(back, 'on-call-show'),
    ],
  });
}

/** `of`: of which calendar. The address stands in an input, because every client lets people copy from it. */
export function calendarMade(view: View, of: string, address: string): Card {
  const { words } = view;
  const { calendar, back } = words.onCall;
  const heading = calendar.made(calendarOf(of, view) ?? '');
  const shown = textInput(words, { id: 'address', label: calendar.address, value: address, limit: LONGEST_ADDRESS, multiline: true });
  return drawMessage(words, {
    style: 'good',
    heading,
    lines: [calendar.once, calendar.how, calendar.secret],
    fields: [field(shown)],
    actions: [button(calendar.withdraw, 'on-call-calendar-end', { what: of }), button(back, 'on-call-show')],
    // A notification shows it on a locked screen.
    fallbackText: heading,
  });
}
