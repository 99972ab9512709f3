/** What the news of each event says: each feature has the view of its own events. */
import { answerTo } from '../../outage/asks.ts';
import { DESK, NOT_THEIRS, parseDestination } from '../../outage/destinations.ts';
import type { OutageEventType } from '../../outage/events.ts';
import { outageName } from '../../outage/types/outage.ts';
import { NOT_MENTIONED } from '../../outage/types/values.ts';
import { affectedNews } from '../affected.ts';
import { conversationNews } from '../conversation.ts';
import { endingNews } from '../ending.ts';
import { filesNews } from '../files.ts';
import { bridgeNews } from '../links.ts';
import { ownershipNews } from '../ownership.ts';
import { pageMissedNews } from '../pages.ts';
import { deskLost, notMentioned, progressNews } from '../progress/progress.ts';
import { correctedNews } from '../report/correction.ts';
import { reachedNews } from '../report/receipt.ts';
import { requestNews } from '../request/news.ts';
import { reviewNews } from '../review/form.ts';
import { drillEnded } from '../watch/check.ts';
import { byLine, destinationIn, type News, type NewsView } from './news.ts';

/** What became of what the event asked for, as engineers read it; nothing: it still asks. */
export function answerIn(view: NewsView): Pick<Told, 'heading' | 'by'> {
  const event = answerTo(view.event, view.events);
  if (!event) return { heading: '', by: '' };
  return newsOf({ ...view, event, ...(event.type === 'acknowledged' ? { destination: DESK } : {}) });
}

const NEWS: { readonly [type in OutageEventType]: ((view: NewsView<type>) => News) | null } = {
  ...progressNews,
  ...ownershipNews,
  ...endingNews,
  ...affectedNews,
  ...filesNews,
  ...requestNews,
  ...conversationNews,
  ...reviewNews,
  corrected: correctedNews,
  'bridge-set': bridgeNews,
  'desk-reached': reachedNews,
  'drill-ended': drillEnded,
  'place-lost': (view) => {
    const { destination, outage, words, event } = view;
    if (destination.kind === 'person') return deskLost(view);
    if (event.place.startsWith(NOT_MENTIONED)) return notMentioned(view);
    return {
      heading: words.news.placeLost(outageName(outage), destinationIn(outage, parseDestination(event.place), words)),
      lines: [event.reason === NOT_THEIRS ? words.news.placeNotTheirs : words.news.placeLostText],
    };
  },
  'desk-unreached': deskLost,
  'page-missed': pageMissedNews,
  // These have a card of their own, or none.
  left: null,
  followed: null,
  unfollowed: null,
  paged: null,
  'phone-added': null,
  'ticket-added': null,
  'ticket-removed': null,
  reported: null,
  planned: null,
  restored: null,
  'personal-data-removed': null,
};

export type Told = News & { readonly by: string };
export function newsOf(view: NewsView): Told {
  const { event, destination } = view;
  const news = NEWS[event.type] as ((view: NewsView) => News) | null;
  if (!news) throw new Error(`'${event.type}' has a card of its own and no news (${destination.kind})`);
  return { by: byLine(view), ...news(view) };
}
