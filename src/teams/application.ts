/** Routes what comes from Teams to the commands, with teams-ai, and says their answers in Teams' way. */
import { Application } from '@microsoft/teams-ai';
import { ActivityTypes, type TurnContext } from 'botbuilder';
import type { ConnectorClient } from 'botframework-connector';
import { sentenceCard } from '../cards/base/answer.ts';
import { VERBS, type Verb } from '../cards/base/verbs.ts';
import { spelledOut } from '../cards/text/clock.ts';
import { type Caller, type Presses, PressFailedError, type Reply, refusing, type Services, sentence } from '../commands/command.ts';
import { REPORT_MESSAGE } from '../commands/manifest.ts';
import { takeQuietly, takesIt } from '../commands/progress/acknowledge.ts';
import { phonesFor } from '../desk/phones.ts';
import type { Auditor } from '../engine/audit.ts';
import type { Log } from '../engine/ports/log.ts';
import type { Message, Messenger } from '../engine/ports/messenger.ts';
import type { RoomKeeper } from '../engine/room-keeper.ts';
import { isEngineer, may } from '../outage/permissions.ts';
import type { Actor } from '../outage/types/person.ts';
import { roomIdOf } from '../outage/types/rooms.ts';
import { wordsFor } from '../words/words.ts';
import type { RateLimit, Refusal } from './http/rate-limit.ts';
import { type Incoming, isOverheard, readActivity, readExecute, readRoom, readTakenThread } from './in/activity.ts';
import { type Asked, asked, askedByPress, askedByText, type OnRecord, putOnRecord } from './in/audited-turn.ts';
import { createMessageAction, dialogOf } from './in/message-action.ts';
import { isWelcome, readRoomEvent } from './in/room-event.ts';
import { cardActivity } from './out/messenger.ts';
import type { ServiceUrls } from './out/service-url.ts';
import { createCallers } from './people/callers.ts';
import type { Groups } from './people/groups.ts';
import type { Members } from './people/members.ts';
import type { People } from './people/people.ts';

const hostOf = (address = ''): string | undefined => URL.parse(address)?.host;
const GREETED_MS = 30 * 24 * 3_600_000;
const greetedKey = (conversationId: string) => `greeted:${roomIdOf(conversationId)}`;

export type TeamsParts = {
  readonly parts: Services;
  readonly presses: Presses;
  readonly runText: (text: string, caller: Caller, parts: Services) => Promise<Reply>;
  /** What is said where the bot was added. */
  readonly welcome: (caller: Caller, parts: Services) => Promise<Reply>;
  readonly messenger: Messenger;
  readonly people: People;
  readonly members: Members;
  readonly groups: Groups;
  readonly keeper: RoomKeeper;
  readonly serviceUrls: ServiceUrls;
  readonly dialogLimitMs?: number | undefined;
  readonly limit: RateLimit;
  readonly auditor: Auditor;
  readonly log: Log;
};

/** Runs one turn. Never throws for what a person did, and always answers: Teams shows nothing where nothing is answered. */
export type Turn = (context: TurnContext) => Promise<void>;

