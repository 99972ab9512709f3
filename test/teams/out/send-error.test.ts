/** How errors of sending are classified into the three kinds that the engine knows. */
import { describe, expect, it } from 'vitest';
import { SendError } from '../../../src/engine/ports/messenger.ts';
import { NoTokenError } from '../../../src/teams/out/connector.ts';
import { toSendError } from '../../../src/teams/out/send-error.ts';
import { START } from '../../support/clock.ts';

const answered = (statusCode: number, retryAfter?: string) =>
  Object.assign(new Error('injected'), { statusCode, response: { headers: new Headers(retryAfter ? { 'retry-after': retryAfter } : {}) } });

describe('an error of the SDK', () => {
  it.each<[number, SendError['failure']]>([
    [400, 'never'],
    [401, 'refused'],
    [403, 'never'],
    [404, 'never'],
    [405, 'never'],
    [407, 'refused'],
    [408, 'ambiguous'],
    [409, 'never'],
    [412, 'refused'],
    [413, 'never'],
    [429, 'refused'],
    [500, 'ambiguous'],
    [502, 'refused'],
    [503, 'refused'],
    [504, 'refused'],
    [507, 'ambiguous'],
    [520, 'ambiguous'],
  ])('with the status %i is %s', (status, failure) => {
    expect(toSendError(answered(status), START)).toMatchObject({ failure, status, retryAfterMs: null });
  });

  it.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'])('%s is refused: nothing was connected', (code) => {
    expect(toSendError(Object.assign(new Error('x'), { code }), START).failure).toBe('refused');
    expect(toSendError(Object.assign(new Error('x'), { code: 'REQUEST_SEND_ERROR', cause: { code } }), START).failure).toBe('refused');
  });

  it.each(['ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'REQUEST_SEND_ERROR'])('%s is ambiguous: it may have arrived', (code) => {
    expect(toSendError(Object.assign(new Error('x'), { code }), START).failure).toBe('ambiguous');
  });

  it('from fetching our own token is refused, whatever it was: nothing was sent', () => {
    expect(toSendError(new NoTokenError('the login answers with nonsense'), START).failure).toBe('refused');
  });

  it.each<[string, unknown]>([
    ['an unknown error', new Error('what?')],
    ['no error at all', 'a text'],
    ['nothing', undefined],
    ['an error of a strange shape', Object.assign(new Error('x'), { statusCode: 'many', response: 7 })],
  ])('%s is ambiguous, which is the careful choice', (_what, error) => {
    expect(toSendError(error, START)).toMatchObject({ failure: 'ambiguous', status: null });
  });

  it.each<[string, number | null]>([
    ['30', 30_000],
    ['0', 0],
    ['86400', 3_600_000],
    [new Date(START + 90_000).toUTCString(), 90_000],
    [new Date(START - 90_000).toUTCString(), 0],
    ['soon', null],
  ])('with Retry-After "%s" waits %s ms', (header, ms) => {
    expect(toSendError(answered(429, header), START).retryAfterMs).toBe(ms);
  });

  it('that is classified already stays as it is', () => {
    const classified = new SendError('never', 'x');
    expect(toSendError(classified, START)).toBe(classified);
  });

  it('is described by its codes alone: the messages of Teams and the sign-in quote the card', () => {
    const quoting = Object.assign(new Error('Bad format of "Maya Lindt, +45 32 12 34 56"'), { statusCode: 400, code: 'BadSyntax' });
    expect(toSendError(quoting, START).message).toBe('Teams: 400 BadSyntax');
    expect(toSendError(Object.assign(quoting, { code: 'Maya Lindt' }), START).message).toBe('Teams: 400');
    expect(toSendError(new NoTokenError('AADSTS7000222: the secret of the app is too old'), START).message).toBe(
      'Teams: no token AADSTS7000222',
    );
    expect(toSendError(new TypeError('x'.repeat(10_000)), START).message).toBe('Teams: TypeError');
  });
});
