/** How long a claim and a request may take, how long an edit waits, and Teams' rate limits, which are kept before Teams has to answer 429. */
import { hasThread } from '../../outage/destinations.ts';
import { type Notice, PRIORITY } from '../../outage/notices.ts';
import type { Limit, Quota } from '../ports/deliveries.ts';

/** How long a worker may hold what it claimed. When a bot dies, another one goes on after this time. */
export const LEASE_MS = 15_000;
/** For all requests that one message needs. Shorter than the lease, so that a lane is not lost while its message is being sent. */
export const SEND_LIMIT_MS = 12_000;
export const REQUEST_LIMIT_MS = 8_000;

/**
 * How long the edit of a thread's first card waits: Teams' clients jump to "last read" when it comes in the same moment as a new message
 * in that thread. What happens meanwhile is in the same edit.
 */
const EDIT_AFTER_MS = 2_000;
/** Whoever acknowledged in a ping has the outage there, with quick choices, and keeps it for so long before the ping is edited. */
export const SETTLE_AFTER_MS = 60_000;
/** For so long that edit waits for room. Then the next shift has begun, and nobody scrolls back to the ping. */
export const SETTLE_WITHIN_MS = 8 * 3_600_000;
/** How long after it was stored a notice is due. */
export function waitMs({ kind, destination }: Notice): number {
  if (kind === 'settled') return SETTLE_AFTER_MS;
  return kind === 'state' && hasThread(destination) ? EDIT_AFTER_MS : 0;
}

/**
 * learn.microsoft.com, "Optimize your bot with rate limiting" (October 2026): what one bot may send to one conversation.
 * All threads of a channel are taken as one conversation. Edits are counted too: the page does not say that they are not.
 */
export const CONVERSATION_LIMITS: readonly Limit[] = [
  { requests: 7, withinMs: 1_000 },
  { requests: 8, withinMs: 2_000 },
  { requests: 60, withinMs: 30_000 },
  { requests: 1_800, withinMs: 3_600_000 },
];

/** How much of each limit a priority may use. The rest is for more urgent ones; of the tenant's also for look-ups and direct answers. */
const SHARES: Record<(typeof PRIORITY)[keyof typeof PRIORITY], number> = {
  [PRIORITY.acknowledgement]: 1,
  [PRIORITY.ping]: 0.9,
  [PRIORITY.opening]: 0.8,
  [PRIORITY.update]: 0.7,
  [PRIORITY.edit]: 0.5,
  [PRIORITY.settled]: 0.2,
  // More than an edit that nobody waits for gets, because a crowd would wait long; where such an edit waits, they wait for it.
  [PRIORITY.following]: 0.4,
};
const TENANT_RESERVE = 0.9;
/** A little over a second: messages to different conversations may overtake each other, so that two bursts arrive as one. */
const TENANT_WITHIN_MS = 1_250;

/** The most messages with pings to one conversation; pings that fall due meanwhile become one message. This limit is ours, not Teams'. */
export const PING_LIMIT: Limit = { requests: 3, withinMs: 10_000 };
export const pingQuota = (lane: string): Quota => ({ scope: `pings:${lane}`, limits: [PING_LIMIT] });

export const tenantScope = (tenantId: string): string => `tenant:${tenantId}`;

/** The quotas that a message to this conversation counts against. `tenantPerSecond`: the published figures are 30 and 50. */
export function quotasOf(message: { lane: string; tenantId: string; priority: number }, tenantPerSecond: number): readonly Quota[] {
  const share = SHARES[message.priority as keyof typeof SHARES] ?? SHARES[PRIORITY.settled];
  return [
    // One less: a request may arrive late, but the next one is sent only when it was answered.
    { scope: `conversation:${message.lane}`, limits: scaled(CONVERSATION_LIMITS, share, 1) },
    {
      scope: tenantScope(message.tenantId),
      limits: scaled([{ requests: tenantPerSecond, withinMs: TENANT_WITHIN_MS }], share * TENANT_RESERVE, 0),
    },
  ];
}

const scaled = (limits: readonly Limit[], share: number, reserved: number): readonly Limit[] =>
  limits.map(({ requests, withinMs }) => ({ requests: Math.max(1, Math.floor((requests - reserved) * share)), withinMs }));
