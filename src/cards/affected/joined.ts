/** For somebody who joined an outage: its card without the reporter's buttons, and the form for their phone number. */
import { isOpen, type Joined, type Outage, outageName } from '../../outage/types/outage.ts';
import { FIELDS } from '../../report/fields.ts';
import type { Card } from '../base/card.ts';
import { button, dataOf } from '../base/verbs.ts';
import { type AnswerView, answer } from '../layouts/answer.ts';
import { type FilledForm, formAboutOutage, textField } from '../outage/form.ts';
import { type Clock, nextLines, type OutageView } from '../outage/next-lines.ts';
import { forOthers, stateText } from '../outage/outage.ts';
import { asName, readersClock } from '../text.ts';

/** `own`: whether only they read it. Otherwise it shows the number, the state and the environment, and no more. */
export function joinedCard(
  view: OutageView,
  joined: Joined,
  { own, hint = '' }: { readonly own?: boolean; readonly hint?: string } = {},
): Card {
  const { outage, words, now } = view;
  const isPrivate = own ?? joined.origin.kind === 'personal';
  const when: Clock = isPrivate ? (at) => words.formats.clock(at, joined.contact.timeZone, now) : (at) => readersClock(at, now);
  const say = words.affected.joined;
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
      ...(outage.state === 'merged'
        ? [words.progress.next.merged(outageName(outage.into))]
        : nextLines({ ...view, when, reporter: false })),
      ...(noPhone ? [say.noPhone] : []),
    ],
    actions: [
      ...(noPhone ? [button(say.addPhone, 'join-phone-form', dataOf(outage))] : []),
      // After a merge they hear of the other outage.
      ...(open || outage.state === 'merged' ? [button(say.leave, 'join-leave', dataOf(outage))] : []),
    ],
  });
}

export function joinPhoneForm(view: FilledForm): Card {
  const { phone, example, ...form } = view.words.affected.phoneForm;
  const fields = [textField(view, 'phone', phone, { limit: FIELDS.phone.limit, multiline: false, placeholder: example })];
  return formAboutOutage(view, form, { send: 'join-phone', back: 'join-show', fields });
}

export function leftCard(view: AnswerView, outage: Outage): Card {
  const { left, leftText } = view.words.affected.joined;
  return answer(view, {
    heading: left(outageName(outage)),
    lines: [leftText],
    actions: [button(view.words.look.help.report, 'report-open')],
  });
}
