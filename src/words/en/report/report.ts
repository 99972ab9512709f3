/** The guided report, in English: what a customer reads while production is down, and when the report waits, is sent, or cannot be. */
import type { Ineligibility } from '../../../desk/eligibility.ts';
import { formats } from '../formats.ts';
import { fields } from './fields.ts';

const numbers = (phones: readonly { region: string; number: string }[]) =>
  formats.or(phones.map(({ region, number }) => `${number} (${region})`));

export const report = {
  heading: 'Report a production outage',
  /** `most`: where it depends on the kind of outage, which is not chosen yet. */
  progress: (step: number, of: number, most = of) => `Step ${step} of ${of}${most > of ? ` or ${most}` : ''}`,
  next: 'Next',
  back: 'Back',
  done: 'Done',
  cancel: 'Cancel',
  fields,
  form: {
    below: 'The form is below, in a message of its own.',
    held: (until: string) => `Send this before ${until}. After that the card may change when others act. Their news comes below.`,
    kept: 'What you entered last time was not sent. Here it is again.',
  },
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
    thisOne: 'This one',
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

  /** Who cannot report reads whom to call now, then the reason, then what they can do instead. */
  access: {
    callNow: (phones: readonly { region: string; number: string }[]) =>
      `Is production down now? Do not wait for this, call ${numbers(phones)}.`,

    notMember: {
      heading: 'Your account is not on the list of any project',
      text: 'Only people who were added to a customer project can report its outages here. Your account was not added to one yet.',
      ask: 'Ask your project owner or organization admin to add you, then try again.',
      askDesk: (whom: string) => `Whom to ask at the support desk: ${whom}`,
    },
    otherTenant: {
      heading: 'This is an account of another organization',
      text: (desk: string) =>
        `Outages are reported with the account that you have at the organization of ${desk}. From here I cannot tell who you are there.`,
      change: 'If you have one: choose your picture in Teams, then that organization, and write /outage to me there.',
      ask: 'If you have none: ask your project owner or organization admin to have you invited as a guest.',
    },
    notTold: {
      heading: 'I could not find out whether you may report',
      text: 'I asked Teams whether you belong to a project, and Teams did not answer. That is not your fault.',
      next: 'Try again in a minute. If it does not work then either, call.',
    },
    again: 'Try again',

    notEligible: {
      heading: 'None of your environments can be reported here',
      public: 'That cannot be reported here as an outage',
      publicText: 'The reason names environments, so only whoever reports sees it.',
      why: 'Show me why',
    },
    missing: {
      open: 'My environment is missing',
      heading: 'Is your environment missing?',
      none: 'All environments of your projects are in the list.',
      other:
        'One that you do not see at all is of a project to which you were not added. Ask its project owner or organization admin to add you.',
      wrong: 'If that is wrong, call us: whoever runs the desk can change it.',
    },
    /** `names`: of one environment, or of several, as a list. */
    why: {
      'not-member': (names: string) => `Not of a project of yours: ${names}.`,
      sandbox: (names: string, several: boolean) =>
        `${several ? `These are sandboxes: ${names}` : `${names} is a sandbox`}. Outages are reported of production environments only.`,
      'customer-managed': (names: string, several: boolean) =>
        `${several ? `These are run by you or your partner: ${names}` : `${names} is run by you or your partner`}. Outages are reported of environments that Microsoft manages.`,
      product: (names: string, several: boolean, products: string) =>
        `${several ? `These run` : `${names} runs`} none of the products that this covers, ${products}${several ? `: ${names}` : ''}.`,
    } satisfies Record<Ineligibility, (names: string, several: boolean, products: string) => string>,
    more: (names: string, count: number) => `${names} and ${count} more`,
    instead: (text: string) => `What to do instead: ${text}`,
    request: 'Open a support request',

    onBehalfOf: {
      both: (reporter: string, other: string) => `${reporter} for ${other}`,
    },
  },
  fromMessage: {
    /** In the menu that Teams shows for a message. */
    action: 'Report an outage',
    menu: 'Begin a report of a production outage with this message in it',
    somebody: 'Somebody',
    wrote: (author: string, when: string) => `${author} wrote${when ? ` at ${when}` : ''}:`,
    noText: '(no text: a card, a picture or a file)',
    withFiles: '(A picture or a file came with it. It is in the message only.)',
    begun: 'Your report has begun in your own chat with Outage Desk',
    waits: 'Your report waits in your own chat with Outage Desk',
    where: 'Open Chat, then Outage Desk. Nothing has been sent to the support desk yet.',
    withIt: 'The message stands in its details.',
    withoutIt:
      'You had begun a report already, and its details were filled in, so this message was not added. Nothing that you typed was changed.',
    notInstalled: 'I cannot write to you yet',
    install: 'Open Apps in Teams, look for Outage Desk and add it for yourself. Then try again.',
    kept: 'I keep this message for your report until then.',
    again: 'Try again',
    unsure: 'Teams did not say whether my message arrived in your chat',
    unsureText: 'Look in your own chat with Outage Desk. If nothing is there in a minute, write outage there: what you chose is kept.',
  },

  exit: {
    noOutageHeading: 'This is not a production outage',
    noOutage: 'A production outage is live, hits more than one user and stops the daily business, all three together.',
    notTicked: (condition: string) => `Not ticked: ${condition}.`,
    inDoubt: 'If you are not sure, go back and tick all three. Support will sort it out with you.',
    redirected: (scenario: string) => `${scenario}: not here`,
    call: (phones: string) => `Call ${phones}.`,
    cancelled: 'Cancelled. Nothing was sent.',
    nothingToCancel: 'There is nothing to cancel: you have begun no report, and nothing that you reported is open.',
  },

  resume: {
    heading: 'You have a report that was not sent',
    text: (title: string, when: string) => (title ? `"${title}", begun at ${when}.` : `Begun at ${when}.`),
    added: 'What you just wrote is in its details now. Nobody has read it yet.',
    noRoom: 'What you just wrote was not added to it: its details would be too long. Please shorten it.',
    press: 'Your report is not sent yet. Press a button on it.',
    goOn: 'Go on',
    startOver: 'Start over',
  },

  public: {
    heading: (person: string) => `${person} is reporting a production outage`,
    text: (person: string) => `Only ${person} can go on with it and see what is entered. The number will stand here when it is sent.`,
    go: 'Go on with my report',
    cancelled: (person: string) => `${person} started a report and cancelled it. Nothing was sent.`,
    arrived: (name: string, person: string) => `${name}, reported by ${person}`,
  },

  receipt: {
    heading: (name: string) => `${name}: your report has arrived`,
    next: (when: string) =>
      `A support engineer will have acknowledged it by ${when}, and you will hear it here. If nobody has, we mention more people in Teams and tell you.`,
    breached: (when: string, name: string) =>
      `We promised an acknowledgement by ${when} and did not keep that. We are mentioning more people in Teams. Please call us too, and say ${name}.`,
    nextUpdate: (when: string) => `The next update comes by ${when}.`,
    /** An engineer opened it again. */
    reopened: (when: string, by: string) => `It is open again since ${when}; ${by} has it.`,
    acknowledged: (when: string) => `It was acknowledged at ${when}.`,
    resolved: (by: string, when: string) => `${by} resolved it at ${when}.`,
  },

  correct: {
    saved: 'Your correction is saved, and the desk was told:',
    same: 'Nothing is different from before, so nothing was saved.',
    heading: (name: string) => (name ? `${name}: correct the report` : 'Correct the report'),
    send: 'Save',
    audience: 'The support desk sees what changed. Phone and e-mail stand in its thread and here, nowhere else.',
  },

  reclassify: {
    heading: (name: string) => `${name}: reclassify`,
    scenario: 'Scenario',
    environment: 'Production environment',
    send: 'Change',
    audience: 'The thread shows what was changed, and everyone who follows sees the new one.',
  },

  unreached: {
    heading: (name: string) => `${name}: not in the support desk's channel yet`,
    stored: (when: string) => `Your report is stored with everything that you entered, since ${when}. Nothing has to be entered again.`,
    why: 'We could not confirm that it reached the channel of the support desk in Teams. We keep trying, and tell you here when it is there.',
    clock: (when: string) => `The clock runs all the same: we promised an acknowledgement by ${when}.`,
    late: (when: string) => `We promised an acknowledgement by ${when}, and did not keep that.`,
    call: (phones: string, name: string) => `Please do not wait for us: call ${phones} and say ${name}.`,
    copyLabel: 'To read out on the phone, or to paste into a mail',
    copyHint: 'Select it all and copy it. What you change here is not sent.',
    copyButton: 'Text to copy',
    copyHeading: (name: string) => `${name}: your report as a text`,
    /** When Done failed. */
    unsentHeading: 'Your report was not sent',
    again: 'Try again',
    number: 'Number',
    received: 'Stored',
    reached: (name: string) => `${name} is in the support desk's channel now`,
    reachedAt: (when: string) => `It has been there since ${when}, where support engineers see it.`,
    /** On the desk's own card. */
    deskTold: (when: string) => `It came late: the reporter was told at ${when} that this channel was not reached, and was asked to call.`,
  },

  nudge: {
    heading: 'You have not sent your report yet',
    nobody: 'Nobody knows of it.',
    complete: 'Everything that is needed is there: you can send it as it is.',
    missing: 'Go on to finish and send it.',
    kept: 'It is kept for a day after you last worked on it, and then deleted.',
    goOn: 'Go on',
    send: 'Send as it is',
  },
};
