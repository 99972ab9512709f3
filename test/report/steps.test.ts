/** What each step of the report accepts, and how it refuses the rest. */
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { expect, describe as group, test } from 'vitest';
import { phoneText } from '../../src/cards/base/facts.ts';
import { errorText } from '../../src/cards/base/inputs.ts';
import { spelledOut } from '../../src/cards/text.ts';
import type { Entered } from '../../src/report/draft.ts';
import { FIELDS } from '../../src/report/fields.ts';
import type { Errors, Exit } from '../../src/report/step.ts';
import { CONDITIONS, confirm } from '../../src/report/steps/confirmation.ts';
import { readContact } from '../../src/report/steps/contact.ts';
import { describe } from '../../src/report/steps/details.ts';
import { chooseScenario } from '../../src/report/steps/scenario.ts';
import { en } from '../../src/words/en/index.ts';
import { START } from '../support/clock.ts';
import { MINUTE_MS } from '../support/outage/apply.ts';
import { ANSWERED, deskOfOne, sampleContext } from '../support/report/sample-draft.ts';

const context = sampleContext();

group('confirmation', () => {
  const answered = ANSWERED.confirmation;

  test('with all three conditions gives the project and its environment', () => {
    expect(confirm(answered, context)).toMatchObject({ part: { project: { id: 'shop' }, environment: { id: 'live' } } });
  });

  const subsets = Array.from({ length: 7 }, (_, bits) => CONDITIONS.filter((_condition, index) => (bits & (1 << index)) !== 0));
  test.each(subsets.map((held) => [held.join(' and ') || 'none', held] as const))(
    'with %s of the three alone it is no outage',
    (_what, held) => {
      const ticked = Object.fromEntries(CONDITIONS.map((condition) => [condition, String(held.includes(condition))]));
      const exit: Exit = { type: 'no-outage', missing: CONDITIONS.filter((condition) => !held.includes(condition)) };
      expect(confirm({ ...answered, ...ticked }, context)).toEqual({ exit });
    },
  );

  test.each(['', 'false', 'TRUE', '1', 'yes', 'on'])('takes only the value of its own box for a tick, not %j', (value) => {
    expect(confirm({ ...answered, live: value }, context)).toEqual({ exit: { type: 'no-outage', missing: ['live'] } });
  });

  test.each<[string, string | undefined, Errors]>([
    ['nothing chosen', '', { environment: 'required' }],
    ['nothing sent', undefined, { environment: 'required' }],
    ['a sandbox', 'shop/test', { environment: 'unknown-choice' }],
    ['an environment of another project', 'shop/east', { environment: 'unknown-choice' }],
    ['a project that is not there', 'bank/live', { environment: 'unknown-choice' }],
    ['a word', 'live', { environment: 'unknown-choice' }],
  ])('refuses %s where there is a choice', (_what, environment, errors) => {
    expect(confirm({ ...answered, environment }, context)).toEqual({ errors });
  });

  group('where there is only one environment', () => {
    const one = sampleContext(deskOfOne());
    test('asks nothing', () => {
      expect(confirm({ ...answered, environment: '' }, one)).toMatchObject({ part: { environment: { id: 'live' } } });
    });
    test.each(['shop/test', 'mill-2/east', 'bank/live'])('refuses %s instead of taking the one for it', (environment) => {
      expect(confirm({ ...answered, environment }, one)).toEqual({ errors: { environment: 'unknown-choice' } });
    });
  });

  test('offers nothing to somebody without a project', () => {
    expect(confirm(answered, { ...context, projects: [] })).toEqual({ errors: { environment: 'unknown-choice' } });
  });
});

group('scenario', () => {
  test('is one of the list', () => {
    expect(chooseScenario({ scenario: 'sign-in' }, context)).toMatchObject({ part: { title: 'Nobody can sign in' } });
  });

  test.each<[string, string | undefined, Errors]>([
    ['nothing', '', { scenario: 'required' }],
    ['nothing sent', undefined, { scenario: 'required' }],
    ['a strange one', 'lunch', { scenario: 'unknown-choice' }],
    ['a name of JavaScript', '__proto__', { scenario: 'unknown-choice' }],
  ])('refuses %s', (_what, scenario, errors) => {
    expect(chooseScenario({ scenario }, context)).toEqual({ errors });
  });

  test('of a kind that does not belong in a channel leads out, and says where to', () => {
    expect(chooseScenario({ scenario: 'security' }, context)).toEqual({
      exit: {
        type: 'redirected',
        scenarioId: 'security',
      },
    });
  });
});

