/**
 * How Twilio signs what it sends: https://www.twilio.com/docs/usage/security. HMAC-SHA1, by the Auth Token, over the address that it was
 * given and each field of the form, sorted by name.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';

/** The fields in the order in which they are signed; the same value of the same field counts once. */
const signedFields = (form: URLSearchParams): string =>
  [...new Set(form.keys())]
    .sort()
    .flatMap((name) => [...new Set(form.getAll(name))].sort().map((value) => name + value))
    .join('');

export const signatureOf = (token: string, url: string, form: URLSearchParams): string =>
  createHmac('sha1', token)
    .update(url + signedFields(form))
    .digest('base64');

/** Twilio signs an address with its port or without it, whatever was given to it. */
function waysToWrite(url: string): readonly string[] {
  const { protocol, host, hostname, port } = new URL(url);
  const withPort = `${hostname}:${port || (protocol === 'https:' ? 443 : 80)}`;
  return [hostname, withPort].map((name) => url.replace(`//${host}`, `//${name}`));
}

/** Takes as long for a wrong signature as for a right one. `url`: the public one that Twilio was given. */
export function isSigned(token: string, url: string, form: URLSearchParams, signature: string): boolean {
  const given = Buffer.from(signature);
  const isEqual = waysToWrite(url).map((one) => {
    const expected = Buffer.from(signatureOf(token, one, form));
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
  return isEqual.includes(true);
}
