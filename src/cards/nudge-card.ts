/** A report that was begun and not sent, in its person's own chat. */
import type { Instant } from '../outage/outage.ts';
import type { Draft } from '../report/draft.ts';
import { zoneOf } from '../report/steps/details.ts';
import { type AnswerView, answer } from './answer-card.ts';
import type { Card } from './card.ts';
import { pressOf } from './step-frame.ts';
import { clock, plain, shorten } from './text.ts';
import { button } from './verbs.ts';

/** `complete`: it can be sent as it is. */
export function nudgeCard(view: AnswerView, draft: Draft, { complete, now }: { complete: boolean; now: Instant }): Card {
  const { nudge, request } = view.words;
  const title = shorten(plain(draft.entered.title ?? ''), 80);
  const send = draft.kind === 'request' ? request.exit.send : nudge.send;
  return answer(view, {
    heading: nudge.heading,
    lines: [
      nudge.nobody,
      nudge.text(title, clock(draft.startedAt, zoneOf(draft.entered), now)),
      complete ? nudge.complete : nudge.missing,
      nudge.kept,
    ],
    actions: [
      button(nudge.goOn, 'report-stay', pressOf(draft, draft.step), complete ? 'default' : 'positive'),
      ...(complete ? [button(send, 'report-done', pressOf(draft, 'review'), 'positive')] : []),
    ],
  });
}
