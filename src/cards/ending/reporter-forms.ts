/** The forms of a reporter who withdraws a report, objects to a transfer, or says that it is still down. */
import type { Card } from '../base/card.ts';
import type { Verb } from '../base/verbs.ts';
import { type FilledForm, formAboutOutage, textField } from '../outage/form.ts';

/** The longest reason that a reporter's form takes, in characters. */
export const MAX_REASON_LENGTH = 1000;

const reasonForm = (view: FilledForm, which: 'withdraw' | 'object' | 'stillDown', send: Verb): Card => {
  const { reason, example, ...form } = view.words.ending.reporter[which];
  const fields = [textField(view, 'reason', reason, { limit: MAX_REASON_LENGTH, placeholder: example })];
  return formAboutOutage(view, form, { send, back: 'reporter-show', unknown: '', fields });
};

export const withdrawForm = (view: FilledForm): Card => reasonForm(view, 'withdraw', 'reporter-withdraw');
export const objectForm = (view: FilledForm): Card => reasonForm(view, 'object', 'reporter-object');
export const stillDownForm = (view: FilledForm): Card => reasonForm(view, 'stillDown', 'reporter-still-down');
