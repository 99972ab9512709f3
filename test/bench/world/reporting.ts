/** People who report: the real form, step by step, with what they press and type. Each answer is checked, so that no refusal is measured. */
import { ANSWERS, OTHER, SEND_TOO, type Shown, show } from '../../support/bot/users.ts';
import type { Message } from './connector-process.ts';
import { customer, ENGINEER, type Person, pressed, typed } from './people.ts';
import type { Bot } from './world.ts';

type Inputs = Record<string, string>;
/** What somebody holds in their hand: the card that the bot has shown last, the message that it is on, and the steps that are left. */
export type Report = { readonly person: Person; readonly messageId: string; shown: Shown; readonly left: Inputs[] };

const SEND = 'Send report';
/** Where somebody has a report that they have not sent yet. */
const AFRESH = 'Start over';
const ACKNOWLEDGE = 'Acknowledge';
const isForm = ({ buttons }: Shown): boolean => buttons.some(({ title }) => title === AFRESH || title === ANSWERS.confirmation.press);
const TITLES = [
  'Invoices cannot be posted',
  'Nobody can sign in',
  'The warehouse app shows an error',
  'Batch jobs stand still',
  'Payments fail at the till',
] as const;
let reports = 0;

/** Customer number `who`, or this person, types /outage in their own chat, and sees the first card of a new report. */
export async function begin(bot: Bot, who: number | Person): Promise<Report> {
  const person = typeof who === 'number' ? customer(who) : who;
  // News of an earlier report may come between, such as that the desk was not reached while its channel takes no more.
  const first = bot.connector.next(({ conversationId, card }) => conversationId === person.chat && card !== null && isForm(show(card)));
  const [message] = await Promise.all([first, bot.post(typed(person, bot.serviceUrl, '/outage'))]);
  const report: Report = { person, messageId: message.id, shown: show(message.card), left: stepsOf(person) };
  if (has(report, AFRESH)) await press(bot, report, AFRESH);
  return report;
}

/** Presses a button; the report then holds the next card. `post`: by which it is sent. */
async function press(bot: Bot, report: Report, title: string, inputs: Inputs = {}, post = bot.post): Promise<void> {
  const { person, messageId, shown } = report;
  report.shown = await pressOn(bot, { person, title, messageId, shown }, inputs, post);
}

type On = { readonly person: Person; readonly title: string; readonly messageId: string; readonly shown: Shown; readonly thread?: string };

async function pressOn(bot: Bot, { person, title, messageId, shown, thread }: On, inputs: Inputs, post: Bot['post']): Promise<Shown> {
  const button = shown.buttons.find((one) => one.title === title);
  if (!button) throw new Error(`no button '${title}' on: ${shown.buttons.map((one) => one.title).join(', ')}\n${shown.text}`);
  const { verb, data } = button;
  const body = pressed(person, bot.serviceUrl, { verb, data: { ...data, ...inputs }, replyToId: messageId, ...(thread ? { thread } : {}) });
  const answer = JSON.parse(await post(body)) as { value: unknown };
  if (typeof answer.value !== 'object') throw new Error(`'${title}' was answered with: ${String(answer.value)}`);
  return show(answer.value);
}

const has = ({ shown }: Report, title: string): boolean => shown.buttons.some((button) => button.title === title);

/** One step: a press that stores the draft and returns the next card. False: the review is there, so nothing is left but to send it. */
export async function fillInStep(bot: Bot, report: Report, post = bot.post): Promise<boolean> {
  if (has(report, OTHER)) {
    await press(bot, report, OTHER, {}, post);
    return true;
  }
  const step = report.left.shift();
  if (!step) {
    if (has(report, SEND)) return false;
    throw new Error(`no review: ${report.shown.text}`);
  }
  const { press: button = 'Continue', ...inputs } = step;
  await press(bot, report, button, inputs, post);
  return true;
}

/** From the first card to the review. Gives how many steps it took. */
export async function fillIn(bot: Bot, report: Report): Promise<number> {
  let steps = 0;
  while (await fillInStep(bot, report)) steps += 1;
  return steps;
}

function stepsOf(person: Person): Inputs[] {
  reports += 1;
  const title = `${TITLES[reports % TITLES.length]} (${reports})`;
  const contact = { name: person.name, email: `${person.id.slice(3)}@example.com`, timeZone: person.zone };
  return Object.values({ ...ANSWERS, details: { ...ANSWERS.details, title }, contact: { ...ANSWERS.contact, ...contact } });
}

/** Sends the report, to the receipt. `turns`: how many presses that took, with one more where an open outage was offered once again. */
export async function send(bot: Bot, report: Report): Promise<{ readonly number: number; readonly turns: number }> {
  await press(bot, report, SEND);
  const offered = has(report, SEND_TOO);
  if (offered) await press(bot, report, SEND_TOO);
  const [, number] = /OUT-(\d+)/.exec(report.shown.text) ?? [];
  if (number === undefined) throw new Error(`no receipt: ${report.shown.text}`);
  return { number: Number(number), turns: offered ? 2 : 1 };
}

/** The first message of an outage's thread at the desk. */
export const opens = (number: number) => (message: Message) =>
  message.kind === 'opening' && message.conversationId.includes('support-desk') && message.summary.startsWith(`OUT-${number}:`);

/** The engineer on call presses Acknowledge in the thread; gives what they are shown. */
export async function acknowledge(bot: Bot, opening: Message): Promise<Shown> {
  const { card, conversationId: thread, id: messageId } = opening;
  return await pressOn(bot, { person: ENGINEER, title: ACKNOWLEDGE, messageId, shown: show(card), thread }, {}, bot.post);
}
