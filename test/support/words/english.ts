/** What is English, and what stays English in every language. */
import { TYPED_NAMES } from '../../../src/words/en/look/typed.ts';

/** Products, and what stands in a product, a file or a message as it is. */
const NAMES = [
  ...['Outage Desk', 'Microsoft Teams', 'Teams', 'PagerDuty', 'Twilio'],
  ...['PNG', 'JPEG', 'WebP', 'GIF', 'PDF', 'KB', 'MB', '@Tomás'],
];
/** What people may type in every language, also in parts. */
const COMMANDS = [...TYPED_NAMES, 'Report an outage', 'List open outages'];

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
const NAMED = new RegExp(`(?<![\\p{L}\\d])(?:${NAMES.map(escaped).join('|')})(?![\\p{L}\\d])`, 'gu');
/** Where something stands in the desk file. */
const KEYS = /\b\w+(?: > \w+)+/g;
const NUMBERED = /\b(?:OUT|REQ|DRILL)-[\d\u2026]*/g;
/** A command stands at the beginning, in quotation marks or behind a slash. */
const COMMAND = new RegExp(
  `(?<=^|["\\u00AB\\u201E\\u300C]\\s?|/)(?:${COMMANDS.toSorted((one, other) => other.length - one.length)
    .map(escaped)
    .join('|')})\\b`,
  'g',
);

/** The text without what stays English. */
export const ownWords = (text: string): string =>
  text.replace(KEYS, '').replace(NUMBERED, '').replace(NAMED, '').replace(COMMAND, '').trim();

/** Words of English sentences. No other language here has them, nor has Danish. */
export const ENGLISH_WORDS =
  /(?<![\p{L}\d_./-])(?:the|your|you|this|that|these|with|and|of|are|its|when|who|which|what|from|been|they|there|nobody|somebody|reported|acknowledged|because|again|every|other|until)(?![\p{L}\d_/-])/iu;

/** Texts that are the same in English: one language has these words from the other. */
export const SAME_AS_ENGLISH: { readonly [language: string]: readonly string[] } = {
  de: ['Name', 'Updates', 'Details', 'Links', 'Runbook', 'Tickets'],
  fr: ['Message', 'Impact', 'Contact', 'E-mail', 'Second contact', 'ticket', 'Tickets', 'Question', 'Questions', 'Cause', 'Maintenance'],
  es: ['ticket', 'Tickets', 'Runbook'],
  da: ['for', 'For :', 'link', 'Links', 'ticket', 'Tickets', 'Runbook', 'Database', 'administrator'],
};
