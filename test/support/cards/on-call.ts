/** Samples of the cards and forms of on-call. */

import { calendarForm, calendarMade } from '../../../src/cards/on-call/calendar.ts';
import { onCallNews, onCallWeek } from '../../../src/cards/on-call/news.ts';
import { coverForm, endForm, type OnCallFormView, type OnCallView, onCallCard, takeForm } from '../../../src/cards/on-call/on-call.ts';
import { checkCard } from '../../../src/cards/watch/check.ts';
import { AHEAD_MS, checkDesk, type Finding } from '../../../src/desk/check.ts';
import type { Desk } from '../../../src/desk/desk.ts';
import { changesIn } from '../../../src/desk/on-call/changes.ts';
import { HORIZON_MS, type Override, weekFrom } from '../../../src/desk/on-call/roster.ts';
import type { Figure } from '../../../src/outage/numbers/figure.ts';
import { LEVELS } from '../../../src/outage/types/values.ts';
import type { Words } from '../../../src/words/words.ts';
import { START } from '../clock.ts';
import { CAY, rotatingDesk } from '../desk/desk-with-shifts.ts';
import { SMALL_PEOPLE, smallDesk } from '../desk/small-desk.ts';
import { stories, type Texts } from '../outage/stories.ts';
import { weekOf } from './numbers.ts';
import { entry, type SampleCard } from './sample-card.ts';

const HOUR_MS = 3_600_000;
const { ada, bob } = SMALL_PEOPLE;

export function onCallCards(texts: Texts, words: Words): SampleCard[] {
  const { name } = texts;
  const until = { from: START, until: START + 30 * HOUR_MS };
  const targets: Override['target'][] = [...LEVELS.map((level) => ({ level })), { insteadOf: bob }, { insteadOf: ada }, { insteadOf: CAY }];
  const overrides = [ada, bob, CAY, 'somebody-who-left'].flatMap((personId) => targets.map((target) => ({ personId, target, ...until })));
  const viewOf = (desk: Desk, byHand: readonly Override[] = []): OnCallView => ({
    desk,
    words,
    now: START,
    overrides: byHand,
    shifts: desk.shifts(START, START + HORIZON_MS, byHand),
    week: weekFrom(START, 'Europe/Copenhagen'),
    zone: 'Europe/Copenhagen',
  });
  const turning = rotatingDesk({ name });
  const crowded = viewOf(rotatingDesk({ name, crowd: 40 }), overrides);
  const filled = { what: '', untilDate: '2026-01-04', untilTime: '18:00' };
  const form: OnCallFormView = { ...viewOf(turning, overrides), filled, errors: {}, hint: '' };
  const wrong: OnCallFormView = {
    ...form,
    filled: { what: 'the king', untilDate: name, untilTime: '' },
    errors: { what: words.onCall.errors.choose, until: words.onCall.errors['not-a-time'] },
    hint: words.report.fix(1),
  };
  const many = Array.from({ length: 10 }, (): Finding[] => [
    { type: 'no-production', project: name },
    { type: 'no-scenario', product: name },
    { type: 'untranslated', language: 'de', places: Array(40).fill('scenarios > down > title') },
    { type: 'phone', region: name, number: name, why: 'NOT_A_NUMBER' },
    { type: 'not-in-team', person: { id: ada, name } },
    { type: 'no-chat', people: Array(3).fill({ id: ada, name }) },
    { type: 'chat-not-asked', people: [{ id: ada, name }] },
    { type: 'not-there', room: 'board' },
    { type: 'team-not-there', project: name },
    { type: 'team-not-asked', project: name },
    { type: 'nobody', project: name },
    { type: 'account-unseen', account: name },
    { type: 'tenant-unseen', project: name, tenant: '00000000-0000-4000-8000-000000000009' },
    { type: 'not-asked', room: null },
    { ...{ type: 'gap', level: null, from: START, until: START + HOUR_MS }, cost: null, more: 2 },
    { ...{ type: 'gap', level: 'primary', from: START, until: START + HOUR_MS }, cost: null, more: 0 },
    { type: 'moved', level: 'primary', people: [{ id: ada, name }], before: [{ id: ada, name }], began: '2026-01-05' },
    { type: 'same', level: 'secondary', other: 'primary', person: { id: ada, name }, from: START },
  ]).flat();
  const outward = (['inside', 'unknown', 'gone', 'failing'] as const).map((why): Finding => {
    const [since, error] = why === 'failing' ? [START, name] : [null, ''];
    return { type: 'webhook', webhook: name, host: name, why, since, error };
  });
  const ofPagers = (['inside', 'unknown'] as const).map((why): Finding => ({ type: 'pager', pager: name, host: name, why }));
  return [
    ...newsCards(texts, words, overrides),
    ...calendarCards(texts, words),
    entry('on call, all the time', onCallCard, onCallCard(viewOf(smallDesk()))),
    entry('on call, with turns', onCallCard, onCallCard(viewOf(turning))),
    entry('on call, by hand', onCallCard, onCallCard(viewOf(turning, overrides.slice(0, 2)), { hint: words.onCall.ended })),
    entry('on call, many people and changes by hand', onCallCard, onCallCard(crowded, { hint: words.onCall.noneOfYours })),
    ...(['past', 'too-far'] as const).map((error) =>
      entry(
        `take on-call, ${error}`,
        takeForm,
        takeForm({
          ...form,
          filled: { ...filled, what: 'primary' },
          errors: { until: words.onCall.errors[error] },
          hint: words.report.fix(1),
        }),
      ),
    ),
    entry('take on-call', takeForm, takeForm({ ...form, filled: { ...filled, what: 'primary' } })),
    entry('take on-call, all wrong', takeForm, takeForm(wrong)),
    entry('cover', coverForm, coverForm(form, turning.onRoster)),
    entry('cover, for many', coverForm, coverForm({ ...crowded, zone: 'UTC', filled, errors: {}, hint: '' }, crowded.desk.onRoster)),
    entry('cover, all wrong', coverForm, coverForm(wrong, turning.onRoster)),
    ...[smallDesk(), crowded.desk, rotatingDesk({ name })].map((desk) =>
      entry('check', checkCard, checkCard(checkDesk(desk, START, []), { words, now: START })),
    ),
    entry('check, nothing found', checkCard, checkCard({ findings: [], until: START + HORIZON_MS }, { words, now: START })),
    entry('check, very much found', checkCard, checkCard({ findings: many, until: START + HORIZON_MS }, { words, now: START })),
    entry(
      'check, of other systems',
      checkCard,
      checkCard({ findings: [...outward, ...ofPagers], until: START + HORIZON_MS }, { words, now: START }),
    ),
    entry('end', endForm, endForm(form, overrides.slice(0, 6))),
  ];
}

