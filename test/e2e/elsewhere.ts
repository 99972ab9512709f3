/** A whole report of somebody whom no browser plays, card by card. */

import { personOf } from '../playground/cast.ts';
import { findButton } from '../playground/recording.ts';
import { OTHER } from './past-the-offer.ts';
import type { InvokeAnswer } from './people.ts';
import { type Scene, said, textOf } from './scene.ts';

const PHONE = '+45 32 12 34 56';
const YES = 'Yes, all three are true';

export type Told = { readonly scenario: string; readonly title: string; readonly description: string };

/** Gives the number. */
export async function reportsElsewhere(scene: Scene, person: string, { scenario, title, description }: Told): Promise<string> {
  const { people } = scene;
  const chat = await people.directChat(person);
  await people.sayDirectly(person, '/outage');
  await scene.checks.becomes(`${person} gets the first card`, () => Boolean(findButton(said(scene), chat, YES)));
  const first = findButton(said(scene), chat, YES);
  if (!first) throw new Error(`${person} has no card to begin with`);
  const at = { conversationId: chat, replyToId: first.activityId };
  const { name, email } = personOf(scene.cast, person);
  const contact = { name, email, phone: PHONE, aroundTheClock: 'true', timeZone: 'Europe/Copenhagen', language: 'en' };
  let answer = await people.press(person, { ...at, verb: first.verb, data: first.data });
  const press = async (button: string, inputs: Record<string, string> = {}) => {
    const { verb, data } = executeIn(answer, button);
    answer = await people.press(person, { ...at, verb, data: { ...data, ...inputs } });
  };
  await press(scenario);
  if (textOf(answer).includes('"join-not"')) await press(OTHER);
  await press('Continue', { title, description, began: 'just-now', affected: 'everyone' });
  await press('Continue');
  await press('Continue', contact);
  await press('Send report');
  return numberIn(answer);
}

/** The number in an answer; empty when it has none. */
export const numberIn = (answer: InvokeAnswer): string => /(?:OUT|REQ)-\d+/.exec(textOf(answer))?.[0] ?? '';

type Execute = { readonly verb: string; readonly data: Record<string, unknown> };

function executeIn(answer: InvokeAnswer, title: string): Execute {
  const found: Execute[] = [];
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const one = value as Partial<Execute> & { type?: string; title?: string };
    if (one.type === 'Action.Execute' && one.title === title) found.push({ verb: one.verb ?? '', data: one.data ?? {} });
    Object.values(value).forEach(look);
  };
  look(answer.value);
  const [first] = found;
  if (!first) throw new Error(`the answer has no button "${title}": ${textOf(answer).slice(0, 300)}`);
  return first;
}
