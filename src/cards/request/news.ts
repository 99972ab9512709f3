/** A request is answered, or becomes an outage: the news, and the form for the answer. */
import { readerOf } from '../../outage/destinations.ts';
import { outageName } from '../../outage/types/numbers.ts';
import type { Card } from '../base/card.ts';
import { clockOf, type EventOf, forReporter, type News, type NewsView, quoteOf } from '../news/news.ts';
import { type FilledForm, formAboutOutage, textField } from '../outage/form.ts';
import { phonesOf } from '../outage/next-lines.ts';
import { asName, plain } from '../text/safe.ts';
import { requestName } from './request.ts';

export function requestNews(view: NewsView, event: EventOf<'answered' | 'promoted'>): News {
  const { outage, words, destination } = view;
  const { news } = words.request;
  const reporters = readerOf(destination) === 'reporter';
  if (event.type === 'answered') {
    return {
      // The news may be delivered late, when the request is an outage already. The answer was to the request.
      heading: news.answered(requestName(outage), asName(event.by.name)),
      quote: quoteOf(event.text, words),
      lines: reporters ? [news.notHelped(phonesOf(view))] : [],
      mentions: forReporter(view),
    };
  }
  const name = outageName(event);
  const next = reporters
    ? words.report.receipt.next(clockOf(view)(event.at + event.policy.acknowledgeWithinMs))
    : words.request.desk.promoted(name);
  return {
    heading: news.promoted(requestName(outage), name),
    lines: [news.promotedBy(plain(event.by.name)), next],
    mentions: forReporter(view),
  };
}

/** The form of an engineer who answers; more than once if there is more to say. */
export function answerForm(view: FilledForm): Card {
  const { text, example, ...form } = view.words.request.answer;
  const fields = [textField(view, 'text', text, { placeholder: example })];
  return formAboutOutage(view, form, { send: 'request-answer', back: 'outage-show', fields });
}
