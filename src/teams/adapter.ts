/** The SDK's CloudAdapter behind our own answers: `process`, which it has for this, tells the sender what went wrong, and prints it. */
import { type Activity, CloudAdapter, type InvokeResponse } from 'botbuilder';
import { AuthenticationError } from 'botframework-connector';
import { z } from 'zod';
import type { Log } from '../engine/ports/log.ts';
import type { Turn } from './application.ts';
import { UNAUTHORIZED } from './in/tenant-guard.ts';
import type { HardenedAuthentication } from './out/connector.ts';

const word = z.string().optional().catch(undefined);
const account = z.looseObject({ name: word, role: word }).optional().catch(undefined);
const entitySchema = z.looseObject({ type: z.string() });
const mentionSchema = z.looseObject({ text: z.string(), mentioned: z.looseObject({ id: z.string() }) });

/**
 * What the SDK takes for granted of an activity. It reads some of it before any of our handlers, and says the rest back
 * to Teams: what is not as it should be is left out, and our own parsing (activity.ts) decides what may come of it.
 */
const bodySchema = z.looseObject({
  type: z.string().min(1),
  ...{ name: word, text: word, id: word, replyToId: word, locale: word, action: word, deliveryMode: word },
  from: account,
  recipient: account,
  conversation: z
    .looseObject({ name: word, role: word, isGroup: z.boolean().optional().catch(undefined) })
    .optional()
    .catch(undefined),
  entities: z
    .array(z.unknown())
    .catch([])
    .transform((entities) => entities.filter((entity) => isEntity(entity))),
});

function isEntity(entity: unknown): boolean {
  const parsed = entitySchema.safeParse(entity);
  return parsed.success && (parsed.data.type.toLowerCase() !== 'mention' || mentionSchema.safeParse(entity).success);
}

/** A status alone says enough to whoever is no friend. `errorId`: under which the log has the reason. */
export type Answer = { readonly status: number; readonly body?: unknown; readonly errorId?: string };

export type Adapter = { take(body: unknown, authorization: string, turn: Turn): Promise<Answer> };

class Opened extends CloudAdapter {
  run(authorization: string, activity: Activity, turn: Turn): Promise<InvokeResponse | undefined> {
    return this.processActivity(authorization, activity, turn);
  }
}

/** Never throws. `refused` hears of each request that does not come from Teams. */
export function createAdapter(parts: {
  authentication: HardenedAuthentication;
  log: Log;
  newId: () => string;
  refused: () => void;
}): Adapter {
  const { authentication, log, newId, refused } = parts;
  const opened = new Opened(authentication);
  opened.onTurnError = async (_context, error) => log.error({ err: error, id: newId() }, 'a turn failed outside of its handler');

  return {
    async take(body, authorization, turn) {
      const parsed = bodySchema.safeParse(body);
      if (!parsed.success) return { status: 400 };
      try {
        const done = await opened.run(authorization, parsed.data as unknown as Activity, turn);
        return { status: done?.status ?? 200, body: done?.body };
      } catch (error) {
        if (error instanceof AuthenticationError) {
          refused();
          return { status: UNAUTHORIZED };
        }
        const errorId = newId();
        log.error({ err: error, id: errorId }, 'a request failed before its turn');
        return { status: 500, errorId };
      }
    },
  };
}
