/** Deliberate defects, put between the engine and its ports: each must be caught, and by the invariant that is named for it. */
import type { Messenger } from '../../src/engine/ports/messenger.ts';
import { SendError } from '../../src/engine/ports/messenger.ts';
import type { OutageStore, OutageTransaction, Recorded } from '../../src/engine/ports/outages.ts';
import type { Follower } from '../../src/outage/types/values.ts';
import type { SimulatedCard } from './connector.ts';
import type { FaultKind } from './fault-plan.ts';
import type { Break } from './fleet.ts';

const LONG_MS = 15 * 60_000;

/** `storm`: so many reports at once, where it takes many to show it. `isEndless`: the bot tries it again and again, so little time shows it. */
export type Defect = {
  readonly caughtBy: string;
  readonly faults: readonly FaultKind[];
  readonly storm?: number;
  readonly isEndless?: true;
  readonly breaks: Break;
};

type Append = OutageTransaction['append'];
const changingWhatIsStored =
  (change: (given: Parameters<Append>[0]) => Parameters<Append>[0]): Break =>
  (parts) => {
    const transaction: OutageStore['transaction'] = (work) =>
      parts.outages.transaction((inner) => work({ ...inner, append: (given) => inner.append(change(given)) }));
    return { ...parts, outages: { ...parts.outages, transaction } };
  };

const withoutAudiences = <One extends { readonly followers: readonly Follower[] }>(one: One): One => ({
  ...one,
  followers: one.followers.map(({ audience: _, ...room }) => room),
});

/** No defect of ours: Teams takes no thread of the desk for two minutes and more. */
export const awayDesk: Break = (parts) => {
  const tries = new Map<string, number>();
  const post: Messenger['post'] = async (address, message) => {
    const [key = ''] = message.marks ?? [];
    tries.set(key, (tries.get(key) ?? 0) + 1);
    if (key.includes('/opening/desk/') && (tries.get(key) ?? 0) < 9) throw new SendError('refused', 'away', { status: 503 });
    return await parts.messenger.post(address, message);
  };
  return { ...parts, messenger: { ...parts.messenger, post } };
};

