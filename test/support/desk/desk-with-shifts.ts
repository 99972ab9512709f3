/** A desk whose people take turns: a week each, a day each, three shifts around the world, and somebody for the nights only. */
import { createDesk, type Desk } from '../../../src/desk/desk.ts';
import { onCallSchema } from '../../../src/desk/on-call/schema.ts';
import { smallDesk } from './small-desk.ts';

const SUN = [
  { zone: 'Europe/Copenhagen', key: 'ada' },
  { zone: 'America/New_York', key: 'bob' },
  { zone: 'Asia/Tokyo', key: 'cay' },
];
export const CAY = '00000000-0000-4000-8000-00000000000d';

/** `name`: what everybody on it is called; `crowd`: how many more engineers are on call with the duty manager. */
export function rotatingDesk({ name, crowd = 0 }: { name?: string; crowd?: number } = {}): Desk {
  const { file } = smallDesk();
  const more = Array.from({ length: crowd }, (_, index) => ({
    key: `more-${index}`,
    id: `00000000-0000-4000-8000-${String(1000 + index).padStart(12, '0')}`,
  }));
  const people = {
    ...file.people,
    cay: { id: CAY, name: 'Cay Berg' },
    ...Object.fromEntries(more.map(({ key, id }) => [key, { id, name: `More ${key}` }])),
  };
  const turns = { starts: '2026-01-05', handOver: '09:00', timeZone: 'Europe/Copenhagen' };
  return createDesk({
    ...file,
    people: Object.fromEntries(Object.entries(people).map(([key, person]) => [key, name === undefined ? person : { ...person, name }])),
    engineers: ['ada', 'bob', 'cay', ...more.map(({ key }) => key)],
    onCall: onCallSchema.parse({
      primary: { rotation: ['ada', 'bob', 'cay'], every: '1 week', ...turns },
      secondary: SUN.map(({ zone, key }) => ({ people: [key], hours: '09:00-17:00', timeZone: zone })),
      'duty-manager': [{ rotation: ['bob', 'cay'], every: '1 day', ...turns }, ...more.map(({ key }) => key)],
    }),
  });
}
