/** Runs a turn: reads what came from Teams, learns from it, and answers what somebody wants of the bot. */
import { Application } from '@microsoft/teams-ai';
import type { TurnContext } from 'botbuilder';
import { cardMessageOf, normalise, type Reply, sayLine, sentence, type Turn } from '../commands/command.ts';
import { commandOf, PRESSES, runText } from '../commands/commands.ts';
import { takeQuietly, takesIt } from '../commands/progress/acknowledge.ts';
import { welcome } from '../commands/setup.ts';
import { phonesFor } from '../desk/phones.ts';
import type { Message, Messenger } from '../engine/ports/messenger.ts';
import { may } from '../outage/permissions.ts';
import { wordsFor } from '../words/words.ts';
import { readActivity } from './in/activity.ts';
import type { Guest, Overheard, Press, Request, Sender, Text, Unreadable } from './in/incoming.ts';
import { createLearn, createOnce, createReportCards, greetingIn } from './in/learn.ts';
import { createMessageAction } from './in/message-action.ts';
import { createRun, type RunCommand, type RunParts } from './in/run-request.ts';
import { answerByMessage, answerInDialog, answerPress, respond } from './out/answers.ts';
import { createCallers } from './people/callers.ts';
import type { Groups } from './people/groups.ts';
import type { Members } from './people/members.ts';

export type TurnParts = RunParts & {
  readonly messenger: Messenger;
  readonly members: Members;
  readonly groups: Groups;
  readonly dialogLimitMs?: number | undefined;
};

/** Runs one turn. Never throws for what a person did, and always answers: Teams shows nothing where nothing is answered. */
export type RunTurn = (context: TurnContext) => Promise<void>;

/** Its typing timer runs whatever its options say, one for all turns, and sends outside of every rate limit. */
class QuietApplication extends Application {
  override startTypingTimer(): void {}
}

/** The key of the request in the SDK's turn state. */
const REQUEST = Symbol('request');

export function createTurn(parts: TurnParts): RunTurn {
  const { messenger, people, members, groups, serviceUrls, log } = parts;
  const { desk, cache, forms, outages } = parts.services;
  const trust = { tenant: desk.file.desk.tenant, isTrusted: serviceUrls.isTrusted };
  const { callerOf, actorOf } = createCallers({ desk, people, members, groups });
  const once = createOnce(cache);
  const reportCards = createReportCards(cache);
  const learn = createLearn({ ...parts, once });
  const run = createRun(parts, callerOf);
  const runMessageAction = createMessageAction({ people, messenger, reportCards, log, limitMs: parts.dialogLimitMs });
  // One route, since the activity was read before. No storage: the SDK's state has no compare-and-set.
  const app = new QuietApplication({ removeRecipientMention: false });
  app.activity(
    async () => true,
    (context) => answer(context.turnState.get<Request>(REQUEST), context),
  );

  return async (context) => {
    const incoming = readActivity(context.activity, trust);
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
        context.turnState.set(REQUEST, incoming);
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
        await run(request, context, (turn) => takeQuietly(request.threadId, turn));
        return;
      case 'message-action': {
        const reply = await run(request, context, (turn, client) => runMessageAction(request, turn, client));
        return await answerInDialog(context, reply, { desk, words: wordsFor(request.locale) });
      }
      default:
        request satisfies never;
    }
  }

  /**
   * An edit of a message that was a command already is answered with one sentence, since what it did stands; any other edit
   * counts as a new message if it is a command. Pictures and files go nowhere, and nobody may think that they do.
   */
  async function answerText(said: Text, context: TurnContext): Promise<void> {
    const { text, withFiles, edited, messageId, sender } = said;
    const isCommand = commandOf(normalise(text)) !== null;
    const key = `command:${sender.place.conversationId} ${messageId}`;
    if (edited) {
      const ran = messageId !== '' && (await once.has(key));
      if (ran && (await once.isFirst(`${key} edited`))) await say(said, context, async (turn) => sayLine(turn.words.refusals.edited, turn));
      if (ran || !isCommand) return;
    }
    if (text !== '' || !withFiles) await say(said, context, (turn) => runText(text, turn));
    if (withFiles) await say(said, context, async (turn) => sayLine(turn.words.refusals.files, turn));
    if (isCommand && messageId !== '') await once.isFirst(key);
  }

  async function answerGuest(guest: Guest, context: TurnContext): Promise<void> {
    const { of, teamsId, place, timeZone, locale } = guest;
    const words = wordsFor(locale);
    const reply = sentence(words.refusals.guest);
    // A card has the phones at its foot.
    const phones = words.phones(phonesFor(desk.file.desk.phones, timeZone));
    if (of === 'press') return await answerPress(context, sentence(`${words.refusals.guest} ${phones}`), locale);
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
    if (press.asMessage) return await say(press, context, (turn) => runPress(press, turn));
    const { locale } = press;
    let { sender } = press;
    const reply = await run(press, context, async (turn) => {
      const cardId = sender.cardId ?? (await reportCards.of(sender.place.conversationId, press.draftId ?? press.outageId));
      sender = { ...sender, cardId };
      return await runPress(press, { ...turn, cardId });
    });
    if (reply?.type !== 'card') return await answerPress(context, reply, locale);
    if (reply.forEveryone) void showEveryone(sender, { card: reply.forEveryone, summary: reply.summary });
    if (sender.place.kind === 'personal') {
      const isBelow = reply.form === 'opened' && (await sends(reply, context, sender));
      return await answerPress(context, isBelow ? sentence(wordsFor(locale).report.form.below) : reply, locale);
    }
    await answerPress(context, reply, locale);
    // The form that stood on this card is gone, so the edits of others need not wait for it any more.
    const card = reply.form ? null : cardMessageOf(sender);
    const closed = card && forms.close(card, actorOf(sender).id);
    await closed?.catch((error) => log.warn({ err: error }, 'that a form was closed could not be stored'));
  }

  async function runPress({ verb, data, asMessage }: Press, turn: Turn): Promise<Reply> {
    // The answer is a message, which everybody in a room would see.
    if (asMessage && turn.place.kind !== 'personal') return sentence(turn.words.refusals.oldClient);
    return verb ? await PRESSES[verb].run(data, turn) : sentence(turn.words.refusals.oldCard);
  }

  /** Answers with a message in the same conversation. */
  async function say(request: Request, context: TurnContext, command: RunCommand): Promise<void> {
    const reply = await run(request, context, command);
    if (reply) await sends(reply, context, request.sender);
  }

  /** Returns whether the message was sent. */
  async function sends(reply: Reply, context: TurnContext, to: Pick<Guest, 'locale' | 'timeZone' | 'place'>): Promise<boolean> {
    const { locale, timeZone, place } = to;
    try {
      const messageId = await answerByMessage(context, reply, { desk, words: wordsFor(locale), timeZone });
      await reportCards.sent(place.conversationId, messageId, reply.type === 'card' ? reply.card : {});
      return true;
    } catch (error) {
      log.error({ err: error, conversation: place.conversationId }, 'an answer could not be sent');
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
