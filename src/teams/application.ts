/** Runs a turn: reads what came from Teams, learns from it, and answers what somebody wants of the bot. */
import type { TurnContext } from 'botbuilder';
import { type CardReply, cardMessageOf, normalise, type Reply, sayLine, sentence, type Turn } from '../commands/command.ts';
import { commandOf, PRESSES, runText } from '../commands/commands.ts';
import { takeFiles } from '../commands/files.ts';
import { takeQuietly, takesIt } from '../commands/progress/acknowledge.ts';
import { welcome } from '../commands/setup.ts';
import { phonesFor } from '../desk/phones.ts';
import { type Message, type Messenger, SendError } from '../engine/ports/messenger.ts';
import { may } from '../outage/permissions.ts';
import { wordsFor } from '../words/words.ts';
import { readActivity } from './in/activity.ts';
import type { Guest, Overheard, Press, Request, Sender, Text, Unreadable } from './in/incoming.ts';
import { createLearn, createOnce, createReportCards, greetingIn } from './in/learn.ts';
import { createMessageAction } from './in/message-action.ts';
import { createRun, type RunCommand, type RunParts } from './in/run-request.ts';
import type { Alone, Asker } from './out/alone.ts';
import { answerInDialog, answerPress, messageOf, repeating, respond, sayTenant } from './out/answers.ts';
import { cardActivity } from './out/messenger.ts';
import type { Targeted } from './out/targeted.ts';
import { withTimeout } from './out/timeout.ts';
import { createCallers } from './people/callers.ts';
import type { Groups } from './people/groups.ts';
import { createReadsIn } from './people/languages.ts';
import type { Members } from './people/members.ts';
import { createStrangers } from './people/strangers.ts';
import { Application } from './sdk-application.ts';

export type TurnParts = RunParts & {
  readonly messenger: Messenger;
  readonly alone: Alone;
  readonly targeted: Targeted;
  readonly members: Members;
  readonly groups: Groups;
  readonly dialogLimitMs?: number | undefined;
  /** Tenants that the operator lists beside those of the desk file. */
  readonly tenants: readonly string[];
};

/** Runs one turn. Never throws for what a person did, and always answers: Teams shows nothing where nothing is answered. */
export type RunTurn = (context: TurnContext) => Promise<void>;

/** Its typing timer runs whatever its options say, one for all turns, and sends outside of every rate limit. */
class QuietApplication extends Application {
  override startTypingTimer(): void {}
}

/** Teams shows an error of its own when a press is not answered in time; and it sends a message again. */
const ANSWER_LIMIT_MS = 4_000;
const MESSAGE_LIMIT_MS = 6_000;

/** Where Teams takes no message for one person alone, other ways are tried. */
const isNotTaken = (error: unknown): boolean => error instanceof SendError && error.failure === 'never';

/** The key of the request in the SDK's turn state. */
const REQUEST = Symbol('request');

