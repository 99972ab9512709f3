/** The guided report, in English: what a customer reads while production is down, and when the report waits, is sent, or cannot be. */
import type { Ineligibility } from '../../../desk/eligibility.ts';
import { formats } from '../formats.ts';
import { byApi, byPhone } from './by-phone.ts';
import { fields } from './fields.ts';

const numbers = (phones: readonly { region: string; number: string }[]) =>
  formats.or(phones.map(({ region, number }) => `${number} (${region})`));

export const report = {
  heading: 'Report a production outage',
  /** `most`: where it depends on the kind of outage, which is not chosen yet. */
  progress: (step: number, of: number, most = of) => `Step ${step} of ${of}${most > of ? ` or ${most}` : ''}`,
  next: 'Continue',
  back: 'Back',
  done: 'Send report',
  cancel: 'Cancel',
  fields,
  byApi,
  byPhone,
  form: {
    below: 'The form is below, in a message of its own.',
    belowAlone: 'The form is below. Only you can see it.',
    sent: 'It is sent.',
    closed: 'Closed. Nothing was sent.',
    held: (until: string) => `Send this before ${until}. After that the card may change when others act. Their news comes below.`,
    kept: 'What you entered last time was not sent. Here it is again.',
  },
  confirmation: {
    title: 'Is this a production outage?',
    intro: 'It is an outage when all three are true:',
    tick: 'It is an outage when all three are true. Tick what is true now.',
    yes: 'Yes, all three are true',
    notAll: 'No, not all three',
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
    intro: 'Choose the closest one.',
    thisOne: 'Choose this',
    often: 'Most often reported here:',
    others: 'Everything else:',
    chosen: (title: string) => `\u2713 Chosen before: ${title}`,
    hints: 'Help me choose',
    notThis: (text: string) => `Not this: ${text}`,
  },
  details: {
    title: 'What is happening?',
    beganChoices: { 'just-now': 'Just now', 'ago-15': '15 minutes ago', 'ago-60': '1 hour ago', unsure: 'Earlier, or not sure' },
    exactly: 'Give the exact time',
    affectedChoices: { everyone: 'Everyone', most: 'Most users', some: 'Some users, more than one', unsure: 'Not sure' },
  },
  questions: {
    title: 'Help the engineer start faster',
    intro: 'Answer what you know. You can leave the rest empty.',
    introNeeded: 'Answer what you know. You must fill in only what is marked as needed.',
    needed: (question: string) => `${question} (needed)`,
    time: (question: string, zone: string) => `${question} Time of day in ${zone}`,
    fact: 'Answers',
  },
  contact: {
    title: 'Who should we call?',
    intro: 'Only the support desk sees this. If a phone call helps, an engineer makes it.',
  },
  review: {
    title: 'Check and send',
    intro: (minutes: string) => `Nothing is sent yet. Press Send report, and a support engineer acknowledges it within ${minutes}.`,
    orElse: (second: string) => `Otherwise: ${second}`,
  },
  errors: {
    required: 'This is needed.',
    'too-long': 'This is too long, so only its beginning is shown. Please shorten it.',
    'unknown-choice': 'Choose one from the list.',
    'in-the-future': 'This is in the future. Choose a time that has passed.',
    'after-the-report': 'This is after you reported it. Choose an earlier time.',
    'not-a-time': 'This is not a date and time. Choose both.',
    'not-an-email': 'This does not look like an e-mail address.',
    'not-a-phone': (example: string) => `This is not a phone number. Write it with the country code, such as ${example}.`,
    'not-a-number': 'This is not a number.',
    'too-long-ago': 'This is more than a year ago. Please check the date.',
    'someone-reachable': 'Tick the box above, or say who else can be called.',
  },
  /** What Teams shows beside an input that it refuses by itself. */
  clientError: 'Please check this field.',
  fix: (count: number) =>
    formats.plural(count, {
      one: '1 answer is missing or needs another look. It is marked below.',
      other: `${count} answers are missing or need another look. They are marked below.`,
    }),

  /** Who cannot report reads whom to call now, then the reason, then what they can do instead. */
  access: {
    callNow: (phones: readonly { region: string; number: string }[]) =>
      `Is production down now? Do not wait for this: call ${numbers(phones)}.`,

    notMember: {
      heading: 'You are not in any project',
      text: 'Only members of a customer project can report its outages here. Your account has not been added to one.',
      ask: 'Ask your project owner or organization admin to add you, then try again.',
      askDesk: (whom: string) => `At the support desk, ask: ${whom}`,
    },
    otherTenant: {
      heading: 'This account is from another organization',
      text: (desk: string) => `To report an outage, use your account at the organization of ${desk}. I cannot see that account from here.`,
      change: 'If you have one, choose your picture in Teams, then that organization, and write /outage to me there.',
      ask: 'If you have none, ask your project owner or organization admin to invite you as a guest.',
    },
    stranger: {
      heading: 'Your organization is not listed yet',
      text: (desk: string) => `I am the bot of ${desk}, and I work for its customers. Your organization is not on its list.`,
      ask: 'Ask the desk to add it. This is the tenant id that they need:',
      next: 'Nothing was reported. When they have added it, write /outage to me.',
    },
    notTold: {
      heading: 'I could not check your access',
      text: 'I asked Teams which project you belong to, and Teams did not answer. You did nothing wrong.',
      next: 'Try again in a minute. If that does not work either, call.',
    },
    again: 'Try again',

    notEligible: {
      heading: 'Your environments are not covered here',
      public: 'You cannot report this outage here',
      publicText: 'The reason names environments, so only the person who reports can see it.',
      why: 'Show me why',
    },
    missing: {
      open: 'Find my environment',
      heading: 'Is your environment missing?',
      none: 'All environments of your projects are in the list.',
      other:
        'If you do not see it below either, you have not been added to its project. Ask the project owner or organization admin to add you.',
      wrong: 'If this is wrong, call us. We can change it.',
    },
    /** `names`: of one environment, or of several, as a list. */
    why: {
      'not-member': (names: string) => `Not in your projects: ${names}.`,
      sandbox: (names: string, several: boolean) =>
        `${several ? `These are sandboxes: ${names}` : `${names} is a sandbox`}. You can report outages of production environments only.`,
      'customer-managed': (names: string, several: boolean) =>
        `${several ? `These are run by you or your partner: ${names}` : `${names} is run by you or your partner`}. You can report outages only of environments that Microsoft manages.`,
      product: (names: string, several: boolean, products: string) =>
        several
          ? `None of these runs a product that we cover (${products}): ${names}.`
          : `${names} runs no product that we cover (${products}).`,
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
    menu: 'Report a production outage with this message in it',
    somebody: 'Someone',
    wrote: (author: string, when: string) => `${author} wrote${when ? ` at ${when}` : ''}:`,
    noText: '(no text: a card, a picture or a file)',
    withFiles: '(A picture or a file came with it. It is in the message only.)',
    begun: 'Continue in your own chat',
    waits: 'Your report is in our chat',
    where: 'To finish your report, open Chat, then Outage Desk. Nothing has been sent to the support desk yet.',
    withIt: 'The message is in its details.',
    withoutIt: 'You had already filled in the details of that report, so I did not add this message. Nothing that you typed was changed.',
    notInstalled: 'I cannot write to you yet',
    install: 'Open Apps in Teams, look for Outage Desk and add it for yourself. Then try again.',
    kept: 'I keep this message for your report until then.',
    again: 'Try again',
    unsure: 'My message may not have arrived',
    unsureText:
      'Open your own chat with Outage Desk. If nothing is there in a minute, write /outage there. I keep the message that you chose.',
  },

  exit: {
    noOutageHeading: 'This is not a production outage',
    noOutage: 'In a production outage, all three are true: it is live, it affects more than one user, and it stops the daily business.',
    notTicked: (condition: string) => `Not ticked: ${condition}.`,
    inDoubt: 'If you are not sure, go back and tick all three. Support will sort it out with you.',
    redirected: (scenario: string) => `${scenario}: call us instead`,
    call: (phones: string) => `Call ${phones}.`,
    cancelled: 'Cancelled. Nothing was sent.',
    nothingToCancel: 'There is nothing to cancel. You have not begun a report, and you have no open outage.',
  },

  resume: {
    heading: 'Your report is not sent yet',
    text: (title: string, when: string) => (title ? `You began "${title}" at ${when}.` : `You began it at ${when}.`),
    added: 'What you just wrote is in its details now. Nobody has read it yet.',
    noRoom: 'I did not add what you just wrote, because the details would be too long. Please shorten it.',
    press: 'Your report is not sent yet. Press a button on it.',
    goOn: 'Continue',
    startOver: 'Start over',
  },

  public: {
    heading: (person: string) => `${person} is reporting a production outage`,
    text: (person: string) =>
      `Nothing has been sent to support yet. The button is for ${person} alone. When it is sent, you will see its number here.`,
    go: 'Continue my report',
    cancelled: (person: string) => `${person} started a report and cancelled it. Nothing was sent.`,
    /** Above the reporter's buttons. */
    buttonsFor: (person: string) => `For ${person}:`,
    arrived: (name: string, person: string) => `${name}, reported by ${person}`,
    /** To the reporter alone, when the others have a card of their own. */
    sent: 'Everybody here sees a card with its number and state, but not what you wrote. Updates come there. Only you see this message. It does not change, and is gone after a day.',
    /** Before it is sent. */
    willSee: 'Everybody here then sees its number and state, but not what you wrote.',
  },

  receipt: {
    /** A row that is folded, with all that they entered. */
    reported: 'What you reported',
    heading: (name: string) => `${name}: your report has arrived`,
    next: (when: string) =>
      `A support engineer acknowledges it by ${when}, and we tell you. If nobody has by then, we alert more people in Teams and tell you that too.`,
    breached: (when: string) =>
      `We promised to acknowledge it by ${when}, and we are late. We alert more people in Teams until one of them acknowledges it.`,
    call: (name: string) => `Please call us too, and say ${name}.`,
    nextUpdate: (when: string) => `The next update comes by ${when}.`,
    /** An engineer opened it again. */
    reopened: (when: string, by: string) => `It has been open again since ${when}. Its owner is ${by}.`,
    acknowledged: (by: string, when: string) => `${by} acknowledged it at ${when}.`,
    resolved: (by: string, when: string) => `${by} resolved it at ${when}.`,
  },

  correct: {
    saved: 'Your correction is saved, and we told the support desk:',
    same: 'Nothing has changed, so nothing was saved.',
    changed: (label: string, was: string, now: string) => `${label}: was ${was}, now ${now}`,
    second: 'Second contact',
    heading: (name: string) => (name ? `${name}: correct the report` : 'Correct the report'),
    began: 'When did it begin? Date (leave it empty if you are not sure)',
    beganTime: 'Time, in the time zone of your report',
    askDesk: (phones: string) =>
      `To change the environment, the scenario, your answers to its questions, your time zone or language, ask the support desk: ${phones}.`,
    send: 'Save correction',
    audience:
      'Press Back to leave without saving. The support desk sees what changed. Your phone and e-mail are shown only in its thread and here.',
  },

  reclassify: {
    heading: (name: string) => `${name}: reclassify`,
    scenario: 'Scenario',
    environment: 'Production environment',
    send: 'Reclassify',
    audience: 'The thread shows what changed. Everyone who follows sees the new kind.',
  },

  unreached: {
    heading: (name: string) => `${name}: not at the support desk yet`,
    stored: (when: string) => `We stored your report at ${when}, with everything that you entered. You do not have to enter it again.`,
    why: 'We could not confirm that it reached the channel of the support desk in Teams. We keep trying, and tell you when it is there.',
    clock: (when: string) => `Our promise stands: a support engineer acknowledges it by ${when}.`,
    late: (when: string) => `We promised to acknowledge it by ${when}, and we are late.`,
    call: (phones: string, name: string) => `Please do not wait for us: call ${phones} and say ${name}.`,
    copyLabel: 'Text to read out on the phone, or to paste into an e-mail',
    copyHint: 'Select it all and copy it. What you change here is not sent.',
    copyButton: 'Show text to copy',
    copyHeading: (name: string) => `${name}: your report as text`,
    /** When it could not be sent. */
    unsentHeading: 'Your report was not sent',
    again: 'Try again',
    number: 'Number',
    received: 'Stored',
    reached: (name: string) => `${name}: at the support desk now`,
    reachedAt: (when: string) => `It arrived in its channel at ${when}. Support engineers see it there.`,
    /** On the desk's own card. */
    deskTold: (when: string) =>
      `It arrived late. At ${when} we told the reporter that it had not reached this channel, and asked them to call.`,
  },

  nudge: {
    heading: 'Your report waits to be sent',
    nobody: 'Nobody has read it yet.',
    complete: 'It has all that we need. You can send it now.',
    missing: 'Press Continue to finish and send it.',
    kept: 'We keep it for a day after you last worked on it, and then delete it.',
    goOn: 'Continue',
  },
};
