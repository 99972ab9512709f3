/** Around the report, in English: it is no outage, it waits, it was sent, it is changed later. */

export const exit = {
  noOutageHeading: 'This is not a production outage',
  noOutage: 'A production outage is live, hits more than one user and stops the daily business, all three together.',
  notTicked: (condition: string) => `Not ticked: ${condition}.`,
  inDoubt: 'If you are not sure, go back and tick all three. Support will sort it out with you.',
  redirected: (scenario: string) => `${scenario}: not here`,
  call: (phones: string) => `Call ${phones}.`,
  request: 'Open a support request',
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