export function createTurn(teams: TeamsParts): Turn {
  const { parts, presses, runText, welcome, messenger, people, members, groups, keeper, serviceUrls, limit, auditor, log } = teams;
  const { callerOf, actorOf } = createCallers({ desk: parts.desk, people, members, groups });
  const greeting = new Set<string>();
  const messageAction = createMessageAction({ people, messenger, log, limitMs: teams.dialogLimitMs });
  // No storage and no typing timer: its state has no compare-and-set, and its timer is shared by all turns.
  const app = new Application({ startTypingTimer: false, removeRecipientMention: true });

  // Every Action.Execute, also of cards that we never made: those are told so.
  app.adaptiveCards.actionExecute(
    // The SDK throws when its own route is chosen for anything else.
    async ({ activity: { type, name, value } }) =>
      type === ActivityTypes.Invoke && name === 'adaptiveCard/action' && readExecute(value) !== null,
    async (context) => {
      const press = readExecute(context.activity.value);
      const verb = knownVerb(press?.verb);
      const reply = await answer(context, askedByPress(verb, press?.data), (caller, own) => runPress(verb, press?.data, caller, own));
      if (reply?.type === 'card') {
        if (reply.forEveryone) showEveryone(context, { card: reply.forEveryone, summary: reply.summary });
        return reply.card;
      }
      // Shown as it is, not as a card's text: no client makes a time of a macro in it.
      return reply?.type === 'sentence' ? spelledOut(reply.text) : wordsFor(context.activity.locale).refused.unreadable.text;
    },
  );

  // Clients too old for Action.Execute send the same data as a message without text.
  app.activity(
    async (context) => context.activity.type === ActivityTypes.Message && !context.activity.text && isObject(context.activity.value),
    async (context) => {
      const { value } = context.activity;
      const verb = knownVerb(value.verb);
      const reply = await answer(context, askedByPress(verb, value), async (caller, own) =>
        caller.place.kind === 'personal' ? await runPress(verb, value, caller, own) : sentence(caller.words.refused.oldClient),
      );
      if (reply) await say(context, reply);
    },
  );

  app.activity(ActivityTypes.Message, async (context) => {
    const { text = '', conversation } = context.activity;
    const reply = await answer(context, askedByText(text, conversation.id), (caller, own) => runText(text, caller, own));
    if (reply) await say(context, reply);
  });

  // The first route that fits is the only one that runs.
  app.activity(
    async (context) => isWelcome(context.activity),
    async (context) => {
      const room = readRoom(context.activity);
      if (!room || !(await isFirst(room.conversationId))) return;
      const reply = await answer(context, asked('words', 'welcome'), welcome);
      if (reply) await say(context, reply);
    },
  );

  app.activity(ActivityTypes.MessageReaction, async (context) => {
    const thread = readTakenThread(context.activity);
    if (thread) await answer(context, asked('reaction', 'acknowledge', thread), (caller, own) => takeQuietly(thread, caller, own));
  });

  app.activity(ActivityTypes.InstallationUpdate, async (context) => {
    const incoming = readActivity(context.activity);
    if (context.activity.action !== 'add' || incoming?.place.kind !== 'personal') return;
    if (!(await isFirst(incoming.place.conversationId))) return;
    const reply = await answer(context, asked('words', 'help'), (caller, own) => runText('help', caller, own));
    if (reply) await say(context, reply);
  });

  // On a message; again when the dialog's one button is pressed.
  const dialog = async (context: TurnContext) => {
    const { activity } = context;
    const reply = await answer(context, asked('message-action', REPORT_MESSAGE), (caller, own, client) =>
      messageAction(activity.value, caller, own, client, activity.from.id),
    );
    const words = wordsFor(activity.locale);
    return dialogOf(reply ?? sentence(words.refused.unreadable), { desk: parts.desk, words });
  };
  app.messageExtensions.fetchTask(REPORT_MESSAGE, dialog);
  app.messageExtensions.submitAction(REPORT_MESSAGE, dialog);

  app.activity(ActivityTypes.Invoke, async (context) => {
    await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 400, body: { statusCode: 400 } } });
  });

  return async (context) => {
    // The router needs to know who and where before any route is asked; without that there is nobody to answer.
    const { activity } = context;
    const { from, recipient, conversation, channelId } = activity;
    if (isOverheard(activity)) return await overhear(context);
    learn(activity);
    await Promise.all([keepRooms(activity), keepMembers(activity)]);
    if (from?.id && recipient?.id && conversation?.id && channelId) await app.run(context);
    else log.warn({ type: activity.type }, 'ignored: an activity from nobody or nowhere');
  };

  /** Whether nothing was said here of its own accord yet: Teams says twice, and with each start of some clients, that the bot was added. */
  async function isFirst(conversationId: string): Promise<boolean> {
    const key = greetedKey(conversationId);
    if (greeting.has(key)) return false;
    greeting.add(key);
    try {
      if ((await parts.cache.get(key)) === true) return false;
      await parts.cache.set(key, true, GREETED_MS);
      return true;
    } finally {
      greeting.delete(key);
    }
  }

  /** What Teams said of the rooms, before anything else is made of it: where the bot was added again, messages arrive again. */
  async function keepRooms(activity: TurnContext['activity']): Promise<void> {
    const event = serviceUrls.isTrusted(activity.serviceUrl) ? readRoomEvent(activity, parts.desk.file.desk.tenant) : null;
    if (!event) return;
    try {
      await keeper.take(event);
      if (event.type === 'lost' && event.why === 'bot-removed') await parts.cache.delete(greetedKey(activity.conversation.id));
    } catch (error) {
      // A message that does not arrive there is told to the desk all the same.
      log.error({ err: error, event: event.type }, 'what Teams said of a room could not be kept');
    }
  }

  /** Who came to a team or went, before that person says something. */
  async function keepMembers(activity: TurnContext['activity']): Promise<void> {
    if (!serviceUrls.isTrusted(activity.serviceUrl)) return;
    // A roster that is asked again within the hour is right all the same.
    await members.take(activity).catch((error) => log.warn({ err: error }, 'who came to a team or went could not be kept'));
  }

  /**
   * It was not said to us, so it is as if it had not been said: nothing of it is kept, not even in the log. But an
   * engineer's "on it" in the thread of an outage takes it, where the tenant lets the bot read the channel.
   */
  async function overhear(context: TurnContext): Promise<void> {
    const incoming = readActivity(context.activity);
    if (incoming?.place.kind !== 'channel' || !takesIt(incoming.text) || !mayTake(incoming)) return;
    const threadId = incoming.place.conversationId;
    await answer(context, asked('words', 'acknowledge', threadId), (caller, own) => takeQuietly(threadId, caller, own));
  }

  function mayTake(incoming: Incoming | null): boolean {
    return incoming !== null && may(actorOf(incoming), 'acknowledge');
  }

  /** For later only, so nobody waits for it, and nobody is met with silence because the store did not take it. */
  function learn(activity: TurnContext['activity']): void {
    // A message can be reported where the bot is not.
    if (!serviceUrls.isTrusted(activity.serviceUrl) || activity.name?.startsWith('composeExtension/')) return;
    groups.seen(activity).catch((error) => log.warn({ err: error }, 'the team of a channel could not be remembered'));
  }

  /** Asks the store each time, so only for whoever may still ask something of us. */
  function learnRoom(activity: TurnContext['activity']): void {
    const said = activity.type === ActivityTypes.Message || activity.type === ActivityTypes.Invoke;
    const room = said && !activity.name?.startsWith('composeExtension/') ? readRoom(activity) : null;
    if (room) keeper.seen(room.conversationId).catch((error) => log.warn({ err: error }, 'that a room is there could not be remembered'));
  }

  async function runPress(verb: Verb | null, data: unknown, caller: Caller, own: Services): Promise<Reply> {
    return verb ? await presses[verb].run(data, caller, own) : sentence(caller.words.refused.oldCard);
  }

  /** Reads who says it, runs it, and makes a friendly answer of a failure: with an id, the phone, and what was kept. */
  async function answer(
    context: TurnContext,
    asked: Asked,
    run: (caller: Caller, own: Services, client: ConnectorClient) => Promise<Reply>,
  ): Promise<Reply | null> {
    const incoming = readActivity(context.activity);
    if (!incoming || !serviceUrls.isTrusted(incoming.place.serviceUrl)) {
      log.warn(
        { type: context.activity.type, host: hostOf(incoming?.place.serviceUrl) },
        'ignored: it does not say who, where, or comes by a strange address',
      );
      return null;
    }
    const client = context.turnState.get<ConnectorClient>(context.adapter.ConnectorClientKey);
    const caller = callerOf(incoming, context.activity, client);
    const onRecord = putOnRecord({ asked, caller, activity: context.activity }, { parts, auditor });
    const refusal = await limit.take(whoOf(incoming, caller.actor));
    if (refusal) return tooMuch(refusal, context, caller, onRecord);
    learnRoom(context.activity);
    try {
      // In another tenant the same id is somebody else, who must not get this one's messages.
      if (caller.place.tenantId === parts.desk.file.desk.tenant) await people.seen(incoming.person.id, incoming.person.teamsId);
      await serviceUrls.remember(incoming.place.tenantId, incoming.place.serviceUrl);
      return onRecord.answered(await run(caller, onRecord.parts, client));
    } catch (error) {
      const id = parts.newId().slice(0, 8);
      log.error({ err: error, id, person: incoming.person.id, type: context.activity.type }, 'a turn failed');
      const { words } = caller;
      const text = `${words.refused.failed(id)} ${words.phones(phonesFor(parts.desk.file.desk.phones, caller.timeZone))}`;
      return error instanceof PressFailedError ? { type: 'card', card: error.redraw(text), summary: text } : { type: 'sentence', text };
    }
  }

  function whoOf({ person, place }: Incoming, actor: Actor) {
    return { person: person.id, tenant: place.tenantId, ofDesk: isEngineer(actor) };
  }

  /** A press is always answered; a message once a minute, or we would send as much as they do. */
  function tooMuch({ first, waitSeconds }: Refusal, context: TurnContext, caller: Caller, onRecord: OnRecord): Reply | null {
    const { actor, words, timeZone } = caller;
    const said = words.refused.tooMuch(words.formats.duration(waitSeconds * 1_000));
    const reply = refusing(said, sentence(`${said.text} ${words.phones(phonesFor(parts.desk.file.desk.phones, timeZone))}`));
    if (first) log.warn({ person: actor.id }, 'over the rate limit; refused for the rest of the minute');
    if (first) return onRecord.answered(reply);
    return context.activity.type === ActivityTypes.Invoke ? reply : null;
  }

  /** A typed command's answer is a message in the same conversation. */
  async function say(context: TurnContext, reply: Reply): Promise<void> {
    if (reply.type === 'nothing') return;
    const words = wordsFor(context.activity.locale);
    const timeZone = readActivity(context.activity)?.timeZone ?? '';
    const card = reply.type === 'card' ? reply.card : sentenceCard({ desk: parts.desk, words, timeZone }, reply.text);
    try {
      await context.sendActivity(cardActivity({ card, summary: reply.type === 'card' ? reply.summary : reply.text }));
    } catch (error) {
      log.error({ err: error, conversation: context.activity.conversation.id }, 'an answer could not be sent');
    }
  }

  /** Edits the pressed message for everybody else; the one who pressed has the answer already. */
  function showEveryone(context: TurnContext, message: Message): void {
    const incoming = readActivity(context.activity);
    if (!incoming?.cardId) return;
    messenger
      .edit({ to: 'conversation', ...incoming.place }, incoming.cardId, message)
      .catch((error) => log.warn({ err: error }, 'the others still see the old card'));
  }
}

const knownVerb = (verb: unknown): Verb | null => VERBS.find((one) => one === verb) ?? null;
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
