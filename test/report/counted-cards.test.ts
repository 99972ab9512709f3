/** 3.8: the label of each card says truly which card it is, and of how many. */
import { describe, expect, test } from 'vitest';
import { NOT_LISTED } from '../../src/outage/types/values.ts';
import type { Draft } from '../../src/report/draft.ts';
import { countCards } from '../../src/report/report.ts';
import { smallDesk } from '../support/desk/small-desk.ts';
import { sampleContext, sampleDraft } from '../support/report/sample-draft.ts';

const scenario = (id: string, more = '') => `  - { id: ${id}, title: ${id}, chooseWhen: Always.${more} }\n`;
const ASKS = ', questions: [{ id: q, type: text, text: "Why?" }]';
const deskWith = (...scenarios: string[]) => smallDesk((text) => `${text}scenarios:\n${scenarios.join('')}`);

const counts = (desk = smallDesk(), chosen = 'environment-down', kind?: Draft['kind']) =>
  (['confirmation', 'scenario', 'details', 'questions', 'contact', 'review'] as const).map((step) => {
    const { at, least, most } = countCards({ ...sampleDraft({ scenario: chosen }, step), kind }, sampleContext(desk));
    return `${step} ${at}/${least === most ? least : `${least}-${most}`}`;
  });

describe('3.8: the cards of a report', () => {
  test('are six from the first on where every kind of outage asks something, and the review is one of them', () => {
    expect(counts()).toEqual(['confirmation 1/6', 'scenario 2/6', 'details 3/6', 'questions 4/6', 'contact 5/6', 'review 6/6']);
  });

  test('are five from the first on where no kind of outage asks anything', () => {
    const plain = deskWith(scenario('slow'), scenario('down'), scenario(NOT_LISTED));
    const [first, second, third, , contact, review] = counts(plain, 'slow');
    expect([first, second, third, contact, review]).toEqual([
      'confirmation 1/5',
      'scenario 2/5',
      'details 3/5',
      'contact 4/5',
      'review 5/5',
    ]);
  });

  test('are five or six until the kind of outage is chosen where only some of them ask', () => {
    const mixed = deskWith(scenario('slow'), scenario('down', ASKS));
    expect(counts(mixed, 'down')).toEqual([
      'confirmation 1/5-6',
      'scenario 2/5-6',
      'details 3/6',
      'questions 4/6',
      'contact 5/6',
      'review 6/6',
    ]);
    expect(counts(mixed, 'slow').at(-1)).toBe('review 5/5');
  });

  test('are not counted for what leads elsewhere, or for "None of these" before it is chosen', () => {
    const desk = deskWith(scenario('down', ASKS), scenario('breach', ', redirect: Call us.'), scenario(NOT_LISTED));
    expect(counts(desk, NOT_LISTED).filter((one) => !one.startsWith('questions'))).toEqual([
      'confirmation 1/6',
      'scenario 2/6',
      'details 3/5',
      'contact 4/5',
      'review 5/5',
    ]);
  });

  test('are those of the chosen environment alone', () => {
    const desk = smallDesk((text) =>
      `${text}scenarios:\n${scenario('slow', ', products: [shop]')}${scenario('down', `, products: [erp]${ASKS}`)}products:\n  - { id: shop, name: Shop }\n  - { id: erp, name: ERP }\n`.replace(
        'name: Live, kind: production',
        'name: Live, kind: production, products: [erp]',
      ),
    );
    expect(counts(desk, 'down').slice(0, 2)).toEqual(['confirmation 1/6', 'scenario 2/6']);
  });

  test('of a request are four, without the kind of outage and its questions', () => {
    const [first, , third, , contact, review] = counts(smallDesk(), 'environment-down', 'request');
    expect([first, third, contact, review]).toEqual(['confirmation 1/4', 'details 2/4', 'contact 3/4', 'review 4/4']);
  });
});
