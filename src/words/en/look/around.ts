/** What people write around a command, or in its place, in English. */

/** Each is the alternatives of a regular expression, in any case. */
export type Around = {
  /** With which a message may begin. */
  readonly greeting: string;
  /** Who is greeted, behind that. */
  readonly greeted: string;
  /** Alone, it asks for nothing. */
  readonly kind: string;
  /** Behind a command. */
  readonly please: string;
  /** Near the beginning of a text, it says that what stands before is not so. */
  readonly notYet: string;
  /** Those phrases of `typed` with which an ordinary sentence may begin, although they send a text. */
  readonly opensSentences: readonly string[];
  /** Words follow each other without a space. */
  readonly unspaced?: true;
};

export const around: Around = {
  greeting: 'good\\s+(?:morning|afternoon|evening|day)|(?:morning|afternoon|evening)(?=[\\s.,!]*$)|hi+|hello|hey+|howdy|greetings|dear',
  greeted: 'there|all|everyone|everybody|team|support|bot|folks|outage desk',
  kind: [
    'many|ok(?:ay)?|great|perfect|no|yes|sure|super|cool|fine|good|done|got it|good\\s?bye|bye|thanks?|thank\\s+you|thx|ty|cheers',
    'a lot|so much|very much|again|for (?:your|the|all your) (?:help|support|work)|to (?:you|all|everyone)|you|all|guys|team|everyone',
    'bot|outage desk',
  ].join('|'),
  please: 'please',
  notYet: 'not|later',
  opensSentences: [],
};
