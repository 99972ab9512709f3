/** The list of scenarios: in which order they stand, and what is marked. */
import { expect, test } from 'vitest';
import { stepCard } from '../../src/cards/report/steps/steps.ts';
import { DEFAULT_SCENARIOS } from '../../src/desk/scenarios/default-scenarios.ts';
import { NOT_LISTED } from '../../src/outage/types/values.ts';
import { en } from '../../src/words/en/index.ts';
import { elements } from '../support/cards/walk.ts';
import { sampleContext, sampleDraft } from '../support/report/sample-draft.ts';

const text = en.report.scenario;
const ids = DEFAULT_SCENARIOS.map(({ id }) => id);
const [first = '', second = '', third = '', fourth = ''] = ids;
const titleOf = (id: string) => sampleContext().desk.scenario(id)?.title ?? '';

/** The headings, marks and scenarios of the list, from the top. */
function listed(counts: ReadonlyMap<string, number>, chosen = ''): string[] {
  const card = stepCard({ ...sampleContext(), draft: sampleDraft({ scenario: chosen }, 'scenario'), errors: {}, words: en, counts });
  return elements(card).flatMap((one) => {
    if (one.verb === 'report-choose') return [ids.find((id) => id === (one.data as { choice: string }).choice) ?? ''];
    return [text.often, text.others, text.chosen(titleOf(chosen))].filter((said) => said === one.text);
  });
}

test('16.3 a project without outages reads the list in the order of the desk file, without headings', () => {
  expect(listed(new Map())).toEqual(ids.filter((id) => listed(new Map()).includes(id)));
  expect(listed(new Map())).toContain(NOT_LISTED);
});

test('16.3 the three most frequent stand first, those that are equal in the order of the file, and the others below', () => {
  const list = listed(
    new Map([
      [first, 1],
      [second, 2],
      [third, 2],
      [fourth, 7],
      [NOT_LISTED, 50],
      ['no-scenario-any-more', 90],
    ]),
  );
  expect(list.slice(0, 5)).toEqual([text.often, fourth, second, third, text.others]);
  expect(list[5]).toBe(first);
  expect(list.at(-1)).toBe(NOT_LISTED);
  expect(list.filter((id) => ids.includes(id))).toHaveLength(listed(new Map()).length);
});

test('16.3 the one that was chosen before is marked above its button', () => {
  const list = listed(new Map([[first, 1]]), third);
  expect(list[list.indexOf(third) - 1]).toBe(text.chosen(titleOf(third)));
  expect(text.chosen('x')).toContain('\u2713');
});
