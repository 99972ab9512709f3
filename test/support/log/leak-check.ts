/** What tests say to the bot that is personal, and what the bot wrote into its logs meanwhile: nothing of the one may be in the other. */
import assert from 'node:assert/strict';

/** As the process writes them, also of processes of their own. */
export const writtenLines: string[] = [];
/** What the log left out, which somebody meant to be in it. */
export const leftOut: string[] = [];

const said = new Set<string>();
const sources: (() => unknown)[] = [];

/** Keys whose values are the code's own, or name no person. */
const IMPERSONAL = new Set(['type', 'verb', 'serviceUrl', 'recipient', 'timestamp', 'locale', 'localTimezone', 'channelId', 'timeZone']);
/** A sentence, a name, an address, a number, a link; a person's chat or account in Teams. */
const PERSONAL = /^(?:a:|29:)|[\s@]|:\/\/|^\+?\d[\d ()/-]{5,}$/;
const PLACE = /^19:/;
const SHORTEST = 5;

/** Remembers everything personal in what is said to the bot, however deep. */
export function remember(value: unknown, into = said): void {
  if (typeof value === 'string') {
    const text = value.replace(/<at>[^<]*<\/at>/g, '').trim();
    if (text.length >= SHORTEST && PERSONAL.test(text) && !PLACE.test(text)) into.add(text);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) if (!IMPERSONAL.has(key)) remember(inner, into);
  }
}

/** The same for values that are only known when the search begins. */
export function rememberAllOf(source: () => unknown): void {
  sources.push(source);
}

/** What must never be in a log. `"29:`: an account of Teams; a JWT; a telephone number; a link. */
const NEVER: readonly (readonly [string, RegExp])[] = [
  ['an e-mail address', /[\w.+-]+@(?!thread\.|unq\.)[\w-]+\.\w+/],
  ['a telephone number', /\+\d{2}[\d ()-]{5,}/],
  ['a token', /\beyJ[\w-]{10,}|\bBearer\b/i],
  ['a password in an address', /:\/\/(?!user:password@host)[^/\s"]*:[^/\s"]*@/],
  ['an account or the own chat of somebody', /"(?:29:|a:)/],
];

/** Everything personal that is in these lines, as sentences; `texts`: and of these. */
export function personalIn(lines: readonly string[], texts: Iterable<string> = heard()): readonly string[] {
  const wrong: string[] = [];
  for (const line of lines) {
    const found = NEVER.find(([, pattern]) => pattern.test(line));
    if (found) wrong.push(`${found[0]} in ${line.trim()}`);
  }
  const all = lines.join('\n').toLowerCase();
  for (const text of texts) {
    // As JSON writes it: with its line breaks and quotes escaped.
    const written = JSON.stringify(text).slice(1, -1).toLowerCase();
    if (!all.includes(written)) continue;
    const line = lines.find((one) => tells(one.toLowerCase(), written));
    if (line) wrong.push(`${JSON.stringify(text)} in ${line}`);
  }
  return wrong;
}

/** A few digits stand in ids and times by chance: a number has to stand by itself. */
function tells(line: string, text: string): boolean {
  if (!/^\d+$/.test(text)) return line.includes(text);
  return new RegExp(`(?<![\\w-])${text}(?![\\w-])`).test(line);
}

/** All that was said up to now. */
export function heard(): ReadonlySet<string> {
  const all = new Set(said);
  for (const source of sources) remember(source(), all);
  return all;
}

/** Runs after each test: throws when the lines since the last test hold personal data, or when a field was left out. */
export function searchLines(): void {
  const lines = writtenLines.splice(0);
  const wrong = lines.length === 0 ? [] : personalIn(lines);
  assert.deepEqual([...leftOut.splice(0), ...wrong], [], 'the log tells what it may not, or leaves out what it should tell');
}
