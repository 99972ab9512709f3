/** The report of a drill: when each message arrived, and which did not. */
import { readKey } from '../../outage/notices.ts';
import { type DrillDelivery, outageName } from '../../outage/types/outage.ts';
import type { Fact } from '../base/facts.ts';
import { destinationIn, type News, type NewsView } from '../news/news.ts';
import { oneLine, shorten } from '../text.ts';

const MOST_ROWS = 20;
const LONGEST_REASON = 120;
/** A message that arrives sooner counts as arrived at once. */
const AT_ONCE_MS = 1_500;

type Line = { readonly at: string; readonly text: string; readonly arrived: boolean };

export function drillEnded(view: NewsView<'drill-ended'>): News {
  const { outage, event, words } = view;
  const lines = event.came.flatMap((one) => lineOf(one, view));
  const missing = lines.filter(({ arrived }) => !arrived);
  // A drill is there to find the messages that do not arrive, so they stand first.
  const shown = [...missing, ...lines.filter(({ arrived }) => arrived)].slice(0, MOST_ROWS);
  return {
    heading: words.watch.drill.ended(outageName(outage)),
    lines: [missing.length === 0 ? words.watch.drill.all : words.watch.drill.missing(missing.length), words.watch.drill.times],
    facts: shown.map(({ at, text }): Fact => ({ label: at, lines: [text] })),
  };
}

/** Empty for the edit of a card: nobody waits for it. */
function lineOf({ key, storedAt, arrivedAt, error }: DrillDelivery, { outage, events, words }: NewsView): Line[] {
  const parsed = readKey(key, outage.id);
  const event = parsed && events[parsed.seq - 1];
  if (!event || parsed.kind === 'state') return [];
  const what = words.watch.alarm.setAside.message[event.type];
  const where = destinationIn(outage, parsed.destination, words);
  const at = words.watch.drill.after(words.formats.duration(event.at - outage.reportedAt));
  if (arrivedAt === null) {
    const why = error === null ? words.watch.drill.waits : shorten(oneLine(error), LONGEST_REASON);
    return [{ at, text: words.watch.drill.failed(what, where, why), arrived: false }];
  }
  const late = arrivedAt - storedAt;
  const text =
    late < AT_ONCE_MS ? words.watch.drill.atOnce(what, where) : words.watch.drill.arrived(what, where, words.formats.duration(late));
  return [{ at, text, arrived: true }];
}
