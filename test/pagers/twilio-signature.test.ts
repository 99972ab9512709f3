/** X-Twilio-Signature, by the example in Twilio's documentation and by what its own library accepts. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isSigned, signatureOf } from '../../src/pagers/twilio-signature.ts';

/** https://www.twilio.com/docs/usage/security#validating-signatures-from-twilio */
const EXAMPLE = {
  token: '12345',
  url: 'https://mycompany.com/myapp.php?foo=1&bar=2',
  form: new URLSearchParams({
    CallSid: 'CA1234567890ABCDE',
    Caller: '+14158675309',
    Digits: '1234',
    From: '+14158675309',
    To: '+18005551212',
  }),
  signature: 'RSOYDt4T1cUTdK1PDd93/VVr8B8=',
};

test('the example of the documentation', () => {
  const { token, url, form, signature } = EXAMPLE;
  expect(signatureOf(token, url, form)).toBe(signature);
  expect(isSigned(token, url, form, signature)).toBe(true);
});

test('a signature of another address, of other fields or by another token is none', () => {
  const { token, url, form, signature } = EXAMPLE;
  const other = new URLSearchParams(form);
  other.set('Digits', '1');
  expect(isSigned(token, url.replace('foo=1', 'foo=2'), form, signature)).toBe(false);
  expect(isSigned(token, url, other, signature)).toBe(false);
  expect(isSigned('12346', url, form, signature)).toBe(false);
  for (const wrong of ['', 'x', signature.slice(1), `${signature}=`, 'é'.repeat(28)])
    expect(isSigned(token, url, form, wrong), wrong).toBe(false);
});

test('an address is signed with its port or without it', () => {
  const { token, form } = EXAMPLE;
  const [plain, usual, own] = ['https://desk.example.com/x', 'https://desk.example.com:443/x', 'https://desk.example.com:8443/x'];
  expect(isSigned(token, plain, form, signatureOf(token, usual, form))).toBe(true);
  expect(isSigned(token, own, form, signatureOf(token, plain, form))).toBe(true);
  expect(isSigned(token, own, form, signatureOf(token, own, form))).toBe(true);
  expect(isSigned(token, plain, form, signatureOf(token, own, form))).toBe(false);
});

test('what is signed is accepted, whatever the fields hold, in any order', () => {
  const fields = fc.array(fc.tuple(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' })), { maxLength: 8 });
  fc.assert(
    fc.property(fields, fc.string({ minLength: 1 }), (some, token) => {
      const url = 'https://desk.example.com/pagers/phones/nonce-1/4/gather';
      const signature = signatureOf(token, url, new URLSearchParams(some));
      expect(isSigned(token, url, new URLSearchParams(some.toReversed()), signature)).toBe(true);
    }),
    { numRuns: 200 },
  );
});
