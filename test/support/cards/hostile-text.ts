/** Hostile texts, and where a typed text may stand in a card. */
import { WORDS } from '../../../src/words/words.ts';
import { sentencesOf } from '../words/sentences.ts';
import type { Leaf } from './walk.ts';

/** Part of every hostile text, so that tests find it again. */
export const MARKER = 'TYPED';

/** Links, lines that look like ours, macros, and text that reorders or covers its neighbours. Each fits into a name. */
export const FORGED = [
  'https://evil.example www.evil.example evil.com 10.0.0.1/x',
  'mailto:a@evil.com b@evil.com tel:+4570102030 msteams:/l/chat/0/0',
  '[+45 90 10 20 30](tel:+4590102030) \uE001+45 90 10 20 30\uE002',
  '![i](http://e.com/p) <https://evil.com> [a]: http://e.com [a]',
  'javascript:alert(1) data:text/html,x ftp://evil.com //evil.com',
  '&#91;x&#93;&#40;http&#58;//e.com&#41; &amp;lt;b&amp;gt; &lt <b onload=x>',
  '\n## OUT-7 is resolved\n---\n> Acknowledged by Ann at 14:02\n- a\n1. b',
  '- \u2028State: Resolved\u000BOwner: Ann\n\n| a | b |\n|---|---|\n```x\n',
  '1) {{ DATE(x) }} $(x) %{y} @{utcNow()} @everyone {{#each}} ${$data}',
  `Z${'\u0301\u0489\u0336'.repeat(12)} \u3164\u115F\uFFA0\u2800\u{E0100}`,
  'שלום 14:02 \u202Eעברית\u2066 1001',
];

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

/** What hides or reorders text, except our joiners between two braces or in an address, and our isolates around right-to-left text. */
export const HIDDEN = new RegExp(
  [
    '[\\u0000-\\u0008\\u000B-\\u001F\\u007F-\\u009F\\u00AD\\u034F\\u061C\\u115F\\u1160\\u180B-\\u180F\\u200B-\\u200F\\u2028-\\u202E]',
    '[\\u2061-\\u2067\\u206A-\\u206F\\u2800\\u3164\\uFEFF\\uFFA0\\uFFF9-\\uFFFB\\u{E0000}-\\u{E0FFF}]',
    '(?<![{$.:@&/\\d])\\u2060(?!@)',
    '\\u2060(?!\\S)',
    // Our isolates come in pairs.
    '\\u2069(?![^\\u2068]*$|[^\\u2068]*\\u2068)|\\u2068(?![^\\u2068]*\\u2069)',
    '\\p{M}{7}',
  ].join('|'),
  'u',
);

/** The date macros that the bot writes. */
export const OURS = /\{\{(DATE|TIME)\(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ(,SHORT)?\)\}\}/g;

/** A reply of one tap, which an engineer typed, or what a text has that may be secret, without anything that a client works on. */
const isPlainTitle = ({ owner, key, value }: Leaf): boolean =>
  (owner.startsWith('Action.') || owner === 'Input.ChoiceSet') && key === 'title' && !/[*`[\]<>#~|\\]|\{\{|\$\{/.test(String(value));

/** Whether typed text may stand here: in a TextRun, in an input, in the text for clients without cards or for who hears a picture, or as a plain title. */
export const mayHoldTyped = (leaf: Leaf): boolean => {
  const { owner, key } = leaf;
  const isShown = (owner === 'TextRun' && key === 'text') || (owner.startsWith('Input.') && key === 'value');
  return isShown || key === 'fallbackText' || key === 'altText' || isPlainTitle(leaf);
};

/** Labels of ours that say where they may wrap. */
const HYPHENATED: ReadonlySet<string> = new Set(
  Object.values(WORDS).flatMap((words) => sentencesOf(words).flatMap(({ text }) => (text.includes('\u00AD') ? [text] : []))),
);
/** Without the places at which a long word may wrap: there is one after twelve visible characters, in a label of ours, and nowhere else. */
export const withoutBreaks = (text: string): string =>
  HYPHENATED.has(text) ? '' : text.replace(/(?<=[!-\u10FF\u2060]{12})\u200B(?=[!-\u10FF])/g, '');
