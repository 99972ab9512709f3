/** What the bot tells apart of all that Teams sends. Made by activity.ts, once for each activity; nothing else reads one. */
import type { Verb } from '../../cards/base/verbs.ts';
import type { PUBLISH_MESSAGE } from '../../commands/progress/publish.ts';
import type { REPORT_MESSAGE } from '../../commands/report/report-from-message.ts';
import type { RoomFacts } from '../../desk/rooms.ts';
import type { SentFile } from '../../engine/ports/files.ts';
import type { RoomEvent } from '../../engine/room-keeper.ts';
import type { Platform } from '../../outage/types/client.ts';
import type { PersonKey } from '../../outage/types/person-key.ts';
import type { Origin } from '../../outage/types/values.ts';
import type { QuotedMessage } from './text/quoted-message.ts';

/** Somebody whom the text mentions, by the id that Teams vouches for; the sender can write any name into the text. */
export type Mentioned = { readonly teamsId: string; readonly entraId: string | null };

export type MessageActionId = typeof REPORT_MESSAGE | typeof PUBLISH_MESSAGE;

/** Who sent it, where, and by an address that our token may go to. */
export type Sender = {
  /** `id`: of nobody, where `tenants` are several. */
  readonly person: { readonly id: PersonKey; readonly name: string; readonly teamsId: string };
  readonly place: Omit<Origin, 'cardId'>;
  /** In a room, nobody else sees what they sent, or the message whose button they pressed. */
  readonly isPrivate: boolean;
  /** As the activity names them. */
  readonly tenants: readonly string[];
  /** The channel or group chat, not the thread; null in a chat with one person. */
  readonly room: RoomFacts | null;
  /** The message whose button was pressed. */
  readonly cardId: string | null;
  /** The first ones, without the bot. */
  readonly mentions: readonly Mentioned[];
  /** BCP 47 tag and IANA zone; empty when the client names none. */
  readonly locale: string;
  readonly timeZone: string;
  /** As the client calls itself: for the audit, and no decision depends on it. null: it does not say. */
  readonly platform: Platform | null;
};

/** The team that a channel is in. `groupId`: of its Microsoft 365 group; null when Teams does not say. */
export type ChannelTeam = { readonly channelId: string; readonly teamId: string; readonly groupId: string | null };

/** People came to a room or left it. `rooms`: all ids by which Teams names the place. `gone`: the Entra ids of who left. */
export type MembersChange = {
  readonly tenantId: string;
  readonly rooms: readonly string[];
  readonly gone: readonly string[];
  readonly added: number;
  readonly removed: number;
};

/** What an activity tells beside what its sender wants. All null when it comes by an address that is not Teams', or names several tenants. */
export type Learned = {
  readonly conversationId: string;
  readonly team: ChannelTeam | null;
  readonly roomEvent: RoomEvent | null;
  readonly members: MembersChange | null;
};

/** What every activity has. `type`: Teams' name for it, for the log. */
type Common = {
  readonly type: string;
  readonly locale: string;
  readonly learned: Learned;
  /** All tenants that it names, in small letters: of the conversation, of the app's installation, of the person. Mostly one. */
  readonly tenants: readonly string[];
};
type FromSender = Common & { readonly sender: Sender };

/** `verb`: null for one that no card of ours has. `outageId`: of the outage or draft that its data names, as it claims. */
export type Press = FromSender & {
  readonly kind: 'press';
  readonly verb: Verb | null;
  readonly data: unknown;
  readonly outageId: string | null;
  /** The draft that it names, as it claims. */
  readonly draftId: string | null;
  /** Sent as a message, by a client too old for Action.Execute. */
  readonly asMessage: boolean;
};
/** What somebody said to the bot, as said.ts cleans it. `edited`: they changed a message that was sent before. */
export type Text = FromSender & {
  readonly kind: 'text';
  readonly text: string;
  /** Pictures, files or the like came with it. */
  readonly withFiles: boolean;
  /** Those of which Teams says where they are. */
  readonly files: readonly SentFile[];
  /** How many came besides, of which it does not say that, or which are too many. */
  readonly more: number;
  readonly messageId: string;
  readonly edited: boolean;
  /** The message that it answers, as far as Teams gives its text. */
  readonly quoted: string;
};
/** A reaction that acknowledges an outage. `threadId`: the thread whose first message has it. */
export type Reaction = FromSender & { readonly kind: 'reaction'; readonly threadId: string };
/**
 * `action`: its id in the manifest. `message`: null when it came without one that can be read. `threads`: the conversations that it may
 * stand in, as Teams names a thread in several ways.
 */
export type MessageAction = FromSender & {
  readonly kind: 'message-action';
  readonly action: MessageActionId;
  readonly message: QuotedMessage | null;
  readonly threads: readonly string[];
};
/** The bot was added to a team or a group chat, or a person installed it. Teams says so several times. */
export type Welcome = FromSender & { readonly kind: 'welcome'; readonly to: 'room' | 'person' };
/** What a sender asks of the bot. */
export type Request = Press | Text | Reaction | MessageAction | Welcome;

/** People said it to each other: Teams hands over everything that is said where the bot may read. */
export type Overheard = FromSender & { readonly kind: 'overheard'; readonly text: string };
/** An invoke that is not ours; Teams waits for an answer to each. */
export type UnknownInvoke = Common & { readonly kind: 'unknown-invoke' };
/** Nothing to answer: typing, a rename, a reaction without a meaning here. */
export type Silent = Common & { readonly kind: 'silent' };
/**
 * It does not say well enough who sent it or where, or comes from an address that is not Teams'. `of`: the answer that is due
 * all the same; null: none. `host`: of the address, when that was the reason.
 */
export type Unreadable = Common & {
  readonly kind: 'unreadable';
  readonly of: 'press' | 'message-action' | null;
  readonly host: string | undefined;
};

/** Somebody without an account, such as a guest in a meeting: nobody can say who it is. `of`: the answer that is due. */
export type Guest = Common & {
  readonly kind: 'guest';
  readonly of: 'press' | 'message-action' | 'text';
  readonly teamsId: string;
  readonly place: Sender['place'];
  readonly isPrivate: boolean;
  readonly timeZone: string;
};

export type Incoming = Request | Overheard | UnknownInvoke | Silent | Unreadable | Guest;
