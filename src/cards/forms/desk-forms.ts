/**
 * The forms behind More. Each is a list of fields for one template; drawn for the one who pressed, again with all that
 * was entered when something cannot be taken.
 */
import type { Desk } from '../../desk/desk.ts';
import { outageName } from '../../outage/types/numbers.ts';
import type { Outage } from '../../outage/types/outage.ts';
import type { Person } from '../../outage/types/person.ts';
import { type Card, template } from '../base/card.ts';
import { button, type Verb } from '../base/verbs.ts';
import { readersClock } from '../text/clock.ts';
import { shorten } from '../text/fit.ts';
import { asName, forInput, quoted } from '../text/safe.ts';
import formTemplate from './desk-form.json' with { type: 'json' };
import { type FormField, type FormView, headingOf } from './form-view.ts';

const expand = template(formTemplate);

export const MAX_TEXT_LENGTH = 4000;
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

function draw(view: FormView, form: Form): Card {
  const { target, words, filled, errors, hint } = view;
  const heading = headingOf(view, form);
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
    actions: [button(form.send, form.verb, target, 'positive'), button(words.report.back, 'outage-show', target)],
  });
}

/** Found by typing: a desk may have many engineers. The value is the id, never the name. */
const personField = (label: string, people: readonly Person[]): Field => ({
  ...{ id: 'person', label, style: 'filtered' },
  choices: people.map(({ id, name }) => ({ title: asName(name), value: id })),
});

/** Those of the desk who do not have it and, for help, do not help yet. */
export function others({ outage, desk }: { outage: Outage | null; desk: Desk }, purpose: 'hand-over' | 'assist'): readonly Person[] {
  if (outage?.state !== 'acknowledged') return desk.engineers;
  const busy = purpose === 'assist' ? [outage.owner, ...outage.helpers] : [outage.owner];
  return desk.engineers.filter(({ id }) => busy.every((one) => one.id !== id));
}

export function handOverForm(view: FormView): Card {
  const { person, ...form } = view.words.engineer.handOver;
  return draw(view, { ...form, verb: 'outage-hand-over', fields: [personField(person, others(view, 'hand-over'))] });
}

export function assistForm(view: FormView): Card {
  const { person, ...form } = view.words.engineer.assist;
  return draw(view, { ...form, verb: 'outage-assist', fields: [personField(person, others(view, 'assist'))] });
}

export function releaseForm(view: FormView): Card {
  const { reason, example, ...form } = view.words.engineer.release;
  return draw(view, { ...form, verb: 'outage-release', fields: [{ id: 'reason', label: reason, example }] });
}

/** Both promises stand on it, so that nobody transfers without knowing what the reporter will read. */
export function transferForm(view: FormView): Card {
  const { outage, desk, words, now } = view;
  const { team, reason, example, promise, promised, ...form } = words.engineer.transfer;
  const plan = outage && desk.planOf(outage.report.project.id);
  const { duration } = words.formats;
  return draw(view, {
    ...form,
    verb: 'outage-transfer',
    lines: [
      ...(outage ? [promised(duration(outage.ladder.acknowledgeWithinMs), readersClock(outage.acknowledgeBy, now))] : []),
      ...(plan ? [promise(asName(plan.name), duration(plan.replyWithinMs))] : []),
    ],
    fields: [
      { id: 'team', label: team, style: 'compact', choices: desk.teams.map(({ id, name }) => ({ title: asName(name), value: id })) },
      { id: 'reason', label: reason, example },
    ],
  });
}

/** What a choice shows is read as Markdown by some clients, so the titles stand above it. */
export function mergeForm(view: FormView): Card {
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

export function noteForm(view: FormView): Card {
  const { text, example, ...form } = view.words.engineer.note;
  return draw(view, { ...form, verb: 'outage-note', fields: [{ id: 'text', label: text, example }] });
}

/** What was reported stands in it, also when the desk file has lost it since. */
export function reclassifyForm(view: FormView): Card {
  const { outage, words, filled } = view;
  const { scenario, environment, ...form } = words.engineer.reclassify;
  const { scenarios, environments } = classesFor(view);
  const reported = outage ? { scenario: outage.report.scenario.id, environment: outage.report.environment.id } : {};
  return draw(
    { ...view, filled: { ...reported, ...filled } },
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

/**
 * What an outage can be said to be: the scenarios of the desk file that are outages, and the production environments of
 * its project; of all projects when the outage could not be read.
 */
export function classesFor({ outage, desk }: Pick<FormView, 'outage' | 'desk'>) {
  const projects = desk.file.projects.filter(({ id }) => outage === null || id === outage.report.project.id);
  const scenarios = desk.file.scenarios.filter(({ redirect }) => redirect === undefined).map(({ id, title }) => ({ id, title }));
  const environments = projects.flatMap((project) => desk.productionOf(project)).map(({ id, name, url }) => ({ id, name, url }));
  return { scenarios: withOwn(scenarios, outage?.report.scenario), environments: withOwn(environments, outage?.report.environment) };
}

const withOwn = <Thing extends { readonly id: string }>(things: readonly Thing[], own: Thing | undefined): readonly Thing[] =>
  own === undefined || things.some(({ id }) => id === own.id) ? things : [own, ...things];

export function reopenForm(view: FormView): Card {
  const { reason, example, ...form } = view.words.engineer.reopen;
  return draw(view, { ...form, verb: 'outage-reopen', fields: [{ id: 'reason', label: reason, example }] });
}

/** Told to the reporter of a request; more than once if there is more to say. */
export function answerForm(view: FormView): Card {
  const { text, example, ...form } = view.words.request.answer;
  return draw(view, { ...form, verb: 'request-answer', fields: [{ id: 'text', label: text, example }] });
}
