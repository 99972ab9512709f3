/** Whether the text of each button fits on a phone, and each word of a label into its column. */
import { expect, test } from 'vitest';
import { cut, parted } from '../support/cards/button-width.ts';
import { sampleCards } from '../support/cards/cards.ts';
import { elements, isNode, short, textOf } from '../support/cards/walk.ts';

test('3.2: no button of any card is cut on a phone that is 320 px wide, in any state', () => {
  const buttons = sampleCards().flatMap(({ name, card }) =>
    elements(card).flatMap(({ type, title }) => (String(type).startsWith('Action.') && title ? [{ name, title: String(title) }] : [])),
  );
  expect(buttons.length).toBeGreaterThan(500);
  expect(short([...new Set(buttons.filter(({ title }) => cut(title)).map(({ title, name }) => `${title} (${name})`))])).toEqual([]);
});

test('3.2: a text that would be cut is found', () => {
  expect(cut('Send as an outage anyway; support will confirm')).toBe(true);
  expect(cut('Report an outage')).toBe(false);
  expect(cut('障害を報告する画面を開いて続きを入力します')).toBe(true);
});

test('3.2: an accent makes no letter wider', () => {
  expect(['Größere Störung für später öffnen', 'Déjà signalé à l’équipe, rétabli hier'].map(cut)).toEqual([false, false]);
});

test('22: no word of a label is parted within', () => {
  const labels = sampleCards().flatMap(({ card }) =>
    elements(card).flatMap(({ width, items }) => (width === '94px' && Array.isArray(items) ? items.filter(isNode).map(textOf) : [])),
  );
  expect(labels.length).toBeGreaterThan(1_000);
  expect([...new Set(labels)].filter((label) => parted(label).length > 0)).toEqual([]);
  expect([parted('Zusammenfassung'), parted('Zusammen\u00ADfassung'), parted('Personnes touchées')]).toEqual([['Zusammenfassung'], [], []]);
});
