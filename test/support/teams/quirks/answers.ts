/** What comes back over the wire for a post or an edit: from Teams in all its shapes, or from a proxy in between. */
import type { Manners } from './manners.ts';

/** As it stands on the wire. `type`: null for an answer without a body. */
export type WireAnswer = { readonly status: number; readonly type: string | null; readonly text: string };

const JSON_TYPE = 'application/json; charset=utf-8';
const json = (status: number, body: unknown): WireAnswer => ({ status, type: JSON_TYPE, text: JSON.stringify(body) });

/** Answers with 200 that are not Teams': nothing was accepted. */
export const PROXY_ANSWERS = {
  'proxy answers 200 with a page': {
    status: 200,
    type: 'text/html; charset=utf-8',
    text: '<!DOCTYPE html><html><head><title>Sign in</title></head><body>This page needs your sign-in.</body></html>',
  },
  'proxy answers 200 with {}': json(200, {}),
  'proxy answers 200 without body': { status: 200, type: JSON_TYPE, text: '' },
} as const satisfies Record<string, WireAnswer>;
export type ProxyAnswer = keyof typeof PROXY_ANSWERS;
const PROXIES = Object.keys(PROXY_ANSWERS) as ProxyAnswer[];

/** The answer of a proxy to this request, if one comes in between this time. */
export const drawProxyAnswer = (manners: Manners): WireAnswer | null => {
  const proxy = PROXIES.find((one) => manners.shows(one));
  return proxy ? PROXY_ANSWERS[proxy] : null;
};

/** `asked`: what was accepted: a message in a conversation, a new thread or chat, or an edit. */
export function wireAnswer(asked: 'message' | 'conversation' | 'edit', body: unknown, manners: Manners): WireAnswer {
  if (asked === 'edit') return manners.shows('edit answered 202') ? { status: 202, type: null, text: '' } : json(200, body);
  // Without the id of the new conversation nobody could write there; such an answer was never seen.
  if (asked === 'message' && manners.shows('post answered 202 without body')) return { status: 202, type: null, text: '' };
  if (manners.shows('post answered 202 with id')) return json(202, body);
  return json(manners.shows('post answered 200') ? 200 : 201, body);
}

/** Whoever is mentioned by a message, by the ids that its entities name. */
export function mentionedIn(text: string): readonly string[] {
  // Most messages mention nobody, and need not be read.
  if (!text.includes('"mentioned"')) return [];
  const ids: string[] = [];
  JSON.parse(text || 'null', (key, value: unknown) => {
    if (key === 'mentioned' && typeof value === 'object' && value !== null && 'id' in value) ids.push(String(value.id));
    return value;
  });
  return ids;
}
