/**
 * The inputs of forms, as elements. Their texts are shown as they are: nothing in them is evaluated.
 *
 * A view gives a template either a flat list, which the template names as one item of its body (`"${inputs}"`), or a list
 * of fields, each drawn in a container of its own (`{ "$use": "fields" }`).
 */
import type { Words } from '../../words/words.ts';
import { forInput } from '../text/safe.ts';

export type Element = { readonly type: string; readonly [property: string]: unknown };
/** An input, or several that belong together, with an error below them when there is one. */
export type Field = readonly Element[];
export type Choice = { readonly title: string; readonly value: string };

type Input = {
  readonly id: string;
  readonly label: string;
  /** As it was entered. What an input cannot show is left out. */
  readonly value: string;
};
type TextInput = Input & {
  /** In characters. What is beyond it is not shown; the draft keeps it until it is sent anew. */
  readonly limit: number;
  readonly multiline?: boolean;
  readonly placeholder?: string;
  /** Chooses the keyboard that a phone shows. */
  readonly style?: 'Email' | 'Tel';
};
type ChoiceInput = Input & {
  readonly choices: readonly Choice[];
  readonly style: 'compact' | 'expanded' | 'filtered';
  readonly placeholder?: string;
  /** Several can be chosen; the value joins them by commas. */
  readonly isMultiSelect?: true;
};

export const textInput = ({ report }: Words, { value, limit, multiline, ...input }: TextInput): Element => ({
  type: 'Input.Text',
  ...input,
  value: forInput(value, limit),
  errorMessage: report.clientError,
  maxLength: limit,
  ...(multiline === undefined ? {} : { isMultiline: multiline }),
});

/** Values that are none of the choices are not shown. */
export function choiceInput({ report }: Words, { value, choices, isMultiSelect, ...input }: ChoiceInput): Element {
  const values = (isMultiSelect ? value.split(',') : [value]).filter((one) => choices.some((choice) => choice.value === one));
  return {
    type: 'Input.ChoiceSet',
    ...input,
    value: values.join(','),
    choices,
    errorMessage: report.clientError,
    wrap: true,
    ...(isMultiSelect ? { isMultiSelect } : {}),
  };
}

/** `title`: the text beside the box. The value is "true" or "false". */
export const toggleInput = ({ report }: Words, input: Input & { readonly title: string }): Element => ({
  type: 'Input.Toggle',
  ...input,
  valueOn: 'true',
  valueOff: 'false',
  errorMessage: report.clientError,
  wrap: true,
});

/** An empty value is left out: the input of a number does not take it. */
export const numberInput = ({ report }: Words, { id, label, value }: Input): Element => ({
  type: 'Input.Number',
  id,
  label,
  errorMessage: report.clientError,
  ...(/^-?\d+(\.\d+)?$/.test(value) ? { value: Number(value) } : {}),
});

/** Takes YYYY-MM-DD. */
export const dateInput = ({ report }: Words, input: Input): Element => ({
  type: 'Input.Date',
  ...input,
  errorMessage: report.clientError,
});

/** Takes HH:MM. */
export const timeInput = ({ report }: Words, input: Input): Element => ({
  type: 'Input.Time',
  ...input,
  errorMessage: report.clientError,
});

/** `error`: what is wrong with the input; empty or left out when nothing is. */
export const field = (inputs: Element | readonly Element[], error = ''): Field => [inputs, error === '' ? [] : errorLine(error)].flat();

const errorLine = (text: string): Element => ({
  type: 'TextBlock',
  text: `⚠ ${text}`,
  wrap: true,
  color: 'Attention',
  weight: 'Bolder',
  spacing: 'None',
  size: 'Small',
});
