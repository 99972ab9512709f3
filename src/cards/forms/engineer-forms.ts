/** The two forms of the engineer: an update, and the end of the outage. Drawn for the one who pressed, for nobody else. */
import { PHASES } from '../../outage/types/outage.ts';
import type { Words } from '../../words/words.ts';
import { type Card, template } from '../base/card.ts';
import { button } from '../base/verbs.ts';
import { forInput } from '../text/safe.ts';
import { type FormView, headingOf } from './form-view.ts';
import resolveTemplate from './resolve-form.json' with { type: 'json' };
import updateTemplate from './update-form.json' with { type: 'json' };

const expand = { update: template(updateTemplate), resolve: template(resolveTemplate) };

export const MAX_UPDATE_LENGTH = 4000;
/** What is offered for the next update, in minutes. */
const NEXT_UPDATE_MINUTES = [15, 30, 60, 120] as const;

export type EngineerFormView = Omit<FormView, 'desk' | 'now' | 'open'>;

function frame(view: EngineerFormView, form: Words['updateForm'] | Words['resolveForm']) {
  const { words, errors, hint } = view;
  const heading = headingOf(view, form);
  return {
    heading,
    fallbackText: heading,
    fix: hint,
    errors: { text: errors.text ?? '' },
    clientError: words.report.clientError,
    example: form.example,
    audience: form.audience,
  };
}

export function updateForm(view: EngineerFormView): Card {
  const { target, outage, words, filled } = view;
  const cadence = outage ? Math.max(1, Math.round(outage.policy.updateEveryMs / 60_000)) : NEXT_UPDATE_MINUTES[0];
  const chosen = outage ? cadence : Number(filled.next ?? cadence);
  const minutes = [...new Set([...NEXT_UPDATE_MINUTES, cadence, chosen])].sort((a, b) => a - b);
  return expand.update({
    ...frame(view, words.updateForm),
    labels: { text: words.updateForm.text, phase: words.updateForm.phase, next: words.updateForm.next },
    values: {
      text: forInput(filled.text ?? '', MAX_UPDATE_LENGTH),
      phase: filled.phase ?? (outage && 'phase' in outage ? outage.phase : 'investigating'),
      next: filled.next ?? String(cadence),
    },
    choices: {
      phase: PHASES.map((value) => ({ title: words.phase[value], value })),
      next: minutes.map((n) => ({ title: words.updateForm.minutes(n), value: String(n) })),
    },
    actions: [button(words.updateForm.send, 'outage-update', target, 'positive'), button(words.report.back, 'outage-show', target)],
  });
}

export function resolveForm(view: EngineerFormView): Card {
  const { target, words, filled } = view;
  return expand.resolve({
    ...frame(view, words.resolveForm),
    labels: { text: words.resolveForm.text },
    values: { text: forInput(filled.text ?? '', MAX_UPDATE_LENGTH) },
    actions: [button(words.resolveForm.send, 'outage-resolve', target, 'positive'), button(words.report.back, 'outage-show', target)],
  });
}
