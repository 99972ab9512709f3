/** The inputs of the fields that a step asks for, drawn by their records in report/fields.ts. */
import { FIELDS, type FieldId, type Input, STEP_FIELDS } from '../../../report/fields.ts';
import type { OfferedPlace } from '../../../report/steps/confirmation.ts';
import { zoneOf } from '../../../report/steps/details.ts';
import { fieldWords } from '../../base/field-words.ts';
import { type Choice, choiceInput, dateInput, type Element, field, textInput, timeInput, toggleInput } from '../../base/inputs.ts';
import { asName, forInput } from '../../text/safe.ts';
import { choiceStyle, errorText, type StepView } from './step-frame.ts';

type Choices = { readonly [field in FieldId]?: readonly Choice[] };

/** All inputs of a step: those `within` the part of the card that is hidden at first, and those `before` and `after` it. */
export function fieldInputs(view: StepView, step: 'details' | 'contact', choices: Choices) {
  const ids: readonly FieldId[] = STEP_FIELDS[step];
  const hidden = ids.map((id) => 'within' in (FIELDS[id].input ?? {}));
  const draw = (some: readonly FieldId[]) => some.flatMap((id) => inputOf(id, view, choices[id] ?? []));
  const [first, last] = hidden.includes(true) ? [hidden.indexOf(true), hidden.lastIndexOf(true) + 1] : [ids.length, ids.length];
  return { before: draw(ids.slice(0, first)), within: draw(ids.slice(first, last)), after: draw(ids.slice(last)) };
}

type Texts = {
  readonly [field in FieldId]?: {
    readonly label?: string | ((zone: string) => string);
    readonly title?: string;
    readonly example?: string;
  };
};

function inputOf(id: FieldId, { draft, errors, words }: StepView, choices: readonly Choice[]): readonly Element[] {
  const { input, limit }: { input: Input | null; limit: number } = FIELDS[id];
  const { label = '', title = '', example } = (fieldWords(words) as Texts)[id] ?? {};
  const entered = {
    id,
    label: typeof label === 'string' ? label : label(words.formats.zone(zoneOf(draft.entered))),
    // The input shows no more than its limit; the draft keeps the rest until the card is sent again.
    value: forInput(draft.entered[id] ?? '', limit),
  };
  const draw = (): Element | null => {
    switch (input?.kind) {
      case 'text':
        return textInput(words, {
          ...entered,
          limit,
          ...(input.lines === 'many' ? { multiline: true } : {}),
          ...(input.format ? { style: KEYBOARDS[input.format] } : {}),
          ...(example === undefined ? {} : { placeholder: example }),
        });
      case 'choice':
        return choiceInput(words, { ...entered, choices, style: choiceStyle(choices) });
      case 'toggle':
        return toggleInput(words, { ...entered, title });
      case 'date':
        return dateInput(words, entered);
      case 'time':
        return timeInput(words, entered);
      default:
        return null;
    }
  };
  const element = draw();
  return element ? field(element, input?.kind === 'toggle' ? '' : errorText(errors[id], words)) : [];
}

const KEYBOARDS = { email: 'Email', phone: 'Tel' } as const;

export function environmentInput(
  { draft, errors, words }: StepView,
  input: {
    readonly label: string;
    readonly offered: readonly OfferedPlace[];
    readonly style: 'compact' | 'expanded';
  },
): readonly Element[] {
  const { label, offered, style } = input;
  const choices = offered.map(({ key, project, environment }) => ({
    title: `${asName(project.name)}: ${asName(environment.name)}`,
    value: key,
  }));
  const value = draft.entered.environment ?? '';
  return field(
    choiceInput(words, { id: 'environment', label, value, choices, style, placeholder: words.report.confirmation.choose }),
    errorText(errors.environment, words),
  );
}