/** What people and the desk's channel hear of the on-call schedule. */
function newsCards(texts: Texts, words: Words, overrides: readonly Override[]): SampleCard[] {
  const desk = rotatingDesk({ name: texts.name });
  const all = Object.values(stories(texts, 'personal')).map(({ outage }) => outage);
  const open = all.filter(({ state }) => state === 'reported' || state === 'acknowledged');
  const from = START + 48 * HOUR_MS;
  const shiftsOf = (of: Desk, byHand: readonly Override[] = []) => of.shifts(from, from + AHEAD_MS, byHand);
  const view = { desk, words, now: from, shifts: shiftsOf(desk), open: null, lastWeek: null };
  const changes = changesIn(desk.shifts(START, from, []));
  const found = (is: (change: (typeof changes)[number]) => boolean) => {
    const change = changes.find(is);
    if (!change) throw new Error('the rotating desk has no such change');
    return change;
  };
  const begins = found(({ gained, lost }) => gained.length > 0 && lost.length === 0);
  const moves = { ...begins, lost: ['duty-manager'] as const };
  const less = { ...begins, gained: [], lost: ['primary'] as const, has: ['secondary', 'duty-manager'] as const };
  const ends = found(({ has }) => has.length === 0);
  const noticeOf = (kind: 'before' | 'change' | 'not', { at, person }: typeof begins) => ({ kind, at, personId: person.id });
  const news = (what: string, kind: 'before' | 'change', change: typeof begins, more: Partial<typeof view> | { open: typeof open } = {}) =>
    entry(
      `on-call news, ${what}`,
      onCallNews,
      onCallNews({ notice: noticeOf(kind, change), dueAt: change.at, change }, { ...view, ...more }).card,
    );
  const withNumbers = { ...desk, onCallMessages: { ...desk.onCallMessages, numbers: true } };
  const dueWeek = { notice: { kind: 'week', at: from, personId: '' }, dueAt: from, change: null } as const;
  const week = (what: string, of: Desk, lastWeek: { week: Figure; before: Figure }, byHand: readonly Override[] = []) =>
    entry(`on-call week, ${what}`, onCallWeek, onCallWeek(dueWeek, { ...view, desk: of, shifts: shiftsOf(of, byHand), lastWeek }).card);
  return [
    news('begins soon', 'before', begins),
    news('begins', 'change', begins),
    news('begins, in the place of another level', 'change', moves),
    news('has less', 'change', less),
    news('ends, and nothing is open', 'change', ends, { open: [] }),
    news('ends, and much is open', 'change', ends, { open: [...open, ...open] }),
    news('ends, and some is theirs', 'change', ends, {
      open: open.flatMap((outage) => (outage.state === 'acknowledged' ? [{ ...outage, owner: ends.person }] : [])).slice(0, 2),
    }),
    entry('on-call news, not after all', onCallNews, onCallNews({ notice: noticeOf('not', begins), dueAt: from, change: null }, view).card),
    entry(
      'on-call news, not after all, of somebody who left',
      onCallNews,
      onCallNews({ notice: { ...noticeOf('not', begins), personId: 'left' }, dueAt: from, change: null }, view).card,
    ),
    week('always the same', smallDesk(), { week: weekOf(0, 0), before: weekOf(0, 0) }),
    week('with turns', desk, { week: weekOf(1, 0), before: weekOf(0, 0) }),
    week('with a crowd, by hand', rotatingDesk({ name: texts.name, crowd: 40 }), { week: weekOf(12, 11), before: weekOf(9, 9) }, overrides),
    week('with numbers', withNumbers, { week: weekOf(12, 11), before: weekOf(9, 9) }),
  ];
}

function calendarCards({ name }: Texts, words: Words): SampleCard[] {
  const view = { desk: rotatingDesk({ name }), words, person: { id: ada, name } };
  const form = { ...view, filled: { what: ada }, errors: {}, hint: '', has: [] };
  const crowd = { ...form, desk: rotatingDesk({ name, crowd: 40 }) };
  const has = [ada, ...LEVELS, bob, CAY, 'somebody-who-left'];
  const address = `https://desk.example.com/on-call/${'x'.repeat(43)}.ics`;
  return [
    entry('on-call calendar form', calendarForm, calendarForm(form)),
    entry(
      'on-call calendar form, of many, once more',
      calendarForm,
      calendarForm({ ...crowd, has, errors: { what: words.onCall.errors.choose } }),
    ),
    entry(
      'on-call calendar form, withdrawn',
      calendarForm,
      calendarForm({ ...form, has: ['primary'], hint: words.onCall.calendar.withdrawn(words.onCall.title.primary) }),
    ),
    entry('on-call calendar address', calendarMade, calendarMade(view, 'primary', address)),
  ];
}
