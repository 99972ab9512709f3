/** A report that comes by phone: the form of whoever takes the call, and what the cards of the outage say of it. */
import type { Desk } from '../../desk/desk.ts';
import { type Outage, outageName } from '../../outage/types/outage.ts';
import { isClient } from '../../outage/types/person-key.ts';
import { isRead, type Person } from '../../outage/types/values.ts';
import { FIELDS } from '../../report/fields.ts';
import type { OfferedPlace } from '../../report/steps/confirmation.ts';
import type { Words } from '../../words/words.ts';
import type { Card } from '../base/card.ts';
import { type Fact, phoneText } from '../base/facts.ts';
import { type Choice, choiceInput, choicesOf, type Field, field, textInput, toggleInput } from '../base/inputs.ts';
import { button } from '../base/verbs.ts';
import { type AnswerView, answer, type FormState, formWith } from '../layouts/layouts.ts';
import { asName, oneLine, plain, shorten } from '../text.ts';

export const CALL_FIELDS = ['place', 'caller', 'name', 'phone', 'scenario', 'title', 'description', 'anyway'] as const;
export type CallField = (typeof CALL_FIELDS)[number];
/** The choice of a caller whom the project does not list; no person can have this id. */
export const SOMEBODY_ELSE = '*';
/** What the button says that acknowledges it too. */
export const TAKE = 'take';

/** More would make the card too large for Teams. The desk file has no such limit. */
const MOST_CHOICES = 40;
const LONGEST_CHOICE = 60;
/** As many buttons as a card may have. */
const MOST_ASKED = 4;

/** Which call a button is about: its number, which becomes the outage's id, and what was shown of it. */
export type CallTarget = {
  readonly call: string;
  /** The customer that was named; absent: one is chosen. */
  readonly project?: string | undefined;
  /** The open outages of which the person read that they may be the same. */
  readonly shown: readonly string[];
};

export type CallFormView = FormState<CallField> & {
  readonly target: CallTarget;
  readonly customer: string;
  readonly places: readonly OfferedPlace[];
  /** Whom the customer lists, or each customer of the list. */
  readonly callers: readonly Person[];
  readonly desk: Desk;
  readonly words: Words;
  /** Whether the reader may acknowledge it. */
  readonly mayTake: boolean;
};

export function callForm(view: CallFormView): Card {
  const { words, filled, errors, hint, fix = '', target, customer, mayTake } = view;
  const say = words.report.byPhone;
  const places = view.places.slice(0, MOST_CHOICES);
  const value = (id: CallField, otherwise = '') => filled[id] ?? otherwise;
  const [only, another] = places;
  const text = (id: 'name' | 'phone' | 'title' | 'description', more: object = {}): Field =>
    field(textInput(words, { id, label: say[id], value: value(id), limit: FIELDS[id].limit, ...more }), errors[id]);
  const choice = (id: CallField, label: string, chosen: string, choices: readonly Choice[]): Field =>
    field(choiceInput(words, { id, label, value: chosen, choices, style: 'compact', placeholder: words.ownership.choose }), errors[id]);
  const anyway = toggleInput(words, {
    id: 'anyway',
    label: say.anyway,
    title: say.anywayTitle,
    value: filled.anyway === 'true' ? 'true' : '',
  });
  return formWith(words, {
    heading: say.heading(asName(shorten(customer, LONGEST_CHOICE))),
    hint,
    fix,
    lines: view.places.length > places.length ? [say.more] : [],
    fields: [
      ...(target.shown.length > 0 ? [field(anyway, errors.anyway)] : []),
      choice(
        'place',
        say.place,
        value('place', only && !another ? only.key : ''),
        places.map((one) => placeChoice(one, view)),
      ),
      ...(view.callers.length > 0 ? [choice('caller', say.caller, value('caller'), callerChoices(view))] : []),
      text('name'),
      text('phone', { style: 'Tel', placeholder: words.report.fields.phone.example }),
      choice('scenario', say.scenario, value('scenario'), scenarioChoices(view)),
      text('title', { placeholder: words.report.fields.title.example }),
      text('description', { multiline: true }),
    ],
    audience: say.audience,
    actions: [
      ...(mayTake ? [button(say.sendAndTake, 'report-for', { ...target, choice: TAKE }, 'positive')] : []),
      button(say.send, 'report-for', target, mayTake ? 'default' : 'positive'),
      button(words.report.cancel, 'report-for-cancel', { project: target.project }),
    ],
  });
}

