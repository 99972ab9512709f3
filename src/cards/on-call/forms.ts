/** What an engineer fills in to take on-call, to cover for somebody, or to end that. Drawn for the one who pressed. */
import type { Override } from '../../desk/on-call/roster.ts';
import { LEVELS, type Person } from '../../outage/types/person.ts';
import type { Words } from '../../words/words.ts';
import { type Card, template } from '../base/card.ts';
import { button, type Verb } from '../base/verbs.ts';
import { spelledOut, zoneName } from '../text/clock.ts';
import { shorten } from '../text/fit.ts';
import { asName, forInput } from '../text/safe.ts';
import formTemplate from './form.json' with { type: 'json' };
import { type OnCallView, overrideLine } from './on-call.ts';

const expand = template(formTemplate);
/** More choices than these are a list that opens. */
const MOST_EXPANDED = 5;
const LONGEST_CHOICE = 80;
const LONGEST_ENTERED = 20;

/** A target as a choice's value. */
export const targetValue = (target: Override['target']): string => ('level' in target ? target.level : target.insteadOf);

export type OnCallEntered = { readonly what: string; readonly untilDate: string; readonly untilTime: string };
export type OnCallErrors = {
  readonly what?: keyof Words['onCall']['errors'] | undefined;
  readonly until?: keyof Words['onCall']['errors'] | undefined;
};
export type OnCallFormView = OnCallView & {
  /** The zone in which the time is asked. */
  readonly zone: string;
  readonly entered: OnCallEntered;
  readonly errors: OnCallErrors;
};

export const takeForm = (view: OnCallFormView): Card =>
  form(
    view,
    'takeForm',
    'on-call-take',
    LEVELS.map((level) => ({ title: view.words.onCall.title[level], value: level })),
    true,
  );

/** `people`: for whom one can cover. */
export const coverForm = (view: OnCallFormView, people: readonly Person[]): Card =>
  form(
    view,
    'coverForm',
    'on-call-cover',
    people.map(({ id, name }) => ({ title: asName(name).trim() || id, value: id })),
    true,
  );

/** `own`: what this person took. */
export function endForm(view: OnCallFormView, own: readonly Override[]): Card {
  const choices = own.flatMap((override) =>
    overrideLine(override, view).map((line) => ({
      title: shorten(spelledOut(line), LONGEST_CHOICE * 2),
      value: targetValue(override.target),
    })),
  );
  return form(view, 'endForm', 'on-call-end', choices, false);
}

function form(
  { words, zone, entered, errors }: OnCallFormView,
  which: 'takeForm' | 'coverForm' | 'endForm',
  verb: Verb,
  choices: readonly { title: string; value: string }[],
  asksUntil: boolean,
): Card {
  const { onCall } = words;
  const text = onCall[which];
  const say = (error: OnCallErrors['what']) => (error ? onCall.errors[error] : '');
  return expand({
    heading: text.heading,
    fallbackText: text.heading,
    fix: errors.what || errors.until ? words.report.fix : '',
    labels: { what: text.what, untilDate: onCall.untilDate, untilTime: onCall.untilTime(zoneName(zone)) },
    values: {
      untilDate: forInput(entered.untilDate, LONGEST_ENTERED),
      untilTime: forInput(entered.untilTime, LONGEST_ENTERED),
      what: choices.some(({ value }) => value === entered.what) ? entered.what : '',
    },
    errors: { what: say(errors.what), until: say(errors.until) },
    clientError: words.report.clientError,
    choices,
    choiceStyle: choices.length > MOST_EXPANDED ? 'compact' : 'expanded',
    asksUntil,
    note: text.note,
    actions: [button(text.send, verb, {}, 'positive'), button(onCall.back, 'on-call-show')],
  });
}
