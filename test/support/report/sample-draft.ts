/** A report as Mia enters it at the small desk, step by step. Tests can override any answer. */
import type { Desk } from '../../../src/desk/desk.ts';
import type { Draft, Entered } from '../../../src/report/draft.ts';
import { startDraft } from '../../../src/report/report.ts';
import type { StepContext } from '../../../src/report/step.ts';
import { START } from '../clock.ts';
import { SMALL_PEOPLE, smallDesk } from '../desk/small-desk.ts';

const NONCE = '11111111-1111-4111-8111-111111111111';

/** What Mia enters on each card. */
export const ANSWERED = {
  confirmation: { environment: 'shop/live', live: 'true', many: 'true', stopped: 'true' },
  scenario: { scenario: 'environment-down' },
  details: {
    title: 'Checkout answers 503',
    description: 'Since the morning every payment fails.',
    began: 'ago-15',
    beganDate: '',
    beganTime: '',
    affected: 'everyone',
    impact: '',
    changes: '',
  },
  questions: {},
  contact: {
    name: 'Mia Winter',
    email: 'mia.winter@customer.example',
    phone: '+49 30 123456',
    aroundTheClock: 'true',
    secondContact: '',
    timeZone: 'Europe/Berlin',
    language: 'en',
  },
} as const satisfies { [step: string]: Entered };

export const freshDraft = (now: number = START): Draft =>
  startDraft({
    nonce: NONCE,
    person: { id: SMALL_PEOPLE.mia, name: 'Mia Winter' },
    now,
    known: { name: 'Mia Winter', email: 'mia.winter@customer.example', phone: '', timeZone: 'Europe/Berlin', language: 'en' },
  });

/** A draft with all steps filled in, which is at its review. */
export function sampleDraft(entered: Entered = {}, step: Draft['step'] = 'review'): Draft {
  const all = Object.assign({}, ...Object.values(ANSWERED)) as Entered;
  const fresh = freshDraft();
  return { ...fresh, step, entered: { ...fresh.entered, ...all, ...entered } };
}

/** Mia may report for two projects with three production environments. */
export function sampleContext(desk: Desk = smallDesk(), now: number = START): StepContext {
  return { desk, projects: desk.projectsOf(SMALL_PEOPLE.mia), now };
}

/** The same desk, where Mia may report one environment only. */
export const deskOfOne = (): Desk => smallDesk((text) => text.replace('members: [mia, bob]', 'members: [bob]'));
