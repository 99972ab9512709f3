/**
 * One turn of one person, on the record: what they do carries the client that they do it from, and what they are refused is
 * written down, once, beside their answer. The one way from a turn to the commands, so that no refusal can be forgotten:
 * the core's come by `handle`, all others by the answer (`Reply.refused`).
 */
import { z } from 'zod';
import type { Caller, Reply, Services } from '../../commands/command.ts';
import { commandOf } from '../../commands/commands.ts';
import { numberIn } from '../../commands/forms/outage-thread.ts';
import { normalise } from '../../commands/normalise.ts';
import type { Auditor } from '../../engine/audit.ts';
import type { Refusal } from '../../engine/ports/audit.ts';
import { clientOf, type Used } from '../../outage/client.ts';
import { denialReason } from '../../outage/denial-reasons.ts';
import { readPlatform } from './client.ts';

/** What a turn is about, before anybody has looked whether it may be. */
export type Asked = Pick<Refusal, 'what' | 'outageId' | 'number'> & {
  readonly used: Used;
  /** The conversation that says which outage is meant, where nothing else does. */
  readonly threadId: string | null;
};
const nothing = { outageId: null, number: null, threadId: null } as const;

const meantSchema = z.object({ outage: z.guid().optional().catch(undefined), draft: z.guid().optional().catch(undefined) });

/** `verb`: one that we know, or null. A draft becomes the outage of the same id. */
export function askedByPress(verb: string | null, data: unknown): Asked {
  const meant = meantSchema.safeParse(data).data;
  return { ...nothing, used: 'card', what: verb ?? 'unknown', outageId: meant?.outage ?? meant?.draft ?? null };
}

/** The command alone: what else was typed is nobody's business. */
export function askedByText(text: string, threadId: string): Asked {
  const said = normalise(text);
  const what = commandOf(said)?.command.name ?? 'words';
  return { ...nothing, used: 'command', what, number: numberIn(said), threadId };
}

export const asked = (used: Used, what: string, threadId: string | null = null): Asked => ({ ...nothing, used, what, threadId });

export type OnRecord = {
  readonly parts: Services;
  /** Writes down what the answer refuses, unless the core did and it stands there already. */
  answered(reply: Reply): Reply;
};

export function putOnRecord(
  turn: { readonly asked: Asked; readonly caller: Pick<Caller, 'actor' | 'place'>; readonly activity: unknown },
  { parts, auditor }: { parts: Services; auditor: Auditor },
): OnRecord {
  const { used, ...meant } = turn.asked;
  const { actor, place } = turn.caller;
  const client = clientOf(used, readPlatform(turn.activity));
  const common = { ...meant, person: { id: actor.id, name: actor.name }, client, conversationId: place.conversationId };
  let rejected = false;
  return {
    parts: {
      ...parts,
      async handle(request) {
        const outcome = await parts.handle(request, client);
        if (!outcome.ok) {
          rejected = true;
          const { outageId, type: what } = request;
          auditor.refused({ ...common, what, outageId, threadId: null, reason: denialReason(outcome.rejection) });
        }
        return outcome;
      },
    },
    answered(reply) {
      if (reply.refused && !rejected) auditor.refused({ ...common, reason: reply.refused });
      return reply;
    },
  };
}
