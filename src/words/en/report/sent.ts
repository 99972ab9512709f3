/** A report that begins with a message, waits, goes another way, was sent, or does not reach the desk; in English. */

export const fromMessage = {
  /** In the menu that Teams shows for a message. */
  action: 'Report an outage',
  menu: 'Begin a report of a production outage with this message in it',
  somebody: 'Somebody',
  wrote: (author: string, when: string) => `${author} wrote${when ? ` at ${when}` : ''}:`,
  noText: '(no text: a card, a picture or a file)',
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
};

export const exit = {
  noOutageHeading: 'This is not a production outage',
  noOutage: 'A production outage is live, hits more than one user and stops the daily business, all three together.',
  notTicked: (condition: string) => `Not ticked: ${condition}.`,
  inDoubt: 'If you are not sure, go back and tick all three. Support will sort it out with you.',
  redirected: (scenario: string) => `${scenario}: not here`,
  call: (phones: string) => `Call ${phones}.`,
  cancelled: 'Cancelled. Nothing was sent.',
};

export const resume = {
  heading: 'You have a report that was not sent',
  text: (title: string, when: string) => (title ? `"${title}", begun at ${when}.` : `Begun at ${when}.`),
  goOn: 'Go on',
  startOver: 'Start over',
};

export const publicReport = {
  heading: (person: string) => `${person} is reporting a production outage`,
  text: (person: string) =>
    `Only ${person} can go on with this report, and sees what is entered. The number will stand here when it is sent.`,
  go: 'Go on with my report',
  cancelled: (person: string) => `${person} started a report and cancelled it. Nothing was sent.`,
  arrived: (name: string, person: string) => `${name}, reported by ${person}`,
};

export const receipt = {
  heading: (name: string) => `${name}: your report has arrived`,
  next: (when: string) =>
    `A support engineer will have acknowledged it by ${when}, and you will hear it here. If nobody has, we call more people and tell you.`,
  breached: (when: string) =>
    `We promised an acknowledgement by ${when} and did not keep that. We are calling more people. Please call us too, and say the number above.`,
  acknowledged: (when: string, next: string) => `It was acknowledged at ${when}. The next update comes by ${next}.`,
  acknowledgedMissed: (when: string) => `It was acknowledged at ${when}.`,
  resolved: (by: string, when: string) => `${by} resolved it at ${when}.`,
};

export const correct = {
  heading: (name: string) => (name ? `${name}: correct the report` : 'Correct the report'),
  send: 'Save',
  audience: 'The support desk sees what changed. Phone and e-mail stand in its thread and here, nowhere else.',
};

export const reclassify = {
  heading: (name: string) => `${name}: reclassify`,
  scenario: 'Scenario',
  environment: 'Production environment',
  send: 'Change',
  audience: 'The thread shows what was changed, and everyone who follows sees the new one.',
};

export const unreached = {
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
};

export const nudge = {
  heading: 'You have not sent your report yet',
  nobody: 'Nobody knows of it.',
  complete: 'Everything that is needed is there: you can send it as it is.',
  missing: 'Go on to finish and send it.',
  kept: 'It is kept for a day after you last worked on it, and then deleted.',
  goOn: 'Go on',
  send: 'Send as it is',
};
