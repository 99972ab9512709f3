/**
 * The lowest version of Adaptive Cards that has all elements and properties of a card, after the schema at
 * https://adaptivecards.io/explorer. What a client ignores without harm when it does not know it is a hint and does not count:
 * `style: heading` (1.5), the `filtered` style of a choice (1.5; a drop-down list instead), and the search for people
 * (`choices.data`, 1.6), which Microsoft's own sample for Teams declares as 1.2.
 */
import { elements, type Node } from './walk.ts';

/** Ours know at least this much: the floor, so that a card of one sentence has no version of its own. */
const LEAST = 1.2;
const TYPES: { readonly [type: string]: number } = {
  RichTextBlock: 1.2,
  TextRun: 1.2,
  ActionSet: 1.2,
  'Action.ToggleVisibility': 1.2,
  'Action.Execute': 1.4,
  Table: 1.5,
};
const PROPERTIES: { readonly [property: string]: number } = {
  selectAction: 1.1,
  iconUrl: 1.1,
  height: 1.1,
  verticalContentAlignment: 1.1,
  bleed: 1.2,
  isVisible: 1.2,
  minHeight: 1.2,
  fallback: 1.2,
  fontType: 1.2,
  requires: 1.2,
  underline: 1.3,
  refresh: 1.4,
  tooltip: 1.5,
  isEnabled: 1.5,
  mode: 1.5,
  rtl: 1.5,
};
const OF_INPUTS: { readonly [property: string]: number } = { label: 1.3, isRequired: 1.3, errorMessage: 1.3, regex: 1.3 };

const lowest = (element: Node): number => {
  const type = String(element.type);
  const table = type.startsWith('Input.') ? { ...PROPERTIES, ...OF_INPUTS } : PROPERTIES;
  return Math.max(TYPES[type] ?? 1, ...Object.keys(element).map((key) => table[key] ?? 1));
};

export const versionOf = (card: unknown): string => Math.max(LEAST, ...elements(card).map(lowest)).toFixed(1);
