/**
 * The forms behind More. Each is a list of fields for one template; drawn for the one who pressed, again with all that
 * was entered when something cannot be taken.
 */
import type { Desk } from '../../desk/desk.ts';
import { outageName } from '../../outage/types/numbers.ts';
import type { Outage } from '../../outage/types/outage.ts';
import type { Instant, Person } from '../../outage/types/person.ts';
import type { Words } from '../../words/words.ts';
import { type Card, template } from '../base/card.ts';
import { button, type Verb } from '../base/verbs.ts';
import { dataOf } from '../outage/desk-buttons.ts';
import { readersClock } from '../text/clock.ts';
import { shorten } from '../text/fit.ts';
import { asName, forInput, quoted } from '../text/safe.ts';
import formTemplate from './desk-form.json' with { type: 'json' };

const expand = template(formTemplate);

export const MAX_TEXT_LENGTH = 4000;
/** The inputs of all these forms; what they hold is text that nobody has looked at. */
export const FORM_FIELDS = ['person', 'team', 'number', 'reason', 'text', 'scenario', 'environment'] as const;
export type FormField = (typeof FORM_FIELDS)[number];
export type Filled = { readonly [field in FormField]?: string | undefined };

export type DeskFormView = {
  readonly outage: Outage;
  readonly desk: Desk;
  readonly words: Words;
  readonly now: Instant;
  readonly filled: Filled;
  /** What is wrong with a field. */
  readonly errors: Filled;
  /** What the person has to know first; empty when nothing. */
  readonly hint: string;
  /** The other outages that are open, for a merge; empty where there is no need to choose one, or too many. */
  readonly open: readonly Outage[];
};

/** With more than these open, the number is typed. */
export const MOST_TO_CHOOSE = 12;

type Choice = { readonly title: string; readonly value: string };
type Field =
  | { readonly id: FormField; readonly label: string; readonly example: string; readonly limit?: number; readonly lines?: 'one' | 'many' }
  | { readonly id: FormField; readonly label: string; readonly choices: readonly Choice[]; readonly style: 'compact' | 'filtered' };
type Form = {
  readonly heading: (name: string) => string;
  readonly send: string;
  readonly audience: string;
  readonly verb: Verb;
  readonly lines?: readonly string[];
  /** The same, of what people typed. */
  readonly typed?: readonly string[];
  readonly fields: readonly Field[];
};

function draw({ outage, words, filled, errors, hint }: DeskFormView, form: Form): Card {
  const heading = form.heading(outageName(outage));
  return expand({
    heading,
    fallbackText: heading,
    fix: hint,
    lines: form.lines ?? [],
    typed: form.typed ?? [],
    fields: form.fields.map((field) => {
      const common = { id: field.id, label: field.label, error: errors[field.id] ?? '', clientError: words.report.clientError };
      const value = filled[field.id] ?? '';
      if ('choices' in field) {
        const { choices, style } = field;
        const known = choices.some((choice) => choice.value === value) ? value : '';
        return { ...common, kind: 'choice', choices, style, value: known, hint: words.engineer.choose, limit: 0, multiline: false };
      }
      const { example, limit = MAX_TEXT_LENGTH, lines = 'many' } = field;
      const multiline = lines === 'many';
      return { ...common, kind: 'text', choices: [], style: '', value: forInput(value, limit), hint: example, limit, multiline };
    }),
    audience: form.audience,
    actions: [button(form.send, form.verb, dataOf(outage), 'positive'), button(words.report.back, 'outage-show', dataOf(outage))],
  });
}

/** Found by typing: a desk may have many engineers. The value is the id, never the name. */
const personField = (label: string, people: readonly Person[]): Field => ({
  ...{ id: 'person', label, style: 'filtered' },
  choices: people.map(({ id, name }) => ({ title: asName(name), value: id })),
});

/** Those of the desk who do not have it and, for help, do not help yet. */
export function others({ outage, desk }: { outage: Outage; desk: Desk }, purpose: 'hand-over' | 'assist'): readonly Person[] {
  if (outage.state !== 'acknowledged') return desk.engineers;
  const busy = purpose === 'assist' ? [outage.owner, ...outage.helpers] : [outage.owner];
  return desk.engineers.filter(({ id }) => busy.every((one) => one.id !== id));
}

export function handOverForm(view: DeskFormView): Card {
  const { person, ...form } = view.words.engineer.handOver;
  return draw(view, { ...form, verb: 'outage-hand-over', fields: [personField(person, others(view, 'hand-over'))] });
}

