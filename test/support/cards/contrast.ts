/** How well a text can be read on what is behind it, in each theme of Teams (test/gallery/teams.ts). */
import { type Color, PALETTES, type Style, THEMES, type Theme } from '../../gallery/teams.ts';
import { isNode, type Node } from './walk.ts';

export type Written = { readonly text: string; readonly style: Style; readonly color: Color; readonly isSubtle: boolean };

/** Every text of a card, also the labels of inputs, with the fill that is behind it. Buttons are the client's own. */
export function written(value: unknown, style: Style = 'default'): Written[] {
  if (Array.isArray(value)) return value.flatMap((one) => written(one, style));
  if (!isNode(value)) return [];
  const behind = ['Container', 'Column', 'ColumnSet'].includes(String(value.type)) ? ((value.style as Style | undefined) ?? style) : style;
  return [...own(value, behind), ...Object.values(value).flatMap((one) => written(one, behind))];
}

function own(node: Node, style: Style): Written[] {
  const text = node.type === 'TextBlock' || node.type === 'TextRun' ? node.text : String(node.type).startsWith('Input.') ? node.label : '';
  if (!text) return [];
  return [{ text: String(text), style, color: String(node.color ?? 'default').toLowerCase() as Color, isSubtle: node.isSubtle === true }];
}

type Rgb = readonly [number, number, number];

/** #rrggbb, or #aarrggbb, which is mixed with what is behind it. */
function rgb(color: string, behind: Rgb = [255, 255, 255]): Rgb {
  const parts = (color.slice(1).match(/../g) ?? []).map((part) => Number.parseInt(part, 16));
  const [alpha = 255, ...rest] = parts.length === 4 ? parts : [255, ...parts];
  const mixed = (index: number) => ((rest[index] ?? 0) * alpha + (behind[index] ?? 0) * (255 - alpha)) / 255;
  return [mixed(0), mixed(1), mixed(2)];
}

/** WCAG 2.2, "relative luminance". */
function luminance(color: Rgb): number {
  const [red = 0, green = 0, blue = 0] = color.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

export function contrast(theme: Theme, { style, color, isSubtle }: Omit<Written, 'text'>): number {
  const { fills, inks } = PALETTES[theme];
  const behind = rgb(fills[style]);
  const ink = inks(style)[color];
  const [one, other] = [luminance(rgb(isSubtle ? ink.subtle : ink.default, behind)), luminance(behind)];
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

/** WCAG 2.2, AA, for text of any size. */
export const LEAST_CONTRAST = 4.5;

/** The themes in which it cannot be read well, with how well it can. */
export const tooFaint = (text: Omit<Written, 'text'>): string[] =>
  THEMES.flatMap((theme) => {
    const ratio = contrast(theme, text);
    return ratio < LEAST_CONTRAST ? [`${theme} ${ratio.toFixed(1)}`] : [];
  });
