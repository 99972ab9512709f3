/**
 * What somebody chose on a message. It continues in a message that they alone see, because the bot cannot edit a card in a dialog: a report
 * in their own chat, and what is to be published in the thread where it stands.
 */
import type { ConnectorClient } from 'botframework-connector';
import { begunElsewhereCard, notInstalledCard, unsureCard } from '../../cards/report/begun.ts';
import { cardReply, type Reply, sentence, type Turn } from '../../commands/command.ts';
import { PUBLISH_MESSAGE, publishMessage } from '../../commands/progress/publish.ts';
import { reportFromMessage } from '../../commands/report/report-from-message.ts';
import { refusal } from '../../commands/report/report-outage.ts';
import type { Log } from '../../engine/ports/log.ts';
import { type Messenger, SendError } from '../../engine/ports/messenger.ts';
import { may } from '../../outage/permissions.ts';
import type { Alone } from '../out/alone.ts';
import { isNotThere, toSendError } from '../out/send-error.ts';
import { withTimeout } from '../out/timeout.ts';
import type { People } from '../people/people.ts';
import type { MessageAction } from './incoming.ts';
import type { ReportCards } from './learn.ts';
import { quotedOf } from './text/quoted-message.ts';

/** Teams shows its own error after five seconds. */
const DIALOG_LIMIT_MS = 4_000;
/** The same person choosing the same message again within this time is a repeat by Teams. */
const ONE_CHOICE_MS = 30_000;

export function createMessageAction(teams: {
  people: Pick<People, 'chatWith' | 'profile'>;
  messenger: Messenger;
  alone: Alone;
  reportCards: ReportCards;
  log: Log;
  limitMs?: number | undefined;
}) {
  const { people, messenger, alone, reportCards, log, limitMs = DIALOG_LIMIT_MS } = teams;
  return async ({ action, message, threads, sender, locale }: MessageAction, turn: Turn, client: ConnectorClient): Promise<Reply> => {
    const view = { desk: turn.desk, words: turn.words };
    try {
      return await withTimeout(
        action === PUBLISH_MESSAGE ? publish() : begin(),
        limitMs,
        () => new SendError('ambiguous', `no answer within ${limitMs} ms`),
      );
    } catch (error) {
      if (!(error instanceof SendError)) throw error;
      log.warn({ err: error, person: turn.actor.id }, 'what somebody chose on a message could not be shown to them');
      if (action === PUBLISH_MESSAGE) return sentence(turn.words.progress.publish.notShown);
      return cardReply(isNotThere(error) ? notInstalledCard(view) : unsureCard(view));
    }

    async function publish(): Promise<Reply> {
      const { words, cache, actor, place } = turn;
      if (!may(actor, 'update')) return sentence(words.refusals.notPermitted);
      if (!message) return sentence(words.refusals.unreadable);
      const quoted = quotedOf(message);
      const { reply, thread } = await publishMessage(quoted, threads, turn);
      if (reply.type !== 'card' || reply.form !== 'opened') return reply;
      const key = `publish:${actor.id}:${quoted.id}`;
      const known = await cache.get(key);
      if (known === 'below' || known === 'inChat') return sentence(words.progress.publish[known]);
      const asker = { ...sender, locale, place: { ...place, conversationId: thread } };
      const shown = await alone.post(reply, asker, limitMs).then(
        () => 'below' as const,
        async (error) => {
          if (toSendError(error, Date.now()).failure !== 'never') throw error;
          await alone.postInChat(reply, asker);
          return 'inChat' as const;
        },
      );
      await cache.set(key, shown, ONE_CHOICE_MS);
      return sentence(words.progress.publish[shown]);
    }

    async function begin(): Promise<Reply> {
      // As in a group chat, nothing can be set up in a dialog.
      const refused = await refusal({ ...turn, place: { ...turn.place, kind: 'groupChat' } });
      if (refused) return refused;
      if (!message) return sentence(turn.words.refusals.unreadable);
      const quoted = quotedOf(message);
      const { id: personId } = turn.actor;
      const { tenantId, serviceUrl } = turn.place;
      const chat = await people.chatWith(personId, tenantId, client).then(
        (id) => ({ id, error: null }),
        (error) => ({ id: null, error: toSendError(error, Date.now()) }),
      );
      const place = { kind: 'personal', conversationId: chat.id ?? '', tenantId, serviceUrl } as const;
      const profile = () => (chat.id === null ? turn.profile() : people.profile(chat.id, sender.person.teamsId, turn.actor.name, client));
      // The draft is stored even if there is no chat yet: the report continues once there is one.
      const begun = await reportFromMessage(quoted, { ...turn, place, profile });
      if ('type' in begun) return begun;
      if (chat.error) throw chat.error;
      // With the nonce, a message can be reported again after its report was cancelled.
      const key = `from-message:${personId}:${quoted.id}:${begun.nonce}`;
      if (quoted.id === '' || (await turn.cache.get(key)) !== true) {
        const posted = await messenger.post({ to: 'person', personId, tenantId }, { card: begun.card, summary: begun.summary });
        await reportCards.sent(posted.conversationId, posted.activityId ?? '', begun.card);
        await turn.cache.set(key, true, ONE_CHOICE_MS);
      }
      return cardReply(begunElsewhereCard(view, { quoted: begun.quoted }));
    }
  };
}
