/** Reminds a person, in their own chat, of a report that was begun and not sent. */
import type { Instant } from '../../outage/types/person.ts';
import type { Draft } from '../../report/draft.ts';
import { zoneOf } from '../../report/steps/details.ts';
import type { Card } from '../base/card.ts';
import { button } from '../base/verbs.ts';
import { type AnswerView, answer } from '../layouts/answer.ts';
import { shorten } from '../text/fit.ts';
import { plain } from '../text/safe.ts';
import { draftData } from './steps/step-frame.ts';

/** Says whether an outage or a request is not known to anybody yet. */
export const nudgeHeading = ({ words }: Pick<AnswerView, 'words'>, { kind }: Draft): string =>
  kind === 'request' ? words.request.unsent.nudge : words.report.nudge.heading;

/** `complete`: the report can be sent as it is. */
export function nudgeCard(view: AnswerView, draft: Draft, { complete, now }: { complete: boolean; now: Instant }): Card {
  const { report, request } = view.words;
  const { nudge } = report;
  const isRequest = draft.kind === 'request';
  const title = shorten(plain(draft.entered.title ?? ''), 80);
  return answer(view, {
    heading: nudgeHeading(view, draft),
    lines: [
      nudge.nobody,
      nudge.text(title, view.words.formats.clock(draft.startedAt, zoneOf(draft.entered), now)),
      complete ? nudge.complete : nudge.missing,
      ...(isRequest ? [request.next.ifOutage] : []),
      nudge.kept,
    ],
    actions: [
      button(nudge.goOn, 'report-stay', draftData(draft, draft.step), complete ? 'default' : 'positive'),
      ...(complete ? [button(isRequest ? request.exit.send : nudge.send, 'report-done', draftData(draft, 'review'), 'positive')] : []),
    ],
  });
}
