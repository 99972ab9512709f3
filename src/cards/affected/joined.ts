/** What somebody sees who joined an outage: its card without the reporter's powers, and the form for their phone number. */
import type { Joined } from '../../outage/types/affected.ts';
import { outageName } from '../../outage/types/numbers.ts';
import { isOpen, type Outage } from '../../outage/types/outage.ts';
import { FIELD_LIMITS } from '../../report/draft.ts';
import type { AnswerView } from '../base/answer.ts';
import { answer } from '../base/answer.ts';
import { type Card, template } from '../base/card.ts';
import { button } from '../base/verbs.ts';
import formTemplate from '../forms/desk-form.json' with { type: 'json' };
import { type FormView, headingOf } from '../forms/form-view.ts';
import { dataOf } from '../outage/desk-buttons.ts';
import { type Clock, nextLines } from '../outage/next-lines.ts';
import { forOthers, type OutageView, stateText } from '../outage/outage.ts';
import { clock, readersClock } from '../text/clock.ts';
import { asName, forInput } from '../text/safe.ts';

const expandForm = template(formTemplate);

/** `own`: whether they alone read it; in company it says no more than the number, the state and where. */
export function joinedCard(
  view: OutageView,
  joined: Joined,
  { own, hint = '' }: { readonly own?: boolean; readonly hint?: string } = {},
): Card {
  const { outage, words, now } = view;
  const isPrivate = own ?? joined.origin.kind === 'personal';
  const when: Clock = isPrivate ? (at) => clock(at, joined.contact.timeZone, now) : (at) => readersClock(at, now);
  const say = words.joining.joined;
  const name = outageName(outage);
  const open = isOpen(outage);
  const noPhone = isPrivate && open && joined.contact.phone === '';
  return forOthers(view, {
    heading: isPrivate ? words.desk.heading(name, stateText(outage, words)) : say.inCompany(name, asName(joined.person.name)),
    when,
    showText: isPrivate,
    reporter: false,
    hint,
    next: [
      ...(isPrivate ? [say.since(when(joined.at))] : []),
      ...(outage.state === 'merged' ? [words.life.next.merged(outageName(outage.into))] : nextLines({ ...view, when, reporter: false })),
      ...(noPhone ? [say.noPhone] : []),
    ],
    actions: [
      ...(noPhone ? [button(say.addPhone, 'join-phone-form', dataOf(outage))] : []),
      // Who goes with it into another one still hears of it.
      ...(open || outage.state === 'merged' ? [button(say.leave, 'join-leave', dataOf(outage))] : []),
    ],
  });
}

export function joinPhoneForm(view: Omit<FormView, 'desk' | 'now' | 'open'>): Card {
  const { target, words, filled, errors, hint } = view;
  const form = words.joining.phoneForm;
  const heading = headingOf(view, form);
  const limit = FIELD_LIMITS.phone;
  const value = forInput(filled.phone ?? '', limit);
  const field = { id: 'phone', label: form.phone, value, error: errors.phone ?? '', limit, clientError: words.report.clientError };
  return expandForm({
    heading,
    fallbackText: heading,
    fix: hint,
    lines: [],
    typed: [],
    fields: [{ ...field, kind: 'text', choices: [], style: '', hint: form.example, multiline: false }],
    audience: form.audience,
    actions: [button(form.send, 'join-phone', target, 'positive'), button(words.report.back, 'join-show', target)],
  });
}

export function leftCard(view: AnswerView, outage: Outage): Card {
  const { left, leftText } = view.words.joining.joined;
  return answer(view, {
    heading: left(outageName(outage)),
    lines: [leftText],
    actions: [button(view.words.help.report, 'report-open')],
  });
}
