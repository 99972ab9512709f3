/**
 * People of a tenant that is no customer's: anybody can install an app with this bot's id in a tenant of theirs, and Teams signs what it
 * sends. They read once a day what to give the desk. Nothing else comes of what they send, and nothing else is kept of it.
 */
import type { TurnContext } from 'botbuilder';
import { strangerCard } from '../../cards/report/not-eligible.ts';
import { cardReply } from '../../commands/command.ts';
import type { Desk } from '../../desk/desk.ts';
import type { Log } from '../../engine/ports/log.ts';
import { wordsFor } from '../../words/words.ts';
import type { Incoming } from '../in/incoming.ts';
import type { Once } from '../in/learn.ts';
import { createRateLimit } from '../in/rate-limit.ts';
import type { Alone } from '../out/alone.ts';
import { answerInDialog, answerPress, respond } from '../out/answers.ts';
import { cardActivity } from '../out/messenger.ts';

const DAY_MS = 24 * 3_600_000;
const LIMIT_MS = 6_000;

/** `tenants`: those that the operator lists beside the desk file's. */
export function createStrangers(parts: { desk: Desk; tenants: readonly string[]; once: Once; alone: Alone; log: Log }) {
  const { desk, tenants, once, alone, log } = parts;
  const known = new Set([...desk.members.tenants, ...tenants.map((tenant) => tenant.toLowerCase())]);
  const limit = createRateLimit();
  return {
    /** The tenant in which it was sent, when that is no customer's; null: it is. */
    tenantOf: ({ tenants: [where] }: Incoming): string | null => (where === undefined || known.has(where) ? null : where),

    /** Never throws. */
    async answer(incoming: Incoming, tenant: string, context: TurnContext): Promise<void> {
      const words = wordsFor(incoming.locale);
      const view = { desk, words, timeZone: 'sender' in incoming ? incoming.sender.timeZone : '' };
      const reply = cardReply(strangerCard(view, tenant));
      const of = invokeOf(incoming);
      if (of === 'unknown-invoke') return await respond(context, 400, { statusCode: 400 });
      if (of === 'message-action') return await answerInDialog(context, reply, view);
      if (of === 'press') return await answerPress(context, reply, incoming.locale);
      if (incoming.kind !== 'text' && incoming.kind !== 'press' && incoming.kind !== 'welcome') return;
      const { sender, locale } = incoming;
      const { person, isPrivate } = sender;
      if (await limit.count({ person: person.id, tenant, ofDesk: false })) return;
      if (!(await once.isFirst(`stranger:${tenant} ${person.id}`, DAY_MS))) return;
      log.info({ tenant }, 'a person of a tenant that is no customer was told what to give the desk');
      // What came privately is not answered publicly.
      const sent = isPrivate ? alone.post(reply, { ...sender, locale }, LIMIT_MS) : context.sendActivity(cardActivity(reply));
      await sent.catch((error) => log.warn({ err: error, tenant }, 'a refusal could not be sent'));
    },
  };
}

/** What waits for an answer to its request; null: nothing does. */
function invokeOf(incoming: Incoming): 'unknown-invoke' | 'message-action' | 'press' | null {
  const of = incoming.kind === 'guest' || incoming.kind === 'unreadable' ? incoming.of : incoming.kind;
  const isMessage = incoming.kind === 'press' && incoming.asMessage;
  return !isMessage && (of === 'unknown-invoke' || of === 'message-action' || of === 'press') ? of : null;
}
