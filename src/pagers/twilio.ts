/**
 * Calls and text messages by Twilio's REST API, version 2010-04-01. It knows no key by which it would make a call once, so after a lost
 * answer its list is looked at: for a call to this number since then that is not known as another one.
 */
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { TwilioFile } from '../desk/file/pagers.ts';
import { outageName } from '../outage/types/outage.ts';
import type { Instant } from '../outage/types/values.ts';
import type { Words } from '../words/words.ts';
import { type Asked, checkTaken, LIMIT_MS, type Request } from './pager.ts';
import { lineOf, spoken } from './texts.ts';
import { callWith } from './twiml.ts';

/** How long a phone rings, in seconds. */
const RINGS_SECONDS = 45;
/** Twilio's clock may be behind by so much, and writes full seconds. */
const CLOCKS_DIFFER_MS = 5_000;
/** Calls of this process that Twilio named, the newest. */
const MOST_KNOWN = 1_000;

const madeSchema = z.object({ sid: z.string().regex(/^[A-Za-z0-9]{1,64}$/) });
const oneSchema = z.object({ sid: z.string(), to: z.string(), date_created: z.string(), body: z.string().nullish() });
const listSchema = z.union([z.object({ calls: z.array(oneSchema) }), z.object({ messages: z.array(oneSchema) })]);

/** `callbacks`: where Twilio reports what came of it and which key was pressed; null: it can reach nothing here. */
export type Callbacks = { readonly gather: string; readonly status: string } | null;

export type Twilio = ReturnType<typeof createTwilio>;

export function createTwilio({ request, words }: { request: Request; words: Words }) {
  /** By what Twilio calls it, for which message it was made. */
  const known = new LRUCache<string, string>({ max: MOST_KNOWN });

  return {
    async send(pager: TwilioFile, to: string, asked: Asked, secret: string, callbacks: Callbacks): Promise<{ readonly id: string | null }> {
      const { outage, now, thread } = asked;
      const { openTeams, open } = words.pages;
      const form: Record<string, string> =
        pager.by === 'voice'
          ? { Twiml: callWith(spoken(outage, now, words), callbacks?.gather ?? null, words), Timeout: String(RINGS_SECONDS) }
          : { Body: words.formats.joined([lineOf(outage, now, words), thread ? open(thread) : openTeams]) };
      const body = new URLSearchParams({ To: to, From: pager.from, ...form, ...(callbacks && { StatusCallback: callbacks.status }) });
      const answer = await request({
        url: addressOf(pager),
        method: 'POST',
        headers: { ...authorization(pager, secret), 'content-type': 'application/x-www-form-urlencoded' },
        body: body.toString(),
        allowPrivate: pager.allowPrivate,
        limitMs: LIMIT_MS,
      });
      checkTaken('Twilio', answer, false);
      // It has the call, whatever it says about it.
      const made = madeSchema.safeParse(parsed(answer.text)).data;
      if (made) known.set(made.sid, asked.id);
      return { id: made?.sid ?? null };
    },

    /** `since`: it was not made earlier. */
    async find(
      pager: TwilioFile,
      to: string,
      asked: Pick<Asked, 'outage' | 'id'>,
      secret: string,
      { since, limitMs }: { readonly since: Instant; readonly limitMs: number },
    ): Promise<{ readonly id: string } | 'absent' | 'unknown'> {
      const query = new URLSearchParams({ To: to, From: pager.from, PageSize: '20' });
      const ask = { url: `${addressOf(pager)}?${query}`, method: 'GET', headers: authorization(pager, secret) } as const;
      const answer = await request({ ...ask, allowPrivate: pager.allowPrivate, limitMs }).catch(() => null);
      const list = answer?.status === 200 ? listSchema.safeParse(parsed(answer.text)).data : undefined;
      if (!list) return 'unknown';
      const made = 'calls' in list ? list.calls : list.messages;
      // Of what this process knows to be its own, no clock is asked.
      const found =
        made.find(({ sid }) => known.get(sid) === asked.id) ??
        made.find(
          ({ sid, to: called, date_created: at, body }) =>
            called === to &&
            !known.has(sid) &&
            Date.parse(at) >= since - CLOCKS_DIFFER_MS &&
            (typeof body !== 'string' || body.includes(outageName(asked.outage))),
        );
      if (found) known.set(found.sid, asked.id);
      return found ? { id: found.sid } : 'absent';
    },
  };
}

const addressOf = ({ address, account, by }: TwilioFile): string =>
  `${address}/2010-04-01/Accounts/${account}/${by === 'voice' ? 'Calls' : 'Messages'}.json`;
const authorization = ({ account }: TwilioFile, secret: string) => ({
  authorization: `Basic ${Buffer.from(`${account}:${secret}`).toString('base64')}`,
});

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
