/** What can be typed and pressed. */
import type { Card } from '../base/card.ts';
import { button } from '../base/verbs.ts';
import { type AnswerView, answer } from '../layouts/answer.ts';

/** `help`: a line for each command. `unknown`: what the person typed is no command. */
export function helpCard(view: AnswerView, help: readonly string[], options: { unknown: boolean }): Card {
  const { words } = view;
  return answer(view, {
    heading: words.look.help.heading,
    lines: [options.unknown ? words.look.help.youSaid : words.look.help.text, ...help],
    actions: [button(words.look.help.report, 'report-open', {}, 'positive')],
  });
}
