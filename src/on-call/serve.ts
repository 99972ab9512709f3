/** Gives people the addresses of calendars, and serves who has one. Nothing else is answered, not even why. */
import { hash, randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Desk } from '../desk/desk.ts';
import { MINUTE_MS } from '../desk/on-call/local-time.ts';
import type { CalendarDesk, Calendars, Overrides } from '../engine/ports/desk.ts';
import type { Log } from '../engine/ports/log.ts';
import type { OutageStore } from '../engine/ports/outages.ts';
import { may } from '../outage/permissions.ts';
import type { Instant } from '../outage/types/values.ts';
import type { Words } from '../words/words.ts';
import { BACK_MS, drawCalendar } from './calendar.ts';

export const PATH = '/on-call/';
const ENDING = '.ics';
/** 256 bits: nobody guesses it. */
const TOKEN_BYTES = 32;

const ALWAYS = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "sandbox; default-src 'none'",
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
};

export type ServeCalendar = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

type Parts = {
  readonly desk: Desk;
  readonly words: Words;
  readonly calendars: Calendars;
  readonly overrides: Pick<Overrides, 'since'>;
  readonly outages: Pick<OutageStore, 'now'>;
  /** Without a slash at its end. */
  readonly publicUrl: string;
  readonly log: Log;
};

const hashOf = (token: string): string => hash('sha256', token);

export function createCalendarDesk({ calendars, publicUrl }: Pick<Parts, 'calendars' | 'publicUrl'>): CalendarDesk {
  return {
    of: calendars.of,
    withdraw: calendars.withdraw,
    async make(calendar) {
      const token = randomBytes(TOKEN_BYTES).toString('base64url');
      await calendars.make({ ...calendar, hash: hashOf(token) });
      return `${publicUrl}${PATH}${token}${ENDING}`;
    },
  };
}

export function createServeCalendar({ desk, words, calendars, overrides, outages, publicUrl, log }: Parts): ServeCalendar {
  const { host } = new URL(publicUrl);
  const drawOnce = createMemory();
  return async (request, response) => {
    try {
      const text = await draw(tokenIn(request.url ?? ''));
      const [status, type, body] = text === null ? ([404, 'plain', 'Not found'] as const) : ([200, 'calendar', text] as const);
      const headers = { ...ALWAYS, 'content-type': `text/${type}; charset=utf-8`, 'content-length': String(Buffer.byteLength(body)) };
      response.writeHead(status, headers);
      response.end(request.method === 'HEAD' ? undefined : body);
    } catch (error) {
      log.warn({ err: error }, 'a calendar could not be served');
      response.writeHead(503, { ...ALWAYS, 'retry-after': '60' });
      response.end();
    }
  };

  /**
   * The same is done for every token, whatever it looks like: it is hashed, and the hash is looked up. How long that takes tells nothing of
   * a token that is right, since nobody can choose a hash. null: it is of nobody who may have it.
   */
  async function draw(token: string): Promise<string | null> {
    const found = await calendars.find(hashOf(token));
    const reader = found && desk.person(found.personId);
    // Who has left the desk reads it no more.
    if (!found || !reader || !may(desk.actor(reader), 'on-call')) return null;
    const now = Math.floor((await outages.now()) / MINUTE_MS) * MINUTE_MS;
    const view = { of: found.of, overrides: await overrides.since(now - BACK_MS), now };
    return drawOnce(view, () => drawCalendar({ ...view, desk, words, host }));
  }
}

/** Drawing takes a tenth of a second of a large schedule, so whoever has an address must not be able to ask for it again and again. */
function createMemory() {
  let minute: Instant = 0;
  const drawn = new Map<string, string | null>();
  return (view: { readonly now: Instant }, draw: () => string | null): string | null => {
    if (view.now !== minute) drawn.clear();
    minute = view.now;
    const key = JSON.stringify(view);
    const text = drawn.get(key) ?? draw();
    drawn.set(key, text);
    return text;
  };
}

function tokenIn(url: string): string {
  const { pathname } = new URL(url, 'http://calendars');
  return pathname.endsWith(ENDING) ? pathname.slice(PATH.length, -ENDING.length) : '';
}
