/** The two forms of the engineer: an update, and the end of the outage. Drawn for the one who pressed, for nobody else. */
import { outageName } from '../../outage/types/numbers.ts';
import { type Outage, PHASES, type Phase } from '../../outage/types/outage.ts';
import type { Words } from '../../words/words.ts';
import { type Card, template } from '../base/card.ts';
import { button } from '../base/verbs.ts';
import { forInput } from '../text/safe.ts';
import resolveTemplate from './resolve-form.json' with { type: 'json' };
import updateTemplate from './update-form.json' with { type: 'json' };

const expand = { update: template(updateTemplate), resolve: template(resolveTemplate) };

export const MAX_UPDATE_LENGTH = 4000;
/** What is offered for the next update, in minutes. */
const NEXT_UPDATE_MINUTES = [15, 30, 60, 120] as const;

export type FormView = {
  readonly outage: Outage;
  readonly words: Words;
  /** What was typed before it had to be asked again. */
  readonly text: string;
  readonly phase?: Phase | undefined;
  readonly nextMinutes?: number | undefined;
  /** What is wrong with the text; empty when nothing is. */
  readonly error: string;
  /** What the person has to know first; empty when nothing. */
  readonly hint: string;
};

function frame({ outage, words, error, hint }: FormView, form: Words['updateForm'] | Words['resolveForm']) {
  const heading = form.heading(outageName(outage));
  return {
    heading,
    fallbackText: heading,
    fix: hint,
    errors: { text: error },
    clientError: words.report.clientError,
    example: form.example,
    audience: form.audience,
  };
}

const dataOf = (outage: Outage) => ({ outage: outage.id, version: outage.version });

export function updateForm(view: FormView): Card {
  const { outage, words } = view;
  const cadence = Math.round(outage.policy.updateEveryMs / 60_000);
  const minutes = [...new Set([...NEXT_UPDATE_MINUTES, cadence])].filter((n) => n >= 1).sort((a, b) => a - b);
  return expand.update({
    ...frame(view, words.updateForm),
    labels: { text: words.updateForm.text, phase: words.updateForm.phase, next: words.updateForm.next },
    values: {
      text: forInput(view.text, MAX_UPDATE_LENGTH),
      phase: view.phase ?? ('phase' in outage ? outage.phase : 'investigating'),
      next: String(view.nextMinutes ?? Math.max(1, cadence)),
    },
    choices: {
      phase: PHASES.map((value) => ({ title: words.phase[value], value })),
      next: minutes.map((n) => ({ title: words.updateForm.minutes(n), value: String(n) })),
    },
    actions: [
      button(words.updateForm.send, 'outage-update', dataOf(outage), 'positive'),
      button(words.report.back, 'outage-show', dataOf(outage)),
    ],
  });
}

export function resolveForm(view: FormView): Card {
  const { outage, words } = view;
  return expand.resolve({
    ...frame(view, words.resolveForm),
    labels: { text: words.resolveForm.text },
    values: { text: forInput(view.text, MAX_UPDATE_LENGTH) },
    actions: [
      button(words.resolveForm.send, 'outage-resolve', dataOf(outage), 'positive'),
      button(words.report.back, 'outage-show', dataOf(outage)),
    ],
  });
}
