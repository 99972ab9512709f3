/** What went where of an outage, and what did not: a row for each place. For engineers. */
import { type Destination, formatDestination } from '../../outage/destinations.ts';
import type { OutageEvent, OutageEventType } from '../../outage/events.ts';
import { isEdit, readKey } from '../../outage/notices.ts';
import { JOINS_NEXT, outageName } from '../../outage/types/outage.ts';
import type { Instant } from '../../outage/types/values.ts';
import { type Card, firstThatFits, template } from '../base/card.ts';
import type { Button } from '../base/verbs.ts';
import { destinationIn } from '../news/news.ts';
import type { OutageView } from '../outage/next-lines.ts';
import { lookOf } from '../outage/stages.ts';
import { oneLine, shorten } from '../text.ts';
import timelineTemplate from './timeline.json' with { type: 'json' };
import { aroundName, timeOf } from './timeline.ts';

const LONGEST_REASON = 120;
/** Where nothing came yet. */
const NEVER = '\u2013';
/** Of one place; the others are counted. */
const MOST_MISSING = 3;

/** A line of the ledger. `told`: 1 when the desk was told that it was given up. */
export type DeliveryLine = {
  readonly key: string;
  readonly state: 'waiting' | 'done' | 'skipped' | 'failed';
  readonly doneAt: Instant | null;
  readonly attempts: number;
  readonly error: string | null;
  readonly told: number;
};
export type DeliveriesView = OutageView & {
  readonly events: readonly OutageEvent[];
  readonly ledger: readonly DeliveryLine[];
  readonly zone?: string | undefined;
  readonly actions?: readonly Button[];
};

/** A message to a place: a first message, news or a ping. Edits of cards are none. */
type Message = DeliveryLine & { readonly type: OutageEventType; readonly seq: number; readonly destination: Destination };
type Place = { readonly name: string; readonly came: readonly Message[]; readonly missing: readonly Message[] };

const expand = template(timelineTemplate);

export function deliveriesCard(view: DeliveriesView): Card {
  const { outage, words, now, zone } = view;
  const { deliveries: say, timeline } = words.look;
  const places = placesIn(view).toSorted((one, other) => Number(isWhole(one)) - Number(isWhole(other)));
  const heading = say.heading(outageName(outage));
  const summary = say.summary(places.filter(isWhole).length, places.length);
  const draw = (most: number) =>
    expand(words, {
      ...{ color: 'Default', ...lookOf(outage) },
      heading,
      subheadings: [summary],
      lines: [
        ...(zone ? [timeline.zone(words.formats.zone(zone, now))] : []),
        say.about,
        ...(places.length > most ? [say.more(places.length - most)] : []),
      ],
      rows: places.slice(0, most).map((place) => {
        const last = place.came.at(-1);
        const isFailed = place.missing.some(({ state, error }) => state === 'failed' || (error !== null && error !== JOINS_NEXT));
        return {
          sign: isWhole(place) ? '\u2713' : isFailed ? '\u26A0' : '\u00B7',
          when: last?.doneAt ? timeOf(last.doneAt, view) : NEVER,
          ...aroundName(words.formats.pair(place.name, words.formats.joined(textOf(place, view))), place.name),
          gap: '',
        };
      }),
      fallbackText: words.formats.sentences([heading, summary]),
      actions: view.actions ?? [],
    });
  return firstThatFits([() => draw(40), () => draw(20), () => draw(8)]);
}

const isWhole = ({ missing }: Place): boolean => missing.length === 0;

/** What later events made pointless is left out. */
export const messagesIn = ({ outage, events, ledger }: Pick<DeliveriesView, 'outage' | 'events' | 'ledger'>): readonly Message[] =>
  ledger.flatMap((line) => {
    const notice = readKey(line.key, outage.id);
    const event = notice && events[notice.seq - 1];
    if (!event || isEdit(notice) || line.state === 'skipped') return [];
    return [{ ...line, type: event.type, seq: notice.seq, destination: notice.destination }];
  });

/** Those of which anything was to be told, in the order of their first message. */
function placesIn(view: DeliveriesView): readonly Place[] {
  const { outage, words } = view;
  return [...Map.groupBy(messagesIn(view), ({ destination }) => formatDestination(destination)).values()].map((all) => ({
    name: destinationIn(outage, all[0]?.destination ?? null, words),
    came: all.filter(({ state }) => state === 'done').toSorted((one, other) => (one.doneAt ?? 0) - (other.doneAt ?? 0)),
    missing: all.filter(({ state }) => state !== 'done'),
  }));
}

function textOf({ came, missing }: Place, { words }: DeliveriesView): readonly string[] {
  const { deliveries: say } = words.look;
  const { message } = words.watch.alarm.setAside;
  const lines = missing.slice(0, MOST_MISSING).map(({ type, state, error, attempts, told }) => {
    if (error === null || error === JOINS_NEXT) return say.waits(message[type]);
    const why = shorten(oneLine(error), LONGEST_REASON);
    if (state !== 'failed') return say.triesAgain(message[type], why, attempts);
    return told === 1 ? words.formats.joined([say.failed(message[type], why), say.told]) : say.failed(message[type], why);
  });
  const others = missing.length - lines.length;
  return [say.came(came.length), ...lines, ...(others > 0 ? [say.otherMissing(others)] : [])];
}