export const DEFECTS: Record<string, Defect> = {
  'sends without recording that a try begins': {
    caughtBy: 'every try is recorded before the wire',
    faults: [],
    breaks: (parts) => ({ ...parts, deliveries: { ...parts.deliveries, begin: async () => 0 } }),
  },
  'never rewrites the deadlines': {
    caughtBy: 'every step of the ladder is told in time, or somebody took it first',
    faults: [],
    breaks: changingWhatIsStored((change) => ({ ...change, deadlines: change.before ? [] : change.deadlines })),
  },
  'forgets for whom a room is': {
    caughtBy: 'a room reads nothing that is not for those who read there',
    faults: [],
    breaks: changingWhatIsStored((change) => ({
      ...change,
      outage: withoutAudiences(change.outage),
      events: change.events.map((event) => ('followers' in event ? withoutAudiences(event) : event)),
    })),
  },
  'does not know what a program sent before': {
    caughtBy: 'a message of a program is done once, in one outage, and every answer names that one',
    faults: [],
    storm: 30,
    breaks: changingWhatIsStored(({ client, ...change }) => ({ ...change, client: client?.replace('api', 'app') })),
  },
  'believes that every page was taken': {
    caughtBy: 'every step that pages has paged, or the desk was told within a minute',
    faults: [],
    storm: 30,
    breaks: (parts) => {
      const transaction: OutageStore['transaction'] = (work) =>
        parts.outages.transaction((inner) =>
          work({
            ...inner,
            ledger: async (id) =>
              (await inner.ledger(id)).map((line) => (line.key.includes('/pager:') ? { ...line, state: 'done' as const } : line)),
          }),
        );
      return { ...parts, outages: { ...parts.outages, transaction } };
    },
  },
  'forgets one notice': {
    caughtBy: 'the deliveries of an outage are exactly the notices of its events',
    faults: [],
    breaks: changingWhatIsStored((change) => ({ ...change, notices: change.notices.slice(1) })),
  },
  'does not record that news were sent': {
    caughtBy: 'a message is there once, unless its answer was lost',
    faults: [],
    isEndless: true,
    breaks: (parts) => {
      // In Teams: a webhook would be sent the same event for a day, and a pager would ring without a pause.
      const areNews = (keys: readonly string[]) => keys.some((key) => /\/news\/(?!webhook|pager)/.test(key));
      return {
        ...parts,
        deliveries: {
          ...parts.deliveries,
          async finish(lane, keys, outcome) {
            if (outcome.state !== 'done' || !areNews(keys)) await parts.deliveries.finish(lane, keys, outcome);
          },
          advance: (lane, keys, posted) => (areNews(keys) ? parts.deliveries.next(lane, 1) : parts.deliveries.advance(lane, keys, posted)),
        },
      };
    },
  },
  'takes an event that a webhook did not take for sent': {
    caughtBy: 'each published event reached each webhook that wants it, or is shown as given up',
    faults: ['receiver away', 'receiver redirect'],
    breaks: (parts) => ({
      ...parts,
      deliveries: {
        ...parts.deliveries,
        async finish(lane, keys, outcome) {
          const isSwallowed = lane.id.startsWith('webhook:') && outcome.state === 'retry';
          const done = { state: 'done', posted: { conversationId: lane.id, activityId: null } } as const;
          await parts.deliveries.finish(lane, keys, isSwallowed ? done : outcome);
        },
      },
    }),
  },
  'tells a webhook the newest event first': {
    caughtBy: 'a webhook hears of an outage in the order in which it happened',
    faults: ['receiver away'],
    breaks: (parts) => ({
      ...parts,
      deliveries: {
        ...parts.deliveries,
        // The pause after a failure is forgotten too, or nothing would ever wait behind it.
        finish: (lane, keys, outcome) =>
          parts.deliveries.finish(
            lane,
            keys,
            outcome.state === 'retry' && lane.id.startsWith('webhook:') ? { ...outcome, dueAt: 0 } : outcome,
          ),
        async claimLanes(...asked) {
          const lanes = await parts.deliveries.claimLanes(...asked);
          return await Promise.all(
            lanes.map(async (lane) =>
              lane.id.startsWith('webhook:') ? { ...lane, next: (await parts.deliveries.next(lane, 100)).slice(-1) } : lane,
            ),
          );
        },
      },
    }),
  },
  'never finds the message of a ping that is over': {
    caughtBy: 'what asks for something that was given says so in the end',
    faults: [],
    breaks: (parts) => ({ ...parts, deliveries: { ...parts.deliveries, settledBy: async () => null } }),
  },
  'looks at an outage once and never again': {
    caughtBy: 'what had to be told was told, overtaken, or refused by Teams for good',
    faults: [],
    isEndless: true,
    breaks: (parts) => {
      const known = new Map<string, Recorded | null>();
      const read: OutageStore['read'] = async (id) => {
        if (!known.has(id)) known.set(id, await parts.outages.read(id));
        return known.get(id) ?? null;
      };
      return { ...parts, outages: { ...parts.outages, read } };
    },
  },
  'sends a ping although somebody took the outage': {
    caughtBy: 'nobody is pinged about an outage that somebody took',
    faults: [],
    breaks: (parts) => {
      const held = new Set<string>();
      const read: OutageStore['read'] = async (id) => {
        const recorded = await parts.outages.read(id);
        if (!recorded || recorded.outage.state === 'reported') return recorded;
        const rung = recorded.events.findLast((event) => event.type === 'escalated')?.rung ?? -1;
        return {
          ...recorded,
          outage: { ...recorded.outage, state: 'reported', rungsPassed: rung + 1, ladderFrom: 0 } as unknown as Recorded['outage'],
        };
      };
      // Every ping is refused once, for so long that somebody takes the outage meanwhile.
      const post: Messenger['post'] = async (address, message) => {
        const { told } = message.card as SimulatedCard;
        const fresh = told.filter(({ notice }) => notice.kind === 'ping' && !held.has(notice.key));
        if (fresh.length === 0) return await parts.messenger.post(address, message);
        for (const { notice } of fresh) held.add(notice.key);
        throw new SendError('refused', 'later', { status: 503, retryAfterMs: LONG_MS });
      };
      return { ...parts, outages: { ...parts.outages, read }, messenger: { ...parts.messenger, post } };
    },
  },
  'shows everybody what is for one person alone': {
    caughtBy: 'nobody but the person ever gets what is for one person alone',
    faults: [],
    breaks: (parts) => {
      const post: Messenger['post'] = (address, message) =>
        parts.messenger.post(address.to === 'one' ? { ...address, to: 'conversation' } : address, message);
      return { ...parts, messenger: { ...parts.messenger, post } };
    },
  },
  'forgets who took on-call by hand': {
    caughtBy: 'whoever is called is on call, by the roster and by hand',
    faults: [],
    breaks: (parts) => {
      const transaction: OutageStore['transaction'] = (work) =>
        parts.outages.transaction((inner) => work({ ...inner, overrides: async () => [] }));
      return { ...parts, outages: { ...parts.outages, transaction } };
    },
  },
  'forgets what people who follow chose': {
    caughtBy: 'nobody heard more than they chose',
    faults: [],
    breaks: (parts) => ({ ...parts, follows: { chosenBy: async () => ({}) } }),
  },
  'forgets to label a repeat': {
    caughtBy: 'a repeat says that it is one',
    faults: ['connector lost answer', 'connector reset'],
    breaks: (parts) => ({
      ...parts,
      messenger: {
        ...parts.messenger,
        post: (address, message) =>
          parts.messenger.post(address, { ...message, card: { ...(message.card as SimulatedCard), repeated: false } }),
      },
    }),
  },
  'takes for there what was looked for and is not': {
    caughtBy: 'what had to be told was told, overtaken, or refused by Teams for good',
    faults: ['connector reset', 'connector hang'],
    breaks: (parts) => {
      const { find } = parts.messenger;
      if (!find) throw new Error('nothing can be read back here');
      const believing: typeof find = async (...asked) => {
        const known = await find(...asked);
        const nowhere = { conversationId: 'nowhere', activityId: null };
        return new Map([...known].map(([mark, found]) => [mark, found === 'absent' ? nowhere : found]));
      };
      return { ...parts, messenger: { ...parts.messenger, find: believing } };
    },
  },
  "keeps no limits of Teams'": {
    caughtBy: "nobody's limit is exceeded",
    faults: [],
    storm: 30,
    breaks: (parts) => ({
      ...parts,
      deliveries: { ...parts.deliveries, begin: (lane, keys, _budgets, neededMs) => parts.deliveries.begin(lane, keys, [], neededMs) },
    }),
  },
  'does not rest when Teams asks for it': {
    caughtBy: 'a conversation rests for as long as Teams asks',
    faults: ['connector 429 with Retry-After'],
    breaks: (parts) => ({
      ...parts,
      messenger: {
        ...parts.messenger,
        post: (address, message) =>
          parts.messenger.post(address, message).catch((error: unknown) => {
            if (!(error instanceof SendError) || error.status !== 429) throw error;
            throw new SendError('refused', error.message, { status: 503 });
          }),
      },
    }),
  },
  'gives a message up at the first refusal': {
    caughtBy: 'what had to be told was told, overtaken, or refused by Teams for good',
    faults: ['connector 503', 'connector 412'],
    breaks: (parts) => ({
      ...parts,
      deliveries: {
        ...parts.deliveries,
        finish: (lane, key, outcome) =>
          parts.deliveries.finish(lane, key, outcome.state === 'retry' ? { state: 'failed', error: outcome.error ?? '' } : outcome),
      },
    }),
  },
  'leaves a thread whose first message was deleted': {
    caughtBy: 'what had to be told was told, overtaken, or refused by Teams for good',
    faults: ['first message deleted'],
    isEndless: true,
    breaks: (parts) => ({ ...parts, deliveries: { ...parts.deliveries, reopen: async () => {} } }),
  },
  'asks nobody whether a thread of the desk is late': {
    caughtBy: 'a stored report is in the thread of its desk in time, or in a failure receipt',
    faults: [],
    breaks: (parts) => ({ ...awayDesk(parts), receipts: { ...parts.receipts, due: async () => [], nextDueAt: async () => null } }),
  },
};
