/** Draws a notice as a card when it is delivered. */
import type { Desk } from '../desk/desk.ts';
import { joinedAt, onlyReaderAt, readerOf } from '../outage/destinations.ts';
import type { OutageEvent } from '../outage/events.ts';
import { replay } from '../outage/evolve.ts';
import { eventOf, type Notice } from '../outage/notices.ts';
import { mentionsNobody, type Outage, outageName, requestIn, unknownSince } from '../outage/types/outage.ts';
import type { Instant } from '../outage/types/values.ts';
import { wordsFor, wordsOfDesk } from '../words/words.ts';
import { joinedCard } from './affected/join.ts';
import { type Card, type Drawn, withoutMentions } from './base/card.ts';
import { digestCard } from './news/digest.ts';
import { lastWordBefore } from './news/news.ts';
import { newsCard } from './news/news-card.ts';
import type { OutageView } from './outage/next-lines.ts';
import { deskCard, followerCard, originCard, stateText } from './outage/outage.ts';
import { quoted, spelledOut } from './text.ts';

type Recorded = { readonly outage: Outage; readonly events: readonly OutageEvent[] };
type Context = { readonly now: Instant; readonly repeated: boolean };

/** What several people read is in the desk's language; what only the reporter reads is in the reporter's. */
export function createRenderer(desk: Desk) {
  return function render(notice: Notice, recorded: Recorded, context: Context): Drawn {
    const drawn = draw(notice, recorded, context);
    return mentionsNobody(recorded.outage) ? { ...drawn, card: withoutMentions(drawn.card) } : drawn;
  };

  function draw(notice: Notice, { outage, events }: Recorded, context: Context): Drawn {
    const own = onlyReaderAt(notice.destination, outage);
    const words = own ? wordsFor(own.language) : wordsOfDesk();
    const view = { outage, desk, words, now: context.now };
    const event = eventOf(notice, events);
    if (notice.kind === 'opening' || notice.kind === 'state') {
      const title = own || readerOf(notice.destination) !== 'reporter' ? quoted(outage.report.title) : '';
      const summary = `${outageName(outage)}: ${stateText(outage, words)}. ${title}`.trim();
      return { card: outageCard(notice, view, context.repeated ? words.news.repeated : ''), summary: spelledOut(summary, words) };
    }
    // The news may be of an event before the restore, too.
    const since = unknownSince(replay(events.slice(0, notice.seq - 1))) ?? unknownSince(outage);
    return newsCard({
      ...view,
      event,
      events,
      destination: notice.destination,
      repeated: context.repeated,
      unknownSince: since,
      lastWord: lastWordBefore(events, notice.seq),
    });
  }
}

export function createDigestRenderer(desk: Desk) {
  return function renderDigest(pings: readonly { readonly notice: Notice; readonly recorded: Recorded }[], context: Context): Drawn {
    const views = pings.map(({ notice, recorded: { outage, events } }) => {
      const event = eventOf(notice, events);
      return { outage, event, destination: notice.destination };
    });
    return digestCard({ pings: views, desk, words: wordsOfDesk(), ...context });
  };
}

/** The outage as it is now, for the readers of the destination. */
function outageCard({ kind, destination }: Notice, view: OutageView, hint: string): Card {
  switch (destination.kind) {
    case 'desk':
      return deskCard(view, { mentionOnCall: kind === 'opening' && view.outage.state === 'reported', hint });
    case 'queue':
      return queueCard(view, hint);
    case 'origin':
      return originCard(view);
    case 'joined': {
      const joined = joinedAt(destination, view.outage);
      return joined ? joinedCard(view, joined) : followerCard(view, { hint });
    }
    case 'follower':
    case 'person':
    case 'team':
    case 'merged':
      return followerCard(view, { hint });
  }
}

/** A request. Once it is an outage, it is worked on in the desk's channel, and the card says so instead of showing buttons. */
function queueCard(view: OutageView, hint: string): Card {
  const promoted = requestIn(view.outage) ? '' : view.words.request.desk.promoted(outageName(view.outage));
  return deskCard(view, { mentionOnCall: false, hint: [hint, promoted].filter(Boolean).join(' '), buttons: promoted === '' });
}
