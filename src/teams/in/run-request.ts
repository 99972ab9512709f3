/** Runs each command of a turn: within the rate limit, with its denials audited, and with a friendly answer when it fails. */
import type { TurnContext } from 'botbuilder';
import type { ConnectorClient } from 'botframework-connector';
import { createShownNames, type ShownNames } from '../../cards/base/shown-names.ts';
import { FORM_VERBS } from '../../cards/base/verbs.ts';
import {
  type Caller,
  normalise,
  PressFailedError,
  type Reply,
  refusing,
  type Services,
  sentence,
  type Turn,
} from '../../commands/command.ts';
import { commandOf } from '../../commands/commands.ts';
import { claimedIn, enteredIn, textsIn } from '../../commands/forms/form.ts';
import { numberIn } from '../../commands/forms/outage-thread.ts';
import { phonesFor } from '../../desk/phones.ts';
import type { Auditor } from '../../engine/audit.ts';
import type { Refused } from '../../engine/ports/audit.ts';
import type { Log, LogFields } from '../../engine/ports/log.ts';
import type { OutageStore } from '../../engine/ports/outages.ts';
import type { RoomKeeper } from '../../engine/room-keeper.ts';
import { isEngineer } from '../../outage/permissions.ts';
import { clientOf, type Used } from '../../outage/types/client.ts';
import { wordsFor, wordsOfDesk } from '../../words/words.ts';
import type { ServiceUrls } from '../out/service-url.ts';
import type { People } from '../people/people.ts';
import type { Overheard, Press, Request, Sender } from './incoming.ts';
import { createRateLimit, type OverLimit } from './rate-limit.ts';

export type RunCommand = (turn: Turn, client: ConnectorClient) => Promise<Reply>;

/** The kinds that prove that the bot is in the room: a message can be reported where it is not. */
const SPOKEN: ReadonlySet<Request['kind'] | 'overheard'> = new Set(['press', 'text', 'overheard']);

export type RunParts = {
  readonly services: Services;
  readonly people: People;
  readonly keeper: RoomKeeper;
  readonly serviceUrls: ServiceUrls;
  readonly auditor: Auditor;
  readonly log: Log;
  /** Hears what each request is about. */
  readonly note: (fields: LogFields) => void;
};

/** What it returns never throws. null: nothing is answered. */
export function createRun(parts: RunParts, callerOf: (sender: Sender, client: ConnectorClient) => Caller) {
  const { services, people, keeper, serviceUrls, auditor, log, note } = parts;
  const { desk } = services;
  const limit = createRateLimit();
  const names = createShownNames(desk, wordsOfDesk(desk).news.engineer);

  return async (request: Request | Overheard, context: TurnContext, command: RunCommand): Promise<Reply | null> => {
    const { sender, type } = request;
    const client = context.turnState.get<ConnectorClient>(context.adapter.ConnectorClientKey);
    const caller = callerOf(sender, client);
    const outages =
      desk.file.desk.engineerNames === 'full' || isEngineer(caller.actor) ? services.outages : shownTo(names, services.outages);
    const subject = subjectOf(request);
    note({ what: subject.what, client: subject.used });
    const audited = auditTurn({ ...services, outages, ...caller }, subject, sender.platform, auditor, names);
    const over = await limit.count({ person: sender.person.id, tenant: sender.place.tenantId, ofDesk: isEngineer(caller.actor) });
    if (over) return overLimit(over, request, caller, audited);
    seeRoom(request);
    try {
      // Of somebody whose tenant is in doubt nothing is kept: they must not get another one's messages.
      if (sender.tenants.length === 1) {
        await people.seen(caller.actor.id, sender.person.teamsId);
        await serviceUrls.remember(sender.place.tenantId, sender.place.serviceUrl);
      }
      return audited.answered(await command(audited.turn, client));
    } catch (error) {
      const id = services.newId().slice(0, 8);
      log.error({ err: error, id, person: sender.person.id, type }, 'a turn failed');
      const text = caller.words.formats.joined([caller.words.refusals.failed(id), phones(caller)]);
      if (!(error instanceof PressFailedError)) return { type: 'sentence', text };
      return { type: 'card', card: error.redraw(text), summary: text, form: 'again' };
    }
  };

  /** A press is always answered; a message once a minute, or the bot would send as much as they do. */
  function overLimit({ first, waitSeconds }: OverLimit, request: Request | Overheard, caller: Caller, audited: AuditedTurn): Reply | null {
    const { actor, words } = caller;
    const tooMuch = words.refusals.tooMuch(words.formats.duration(waitSeconds * 1_000));
    const reply = refusing(tooMuch, sentence(words.formats.joined([tooMuch.text, phones(caller)])));
    if (request.kind === 'press') rememberEntered(request, actor.id);
    if (first) log.warn({ person: actor.id }, 'over the rate limit; refused for the rest of the minute');
    if (first) return audited.answered(reply);
    return request.type === 'invoke' ? reply : null;
  }

  /** In memory alone: the store is what the limit protects. */
  function rememberEntered({ verb, data }: Press, personId: string): void {
    const form = FORM_VERBS.find((one) => one === verb);
    if (form) services.forms.remember(personId, enteredIn(form, claimedIn(data)), textsIn(data));
  }

  /** Asks the store, so it comes after the rate limit. */
  function seeRoom({ kind, sender: { room, tenants } }: Request | Overheard): void {
    const [tenantId, ...others] = tenants;
    if (!room || !SPOKEN.has(kind) || !tenantId || others.length > 0) return;
    keeper.seen(room.conversationId, tenantId).catch((error) => log.warn({ err: error }, 'that the bot is in a room could not be stored'));
  }

  function phones({ words, timeZone }: Caller): string {
    return words.phones(phonesFor(desk.file.desk.phones, timeZone));
  }
}

