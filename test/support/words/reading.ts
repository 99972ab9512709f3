/** What a card says by itself, and how hard that is to read. What fills a blank of a sentence, and a number, counts as one short word. */
import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';
import { elements, isNode, type Node } from '../cards/walk.ts';
import { CLOSE, CLOSE_BLANK, OPEN, OPEN_BLANK } from './pseudo-language.ts';

const BLANK = 'ten';
const intoSentences = new Intl.Segmenter('en', { granularity: 'sentence' });
const intoWords = new Intl.Segmenter('en', { granularity: 'word' });
const hasLetter = (text: string): boolean => /[\p{L}\d]/u.test(text);

/** A text of the pseudo-language in plain English: without its brackets, and with its blanks filled in. */
function inPlainEnglish(text: string): string {
  const open: string[] = [];
  const parts: { ours: boolean; text: string }[] = [];
  for (const character of text) {
    if (character === OPEN || character === OPEN_BLANK) open.push(character);
    else if (character === CLOSE || character === CLOSE_BLANK) open.pop();
    else {
      const ours = open.at(-1) === OPEN;
      const last = parts.at(-1);
      if (last?.ours === ours) last.text += character;
      else parts.push({ ours, text: character });
    }
  }
  return parts
    .map((part) => (part.ours || !hasLetter(part.text) ? part.text : part.text.replace(/[\p{L}\d].*[\p{L}\d]|[\p{L}\d]/su, BLANK)))
    .join('')
    .replaceAll('\u00B7', '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\+\d[\d ]*\d(?: \([^)]*\))?/g, BLANK)
    .replace(/\d[\d:.]*\d(?: \([^)]*\))?|\d/g, BLANK)
    .trim();
}

const shown = (node: Node): string[] => {
  if (Array.isArray(node.inlines)) return [node.inlines.map((run) => (isNode(run) ? String(run.text ?? '') : String(run))).join('')];
  return [node.text, node.label, node.title].filter((text) => typeof text === 'string');
};

/** The texts of a card that is drawn in the pseudo-language, where they are sentences: headings, labels and buttons are short, and would hide how hard the rest is. */
export const sentencesOn = (card: unknown): string[] =>
  elements(card)
    .filter(({ type }) => type !== 'TextRun')
    .flatMap(shown)
    .map(plainly)
    .filter((text) => hasLetter(text) && /[.?:]$/.test(text));

/** How many words of its own each heading of such a card has, beside numbers and names. */
export const headingsOn = (card: unknown): { readonly text: string; readonly words: number }[] =>
  elements(card)
    .filter(({ style }) => style === 'heading')
    .flatMap(shown)
    .map(plainly)
    .map((text) => ({
      text,
      words: [...intoWords.segment(text)].filter(({ isWordLike, segment }) => isWordLike && segment !== BLANK).length,
    }));

type Counts = { readonly sentence: number; readonly word: number; readonly syllable: number };

function count(text: string): Counts {
  const words = [...intoWords.segment(text)].filter(({ isWordLike }) => isWordLike);
  const sentence = [...intoSentences.segment(text)].filter(({ segment }) => hasLetter(segment)).length;
  return { sentence, word: words.length, syllable: words.reduce((sum, { segment }) => sum + syllable(segment), 0) };
}

/** Remembers, because a thousand cards share their sentences. */
function remembering<Result>(read: (text: string) => Result): (text: string) => Result {
  const known = new Map<string, Result>();
  return (text) => {
    const result = known.get(text) ?? read(text);
    known.set(text, result);
    return result;
  };
}
const plainly = remembering(inPlainEnglish);
const counted = remembering(count);

/** The grade of Flesch and Kincaid over all these texts together: the years of school that it takes to read them with ease. */
export function gradeOf(texts: readonly string[]): number {
  const sum = (which: keyof Counts) => texts.reduce((all, text) => all + counted(text)[which], 0);
  return fleschKincaid({ sentence: sum('sentence'), word: sum('word'), syllable: sum('syllable') });
}
