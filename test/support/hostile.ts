/** Text that wants to be more than text, and where it may stand in a card. */
import type { Leaf } from './card-walk.ts';

/** Stands in every hostile text, so that it is found again. */
export const MARKER = 'TYPED';

export const HOSTILE = [
  '${secret}',
  '${1+1}',
  '$${x}',
  '[x](http://y)',
  '<at>Everyone</at>',
  '{{DATE(2026-01-01T00:00:00Z)}}',
  '{{{TIME(2026-01-01T00:00:00Z)}}}',
  '{\u200B{DATE(2026-01-01T00:00:00Z, SHORT)}}',
  '{*{DATE(2026-01-01T00:00:00Z)}}',
  '**bold** _it_ ~~no~~ `code` # heading',
  '<script>alert(1)</script>&lt;b&gt;',
  '\u202Egnp.exe\u202C\u2066x\u2069',
  'a\u200Bb\u200D\u2060c\uFEFF\u00AD',
  'nul\u0000\u0007\u001B[31m\u0085',
  '\u{E0041}\u{E007F}tags',
  '\uD800half',
  '\r\nlines\u2028and\u2029more\r',
];

/** What hides or turns text; the joiner that parts two braces is ours. */
export const HIDDEN = new RegExp(
  [
    '[\\u0000-\\u0008\\u000B-\\u001F\\u007F-\\u009F\\u00AD\\u061C\\u180E\\u200B-\\u200F\\u2028-\\u202E\\u2061-\\u206F\\uFEFF\\uFFF9-\\uFFFB]',
    '[\\u{E0000}-\\u{E007F}]',
    '(?<![{$])\\u2060',
    '\\u2060(?!\\{)',
  ].join('|'),
  'u',
);

/** The dates that the bot itself writes. */
export const OURS = /\{\{(DATE|TIME)\(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ(,SHORT)?\)\}\}/g;

/** Where a text of a person may stand: a run, an input, and the text for clients without cards. */
export const mayHoldTyped = ({ owner, key }: Leaf) =>
  (owner === 'TextRun' && key === 'text') || (owner.startsWith('Input.') && key === 'value') || key === 'fallbackText';
