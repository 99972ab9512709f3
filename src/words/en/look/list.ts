/** Lists of outages, in English. */
import { denial } from '../../denial.ts';
import { formats } from '../formats.ts';

export const list = {
  open: (count: number) =>
    count === 0 ? 'No outage is open' : formats.plural(count, { one: '1 outage is open', other: `${count} outages are open` }),
  atLeast: (count: number) => `At least ${count} outages are open`,
  mine: (count: number): string => (count === 0 ? 'You have no outages' : 'Your outages'),
  mineText: 'What you reported or own: what is open, then what ended last.',
  reported: (when: string) => `Acknowledge by ${when}`,
  late: (when: string) => `Was to be acknowledged by ${when}`,
  taken: (when: string) => `Next update by ${when}`,
  missed: (when: string) => `An update was due at ${when}`,
  and: 'And',
  more: 'Ask for one by its number: /outage status OUT-1042.',
  which: 'Say which one, with its number: /outage status OUT-1042, or /outage timeline OUT-1042.',
  ownChat: denial('not-here', 'Ask me that in our own chat: it is not for everybody here.'),
  noProjects: denial(
    'not-member',
    'You belong to no customer project and are no engineer of the desk, so there is nothing that I may show you.',
  ),
};
