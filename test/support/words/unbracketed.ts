/** What a text of a card says outside of the brackets of the pseudo-language. */
import { CLOSE, CLOSE_BLANK, OPEN, OPEN_BLANK } from './pseudo-language.ts';

/** The parts that no text of the language holds. What fills a blank of it is outside again. A cut text ends all brackets. */
export function unbracketed(text: string): string[] {
  const parts: string[] = [''];
  const open: string[] = [];
  for (const character of text) {
    if (character === OPEN || character === OPEN_BLANK) open.push(character);
    else if (character === CLOSE || character === CLOSE_BLANK) open.pop();
    if (BRACKETS.has(character)) parts.push('');
    else if (open.at(-1) !== OPEN) parts.push(`${parts.pop() ?? ''}${character}`);
  }
  return parts.filter((part) => part !== '');
}

const BRACKETS: ReadonlySet<string> = new Set([OPEN, CLOSE, OPEN_BLANK, CLOSE_BLANK]);
