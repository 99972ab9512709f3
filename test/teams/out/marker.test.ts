/** The mark that a card carries to be found by. */
import { describe, expect, it } from 'vitest';
import { marked, markOf } from '../../../src/teams/out/messenger.ts';
import { sampleCards } from '../../support/cards/cards.ts';
import { problemsOf } from '../../support/cards/schema.ts';
import { elements } from '../../support/cards/walk.ts';

const card = {
  type: 'AdaptiveCard',
  body: [
    { type: 'Input.Text', id: 'text' },
    { type: 'TextBlock', text: 'Hello' },
  ],
};

describe('the mark of a delivery', () => {
  it('is the same each time, another for another key, and may stand in an id', () => {
    // Fixed: what an older version posted has to be found too. By: printf KEY | openssl dgst -sha256 -binary | base64
    expect(markOf('nonce-1/opening/desk/1')).toBe('Gp6WCrG3fNX3MvpWnaebYQ');
    const keys = Array.from({ length: 10_000 }, (_, index) => `nonce/${index}/opening/desk/1`);
    expect(new Set(keys.map(markOf)).size).toBe(10_000);
    for (const key of keys.slice(0, 100)) expect(markOf(key)).toMatch(/^[\w-]{22}$/);
  });
});

describe('a marked card', () => {
  it('has the mark in the id of its first element without one, and is otherwise the same', () => {
    const before = structuredClone(card);
    expect(marked(card, ['a'])).toEqual({ ...card, body: [card.body[0], { ...card.body[1], id: `outage-desk ${markOf('a')}` }] });
    expect(card).toEqual(before);
  });

  it('is one that Teams takes, whichever of ours it is, with the mark in it once and no id twice', () => {
    for (const { name, card } of sampleCards()) {
      const made = marked(card, ['a']) as typeof card;
      expect(problemsOf(made), name).toEqual([]);
      const ids = elements(made.body).flatMap(({ id }) => (typeof id === 'string' ? [id] : []));
      expect(
        ids.filter((id) => id.includes(markOf('a'))),
        name,
      ).toHaveLength(1);
      expect(new Set(ids).size, name).toBe(ids.length);
      expect(made.fallbackText, name).toBe(card.fallbackText);
    }
  });

  it('of several deliveries is found by each of them', () => {
    const text = JSON.stringify(marked(card, ['a', 'b', 'c']));
    for (const key of ['a', 'b', 'c']) expect(text).toContain(markOf(key));
    expect(text).not.toContain(markOf('d'));
  });

  it('stays small, also of the longest digest', () => {
    const keys = Array.from({ length: 100 }, (_, index) => `nonce-${index}/ping/desk/2`);
    expect(JSON.stringify(marked(card, keys)).length - JSON.stringify(card).length).toBeLessThan(2_500);
  });

  it('that nobody looks for shows all the same that it is ours', () => {
    expect(JSON.stringify(marked(card, []))).toContain('"id":"outage-desk"');
  });

  it.each([{}, { body: null }, { body: [] }, { body: ['text'] }, { body: [{ type: 'TextBlock', id: 'taken' }] }])(
    'where there is no room (%o) stays as it is',
    (odd) => expect(marked(odd, ['a'])).toBe(odd),
  );
});
