/** The report of a drill: what came when, and what did not arrive. */
import { readKey } from '../../outage/notices.ts';
import { outageName } from '../../outage/types/numbers.ts';
import type { DrillDelivery } from '../../outage/types/outage.ts';
import type { Fact } from '../base/facts.ts';
import { destinationIn, type EventOf, type News, type NewsView } from '../news/news.ts';
import { shorten } from '../text/fit.ts';
import { oneLine } from '../text/safe.ts';

const MOST_ROWS = 20;
const LONGEST_REASON = 120;
/** Sooner is not told in seconds. */
const AT_ONCE_MS = 1_500;

type Line = { readonly at: string; readonly text: string; readonly arrived: boolean };

export function drillEnded(view: NewsView, { came }: EventOf<'drill-ended'>): News {
  const { outage, words } = view;
  const lines = came.flatMap((one) => lineOf(one, view));
  const missing = lines.filter(({ arrived }) => !arrived);
  // What did not arrive is what a drill is for: it stands first.
  const shown = [...missing, ...lines.filter(({ arrived }) => arrived)].slice(0, MOST_ROWS);
  return {
    heading: words.drill.ended(outageName(outage)),
    lines: [missing.length === 0 ? words.drill.all : words.drill.missing(missing.length), words.drill.times],
    facts: shown.map(({ at, text }): Fact => ({ label: at, lines: [text] })),
  };
}

/** Edits of cards are no messages that anybody waits for. */
function lineOf({ key, storedAt, arrivedAt, error }: DrillDelivery, { outage, events, words }: NewsView): Line[] {
  const told = readKey(key, outage.id);
  const event = told && events[told.seq - 1];
  if (!event || told.kind === 'state') return [];
  const what = words.alarm.setAside.message[event.type];
  const where = destinationIn(outage, told.destination, words);
  const at = words.drill.after(words.formats.duration(event.at - outage.reportedAt));
  if (arrivedAt === null) {
    const why = error === null ? words.drill.waits : shorten(oneLine(error), LONGEST_REASON);
    return [{ at, text: words.drill.failed(what, where, why), arrived: false }];
  }
  const late = arrivedAt - storedAt;
  const text = late < AT_ONCE_MS ? words.drill.atOnce(what, where) : words.drill.arrived(what, where, words.formats.duration(late));
  return [{ at, text, arrived: true }];
}
