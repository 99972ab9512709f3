/** Whether the text of a button fits on a phone: a button has one line, and a client cuts what does not fit. */

/** In thousandths of the font's size: Arial Bold, which is a little wider than the Segoe UI Semibold of Teams. */
const WIDTHS: readonly (readonly [string, number])[] = [
  ["'|", 238],
  [' ,./:;\\iIjl', 278],
  ['!()-[]ft\u2018\u2019', 333],
  ['*r{}', 389],
  ['"', 474],
  ['_$0123456789aceksvxyzJ', 556],
  ['+<=>~', 584],
  ['?bdghnopquFLTZ\u201C\u201D', 611],
  ['EPSVXY', 667],
  ['ABCDHKNRU&', 722],
  ['GOQw', 778],
  ['Mm', 889],
  ['%', 889],
  ['W', 944],
  ['@\u2026', 1000],
];
/** What is in no row counts as the widest letter. */
const widthOf = (letter: string) => WIDTHS.find(([letters]) => letters.includes(letter))?.[1] ?? 1000;
const FONT_SIZE = 14;
const pixels = (text: string) => [...text].reduce((sum, letter) => sum + (widthOf(letter) * FONT_SIZE) / 1000, 0);

/** A card on a phone, without its own margins and those of a button. */
const ROOM = 320 - 2 * 16 - 2 * 16;

export const cut = (title: string) => pixels(title) > ROOM;
