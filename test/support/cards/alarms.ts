/** Samples of all alarms. A new kind of trouble does not compile before it is here. */
import { LOSSES } from '../../../src/desk/rooms.ts';
import type { RoomChange } from '../../../src/engine/ports/desk.ts';
import type { SetAside } from '../../../src/engine/ports/health.ts';
import type { Alarm, Lasting, LastingKind } from '../../../src/engine/watch/troubles.ts';
import { en } from '../../../src/words/en/index.ts';
import { START } from '../clock.ts';
import { SMALL_PEOPLE } from '../desk/small-desk.ts';
import { MINUTE_MS } from '../outage/apply.ts';

const at = (minutes: number) => START + minutes * MINUTE_MS;

const LASTING: { readonly [kind in LastingKind]: Extract<Lasting, { kind: kind }> } = {
  'deadlines-overdue': { kind: 'deadlines-overdue', count: 1, oldestMs: 31_000, outages: [1001] },
  'deadlines-missing': { kind: 'deadlines-missing', count: 2, outages: [1001, 1002] },
  'threads-missing': { kind: 'threads-missing', count: 1, outages: [1001] },
  'deliveries-refused': { kind: 'deliveries-refused', count: 12, oldestMs: 600_000, outages: [1001], error: null },
  'deliveries-backlog': { kind: 'deliveries-backlog', count: 1, oldestMs: 61_000, outages: [1001, 1002, 1003, 1004, 1005] },
  'deliveries-untouched': { kind: 'deliveries-untouched', count: 7, oldestMs: 61_000, outages: [] },
  'clock-skew': { kind: 'clock-skew', skewMs: -5_000 },
  'loop-stopped': { kind: 'loop-stopped', forMs: 90_000 },
  'signing-keys-unreadable': { kind: 'signing-keys-unreadable', forMs: 90_000, count: 0 },
};
export const LASTING_TROUBLES: readonly Lasting[] = Object.values(LASTING);

/** A message that was set aside, of an outage that does not exist. */
export const sampleSetAside = (more: Partial<SetAside> = {}): SetAside => ({
  key: 'nonce-1/news/follower:board/3',
  number: 1001,
  kind: 'news',
  event: 'updated',
  destination: { kind: 'follower', id: 'board' },
  error: 'Teams: 403 BotNotInConversationRoster',
  ...more,
});

/** `reason`: the text of an error of Teams, which may contain what a person typed. */
export function sampleAlarms(reason: string): readonly { readonly name: string; readonly alarm: Alarm }[] {
  const aside = (more: Partial<SetAside> = {}) => sampleSetAside({ error: `Teams: 403 ${reason}`, ...more });
  const everywhere = [
    aside(),
    aside({ kind: 'opening', event: 'reported', error: null }),
    aside({ kind: 'state', event: 'acknowledged', destination: { kind: 'origin' }, error: '' }),
    aside({ kind: 'ping', event: 'escalated', destination: { kind: 'desk' } }),
    aside({ kind: 'direct', event: 'escalated', destination: { kind: 'person', id: SMALL_PEOPLE.ada } }),
    aside({ kind: 'direct', event: 'escalated', destination: { kind: 'person', id: 'somebody-who-left' } }),
  ];
  const lasting = LASTING_TROUBLES.flatMap((trouble): { name: string; alarm: Alarm }[] => {
    const { kind } = trouble;
    const withReason = 'error' in trouble ? { ...trouble, error: reason } : trouble;
    return [
      { name: `${kind} begins`, alarm: { tell: 'begins', trouble, beganAt: at(60) } },
      { name: `${kind} lasts`, alarm: { tell: 'lasts', trouble: withReason, beganAt: at(0) } },
      { name: `${kind} is over`, alarm: { tell: 'over', kind, beganAt: at(60), seenAt: at(68), untold: false } },
      { name: `${kind} is over, untold`, alarm: { tell: 'over', kind, beganAt: at(-2_000), seenAt: at(68), untold: true } },
    ];
  });
  const room = {
    kind: 'channel',
    conversationId: '19:x@thread.tacv2',
    teamId: null,
    tenantId: null,
    use: { as: 'follower', projects: 'all' },
  } as const;
  const gone = LOSSES.map((lost) => ({ ...room, name: `Team / ${reason}`, lost, told: null }));
  const unnamed = { ...room, name: '', lost: null, told: 'team-archived' } as const;
  const itself = { ...room, conversationId: '19:desk@thread.tacv2', name: 'Desk', lost: 'channel-deleted', told: null } as const;
  const changes: readonly RoomChange[][] = [gone, [unnamed], [itself, unnamed], Array.from({ length: 30 }, () => gone[0] ?? itself)];
  const outward = (['reported', 'resolved'] as const).map((event) => aside({ event, destination: { kind: 'webhook', id: 'board' } }));
  const setAsides = [[aside()], outward, everywhere, Array.from({ length: 100 }, () => aside())];
  return [
    ...lasting,
    ...changes.map((rooms) => ({ name: `${rooms.length} rooms changed`, alarm: { tell: 'rooms-changed', rooms } as const })),
    ...setAsides.map((messages) => ({ name: `${messages.length} set aside`, alarm: { tell: 'set-aside', messages } as const })),
  ];
}

const { troubles, still, setAside } = en.watch.alarm;
const { changed } = en.setup;
const HEADINGS = LASTING_TROUBLES.flatMap(({ kind }) => [troubles[kind].heading, still(troubles[kind].heading), troubles[kind].over]);

/** Whether a message with this summary is an alarm about the bots, and so belongs to no outage. */
export const isAlarm = (summary: string): boolean =>
  HEADINGS.includes(summary) ||
  [changed.heading(1, 0), changed.heading(0, 1)].includes(summary.replace(/\d+ places$/, 'one place')) ||
  summary.replace(/^\d+ /, '1 ') === setAside.heading(2).replace('2', '1') ||
  summary === setAside.heading(1);
