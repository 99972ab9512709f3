/** Whether a text fits on a phone: a button has one line, and a client cuts what does not fit; a label wraps, but no word of it does. */

/** In thousandths of the font's size: Arial Bold, which is a little wider than the Segoe UI Semibold of Teams. */
const WIDTHS: readonly (readonly [string, number])[] = [
  ["'|", 238],
  [' ,./:;\\iIjl\u00A0\u00B7\u202F', 278],
  ['!()-[]ft\u2018\u2019', 333],
  ['*r{}', 389],
  ['"', 474],
  ['\u201E', 500],
  ['_$0123456789aceksvxyzJ\u00AB\u00BB\u2013', 556],
  ['+<=>~', 584],
  ['?bdghnopquFLTZ\u00DF\u00F8\u00BF\u201C\u201D', 611],
  ['EPSVXY', 667],
  ['ABCDHKNRU&', 722],
  ['GOQw\u00D8', 778],
  ['Mm%\u00E6', 889],
  ['W\u0153', 944],
  ['@\u2026\u00C6\u0152', 1000],
];
/** A letter is as wide without its accent. Letters of full width, and what is in no row, count as the widest one. */
const widthOf = (letter: string) => {
  const [base = letter] = letter.normalize('NFD');
  return WIDTHS.find(([letters]) => letters.includes(base))?.[1] ?? 1000;
};
const FONT_SIZE = 14;
const pixels = (text: string) => [...text].reduce((sum, letter) => sum + (widthOf(letter) * FONT_SIZE) / 1000, 0);

/** A card on a phone, without its own margins and those of a button. */
const ROOM = 320 - 2 * 16 - 2 * 16;

export const cut = (title: string) => pixels(title) > ROOM;

/** The column of a fact's label, of which a client parts a word that is too long anywhere but at a hyphen. */
const LABEL = 94;
/** It is not bold. */
const REGULAR = 0.92;
/** A soft hyphen is seen where a word wraps; Japanese wraps anywhere. */
export const parted = (label: string): readonly string[] =>
  label.split(/[\s-]+|(?<=[\u00AD\u3000-\u9FFF])/).filter((word) => REGULAR * pixels(word.replace('\u00AD', '-')) > LABEL);
