/** A report that comes by phone, in English: what whoever takes the call enters, and what the cards say of it. */
import { denial } from '../../denial.ts';
import { formats } from '../formats.ts';

export const byPhone = {
  /** On the help of those who may do it. */
  open: 'Report for a caller',
  heading: (customer: string) => (customer ? `Report by phone for ${customer}` : 'Report by phone'),
  place: 'Customer and environment',
  /** When there are more than the list holds. */
  more: 'Not all customers are in the list. For another one, close this and write "report for NAME".',
  caller: 'Who is calling?',
  somebodyElse: 'Somebody else',
  name: 'Their name, if somebody else',
  phone: 'Their phone number, with country code',
  scenario: 'What kind of outage is it?',
  title: 'What is wrong, in a few words?',
  description: 'What else do they say? (optional)',
  anyway: 'Is it another one?',
  anywayTitle: 'Yes, report it as an outage of its own',
  send: 'Send report',
  sendAndTake: 'Send and acknowledge',
  audience:
    'The promise runs from when you send it. The desk sees everything in its thread. A caller from the list hears what is new in their own chat with the bot.',
  notOfCustomer: 'This person is not on the list of that customer. Choose somebody else.',
  /** `names`: those that are open in the environment; `one`: the first of them. */
  openThere: (names: string, one: string) =>
    `Open there already: ${names}. If it is the same, close this, tell the caller the number, and write what they say in the thread of ${one}: "note TEXT". Dispatchers tell an engineer. If it is another one, tick the box and send it.`,

  whichCustomer: (typed: string) => `Which customer do you mean by ${typed}?`,
  moreCustomers: 'More customers fit. If yours is not here, write more of the name.',
  noCustomer: (typed: string) => `I know no customer called ${typed}. Write a part of its name, or "report by phone".`,
  nothingToReport: (customer: string) => denial('not-eligible', `${customer} has no production environment that can be reported.`),
  inRoom: 'Press the button to report for a caller. Only you see what you enter.',

  /** After it was sent; `hears`: whether the caller hears of it in Teams. */
  sent: (name: string, caller: string, hears: boolean) =>
    hears
      ? `${name} is reported for ${caller}, who hears what is new in Teams. Tell them the number.`
      : `${name} is reported for ${caller}, who hears nothing in Teams. Tell them the number. The card asks engineers to call them with what is new.`,
  next: (when: string) => `An engineer acknowledges it by ${when}. Until then people on call are pinged.`,

  /** On cards: who called, and who took the call. */
  fact: 'By phone',
  by: (caller: string, taker: string) => `${caller}, by phone (call taken by ${taker})`,
  takenBy: (taker: string) => `Call taken by ${taker}`,
  callBack: 'Hears nothing in Teams: call them with what is new',
  hears: 'Hears what is new in Teams',
  /** In the desk's thread, below what the others were told. */
  callThem: (names: string) => `Reported by phone: ${names}. The caller reads nothing of this in Teams, so please call them.`,
  forYou: (taker: string) => `You called, and ${taker} wrote this report for you. You can correct it.`,
  youTook: (caller: string) => `You took the call of ${caller}. You can correct or withdraw it for them.`,
  timeline: (what: string, taker: string) => `${what} (by phone, call taken by ${taker})`,
};

/** Of what another system reported by the API. */
export const byApi = {
  fact: 'By a program',
  hears: 'It hears nothing in Teams. It can ask the bot for the state.',
  alert: 'An alert of the monitor',
  moreAlerts: (count: number) => formats.plural(count, { one: 'And 1 more alert.', other: `And ${count} more alerts.` }),
  resolved: (title: string) => `The monitor says that this works again: ${title}`,
};
