/** What somebody would send in Twilio's place, to take an outage or to say that nobody answered; and true callbacks, replayed elsewhere. */
import { AUTH_TOKEN, FROM, PUBLIC_URL, signed } from '../support/pagers/fake-pagers.ts';
import type { Target } from './target.ts';

/** The number of Priya, by which nobody is ever called in this run. */
export const PHONE = '+4520123456';
const FIELDS = { To: PHONE, From: FROM, Digits: '1', CallStatus: 'completed', CallSid: `CA${'0'.repeat(32)}` };

type Sent = {
  readonly path: string;
  readonly body: string;
  readonly signature?: string;
  readonly type?: string;
  readonly expect: readonly number[];
};

/** `outageIds`: of outages that there are. */
export async function forgedCallbacks(target: Target, url: string, outageIds: readonly string[]): Promise<void> {
  for (const one of [...forged(outageIds), ...replayed(outageIds)]) {
    const { path, body, signature, type = 'application/x-www-form-urlencoded', expect } = one;
    const headers = { 'content-type': type, ...(signature !== undefined && { 'x-twilio-signature': signature }) };
    const response = await fetch(`${url}${path}`, { method: 'POST', headers, body, redirect: 'manual' });
    const text = await response.text();
    const isRight = expect.includes(response.status) && !/node_modules|\/src\/|Error/.test(text);
    target.judge('a forged callback', isRight ? null : `${response.status} for ${path.slice(0, 80)}: ${text.slice(0, 100)}`);
  }
}

function forged(outageIds: readonly string[]): readonly Sent[] {
  const body = new URLSearchParams(FIELDS).toString();
  const paths = outageIds.flatMap((id) => ['gather', 'status'].map((what) => `/pagers/phones/${id}/1/${what}`));
  const strange = [
    '/pagers/',
    '/pagers/phones',
    '/pagers/phones/../../etc/passwd',
    '/pagers/phones/x/1/gather/%00',
    `/pagers/${'x'.repeat(5_000)}`,
  ];
  const signatures = [undefined, '', 'A'.repeat(28), 'A'.repeat(5_000), signed(`${PUBLIC_URL}/elsewhere`, FIELDS).signature];
  const by = (token: string) => (path: string) => signed(`${PUBLIC_URL}${path}`, FIELDS, token).signature;
  const refused = [403, 404];
  return [
    ...[...paths, ...strange].flatMap((path) =>
      signatures.map((signature) => ({ path, body, expect: refused, ...(signature !== undefined && { signature }) })),
    ),
    ...paths.flatMap((path) =>
      ['', 'none', AUTH_TOKEN.slice(1)].map((token) => ({ path, body, signature: by(token || ' ')(path), expect: refused })),
    ),
    ...paths.flatMap((path) => [
      { path, body: `${body}&x=${'y'.repeat(1_000_000)}`, expect: [413] },
      { path, body: '{"Digits":1}', type: 'application/json', expect: refused },
      { path, body: '%', expect: refused },
    ]),
  ];
}

/** Signed by Twilio, but of no page that there is. */
const replayed = (outageIds: readonly string[]): readonly Sent[] =>
  [...outageIds, 'nothing'].flatMap((id) =>
    ['gather', 'status'].flatMap((what) =>
      [1, 2, 999_999_999].map((of) => {
        const path = `/pagers/phones/${id}/${of}/${what}`;
        const { form, signature } = signed(`${PUBLIC_URL}${path}`, FIELDS);
        return { path, body: form.toString(), signature, expect: [what === 'gather' ? 200 : 204] };
      }),
    ),
  );