const short = (text: string) => asName(shorten(text, LONGEST_CHOICE));

/** Where the customer is known, the environment is enough. */
function placeChoice({ key, project, environment }: OfferedPlace, { customer, words: { formats } }: CallFormView): Choice {
  const names = [...(customer ? [] : [project.name]), environment.name];
  return { title: formats.list(names.map(short)), value: key };
}

function callerChoices({ callers, words }: CallFormView): readonly Choice[] {
  const listed = callers.slice(0, MOST_CHOICES).map(({ id, name }) => ({ title: short(name), value: id }));
  return [...listed, { title: words.report.byPhone.somebodyElse, value: SOMEBODY_ELSE }];
}

/** Not what people are sent elsewhere with: it must not be written into a channel. */
const scenarioChoices = ({ desk, words }: CallFormView): readonly Choice[] =>
  choicesOf(
    desk
      .fileIn(words.language)
      .scenarios.filter(({ redirect }) => !redirect)
      .map(({ id, title }) => ({ id, name: title })),
  );

/** Opens the form: of one of these customers, where several fit what was typed; of any, where none was named. */
export function callInviteCard(
  view: AnswerView,
  heading: string,
  customers: readonly { readonly id: string; readonly name: string }[],
): Card {
  const { open, moreCustomers } = view.words.report.byPhone;
  const [only, another] = customers;
  const one = button(open, 'report-for-form', only ? { project: only.id } : {}, 'positive');
  const isAlone = (name: string) => customers.filter((other) => other.name === name).length === 1;
  const some = customers
    .slice(0, MOST_ASKED)
    .map(({ id, name }) =>
      button(view.words.formats.list([name, ...(isAlone(name) ? [] : [id])].map(short)), 'report-for-form', { project: id }),
    );
  const lines = customers.length > some.length ? [moreCustomers] : [];
  return answer(view, { heading, lines, actions: another ? some : [one], phones: false });
}

/** Who called, by the report: the name that whoever took the call wrote. */
export const callerIn = ({ report }: Pick<Outage, 'report'>): string => oneLine(report.contact.name);

/**
 * For the desk: who called, at which number, and whether they have to be called with what is new; of what a client of the API reported,
 * whom it names. `contact`: whether the number may stand here.
 */
export function callFacts(outage: Outage, words: Words, contact: boolean): Fact[] {
  const { takenBy, origin, report, reporter } = outage;
  const say = words.report.byPhone;
  if (isClient(reporter.id)) {
    const named = report.contact.name === reporter.name ? [] : [callerIn(outage)];
    const reachable = contact ? [phoneText(report.contact.phone, words), oneLine(report.contact.email)].filter(Boolean) : [];
    return [{ label: words.report.byApi.fact, lines: [plain(reporter.name), ...named, ...reachable, words.report.byApi.hears] }];
  }
  if (!takenBy) return [];
  return [
    {
      label: say.fact,
      lines: [
        callerIn(outage),
        ...(contact ? [phoneText(report.contact.phone, words)] : []),
        isRead(origin) ? say.hears : say.callBack,
        say.takenBy(plain(takenBy.name)),
      ],
    },
  ];
}

/** In the desk's thread, when the others are told something: who has to be called because nobody reads it for them. */
export function callThem(outage: Outage, words: Words): readonly string[] {
  const calls = [outage, ...outage.absorbed].filter(({ origin, reporter }) => !isRead(origin) && !isClient(reporter.id));
  const names = calls.map(outageName);
  return names.length > 0 ? [words.report.byPhone.callThem(words.formats.list(names))] : [];
}

/** To the reporter of a call: the caller, or whoever took it. */
export function callLines(outage: Outage, words: Words): readonly string[] {
  const { takenBy, origin } = outage;
  const say = words.report.byPhone;
  if (!takenBy) return [];
  return [isRead(origin) ? say.forYou(plain(takenBy.name)) : say.youTook(callerIn(outage))];
}
