/** What a command is, who calls it, and what it can answer. One file a command; the list is in commands.ts. */
import type { z } from 'zod';
import type { Card } from '../cards/base/card.ts';
import type { Verb } from '../cards/base/verbs.ts';
import { answer } from '../cards/layouts/layouts.ts';
import type { Finding } from '../desk/check.ts';
import type { Desk } from '../desk/desk.ts';
import type { Membership } from '../desk/eligibility.ts';
import type { RoomFacts } from '../desk/rooms.ts';
import type { ThreadOf } from '../engine/delivery/thread-link.ts';
import type { DraftTurns } from '../engine/draft-turns.ts';
import type { Handle } from '../engine/handle.ts';
import type { CardMessage, OpenForms } from '../engine/open-forms.ts';
import type { Audit } from '../engine/ports/audit.ts';
import type { DeliveryQueue } from '../engine/ports/deliveries.ts';
import type { CalendarDesk, Follows, Languages, Overrides, Rooms } from '../engine/ports/desk.ts';
import type { CertificateDesk, FileDesk } from '../engine/ports/files.ts';
import type { MaintenanceWindows } from '../engine/ports/maintenance.ts';
import type { Cache, Reachability } from '../engine/ports/messenger.ts';
import type { Looks, OutageNumbers, OutageStore } from '../engine/ports/outages.ts';
import type { Drafts } from '../engine/ports/timers.ts';
import type { DenialReason } from '../outage/decision.ts';
import { isEngineer, type Permission } from '../outage/permissions.ts';
import type { Actor, Origin } from '../outage/types/values.ts';
import { type Sentence, textOf } from '../words/denial.ts';
import type { Words } from '../words/words.ts';

/** Somebody who typed or pressed something. Teams has authenticated them. */
export type Caller = {
  readonly actor: Actor;
  readonly place: Omit<Origin, 'cardId'>;
  /** The message whose button was pressed. */
  readonly cardId: string | null;
  /** In a room, nobody else sees what they typed, or the message whose button they pressed. */
  readonly isPrivate: boolean;
  readonly words: Words;
  /** The client's IANA time zone and BCP 47 tag; empty when it does not send them. */
  readonly timeZone: string;
  readonly locale: string;
  /** The projects for which this person may report, by the desk file and by Teams. It is looked up once and never throws. */
  readonly membership: () => Promise<Membership>;
  /** Name and e-mail address of the Teams profile; the address is empty when Teams does not give it. */
  readonly profile: () => Promise<{ readonly name: string; readonly email: string }>;
  /** The channel or group chat (not the thread) in which they typed or pressed; null in a chat with the bot alone. */
  readonly room: () => Promise<RoomFacts | null>;
  /** The Entra ids of the people whom the text mentions; empty where Teams does not say who somebody is. */
  readonly mentioned: () => Promise<readonly string[]>;
  /** The message that theirs answers, as far as Teams gives its text. */
  readonly quoted?: string;
};

/** Nobody else reads the answer. */
export const isAlone = ({ place, isPrivate }: Pick<Caller, 'place' | 'isPrivate'>): boolean => place.kind === 'personal' || isPrivate;

/** The zone in which this person reads times in their own chat. An engineer's client writes them, as in the messages that call engineers. */
export const ownZone = (caller: Caller): string | undefined =>
  isAlone(caller) && !isEngineer(caller.actor) && caller.timeZone !== '' ? caller.timeZone : undefined;

export type Reply =
  /** After a command: a message. After a press: the person sees it in place of the card; the others see `forEveryone`, if given. */
  (
    | {
        readonly type: 'card';
        readonly card: Card;
        readonly summary: string;
        readonly forEveryone?: Card;
        /** A form that was opened, comes again, or was sent. An opened one is a message of its own, which edits by others cannot wipe. */
        readonly form?: 'opened' | 'again' | 'sent';
        /** What stands in a room where Teams has no messages that one person alone sees. */
        readonly instead?: () => Promise<CardReply>;
        /** What happens once it was sent; if it fails, the answer stands. */
        readonly onSent?: () => Promise<void>;
        /** After a form was sent, what its person has to know. */
        readonly said?: string;
      }
    /** After a command: a message. After a press: shown to the person who pressed; the card stays as it is. */
    | { readonly type: 'sentence'; readonly text: string }
    /** The messages that the action caused say what happened. */
    | { readonly type: 'nothing' }
  ) & {
    /** Why something was refused; it is written to the audit. What the core rejected is written there anyway. */
    readonly refused?: DenialReason;
    /** Typed in a room, it is of use to all who read there. Any other answer goes to the person alone, where Teams can do that. */
    readonly forRoom?: 'everywhere' | 'beside outages';
  };

