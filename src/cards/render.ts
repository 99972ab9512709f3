/** Draws a notice when it is delivered: the engine's Renderer, made of the cards. */
import type { Desk } from '../desk/desk.ts';
import { type OutageEvent, replay, unknownSince } from '../outage/events.ts';
import { eventOf, type Notice } from '../outage/notices.ts';
import { type Instant, type Outage, outageName } from '../outage/outage.ts';
import { wordsFor } from '../words/words.ts';
import { type Card, withoutMentions } from './card.ts';
import { digestCard } from './digest-card.ts';
import { lastWordBefore } from './news.ts';
import { newsCard } from './news-card.ts';
import { deskCard, followerCard, type OutageView, originCard, stateText } from './outage-cards.ts';
import { oneLine } from './text.ts';

type Drawn = { readonly card: Card; readonly summary: string };

/** Shared places read English; where only the reporter reads, the reporter's language. */
export function createRenderer(desk: Desk) {
  return function render(
    notice: Notice,
    { outage, events }: { outage: Outage; events: readonly OutageEvent[] },
    context: { now: Instant; repeated: boolean },
  ): Drawn {
    const own = notice.place === 'origin' && outage.origin.kind === 'personal';
    const words = wordsFor(own ? outage.report.contact.language : undefined);
    const view = { outage, desk, words, now: context.now };
    const event = eventOf(notice, events);
    const quiet = outage.drill?.mentions === false;
    if (notice.kind === 'opening' || notice.kind === 'state') {
      const summary =
        `${outageName(outage)}: ${stateText(outage, words)}. ${own || notice.place !== 'origin' ? oneLine(outage.report.title) : ''}`.trim();
      const card = outageCard(notice, view, context.repeated ? words.news.repeated : '');
      return { card: quiet ? withoutMentions(card) : card, summary };
    }
    // Also of what happened before a restore and is told after it.
    const since = unknownSince(replay(events.slice(0, notice.seq - 1))) ?? unknownSince(outage);
    const news = newsCard({
      ...view,
      event,
      events,
      place: notice.place,
      repeated: context.repeated,
      unknownSince: since,
      lastWord: lastWordBefore(events, notice.seq),
    });
    return quiet ? { ...news, card: withoutMentions(news.card) } : news;
  };
}

/** Draws several pings as one message. */
export function createDigestRenderer(desk: Desk) {
  return function renderDigest(
    pings: readonly { notice: Notice; recorded: { outage: Outage; events: readonly OutageEvent[] } }[],
    context: { now: Instant; repeated: boolean },
  ): Drawn {
    const views = pings.map(({ notice, recorded: { outage, events } }) => {
      const event = eventOf(notice, events);
      return { outage, event, place: notice.place };
    });
    return digestCard({ pings: views, desk, words: wordsFor(undefined), ...context });
  };
}

/** The outage as it is now, for whoever reads it in this place. */
function outageCard(notice: Notice, view: OutageView, hint: string): Card {
  if (notice.place === 'origin') return originCard(view);
  if (notice.place !== 'desk') return followerCard(view, { hint });
  return deskCard(view, { mentionOnCall: notice.kind === 'opening' && view.outage.state === 'reported', hint });
}
