/** Samples of the cards and forms of on-call. */
import { coverForm, endForm, type OnCallFormView, type OnCallView, onCallCard, takeForm } from '../../../src/cards/on-call/on-call.ts';
import { checkCard } from '../../../src/cards/watch/check.ts';
import { checkDesk, type Finding } from '../../../src/desk/check.ts';
import type { Desk } from '../../../src/desk/desk.ts';
import { HORIZON_MS, type Override, weekFrom } from '../../../src/desk/on-call/roster.ts';
import { LEVELS } from '../../../src/outage/types/values.ts';
import type { Words } from '../../../src/words/words.ts';
import { START } from '../clock.ts';
import { CAY, rotatingDesk } from '../desk/desk-with-shifts.ts';
import { SMALL_PEOPLE, smallDesk } from '../desk/small-desk.ts';
import type { Texts } from '../outage/stories.ts';
import { entry, type SampleCard } from './sample-card.ts';

const HOUR_MS = 3_600_000;
const { ada, bob } = SMALL_PEOPLE;

export function onCallCards({ name }: Texts, words: Words): SampleCard[] {
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
    { type: 'moved', level: 'primary', people: [{ id: ada, name }], before: [{ id: ada, name }], began: '2026-01-05' },
    { type: 'same', level: 'secondary', other: 'primary', person: { id: ada, name }, from: START },
  ]).flat();
  const outward = (['inside', 'unknown', 'gone', 'failing'] as const).map((why): Finding => {
    const [since, error] = why === 'failing' ? [START, name] : [null, ''];
    return { type: 'webhook', webhook: name, host: name, why, since, error };
  });
  return [
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
    entry('check, of other systems', checkCard, checkCard({ findings: outward, until: START + HORIZON_MS }, { words, now: START })),
    entry('end', endForm, endForm(form, overrides.slice(0, 6))),
  ];
}
