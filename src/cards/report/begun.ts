/** A report that was begun: going on with it, a reminder of it, what others in a group see of it, that it was cancelled, and the dialog of "Report an outage". */
import type { Instant } from '../../outage/types/values.ts';
import type { Draft } from '../../report/draft.ts';
import { zoneOf } from '../../report/steps/details.ts';
import type { Words } from '../../words/words.ts';
import type { Card } from '../base/card.ts';
import { button, type Link } from '../base/verbs.ts';
import { type AnswerView, answer } from '../layouts/layouts.ts';
import { asName, plain, shorten } from '../text.ts';
import { draftData } from './steps/step-frame.ts';

/** What was begun, and when. */
function begunLine({ words }: Pick<AnswerView, 'words'>, { entered, startedAt }: Draft, now: Instant): string {
  const title = shorten(plain(entered.title ?? ''), 80);
  return words.report.resume.text(title, words.formats.clock(startedAt, zoneOf(entered), now));
}

/** What leads a list of outages for somebody whose report is in none, because it was not sent. */
export const begunLead = (words: Words, draft: Draft, now: Instant) => ({
  heading: draft.kind === 'request' ? words.request.unsent.resume : words.report.resume.heading,
  line: begunLine({ words }, draft, now),
  actions: [button(words.report.resume.goOn, 'report-stay', draftData(draft, draft.step), 'positive')],
});

/** For somebody who has begun a report and asks for another, or writes beside it. `said`: what became of what they wrote. */
export function resumeCard(view: AnswerView, draft: Draft, now: Instant, said = ''): Card {
  const { words } = view;
  const data = draftData(draft, draft.step);
  const isRequest = draft.kind === 'request';
  return answer(view, {
    heading: isRequest ? words.request.unsent.resume : words.report.resume.heading,
    lines: [...(said ? [said] : []), begunLine(view, draft, now), ...(isRequest ? [words.request.unsent.resumeText] : [])],
    actions: [
      button(words.report.resume.goOn, 'report-stay', data, 'positive'),
      button(words.report.resume.startOver, 'report-start-over', data),
    ],
  });
}

/** What everybody in a group sees while one of them reports. What is entered is shown to the reporter alone. */
export function publicReportCard(
  view: AnswerView,
  draft: Draft,
  { begun = false, said = '' }: { begun?: boolean; said?: string } = {},
): Card {
  const { words } = view;
  const name = asName(draft.person.name);
  const data = draftData(draft, draft.step);
  return answer(view, {
    heading: draft.kind === 'request' ? words.request.unsent.inCompany(name) : words.report.public.heading(name),
    lines: [words.report.public.text(plain(draft.person.name)), ...(said ? [said] : [])],
    actions: [
      button(words.report.public.go, 'report-stay', data, 'positive'),
      ...(begun ? [button(words.report.resume.startOver, 'report-start-over', data)] : []),
    ],
  });
}

export const cancelledCard = (view: AnswerView, isMaintenance = false): Card =>
  answer(view, {
    heading: isMaintenance ? view.words.maintenance.notSent : view.words.report.exit.cancelled,
    lines: [],
    actions: [button(view.words.look.help.report, 'report-open')],
  });

/** Says whether an outage or a request is not known to anybody yet. */
export const draftReminderHeading = ({ words }: Pick<AnswerView, 'words'>, { kind }: Draft): string =>
  kind === 'request' ? words.request.unsent.nudge : words.report.nudge.heading;

/** `complete`: the report can be sent as it is. */
export function draftReminderCard(view: AnswerView, draft: Draft, { complete, now }: { complete: boolean; now: Instant }): Card {
  const { report, request } = view.words;
  const { nudge } = report;
  const isRequest = draft.kind === 'request';
  return answer(view, {
    heading: draftReminderHeading(view, draft),
    lines: [
      nudge.nobody,
      begunLine(view, draft, now),
      complete ? nudge.complete : nudge.missing,
      ...(isRequest ? [request.next.ifOutage] : []),
      nudge.kept,
    ],
    actions: [
      button(nudge.goOn, 'report-stay', draftData(draft, draft.step), complete ? 'default' : 'positive'),
      ...(complete ? [button(isRequest ? request.done : report.done, 'report-done', draftData(draft, 'review'), 'positive')] : []),
    ],
  });
}

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
