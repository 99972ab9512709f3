/** What changed since somebody looked last, as far as they may read it: in a few lines, the newest first. */
import { type Outage, outageName } from '../../outage/types/outage.ts';
import type { Instant } from '../../outage/types/values.ts';
import type { Words } from '../../words/words.ts';
import type { Card } from '../base/card.ts';
import { drawMessage } from '../layouts/layouts.ts';
import { stateText } from '../outage/outage.ts';
import { lookOf } from '../outage/stages.ts';
import { clockIn, quoted } from '../text.ts';
import { readBy, rowOf, type TimelineView, timeOf } from './timeline.ts';

const MOST_LINES = 5;

/** `seen`: the version that they saw last, and when. null: they have never looked. */
export type CatchUpView = TimelineView & { readonly seen: { readonly version: number; readonly at: Instant } | null };

/** Each kind of change once, by its last event. Whoever never looked reads the present state elsewhere, and no history. */
function changesIn(view: CatchUpView) {
  const { words, seen } = view;
  const say = words.look.catchUp;
  const changed = seen ? readBy(view).filter(({ seq }) => seq > seen.version) : [];
  const kinds = [...Map.groupBy(changed.toReversed(), ({ event }) => event.type).values()];
  return kinds.flatMap((events) => {
    const [last] = events;
    if (!last) return [];
    const { at, before, who, what } = rowOf(last.event, null, view);
    const text = `${before}${who}${what}`;
    const several = last.event.type === 'updated' ? say.updates : say.several;
    const when = timeOf(at, view);
    return [{ at, count: events.length, text: events.length > 1 ? several(events.length, when, text) : say.change(when, text) }];
  });
}

/** The lines, and how many changes they leave out. Empty: nothing is new, or they never looked. */
export function changeLines(view: CatchUpView, most = MOST_LINES): readonly string[] {
  const { seen, words, outage, now, zone } = view;
  const say = words.look.catchUp;
  const changes = changesIn(view);
  if (!seen || changes.length === 0) return [];
  const left = changes.slice(most).reduce((sum, { count }) => sum + count, 0);
  return [
    say.since(clockIn(words, now, zone)(seen.at)),
    ...changes.slice(0, most).map(({ text }) => text),
    ...(left > 0 ? [say.earlier(left, outageName(outage))] : []),
  ];
}

/** Of one outage. */
export function catchUpCard(view: CatchUpView): Card {
  const { outage, words, seen, now, zone } = view;
  const say = words.look.catchUp;
  const when = clockIn(words, now, zone);
  const lines = changeLines(view);
  const heading = words.desk.heading(outageName(outage), stateText(outage, words));
  const nothing = seen ? say.nothing(when(seen.at)) : say.never;
  return drawMessage(words, {
    ...lookOf(outage),
    heading,
    subheading: quoted(outage.report.title, words),
    lines: [...(lines.length > 0 ? lines : [nothing]), say.more(outageName(outage))],
    fallbackText: words.formats.sentence(heading),
  });
}

type Changed = { readonly outage: Outage; readonly at: Instant; readonly line: string };

/** One line of an outage: how it stands now, and its newest change. null: nothing is new to them. */
export function changedIn(view: CatchUpView): Changed | null {
  const { outage, words, seen } = view;
  const [newest] = changesIn(view);
  if (seen && !newest) return null;
  const at = newest?.at ?? outage.lastChange.at;
  const state = words.desk.heading(outageName(outage), stateText(outage, words));
  return { outage, at, line: words.formats.sentences([state, newest?.text ?? quoted(outage.report.title, words)]) };
}

/** Those of which a card for several has a line. */
export const shownIn = (changed: readonly Changed[]): readonly Changed[] =>
  changed.toSorted((one, other) => other.at - one.at || other.outage.number - one.outage.number).slice(0, MOST_LINES);

/** Of all outages that they have to do with. `lastAt`: when they looked last; null: never. */
export function catchUpList(
  { words, now, zone }: { readonly words: Words; readonly now: Instant; readonly zone?: string | undefined },
  changed: readonly Changed[],
  lastAt: Instant | null,
): Card {
  const say = words.look.catchUp;
  const shown = shownIn(changed);
  const more = changed.length - shown.length;
  const when = clockIn(words, now, zone);
  const nothing = lastAt === null ? say.noneOpen : say.nothing(when(lastAt));
  const [first] = shown;
  const lines = [
    ...(first && zone ? [words.look.timeline.zone(words.formats.zone(zone, now))] : []),
    ...(first ? shown.map(({ line }) => line) : [nothing]),
    ...(more > 0 ? [say.moreOutages(more)] : []),
    ...(first ? [say.oneOf(outageName(first.outage))] : []),
  ];
  return drawMessage(words, {
    style: 'emphasis',
    heading: say.heading,
    lines,
    fallbackText: words.formats.sentences([say.heading, lines[0] ?? '']),
  });
}
