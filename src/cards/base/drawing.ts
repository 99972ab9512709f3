/** What is drawn with coloured cells, as elements: a template would take several times as long for as many cells. */
import type { Element } from './inputs.ts';

export type Style = 'attention' | 'warning' | 'accent' | 'good' | 'emphasis' | 'default';
/** A row of coloured cells, if there are any, and below it what it says in words. Without words nothing is drawn. */
export type Drawing = { readonly cells: readonly Cell[]; readonly text: string };
type Cell = { readonly style: Style; readonly sign: string; readonly width: number };
export const NOT_DRAWN: Drawing = { cells: [], text: '' };

export const drawn = ({ cells, text }: Drawing): readonly Element[] =>
  text === ''
    ? []
    : [
        {
          type: 'Container',
          spacing: 'Small',
          items: [...(cells.length > 0 ? [{ type: 'ColumnSet', columns: cells.map(column) }] : []), small(text, { spacing: 'Small' })],
        },
      ];

const column = ({ style, sign, width }: Cell): Element => ({
  type: 'Column',
  width,
  style,
  spacing: 'None',
  items: [small(sign, { horizontalAlignment: 'Center' })],
});
const small = (text: string, more: object): Element => ({ type: 'TextBlock', text, wrap: true, size: 'Small', ...more });
