/** The form in which an engineer answers a request. */
import type { Card } from './card.ts';
import { type DeskFormView, deskForm } from './desk-forms.ts';

export function answerForm(view: DeskFormView): Card {
  const { text, example, ...form } = view.words.request.answer;
  return deskForm(view, { ...form, verb: 'request-answer', fields: [{ id: 'text', label: text, example }] });
}
