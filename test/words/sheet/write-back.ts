/** Writes other texts into a file of the words, and leaves all else in it as it is. */
import type { Source, Text } from './texts.ts';

/** A blank in a text, as a translator sees it. */
export const BLANK = /\{([^{}]*)\}/g;

/** The code with these texts in the place of its own. Each has the blanks of the one that it replaces. */
export function rewritten({ code, texts }: Source, changed: ReadonlyMap<Text, string>): string {
  /** A part of the file: what stands inside of a blank may hold texts, too. */
  function between(from: number, to: number): string {
    let [result, at] = ['', from];
    for (const one of texts) {
      if (one.start < at || one.end > to) continue;
      result += code.slice(at, one.start) + written(one);
      at = one.end;
    }
    return result + code.slice(at, to);
  }

  function written(one: Text): string {
    const said = changed.get(one);
    const old = code.slice(one.start, one.end);
    if (said === undefined) return `${old[0]}${between(one.start + 1, one.end - 1)}${old.at(-1)}`;
    const escapedBefore = new Set(
      [...old.matchAll(/\\u([0-9A-Fa-f]{4})/g)].map(([, hex = '']) => String.fromCharCode(Number.parseInt(hex, 16))),
    );
    if (!one.isTemplate) {
      const mark = said.includes("'") && !said.includes('"') ? '"' : "'";
      return `${mark}${escaped(said, mark, escapedBefore)}${mark}`;
    }
    const inside = said.split(BLANK).map((piece, index) => {
      if (index % 2 === 0) return escaped(piece, '`', escapedBefore);
      const blank = one.blanks.find(({ label }) => label === piece);
      if (!blank) throw new Error(`${one.key} has no {${piece}}`);
      return `\${${between(blank.start, blank.end)}}`;
    });
    return `\`${inside.join('')}\``;
  }

  return between(0, code.length);
}

/** As it stands in code. `before`: letters that the code wrote by their number stay so, because nobody sees or types them. */
function escaped(text: string, mark: string, before: ReadonlySet<string>): string {
  return [...text]
    .map((letter) => {
      if (letter === '\\' || letter === mark) return `\\${letter}`;
      if (letter === '\n') return '\\n';
      return before.has(letter) ? `\\u${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}` : letter;
    })
    .join('');
}
