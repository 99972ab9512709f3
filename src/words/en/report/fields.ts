/** The fields of the report, in English: `label` above the input, `example` in it, `fact` beside the row on other cards. */
import type { Correction } from '../../../outage/types/values.ts';

export const fields = {
  title: {
    label: 'Title: what is wrong, in a few words',
    example: 'Invoices cannot be posted in any company',
    fact: 'Title',
  },
  description: {
    label: 'What happens, and what error do you see?',
    example: 'Steps, exact error text, session or activity ids',
    fact: 'What happens',
  },
  link: { fact: 'Message' },
  began: { label: 'When did it begin?' },
  beganDate: { label: 'Date (today, if left empty)' },
  beganTime: { label: (zone: string) => `Time (${zone}); it counts instead of what is chosen above` },
  beganAt: { fact: 'Since' },
  affected: { label: 'How many are affected?', fact: 'Affected' },
  impact: {
    label: 'What does it stop the business from doing? (optional)',
    example: '40 trucks wait for delivery notes; the month closes at 18:00',
    fact: 'Impact',
  },
  changes: {
    label: 'What changed recently? (optional)',
    example: 'An update, a deployment, a new setting, nothing that we know of',
    fact: 'Changed recently',
  },
  name: { label: 'Name', fact: 'Contact' },
  onBehalfOf: { label: 'Reporting for somebody else? Their name (optional)', fact: 'On behalf of' },
  email: { label: 'E-mail' },
  phone: { label: 'Phone, with country code', example: '+45 32 12 34 56' },
  /** `title`: beside its box. */
  aroundTheClock: {
    label: 'Reachable',
    title: 'I can be reached at this number around the clock until it is solved',
    fact: 'Reachable',
  },
  secondContact: {
    label: 'Who else can be called?',
    example: 'Name and number; needed if you cannot be reached around the clock',
  },
  timeZone: { label: 'Your time zone', fact: 'Time zone, language' },
  language: { label: 'Language for the call' },
};

/** What a timeline says was changed in a report. */
export const changed = {
  title: 'the title',
  description: 'what happens',
  beganAt: 'since when',
  affected: 'who is affected',
  impact: 'the impact',
  recentChanges: 'what changed recently',
  contact: 'the contact',
  onBehalfOf: 'for whom it is reported',
  scenario: 'the scenario',
  environment: 'the environment',
} satisfies Record<keyof Correction, string>;
