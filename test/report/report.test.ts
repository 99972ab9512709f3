/** The way through the guided report: what each press leads to, and that nothing that was typed is lost. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Draft, draftSchema, type Entered, readEntered } from '../../src/report/draft.ts';
import { FIELD_IDS, STEP_FIELDS, STEP_IDS, type StepId } from '../../src/report/fields.ts';
import type { Move } from '../../src/report/press.ts';
import { ASKING_STEPS, advance, complete } from '../../src/report/report.ts';
import { START } from '../support/clock.ts';
import { MINUTE_MS } from '../support/outage/apply.ts';
import { ANSWERED, deskOfOne, freshDraft, sampleContext, sampleDraft } from '../support/report/sample-draft.ts';

const context = sampleContext();
const press = (draft: Draft, step: StepId, move: Move, entered: Entered = {}, at = context) => advance(draft, { step, move, entered }, at);

/** Goes through all steps with the sample answers, each from where the one before led. */
function walk(): Draft {
  let draft = freshDraft();
  for (const step of ASKING_STEPS) {
    expect(draft.step).toBe(step);
    const result = press(draft, step, 'next', readEntered(step, ANSWERED[step]));
    expect(result, step).toMatchObject({ type: 'show', errors: {} });
    draft = result.draft;
  }
  return draft;
}

describe('a whole report', () => {
  test('goes through its steps to the review, and Done gives all of it', () => {
    const draft = walk();
    expect(draft.step).toBe('review');
    expect(press(draft, 'review', 'done')).toEqual({
      type: 'submit',
      draft,
      report: {
        project: { id: 'shop', name: 'Web shop' },
        environment: { id: 'live', name: 'Live', url: 'https://shop.example.com' },
        scenario: { id: 'environment-down', title: 'Production cannot be reached' },
        title: 'Checkout answers 503',
        description: 'Since the morning every payment fails.',
        beganAt: START - 15 * MINUTE_MS,
        affected: 'everyone',
        impact: '',
        recentChanges: '',
        answers: [],
        contact: {
          name: 'Mia Winter',
          email: 'mia.winter@customer.example',
          phone: '+49 30 123456',
          aroundTheClock: true,
          secondContact: '',
          timeZone: 'Europe/Berlin',
          language: 'en',
        },
      },
    });
  });

  test('starts with what Teams knows of the person, and a beginning', () => {
    expect(freshDraft()).toMatchObject({ step: 'confirmation', entered: { name: 'Mia Winter', phone: '', began: 'just-now' } });
  });

  test('says the same when it is written down and read again between all steps', () => {
    const through = (draft: Draft): Draft => draftSchema.parse(JSON.parse(JSON.stringify(draft)));
    expect(through(walk())).toEqual(walk());
  });

  test('submits what was meant when Done comes half an hour later', () => {
    const later = press(walk(), 'review', 'done', {}, { ...context, now: START + 30 * MINUTE_MS });
    expect(later).toMatchObject({ type: 'submit', report: { beganAt: START - 15 * MINUTE_MS } });
  });
});

describe('going back', () => {
  test.each<[StepId, StepId]>([
    ['review', 'contact'],
    ['contact', 'questions'],
    ['questions', 'details'],
    ['details', 'scenario'],
    ['scenario', 'confirmation'],
    ['confirmation', 'confirmation'],
  ])('from %s leads to %s', (from, to) => {
    expect(press(sampleDraft(), from, 'back')).toMatchObject({ type: 'show', draft: { step: to }, errors: {} });
  });

  test('keeps what was entered on the step that is left, also when it is wrong', () => {
    const result = press(freshDraft(), 'details', 'back', readEntered('details', { title: 'Half', began: 'nonsense' }));
    expect(result).toMatchObject({ draft: { step: 'scenario', entered: { title: 'Half', began: 'nonsense' } }, errors: {} });
  });

  test('and forth again changes nothing', () => {
    const draft = walk();
    const back = press(draft, 'review', 'back').draft;
    const forth = press(back, 'contact', 'next', readEntered('contact', back.entered)).draft;
    expect(forth).toEqual(draft);
  });
});

