/** What is due: the ladder of the promise and the next update, as pure functions of the outage. */
import { type Instant, LEVELS, type Level, type Outage, type Person, type Policy } from './outage.ts';

export const DEADLINE_KINDS = ['ladder', 'update'] as const;
export type DeadlineKind = (typeof DEADLINE_KINDS)[number];
export type Deadline = { readonly kind: DeadlineKind; readonly dueAt: Instant };

export type RungKind = 'reminder' | 'last-call' | 'breach' | 'still-open';

/** The index of the breach on the ladder; what is above it repeats it. */
export const breachRung = (policy: Policy): number => policy.rungs.length;

export function rungKind(policy: Policy, rung: number): RungKind {
  const breach = breachRung(policy);
  if (rung === breach) return 'breach';
  return policy.rungs[rung]?.kind ?? 'still-open';
}

/** How long after submission a rung is due, in ms. The ladder has no end: after the breach it repeats. */
export function rungAfterMs(policy: Policy, rung: number): number {
  const named = policy.rungs[rung];
  if (named) return named.afterMs;
  return policy.acknowledgeWithinMs + (rung - breachRung(policy)) * policy.breach.repeatEveryMs;
}

/**
 * Whom a rung addresses, and whether also by direct message. It speaks for those below it too, from `first` on: whom a
 * step would have reached that fell due while nobody looked is reached now.
 */
export function rungAudience(policy: Policy, first: number, rung: number) {
  const steps = [...policy.rungs.slice(first, rung), policy.rungs[rung] ?? policy.breach];
  return {
    levels: LEVELS.filter((level) => steps.some(({ levels }) => levels.includes(level))),
    direct: steps.some(({ direct }) => direct),
  };
}

/** The highest rung that is due at `now`, or -1. */
export function highestRungDue(policy: Policy, reportedAt: Instant, now: Instant): number {
  const elapsed = now - reportedAt;
  if (elapsed >= policy.acknowledgeWithinMs) {
    return breachRung(policy) + Math.floor((elapsed - policy.acknowledgeWithinMs) / policy.breach.repeatEveryMs);
  }
  return policy.rungs.findLastIndex((rung) => rung.afterMs <= elapsed);
}

/**
 * What must happen by when. A function of the state alone, so it is right after any restart; a deadline that arrives
 * too late for its outage gives no events (see decide), so forgetting to cancel one would be untidy, not wrong.
 */
export function deadlines(outage: Outage): readonly Deadline[] {
  switch (outage.state) {
    case 'reported':
      return [{ kind: 'ladder', dueAt: outage.reportedAt + rungAfterMs(outage.policy, outage.rungsPassed) }];
    case 'acknowledged':
      return outage.updateMissed ? [] : [{ kind: 'update', dueAt: outage.nextUpdateBy }];
    case 'resolved':
      return [];
  }
}

export type PlannedCall = {
  readonly at: Instant;
  readonly kind: RungKind;
  readonly levels: readonly Level[];
  readonly people: readonly { readonly person: Person; readonly level: Level }[];
};

/**
 * Whom the ladder calls and when if nobody acknowledges: each rung up to the end of the promise. The people are those who
 * were on call on submission; a rung calls whoever is on call then.
 */
export function plannedCalls({ policy, reportedAt, onCall }: Pick<Outage, 'policy' | 'reportedAt' | 'onCall'>): readonly PlannedCall[] {
  return Array.from({ length: breachRung(policy) + 1 }, (_, rung) => {
    const { levels } = rungAudience(policy, rung, rung);
    const people = levels.flatMap((level) => onCall[level].map((person) => ({ person, level })));
    return { at: reportedAt + rungAfterMs(policy, rung), kind: rungKind(policy, rung), levels, people };
  });
}
