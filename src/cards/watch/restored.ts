/** Tells the desk's channel, once after a restore, which time has no records, and which outages are open. */
import { type Outage, outageName } from '../../outage/types/outage.ts';
import type { Instant, Person } from '../../outage/types/values.ts';
import type { Words } from '../../words/words.ts';
import type { Card } from '../base/card.ts';
import { drawMessage } from '../layouts/message.ts';
import { stateText } from '../outage/outage.ts';
import { firstOf, mentionAll, quoted, readersClock } from '../text.ts';

const MOST_LISTED = 20;

export function restoredCard(view: { to: Instant; open: readonly Outage[]; onCall: readonly Person[]; now: Instant; words: Words }): Card {
  const { to, open, now, words } = view;
  const { restored } = words.watch;
  const when = readersClock(to, now);
  const listed = open.map((outage) => `${outageName(outage)}: ${stateText(outage, words)}. ${quoted(outage.report.title)}`);
  const lines = [
    restored.text,
    restored.gone(when),
    open.length === 0 ? restored.noneOpen : restored.open(open.length),
    ...firstOf(listed, MOST_LISTED, restored.more),
  ];
  const heading = restored.heading(when);
  return drawMessage(words, {
    style: 'attention',
    heading,
    mentions: mentionAll(view.onCall, words.desk.onCall, words),
    lines,
    fallbackText: `${heading}. ${lines.join(' ')}`,
  });
}