describe('a wrong answer', () => {
  test('stays on its step with what was entered, and says what is wrong', () => {
    const entered = readEntered('contact', { ...ANSWERED.contact, phone: '32 12', email: 'mia' });
    expect(press(walk(), 'contact', 'next', entered)).toMatchObject({
      type: 'show',
      draft: { step: 'contact', entered: { phone: '32 12', email: 'mia', title: 'Checkout answers 503' } },
      errors: { phone: 'not-a-phone', email: 'not-an-email' },
    });
  });

  test('that makes it no outage leads out, and the way back keeps what was ticked', () => {
    const out = press(freshDraft(), 'confirmation', 'next', readEntered('confirmation', { ...ANSWERED.confirmation, many: 'false' }));
    expect(out).toMatchObject({ type: 'exit', exit: { type: 'no-outage', missing: ['many'] } });
    expect(press(out.draft, 'confirmation', 'stay')).toMatchObject({
      type: 'show',
      draft: { step: 'confirmation', entered: { live: 'true', many: 'false' } },
    });
  });

  test('a text that is far too long is kept for its error, but not without end', () => {
    const entered = readEntered('details', { ...ANSWERED.details, description: 'x'.repeat(100_000) });
    const result = press(walk(), 'details', 'next', entered);
    expect(result).toMatchObject({ type: 'show', errors: { description: 'too-long' } });
    expect(draftSchema.safeParse(result.draft).success).toBe(true);
  });
});

describe('what a card sends', () => {
  test('a field that was cleared is cleared: clients leave empty inputs out', () => {
    const draft = sampleDraft({ impact: '40 trucks wait', secondContact: 'Jonas' });
    const { title, description, began, affected } = ANSWERED.details;
    const cleared = press(draft, 'details', 'next', readEntered('details', { title, description, began, affected }));
    expect(cleared.draft.entered).toMatchObject({ impact: '', secondContact: 'Jonas' });
  });

  test('a box that was unticked is unticked', () => {
    const result = press(
      sampleDraft(),
      'confirmation',
      'next',
      readEntered('confirmation', { live: 'true', stopped: 'true', environment: 'shop/live' }),
    );
    expect(result).toMatchObject({ type: 'exit', exit: { missing: ['many'] } });
  });

  test('is read for its own step alone, and only as text', () => {
    const data = {
      title: 'New',
      phone: '+4532123456',
      beganAt: '0',
      beganFrom: '||',
      nonce: 'x',
      person: { id: 'eve' },
      affected: 7,
      impact: ['x'],
      changes: null,
    };
    const empty = Object.fromEntries(STEP_FIELDS.details.map((field) => [field, '']));
    expect(readEntered('details', data)).toEqual({ ...empty, title: 'New' });
    expect(STEP_FIELDS.details).toEqual(
      expect.arrayContaining(['title', 'description', 'began', 'beganDate', 'beganTime', 'affected', 'impact', 'changes']),
    );
    expect(readEntered('review', { title: 'New' })).toEqual({});
    for (const nothing of [undefined, null, 7, 'title', [], Object.create({ title: 'inherited' })])
      expect(readEntered('details', nothing).title).toBe('');
  });

  test('names each field in one step only', () => {
    const all = STEP_IDS.flatMap((step): readonly string[] => STEP_FIELDS[step]);
    expect(new Set(all).size).toBe(all.length);
    expect(FIELD_IDS.filter((field) => !all.includes(field))).toEqual(['link', 'beganAt', 'beganSaid', 'beganFrom']);
  });
});

