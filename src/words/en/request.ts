/** Ordinary support requests, in English. */

export const request = {
  /** The steps of the report, when it becomes a request. */
  heading: 'Send a support request',
  done: 'Send request',
  environment: {
    title: 'Which environment is it?',
    label: 'Environment',
    intro: 'You can choose any of yours. A request is not only for production.',
  },
  review: {
    intro: (desk: string, when: string, plan: string) =>
      `It goes to ${desk} as a request. They reply by ${when}. Your support plan: ${plan}. Nobody is alerted for it.`,
    introNoPlan: (desk: string) =>
      `It goes to ${desk} as a request. I do not know the reply time of this project, so I cannot promise one. Nobody is alerted for it.`,
  },
  noScenario: 'Not chosen',

  exit: {
    notListed: 'None of these fits',
    notListedText: 'If it can wait, send it as a request. You do not have to choose a kind.',
    sendText: 'You can send what you entered as an ordinary support request.',
    within: (within: string, plan: string) => `You get a reply within ${within} (${plan}).`,
    noPlan: 'I do not know the reply time of your project, so I cannot promise one.',
    outageText: (minutes: string) =>
      `You said that all three are true, so it is an outage. Report it, and we acknowledge it within ${minutes}.`,
    orPortal: (text: string) => `Or in the support portal: ${text}`,
    portal: 'Open support portal',
    send: 'Send as a request',
    outage: 'Report it as an outage',
  },

  /** A request that somebody began and did not send. */
  unsent: {
    nudge: 'Your request waits to be sent',
    resume: 'Your request is not sent yet',
    resumeText:
      'Nobody is alerted for a request. If production is down now, press Start over to report an outage. That deletes this request.',
    inCompany: (person: string) => `${person} is writing a support request`,
    failed: 'Your request was not sent',
  },

  state: { waiting: 'Request, waiting for a reply', answered: 'Request, answered', withdrawn: 'Request, withdrawn' },
  receipt: (name: string, desk: string) => `${name} was sent to ${desk}`,
  next: {
    replyBy: (when: string, plan: string) => `They reply by ${when}. Your support plan: ${plan}.`,
    replyLate: (when: string, name: string) => `We promised a reply by ${when}, and we are late. Please call, and say ${name}.`,
    noPlan: 'I do not know the reply time of this project, so I cannot promise one. You can also use the support portal.',
    answered: (by: string, when: string) => `${by} answered at ${when}.`,
    ifOutage: 'Nobody is alerted for a request. If production goes down, report an outage with /outage.',
    withdrawn: (by: string, when: string) => `${by} withdrew the request at ${when}.`,
    was: (name: string) => `You sent it as ${name}.`,
  },

  /** For the reporter, in the place of those of a report. */
  reporter: { correct: 'Correct request', withdraw: 'Withdraw request' },
  buttons: { answer: 'Answer', promote: 'Make it an outage' },
  facts: {
    replyBy: 'Reply by',
    by: (when: string, plan: string) => `${when} (${plan})`,
    noPlan: 'The desk file gives this project no support plan',
    answer: 'Answer',
    was: 'Was a request',
    wasBy: (name: string, when: string) => `${name}, found to be an outage at ${when}`,
  },
  desk: {
    promoted: (name: string) => `It is an outage now: ${name} has a thread of its own in the channel of the support desk. Continue there.`,
  },
  answer: {
    heading: (name: string) => `${name}: answer`,
    text: 'What does the reporter need to know?',
    example: 'What it was, what you did, what they can do now',
    send: 'Send answer',
    audience: 'It goes to this thread and to the reporter. You can answer again if there is more to say.',
  },
  news: {
    answered: (name: string) => `${name}: answered`,
    notHelped: (phones: string, name: string) => `If that does not help, call ${phones} and say ${name}.`,
    promoted: (was: string, name: string) => `${was}: now an outage, ${name}`,
    promotedText: 'Support found that it is an outage.',
    withdrawn: 'You do not have to reply any more.',
  },

  queue: 'the queue of requests',
  list: {
    mine: 'Your requests follow. Nobody is alerted for them.',
    replyBy: (when: string) => `Reply by ${when}`,
  },
  timeline: {
    sent: (more: string) => `sent it as a request: ${more}`,
    answered: (more: string) => `answered: ${more}`,
    promoted: (more: string) => `found that it is an outage: ${more}`,
  },
  message: { answered: 'the answer to a request', promoted: 'the news that a request is an outage' },
};
