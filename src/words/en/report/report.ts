/** The guided report, in English: what a customer reads while production is down. */

import { access } from './access.ts';
import { fields } from './fields.ts';
import { correct, exit, fromMessage, nudge, publicReport, receipt, reclassify, resume, unreached } from './sent.ts';

export const report = {
  heading: 'Report a production outage',
  progress: (step: number, of: number) => `Step ${step} of ${of}`,
  next: 'Next',
  back: 'Back',
  done: 'Done',
  cancel: 'Cancel',
  fields,
  confirmation: {
    title: 'Is this a production outage?',
    intro: 'It is one when all three are true:',
    tick: 'It is one when all three are true. Tick what is true now.',
    yes: 'Yes, all three are true',
    notAll: 'Not all of them',
    environment: 'Which production environment?',
    choose: 'Choose one',
    labels: { live: 'Live production', many: 'More than one user', stopped: 'Daily business stopped' },
    conditions: {
      live: 'It is our live production environment',
      many: 'Several users are affected',
      stopped: 'The business cannot do its daily work',
    },
  },
  scenario: {
    title: 'What kind of outage is it?',
    intro: 'Press the nearest one.',
    chosen: (title: string) => `Chosen before: ${title}`,
    hints: 'Which one fits?',
    notThis: (text: string) => `Not this: ${text}`,
  },
  details: {
    title: 'What happens?',
    beganChoices: { 'just-now': 'Just now', 'ago-15': '15 minutes ago', 'ago-60': '1 hour ago', unsure: 'Earlier, or not sure' },
    exactly: 'Give the exact time',
    affectedChoices: { everyone: 'Everyone', most: 'Most users', some: 'Some users, more than one', unsure: 'Not sure' },
  },
  questions: {
    title: 'What helps the engineer',
    intro: 'Answer what you know. What you leave empty holds nothing up.',
    introNeeded: 'Answer what you know. Only what is marked as needed has to be filled in.',
    needed: (question: string) => `${question} (needed)`,
    time: (question: string, zone: string) => `${question} Time of day (${zone})`,
    fact: 'Answers',
  },
  contact: {
    title: 'Whom do we call?',
    intro: 'Only the support desk sees this.',
  },
  review: {
    title: 'Check and send',
    intro: (minutes: string) => `Done sends it. A support engineer acknowledges within ${minutes} of that.`,
    orElse: (second: string) => `Otherwise: ${second}`,
  },
  errors: {
    required: 'This is needed.',
    'too-long': 'This is too long, so only its beginning is shown. Please shorten it.',
    'unknown-choice': 'Choose one of the list.',
    'in-the-future': 'This is in the future. Choose a time that has passed.',
    'not-a-time': 'This is not a date and time. Choose both.',
    'not-an-email': 'This does not look like an e-mail address.',
    'not-a-phone': 'This is not a phone number. Write it with the country code, such as +45 32 12 34 56.',
    'not-a-number': 'This is not a number.',
    'too-long-ago': 'This is more than a year ago. Please look at the date.',
    'someone-reachable': 'Tick the box above, or say who else can be called.',
  },
  /** What Teams shows beside an input that it refuses by itself. */
  clientError: 'Please check this field.',
  fix: 'Something needs another look. It is marked below.',

  access,
  correct,
  exit,
  fromMessage,
  nudge,
  public: publicReport,
  receipt,
  reclassify,
  resume,
  unreached,
};
