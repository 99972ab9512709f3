/** Classifies errors of sending into the three kinds that the engine knows. */
import { z } from 'zod';
import { SendError } from '../../engine/ports/messenger.ts';
import { NoTokenError } from './connector.ts';

const errorSchema = z.object({
  statusCode: z.number().optional(),
  code: z.string().optional(),
  cause: z.object({ code: z.string().optional() }).optional(),
  response: z.object({ headers: z.custom<{ get(name: string): string | undefined | null }>().optional() }).optional(),
});

/** Teams did not accept the message, and may later. 401: our credentials are invalid; once they are corrected it must still be sent. 407: a proxy's. */
const REFUSED = new Set([401, 407, 412, 429, 502, 503, 504]);
/** Teams may have accepted the message before the failure. */
const AMBIGUOUS = new Set([408, 500]);
/** No connection was made, so the message was not accepted. */
const NOT_CONNECTED = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

/** Whether Teams has no such conversation or person, or the bot is not installed there. */
export const isNotThere = ({ status }: SendError): boolean => status !== null && [400, 403, 404].includes(status);

/** Classifies an error of the SDK's client. `now` in ms, for a Retry-After that is a date. */
export function toSendError(error: unknown, now: number): SendError {
  if (error instanceof SendError) return error;
  const parsed = errorSchema.safeParse(error);
  const { statusCode, code, cause, response } = parsed.success ? parsed.data : {};
  const message = `Teams: ${codesOf(error, [statusCode, code, cause?.code])}`;
  if (statusCode !== undefined) {
    const retryAfterMs = retryAfter(response?.headers?.get('retry-after'), now);
    // Below 400 it is an answer that Teams does not give.
    const isUnknown = AMBIGUOUS.has(statusCode) || statusCode < 400 || statusCode > 504;
    const failure = REFUSED.has(statusCode) ? 'refused' : isUnknown ? 'ambiguous' : 'never';
    return new SendError(failure, message, { status: statusCode, cause: error, ...(retryAfterMs === null ? {} : { retryAfterMs }) });
  }
  const isUnsent = error instanceof NoTokenError || NOT_CONNECTED.has(cause?.code ?? code ?? '');
  return new SendError(isUnsent ? 'refused' : 'ambiguous', message, { cause: error });
}

/** The same of what comes before the message itself: however it fails, nothing was sent, so it may be tried again. */
export function toUnsent(error: unknown, now: number): SendError {
  const failed = toSendError(error, now);
  return failed.failure === 'ambiguous' ? new SendError('refused', failed.message, { cause: error }) : failed;
}

const CODE = /^[\w.-]{1,60}$/;

/** Codes only: they are stored and shown to the desk, and the messages of Teams and the sign-in quote what was sent. */
function codesOf(error: unknown, codes: readonly (string | number | undefined)[]): string {
  const known = codes.filter((code) => code !== undefined && CODE.test(String(code)));
  if (!(error instanceof Error)) return known.join(' ') || 'an unknown error';
  const signIn = /\bAADSTS\d{1,10}\b/.exec(error.message)?.[0];
  const noToken = error instanceof NoTokenError ? ['no token', ...(signIn ? [signIn] : [])] : [];
  return [...noToken, ...known].join(' ') || error.name;
}

/** Retry-After is seconds or a date; in ms from now, at most an hour. */
function retryAfter(header: string | null | undefined, now: number): number | null {
  if (!header) return null;
  const ms = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 0), 3_600_000) : null;
}