/** What is for one person alone. `inCompany`: what a room reads where Teams has no messages that one person alone sees. */
export function orInCompany({ forRoom: _, ...reply }: Reply, turn: Turn, inCompany: () => Promise<CardReply>): Reply {
  return reply.type === 'card' && !isAlone(turn) ? { ...reply, instead: inCompany } : reply;
}

export const forRoom = (reply: Reply): Reply => ({ ...reply, forRoom: 'beside outages' });
/** The same of what is about one outage: its thread holds nothing else. */
export const forThread = (reply: Reply): Reply => ({ ...reply, forRoom: 'everywhere' });

export type CardReply = Extract<Reply, { readonly type: 'card' }>;

export const isReply = (one: { readonly type: string }): one is Reply => ['card', 'sentence', 'nothing'].includes(one.type);

export type Services = {
  readonly desk: Desk;
  readonly handle: Handle;
  readonly outages: OutageStore;
  readonly numbers: Pick<OutageNumbers, 'figure' | 'catchUp'>;
  readonly looks: Looks;
  readonly deliveries: Pick<DeliveryQueue, 'ledger'>;
  readonly rooms: Rooms;
  readonly overrides: Overrides;
  readonly follows: Follows;
  readonly languages: Languages;
  /** null: calendar apps do not reach the bot. */
  readonly calendars: CalendarDesk | null;
  readonly maintenance: MaintenanceWindows;
  readonly reach: Reachability;
  /** What is wrong with the other systems that hear of outages. Throws nothing, and ends within some seconds. */
  readonly lookOutward: () => Promise<readonly Finding[]>;
  readonly threadOf: ThreadOf;
  readonly audit: Pick<Audit, 'stepsOf' | 'refusalsOf'>;
  readonly cache: Cache;
  readonly drafts: Drafts;
  /** null: no pictures and files are taken. */
  readonly files: FileDesk | null;
  readonly certificates: CertificateDesk;
  readonly forms: OpenForms;
  readonly draftTurns: DraftTurns;
  /** Whether the bot has an address that other systems can reach. */
  readonly isPublic: boolean;
  /** Whether cards let people search for somebody. */
  readonly searchesPeople: boolean;
  /** A new GUID that nobody can guess. */
  readonly newId: () => string;
};

/** What somebody typed or pressed is run with this: who it was, and what the bot has for it. */
export type Turn = Caller & Services;

export type Command = {
  /** What Teams' menu inserts. `parse` takes it, and the other ways to say it. */
  readonly name: string;
  /**
   * In which menu Teams offers it: in somebody's own chat, where the bot is mentioned in a channel or group chat, or there after a
   * slash. Absent: in none, it has to be typed. Only engineers read in the help what is neither 'personal' nor 'help': the personal
   * menu holds twelve.
   */
  readonly menu?: readonly ('personal' | 'room' | 'slash' | 'help')[];
  /** Asked before it runs. The help shows a command only to people who have this permission. */
  readonly needs: Permission;
  /** What follows the command's word, or null when the text is not this command. It takes a text that is normalised. */
  readonly parse: (text: string) => string | null;
  readonly run: (argument: string, turn: Turn) => Promise<Reply>;
};

/** A command of the lists. `help`: what it does, in these words. `starter`: what offers it in an empty chat with the bot. */
export type ListedCommand = Command & {
  readonly help: (words: Words) => string;
  readonly starter: (words: Words) => string | undefined;
};

/** A press failed; `redraw` draws its card again with all that was entered. `notice` says what went wrong. */
export class PressFailedError extends Error {
  override name = 'PressFailedError';
  readonly redraw: (notice: string) => Card;
  constructor(redraw: (notice: string) => Card, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.redraw = redraw;
  }
}

