/** What holds for each field that the report keeps as a text, by its record alone: a new field is tested without a new test. */
import { describe, expect, test } from 'vitest';
import { deskCard } from '../../src/cards/outage/outage.ts';
import { correctedNews } from '../../src/cards/report/correction.ts';
import { DESK } from '../../src/outage/destinations.ts';
import { CORRECTABLE, enteredOf, readCorrection } from '../../src/report/correction.ts';
import type { Entered } from '../../src/report/draft.ts';
import { FIELDS, type TextId } from '../../src/report/fields.ts';
import { complete } from '../../src/report/report.ts';
import { joiningTexts, TEXT_IDS, textIn } from '../../src/report/texts.ts';
import { split } from '../../src/store/personal/split.ts';
import { en } from '../../src/words/en/index.ts';
import { smallDesk } from '../support/desk/small-desk.ts';
import { run } from '../support/outage/apply.ts';
import * as sample from '../support/outage/sample.ts';
import { FREE_TEXT } from '../support/report/free-text.ts';
import { sampleContext, sampleDraft } from '../support/report/sample-draft.ts';

/** A text that is told apart from those of the other fields. */
const textOf = (id: TextId) => `Text of ${id}`;
const draft = sampleDraft(Object.fromEntries(FREE_TEXT.map((id) => [id, textOf(id)])));
const completed = complete(draft, sampleContext());
if (!('report' in completed)) throw new Error(`The sample draft lacks something in its step ${completed.step}.`);
const { report } = completed;
const view = { desk: smallDesk(), words: en, now: draft.startedAt };

test.each(FREE_TEXT)('the report keeps what was typed into %s', (id) => {
  expect(textIn(report, id)).toBe(textOf(id));
});

test.each(FREE_TEXT.filter((id) => FIELDS[id].kept.whenEmpty === 'left-out'))('a report without %s has no such part', (id) => {
  const without = complete(sampleDraft({ ...draft.entered, [id]: ' ' }), sampleContext());
  expect('report' in without && without.report).not.toHaveProperty(FIELDS[id].kept.as);
});

describe('the desk', () => {
  test.each(FREE_TEXT)('sees %s on the card of the outage', (id) => {
    const { outage } = run(sample.sampleReportAction({ report }));
    expect(JSON.stringify(deskCard({ ...view, outage }, { mentionOnCall: true }))).toContain(textOf(id));
  });

  test.each(FREE_TEXT)('reads %s in the reply of a person who joins instead, where its record says so', (id) => {
    const texts = joiningTexts(draft.entered).map(({ text }) => text);
    expect(texts.includes(textOf(id))).toBe(FIELDS[id].kept.joining !== null);
  });
});

describe('a correction', () => {
  // It can be made hours after the report.
  const at = { desk: view.desk, reportedAt: view.now };
  const correctedTo = (entered: Entered) => {
    const read = readCorrection({ ...enteredOf(report), ...entered }, report, at);
    if (!('changes' in read)) throw new Error('The correction was refused.');
    return read.changes;
  };

  test('in which nothing was changed leaves the report as it is', () => {
    expect({ ...report, ...correctedTo({}) }).toEqual(report);
  });

  test('16.5: from a form of the version before, which asks for less, leaves the rest as it is', () => {
    const { beganDate, beganTime, aroundTheClock, secondContact, ...asked } = enteredOf(report);
    const read = readCorrection(asked, report, at);
    expect('changes' in read && { ...report, ...read.changes }).toEqual(report);
    expect([beganDate, beganTime, aroundTheClock, secondContact].every((text) => text !== undefined)).toBe(true);
  });

  test.each<[string, Entered, object]>([
    ['a time that cannot be read', { beganTime: 'at noon' }, { beganTime: 'not-a-time' }],
    ['a time after the report', { beganTime: '10:01' }, { beganTime: 'after-the-report' }],
    ['nobody to call', { aroundTheClock: 'false', secondContact: ' ' }, { secondContact: 'someone-reachable' }],
  ])('16.5: with %s is refused', (_what, entered, errors) => {
    expect(readCorrection({ ...enteredOf(report), ...entered }, report, at)).toEqual({ errors });
  });

  test('16.5: without a date and a time says that nobody knows when it began', () => {
    expect(correctedTo({ beganDate: '', beganTime: '' })).toMatchObject({ beganAt: null });
  });

  test.each(CORRECTABLE.filter((id) => FREE_TEXT.includes(id)))('of %s is kept, and told in the thread of the desk', (id) => {
    const changes = correctedTo({ [id]: 'Another text' });
    expect(textIn({ ...report, ...changes }, id)).toBe('Another text');
    const { outage } = run(sample.sampleReportAction({ report }));
    const event = { type: 'corrected', at: view.now, by: sample.reporter, changes, was: report } as const;
    const more = { events: [event], destination: DESK, repeated: false, unknownSince: null } as const;
    expect(JSON.stringify(correctedNews({ ...view, ...more, outage, event }).facts)).toContain('Another text');
  });
});

test.each(TEXT_IDS)('the record without its personal data holds %s only if that is public', (id) => {
  const [reported] = run(sample.sampleReportAction({ report })).events;
  if (!reported) throw new Error('Nothing was reported.');
  const text = textIn(report, id) ?? '';
  expect(text).not.toBe('');
  expect(split(reported, 'salt').data.includes(JSON.stringify(text))).toBe(!FIELDS[id].kept.personal);
});
