/**
 * A card as a text that people can read and compare: what it says in the order of reading, with the fills behind it, what is
 * folded, its inputs and its buttons. Left out are spacing and sizes, which `npm run gallery` shows, and a line that says the same
 * as the one above it.
 */
import { actions, isNode, type Node } from './walk.ts';

export const outline = (card: { readonly [key: string]: unknown }): string =>
  [
    `version ${card.version}; without a card: ${card.fallbackText}`,
    '',
    ...of(card.body),
    ...(actions(card).length > 0 ? ['', ...actions(card).map((action) => buttonOf(action))] : []),
    '',
  ]
    .flatMap((line, index, all) => (line !== '' && line === all[index - 1] ? [] : [line]))
    .map(moments)
    .join('\n');

/** A client shows these in the zone of its reader. */
const moments = (line: string): string =>
  line.replace(/\{\{TIME\([\d-]+T([\d:]+):\d\dZ\)\}\}/g, '{$1}').replace(/\{\{DATE\(([\d-]+)T[^)]*\)\}\}/g, '{$1}');

const of = (items: unknown): string[] => (Array.isArray(items) ? items : []).filter(isNode).flatMap(element);
const indented = (lines: readonly string[]): string[] => lines.map((line) => `  ${line}`);
const nodes = (value: unknown): readonly Node[] => (Array.isArray(value) ? value.filter(isNode) : []);

function element(node: Node): string[] {
  const lines = content(node);
  const tap = isNode(node.selectAction) ? [`tap: ${tapOf(node.selectAction)}`] : [];
  const all = [...tap, ...lines];
  if (node.isVisible === false) return [`folded, ${node.id}:`, ...indented(all)];
  return node.id !== undefined && !String(node.type).startsWith('Input.') ? [`shown, ${node.id}:`, ...indented(all)] : all;
}

function content(node: Node): string[] {
  const type = String(node.type);
  switch (type) {
    case 'TextBlock':
      return [`${node.style === 'heading' ? '# ' : ''}${node.color ? colored(node) : ''}${node.text}`];
    case 'RichTextBlock':
      return [nodes(node.inlines).map(run).join('')];
    case 'Image':
      return [`(picture: ${node.altText} <${node.url}>)`];
    case 'Container':
      return node.style ? [`[${node.style}]`, ...indented(of(node.items))] : of(node.items);
    case 'ColumnSet':
      return columns(nodes(node.columns));
    case 'ActionSet':
      return nodes(node.actions).map(buttonOf);
    case 'Chart.Donut':
    case 'Chart.HorizontalBar':
    case 'Chart.VerticalBar':
      return [
        `(${type}, ${node.title}: ${nodes(node.data)
          .map(({ legend, x, value, y }) => `${legend ?? x} ${value ?? y}`)
          .join(', ')})`,
      ];
    default:
      if (type.startsWith('Input.')) return [input(node)];
      throw new Error(`an outline has no words for ${type}: see test/support/cards/outline.ts`);
  }
}

const colored = ({ color }: Node): string => (color === 'Default' ? '' : `(${String(color).toLowerCase()}) `);
const run = (node: Node): string => {
  const action = isNode(node.selectAction) ? ` <${node.selectAction.url}>` : '';
  return `${node.text}${action}`;
};

/** Side by side in one line, as a row of a table; what is longer goes on below it. */
function columns(all: readonly Node[]): string[] {
  const cells = all.map((column) => ({
    style: column.style ? `[${column.style}] ` : '',
    lines: element({ ...column, type: 'Container', style: undefined }),
  }));
  const rows = Math.max(...cells.map(({ lines }) => lines.length), 0);
  return Array.from({ length: rows }, (_, row) =>
    cells
      .map(({ style, lines }) => `${row === 0 ? style : ''}${lines[row] ?? ''}`)
      .join(' | ')
      .trimEnd(),
  );
}

function buttonOf(action: Node): string {
  const style = action.style && action.style !== 'default' ? `, ${action.style}` : '';
  return `( ${action.title} ) ${tapOf(action)}${style}`;
}

function tapOf(action: Node): string {
  if (action.type === 'Action.OpenUrl') return String(action.url);
  if (action.type === 'Action.ToggleVisibility')
    return `shows or hides ${(action.targetElements as readonly unknown[]).map((one) => (isNode(one) ? one.elementId : one)).join(', ')}`;
  const { choice } = (action.data ?? {}) as { readonly choice?: unknown };
  return `${action.verb ?? 'submit'}${choice === undefined ? '' : ` ${choice}`}`;
}

const MOST_CHOICES = 6;

function input(node: Node): string {
  const kind = [String(node.type).slice('Input.'.length), node.isMultiline && 'multiline', node.isMultiSelect && 'multiple', node.style];
  const choices = nodes(node.choices).map(({ title }) => String(title));
  const listed = choices.length > MOST_CHOICES ? [...choices.slice(0, MOST_CHOICES), `and ${choices.length - MOST_CHOICES} more`] : choices;
  return [
    `input ${node.id} (${kind.filter(Boolean).join(', ')}): ${node.label}`,
    node.isRequired ? 'required' : '',
    node.title ? `box "${node.title}"` : '',
    listed.length > 0 ? `one of ${listed.map((title) => `"${title}"`).join(', ')}` : '',
    node['choices.data'] ? 'or somebody who is searched for' : '',
    node.value === undefined || node.value === '' ? '' : `holds "${node.value}"`,
    node.placeholder ? `hints "${node.placeholder}"` : '',
    `else "${node.errorMessage}"`,
  ]
    .filter(Boolean)
    .join('; ');
}
