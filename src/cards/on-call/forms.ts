/** The forms of an engineer who takes on-call, covers for somebody, or ends either. */
import type { Override } from '../../desk/on-call/roster.ts';
import { LEVELS, type Person } from '../../outage/types/person.ts';
import type { Card } from '../base/card.ts';
import { type Choice, choiceInput, dateInput, type Field, field, timeInput } from '../base/inputs.ts';
import { button, type Verb } from '../base/verbs.ts';
import { type FormState, formWith } from '../layouts/form.ts';
import { spelledOut } from '../text/clock.ts';
import { shorten } from '../text/fit.ts';
import { asName, forInput } from '../text/safe.ts';
import { type OnCallView, overrideLine } from './on-call.ts';

/** With more choices than these, the input is a list that opens. */
const MOST_EXPANDED = 5;
const LONGEST_CHOICE = 160;
const LONGEST_ENTERED = 20;

/** The value of a choice: the level, or the id of the person who is covered for. */
export const targetValue = (target: Override['target']): string => ('level' in target ? target.level : target.insteadOf);

/** `zone`: of the entered time. An error of `until` is about its date and time together. */
export type OnCallFormView = OnCallView & FormState<'what' | 'untilDate' | 'untilTime' | 'until'> & { readonly zone: string };

export function takeForm(view: OnCallFormView): Card {
  const choices = LEVELS.map((level) => ({ title: view.words.onCall.title[level], value: level }));
  return form(view, view.words.onCall.takeForm, 'on-call-take', [
    whatField(view, view.words.onCall.takeForm.what, choices),
    untilField(view),
  ]);
}

export function coverForm(view: OnCallFormView, people: readonly Person[]): Card {
  const choices = people.map(({ id, name }) => ({ title: asName(name).trim() || id, value: id }));
  const text = view.words.onCall.coverForm;
  return form(view, text, 'on-call-cover', [whatField(view, text.what, choices), untilField(view)]);
}

export function endForm(view: OnCallFormView, own: readonly Override[]): Card {
  const choices = own.flatMap((override) =>
    overrideLine(override, view).map((line) => ({
      title: shorten(spelledOut(line, view.words), LONGEST_CHOICE),
      value: targetValue(override.target),
    })),
  );
  const text = view.words.onCall.endForm;
  return form(view, text, 'on-call-end', [whatField(view, text.what, choices)]);
}

type Text = { readonly heading: string; readonly note: string; readonly send: string };
const form = ({ words, hint }: OnCallFormView, { heading, note, send }: Text, verb: Verb, fields: readonly Field[]): Card =>
  formWith(words, {
    heading,
    hint,
    fields,
    audience: note,
    actions: [button(send, verb, {}, 'positive'), button(words.onCall.back, 'on-call-show')],
  });

function whatField(view: OnCallFormView, label: string, choices: readonly Choice[]): Field {
  const style = choices.length > MOST_EXPANDED ? 'compact' : 'expanded';
  const input = choiceInput(view.words, { id: 'what', label, value: view.filled.what ?? '', choices, style });
  return field(input, view.errors.what);
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