/** What a request is about, before its permission is checked. */
type Subject = Pick<Refused, 'what' | 'outageId' | 'number' | 'threadId'> & { readonly used: Used };

function subjectOf(request: Request | Overheard): Subject {
  const unnamed = { outageId: null, number: null, threadId: null };
  switch (request.kind) {
    case 'press':
      return { ...unnamed, used: 'card', what: request.verb ?? 'unknown', outageId: request.outageId };
    case 'text': {
      // Only the command: what else was typed is private.
      const text = normalise(request.text);
      const what =
        commandOf(text, { isPrivate: request.sender.isPrivate, language: wordsFor(request.locale).language })?.command.name ?? 'words';
      return { used: 'command', what, outageId: null, number: numberIn(text), threadId: request.sender.place.conversationId };
    }
    case 'reaction':
      return { ...unnamed, used: 'reaction', what: 'acknowledge', threadId: request.threadId };
    case 'overheard':
      return { ...unnamed, used: 'words', what: 'acknowledge', threadId: request.sender.place.conversationId };
    case 'message-action':
      return { ...unnamed, used: 'message-action', what: request.action };
    case 'welcome':
      return { ...unnamed, used: 'words', what: request.to === 'room' ? 'welcome' : 'help' };
  }
}

/** The record as a customer reads it. Nothing that comes from it may be stored. */
const shownTo = (names: ShownNames, outages: OutageStore): OutageStore => ({
  ...outages,
  read: async (...of) => names(await outages.read(...of)),
  list: async (filter) => names(await outages.list(filter)),
  joinedBy: async (person, states) => names(await outages.joinedBy(person, states)),
});

type AuditedTurn = ReturnType<typeof auditTurn>;

/** A turn whose denials are audited once: those of the core come by `handle`, all others by the answer (`Reply.refused`). */
function auditTurn(turn: Turn, { used, ...subject }: Subject, platform: Sender['platform'], auditor: Auditor, names: ShownNames) {
  const { actor, place } = turn;
  const client = clientOf(used, platform);
  const denial = { ...subject, person: { id: actor.id, name: actor.name }, client, conversationId: place.conversationId };
  let rejected = false;
  const handle: Turn['handle'] = async (request) => {
    const outcome = await turn.handle(request, client);
    if (!outcome.ok) {
      rejected = true;
      const { outageId, type: what } = request;
      auditor.refused({ ...denial, what, outageId, threadId: null, reason: outcome.rejection.type });
    }
    return isEngineer(actor) ? outcome : names(outcome);
  };
  return {
    turn: { ...turn, handle },
    /** Audits the denial that the answer is, unless it came from the core and is stored already. */
    answered(reply: Reply): Reply {
      if (reply.type !== 'card' || !reply.instead) return audited(reply);
      const { instead } = reply;
      return audited({ ...reply, instead: async () => audited(await instead()) });
    },
  };

  function audited<Given extends Reply>(reply: Given): Given {
    if (reply.refused && !rejected) auditor.refused({ ...denial, reason: reply.refused });
    return reply;
  }
}
