/** Texts with a count, and texts of which a blank may be empty, in every language. */
import { describe, expect, test } from 'vitest';
import { WORDS } from '../../src/words/words.ts';

test.each([
  ['report.byApi.moreAlerts', (count: number) => WORDS.en.report.byApi.moreAlerts(count)],
  ['onCall.more', WORDS.en.onCall.more],
  ['watch.check.more', WORDS.en.watch.check.more],
  ['look.list.atLeast', WORDS.en.look.list.atLeast],
  ['setup.moreProjects', WORDS.en.setup.moreProjects],
  ['affected.pulse.stillDown', (count: number) => WORDS.en.affected.pulse.stillDown(count, 2 * count)],
])('%s says of one thing that it is one', (_path, say) => {
  expect(say(1)).toMatch(/\b1\b/);
  expect(say(1)).not.toMatch(/\b1 (?:more )?(?:alerts|changes|outages|projects|of \d+ affected people say)\b|There are 1/);
  expect(say(2)).toMatch(/\b2\b/);
});

test('several files are "them"', () => {
  const { whichText, others } = WORDS.en.files;
  expect([whichText(1), others(1, 1)].join(' ')).not.toMatch(/\bthem\b/);
  expect([whichText(2), others(1, 2)].join(' ')).not.toMatch(/\bit\b/);
});

describe.each(Object.entries(WORDS))('in %s', (_language, { ending, setup, files, desk }) => {
  test('what has ended says so where nobody knows who ended it', () => {
    const { transferred, withdrawn, merged, resolved, closed } = ending.ended;
    for (const say of [transferred, withdrawn, merged, resolved, closed]) {
      const text = say('OUT-7', '', '10:45', 'OUT-4');
      expect(text).toContain('OUT-7');
      expect(text).toBe(text.trim());
      expect(text).not.toMatch(/ {2}| [.,]|\bby \.|: ?[,.]/);
    }
  });

  test('the invitation to set up says something where nobody may', () => {
    expect(setup.inviteWho('')).toMatch(/^[\p{L}]/u);
    expect(setup.inviteWho('')).not.toMatch(/ {2}|^ |[:：] ?[.。]/);
  });

  test('a size has the decimal sign of the language', () => {
    expect(files.megabytes(1.44)).toMatch(/^1[.,]4\s/);
  });

  test('a request is headed as a request', () => {
    expect(desk.newRequest('REQ-7')).not.toBe(desk.newOutage('REQ-7'));
  });
});
