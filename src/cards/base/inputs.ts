/**
 * The inputs of forms, as elements. Their texts are shown as they are: nothing in them is evaluated.
 *
 * A view gives a template either a flat list, which the template names as one item of its body (`"${inputs}"`), or a list
 * of fields, each drawn in a container of its own (`{ "$use": "fields" }`).
 */
import { examplePhone, type Typist } from '../../report/phones.ts';
import type { FieldError } from '../../report/step.ts';
import type { Words } from '../../words/words.ts';
import { asName, forInput } from '../text.ts';

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

const inputOf = (type: string, { report }: Words, input: object): Element => ({
  type: `Input.${type}`,
  errorMessage: report.clientError,
  ...input,
});

export const textInput = (words: Words, { value, limit, multiline, ...input }: TextInput): Element =>
  inputOf('Text', words, {
    ...input,
    value: forInput(value, limit),
    maxLength: limit,
    ...(multiline && { isMultiline: true }),
  });

/** Values that are none of the choices are not shown. */
export function choiceInput(words: Words, { value, ...input }: ChoiceInput): Element {
  const values = input.isMultiSelect ? value.split(',') : [value];
  const shown = values.filter((one) => input.choices.some((choice) => choice.value === one));
  return inputOf('ChoiceSet', words, { ...input, value: shown.join(','), wrap: true });
}

/**
 * One person. With `search`, Teams looks for the typed name among the choices and the members of the conversation, and sends
 * an Entra id. Clients that cannot do that show the choices alone.
 */
export const personInput = (words: Words, { search, ...input }: Omit<ChoiceInput, 'style'> & { readonly search: boolean }): Element => ({
  ...choiceInput(words, { ...input, style: 'filtered' }),
  ...(search && { 'choices.data': { type: 'Data.Query', dataset: 'graph.microsoft.com/users?scope=currentContext' } }),
});

/** Choices by name; the value is the id, never the name. */
export const choicesOf = (things: readonly { readonly id: string; readonly name: string }[]): readonly Choice[] =>
  things.map(({ id, name }) => ({ title: asName(name), value: id }));

/** `title`: the text beside the box. The value is "true" or "false". */
export const toggleInput = (words: Words, input: Input & { readonly title: string }): Element =>
  inputOf('Toggle', words, { ...input, valueOn: 'true', valueOff: 'false', wrap: true });

/** An empty value is left out: the input of a number does not take it. */
export const numberInput = (words: Words, { value, ...input }: Input): Element =>
  inputOf('Number', words, /^-?\d+(\.\d+)?$/.test(value) ? { ...input, value: Number(value) } : input);

/** Takes YYYY-MM-DD; any other value is not shown. */
export const dateInput = (words: Words, input: Input): Element => inputOf('Date', words, onlyAs(/^\d{4}-\d\d-\d\d$/, input));

/** Takes HH:MM; any other value is not shown. */
export const timeInput = (words: Words, input: Input): Element => inputOf('Time', words, onlyAs(/^\d\d:\d\d$/, input));

const onlyAs = (form: RegExp, input: Input): Input => ({ ...input, value: form.test(input.value) ? input.value : '' });

/** `error`: what is wrong with the input; empty or left out when nothing is. */
export const field = (inputs: Element | readonly Element[], error = ''): Field => [inputs, error === '' ? [] : errorLine(error)].flat();

/** What is wrong with what somebody typed; empty when nothing is. */
export function errorText(error: FieldError | undefined, { report }: Words, typist: Typist): string {
  if (error === 'not-a-phone') return report.errors[error](examplePhone(typist));
  return error ? report.errors[error] : '';
}

const errorLine = (text: string): Element => ({
  type: 'TextBlock',
  text: `⚠ ${text}`,
  wrap: true,
  weight: 'Bolder',
  spacing: 'None',
  size: 'Small',
});
