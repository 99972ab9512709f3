/**
 * The part of the Adaptive Cards schema that our cards may use: what Teams draws on every surface. Types and properties
 * after https://adaptivecards.io/explorer, versions 1.0 to 1.5, and the people picker of Teams, which clients that do not
 * know it ignore. Anything else is a finding.
 */
import { isNode, type Node } from './walk.ts';

const BLOCK = ['spacing', 'separator', 'isVisible', 'id'];
const INPUT = [...BLOCK, 'id', 'label', 'errorMessage', 'value', 'isRequired'];
/** Each type with its properties. Those with a `!` are required. */
const TYPES: { readonly [type: string]: readonly string[] } = {
  AdaptiveCard: ['version!', 'body!', 'fallbackText!', '$schema', 'actions', 'msteams'],
  TextBlock: ['text!', 'wrap', 'style', 'weight', 'size', 'isSubtle', 'color', 'horizontalAlignment', ...BLOCK],
  RichTextBlock: ['inlines!', ...BLOCK],
  TextRun: ['text!', 'weight', 'size', 'isSubtle', 'color', 'highlight', 'selectAction'],
  Image: ['url!', 'altText!', 'size', 'selectAction', ...BLOCK],
  Container: ['items!', 'style', 'bleed', 'selectAction', ...BLOCK],
  ColumnSet: ['columns!', ...BLOCK],
  Column: ['items!', 'width', 'style', ...BLOCK],
  ActionSet: ['actions!', ...BLOCK],
  'Input.Text': [...INPUT, 'id!', 'maxLength', 'isMultiline', 'placeholder', 'style'],
  'Input.ChoiceSet': [...INPUT, 'id!', 'choices!', 'style', 'wrap', 'placeholder', 'isMultiSelect', 'choices.data'],
  'Data.Query': ['dataset!'],
  'Input.Toggle': [...INPUT, 'id!', 'title!', 'valueOn', 'valueOff', 'wrap'],
  'Input.Number': [...INPUT, 'id!', 'placeholder'],
  'Input.Date': [...INPUT, 'id!'],
  'Input.Time': [...INPUT, 'id!'],
  // Of Teams, not of the schema (npm @microsoft/teams.cards 2.1.0): a client that does not know them needs their fallback.
  'Chart.Donut': ['title!', 'showTitle', 'data!', 'fallback!'],
  'Chart.HorizontalBar': ['title!', 'showTitle', 'data!', 'color', 'fallback!'],
  'Chart.VerticalBar': ['title!', 'showTitle', 'data!', 'color', 'fallback!'],
  'Action.Execute': ['title!', 'verb!', 'data', 'style', 'fallback'],
  'Action.Submit': ['title!', 'data'],
  'Action.OpenUrl': ['url!', 'title'],
  'Action.ToggleVisibility': ['title!', 'targetElements!'],
};
/** Lists of things without a type of their own, and free-form data. */
const UNTYPED = ['choices', 'data', 'msteams', 'targetElements'];
const ENUMS: { readonly [property: string]: readonly string[] } = {
  weight: ['Lighter', 'Default', 'Bolder'],
  size: ['Small', 'Default', 'Medium', 'Large', 'ExtraLarge', 'Stretch'],
  color: ['Default', 'Dark', 'Light', 'Accent', 'Good', 'Warning', 'Attention'],
  dataset: ['graph.microsoft.com/users?scope=currentContext'],
  spacing: ['None', 'Small', 'Default', 'Medium', 'Large', 'ExtraLarge', 'Padding'],
};
const STYLES: { readonly [type: string]: readonly string[] } = {
  TextBlock: ['heading', 'default'],
  Container: ['default', 'emphasis', 'good', 'attention', 'warning', 'accent'],
  Column: ['default', 'emphasis', 'good', 'attention', 'warning', 'accent'],
  'Input.Text': ['Text', 'Tel', 'Url', 'Email'],
  'Input.ChoiceSet': ['compact', 'expanded', 'filtered'],
  'Action.Execute': ['default', 'positive', 'destructive'],
};

/** What this element, or one inside it, has that the schema does not know. */
export function problemsOf(element: Node, where = 'card'): string[] {
  const type = String(element.type);
  const known = TYPES[type];
  if (!known) return [`${where}: '${type}' is no type that we use`];
  const names = known.map((name) => name.replace('!', ''));
  const missing = known
    .filter((name) => name.endsWith('!') && element[name.slice(0, -1)] === undefined)
    .map((name) => `${where}: ${type} lacks ${name.slice(0, -1)}`);
  const found = Object.entries(element).flatMap(([key, value]) => {
    if (key === 'type') return [];
    const here = `${where}.${key}`;
    if (!names.includes(key)) return [`${here}: ${type} has no such property`];
    // The colours of charts have names of their own.
    const values = key === 'style' ? STYLES[type] : type.startsWith('Chart.') ? undefined : ENUMS[key];
    if (values && !values.includes(String(value))) return [`${here}: '${value}' is none of ${values.join(', ')}`];
    return UNTYPED.includes(key) ? [] : inside(value, here);
  });
  return [...missing, ...found];
}

function inside(value: unknown, where: string): string[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => inside(item, `${where}[${index}]`));
  return isNode(value) ? problemsOf(value, where) : [];
}
