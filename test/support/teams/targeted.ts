/**
 * Targeted messages as Microsoft's documentation has them ("Enable targeted messages for agents"): seen by one member of a
 * channel or group chat, for 24 hours. A route of its own, with its own errors.
 */
import type { SentMessage } from './fake-graph.ts';
import type { Manners } from './quirks/manners.ts';
import type { Account } from './quirks/roster.ts';

/**
 * - there    as it is documented
 * - ignored  the parameter is not known, as in the Playground: the message is one for everybody
 * - a status what is answered to each request by this route
 */
export type RouteState = 'there' | 'ignored' | number;
type Answer = { readonly status: number; readonly body: unknown };
/** `message`: the one that is edited or deleted. */
type Asked = { readonly conversationId: string; readonly recipient: unknown; readonly message: SentMessage | undefined };

/** After this a client does not show it any more, and it cannot be edited. */
export const SEEN_FOR_MS = 24 * 60 * 60 * 1_000;

const refusal = (status: number, code: string): Answer => ({ status, body: { error: { code, message: `injected: ${code}` } } });
export const NOT_FOUND = refusal(404, 'ActivityNotFoundInConversation');
const BAD_ARGUMENT = refusal(400, 'Bad argument');
const NO_MEMBER = 'BotNotInConversationRoster';
/** What Teams says with the status; a cloud without the route has its own page for it. */
const CODES: Readonly<Record<number, string>> = { 400: 'Bad argument', 403: NO_MEMBER };

/** The channel or group chat, not the thread. */
export const roomOfConversation = (conversationId: string): string => conversationId.replace(/;messageid=.*$/, '');

/** What the fake Teams knows of its people and conversations: see fake-teams.ts. */
type World = {
  readonly targeted: RouteState;
  readonly manners: Manners;
  readonly roster: readonly Account[];
  readonly rosters: ReadonlyMap<string, readonly Account[]>;
  readonly left: ReadonlySet<string>;
  readonly deleted: ReadonlySet<string>;
};
type Parts = { readonly teams: World; readonly now: () => number };

export function createTargetedRoute({ teams, now }: Parts) {
  return { check, isSeen };

  /** The refusal, or the Teams id of who sees the message. */
  function check(method: string, asked: Asked): Answer | { readonly only: string | null } {
    const { targeted, manners } = teams;
    if (typeof targeted === 'number') return refusal(targeted, CODES[targeted] ?? 'NoSuchRoute');
    if (method === 'POST') return checkPost(asked);
    if (asked.recipient !== undefined) return BAD_ARGUMENT;
    const isGone = !asked.message || !isLeft(asked.message) || manners.shows('targeted message that is gone');
    return isGone ? NOT_FOUND : { only: null };
  }

  function checkPost({ conversationId, recipient }: Asked): Answer | { readonly only: string } {
    const { id, isTargeted } = (recipient ?? {}) as { id?: unknown; isTargeted?: unknown };
    // A chat with one person has no targeted messages.
    if (typeof id !== 'string' || isTargeted !== true || !conversationId.startsWith('19:')) return BAD_ARGUMENT;
    const member = memberOf(conversationId, id);
    if (member) return { only: member };
    return refusal(teams.manners.shows('404 for who is no member') ? 404 : 403, NO_MEMBER);
  }

  function memberOf(conversationId: string, person: string): string | null {
    const rooms = [conversationId, roomOfConversation(conversationId)];
    const [members = teams.roster] = rooms.flatMap((room) => [teams.rosters.get(room) ?? []].filter((one) => one.length > 0));
    const account = members.find(({ id, aadObjectId }) => id === person || aadObjectId === person);
    return account && !rooms.some((room) => teams.left.has(`${room} ${account.id}`)) ? account.id : null;
  }

  function isLeft({ id, only, at, deleted }: SentMessage): boolean {
    return !deleted && !teams.deleted.has(id) && (only === null || now() - at < SEEN_FOR_MS);
  }

  function isSeen(message: SentMessage, person: string): boolean {
    return isLeft(message) && (message.only === null || message.only === person);
  }
}
