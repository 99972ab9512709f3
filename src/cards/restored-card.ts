/** What the desk's channel hears once after a restore: since when nothing is known, and which outages go on. */
import { type Instant, type Outage, outageName } from '../outage/outage.ts';
import type { Words } from '../words/words.ts';
import { type Card, template } from './card.ts';
import { stateText } from './outage-cards.ts';
import newsTemplate from './templates/news.json' with { type: 'json' };
import { oneLine, readersClock } from './text.ts';

const expand = template(newsTemplate);
const MOST_LISTED = 20;

export function restoredCard({ to, open, now, words }: { to: Instant; open: readonly Outage[]; now: Instant; words: Words }): Card {
  const { restored } = words;
  const when = readersClock(to, now);
  const listed = open.slice(0, MOST_LISTED);
  const lines = [
    restored.text,
    restored.gone(when),
    open.length === 0 ? restored.noneOpen : restored.open(open.length),
    ...listed.map((outage) => `${outageName(outage)}: ${stateText(outage, words)}. ${oneLine(outage.report.title)}`),
    ...(open.length > listed.length ? [restored.more(open.length - listed.length)] : []),
  ];
  const heading = restored.heading(when);
  return expand({
    style: 'attention',
    heading,
    subheading: '',
    mentionLines: [],
    lines,
    facts: [],
    fallbackText: `${heading}. ${lines.join(' ')}`,
    actions: [],
  });
}
