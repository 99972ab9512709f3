/** What came while somebody who follows had quiet hours, as one message: a row for each outage, with how it is now, as its audience reads it. */
import type { Desk } from '../../desk/desk.ts';
import { audienceAt } from '../../outage/destinations.ts';
import { eventOf, type OutageEvent } from '../../outage/events.ts';
import type { Notice } from '../../outage/notices.ts';
import { type Outage, outageName } from '../../outage/types/outage.ts';
import type { Instant } from '../../outage/types/values.ts';
import type { Words } from '../../words/words.ts';
import { forAudience, headlineFor } from '../base/audience.ts';
import type { Drawn } from '../base/card.ts';
import { drawMessage } from '../layouts/layouts.ts';
import { newsOf } from '../news/told.ts';
import { stateText } from '../outage/outage.ts';
import { lookOf } from '../outage/stages.ts';
import { firstOf, quoted, shorten } from '../text.ts';

/** So many outages have a row of their own, and so many news stand in each, the latest ones. */
const MOST_ROWS = 10;
const MOST_NEWS = 4;
const LONGEST_QUOTE = 200;

type Heard = { readonly notice: Notice; readonly recorded: { readonly outage: Outage; readonly events: readonly OutageEvent[] } };

export function drawHeard(items: readonly Heard[], desk: Desk, { now, words }: { readonly now: Instant; readonly words: Words }): Drawn {
  const { heading: say, more, others } = words.follow.heard;
  const rows = [...Map.groupBy(items, ({ notice }) => notice.outageId).values()];
  const viewOf = ({ notice, recorded: { outage, events } }: Heard) => {
    const { destination } = notice;
    const audience = audienceAt(destination, outage);
    const view = { outage, events, event: eventOf(notice, events), destination, desk, words, now, unknownSince: null };
    return { ...forAudience(view, audience), audience };
  };
  const said = (item: Heard) => {
    const { heading, by, quote = [] } = newsOf(viewOf(item));
    return words.formats.sentences([heading, by, quote.length > 0 ? quoted(shorten(quote.join(' '), LONGEST_QUOTE), words) : '']);
  };
  const facts = rows.slice(0, MOST_ROWS).flatMap((some) => {
    const last = some.at(-1);
    if (!last) return [];
    const { outage, audience, words: theirs } = viewOf(last);
    const lines = firstOf(some.map(said).toReversed(), MOST_NEWS, more);
    return [
      {
        label: `${lookOf(outage).sign} ${outageName(outage)}`,
        lines: [words.formats.joined([headlineFor(outage, audience, words), words.formats.sentence(stateText(outage, theirs))]), ...lines],
      },
    ];
  });
  const heading = say(items.length);
  const left = rows.length - MOST_ROWS;
  const lines = left > 0 ? [others(left)] : [];
  const names = rows.flatMap(([first]) => (first ? [outageName(first.recorded.outage)] : []));
  const fallbackText = words.formats.sentence(words.formats.pair(heading, words.formats.list(names)));
  return { card: drawMessage(words, { style: 'emphasis', heading, lines, facts, fallbackText }), summary: fallbackText };
}
