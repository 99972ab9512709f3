/** Messages that asked people for something: when it was given, each is edited once, and says so. */
import { SETTLE_WITHIN_MS } from '../../src/engine/delivery/limits.ts';
import { answerTo, MOST_ANSWERED } from '../../src/outage/asks.ts';
import type { Outage } from '../../src/outage/types/outage.ts';
import { answerWasLost, eventsOf, told, triesByKey } from './evidence.ts';
import type { History, Send, Story } from './history.ts';
import { type Invariant, ofEach, when } from './invariant.ts';

export const SETTLED: readonly Invariant[] = [
  ofEach('what asks for something that was given says so in the end', 'wrong', (story, outage, history) =>
    told(story).flatMap(({ notice, storedAt }) => {
      const ping = notice.after;
      if (notice.kind !== 'settled' || ping === null || !isKnown(story, ping)) return [];
      const edits = messageOf(history, story, ping).flatMap((key) => editsOf(history, key));
      const shown = edits.some(({ acceptedAt, at }) => acceptedAt !== null && at >= storedAt);
      // Gone, or not to be edited.
      const refused = edits.some(({ answer }) => answer.startsWith('never'));
      const late = history.end.storeAt - storedAt > SETTLE_WITHIN_MS && isSkipped(story, notice.key);
      return when(!shown && !refused && !late && !isAskedAgain(outage), `${ping} still asks`);
    }),
  ),
  ofEach('what still asks is left as it is', 'wrong', (story) =>
    story.sends.flatMap(({ notice, drawn, key }) => {
      const event = drawn.events[notice.seq - 1];
      const open = notice.kind === 'settled' && (!event || answerTo(event, drawn.events) === null);
      return when(open, `${key} was edited before anybody had answered`);
    }),
  ),
  ofEach('what asked is edited once, unless the answer was lost', 'doubled', (story, _outage, history) =>
    [...triesByKey(story).values()].flatMap((tries) => {
      const there = tries.filter(({ acceptedAt, notice }) => acceptedAt !== null && notice.kind === 'settled');
      return there.slice(1).flatMap((send, index) => {
        const before = there[index] ?? send;
        return when(!answerWasLost(history, story, before, send), `${send.key} was made again although Teams had answered`);
      });
    }),
  ),
  ofEach('every message that asked is edited, or asks still', 'lost', (story) => {
    const edited = new Set(told(story).flatMap(({ notice }) => (notice.kind === 'settled' ? [notice.after] : [])));
    // Where nobody is on call, the desk is asked by news.
    const asking = told(story).filter(
      ({ notice: { kind, destination } }) => isPinged(kind) || (kind === 'news' && destination.kind === 'desk'),
    );
    // An outage that nobody took for half a day has more of them; the oldest are out of sight and stay as they are.
    return asking
      .filter(({ notice, event }) => isPinged(notice.kind) || answerTo(event, eventsOf(story)) !== null)
      .slice(-MOST_ANSWERED)
      .flatMap(({ notice, event }) => {
        const wasGiven = isPinged(notice.kind) && answerTo(event, eventsOf(story)) !== null;
        return when(wasGiven && !edited.has(notice.key), `nobody edits ${notice.key}`);
      });
  }),
];

/** It is on the ladder again: its edits wait until somebody takes it. */
export const isAskedAgain = (outage: Outage): boolean => outage.state === 'reported' && outage.back !== null;

const isPinged = (kind: string): boolean => kind === 'ping' || kind === 'direct';

/** Teams took it and said under which id, and that is on the record; what was left out meanwhile may be there without anybody knowing. */
function isKnown(story: Story, ping: string): boolean {
  const ends = story.finishes.filter(({ key, outcome }) => key === ping && outcome.state !== 'retry');
  const [first] = ends;
  const isDone = story.held.deliveries.some(({ key, state }) => key === ping && state === 'done');
  return isDone && first?.outcome.state === 'done' && first.outcome.posted.activityId !== null;
}

const isSkipped = (story: Story, settled: string): boolean =>
  story.held.deliveries.some(({ key, state }) => key === settled && state === 'skipped');

const known = new WeakMap<History, ReadonlyMap<string, readonly Send[]>>();
/** The pings of the message in which a ping went out: itself, and the others of its digest. */
function messageOf(history: History, story: Story, ping: string): readonly string[] {
  const together = known.get(history) ?? Map.groupBy(acceptedPings(history), placeOf);
  known.set(history, together);
  const sent = story.sends.filter(({ key, acceptedAt }) => key === ping && acceptedAt !== null);
  return [ping, ...sent.flatMap((send) => (together.get(placeOf(send)) ?? []).map(({ key }) => key))];
}
const placeOf = ({ bot, at, lane }: Send): string => `${bot} ${at} ${lane}`;
const acceptedPings = (history: History): readonly Send[] =>
  [...history.stories.values()].flatMap(({ sends }) =>
    sends.filter(({ acceptedAt, notice: { kind } }) => acceptedAt !== null && (kind === 'ping' || kind === 'direct')),
  );

/** The tries to edit the message because of this ping. */
const editsOf = ({ stories }: History, ping: string): readonly Send[] => {
  const story = stories.get(ping.slice(0, ping.indexOf('/')));
  return story?.sends.filter(({ notice }) => notice.kind === 'settled' && notice.after === ping) ?? [];
};
