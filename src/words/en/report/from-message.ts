/** What people read when they report a message, in English. */

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
