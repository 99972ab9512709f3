/** Runs a turn of the SDK for a request. Its own `process` would print errors and send them to the client. */
import { randomUUID } from 'node:crypto';
import { type Activity, CloudAdapter, type InvokeResponse } from 'botbuilder';
import { AuthenticationError } from 'botframework-connector';
import { z } from 'zod';
import type { Log } from '../engine/ports/log.ts';
import type { RunTurn } from './application.ts';
import { URL_SAFE } from './in/schema.ts';
import { NoSigningKeysError } from './in/signing-keys.ts';
import { UNAUTHORIZED } from './in/tenant-guard.ts';
import type { HardenedAuthentication } from './out/connector.ts';

const word = z.string().optional().catch(undefined);
const account = z.looseObject({ name: word, role: word, aadObjectId: word }).optional().catch(undefined);
const entitySchema = z.looseObject({ type: z.string() });

/** What the SDK reads before our turn runs, and sends back to Teams, without checking it: invalid parts are dropped here. */
const bodySchema = z.looseObject({
  type: z.string().min(1),
  name: word,
  // It throws where there is none.
  text: z.string().catch(''),
  // It puts this one into the URL of its answer.
  id: z.string().regex(URL_SAFE).optional().catch(undefined),
  replyToId: word,
  locale: word,
  action: word,
  deliveryMode: word,
  from: account,
  recipient: account,
  conversation: z
    .looseObject({ name: word, role: word, isGroup: z.boolean().optional().catch(undefined) })
    .optional()
    .catch(undefined),
  entities: z
    .array(z.unknown())
    .catch([])
    .transform((entities) => entities.filter((entity) => entitySchema.safeParse(entity).success)),
});

/** Unauthenticated callers get a status code only. `errorId`: the id under which the error was logged. */
type Answer = { readonly status: number; readonly body?: unknown; readonly errorId?: string };

/** Makes the protected method callable. */
class TurnAdapter extends CloudAdapter {
  run(authorization: string, activity: Activity, turn: RunTurn): Promise<InvokeResponse | undefined> {
    return this.processActivity(authorization, activity, turn);
  }
}

/** What it returns never throws. `onUnauthenticated`: called for each request that does not come from Teams; `onAuthenticated`: for one that does. */
export function createAdapter(parts: {
  authentication: HardenedAuthentication;
  turn: RunTurn;
  log: Log;
  onUnauthenticated: () => void;
}): (body: unknown, authorization: string, onAuthenticated: () => void) => Promise<Answer> {
  const { authentication, turn, log, onUnauthenticated } = parts;
  const newId = () => randomUUID().slice(0, 8);
  const adapter = new TurnAdapter(authentication);
  adapter.onTurnError = async (_context, error) => log.error({ err: error, id: newId() }, 'a turn failed outside of its handler');

  return async (body, authorization, onAuthenticated) => {
    const parsed = bodySchema.safeParse(body);
    if (!parsed.success) return { status: 400 };
    try {
      const done = await adapter.run(authorization, parsed.data as unknown as Activity, async (context) => {
        onAuthenticated();
        await turn(context);
      });
      return { status: done?.status ?? 200, body: done?.body };
    } catch (error) {
      if (error instanceof AuthenticationError) {
        onUnauthenticated();
        return { status: UNAUTHORIZED };
      }
      // Teams may try again; the directory of keys has logged why, once.
      if (error instanceof NoSigningKeysError) return { status: 503 };
      const errorId = newId();
      log.error({ err: error, id: errorId }, 'a request failed before its turn');
      return { status: 500, errorId };
    }
  };
}
