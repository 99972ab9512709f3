/** What the reporter and the desk say to each other about an outage, in English. */
export const conversation = {
  /** What a message of such an event is called in an alarm. */
  message: {
    noted: 'the note',
    asked: 'the question to the reporter',
    replied: 'the reply of the reporter',
    'reply-missed': 'the news that there is no reply',
  },
  ask: {
    button: 'Ask reporter',
    heading: (name: string) => `${name}: ask the reporter`,
    text: 'What do you need to know?',
    example: 'Does it fail for every company, or for one?',
    choices: 'Replies that need one tap, separated by commas (optional, up to four)',
    choicesExample: 'Yes, No',
    send: 'Send question',
    audience: 'Only the reporter gets it. Their reply comes into this thread, and mentions you.',
    tooManyChoices: (most: number, length: number) => `Please give at most ${most}, each of at most ${length} characters.`,
    heard: 'The question goes to the reporter. Their reply comes into this thread.',
    waits: 'You have asked this already, and it waits for a reply. It was not sent again.',
  },

  /** The question, as the desk and as the reporter read it. */
  asked: {
    heading: (name: string) => `${name}: question to the reporter`,
    alone: 'Only the reporter reads it. Their reply comes into this thread.',
    byPhone: 'Teams does not know who called, so please ask on the phone.',
    byApi: 'A program reported it and cannot reply. Please ask the customer.',
    choices: (choices: string) => `Replies by one tap: ${choices}.`,
    forReporter: (name: string) => `${name}: the support desk has a question`,
    how: 'Reply here. The engineer who asked is told at once.',
  },

  reply: {
    button: 'Reply to the desk',
    heading: (name: string) => `${name}: your reply`,
    which: 'Which question?',
    text: 'Your reply',
    example: 'Write what you know, also if it is only a part',
    question: (number: number) => `Question ${number}`,
    /** Above the buttons. */
    byTap: 'Or with one tap:',
    send: 'Send reply',
    callMe: 'Call me',
    /** What the desk reads then. */
    pleaseCall: (phone: string) => (phone ? `Please call me: ${phone}` : 'Please call me.'),
    audience: 'Only the support desk reads it.',
    sent: 'Your reply is with the support desk, in the thread of the outage.',
    already: 'There is a reply to this question already.',
    answered: 'There was a reply to this question already. What you wrote is with the support desk too.',
  },

  replied: {
    heading: (name: string) => `${name}: reply from the reporter`,
    forAsker: (mention: string) => `${mention}: this is the reply to your question.`,
    forOwner: (mention: string) => `${mention}: the reporter replied after it had ended.`,
    question: 'Question',
  },

  missed: {
    heading: (name: string) => `${name}: no reply from the reporter yet`,
    why: (mention: string) => `${mention}: your question waits. We reminded the reporter once. If it cannot wait, call.`,
    questions: 'Questions',
    forReporter: (name: string) => `${name}: please reply to the desk`,
    more: (count: number) => `They have ${count} questions. This is the first that waits.`,
  },

  /** On the card of the outage. */
  waiting: {
    label: 'Waits for a reply',
    line: (by: string, when: string, text: string) => `${by} at ${when}: ${text}`,
    forReporter: 'The support desk has a question and waits for your reply.',
  },

  /** What a reporter writes that is no command. */
  word: {
    heading: 'Shall the support desk read this?',
    /** In a room where everybody would read the answer. */
    inCompany: (person: string, name: string) =>
      `${person}: the support desk does not read what you wrote here. To add it to ${name}, write it to me in our own chat.`,
    notSent: 'It is not sent yet.',
    question: (by: string, text: string) => `${by} asked: ${text}`,
    text: 'What you wrote',
    example: 'What you see now, and what has changed',
    which: 'For which outage?',
    reply: 'Send as reply',
    add: (name: string) => `Add to ${name}`,
    addToChosen: 'Add to this outage',
    another: 'Start a new report',
    audience: 'The support desk reads it in the thread of the outage. People who follow do not.',
    cut: 'It was too long, so this is only its beginning.',
    button: 'Add information',
    addHeading: (name: string) => `${name}: add information`,
    send: 'Send to the desk',
    fromCustomer: 'Customer',
  },
};
