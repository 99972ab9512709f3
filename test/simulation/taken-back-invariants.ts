/** A reaction that took an outage: who alone is asked whether it was meant, and what holds when it was not. */
import type { OutageEvent } from '../../src/outage/events.ts';
import { replay } from '../../src/outage/evolve.ts';
import type { Notice } from '../../src/outage/notices.ts';
import { overtaken } from '../../src/outage/overtaken.ts';
import { TAKE_BACK_WITHIN_MS } from '../../src/outage/promise.ts';
import type { Outage } from '../../src/outage/types/outage.ts';
import { eventsOf } from './evidence.ts';
import type { Story } from './history.ts';
import { type Invariant, ofEach, same, when } from './invariant.ts';

/** Each event of this type with what came before it. */
const everyTakeBack = (story: Story) =>
  eventsOf(story).flatMap((event, index, events) => (event.type === 'taken-back' ? [{ event, earlier: events.slice(0, index) }] : []));

const clockIn = (outage: Outage | null) =>
  outage && [outage.ladderFrom, outage.acknowledgeBy, outage.ladder, outage.rungsPassed, outage.breachedAt];

export const TAKEN_BACK: readonly Invariant[] = [
  ofEach('nobody but the person ever gets what is for one person alone', 'wrong', (story) =>
    story.sends.flatMap(({ key, notice, only, drawn }) => {
      const event = drawn.events[notice.seq - 1];
      const meant = notice.kind === 'alone' && event?.type === 'acknowledged' && event.byReaction ? event.by.id : null;
      return when(only !== meant, `${key} went to ${only ?? 'everybody there'} and was for ${meant ?? 'everybody there'}`);
    }),
  ),
  ofEach('only who took it by a reaction takes it back, in time, and before anybody worked on it', 'wrong', (story) =>
    everyTakeBack(story).flatMap(({ event, earlier }) => {
      const taken = earlier.findLastIndex(({ type }) => type === 'acknowledged');
      const reaction = earlier[taken];
      const isTheirs = reaction?.type === 'acknowledged' && reaction.byReaction && reaction.by.id === event.by.id;
      const inTime = reaction && event.at <= reaction.at + TAKE_BACK_WITHIN_MS;
      const work = earlier.slice(taken).find(({ type }) => ['planned', 'updated', 'handed-over', 'assisted'].includes(type));
      return when(!isTheirs || !inTime || work !== undefined, `${event.by.id} did`);
    }),
  ),
  ofEach('what was taken back runs on the clock that ran before, and a promise that ended meanwhile is broken', 'wrong', (story) =>
    everyTakeBack(story).flatMap(({ event, earlier }) => {
      const taken = earlier.findLastIndex(({ type }) => type === 'acknowledged');
      const after = replay([...earlier, event]);
      const stored = story.commits.find(({ events }) => events.some((one) => same(one, event)))?.outage;
      const broken = stored && (stored.acknowledgeBy > event.at || stored.breachedAt !== null);
      return when(!same(clockIn(replay(earlier.slice(0, taken))), clockIn(after)) || !broken, `at ${event.at}`);
    }),
  ),
  ofEach('who was told that it was taken is told that it was not', 'lost', (story) => {
    const toldOf = (event: OutageEvent) => {
      const seq = eventsOf(story).indexOf(event) + 1;
      const notices = story.commits.flatMap((commit) => commit.notices.filter((one) => one.seq === seq));
      return new Set(
        notices.filter(({ kind }) => kind === 'news' || kind === 'ping').map(({ destination }) => JSON.stringify(destination)),
      );
    };
    return everyTakeBack(story).flatMap(({ event, earlier }) => {
      const taken = earlier.findLast(({ type }) => type === 'acknowledged');
      const told = toldOf(event);
      // Who joined may have left, and what was merged may have been parted.
      const heard = taken ? [...toldOf(taken)].filter((one) => /desk|origin|follower/.test(one)) : [];
      return heard.flatMap((one) => when(!told.has(one), `${one} was not`));
    });
  }),
];

/** Refused or never confirmed, which nobody has to hear of; or overtaken by then. */
export function leftOutRightly(story: Story, notice: Notice, event: OutageEvent, then: Outage | undefined): boolean {
  const tries = story.sends.filter(({ key }) => key === notice.key);
  const skipped = story.finishes.find(({ key, outcome }) => key === notice.key && outcome.state === 'skipped');
  const failed = tries.some(({ answer }) => answer.startsWith('never') || answer.startsWith('ambiguous') || answer === 'under way');
  return failed || (skipped !== undefined && then !== undefined && overtaken(notice, then, event, skipped.storeAt));
}
