/**
 * A card in a language that is read from the right, such as Hebrew or Arabic. The client mirrors it by `rtl` (Adaptive Cards 1.5; an
 * older client ignores that). The client would also turn around the parts of a text that has no letter of that language: of
 * "+45 70 10" or "It fails." the end would stand first. Such a text keeps its own direction.
 */
import type { Words } from '../../words/words.ts';
import { ISOLATE } from '../../words/writing.ts';
import { RIGHT_TO_LEFT } from '../text.ts';

const SHOWN: ReadonlySet<string> = new Set(['text', 'title', 'label', 'placeholder', 'errorMessage', 'altText', 'fallbackText']);
/** What a press gives back to us, and mentions, whose text Teams compares letter by letter. */
const KEPT: ReadonlySet<string> = new Set(['data', 'msteams']);

export const forReaders = <Card extends object>(card: Card, { formats }: Words): Card =>
  formats.rightToLeft ? { ...isolatedIn(card, formats.isolate), rtl: true } : card;

function isolatedIn<Part>(part: Part, isolate: (text: string) => string, key = ''): Part {
  if (typeof part === 'string') return (!SHOWN.has(key) ? part : isOther(part) ? isolate(part) : mirrored(part)) as Part;
  if (Array.isArray(part)) return part.map((item) => isolatedIn(item, isolate, key)) as Part;
  if (part === null || typeof part !== 'object') return part;
  return Object.fromEntries(
    Object.entries(part).map(([name, value]) => [name, KEPT.has(name) ? value : isolatedIn(value, isolate, name)]),
  ) as Part;
}

/** Signs have no direction, and the parts of a list have theirs. */
const isOther = (text: string): boolean => /[\p{L}\d]/u.test(text) && !RIGHT_TO_LEFT.test(text) && !text.includes(ISOLATE);

/** A sign of ours that points to what follows. */
const mirrored = (text: string): string => text.replace(/^(?:▸(?= )|→$)/, (sign) => (sign === '→' ? '←' : '◂'));