group('details', () => {
  const answered: Entered = { ...ANSWERED.details, timeZone: 'Europe/Berlin' };
  const errorsOf = (entered: Entered, now = START) => {
    const result = describe({ ...answered, ...entered }, { ...context, now });
    return 'errors' in result ? result.errors : {};
  };

  test.each<[string, Entered, Errors]>([
    ['nothing wrong', {}, {}],
    ['no title', { title: '' }, { title: 'required' }],
    ['a title of spaces', { title: ' \n\t ' }, { title: 'required' }],
    ['a title of characters that show nothing', { title: '\u200B\u2060\u202E\uFEFF\u0000' }, { title: 'required' }],
    ['a title of 120', { title: 'x'.repeat(120) }, {}],
    ['a title of 120 between spaces', { title: `  ${'x'.repeat(120)}  ` }, {}],
    ['a title of 121', { title: 'x'.repeat(121) }, { title: 'too-long' }],
    ['no description', { description: '' }, { description: 'required' }],
    ['a description of 4000', { description: 'x'.repeat(4000) }, {}],
    ['a description of 4001', { description: 'x'.repeat(4001) }, { description: 'too-long' }],
    ['an impact of 1000', { impact: 'x'.repeat(1000) }, {}],
    ['an impact of 1001', { impact: 'x'.repeat(1001) }, { impact: 'too-long' }],
    ['changes of 1001', { changes: 'x'.repeat(1001) }, { changes: 'too-long' }],
    ['not how many are affected', { affected: '' }, { affected: 'required' }],
    ['a strange number of affected', { affected: 'two' }, { affected: 'required' }],
    ['no beginning', { began: '' }, { began: 'required' }],
    ['a strange beginning', { began: 'yesterday' }, { began: 'unknown-choice' }],
    [
      'all of it',
      { title: '', description: '', affected: '', began: '' },
      { title: 'required', description: 'required', affected: 'required', began: 'required' },
    ],
  ])('with %s', (_what, entered, errors) => {
    expect(errorsOf(entered)).toEqual(errors);
  });

  test('gives the texts without the spaces around them', () => {
    const result = describe({ ...answered, title: '  Down \n', impact: ' 40 trucks ' }, context);
    expect(result).toMatchObject({ part: { title: 'Down', impact: '40 trucks', recentChanges: '', affected: 'everyone' } });
  });

  group('when it began', () => {
    const beganAt = (entered: Entered, now = START) => {
      const result = describe({ ...answered, ...entered }, { ...context, now });
      return 'part' in result ? result.part.beganAt : result;
    };
    const exactly = (beganDate: string, beganTime: string, timeZone = 'Europe/Berlin'): Entered => ({ beganDate, beganTime, timeZone });

    test.each<[string, Entered, number | null]>([
      ['just now', { began: 'just-now' }, START],
      ['15 minutes ago', { began: 'ago-15' }, START - 15 * MINUTE_MS],
      ['an hour ago', { began: 'ago-60' }, START - 60 * MINUTE_MS],
      ['not sure', { began: 'unsure' }, null],
      ['a date and time, in the reporter’s zone', exactly('2026-01-03', '23:30'), Date.UTC(2026, 0, 3, 22, 30)],
      ['a time of today', exactly('', '09:59'), START - MINUTE_MS],
      ['this very minute', exactly('2026-01-04', '10:00'), START],
      ['a date and time beside a choice of the list', { began: 'just-now', ...exactly('2026-01-04', '08:00') }, START - 120 * MINUTE_MS],
      ['a zone that is none counts as UTC', exactly('2026-01-04', '08:00', 'Middle/Earth'), START - 60 * MINUTE_MS],
    ])('%s', (_what, entered, at) => {
      expect(beganAt(entered)).toBe(at);
    });

    test.each<[string, Entered, Errors]>([
      ['a minute from now', exactly('2026-01-04', '10:01'), { beganTime: 'in-the-future' }],
      ['tomorrow', exactly('2026-01-05', '08:00'), { beganTime: 'in-the-future' }],
      ['a date without a time', exactly('2026-01-04', ''), { beganTime: 'required' }],
      ['a day that is none', exactly('2026-02-30', '08:00'), { beganTime: 'not-a-time' }],
      ['a time that is none', exactly('2026-01-04', '25:00'), { beganTime: 'not-a-time' }],
    ])('refuses %s', (_what, entered, errors) => {
      expect(errorsOf(entered)).toEqual(errors);
    });

    const NNBSP = '\u202f';
    test.each<[string, Entered, number | null]>([
      ['with AM', exactly('2026-01-04', `8:30${NNBSP}AM`), Date.UTC(2026, 0, 4, 7, 30)],
      ['with p. m.', exactly('2026-01-03', '8:30\u00a0p.\u00a0m.'), Date.UTC(2026, 0, 3, 19, 30)],
      ['just after midnight', exactly('2026-01-04', '12:05 AM'), Date.UTC(2026, 0, 3, 23, 5)],
      ['with seconds', exactly('2026-01-04', '08:30:00'), Date.UTC(2026, 0, 4, 7, 30)],
      ['with a point', exactly('2026-01-04', '8.30'), Date.UTC(2026, 0, 4, 7, 30)],
      ['as 8h30', exactly('2026-01-04', '8h30'), Date.UTC(2026, 0, 4, 7, 30)],
      ['in Arabic digits', exactly('٢٠٢٦-٠١-٠٤', '٠٨:٣٠'), Date.UTC(2026, 0, 4, 7, 30)],
      ['in Devanagari digits', exactly('', '०८:३०'), Date.UTC(2026, 0, 4, 7, 30)],
      ['in Arabic with its mark', exactly('', '٨:٣٠ ص'), Date.UTC(2026, 0, 4, 7, 30)],
      ['in Japanese', exactly('', '午前8:30'), Date.UTC(2026, 0, 4, 7, 30)],
      ['on a day with a time', exactly('2026-01-04T00:00:00', '08:30'), Date.UTC(2026, 0, 4, 7, 30)],
      ['on a day as a client of .NET writes it', exactly('01/04/2026 00:00:00', '08:30'), Date.UTC(2026, 0, 4, 7, 30)],
      ['on a day with its month second', exactly('31/12/2025', '08:30'), Date.UTC(2025, 11, 31, 7, 30)],
      ['on a day with its month first', exactly('12/31/2025', '08:30'), Date.UTC(2025, 11, 31, 7, 30)],
      ['on a day with points', exactly('3.1.2026', '08:30'), Date.UTC(2026, 0, 3, 7, 30)],
    ])('C21: a time %s is read', (_how, entered, at) => {
      expect(beganAt(entered)).toBe(at);
    });

    test.each<[string, Entered, string]>([
      ['words', exactly('last week', 'noon'), 'last week noon'],
      ['a time in words', exactly('2026-01-04', 'shortly before lunch'), '2026-01-04 shortly before lunch'],
      ['a day that may be two', exactly('02/03/2025', '08:30'), '02/03/2025 08:30'],
    ])('C21: %s, which cannot be read, goes along as it was typed', (_what, entered, said) => {
      expect(describe({ ...answered, ...entered }, context)).toMatchObject({ part: { beganAt: null, beganSaid: said } });
    });

    test('C21: shortly after midnight, a time of late yesterday is that', () => {
      const now = Date.UTC(2026, 0, 4, 23, 10);
      expect(beganAt(exactly('', '23:50'), now)).toBe(Date.UTC(2026, 0, 4, 22, 50));
      expect(beganAt(exactly('', '00:30'), now)).toMatchObject({ errors: { beganTime: 'in-the-future' } });
    });

    test('an hour that spring leaves out is read as the clock that nobody had moved yet', () => {
      const now = Date.UTC(2026, 2, 29, 9, 0);
      expect(beganAt(exactly('2026-03-29', '02:30'), now)).toBe(Date.UTC(2026, 2, 29, 1, 30));
    });

    test.each([
      ['after both', Date.UTC(2026, 9, 25, 9, 0), Date.UTC(2026, 9, 25, 1, 30)],
      ['between the two', Date.UTC(2026, 9, 25, 1, 0), Date.UTC(2026, 9, 25, 0, 30)],
    ])('of an hour that autumn has twice it is the later that has passed: %s', (_when, now, at) => {
      expect(beganAt(exactly('2026-10-25', '02:30'), now)).toBe(at);
    });

    test('what a person reads off their own clock is the minute that is meant, whatever the zone and the season', () => {
      const zones = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Pacific/Chatham', 'UTC');
      const year = fc.integer({ min: Date.UTC(2026, 0, 1) / MINUTE_MS, max: Date.UTC(2027, 0, 1) / MINUTE_MS });
      fc.assert(
        fc.property(zones, year, (timeZone, minute) => {
          const now = minute * MINUTE_MS;
          const local = DateTime.fromMillis(now, { zone: timeZone });
          expect(beganAt(exactly(local.toFormat('yyyy-MM-dd'), local.toFormat('HH:mm'), timeZone), now)).toBe(now);
        }),
        { numRuns: 500 },
      );
    });

    test.each<[string, Entered]>([
      ['just now', { began: 'just-now' }],
      ['an exact time', exactly('2026-01-04', '08:00')],
      ['not sure', { began: 'unsure' }],
    ])('%s is settled: it moves neither with the time that typing takes nor with a zone that is chosen later', (_what, entered) => {
      const first = describe({ ...answered, ...entered }, context);
      if (!('part' in first)) throw new Error('refused');
      const later = describe(
        { ...answered, ...entered, ...first.settled, timeZone: 'Asia/Tokyo' },
        { ...context, now: START + 40 * MINUTE_MS },
      );
      expect(later).toMatchObject({ part: { beganAt: first.part.beganAt } });
    });

    test('another answer settles anew', () => {
      const first = describe(answered, context);
      const settled = 'part' in first ? first.settled : {};
      expect(beganAt({ ...settled, began: 'ago-60' })).toBe(START - 60 * MINUTE_MS);
      expect(beganAt({ ...settled, ...exactly('2026-01-04', '09:00') })).toBe(START - 60 * MINUTE_MS);
    });
  });
});

