/** Runs a command for the sender of a request: within the rate limit, audited, and with a friendly answer when it fails. */
import type { TurnContext } from 'botbuilder';
import type { ConnectorClient } from 'botframework-connector';
import { type Caller, PressFailedError, type Reply, refusing, type Services, sentence, type Turn } from '../../commands/command.ts';
import { phonesFor } from '../../desk/phones.ts';
import type { Auditor } from '../../engine/audit.ts';
import type { Log } from '../../engine/ports/log.ts';
import type { RoomKeeper } from '../../engine/room-keeper.ts';
import { isEngineer } from '../../outage/permissions.ts';
import type { OverLimit, RateLimit } from '../http/rate-limit.ts';
import type { ServiceUrls } from '../out/service-url.ts';
import type { People } from '../people/people.ts';
import { type AuditedTurn, auditTurn, subjectOf } from './audited-turn.ts';
import type { Overheard, Request, Sender } from './incoming.ts';

export type RunCommand = (turn: Turn, client: ConnectorClient) => Promise<Reply>;
/** Never throws. null: nothing is answered. */
export type Run = (request: Request | Overheard, context: TurnContext, command: RunCommand) => Promise<Reply | null>;

/** The kinds that prove that the bot is in the room: a message can be reported where it is not. */
const SPOKEN: ReadonlySet<Request['kind'] | 'overheard'> = new Set(['press', 'text', 'overheard']);

export type RunParts = {
  readonly services: Services;
  readonly people: People;
  readonly keeper: RoomKeeper;
  readonly serviceUrls: ServiceUrls;
  readonly limit: RateLimit;
  readonly auditor: Auditor;
  readonly log: Log;
};

export function createRun(parts: RunParts, callerOf: (sender: Sender, client: ConnectorClient) => Caller): Run {
  const { services, people, keeper, serviceUrls, limit, auditor, log } = parts;
  const { desk } = services;

  return async (request, context, command) => {
    const { sender, type } = request;
    const client = context.turnState.get<ConnectorClient>(context.adapter.ConnectorClientKey);
    const caller = callerOf(sender, client);
    const audited = auditTurn({ ...services, ...caller }, subjectOf(request), sender.platform, auditor);
    const over = await limit.count({ person: sender.person.id, tenant: sender.place.tenantId, ofDesk: isEngineer(caller.actor) });
    if (over) return overLimit(over, request, caller, audited);
    seeRoom(request);
    try {
      // In another tenant the same id is somebody else, who must not get this one's messages.
      if (caller.place.tenantId === desk.file.desk.tenant) await people.seen(sender.person.id, sender.person.teamsId);
      await serviceUrls.remember(sender.place.tenantId, sender.place.serviceUrl);
      return audited.answered(await command(audited.turn, client));
    } catch (error) {
      const id = services.newId().slice(0, 8);
      log.error({ err: error, id, person: sender.person.id, type }, 'a turn failed');
      const text = `${caller.words.refusals.failed(id)} ${phones(caller)}`;
      return error instanceof PressFailedError ? { type: 'card', card: error.redraw(text), summary: text } : { type: 'sentence', text };
    }
  };

  /** A press is always answered; a message once a minute, or the bot would send as much as they do. */
  function overLimit({ first, waitSeconds }: OverLimit, request: Request | Overheard, caller: Caller, audited: AuditedTurn): Reply | null {
    const { actor, words } = caller;
    const tooMuch = words.refusals.tooMuch(words.formats.duration(waitSeconds * 1_000));
    const reply = refusing(tooMuch, sentence(`${tooMuch.text} ${phones(caller)}`));
    if (first) log.warn({ person: actor.id }, 'over the rate limit; refused for the rest of the minute');
    if (first) return audited.answered(reply);
    return request.type === 'invoke' ? reply : null;
  }

  /** Asks the store, so it comes after the rate limit. */
  function seeRoom({ kind, sender: { room } }: Request | Overheard): void {
    if (!room || !SPOKEN.has(kind)) return;
    keeper.seen(room.conversationId).catch((error) => log.warn({ err: error }, 'that the bot is in a room could not be stored'));
  }

  function phones({ words, timeZone }: Caller): string {
    return words.phones(phonesFor(desk.file.desk.phones, timeZone));
  }
}
