/** What a command is, who calls it, and what it can answer. One file a command; the list is in commands.ts. */
import type { Card } from '../cards/base/card.ts';
import type { Verb } from '../cards/base/verbs.ts';
import type { Desk } from '../desk/desk.ts';
import type { Membership } from '../desk/members.ts';
import type { RoomFacts } from '../desk/rooms.ts';
import type { Handle } from '../engine/handle.ts';
import type { Audit } from '../engine/ports/audit.ts';
import type { Overrides, Rooms } from '../engine/ports/desk.ts';
import type { Drafts } from '../engine/ports/drafts.ts';
import type { Cache, Reachability } from '../engine/ports/messenger.ts';
import type { OutageStore } from '../engine/ports/outages.ts';
import type { DenialReason } from '../outage/denial-reasons.ts';
import type { Permission } from '../outage/permissions.ts';
import type { Actor } from '../outage/types/person.ts';
import type { Origin } from '../outage/types/rooms.ts';
import { type Sentence, textOf } from '../words/denial.ts';
import type { Words } from '../words/words.ts';

/** Somebody who typed or pressed something, as Teams vouches for them. */
export type Caller = {
  readonly actor: Actor;
  readonly place: Omit<Origin, 'cardId'>;
  /** The message whose button was pressed. */
  readonly cardId: string | null;
  readonly words: Words;
  /** IANA zone and BCP 47 tag as the client says them; empty when it does not. */
  readonly timeZone: string;
  readonly locale: string;
  /** For which projects this person may report, as the desk file and Teams say it; looked up once, and never throws. */
  readonly membership: () => Promise<Membership>;
  /** Name and e-mail of the Teams profile; the e-mail is empty when it cannot be had. */
  readonly profile: () => Promise<{ readonly name: string; readonly email: string }>;
  /** The channel or group chat in which it was said, not the thread; null in a chat with the bot alone. */
  readonly room: () => Promise<RoomFacts | null>;
  /** The Entra ids of those whom the text mentions, beside the bot. */
  readonly mentioned: () => Promise<readonly string[]>;
};

export type Reply =
  /** Typed: a message. Pressed: drawn in place of the card, for the one who pressed; `forEveryone` for the others too. */
  (
    | { readonly type: 'card'; readonly card: Card; readonly summary: string; readonly forEveryone?: Card }
    /** Typed: a message. Pressed: shown to the one who pressed; the card stays as it is. */
    | { readonly type: 'sentence'; readonly text: string }
    /** What happened is told by the messages that it caused. */
    | { readonly type: 'nothing' }
  ) & {
    /** It refuses something: whoever answers with it puts it on the record. What the core rejected is on it anyway. */
    readonly refused?: DenialReason;
  };

/** What commands need of the bot. */
export type Services = {
  readonly desk: Desk;
  readonly handle: Handle;
  readonly outages: OutageStore;
  readonly rooms: Rooms;
  readonly overrides: Overrides;
  readonly reach: Reachability;
  readonly audit: Pick<Audit, 'stepsOf' | 'refusalsOf'>;
  readonly cache: Cache;
  readonly drafts: Drafts;
  /** A new GUID that nobody can guess. */
  readonly newId: () => string;
};

/** Where Teams offers a command in its menu. */
export type MenuScope = 'personal' | 'team' | 'groupChat';

export type Command = {
  /** What Teams' menu inserts; `parse` takes it, and the other ways to say it. */
  readonly name: string;
  readonly help: (words: Words) => string;
  readonly menu: readonly MenuScope[];
  /** Asked before it runs; the help offers it to whom this is granted. */
  readonly needs: Permission;
  /** What follows the command's word, or null when the text is not this command. The text has plain spaces and no edges. */
  readonly parse: (text: string) => string | null;
  readonly run: (argument: string, caller: Caller, services: Services) => Promise<Reply>;
};

/** A press failed, but its card can be drawn again with all that was entered on it; `notice` says what went wrong. */
export class PressFailedError extends Error {
  override name = 'PressFailedError';
  readonly redraw: (notice: string) => Card;
  constructor(redraw: (notice: string) => Card, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.redraw = redraw;
  }
}

/** Takes a press; `data` is what the card carried and what was entered, not yet looked at. */
export type PressHandler = (data: unknown, caller: Caller, services: Services) => Promise<Reply>;
export type Press = {
  /** Asked before it runs. What somebody is to an outage (its reporter, a member of its project) is asked by `run`. */
  readonly needs: Permission;
  readonly run: PressHandler;
};
export type Presses = { readonly [verb in Verb]: Press };

export const sentence = (said: Sentence): Reply => refusing(said, { type: 'sentence', text: textOf(said) });

/** The answer that says it; when that refuses, so does the answer. */
export const refusing = (said: Sentence | { readonly refused: DenialReason }, reply: Reply): Reply =>
  typeof said === 'string' ? reply : { ...reply, refused: said.refused };
export const cardReply = (card: Card, forEveryone?: Card): Reply => ({
  type: 'card',
  card,
  summary: typeof card.fallbackText === 'string' ? card.fallbackText : '',
  ...(forEveryone ? { forEveryone } : {}),
});

/** Makes `parse` of a pattern whose first group, if any, is the argument. */
export const says = (pattern: RegExp) => (text: string) => {
  const found = pattern.exec(text);
  return found ? (found[1] ?? '').trim() : null;
};
