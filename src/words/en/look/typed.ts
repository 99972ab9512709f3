/**
 * The commands for which people type words of other languages, by the English words that the bot reads in their place. Each
 * language has a list of phrases for each: lower case, the most natural first.
 */
export const TYPED_NAMES = [
  ...(['outage', 'help', 'ack', 'update', 'note', 'nothing new', 'resolve', 'reopen', 'ask', 'release'] as const),
  ...(['hand over to', 'transfer', 'merge', 'unmerge', 'publish', 'follow', 'unfollow', 'my follows', 'catch up'] as const),
  ...(['status', 'timeline', 'outages mine', 'outages list', 'cancel', 'on call', 'still down', 'works again'] as const),
  ...(['review', 'certificate', 'deliveries', 'numbers'] as const),
] as const;
export type TypedName = (typeof TYPED_NAMES)[number];

/** A language that leaves a command out, or names one that is none, does not compile. */
export type Typed = { readonly [name in TypedName]: readonly string[] };
