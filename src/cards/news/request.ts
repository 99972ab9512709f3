/** News of a request: it was answered, or is an outage. */
import { outageName } from '../../outage/types/numbers.ts';
import { phonesOf } from '../outage/next-lines.ts';
import { requestName } from '../request/request.ts';
import { asName, plain } from '../text/safe.ts';
import { clockOf, type EventOf, forReporter, type News, type NewsView, readerIn, told } from './news.ts';

export function requestNews(view: NewsView, event: EventOf<'answered' | 'promoted'>): News {
  const { outage, words, place } = view;
  const { news } = words.request;
  const reporters = readerIn(place) === 'reporter';
  if (event.type === 'answered') {
    return {
      // Told late, it may be an outage by now; the answer was to the request.
      heading: news.answered(requestName(outage), asName(event.by.name)),
      said: told(event.text, words),
      lines: reporters ? [news.notHelped(phonesOf(view))] : [],
      mentions: forReporter(view),
    };
  }
  const name = outageName(event);
  const next = reporters
    ? words.receipt.next(clockOf(view)(event.at + event.policy.acknowledgeWithinMs))
    : words.request.desk.promoted(name);
  return {
    heading: news.promoted(requestName(outage), name),
    lines: [news.promotedBy(plain(event.by.name)), next],
    mentions: forReporter(view),
  };
}
