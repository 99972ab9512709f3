/** The dialog of "Report an outage": where the report continues, or why it does not. A dialog runs Action.Submit only. */
import type { Card } from '../base/card.ts';
import type { Link } from '../base/verbs.ts';
import { type AnswerView, answer } from '../layouts/answer.ts';

type Submit = { readonly type: 'Action.Submit'; readonly title: string; readonly data: object };

export function begunElsewhereCard(view: AnswerView, { quoted }: { readonly quoted: boolean }): Card {
  const say = view.words.report.fromMessage;
  return answer(view, { heading: quoted ? say.begun : say.waits, lines: [say.where, quoted ? say.withIt : say.withoutIt] });
}

/** The person has to add the app, and then tries again with one tap. */
export function notInstalledCard(view: AnswerView): Card {
  const say = view.words.report.fromMessage;
  return { ...answer(view, { heading: say.notInstalled, lines: [say.install, say.kept] }), actions: [again(say.again)] };
}

export function unsureCard(view: AnswerView): Card {
  const say = view.words.report.fromMessage;
  return { ...answer(view, { heading: say.unsure, lines: [say.unsureText] }), actions: [again(say.again)] };
}

const again = (title: string): Submit => ({ type: 'Action.Submit', title, data: {} });

/** A card of a chat, without the buttons that a dialog does not run. */
export const forDialog = (card: Card): Card => ({
  ...card,
  ...(Array.isArray(card.actions) ? { actions: (card.actions as { type: string }[]).filter(isLink) } : {}),
});
const isLink = (action: { type: string }): action is Link => action.type === 'Action.OpenUrl';
