/** Short answers to one person, such as help, a denial, or a report that was begun. */
import type { Desk } from '../../desk/desk.ts';
import { phonesFor } from '../../desk/phones.ts';
import { outageName } from '../../outage/types/numbers.ts';
import type { Outage } from '../../outage/types/outage.ts';
import type { Instant } from '../../outage/types/person.ts';
import type { Draft } from '../../report/draft.ts';
import { zoneOf } from '../../report/steps/details.ts';
import type { Words } from '../../words/words.ts';
import { type Card, template } from '../base/card.ts';
import { type Button, button, dataOf, type Link } from '../base/verbs.ts';
import { draftData } from '../report/steps/step-frame.ts';
import { shorten } from '../text/fit.ts';
import { asName, plain } from '../text/safe.ts';
import answerTemplate from './answer.json' with { type: 'json' };

const expand = template(answerTemplate);

/** `timeZone`: of the reader, whose region's phone number comes first. Without it the numbers are in the order of the desk file. */
export type AnswerView = { readonly desk: Desk; readonly words: Words; readonly timeZone?: string };
type Answer = {
  readonly heading: string;
  readonly lines: readonly string[];
  readonly actions?: readonly (Button | Link)[];
  readonly phones?: boolean;
};

/** `phones`: false leaves out the phone numbers. An answer has them unless it says otherwise, because it may be all that a person sees. */
export function answer({ desk, words, timeZone = '' }: AnswerView, { heading, lines, actions = [], phones = true }: Answer): Card {
  return expand(words, {
    heading,
    lines,
    phones: phones ? words.phones(phonesFor(desk.file.desk.phones, timeZone)) : '',
    fallbackText: [heading, ...lines].join(' '),
    actions,
  });
}

/** `help`: a line for each command. `unknown`: what the person typed is no command. */
export function helpCard(view: AnswerView, help: readonly string[], options: { unknown: boolean }): Card {
  const { words } = view;
  return answer(view, {
    heading: words.help.heading,
    lines: [options.unknown ? words.help.youSaid : words.help.text, ...help],
    actions: [button(words.help.report, 'report-open', {}, 'positive')],
  });
}

/** A sentence as a card. */
export const sentenceCard = (view: AnswerView, heading: string, lines: readonly string[] = []): Card => answer(view, { heading, lines });

/** Asks an engineer whose words may or may not have been an acknowledgement. */
export function questionCard(view: AnswerView, outage: Outage): Card {
  const { words } = view;
  const { doYouTake, doYouTakeText } = words.engineer.say;
  return answer(view, {
    heading: doYouTake(outageName(outage)),
    lines: [doYouTakeText],
    actions: [button(words.desk.acknowledge, 'outage-acknowledge', dataOf(outage), 'positive')],
    phones: false,
  });
}

/** For somebody who has begun a report and asks for another: nothing that was typed is dropped without asking. */
export function resumeCard(view: AnswerView, draft: Draft, now: Instant): Card {
  const { words } = view;
  const title = shorten(plain(draft.entered.title ?? ''), 80);
  const data = draftData(draft, draft.step);
  const isRequest = draft.kind === 'request';
  return answer(view, {
    heading: isRequest ? words.request.unsent.resume : words.resume.heading,
    lines: [
      words.resume.text(title, words.formats.clock(draft.startedAt, zoneOf(draft.entered), now)),
      ...(isRequest ? [words.request.unsent.resumeText] : []),
    ],
    actions: [button(words.resume.goOn, 'report-stay', data, 'positive'), button(words.resume.startOver, 'report-start-over', data)],
  });
}

/** What everybody in a group sees while one of them reports. What is entered is shown to the reporter alone. */
export function publicReportCard(view: AnswerView, draft: Draft, { begun = false }: { begun?: boolean } = {}): Card {
  const { words } = view;
  const name = asName(draft.person.name);
  const data = draftData(draft, draft.step);
  return answer(view, {
    heading: draft.kind === 'request' ? words.request.unsent.inCompany(name) : words.publicReport.heading(name),
    lines: [words.publicReport.text(plain(draft.person.name))],
    actions: [
      button(words.publicReport.go, 'report-stay', data, 'positive'),
      ...(begun ? [button(words.resume.startOver, 'report-start-over', data)] : []),
    ],
  });
}

export const cancelledCard = (view: AnswerView): Card =>
  answer(view, { heading: view.words.exit.cancelled, lines: [], actions: [button(view.words.help.report, 'report-open')] });
