/** What counts as an example, and what is somebody's, however memorable. */
import { expect, test } from 'vitest';
import { findExamples } from '../../src/desk/examples.ts';
import { smallDesk } from '../support/desk/small-desk.ts';

const phonesIn = (number: string) => {
  const desk = smallDesk((text) => text.replace('+45 70 10 20 30', number));
  return findExamples(desk).some((finding) => finding.type === 'example' && finding.kind === 'phone');
};
const addressesIn = (address: string) => {
  const desk = smallDesk((text) =>
    text.replaceAll('https://example.com/new', address).replace('https://shop.example.com', 'https://shop.nordwind.dk'),
  );
  return findExamples(desk).some((finding) => finding.type === 'example' && finding.kind === 'address');
};

test.each([
  '+45 70 10 20 30',
  '70 10 20 30',
  '0045 70 10 20 30',
  '+45 12 34 56 78',
  '+1 206 555 0100',
  '+1 (212) 555-0199',
  '+44 20 7946 0018',
  '+44 161 496 0000',
  '+44 28 9649 6100',
  '+49 30 23125 000',
  '+49 171 3920050',
  '+33 1 99 00 12 34',
])('%s is an example', (number) => expect(phonesIn(number)).toBe(true));

test.each([
  '+45 70 12 34 56',
  '+45 70 22 22 22',
  '+45 36 44 44 44',
  '+33 1 53 33 33 33',
  '+91 22 6666 6666',
  '+91 99999 99999',
  '+44 20 7000 0000',
  '+44 20 8123 4567',
  '+44 20 7946 5000',
  '+44 161 496 5000',
  '+49 800 1234567',
  '+49 69 2222222',
  '+1 888 888 8888',
  '+1 201 234 5678',
  '+47 22 22 22 22',
  '+31 20 123 4567',
  '+1 212 555 1212',
])('%s may be somebody’s', (number) => expect(phonesIn(number)).toBe(false));

test.each([
  ['of a person', 'people > phone', 'name: Ada Lund', 'name: Ada Lund, phone: "+44 7700 900123"'],
  [
    'from which a pager calls',
    'pagers > from',
    'people:\n',
    'pagers: { p: { type: twilio, account: AC00000000000000000000000000000001, token: TOKEN, from: "+44 7700 900123" } }\npeople:\n',
  ],
])('an example of a number %s is found, and where it stands', (_what, place, from, to) => {
  const real = (text: string) => text.replace('+45 70 10 20 30', '+45 70 22 22 22');
  const found = (change: (text: string) => string) =>
    findExamples(smallDesk(change)).filter((one) => 'kind' in one && one.kind === 'phone');
  expect(found(real)).toEqual([]);
  expect(found((text) => real(text).replace(from, to))).toMatchObject([{ values: ['+447700900123'], places: [place] }]);
});

test.each([
  ['a call', 'desk > bridge', 'desk:\n', 'desk:\n  bridge: https://meet.example.com/1\n'],
  [
    'a page of an environment',
    'projects > environments > links',
    'kind: sandbox }',
    'kind: sandbox, links: [{ title: Logs, url: "https://logs.example.com" }] }',
  ],
])('an example of %s is found, and where it stands', (_what, place, from, to) => {
  const real = (text: string) => text.replaceAll(/https:\/\/(?:shop\.)?example\.com/g, 'https://nordwind.dk');
  const found = (change: (text: string) => string) =>
    findExamples(smallDesk(change)).filter((one) => 'kind' in one && one.kind === 'address');
  expect(found(real)).toEqual([]);
  expect(found((text) => real(text).replace(from, to))).toMatchObject([{ places: [place] }]);
});

test.each([
  'https://support.example.com/new',
  'http://localhost:3000',
  'https://test',
  'https://portal.contoso.com',
  'https://erp.fabrikam.co.uk/x',
  'https://desk.invalid',
])('%s is an example', (address) => expect(addressesIn(address)).toBe(true));

test.each([
  'https://bank.dk/help?ref=example.com',
  'https://bank.dk/docs/contoso.html',
  'https://contosolutions.com',
  'https://mycontoso.dk',
  'https://testing.nl',
  'https://latest.nl',
  'https://test.dk',
  'https://example-bank.de',
  'https://ann.test@bank.dk/',
])('%s may be somebody’s', (address) => expect(addressesIn(address)).toBe(false));
