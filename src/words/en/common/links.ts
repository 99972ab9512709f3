/** Links out of a card, in English: the call, a chat with the reporter, runbooks, tickets in other systems. */

export const links = {
  call: 'Call',
  /** A call that is there; a new meeting. */
  join: 'Join call',
  start: 'Start a call',
  /** As links in a row. `elsewhere`, here and below: the reporter is of another company. */
  chat: (elsewhere: boolean) => `Chat in Teams${elsewhere ? ' (where both companies allow it)' : ''}`,
  voice: (elsewhere: boolean) => `Call in Teams${elsewhere ? ' (where both companies allow it)' : ''}`,
  /** As buttons, with what stands above them. */
  chatButton: 'Chat with reporter',
  voiceButton: 'Call reporter',
  group: (elsewhere: boolean): string =>
    elsewhere
      ? 'Call and chat. The reporter is of another company: chat and call open only where both companies allow it.'
      : 'Call and chat',
  /** What an alarm calls their messages. */
  message: {
    'bridge-set': 'the link of the call',
    'ticket-added': 'the ticket',
    'ticket-removed': 'the news that a ticket was removed',
  },
  more: 'Links',
  runbook: 'Runbook',
  tickets: 'Tickets',

  bridge: {
    button: 'Set call link',
    heading: (name: string) => `${name}: set call link`,
    address: 'Address of the call (leave it empty to remove it)',
    shared: 'The reporter',
    share: 'Show it to the reporter',
    send: 'Save call link',
    audience: 'The desk sees "Join call" on its card.',
    audienceInRoom:
      'The desk sees "Join call" on its card. It was not reported in a private chat: if you tick the box, everyone there sees it.',
    example: 'The link that Teams copies for a meeting',
    notAnAddress: 'That is no address that I can use. Copy the whole address of the meeting, from https on.',
    /** `hosts`: those of the desk file; empty when it has none. */
    wrongHost: (host: string, hosts: string) =>
      `I take calls in Teams${hosts && `, and on ${hosts}`}, not on ${host}. Whoever runs the desk can add it to the desk file, under bridgeHosts.`,
    timeline: (shared: boolean) => `set the link of the call${shared ? ', which the reporter sees too' : ''}`,
    set: (name: string) => `${name}: call to join`,
    removed: (name: string) => `${name}: its own call link is removed`,
    /** For the desk. */
    seen: 'The reporter sees it too.',
    notSeen: 'The reporter does not see it. To show it, press More, then Set call link.',
    /** For the reporter. */
    invited: 'You can talk to the engineers now. Press the button to join.',
  },

  ticket: {
    button: 'Add ticket',
    heading: (name: string) => `${name}: add ticket`,
    text: 'Its number, or its whole address',
    send: 'Add ticket',
    audience: 'Only the desk sees it. To remove one, write "ticket remove" and its number in the thread.',
    no: 'That is no ticket that I can use. Write its number, such as INC0012345, or its whole address, from https on.',
    added: (id: string, name: string) => `${id} is on the card of ${name} now.`,
    removed: (id: string, name: string) => `${id} is no longer on the card of ${name}.`,
  },
};
