/** Which customer is meant by what somebody types while a caller waits. */
import { expect, test } from 'vitest';
import { customersNamed } from '../../src/commands/report/by-phone.ts';

const CUSTOMERS = [
  { id: 'contoso-erp', name: 'Contoso ERP' },
  { id: 'contoso-shop', name: 'Contoso Shop' },
  { id: 'mill', name: 'Mühle & Söhne' },
  { id: 'fjord', name: 'Fjörd Ørsted' },
  { id: 'shop', name: 'Shop' },
];

test.each<[string, string[]]>([
  ['contoso-erp', ['contoso-erp']],
  ['Contoso ERP', ['contoso-erp']],
  ['CONTOSO  ERP.', ['contoso-erp']],
  ['contoso', ['contoso-erp', 'contoso-shop']],
  // The whole name is meant before a part of another one.
  ['shop', ['shop']],
  ['erp', ['contoso-erp']],
  ['muhle', ['mill']],
  ['Mühle', ['mill']],
  ['sohne', ['mill']],
  ['orsted', ['fjord']],
  ['"Fjord"', ['fjord']],
  ['harbour', []],
  ['...', []],
  ['', []],
])('%j means %j', (typed, ids) => {
  expect(customersNamed(typed, CUSTOMERS).map(({ id }) => id)).toEqual(ids);
});