export function createTurn(parts: TurnParts): RunTurn {
  const { messenger, alone, targeted, people, members, groups, serviceUrls, log } = parts;
  const { desk, cache, forms, outages } = parts.services;
  const trust = { tenant: desk.file.desk.tenant, isTrusted: serviceUrls.isTrusted };
  const { callerOf, actorOf } = createCallers({ desk, people, members, groups });
  const once = createOnce(cache);
  const readsIn = createReadsIn({ ...parts.services, log });
  const reportCards = createReportCards(cache);
  const learn = createLearn({ ...parts, once });
  const strangers = createStrangers({ desk, tenants: parts.tenants, once, alone, log });
  const run = createRun(parts, callerOf);
  const runMessageAction = createMessageAction({ people, messenger, alone, reportCards, log, limitMs: parts.dialogLimitMs });
  // One route, since the activity was read before. No storage: the SDK's state has no compare-and-set.
  const app = new QuietApplication({ removeRecipientMention: false });
  app.activity(
    async () => true,
    (context) => answer(context.turnState.get<Request>(REQUEST), context),
  );

  return async (context) => {
    const incoming = readActivity(context.activity, trust);
    const [where] = incoming.tenants;
    if (where) sayTenant(where, context);
    const stranger = strangers.tenantOf(incoming);
    if (stranger !== null) return await strangers.answer(incoming, stranger, context);
    await learn(incoming.learned);
    switch (incoming.kind) {
      case 'silent':
        return;
      case 'overheard':
        return await overhear(incoming, context);
      case 'unreadable':
        return await answerUnreadable(incoming, context);
      case 'guest':
        return await answerGuest(incoming, context);
      case 'unknown-invoke':
        return await respond(context, 400, { statusCode: 400 });
      default:
        context.turnState.set(REQUEST, await readsIn(incoming));
        await app.run(context);
    }
  };

  async function answer(request: Request, context: TurnContext): Promise<void> {
    switch (request.kind) {
      case 'press':
        return await answerToPress(request, context);
      case 'text':
        return await answerText(request, context);
      case 'welcome':
        if (!(await once.isFirst(greetingIn(request.sender.place.conversationId)))) return;
        return await say(request, context, request.to === 'room' ? welcome : (turn) => runText('help', turn));
      case 'reaction':
        await run(request, context, (turn) => takeQuietly(request.threadId, turn, { byReaction: true }));
        return;
      case 'message-action': {
        const reply = await run(request, context, (turn, client) => runMessageAction(request, turn, client));
        return await answerInDialog(context, reply, { desk, words: wordsFor(request.locale) }, request.action);
      }
      default:
        request satisfies never;
    }
  }

  /**
   * An edit of a message that was a command already is answered with one sentence, since what it did stands; any other edit
   * counts as a new message if it is a command. What becomes of pictures and files is said apart from the text.
   */
  async function answerText(said: Text, context: TurnContext): Promise<void> {
    const { text, withFiles, edited, messageId, sender, quoted } = said;
    const isCommand = commandOf(normalise(text), { isPrivate: sender.isPrivate, language: wordsFor(said.locale).language }) !== null;
    const key = `command:${sender.place.conversationId} ${messageId}`;
    const ran = edited && messageId !== '' && (await once.has(key));
    if (ran && (await once.isFirst(`${key} edited`))) await say(said, context, async (turn) => sayLine(turn.words.refusals.edited, turn));
    const runs = edited ? isCommand && !ran : text !== '' || !withFiles;
    if (runs) await say(said, context, (turn) => runText(text, { ...turn, quoted }));
    if (withFiles) await say(said, context, (turn) => takeFiles(said, turn));
    if (runs && isCommand && messageId !== '') await once.isFirst(key);
  }

  async function answerGuest(guest: Guest, context: TurnContext): Promise<void> {
    const { of, teamsId, place, timeZone, locale } = guest;
    const words = wordsFor(locale);
    const reply = sentence(words.refusals.guest);
    // A card has the phones at its foot.
    const phones = words.phones(phonesFor(desk.file.desk.phones, timeZone));
    if (of === 'press') return await answerPress(context, sentence(words.formats.joined([words.refusals.guest, phones])), locale);
    if (of === 'message-action') return await answerInDialog(context, reply, { desk, words });
    if (await once.isFirst(`guest:${place.conversationId} ${teamsId}`)) await sends(reply, context, guest);
  }

  /**
   * It was not said to the bot, so nothing of it is kept, not even in the log. But an engineer's "on it" in the thread of an
   * outage acknowledges it, where the tenant lets the bot read the channel.
   */
  async function overhear(overheard: Overheard, context: TurnContext): Promise<void> {
    const { sender, text } = overheard;
    if (sender.place.kind !== 'channel' || !takesIt(text) || !may(actorOf(sender), 'acknowledge')) return;
    await run(overheard, context, (turn) => takeQuietly(sender.place.conversationId, turn));
  }

  async function answerToPress(press: Press, context: TurnContext): Promise<void> {
    const { locale } = press;
    let { sender } = press;
    const reply = await run(press, context, async (turn) => {
      const found = await onItsCard(press);
      if (found === null) return sentence(turn.words.refusals.notPermitted);
      sender = found;
      const { cardId, isPrivate, place } = sender;
      return await runPress(press, { ...turn, cardId, isPrivate, place: { ...turn.place, conversationId: place.conversationId } });
    });
    if (press.asMessage) return reply ? void (await sends(reply, context, { ...sender, locale })) : undefined;
    if (reply?.type !== 'card') return await answerPress(context, reply, locale);
    if (reply.forEveryone && !sender.isPrivate) void showEveryone(sender, { card: reply.forEveryone, summary: reply.summary });
    await answerPress(context, await answerHere(reply, sender, context, press), locale);
    // The form that stood on this card is gone, so the edits of others need not wait for it any more.
    const stays = reply.form === 'opened' || reply.form === 'again';
    const card = stays || sender.place.kind === 'personal' ? null : cardMessageOf(sender);
    const closed = card && forms.close(card, actorOf(sender).id);
    await closed?.catch((error) => log.warn({ err: error }, 'that a form was closed could not be stored'));
  }

  /** What the person sees in place of the card that was pressed. What only they may see comes below a card that others see. */
  async function answerHere(reply: CardReply, sender: Sender, context: TurnContext, press: Press): Promise<Reply> {
    const { form } = wordsFor(press.locale).report;
    const asker = { ...sender, locale: press.locale };
    if (sender.place.kind === 'personal') {
      return reply.form === 'opened' && (await sends(reply, context, asker)) ? sentence(form.below) : reply;
    }
    // Each form was a message of its own, so this one goes away, and the card from which it was opened stays.
    if (sender.isPrivate && reply.form === 'sent' && press.sender.cardId && (await removes(sender)))
      return sentence(reply.said ?? form.sent);
    const isOwnMessage = sender.isPrivate ? reply.form === 'opened' : reply.instead !== undefined;
    if (isOwnMessage && (await sendsAlone(reply, asker, ANSWER_LIMIT_MS))) return sentence(form.belowAlone);
    return sender.isPrivate || !reply.instead ? reply : { ...reply, card: (await reply.instead()).card };
  }

  /** The sender, with the message that was pressed and where it stands; null: somebody else alone sees that message. */
  async function onItsCard({ sender, draftId, outageId }: Press): Promise<Sender | null> {
    const { place, person } = sender;
    const cardId = sender.cardId ?? ((await reportCards.of(place.conversationId, draftId ?? outageId)) || null);
    if (place.kind === 'personal') return { ...sender, cardId };
    const reading = cardId && targeted.readerOf(place.conversationId, cardId);
    const reader = await Promise.resolve(reading).catch((error) => {
      log.warn({ err: error }, 'who alone sees a message could not be read');
      return null;
    });
    if (!reader) {
      const isUnnamed = (await reportCards.of(place.conversationId, draftId)) === '';
      return { ...sender, cardId, isPrivate: sender.isPrivate || isUnnamed };
    }
    if (reader.personId === person.id)
      return { ...sender, cardId, isPrivate: true, place: { ...place, conversationId: reader.conversationId } };
    // Where Teams does not say which message it was, it was another one about the same outage.
    return sender.cardId ? null : sender;
  }

  async function removes({ cardId, person, place }: Sender): Promise<boolean> {
    try {
      await targeted.remove({ to: 'one', personId: person.id, teamsId: person.teamsId, ...place }, cardId ?? '');
      return true;
    } catch (error) {
      log.warn({ err: error }, 'a form that was sent could not be removed');
      return false;
    }
  }

  async function runPress({ verb, data, asMessage }: Press, turn: Turn): Promise<Reply> {
    // The answer is a message, which everybody in a room would see.
    if (asMessage && turn.place.kind !== 'personal' && !turn.isPrivate) return sentence(turn.words.refusals.oldClient);
    return verb ? await PRESSES[verb].run(data, turn) : sentence(turn.words.refusals.oldCard);
  }

  /** Answers with a message in the same conversation. */
  async function say(request: Request, context: TurnContext, command: RunCommand): Promise<void> {
    const { sender, locale } = request;
    const reply = await run(request, context, command);
    if (!reply) return;
    const isBeside = reply.forRoom === 'beside outages' && sender.place.kind === 'channel' && !sender.isPrivate;
    const inThread = isBeside && (await outages.idByThread(sender.place.conversationId).catch(() => null)) !== null;
    const { forRoom: _, ...forOne } = reply;
    await sends(inThread ? forOne : reply, context, { ...sender, locale });
  }

  /** Returns whether the message was sent. What came privately is never answered publicly, but by a card that tells nothing. */
  async function sends(reply: Reply, context: TurnContext, to: Asker): Promise<boolean> {
    const isForOne = to.place.kind !== 'personal' && (to.isPrivate || !reply.forRoom);
    const isSent = isForOne ? await sendsAlone(reply, to) : null;
    if (isSent) return true;
    const instead = isForOne && reply.type === 'card' ? await reply.instead?.() : undefined;
    // Their own chat comes first, but for the card where Teams takes nothing for one person.
    if (to.isPrivate && !(instead && isSent === null)) {
      const isInChat = await posts(reply, to, (message) => alone.postInChat(message, to));
      if (isInChat || !instead) return isInChat === true;
    }
    return (await posts(instead ?? reply, to, async (message) => (await context.sendActivity(cardActivity(message)))?.id ?? '')) === true;
  }

  /** null: Teams takes no such message there. */
  async function sendsAlone(reply: Reply, to: Asker, limitMs = MESSAGE_LIMIT_MS): Promise<boolean | null> {
    const late = () => new SendError('ambiguous', `no answer within ${limitMs} ms`);
    return await posts(reply, to, (message) => withTimeout(alone.post(message, to, limitMs), limitMs, late), true);
  }

  /** `isAlone`: to one person in a room. null: Teams takes no such message there. */
  async function posts(reply: Reply, to: Asker, post: (message: Message) => Promise<string>, isAlone = false): Promise<boolean | null> {
    const view = { desk, words: wordsFor(to.locale), timeZone: to.timeZone };
    try {
      const message = messageOf(reply, view);
      if (!message) return true;
      const messageId = await repeating(message, view, post, isAlone ? { patienceMs: 0 } : {});
      await reportCards.sent(to.place.conversationId, messageId, message.card, isAlone);
      if ('onSent' in reply) await reply.onSent?.().catch(() => undefined);
      return true;
    } catch (error) {
      if (isAlone && isNotTaken(error)) return null;
      log.error({ err: error, conversation: to.place.conversationId }, 'an answer could not be sent');
      return false;
    }
  }

  async function answerUnreadable({ type, of, host, locale }: Unreadable, context: TurnContext): Promise<void> {
    log.warn({ type, host }, 'ignored: it does not say who sent it and where, or its service address is not one of Teams');
    if (of === 'press') await answerPress(context, null, locale);
    if (of === 'message-action') await answerInDialog(context, null, { desk, words: wordsFor(locale) });
  }

  /**
   * Edits the pressed message for everybody else, once nobody fills in a form on it; the person who pressed has the answer already.
   * Where Teams did not say which message it was, the others get a new one.
   */
  async function showEveryone(sender: Sender, message: Message): Promise<void> {
    const { cardId, place } = sender;
    try {
      if (!cardId) return place.kind === 'personal' ? undefined : void (await messenger.post({ to: 'conversation', ...place }, message));
      const after = await forms.editAfter({ conversationId: place.conversationId, activityId: cardId }, actorOf(sender).id);
      if (after === null) return await messenger.edit({ to: 'conversation', ...place }, cardId, message);
      setTimeout(() => void showEveryone(sender, message), after - (await outages.now())).unref();
    } catch (error) {
      log.warn({ err: error }, 'a card could not be edited; everybody but the presser sees the old one');
    }
  }
}
