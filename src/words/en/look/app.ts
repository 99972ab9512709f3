/** What Teams says of the app before anybody has it, in English: at most 100, 80 and 4,000 characters. `npm run manifest` writes it. */
export const app = {
  fullName: 'Outage Desk: report a production outage',
  short: 'Report a production outage, see who works on it, and hear what comes next.',
  full: [
    "Production is down and people can't work? Tell Outage Desk, and the support engineer on call is alerted.",
    'How to report: send outage in a chat with Outage Desk. In a channel or group chat, type / and choose outage, or @mention it with outage. It takes six short steps, most of them one tap, about a minute. Until you send it, only you see what you enter.',
    'What happens then: you get a number, the time by which a support engineer acknowledges your report, and a phone number to call. You hear who owns it, what they found, when the next update comes, and when it is resolved.',
    "For support engineers: each outage is a thread in your desk's channel. Acknowledge it with one tap. The people on call are pinged before the deadline, and nobody is pinged to acknowledge after you did.",
    'For everyone who follows: a channel or group chat gets one card for each outage that always shows its present state, and a message when something changes.',
    'An outage is when the live production system keeps more than one person from their daily business. For anything smaller, Outage Desk tells you what to do instead.',
    "Who sees what: your phone number and e-mail address are shown to you and in the support desk's channel, nowhere else. Outage Desk acts on messages that are sent to it or mention it, and keeps nothing of any others.",
  ].join('\n\n'),
};
