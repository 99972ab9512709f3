/** What those who follow hear now, what later and what not at all: what they chose, what they may still see, and how much in a day. */
import { quietUntil, startOfDay } from '../../desk/quiet-hours.ts';
import { type Destination, joinedAt, readerOf, tenantAt } from '../../outage/destinations.ts';
import { type Chosen, MOST_A_DAY } from '../../outage/follow/chosen.ts';
import { isTurningPoint, isWanted } from '../../outage/follow/wanted.ts';
import type { Outage } from '../../outage/types/outage.ts';
import { storedPersonKey } from '../../outage/types/person-key.ts';
import { followingIn, type Instant, isRead } from '../../outage/types/values.ts';
import type { Delivery, DeliveryQueue } from '../ports/deliveries.ts';
import type { DeskFacts, Follows } from '../ports/desk.ts';
import type { OutageStore, Recorded } from '../ports/outages.ts';

/** `reaches`: with it the reader has so many news on this day, and gets only turning points from then on. */
export type Heard = { readonly when: 'now' | 'never' | Instant; readonly reaches: number | null };
const NOW: Heard = { when: 'now', reaches: null };
const NEVER: Heard = { when: 'never', reaches: null };

export function createReaders(parts: {
  outages: Pick<OutageStore, 'now' | 'read'>;
  deliveries: Pick<DeliveryQueue, 'newsSince'>;
  follows?: Pick<Follows, 'chosenBy'>;
  desk: Pick<DeskFacts, 'mayHear' | 'mayFollow' | 'timeZone'>;
}) {
  const { outages, deliveries, follows, desk } = parts;
  return { heardBy, isTheirs };

  /** Asked just before it is sent, so that what somebody chooses counts at once, also for what waits. */
  async function heardBy(delivery: Delivery, { outage, events }: Recorded): Promise<Heard> {
    const { destination, kind, seq } = delivery;
    if (!(await mayHear(destination, outage))) return NEVER;
    if (destination.kind !== 'follower' && destination.kind !== 'following') return NOW;
    // A drill waits for no hours, and is soon over.
    if (kind !== 'news' || outage.drill) return NOW;
    if (!isWanted(delivery, outage, events)) return NEVER;
    return await heardNow(delivery, await chosenAt(destination, outage), isTurningPoint(seq, events));
  }

  async function heardNow({ destination }: Delivery, chosen: Chosen, isTurning: boolean): Promise<Heard> {
    const now = await outages.now();
    const until = chosen.hours && !isTurning ? quietUntil(chosen.hours, now) : null;
    if (until !== null) return { when: until, reaches: null };
    const { mostADay = MOST_A_DAY, hours } = chosen;
    const sent = await deliveries.newsSince(destination, startOfDay(now, hours?.timeZone ?? desk.timeZone ?? 'UTC'));
    if (sent >= mostADay && !isTurning) return NEVER;
    return { when: 'now', reaches: sent + 1 === mostADay ? mostADay : null };
  }

  async function chosenAt({ kind, id }: { readonly kind: 'follower' | 'following'; readonly id: string }, outage: Outage): Promise<Chosen> {
    if (kind === 'following') return (await follows?.chosenBy(id)) ?? {};
    return outage.followers.find((one) => one.id === id) ?? {};
  }

  /** False where the desk file has taken the tenant from the project since the outage was reported: its people hear nothing more. */
  async function isTheirs({ destination }: Delivery, { outage }: Recorded): Promise<boolean> {
    const { kind } = destination;
    const isPersonal = readerOf(destination) === 'reporter';
    const tenant = tenantAt(destination, outage);
    // What is for the desk's own people is sent whatever the desk file says of tenants.
    const isOfDesk = outage.drill !== null || (kind === 'origin' && !isRead(outage.origin));
    if (!(isPersonal || kind === 'follower') || tenant === null || isOfDesk) return true;
    const part = kind === 'merged' ? await outages.read(destination.id) : null;
    const project = joinedAt(destination, outage)?.project ?? part?.outage.report.project ?? outage.report.project;
    return desk.mayHear(tenant, project.id, isPersonal ? 'person' : 'room');
  }

  /** In their own chat, those who follow or joined hear of it only while they may follow the project. */
  async function mayHear(destination: Destination, outage: Outage): Promise<boolean> {
    if (destination.kind === 'following') {
      const found = followingIn(outage, destination.id);
      return found !== undefined && (await mayFollow(found.person.id, found.tenantId, outage.report.project.id, outage));
    }
    const joined = joinedAt(destination, outage);
    if (joined?.origin.kind !== 'personal') return true;
    return await mayFollow(joined.person.id, joined.origin.tenantId, joined.project.id, outage);
  }

  async function mayFollow(id: string, tenantId: string, projectId: string, { reporter }: Outage): Promise<boolean> {
    return id === reporter.id || (await desk.mayFollow?.(storedPersonKey(id), tenantId, projectId)) !== false;
  }
}
