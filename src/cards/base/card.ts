/**
 * How a card is made: a JSON template for its body, composed of fragments, and a plain typed view that fills it. The
 * template is composed at the start and parsed once, after it; expanding it costs under a tenth of a millisecond.
 */
import { Template } from 'adaptivecards-templating';
import { isRemoved } from '../../outage/personal-data.ts';
import type { Words } from '../../words/words.ts';
import { type MentionEntity, NUMBER, REMOVED, shorten, spelledOut } from '../text.ts';
import { compose, type Json } from './fragments.ts';
import { linkedText, withLinks } from './phone-links.ts';
import { forReaders } from './right-to-left.ts';

export type Card = { readonly type: 'AdaptiveCard'; readonly [key: string]: unknown };

/** A card that is sent, and the line that a phone's notification shows of it. */
export type Drawn = { readonly card: Card; readonly summary: string };

const FRAME = {
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
  type: 'AdaptiveCard',
  version: '1.2',
  fallbackText: '${fallbackText}',
} as const;

const parsers: (() => unknown)[] = [];

/** Parses what no card needed yet, so that people do not wait for it. `pause` is waited for before each template. */
export async function parseTemplates(pause: () => Promise<unknown>): Promise<void> {
  for (const parse of parsers) {
    await pause();
    parse();
  }
}

/** Compiles the template of a body. The view must hold every field that the template names, or the card shows `${field}`. */
export function template<View extends object>(body: Json): (words: Words, view: View, mentions?: readonly MentionEntity[]) => Card {
  // The tests rely on the order in which people read a card.
  const whole = { ...FRAME, body: compose(body), actions: '${actions}' };
  let parsed: Template | undefined;
  const compiled = () => (parsed ??= new Template(whole));
  parsers.push(compiled);
  return (words, view, mentions = []) => {
    // The numbers of the desk stand on nearly every card: linked here, nobody has to look for them in all of it.
    const $root = 'phones' in view ? { ...view, phones: linkedText(String(view.phones)) } : view;
    const expanded = compiled().expand({ $root }) as Card;
    const card = { ...expanded, fallbackText: shorten(spelledOut(String(expanded.fallbackText), words), LONGEST_FALLBACK) };
    // A person whose data was removed cannot be mentioned.
    const unknown = mentions.some(({ mentioned }) => isRemoved(mentioned.id));
    const calling = mentions.length > 0 ? { ...card, msteams: { entities: mentions } } : card;
    return finished(unknown ? withoutMentions(card) : calling, words);
  };
}

/**
 * What needs more than the version of FRAME. A client shows nothing of a card whose version it does not know, so each card says
 * the lowest one that its elements need. What a client may ignore does not count: the style of a heading, and that of a choice that
 * filters. The quotation marks stand in no text of a person, where JSON escapes them.
 */
const NEWER = [
  ['1.4', '"type":"Action.Execute"'],
  ['1.3', '"type":"Input.'],
] as const;

/** Says in words where personal data was removed, makes links of telephone numbers, and says the version and the direction. */
function finished(drawn: Card, words: Words): Card {
  const { privacy } = words;
  const json = JSON.stringify(drawn);
  const [version = FRAME.version] = NEWER.find(([, part]) => json.includes(part)) ?? [];
  const card = json.includes(REMOVED)
    ? (JSON.parse(json.replaceAll(REMOVED, JSON.stringify(privacy.removed).slice(1, -1))) as Card)
    : drawn;
  const whole = forReaders({ ...(json.includes(NUMBER) ? withLinks(card) : card), version }, words);
  // A letter takes at most three bytes, so most cards need not be measured.
  const room = MAX_CARD_BYTES - ROOM_FOR_LINKS;
  if (json.length * 3 < room || Buffer.byteLength(json) < room) fitting.add(whole);
  return whole;
}

/** Cards that are small enough, so that nobody has to write them as JSON once more. */
const fitting = new WeakSet<Card>();

/** A client that cannot draw a card, and a phone's notification, show a few lines at most. */
const LONGEST_FALLBACK = 400;

/** Teams takes this much on every surface. The tests fail for a larger card. */
export const MAX_CARD_BYTES = 25_000;

/** What links of numbers, and words about what was removed, may add. */
const ROOM_FOR_LINKS = 3_000;

/** The size of a card as JSON in UTF-8. */
export const bytesOf = (card: Card): number => new TextEncoder().encode(JSON.stringify(card)).length;

/** The first of these drawings that is at most MAX_CARD_BYTES, or the last one. */
export function firstThatFits(drawings: readonly [() => Card, ...(() => Card)[]]): Card {
  const [draw, next, ...rest] = drawings;
  const card = draw();
  return !next || fitting.has(card) || bytesOf(card) <= MAX_CARD_BYTES ? card : firstThatFits([next, ...rest]);
}

/** The card with a small line below all else. */
export const withNote = (card: Card, text: string): Card => ({
  ...card,
  body: [...(card.body as readonly object[]), { type: 'TextBlock', text, size: 'Small', isSubtle: true, wrap: true }],
});

/** Names those people in text whom it would mention and who are `out`; without it, everybody. */
export function withoutMentions({ msteams, ...card }: Card, out: (id: string) => boolean = () => true): Card {
  const { entities = [] } = (msteams ?? {}) as { readonly entities?: readonly MentionEntity[] };
  const kept = entities.filter(({ mentioned }) => !out(mentioned.id));
  if (kept.length > 0 && kept.length === entities.length) return { ...card, msteams };
  const stay = new Set(kept.map(({ text }) => JSON.stringify(text).slice(1, -1)));
  const json = JSON.stringify(card).replaceAll(/<at>(.*?)<\/at>/g, (markup, name) => (stay.has(markup) ? markup : name));
  return { ...(JSON.parse(json) as Card), ...(kept.length > 0 ? { msteams: { entities: kept } } : {}) };
}