export function assistForm(view: DeskFormView): Card {
  const { person, ...form } = view.words.engineer.assist;
  return draw(view, { ...form, verb: 'outage-assist', fields: [personField(person, others(view, 'assist'))] });
}

export function releaseForm(view: DeskFormView): Card {
  const { reason, example, ...form } = view.words.engineer.release;
  return draw(view, { ...form, verb: 'outage-release', fields: [{ id: 'reason', label: reason, example }] });
}

/** Both promises stand on it, so that nobody transfers without knowing what the reporter will read. */
export function transferForm(view: DeskFormView): Card {
  const { outage, desk, words, now } = view;
  const { team, reason, example, promise, promised, ...form } = words.engineer.transfer;
  const plan = desk.planOf(outage.report.project.id);
  const within = words.formats.duration(outage.ladder.acknowledgeWithinMs);
  return draw(view, {
    ...form,
    verb: 'outage-transfer',
    lines: [
      promised(within, readersClock(outage.acknowledgeBy, now)),
      ...(plan ? [promise(asName(plan.name), words.formats.duration(plan.replyWithinMs))] : []),
    ],
    fields: [
      { id: 'team', label: team, style: 'compact', choices: desk.teams.map(({ id, name }) => ({ title: asName(name), value: id })) },
      { id: 'reason', label: reason, example },
    ],
  });
}

/** What a choice shows is read as Markdown by some clients, so the titles stand above it. */
export function mergeForm(view: DeskFormView): Card {
  const { number, example, open: openToo, ...form } = view.words.engineer.merge;
  const { open } = view;
  const choose: Field = {
    ...{ id: 'number', label: number, style: 'compact' },
    choices: open.map((one) => ({ title: `${outageName(one)}, ${asName(one.report.project.name)}`, value: String(one.number) })),
  };
  return draw(view, {
    ...form,
    verb: 'outage-merge',
    lines: open.length > 0 ? [openToo] : [],
    typed: open.map((one) => `${outageName(one)}: ${quoted(shorten(one.report.title, 120))}`),
    fields: [open.length > 0 ? choose : { id: 'number', label: number, example, limit: 20, lines: 'one' }],
  });
}

export function noteForm(view: DeskFormView): Card {
  const { text, example, ...form } = view.words.engineer.note;
  return draw(view, { ...form, verb: 'outage-note', fields: [{ id: 'text', label: text, example }] });
}

/** What was reported stands in it, also when the desk file has lost it since. */
export function reclassifyForm(view: DeskFormView): Card {
  const { outage, words, filled } = view;
  const { scenario, environment, ...form } = words.engineer.reclassify;
  const { scenarios, environments } = classesFor(view);
  const { report } = outage;
  return draw(
    { ...view, filled: { scenario: report.scenario.id, environment: report.environment.id, ...filled } },
    {
      ...form,
      verb: 'outage-reclassify',
      fields: [
        {
          id: 'scenario',
          label: scenario,
          style: 'compact',
          choices: scenarios.map(({ id, title }) => ({ title: asName(title), value: id })),
        },
        {
          id: 'environment',
          label: environment,
          style: 'compact',
          choices: environments.map(({ id, name }) => ({ title: asName(name), value: id })),
        },
      ],
    },
  );
}

/** What an outage can be said to be: the scenarios of the desk file that are outages, and the project's production. */
export function classesFor({ outage: { report }, desk }: { outage: Outage; desk: Desk }) {
  const project = desk.file.projects.find(({ id }) => id === report.project.id);
  const scenarios = desk.file.scenarios.filter(({ redirect }) => redirect === undefined).map(({ id, title }) => ({ id, title }));
  const environments = (project ? desk.productionOf(project) : []).map(({ id, name, url }) => ({ id, name, url }));
  const withOwn = <Thing extends { readonly id: string }>(things: readonly Thing[], own: Thing): readonly Thing[] =>
    things.some(({ id }) => id === own.id) ? things : [own, ...things];
  return { scenarios: withOwn(scenarios, report.scenario), environments: withOwn(environments, report.environment) };
}

export function reopenForm(view: DeskFormView): Card {
  const { reason, example, ...form } = view.words.engineer.reopen;
  return draw(view, { ...form, verb: 'outage-reopen', fields: [{ id: 'reason', label: reason, example }] });
}

/** Told to the reporter of a request; more than once if there is more to say. */
export function answerForm(view: DeskFormView): Card {
  const { text, example, ...form } = view.words.request.answer;
  return draw(view, { ...form, verb: 'request-answer', fields: [{ id: 'text', label: text, example }] });
}
