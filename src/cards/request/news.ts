/** A request is answered, or becomes an outage: the news, and the form for the answer. */
import { readerOf } from '../../outage/destinations.ts';
import { outageName } from '../../outage/types/outage.ts';
import type { Card } from '../base/card.ts';
import { clockOf, type NewsOf, quoteOf } from '../news/news.ts';
import { type FilledForm, formWithText } from '../outage/form.ts';
import { phonesOf } from '../outage/next-lines.ts';
import { requestName } from './request.ts';

export const requestNews: NewsOf<'answered' | 'promoted'> = {
  answered(view) {
    const { outage, event, words, destination } = view;
    const { news } = words.request;
    return {
      // The news may be delivered late, when the request is an outage already. The answer was to the request.
      heading: news.answered(requestName(outage)),
      quote: quoteOf(event.text, words),
      lines: readerOf(destination) === 'reporter' ? [news.notHelped(phonesOf(view), outageName(view.outage))] : [],
    };
  },

  promoted(view) {
    const { outage, event, words, destination } = view;
    const { news, desk } = words.request;
    const name = outageName(event);
    const due = clockOf(view)(event.at + event.policy.acknowledgeWithinMs);
    return {
      heading: news.promoted(requestName(outage), name),
      lines: [news.promotedText, readerOf(destination) === 'reporter' ? words.report.receipt.next(due) : desk.promoted(name)],
    };
  },
};

/** The form of an engineer who answers; more than once if there is more to say. */
export const answerForm = (view: FilledForm): Card => formWithText(view, 'text', view.words.request.answer, 'request-answer');
