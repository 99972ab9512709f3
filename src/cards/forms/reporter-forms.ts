/** What the reporter can press after the report was sent, and the forms behind it; each is drawn for the reporter alone. */
import { outageName } from '../../outage/types/numbers.ts';
import { isOpen, type Outage, requestIn } from '../../outage/types/outage.ts';
import type { Instant } from '../../outage/types/person.ts';
import { CORRECTABLE, type CorrectableField } from '../../report/correction.ts';
import { FIELD_LIMITS } from '../../report/draft.ts';
import { AFFECTED } from '../../report/steps/details.ts';
import type { Words } from '../../words/words.ts';
import { type Card, template } from '../base/card.ts';
import { type Button, button, type Verb } from '../base/verbs.ts';
import { reopenUntil } from '../outage/next-lines.ts';
import { forInput } from '../text/safe.ts';
import formTemplate from './desk-form.json' with { type: 'json' };
import type { FormView } from './form-view.ts';

const expand = template(formTemplate);

/** The longest reason that a form takes. */
export const MAX_REASON_LENGTH = 1000;

export function reporterButtons(outage: Outage, { reporter: { buttons } }: Words, now: Instant): Button[] {
  const data = { outage: outage.id, version: outage.version };
  const correct = button(buttons.correct, 'reporter-correct-form', data);
  const stillDown = button(buttons.stillDown, 'reporter-still-down-form', data);
  switch (outage.state) {
    case 'reported':
    case 'acknowledged':
    case 'requested':
      return [correct, button(buttons.withdraw, 'reporter-withdraw-form', data)];
    case 'transferred':
      return [...(outage.objected ? [] : [button(buttons.object, 'reporter-object-form', data)]), correct];
    case 'resolved':
      return [button(buttons.works, 'reporter-works', data, 'positive'), ...(now <= reopenUntil(outage) ? [stillDown] : [])];
    case 'closed':
    case 'withdrawn':
      return now <= reopenUntil(outage) && !requestIn(outage) ? [stillDown] : [];
    case 'merged':
      return [];
  }
}

export type ReporterFormView = Omit<FormView, 'desk' | 'now' | 'open'>;

type Form = { readonly heading: (name: string) => string; readonly send: string; readonly audience: string };
type Field = { readonly id: string; readonly label: string; readonly value: string; readonly error: string; readonly limit: number };

function draw({ target, outage, words, hint }: ReporterFormView, form: Form, verb: Verb, fields: readonly object[]): Card {
  const heading = form.heading(outage ? outageName(outage) : '');
  return expand({
    heading,
    fallbackText: heading,
    fix: hint,
    lines: [],
    typed: [],
    fields,
    audience: form.audience,
    actions: [button(form.send, verb, target, 'positive'), button(words.report.back, 'reporter-show', target)],
  });
}

const textField = (field: Field, words: Words, { example = '', multiline }: { example?: string; multiline: boolean }) => ({
  ...field,
  value: forInput(field.value, field.limit),
  clientError: words.report.clientError,
  ...{ kind: 'text', choices: [], style: '', hint: example, multiline },
});

type ReasonForm = Form & { readonly reason: string; readonly example: string };
const reasonForm = (view: ReporterFormView, form: ReasonForm, verb: Verb): Card => {
  const field = { id: 'reason', label: form.reason, value: view.filled.reason ?? '', error: view.errors.reason ?? '' };
  return draw(view, form, verb, [
    textField({ ...field, limit: MAX_REASON_LENGTH }, view.words, { example: form.example, multiline: true }),
  ]);
};

export const withdrawForm = (view: ReporterFormView): Card => reasonForm(view, view.words.reporter.withdraw, 'reporter-withdraw');
export const objectForm = (view: ReporterFormView): Card => reasonForm(view, view.words.reporter.object, 'reporter-object');
export const stillDownForm = (view: ReporterFormView): Card => reasonForm(view, view.words.reporter.stillDown, 'reporter-still-down');

const LONG: readonly CorrectableField[] = ['description', 'impact', 'changes'];

/** Phone and e-mail stand in it, so it is never drawn for anybody else. */
export function correctForm(view: ReporterFormView): Card {
  const { words, filled, errors } = view;
  const { details, contact } = words.report;
  const labels: { readonly [field in CorrectableField]: string } = {
    ...{ title: details.titleLabel, description: details.description, affected: details.affected },
    ...{ impact: details.impact, changes: details.changes },
    ...{ name: contact.name, onBehalfOf: words.access.onBehalfOf.label, phone: contact.phone, email: contact.email },
  };
  const fields = CORRECTABLE.map((id) => {
    const field = { id, label: labels[id], value: filled[id] ?? '', error: errors[id] ?? '', limit: FIELD_LIMITS[id] };
    if (id !== 'affected') return textField(field, words, { multiline: LONG.includes(id) });
    const choices = AFFECTED.map((value) => ({ title: details.affectedChoices[value], value }));
    const known = choices.some(({ value }) => value === field.value) ? field.value : '';
    const { clientError, review } = { clientError: words.report.clientError, review: words.report.confirmation.choose };
    return { ...field, value: known, clientError, kind: 'choice', choices, style: 'expanded', hint: review, multiline: false };
  });
  return draw(view, words.reporter.correct, 'reporter-correct', fields);
}

/** Whether the reporter can still correct it. */
export const correctable = (outage: Outage): boolean => withdrawable(outage) || outage.state === 'transferred';
/** Whether the reporter can still take it back. */
export const withdrawable = (outage: Outage): boolean => isOpen(outage) || outage.state === 'requested';
