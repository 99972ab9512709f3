/**
 * Composes the body of a card from named fragments (fragments.json), once, when the template is loaded.
 *
 * A template uses a fragment by its name and gives its parameters: `{ "$use": "lines", "of": "lead", "spacing": "None" }`.
 * A fragment declares its parameters with their defaults: "required" has none, and `null` leaves out what was not given.
 * It names one as `@{spacing}`: alone, that is the value itself; within a text, the value is written into the text.
 * What is written `${...}` belongs to the template engine, which fills it each time a card is drawn.
 *
 * Buttons and inputs are no fragments but typed functions (`button` in verbs.ts, `textInput` and others in inputs.ts). A
 * view gives a list of them, and the template names the list as one item: `"${inputs}"` puts all of them into the body.
 */
import library from './fragments.json' with { type: 'json' };

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
type Parameters = { readonly [name: string]: Json };
export type Fragments = { readonly [name: string]: { readonly parameters?: Parameters; readonly element: Json } };

/** The template with every use of a fragment replaced by its elements. Throws for an unknown fragment or parameter. */
export function compose(template: Json, fragments: Fragments = library, given: Parameters = {}): Json {
  if (typeof template === 'string') return fill(template, given);
  if (template === null || typeof template !== 'object') return template;
  if (isList(template)) return template.map((item) => compose(item, fragments, given));
  const { $use, ...properties } = Object.fromEntries(
    Object.entries(template)
      .map(([key, value]) => [key, compose(value, fragments, given)] as const)
      .filter(([, value]) => value !== null),
  );
  return $use === undefined ? properties : use(String($use), properties, fragments);
}

function use(name: string, given: Parameters, fragments: Fragments): Json {
  const fragment = fragments[name];
  if (!fragment) throw new Error(`There is no card fragment "${name}". There are: ${Object.keys(fragments).join(', ')}.`);
  const { parameters: declared = {}, element } = fragment;
  const unknown = Object.keys(given).find((parameter) => !(parameter in declared));
  if (unknown) throw new Error(`The card fragment "${name}" has no parameter "${unknown}".`);
  const parameters = { ...declared, ...given };
  const missing = Object.keys(parameters).find((parameter) => parameters[parameter] === 'required');
  if (missing) throw new Error(`The card fragment "${name}" requires the parameter "${missing}".`);
  return compose(element, fragments, parameters);
}

const PARAMETER = /@\{(\w+)\}/g;

function fill(text: string, parameters: Parameters): Json {
  const parameter = (name: string): Json => {
    const value = parameters[name];
    if (value === undefined) throw new Error(`A card fragment names the parameter "${name}" but does not declare it.`);
    return value;
  };
  const alone = /^@\{(\w+)\}$/.exec(text)?.[1];
  return alone ? parameter(alone) : text.replace(PARAMETER, (_all, name: string) => String(parameter(name)));
}

const isList = (json: Json): json is readonly Json[] => Array.isArray(json);
