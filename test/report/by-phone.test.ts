/** What a report by phone leaves open: it may stay so, and where the caller is follows from the number. */
import { expect, test } from 'vitest';
import type { Report } from '../../src/outage/types/values.ts';
import { enteredOf, readCorrection } from '../../src/report/correction.ts';
import { zoneOfPhone } from '../../src/report/phones.ts';
import { START } from '../support/clock.ts';
import { smallDesk } from '../support/desk/small-desk.ts';
import { sampleReport } from '../support/outage/sample.ts';

test.each([
  ['+45 32 12 34 56', 'Europe/Copenhagen'],
  ['+81 3 5550 0100', 'Asia/Tokyo'],
  // Several zones: nobody can say in which one.
  ['+1 206 555 0100', null],
  ['+61 2 5550 0100', null],
  ['32 12 34 56', null],
  ['', null],
])('somebody who calls from %j is in %s', (number, zone) => {
  expect(zoneOfPhone(number)).toBe(zone);
});

const called: Report = {
  ...sampleReport,
  description: '',
  contact: { ...sampleReport.contact, email: '', aroundTheClock: false, secondContact: '' },
};
const correct = (typed: object, report = called) =>
  readCorrection({ ...enteredOf(report), affected: 'unsure', ...typed }, report, { desk: smallDesk(), reportedAt: START });

test('what nobody asked on the phone need not be added to correct the rest', () => {
  const read = correct({ title: 'Another title' });
  expect(read).toMatchObject({ changes: { title: 'Another title', contact: { ...called.contact, phone: '+49 30 123456' } } });
  expect(correct({ email: 'not an address' })).toEqual({ errors: { email: 'not-an-email' } });
  expect(correct({ email: 'mia@example.com', secondContact: 'Jonas' })).toMatchObject({
    changes: { contact: { email: 'mia@example.com', secondContact: 'Jonas' } },
  });
});

test('what was reported cannot be emptied all the same', () => {
  const errors = correct({ title: '', phone: '', email: '' }, sampleReport);
  expect(errors).toEqual({ errors: { title: 'required', phone: 'required', email: 'required' } });
});
