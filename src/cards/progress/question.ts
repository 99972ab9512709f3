/** The question whether somebody acknowledges an outage. */
import { outageName } from '../../outage/types/numbers.ts';
import type { Outage } from '../../outage/types/outage.ts';
import type { Card } from '../base/card.ts';
import { button, dataOf } from '../base/verbs.ts';
import { type AnswerView, answer } from '../layouts/answer.ts';

/** Asks an engineer whose words may or may not have been an acknowledgement. */
export function questionCard(view: AnswerView, outage: Outage): Card {
  const { words } = view;
  const { doYouTake, doYouTakeText } = words.ownership.say;
  return answer(view, {
    heading: doYouTake(outageName(outage)),
    lines: [doYouTakeText],
    actions: [button(words.desk.acknowledge, 'outage-acknowledge', dataOf(outage), 'positive')],
    phones: false,
  });
}
