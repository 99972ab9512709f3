/** The forms that end an outage or open it again: an engineer's, and the reporter's. */
import { outageName } from '../../outage/types/numbers.ts';
import type { Card } from '../base/card.ts';
import { choicesOf } from '../base/inputs.ts';
import type { Verb } from '../base/verbs.ts';
import { choiceField, type FilledForm, type FormView, formAboutOutage, formWithText, textField } from '../outage/form.ts';
import { asName, quoted, readersClock, shorten } from '../text.ts';

/** With more outages open than these, the number is typed. */
export const MOST_TO_CHOOSE = 12;
const LONGEST_TITLE = 120;
const LONGEST_NUMBER = 20;

export const resolveForm = (view: FilledForm): Card => formWithText(view, 'text', view.words.ending.resolveForm, 'outage-resolve');
export const reopenForm = (view: FilledForm): Card => formWithText(view, 'reason', view.words.ending.reopen, 'outage-reopen');

/** Both promises stand on it, so that nobody transfers without knowing what the reporter will read. */
export function transferForm(view: FormView): Card {
  const { outage, desk, words, now } = view;
  const { team, reason, example, promise, promised, ...form } = words.ending.transfer;
  const { duration } = words.formats;
  const plan = outage && desk.planOf(outage.report.project.id);
  return formAboutOutage(view, form, {
    send: 'outage-transfer',
    back: 'outage-show',
    lines: [
      ...(outage ? [promised(duration(outage.ladder.acknowledgeWithinMs), readersClock(outage.acknowledgeBy, now))] : []),
      ...(plan ? [promise(asName(plan.name), duration(plan.replyWithinMs))] : []),
    ],
    fields: [choiceField(view, 'team', team, choicesOf(desk.teams)), textField(view, 'reason', reason, { placeholder: example })],
  });
}

/** Some clients read a choice as Markdown, so the titles stand above it. */
export function mergeForm(view: FormView): Card {
  const { number, example, open: openToo, ...form } = view.words.ending.merge;
  const { open } = view;
  const choices = open.map((one) => ({
    title: view.words.formats.list([outageName(one), asName(one.report.project.name)]),
    value: String(one.number),
  }));
  return formAboutOutage(view, form, {
    send: 'outage-merge',
    back: 'outage-show',
    lines: open.length > 0 ? [openToo] : [],
    quotes: open.map((one) => `${outageName(one)}: ${quoted(shorten(one.report.title, LONGEST_TITLE))}`),
    fields: [
      open.length > 0
        ? choiceField(view, 'number', number, choices)
        : textField(view, 'number', number, { limit: LONGEST_NUMBER, multiline: false, placeholder: example }),
    ],
  });
}

/** The longest reason that a reporter's form takes, in characters. */
export const MAX_REASON_LENGTH = 1000;

function reasonForm(view: FilledForm, which: 'withdraw' | 'object' | 'stillDown', send: Verb): Card {
  const options = { back: 'reporter-show', unknown: '', limit: MAX_REASON_LENGTH } as const;
  return formWithText(view, 'reason', view.words.ending.reporter[which], send, options);
}

export const withdrawForm = (view: FilledForm): Card => reasonForm(view, 'withdraw', 'reporter-withdraw');
export const objectForm = (view: FilledForm): Card => reasonForm(view, 'object', 'reporter-object');
export const stillDownForm = (view: FilledForm): Card => reasonForm(view, 'stillDown', 'reporter-still-down');
