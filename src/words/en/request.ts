/** Ordinary support requests, in English. */

export const request = {
  /** The steps of the report, when it becomes a request. */
  heading: 'Send a support request',
  environment: {
    title: 'Which environment is it?',
    label: 'Environment',
    intro: 'It may be any of yours: a request is not only for production.',
  },
  review: {
    intro: (desk: string, when: string, plan: string) =>
      `It goes to ${desk} as a request. They reply by ${when}. Your support plan: ${plan}. Nobody is called for it.`,
    introNoPlan: (desk: string) =>
      `It goes to ${desk} as a request. I know no reply time for this project, so I cannot promise one. Nobody is called for it.`,
  },
  noScenario: 'Not chosen',

  exit: {
    notListed: 'None of these fits',
    notListedText: 'If it can wait, send it as a request; you need not choose what kind it is.',
    sendText: 'You can send what you entered as an ordinary support request.',
    within: (within: string, plan: string) => `It gets a reply within ${within} (${plan}).`,
    noPlan: 'I know no reply time for your project, so I cannot promise one.',
    outageText: (minutes: string) =>
      `You confirmed that all three conditions hold, so report it as an outage: an engineer acknowledges it within ${minutes}.`,
    orPortal: (text: string) => `Or in the support portal: ${text}`,
    portal: 'Support portal',
    send: 'Send as a request',
    outage: 'Report it as an outage',
  },

  /** A request that somebody began and did not send. */
  unsent: {
    nudge: 'You have not sent your support request yet',
    resume: 'You have a support request that was not sent',
    resumeText:
      'Nobody is called for a request. If production is down now, start over: that begins the report of an outage, and drops the request.',
    inCompany: (person: string) => `${person} is writing a support request`,
    failed: 'Your request was not sent',
  },

  state: { waiting: 'Request, waits for a reply', answered: 'Request, answered', withdrawn: 'Request, withdrawn' },
  receipt: (name: string, desk: string) => `${name} was sent to ${desk}`,
  next: {
    replyBy: (when: string, plan: string) => `They reply by ${when}. Your support plan: ${plan}.`,
    replyLate: (when: string, name: string) => `A reply was promised by ${when} and has not come. Please call, and say ${name}.`,
    noPlan: 'I know no reply time for this project, so I cannot promise one. The support portal is the other way.',
    answered: (by: string, when: string) => `${by} answered at ${when}.`,
    ifOutage: 'Nobody is called for a request. If production goes down, report that with /outage.',
    withdrawn: (by: string, when: string) => `${by} withdrew the request at ${when}.`,
    was: (name: string) => `You sent it as ${name}.`,
  },

  buttons: { answer: 'Answer', promote: 'It is an outage' },
  facts: {
    replyBy: 'Reply by',
    by: (when: string, plan: string) => `${when} (${plan})`,
    noPlan: 'The desk file gives this project no support plan',
    answer: 'Answer',
    was: 'Was a request',
    wasBy: (name: string, when: string) => `${name}, found to be an outage at ${when}`,
  },
  desk: {
    promoted: (name: string) => `It is an outage now: ${name} has a thread of its own in the channel of the support desk. Go on there.`,
  },
  answer: {
    heading: (name: string) => `${name}: answer`,
    text: 'What does the reporter need to know?',
    example: 'What it was, what you did, what they can do now',
    send: 'Send the answer',
    audience: 'It goes to this thread and to the reporter. You can answer again if there is more to say.',
  },
  news: {
    answered: (name: string, by: string) => `${name}: ${by} answered`,
    notHelped: (phones: string, name: string) => `If that does not settle it, call ${phones} and say ${name}.`,
    promoted: (was: string, name: string) => `${was} is an outage: ${name}`,
    promotedBy: (by: string) => `${by} found that it is one.`,
    withdrawn: 'There is nothing to reply to any more.',
  },

  queue: 'the queue of requests',
  list: {
    mine: 'Your requests follow; nobody is called for them.',
    replyBy: (when: string) => `Reply by ${when}`,
  },
  timeline: {
    sent: (by: string, more: string) => `${by} sent it as a request: ${more}`,
    answered: (by: string, more: string) => `${by} answered: ${more}`,
    promoted: (by: string, more: string) => `${by} found that it is an outage: ${more}`,
  },
  message: { answered: 'the answer to a request', promoted: 'the news that a request is an outage' },
};
