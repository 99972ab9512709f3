/** The fields of the report, in English: `label` above the input, `example` in it, `fact` beside the row on other cards. */
import type { Correction } from '../../../outage/types/values.ts';

export const fields = {
  title: {
    label: 'Title: what is wrong, in a few words',
    example: 'Invoices cannot be posted in any company',
    fact: 'Title',
  },
  description: {
    label: 'What is happening, and what error do you see?',
    example: 'Steps, exact error text, session or activity ids',
    fact: 'What is happening',
  },
  link: { fact: 'Message' },
  began: { label: 'When did it begin?' },
  beganDate: { label: 'Date (today, if left empty)' },
  beganTime: { label: (zone: string) => `Time in ${zone}, instead of the choice above` },
  beganAt: { fact: 'Since' },
  affected: { label: 'How many are affected?', fact: 'Affected' },
  impact: {
    label: 'What does it stop the business from doing? (optional)',
    example: '40 trucks wait for delivery notes, and the month closes at 18:00',
    fact: 'Impact',
  },
  changes: {
    label: 'What changed recently? (optional)',
    example: 'An update, a deployment, a new setting, or nothing that we know of',
    fact: 'Changed recently',
  },
  name: { label: 'Name', fact: 'Contact' },
  onBehalfOf: { label: 'Reporting for someone else? Their name (optional)', fact: 'On behalf of' },
  email: { label: 'E-mail' },
  phone: { label: 'Phone, with country code', example: '+45 32 12 34 56' },
  /** `title`: beside its box. */
  aroundTheClock: {
    label: 'Reachable',
    title: 'I can be reached at this number around the clock until it is resolved',
    fact: 'Reachable',
  },
  secondContact: {
    label: 'Who else can be called? (optional if you tick the box above)',
    example: 'Name and number',
  },
  timeZone: { label: 'Your time zone', fact: 'Time zone, language' },
  language: { label: 'Language for the call' },
};

/** What a timeline says was changed in a report. */
export const changed = {
  title: 'the title',
  description: 'what is happening',
  beganAt: 'since when',
  affected: 'who is affected',
  impact: 'the impact',
  recentChanges: 'what changed recently',
  contact: 'the contact',
  onBehalfOf: 'who it is reported for',
  scenario: 'the scenario',
  environment: 'the environment',
} satisfies Record<keyof Correction, string>;
