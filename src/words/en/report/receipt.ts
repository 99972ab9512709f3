/** What people read while the desk's channel is not reached, and about a report that they began and did not send. In English. */
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
  text: (title: string, when: string) => (title ? `"${title}", begun at ${when}.` : `Begun at ${when}.`),
  complete: 'Everything that is needed is there: you can send it as it is.',
  missing: 'Go on to finish and send it.',
  kept: 'It is kept for a day after you last worked on it, and then deleted.',
  goOn: 'Go on',
  send: 'Send as it is',
};
