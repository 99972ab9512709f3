/** Who follows in the simulated world, what they chose to hear, and when some of them are taken off their project. */
import type { Follows } from '../../src/engine/ports/desk.ts';
import type { Chosen } from '../../src/outage/follow/chosen.ts';
import { START } from '../support/clock.ts';
import { CUSTOMERS, customersOf, customerTenantOf, ENGINEERS, engineersOf, HOUR_MS, PROJECTS, tenantOf } from './people-and-places.ts';
import type { VirtualTime } from './virtual-time.ts';

const ZONES = ['Europe/Copenhagen', 'America/New_York', 'Asia/Kolkata'] as const;
const NOISES = ['everything', 'turning-points', 'begin-and-end'] as const;
const numberIn = (id: string): number => Number(/\d+$/.exec(id)?.[0] ?? 0);

/** Some have quiet hours, some get two messages a day at the most, some both. */
export function chosenOf(personId: string): Chosen {
  const number = numberIn(personId);
  return {
    noise: NOISES[number % 5] ?? 'everything',
    ...(number % 2 === 0 && { hours: { from: '12:30', until: '03:15', timeZone: ZONES[number % 3] ?? 'UTC' } }),
    ...(number % 4 < 2 && { mostADay: 2 }),
  };
}

/** When somebody is taken off all that they may see. */
export const leavesAt = (personId: string): number => {
  const number = numberIn(personId);
  return number % 7 === 3 ? START + (2 + (number % 40)) * HOUR_MS : Number.POSITIVE_INFINITY;
};

/** Some follow their project from the beginning, and one of them not to the end. */
export async function followProjects(follows: Follows, time: VirtualTime): Promise<void> {
  for (const { id } of [...CUSTOMERS, ...ENGINEERS]) await follows.choose(id, chosenOf(id));
  for (let project = 0; project < PROJECTS; project++) {
    const projectId = `project-${project}`;
    const customers = customersOf(projectId).slice(project, project + 1 + (project % 2));
    const [engineer] = engineersOf(projectId).slice(project);
    for (const person of customers) await follows.follow({ person, tenantId: customerTenantOf(project), projectId });
    if (engineer && project % 3 === 0) await follows.follow({ person: engineer, tenantId: tenantOf(project), projectId });
    time.at(START + (5 + project) * HOUR_MS, () => void follows.unfollow(customers[0]?.id ?? '', projectId));
  }
}
