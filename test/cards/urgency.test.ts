/** Lists and messages about several outages begin with the one that needs somebody first, and say how late each is. */
import { expect, test } from 'vitest';
import { listCard } from '../../src/cards/look/look.ts';
import { digestCard } from '../../src/cards/news/digest.ts';
import { originCard } from '../../src/cards/outage/outage.ts';
import type { Action } from '../../src/outage/actions.ts';
import type { Outage } from '../../src/outage/types/outage.ts';
import { wordsFor } from '../../src/words/words.ts';
import { ofType, textOf } from '../support/cards/walk.ts';
import { smallDesk } from '../support/desk/small-desk.ts';
import { run } from '../support/outage/apply.ts';
import * as sample from '../support/outage/sample.ts';
import { at } from '../support/outage/stories.ts';
import { cardText } from '../support/teams/fake-teams.ts';

const words = wordsFor('en');
let number = 1000;
const reported = (minutes: number, ...more: readonly Action[]) => {
  number += 1;
  return run(sample.sampleReportAction({ at: at(minutes), outageId: 'nonce-1', number }), ...more);
};
const pass = (minutes: number) => sample.samplePassDeadlineAction({ at: at(minutes) });
const taken = (minutes: number) => sample.sampleAcknowledgeAction({ at: at(minutes) });

const ended = reported(1, taken(2), sample.sampleResolveAction({ at: at(9) }));
const endedBefore = reported(1, sample.sampleResolveAction({ at: at(5) }));
const next = reported(5, taken(60));
const missed = reported(2, taken(5), pass(65));
const waits = reported(52, pass(67));
const waitsLonger = reported(45, pass(60));
const late = reported(20, pass(35), pass(45), pass(50));
const lateLonger = reported(10, pass(25), pass(35), pass(40));
const inOrder = [lateLonger, late, waitsLonger, waits, missed, next, ended, endedBefore].map(({ outage }) => outage);

const named = (outages: readonly Outage[]) => outages.map((one) => `OUT-${one.number}`);
const labelsOf = (card: unknown) =>
  ofType(card, 'TextBlock')
    .map(textOf)
    .filter((text) => /^\S+ OUT-\d+$/.test(text));

test('16.2 a list begins with what nobody acknowledged in time, and ends with what has ended, as it ended', () => {
  const shuffled = [3, 6, 0, 5, 2, 7, 1, 4].flatMap((index) => inOrder[index] ?? []);
  const card = listCard({ outages: shuffled, heading: '', text: '', words, now: at(70), mayTake: true });
  expect(labelsOf(card).map((label) => label.split(' ')[1])).toEqual(named(inOrder));
  expect(labelsOf(card).map((label) => label.split(' ')[0])).toEqual([
    '\u26A0',
    '\u26A0',
    '\u25CB',
    '\u25CB',
    '\u26A0',
    '\u25D4',
    '\u2713',
    '\u2713',
  ]);
  expect(cardText(card)).toMatch(/OUT-1006[\s\S]*: 25 of 30 minutes gone\. Acknowledge by [\s\S]*OUT-1005/);
  // A bar stands where time runs. What is late says so in words.
  expect(cardText(card).match(/\u26A0 \d+ minutes late\. It was due by /g)).toHaveLength(2);
  expect(ofType(card, 'Column').filter(({ style }) => style === 'warning')).toHaveLength(2);
  expect(ofType(card, 'Column').filter(({ style }) => style === 'attention')).toEqual([]);
});

test('16.2 the card of the reporter says that it is late as soon as its clock does', () => {
  const { outage } = reported(0);
  const saidAt = (minutes: number) =>
    ['minutes late.', 'acknowledges it by', 'we are late'].filter((said) =>
      cardText(originCard({ outage, desk: smallDesk(), words, now: at(minutes) }, { own: true })).includes(said),
    );
  expect(saidAt(12)).toEqual(['acknowledges it by']);
  expect(saidAt(40)).toEqual(['minutes late.', 'we are late']);
});

test('16.2 a list of many shows those in full that need somebody first', () => {
  const calm = Array.from({ length: 14 }, () => reported(5, taken(60)).outage);
  const card = listCard({ outages: [...calm, ...inOrder.slice(0, 4)], heading: '', text: '', words, now: at(70), mayTake: true });
  expect(labelsOf(card)).toHaveLength(12);
  expect(
    labelsOf(card)
      .slice(0, 4)
      .map((label) => label.split(' ')[1]),
  ).toEqual(named(inOrder.slice(0, 4)));
});

test('16.2 several pings in one message: the late one first, each with its clock, and no clock where it was answered', () => {
  const pings = [next, missed, waits, late].map(({ outage, events }, index) => {
    const event = events.at(-1);
    if (!event) throw new Error('no event');
    return { outage, event, destination: { kind: 'desk' } as const, answer: index === 0 ? 'Sam has it.' : '' };
  });
  const { card } = digestCard({ desk: smallDesk(), words, now: at(70), pings });
  expect(labelsOf(card).map((label) => label.split(' ')[1])).toEqual(named([late, waits, missed, next].map(({ outage }) => outage)));
  expect(cardText(card).match(/of 30 minutes gone|minutes late\./g)).toEqual(['minutes late.', 'of 30 minutes gone']);
});