group('contact', () => {
  const answered: Entered = ANSWERED.contact;
  const errorsOf = (entered: Entered) => {
    const result = readContact({ ...answered, ...entered }, context);
    return 'errors' in result ? result.errors : {};
  };
  const shown = (phone: string) => spelledOut(phoneText(phone, en), en);
  const contactOf = (entered: Entered) => {
    const result = readContact({ ...answered, ...entered }, context);
    return 'part' in result ? result.part : result;
  };

  test.each<[string, string, string]>([
    ['as people write it', '+45 32 12 34 56', '+45 32 12 34 56'],
    ['with hyphens and brackets', '(+45) 32-12-34-56', '+45 32 12 34 56'],
    ['with 00 for the plus', '0045 32 12 34 56', '+45 32 12 34 56'],
    ['with the trunk zero in brackets', '+44 (0)20 7946 0958', '+44 20 7946 0958'],
    ['with full-width digits', '＋４５ ３２１２ ３４５６', '+45 32 12 34 56'],
    ['with no-break spaces', '+45\u00A032\u00A012\u00A034\u00A056', '+45 32 12 34 56'],
    ['with letters before it', 'call +45 32 12 34 56', '+45 32 12 34 56'],
    ['of North America', '+1 206 555 0100', '+1 206 555 0100'],
    ['with an extension, which is not lost', '+1 206 555 0100 ext. 5', '+1 206 555 0100 ext. 5'],
  ])('a phone number %s is taken', (_how, phone, taken) => {
    expect(contactOf({ phone })).toMatchObject({ phone: taken });
  });

  test.each<[string, string, Errors]>([
    ['nothing', '', { phone: 'required' }],
    ['too few digits', '+45 32', { phone: 'not-a-phone' }],
    ['too many digits', '+45 32 12 34 56 78 90', { phone: 'not-a-phone' }],
    ['a country that is none', '+999 123 456 789', { phone: 'not-a-phone' }],
    ['words', 'reception', { phone: 'not-a-phone' }],
    ['an endless number', `+45 ${'1'.repeat(60)}`, { phone: 'too-long' }],
  ])('a phone number with %s is refused', (_what, phone, errors) => {
    expect(errorsOf({ phone })).toEqual(errors);
  });

  test.each<[string, string, string, string]>([
    ['without its country', '030 654321', 'Europe/Berlin', '+49 30 654321'],
    ['without its country, in Denmark', '32 12 34 56', 'Europe/Copenhagen', '+45 32 12 34 56'],
    ['without its country, in India, by the old name of the zone', '098765 43210', 'Asia/Calcutta', '+91 98765 43210'],
    ['with no-break hyphens, as PDFs have it', '+45\u00a032\u201112\u201134\u201156', 'UTC', '+45 32 12 34 56'],
    ['between marks of direction, as messengers copy it', '\u202a+45 32 12 34 56\u202c', 'UTC', '+45 32 12 34 56'],
    ['as a link', 'tel:+45-32-12-34-56', 'UTC', '+45 32 12 34 56'],
    ['in Arabic digits', '+٤٥ ٣٢ ١٢ ٣٤ ٥٦', 'UTC', '+45 32 12 34 56'],
    ['with a slash in it', '030/654321', 'Europe/Berlin', '+49 30 654321'],
    ['and another one', '+45 32 12 34 56 / +45 70 10 20 30', 'UTC', '+45 32 12 34 56 / +45 70 10 20 30'],
    ['or another one, of the same country', '32 12 34 56 or 70 10 20 30', 'Europe/Copenhagen', '+45 32 12 34 56 / +45 70 10 20 30'],
    ['and another one, each with a slash', '030/654321; 0171/1234567', 'Europe/Berlin', '+49 30 654321 / +49 171 1234567'],
  ])('C23: a phone number %s is taken and shown back', (_how, phone, timeZone, taken) => {
    expect(contactOf({ phone, timeZone })).toMatchObject({ phone: taken });
    expect(contactOf({ phone: taken, timeZone: 'UTC' })).toMatchObject({ phone: taken });
  });

  test('C23: a number that the numbering plans do not know is taken, and marked for whoever calls', () => {
    const contact = contactOf({ phone: '+45 10 00 00 00' });
    expect(contact).toMatchObject({ phone: '+45 10000000' });
    expect(shown('call +45 32 12 34 56')).toBe('call +45 32 12 34 56 (not checked)');
    expect(shown('+4532123456')).toBe('+4532123456 (Denmark)');
    expect(shown('+45 10000000')).toBe('+45 10000000 (not checked)');
    expect(shown('+45 32 12 34 56 / +800 1234 5678')).toBe('+45 32 12 34 56 (Denmark) / +800 1234 5678');
  });

  test('16.6: a number without its country is of the country of the time zone', () => {
    const contact = contactOf({ phone: '206 555 0100', timeZone: 'America/Chicago' });
    expect('phone' in contact && shown(contact.phone)).toBe('+1 206 555 0100 (United States)');
  });

  test.each([
    ['91 23 45 67', 'UTC'],
    ['32 12 34 56', 'Etc/GMT-1'],
    ['+45 32 12 34 56 ext. 1234567', 'UTC'],
  ])('16.6: %s of somebody in %s is not guessed, but refused with an example', (phone, timeZone) => {
    expect(errorsOf({ phone, timeZone })).toEqual({ phone: 'not-a-phone' });
    expect(errorText('not-a-phone', en, { timeZone, desk: context.desk })).toContain('such as +45 ');
  });

  test('16.6: a number that is none of that country is refused, with an example of it', () => {
    const timeZone = 'America/Chicago';
    expect(errorsOf({ phone: '030 1234567', timeZone })).toEqual({ phone: 'not-a-phone' });
    expect(errorText('not-a-phone', en, { timeZone, desk: context.desk })).toContain('such as +1 201 555 0123.');
  });

  test.each(['mia@customer.example', "m.o'brien+erp@mail.customer.example", 'müller@bücher.example', ' mia@customer.example '])(
    'the address %j is taken',
    (email) => {
      expect(contactOf({ email })).toMatchObject({ email: email.trim() });
    },
  );

  test.each<[string, Errors]>([
    ['', { email: 'required' }],
    ['mia', { email: 'not-an-email' }],
    ['mia@customer', { email: 'not-an-email' }],
    ['mia@customer.', { email: 'not-an-email' }],
    ['mia at customer.example', { email: 'not-an-email' }],
    ['mia@customer.example, bob@customer.example', { email: 'not-an-email' }],
    ['<mia@customer.example>', { email: 'not-an-email' }],
    [`${'m'.repeat(300)}@customer.example`, { email: 'too-long' }],
  ])('the address %j is refused', (email, errors) => {
    expect(errorsOf({ email })).toEqual(errors);
  });

  test.each<[string, Entered, Errors]>([
    ['no name', { name: '' }, { name: 'required' }],
    ['nobody at night', { aroundTheClock: 'false', secondContact: '' }, { secondContact: 'someone-reachable' }],
    ['a box that was left out and nobody at night', { aroundTheClock: '', secondContact: ' ' }, { secondContact: 'someone-reachable' }],
    ['somebody else at night', { aroundTheClock: 'false', secondContact: 'Jonas, +49 30 654321' }, {}],
    ['both', { aroundTheClock: 'true', secondContact: 'Jonas, +49 30 654321' }, {}],
    ['too much of somebody else', { secondContact: 'x'.repeat(FIELDS.secondContact.limit + 1) }, { secondContact: 'too-long' }],
    ['no time zone', { timeZone: '' }, { timeZone: 'unknown-choice' }],
    ['a time zone that is none', { timeZone: 'Middle/Earth' }, { timeZone: 'unknown-choice' }],
    ['a language of nobody here', { language: 'tlh' }, { language: 'unknown-choice' }],
  ])('with %s', (_what, entered, errors) => {
    expect(errorsOf(entered)).toEqual(errors);
  });

  test('shows the number back as people read it', () => {
    expect(readContact({ ...answered, phone: '004532123456' }, context)).toMatchObject({ settled: { phone: '+45 32 12 34 56' } });
  });
});
