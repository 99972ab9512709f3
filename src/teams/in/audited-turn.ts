/**
 * A turn whose denials are audited: what a person does carries the client that they do it from, and what they are denied is
 * stored once, beside their answer. Every turn runs its commands through this, so that no denial can be forgotten: those
 * of the core come by `handle`, all others by the answer (`Reply.refused`).
 */
import { normalise, type Reply, type Turn } from '../../commands/command.ts';
import { commandOf } from '../../commands/commands.ts';
import { numberIn } from '../../commands/forms/outage-thread.ts';
import { REPORT_MESSAGE } from '../../commands/report/report-from-message.ts';

import type { Auditor } from '../../engine/audit.ts';
import type { Refused } from '../../engine/ports/audit.ts';
import { clientOf, type Used } from '../../outage/client.ts';
import { denialReason } from '../../outage/denial-reasons.ts';
import type { Overheard, Request, Sender } from './incoming.ts';

/** What a request is about, before its permission is checked. */
type Subject = Pick<Refused, 'what' | 'outageId' | 'number' | 'threadId'> & { readonly used: Used };

export function subjectOf(request: Request | Overheard): Subject {
  const unnamed = { outageId: null, number: null, threadId: null };
  switch (request.kind) {
    case 'press':
      return { ...unnamed, used: 'card', what: request.verb ?? 'unknown', outageId: request.outageId };
    case 'text': {
      // Only the command: what else was typed is private.
      const text = normalise(request.text);
      const what = commandOf(text)?.command.name ?? 'words';
      return { used: 'command', what, outageId: null, number: numberIn(text), threadId: request.sender.place.conversationId };
    }
    case 'reaction':
      return { ...unnamed, used: 'reaction', what: 'acknowledge', threadId: request.threadId };
    case 'overheard':
      return { ...unnamed, used: 'words', what: 'acknowledge', threadId: request.sender.place.conversationId };
    case 'message-action':
      return { ...unnamed, used: 'message-action', what: REPORT_MESSAGE };
    case 'welcome':
      return { ...unnamed, used: 'words', what: request.to === 'room' ? 'welcome' : 'help' };
  }
}

export type AuditedTurn = {
  readonly turn: Turn;
  /** Audits the denial that the answer is, unless it came from the core and is stored already. */
  answered(reply: Reply): Reply;
};

export function auditTurn(turn: Turn, { used, ...subject }: Subject, platform: Sender['platform'], auditor: Auditor): AuditedTurn {
  const { actor, place } = turn;
  const client = clientOf(used, platform);
  const denial = { ...subject, person: { id: actor.id, name: actor.name }, client, conversationId: place.conversationId };
  let rejected = false;
  return {
    turn: {
      ...turn,
      async handle(request) {
        const outcome = await turn.handle(request, client);
        if (!outcome.ok) {
          rejected = true;
          const { outageId, type: what } = request;
          auditor.refused({ ...denial, what, outageId, threadId: null, reason: denialReason(outcome.rejection) });
        }
        return outcome;
      },
    },
    answered(reply) {
      if (reply.refused && !rejected) auditor.refused({ ...denial, reason: reply.refused });
      return reply;
    },
  };
}
