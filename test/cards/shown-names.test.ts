/** How customers read who works for them, drawn for thousands of readers from one record. */
import { expect, test } from 'vitest';
import { createShownNames } from '../../src/cards/base/shown-names.ts';
import { objectId, testDesk } from '../../test/support/bot/test-bot.ts';

test('a record is copied once, however many read it', () => {
  const desk = testDesk((text) => text.replace('  timeZone: Europe/Copenhagen', '  engineerNames: first\n  timeZone: Europe/Copenhagen'));
  const names = createShownNames(desk, (first) => `${first} of support`);
  const priya = { id: objectId('priya'), name: 'Priya Nair' };
  const recorded = { outage: { owner: priya, reporter: { id: 'aad-mia', name: 'Mia Winter' } }, events: [{ by: priya }] };
  const shown = names(recorded);
  expect(shown.outage).toEqual({ owner: { ...priya, name: 'Priya of support' }, reporter: { id: 'aad-mia', name: 'Mia Winter' } });
  expect(names({ ...recorded }).outage).toBe(shown.outage);
  expect(names({ ...recorded }).events).toBe(shown.events);
});
