/** What engineers are asked during the work: for an update, for a note, and whether they acknowledge it. */

import { type Outage, outageName, PHASES } from '../../outage/types/outage.ts';
import type { Card } from '../base/card.ts';
import { choiceInput, field } from '../base/inputs.ts';
import { button, dataOf } from '../base/verbs.ts';
import { type AnswerView, answer } from '../layouts/answer.ts';
import { type FilledForm, formAboutOutage, formWithText, textField } from '../outage/form.ts';

const NEXT_UPDATE_MINUTES = [15, 30, 60, 120] as const;

export function updateForm(view: FilledForm): Card {
  const { outage, words, filled } = view;
  const { text, example, phase, next, minutes, ...form } = words.progress.updateForm;
  const cadence = outage ? Math.max(1, Math.round(outage.policy.updateEveryMs / 60_000)) : NEXT_UPDATE_MINUTES[0];
  const chosen = outage ? cadence : Number(filled.next ?? cadence);
  const offered = [...new Set([...NEXT_UPDATE_MINUTES, cadence, chosen])].sort((a, b) => a - b);
  return formAboutOutage(view, form, {
    send: 'outage-update',
    back: 'outage-show',
    fields: [
      textField(view, 'text', text, { placeholder: example }),
      field(
        choiceInput(words, {
          id: 'phase',
          label: phase,
          value: filled.phase ?? (outage && 'phase' in outage ? outage.phase : 'investigating'),
          choices: PHASES.map((value) => ({ title: words.names.phase[value], value })),
          style: 'expanded',
        }),
      ),
      field(
        choiceInput(words, {
          id: 'next',
          label: next,
          value: filled.next ?? String(cadence),
          choices: offered.map((n) => ({ title: minutes(n), value: String(n) })),
          style: 'compact',
        }),
      ),
    ],
  });
}

export const noteForm = (view: FilledForm): Card => formWithText(view, 'text', view.words.progress.note, 'outage-note');

/** Asks an engineer whose words may or may not have been an acknowledgement. */
export function questionCard(view: AnswerView, outage: Outage): Card {
  const { words } = view;
  const { doYouTake, doYouTakeText } = words.ownership.say;
  return answer(view, {
    heading: doYouTake(outageName(outage)),
    lines: [doYouTakeText],
    actions: [button(words.desk.acknowledge, 'outage-acknowledge', dataOf(outage), 'positive')],
    phones: false,
  });
}