/** Takes a press. `data` is what the card carried and what was entered; it is not checked yet. */
export type PressHandler = (data: unknown, turn: Turn) => Promise<Reply>;
export type Press = {
  /** Asked before it runs. What somebody is to an outage (its reporter, a member of its project) is asked by `run`. */
  readonly needs: Permission;
  readonly run: PressHandler;
};
export type Presses = { readonly [verb in Verb]: Press };

/** One sentence as an answer to a press. */
export const sentence = (text: Sentence): Reply => refusing(text, { type: 'sentence', text: textOf(text) });

/** One sentence as an answer to what was typed. */
export function sayLine(text: Sentence, turn: Turn): CardReply {
  // Engineers in a channel are the desk that the phone numbers call.
  const phones = turn.place.kind !== 'channel' || !isEngineer(turn.actor);
  return refusing(text, cardReply(answer(turn, { heading: textOf(text), lines: [], phones })));
}

/** The reply; where the sentence is a denial, it carries the denial's reason. */
export const refusing = <Given extends Reply>(text: Sentence | { readonly refused: DenialReason }, reply: Given): Given =>
  typeof text === 'string' ? reply : { ...reply, refused: text.refused };

/** `forEveryone`: what the others see from now on in place of the card that was pressed. */
export const cardReply = (card: Card, forEveryone?: Card): CardReply => ({
  type: 'card',
  card,
  summary: typeof card.fallbackText === 'string' ? card.fallbackText : '',
  ...(forEveryone ? { forEveryone } : {}),
});

/** Where something was reported. Where nobody else saw the card, the first message about it opens there. */
export const originOf = ({ place, cardId, isPrivate }: Caller): Origin =>
  isPrivate ? { ...place, cardId: null, opens: true } : { ...place, cardId };

/** The message whose button was pressed; null: Teams does not say. The first message of a thread stands in the thread's id. */
export function cardMessageOf({ place: { conversationId }, cardId }: Pick<Caller, 'place' | 'cardId'>): CardMessage | null {
  const activityId = cardId ?? /;messageid=(\d+)$/.exec(conversationId)?.[1];
  return activityId ? { conversationId, activityId } : null;
}

/** What a press or a command is about; or the reply to somebody who cannot have it. */
export type Found<Thing> = { readonly found: Thing } | { readonly reply: Reply };
export type Find<Input, Thing> = (input: Input, turn: Turn) => Promise<Found<Thing>>;

/** Runs with what was found. Where nothing was, the reply says so. */
export const whenFound =
  <Input, Thing>(find: Find<Input, Thing>, run: (thing: Thing, turn: Turn, input: Input) => Promise<Reply>) =>
  async (input: Input, turn: Turn): Promise<Reply> => {
    const result = await find(input, turn);
    return 'reply' in result ? result.reply : await run(result.found, turn, input);
  };

/** Runs with what the card carried and what was entered, as this schema reads it. */
export const reading =
  <Data>(schema: z.ZodType<Data>, run: (read: Data, turn: Turn, data: unknown) => Promise<Reply>): PressHandler =>
  async (data, turn) => {
    const read = schema.safeParse(data);
    return read.success ? await run(read.data, turn, data) : sentence(turn.words.refusals.oldCard);
  };

/** Japanese has no spaces: all that follows a command there would be its first word. */
const FIRST_WORD = /^[^\s\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}]+/u;
/**
 * Teams writes no-break spaces, line ends and marks without width into what people type, and some keyboards write
 * full-width letters. The first word becomes plain; the rest stays as typed, because people may read it.
 */
export const normalise = (text: string): string =>
  text
    .replace(/[\u00A0\u2007\u202F\u3000]/g, ' ')
    .replace(/^[\s\u200B-\u200F\u2060]+|(?<![\s\u200B-\u200F\u2060])[\s\u200B-\u200F\u2060]+$/g, '')
    .replace(FIRST_WORD, (word) => word.normalize('NFKC'));

/** Makes `parse` of a pattern whose first group, if any, is the argument. */
export const says = (pattern: RegExp) => (text: string) => {
  const found = pattern.exec(text);
  return found ? (found[1] ?? '').trim() : null;
};
