/**
 * Telephone numbers on cards: a tap calls the number, which stands there as text to copy too. The link is Markdown in a
 * TextBlock: on several clients of Teams a button with such an address does nothing (src/DECISIONS.md).
 */
import { dialLink, type Phone } from '../../desk/phones.ts';
import { END_OF_NUMBER, literal, NUMBER } from '../text.ts';

const MARKED = new RegExp(`${NUMBER}([^${NUMBER}${END_OF_NUMBER}]*)${END_OF_NUMBER}`, 'g');
const MARKS = new RegExp(`[${NUMBER}${END_OF_NUMBER}]`, 'g');

/** Marks a number, in international form, of which `withLinks` makes a link. */
export const callable = (number: string): string => `${NUMBER}${number}${END_OF_NUMBER}`;

/** The numbers of the desk file; one that is dialled within a country alone stays a text. */
export const callablePhones = (phones: readonly Phone[]): readonly Phone[] =>
  phones.map((phone) => {
    if (!/^\+[\d ().-]+$/.test(phone.number)) return phone;
    if (!ours.has(phone.number)) ours.set(phone.number, dialLink(phone.number));
    return { ...phone, number: callable(phone.number) };
  });
/** Those of the desk file stand on nearly every card. A number of a person is kept nowhere. */
const ours = new Map<string, string | null>();

const link = (_marked: string, number: string): string => {
  const to = ours.get(number) ?? dialLink(number);
  return to === null ? number : `[${number}](${to})`;
};

/** The links as Markdown. */
export const linkedText = (text: string): string => text.replace(MARKED, link).replace(MARKS, '');

type Element = { readonly type?: string; readonly text?: unknown; readonly inlines?: readonly Element[] };

/**
 * The card with a link for each marked number. A line of a RichTextBlock, which shows no Markdown, becomes a TextBlock for it. Changes
 * the card itself, which was just drawn: a copy of all of it would cost as much as the drawing.
 */
export function withLinks<Part>(part: Part): Part {
  if (typeof part === 'string') return (part.includes(NUMBER) ? part.replace(MARKS, '') : part) as Part;
  if (Array.isArray(part)) return part.map(withLinks) as Part;
  if (part === null || typeof part !== 'object') return part;
  const { type, text, inlines }: Element = part;
  const line = type === 'TextBlock' ? text : inlines?.length === 1 ? literalLine(inlines[0]?.text) : undefined;
  if (typeof line === 'string' && line.includes(NUMBER)) {
    const { inlines: _inlines, ...element }: Element = part;
    return { ...element, type: 'TextBlock', text: linkedText(line), wrap: true } as Part;
  }
  for (const [key, value] of Object.entries(part)) {
    const linked = withLinks(value);
    if (linked !== value) part[key as keyof Part & string] = linked;
  }
  return part;
}

/** What reads Markdown would break the times that a client writes. Such a line keeps the number as text. */
const literalLine = (text: unknown) =>
  typeof text === 'string' && text.includes(NUMBER) && !text.includes('{{') ? literal(text) : undefined;
