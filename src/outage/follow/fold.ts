/** Who follows in their own chat after an event. Pure. */
import type { OutageEvent } from '../events.ts';
import type { Facts } from '../types/outage.ts';
import type { Following, FollowingFirst, Origin } from '../types/values.ts';

/**
 * Whoever reported or joined it in their own chat hears of it there already, and would hear it twice. `version`: of the outage after the
 * event.
 */
export function followingAfter(outage: Pick<Facts, 'following' | 'reporter' | 'origin'>, event: OutageEvent, version: number) {
  const { following } = outage;
  switch (event.type) {
    case 'followed': {
      const { person, tenantId, noise } = event;
      const before = following.find((one) => one.person.id === person.id);
      return [...without(following, person.id), { person, tenantId, noise, version: before?.version ?? version, ...ofIn(before) }];
    }
    case 'unfollowed':
      return without(following, event.person.id);
    case 'promoted':
      return beginning(event.following ?? [], outage, version);
    case 'joined':
      return event.joined.origin.kind === 'personal' ? without(following, event.by.id) : following;
    case 'absorbed': {
      const theirs = [...event.joined, { ...event.merged, person: event.merged.reporter }];
      const left = theirs.reduce((all, { person, origin }) => (origin.kind === 'personal' ? without(all, person.id) : all), following);
      return [...left, ...(event.following ?? []).map((one) => ({ ...one, version, of: event.merged.id }))];
    }
    case 'parted':
      return following.filter(({ of }) => of === undefined || !event.ids.includes(of));
    default:
      return following;
  }
}

/** Those who follow from the beginning. */
export const beginning = (
  chosen: NonNullable<FollowingFirst['following']>,
  { reporter, origin }: { readonly reporter: { readonly id: string }; readonly origin: Origin },
  version: number,
): readonly Following[] =>
  chosen.flatMap((one) => (one.person.id === reporter.id && origin.kind === 'personal' ? [] : { ...one, version }));

const ofIn = (before: Following | undefined) => (before?.of === undefined ? {} : { of: before.of });

const without = (following: readonly Following[], personId: string): readonly Following[] =>
  following.filter(({ person }) => person.id !== personId);
