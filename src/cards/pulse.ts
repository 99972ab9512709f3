/** How it is for those affected: the buttons by which they say it with one tap, and what the desk sees of it. */
import type { Destination } from '../outage/destinations.ts';
import { SAYINGS } from '../outage/types/affected.ts';
import { affectedPeople, isOpen, type Outage, requestIn } from '../outage/types/outage.ts';
import { inSameRoom } from '../outage/types/values.ts';
import type { Words } from '../words/words.ts';
import type { Fact } from './base/facts.ts';
import { type ButtonGroup, button, dataOf } from './base/verbs.ts';
import { type OutageView, reopenUntil } from './outage/next-lines.ts';

/** What is true of it is said by one tap, under the question. `reporter`: they alone say of what was closed or withdrawn what is wrong, by a form. */
export function pulseGroups({ outage, words, now }: Omit<OutageView, 'desk'>, { reporter = false } = {}): readonly ButtonGroup[] {
  const { question, titles } = words.affected.pulse;
  const say = (says: 'down' | 'better') => button(titles[says], 'pulse', { ...dataOf(outage), says });
  const works = (title: string) => button(title, 'reporter-works', dataOf(outage));
  if (isOpen(outage)) {
    return outage.drill ? [] : [{ label: question.open, actions: [say('down'), say('better'), works(titles.works)] }];
  }
  const isOver = outage.state === 'resolved' || outage.state === 'closed' || outage.state === 'withdrawn';
  if (!isOver || requestIn(outage) || (reporter && outage.state !== 'resolved')) return [];
  const actions = [
    ...(outage.state === 'withdrawn' ? [] : [works(titles.worksAgain)]),
    ...(now <= reopenUntil(outage) ? [say('down')] : []),
  ];
  return actions.length > 0 ? [{ label: question.ended, actions }] : [];
}

/** Whether somebody for whom it is down reads there: in a room that follows, whoever joined there. */
export const isReadByAffected = (destination: Destination, { followers, joined }: Outage): boolean => {
  const { kind } = destination;
  if (kind !== 'follower') return kind === 'origin' || kind === 'merged' || kind === 'joined';
  const room = followers.find(({ id }) => id === destination.id);
  return room !== undefined && joined.some(({ origin }) => inSameRoom(origin, room));
};

/** How many say what, of all for whom it is down. */
export function pulseFacts(outage: Outage, { affected: { pulse } }: Words): Fact[] {
  const counts = SAYINGS.toReversed().flatMap((says) => {
    const count = outage.pulses.filter((one) => one.says === says).length;
    return count > 0 ? [pulse.count[says](count)] : [];
  });
  return counts.length > 0 ? [{ label: pulse.fact, lines: [pulse.counts(counts, affectedPeople(outage).length)] }] : [];
}
