/** TwiML: what Twilio says in a call, and which key it waits for. */
import type { Words } from '../words/words.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };
/** XML has no other control characters, and a lone half of a character makes it unreadable. */
const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[^\P{C}\n]/gu, ' ')
    .replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');

const WAITS_SECONDS = 6;

const response = (...parts: readonly string[]): string => `<?xml version="1.0" encoding="UTF-8"?><Response>${parts.join('')}</Response>`;
const say = (sentences: readonly string[], { pages, formats }: Words): string =>
  sentences.length === 0 ? '' : `<Say language="${escaped(pages.call.language)}">${escaped(formats.joined(sentences))}</Say>`;

/** Says it twice. `takeAt`: where a key is sent to; null: nothing can be pressed. */
export function callWith(sentences: readonly string[], takeAt: string | null, words: Words, before: readonly string[] = []): string {
  const { call, openTeams } = words.pages;
  const whole = [...sentences, takeAt === null ? openTeams : call.pressOne];
  const once = (said: readonly string[]) =>
    takeAt === null
      ? say(said, words)
      : `<Gather input="dtmf" numDigits="1" timeout="${WAITS_SECONDS}" method="POST" action="${escaped(takeAt)}">${say(said, words)}</Gather>`;
  return response(once([...before, ...whole]), once([call.again, ...whole]), say([call.bye], words));
}

/** The last words of a call. */
export const endWith = (sentence: string, words: Words): string => response(say([sentence, words.pages.call.bye], words), '<Hangup/>');
