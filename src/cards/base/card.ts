/**
 * How a card is made: a JSON template for its body, composed of fragments, and a plain typed view that fills it. The
 * template is composed and parsed once; expanding it costs under a tenth of a millisecond.
 */
import { Template } from 'adaptivecards-templating';
import { isRemoved } from '../../outage/personal-data.ts';
import type { Words } from '../../words/words.ts';
import { type MentionEntity, REMOVED, shorten, spelledOut } from '../text.ts';
import { compose, type Json } from './fragments.ts';

export type Card = { readonly type: 'AdaptiveCard'; readonly [key: string]: unknown };

/** A card that is sent, and the line that a phone's notification shows of it. */
export type Drawn = { readonly card: Card; readonly summary: string };

const FRAME = {
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
  type: 'AdaptiveCard',
  version: '1.5',
  fallbackText: '${fallbackText}',
} as const;

/** Compiles the template of a body. The view must hold every field that the template names, or the card shows `${field}`. */
export function template<View extends object>(body: Json): (words: Words, view: View, mentions?: readonly MentionEntity[]) => Card {
  // The tests rely on the order in which people read a card.
  const compiled = new Template({ ...FRAME, body: compose(body), actions: '${actions}' });
  return (words, view, mentions = []) => {
    const expanded = compiled.expand({ $root: view }) as Card;
    const card = { ...expanded, fallbackText: shorten(spelledOut(String(expanded.fallbackText), words), LONGEST_FALLBACK) };
    // A person whose data was removed cannot be mentioned.
    const unknown = mentions.some(({ mentioned }) => isRemoved(mentioned.id));
    const calling = mentions.length > 0 ? { ...card, msteams: { entities: mentions } } : card;
    return withRemoved(unknown ? withoutMentions(card) : calling, words);
  };
}

/** Says in words where personal data was removed. */
function withRemoved(card: Card, { privacy }: Words): Card {
  const json = JSON.stringify(card);
  return json.includes(REMOVED) ? (JSON.parse(json.replaceAll(REMOVED, JSON.stringify(privacy.removed).slice(1, -1))) as Card) : card;
}

/** A client that cannot draw a card, and a phone's notification, show a few lines at most. */
const LONGEST_FALLBACK = 400;

/** Teams takes this much on every surface. The tests fail for a larger card. */
export const MAX_CARD_BYTES = 25_000;

/** The size of a card as JSON in UTF-8. */
export const bytesOf = (card: Card): number => new TextEncoder().encode(JSON.stringify(card)).length;

/** The first of these drawings that is at most MAX_CARD_BYTES, or the last one. */
export function firstThatFits(drawings: readonly [() => Card, ...(() => Card)[]]): Card {
  const [first, ...rest] = drawings;
  return rest.reduce((card, draw) => (bytesOf(card) > MAX_CARD_BYTES ? draw() : card), first());
}

/** Names those people in text whom it would mention and who are `out`; without it, everybody. */
export function withoutMentions({ msteams, ...card }: Card, out: (id: string) => boolean = () => true): Card {
  const { entities = [] } = (msteams ?? {}) as { readonly entities?: readonly MentionEntity[] };
  const kept = entities.filter(({ mentioned }) => !out(mentioned.id));
  if (kept.length > 0 && kept.length === entities.length) return { ...card, msteams };
  const stay = new Set(kept.map(({ text }) => JSON.stringify(text).slice(1, -1)));
  const json = JSON.stringify(card).replaceAll(/<at>(.*?)<\/at>/g, (markup, name) => (stay.has(markup) ? markup : name));
  return { ...(JSON.parse(json) as Card), ...(kept.length > 0 ? { msteams: { entities: kept } } : {}) };
}
