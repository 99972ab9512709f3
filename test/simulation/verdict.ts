/** The result of a simulated world: checks every invariant on its history, and counts the numbers of the last line. */

import { isEdit } from '../../src/outage/notices.ts';
import { arrivedAt, isOutward, triesByKey, UNCONFIRMED } from './evidence.ts';
import type { FaultKind } from './fault-plan.ts';
import type { History } from './history.ts';
import type { Count, Finding } from './invariant.ts';
import { INVARIANTS } from './invariants.ts';
import { worstLatenessMs } from './lateness.ts';
import { simulate, type World } from './simulate.ts';

export type Broken = { readonly name: string; readonly count: Count; readonly findings: readonly Finding[] };
/** Plain data, so that a world can be simulated in a thread of its own. */
export type Verdict = {
  readonly hours: number;
  readonly outages: number;
  readonly sent: number;
  readonly faults: Readonly<Record<string, number>>;
  readonly broken: readonly Broken[];
  /** Posts that are there twice because Teams' answer to the first was lost. */
  readonly repeatedPosts: number;
  /** Sent twice without an answer, and shown as failed; `neverArrived`: Teams had taken neither. */
  readonly givenUp: number;
  readonly neverArrived: number;
  /** Shown as failed, because Teams refused for good that or what had to come before. */
  readonly refused: number;
  /** How often Teams had to say 429 because its limits were not kept. */
  readonly exceeded: number;
  readonly worstLatenessMs: number;
  readonly digest: string;
};

/** A world that threads can be told of. */
export type PlainWorld = Omit<World, 'breaks' | 'faults'> & { readonly faults?: readonly FaultKind[] };

export const brokenIn = (history: History): readonly Broken[] =>
  INVARIANTS.flatMap(({ name, count, check }) => {
    const findings = check(history);
    return findings.length > 0 ? [{ name, count, findings }] : [];
  });

export async function judge(world: World): Promise<Verdict> {
  return verdictOf(world, await simulate(world));
}

export function verdictOf(world: World, history: History): Verdict {
  const stories = [...history.stories.values()];
  const posts = stories.flatMap((story) => [...triesByKey(story).values()]);
  const there = posts.map((tries) => tries.filter(({ acceptedAt, notice }) => acceptedAt !== null && !isEdit(notice)).length);
  const failed = stories.flatMap((story) =>
    story.held.deliveries.flatMap(({ key, error, state }) => (state === 'failed' && !isOutward(key) ? [{ story, key, error }] : [])),
  );
  const givenUp = failed.filter(({ error }) => error === UNCONFIRMED);
  return {
    hours: world.hours,
    outages: stories.filter(({ commits }) => commits.length > 0).length,
    sent: posts.length,
    faults: Object.fromEntries(history.struck),
    broken: brokenIn(history),
    repeatedPosts: there.reduce((sum, count) => sum + Math.max(0, count - 1), 0),
    givenUp: givenUp.length,
    neverArrived: givenUp.filter(({ story, key }) => arrivedAt(story, key) === null).length,
    refused: failed.length - givenUp.length,
    exceeded: history.exceeded.length,
    worstLatenessMs: worstLatenessMs(history),
    digest: history.digest(),
  };
}

const sum = (verdicts: readonly Verdict[], of: (verdict: Verdict) => number): number => verdicts.reduce((all, one) => all + of(one), 0);
const findingsOf = (verdicts: readonly Verdict[], count: Count): number =>
  sum(verdicts, ({ broken }) => broken.filter((one) => one.count === count).reduce((all, { findings }) => all + findings.length, 0));

/** What went wrong, how often. */
export function faultsLine(verdicts: readonly Verdict[]): string {
  const counts = new Map<string, number>();
  for (const { faults } of verdicts) for (const [kind, count] of Object.entries(faults)) counts.set(kind, (counts.get(kind) ?? 0) + count);
  const deaths = [...counts].filter(([kind]) => kind.startsWith('death'));
  const others = [...counts].filter(([kind]) => !kind.startsWith('death')).map(([kind, count]) => `${kind} ${count}`);
  return `${deaths.reduce((all, [, count]) => all + count, 0)} deaths at ${deaths.length} steps, ${others.join(', ')}`;
}

/** What became of the messages. Lost is only what was neither delivered nor shown as failed. */
export function deliveredLine(verdicts: readonly Verdict[]): string {
  const total = (of: 'sent' | 'refused' | 'givenUp' | 'neverArrived' | 'exceeded') => sum(verdicts, (verdict) => verdict[of]);
  return (
    `${total('sent')} messages sent; shown as failed: ${total('refused')} refused by Teams for good, ` +
    `${total('givenUp')} never confirmed after one repeat (${total('neverArrived')} of them are not there); limits exceeded ${total('exceeded')} times`
  );
}

export function lastLine(verdicts: readonly Verdict[]): string {
  const of = (count: Count) => findingsOf(verdicts, count);
  const faults = sum(verdicts, (verdict) => Object.values(verdict.faults).reduce((all, one) => all + one, 0));
  const worst = Math.max(0, ...verdicts.map(({ worstLatenessMs }) => worstLatenessMs)) / 1_000;
  const hours = sum(verdicts, (verdict) => verdict.hours);
  const outages = sum(verdicts, (verdict) => verdict.outages);
  const doubled = sum(verdicts, ({ repeatedPosts }) => repeatedPosts);
  return (
    `simulated ${hours} hours, ${outages} outages, ${faults} faults: ` +
    `lost ${of('lost')}, late ${of('late')} (worst ${worst.toFixed(1)} s), doubled ${doubled}, after-acknowledgement ${of('after-acknowledgement')}`
  );
}
