/**
 * In which font a text of a PDF is drawn. What each reader of PDF has writes Western European letters; all else needs a font in the file,
 * which pdfkit cuts down to the letters that are drawn.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export type Weight = 'plain' | 'bold';
/** `isWhole`: false where a letter cannot be drawn, and a question mark stands for it. */
export type Drawable = { readonly font: string; readonly text: string; readonly isWhole: boolean; readonly isEmbedded: boolean };

const STANDARD = { plain: 'Helvetica', bold: 'Helvetica-Bold' } as const;
/** All of JIS X 0208, with the Latin, Greek and Cyrillic letters of European languages. */
const EMBEDDED = { plain: '400Regular/BIZUDPGothic_400Regular.ttf', bold: '700Bold/BIZUDPGothic_700Bold.ttf' } as const;

/** What the standard fonts cannot write: they have Windows-1252. */
const UNKNOWN = /[^\x20-\x7E\xA0-\xAC\xAE-\xFF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/gu;
/** A line ends where the caller says so, and not in a name. */
const INVISIBLE = /[\p{Cc}\p{Cf}]/gu;

/** A document of pdfkit, whose font says which letters it has. */
type Page = {
  registerFont(name: string, font: Buffer): unknown;
  font(name: string): unknown;
};
type Opened = { readonly _font: { readonly font: { hasGlyphForCodePoint(codePoint: number): boolean } } };

/** An embedded font is read when the first text needs it, and once for each document. */
export function createFonts(doc: Page): (text: string, weight?: Weight) => Drawable {
  const opened = new Map<Weight, Opened['_font']['font']>();

  function embedded(weight: Weight): Opened['_font']['font'] {
    const known = opened.get(weight);
    if (known) return known;
    const file = import.meta.resolve(`@expo-google-fonts/biz-udpgothic/${EMBEDDED[weight]}`);
    doc.registerFont(EMBEDDED[weight], readFileSync(fileURLToPath(file)));
    doc.font(EMBEDDED[weight]);
    const { font } = (doc as unknown as Opened)._font;
    opened.set(weight, font);
    return font;
  }

  return (given, weight = 'plain') => {
    const text = given.normalize('NFC');
    const standard = text.replace(UNKNOWN, '?');
    if (standard === text) return { font: STANDARD[weight], text, isWhole: true, isEmbedded: false };
    const font = embedded(weight);
    const drawn = Array.from(text.replace(INVISIBLE, '?'), (letter) =>
      font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0) ? letter : '?',
    ).join('');
    // Where the other font helps nothing, the text looks like those beside it.
    const helps = drawn.replace(UNKNOWN, '?') !== drawn;
    return {
      font: helps ? EMBEDDED[weight] : STANDARD[weight],
      text: helps ? drawn : standard,
      isWhole: drawn === text,
      isEmbedded: helps,
    };
  };
}