describe('a press that comes again', () => {
  test.each(ASKING_STEPS)('Next on %s leads to the same place, also from a step further on', (step) => {
    const entered = readEntered(step, ANSWERED[step]);
    const draft = { ...freshDraft(), entered: { ...sampleDraft().entered } };
    const once = press(draft, step, 'next', entered);
    expect(press(once.draft, step, 'next', entered)).toEqual(once);
    expect(press({ ...once.draft, step: 'review' }, step, 'next', entered)).toEqual(once);
  });

  test('Done comes again as the same report', () => {
    const draft = walk();
    const once = press(draft, 'review', 'done');
    expect(press(once.draft, 'review', 'done')).toEqual(once);
  });

  test('going on from outside the card clears nothing and moves nothing', () => {
    const draft = sampleDraft({}, 'details');
    expect(press(draft, 'confirmation', 'stay', { title: '' })).toEqual({ type: 'show', draft, errors: {} });
  });
});

describe('a report that is sent', () => {
  test.each<[string, Entered, StepId, object]>([
    ['a sandbox', { environment: 'shop/test' }, 'confirmation', { environment: 'unknown-choice' }],
    ['no title', { title: '' }, 'details', { title: 'required' }],
    ['no phone', { phone: '' }, 'contact', { phone: 'required' }],
    ['a strange scenario', { scenario: 'lunch' }, 'scenario', { scenario: 'unknown-choice' }],
  ])('of a draft with %s leads to the step that lacks it', (_what, entered, step, errors) => {
    expect(press(sampleDraft(entered), 'review', 'done')).toMatchObject({ type: 'show', draft: { step }, errors });
  });

  test('of a draft that is no outage leads out', () => {
    expect(press(sampleDraft({ stopped: 'false' }), 'review', 'done')).toMatchObject({
      type: 'exit',
      draft: { step: 'confirmation' },
      exit: { missing: ['stopped'] },
    });
    expect(press(sampleDraft({ scenario: 'security' }), 'review', 'done')).toMatchObject({
      type: 'exit',
      draft: { step: 'scenario' },
      exit: { type: 'redirected' },
    });
  });

  test('of an untouched draft starts at the first step', () => {
    expect(press({ ...freshDraft(), step: 'review' }, 'review', 'done')).toMatchObject({ type: 'show', draft: { step: 'confirmation' } });
  });

  test('never takes another environment for the one that was chosen, when the desk file changed in between', () => {
    const one = sampleContext(deskOfOne());
    const draft = sampleDraft({ environment: 'mill-2/east' });
    expect(press(draft, 'review', 'done', {}, one)).toMatchObject({
      type: 'show',
      draft: { step: 'confirmation' },
      errors: { environment: 'unknown-choice' },
    });
  });

  test('on a step before the review does no more than Next', () => {
    const entered = readEntered('scenario', ANSWERED.scenario);
    expect(press(sampleDraft(), 'scenario', 'done', entered)).toEqual(press(sampleDraft(), 'scenario', 'next', entered));
  });
});

test('whatever is pressed and entered, nothing throws, the draft can be kept, and only a complete report is submitted', () => {
  const text = fc.oneof(
    fc.constantFrom('', 'true', 'false', 'shop/live', 'sign-in', 'just-now', 'everyone', '+4532123456', 'en', 'UTC'),
    fc.string({ unit: 'binary', maxLength: 30 }),
  );
  const data = fc.dictionary(fc.constantFrom(...FIELD_IDS), text);
  const presses = fc.array(
    fc.record({ step: fc.constantFrom(...STEP_IDS), move: fc.constantFrom<Move>('next', 'back', 'done', 'stay'), data }),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(presses, fc.boolean(), (all, filled) => {
      let draft = filled ? sampleDraft() : freshDraft();
      for (const { step, move, data: sent } of all) {
        const result = press(draft, step, move, readEntered(step, sent));
        expect(draftSchema.safeParse(JSON.parse(JSON.stringify(result.draft))).success).toBe(true);
        expect(result.draft).toMatchObject({ nonce: draft.nonce, person: draft.person, startedAt: draft.startedAt });
        if (result.type === 'submit') expect(complete(result.draft, context)).toEqual({ report: result.report });
        draft = result.draft;
      }
    }),
  );
});
