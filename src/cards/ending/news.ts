/** News of how an outage ends, and of outages that are opened again. */
import { otherReporterAt, readerOf } from '../../outage/destinations.ts';
import { outageName } from '../../outage/types/numbers.ts';
import { requestIn } from '../../outage/types/outage.ts';
import { reportFacts, TIGHT_ROOM } from '../base/facts.ts';
import { callBack, calledUntil, whatIsDown, whereToTake } from '../news/calls.ts';
import { clockOf, type EventOf, forReporter, mayTakeThere, type News, type NewsView, quoteOf } from '../news/news.ts';
import { deskButtons } from '../outage/desk-buttons.ts';
import { phonesOf, transferFacts } from '../outage/next-lines.ts';
import { reporterButtons } from '../outage/reporter-buttons.ts';
import { asName, plain } from '../text/safe.ts';

type Ended = 'transferred' | 'objected' | 'reopened' | 'withdrawn' | 'merged' | 'absorbed' | 'resolved' | 'closed';

/** The reporter's buttons stand on the news where it was reported, as long as the outage is still in that state. */
export function endingNews(view: NewsView, event: EventOf<Ended>): News {
  const { outage, words, now, destination } = view;
  const news = newsOf(view, event);
  return destination.kind === 'origin' && outage.state === event.type ? { ...news, actions: reporterButtons(outage, words, now) } : news;
}

function newsOf(view: NewsView, event: EventOf<Ended>): News {
  const { outage, words, destination } = view;
  const { news } = words.progress;
  const name = outageName(outage);
  const by = asName(event.by?.name ?? '');
  const reader = readerOf(destination);
  switch (event.type) {
    case 'transferred':
      return reader === 'team' ? forTeam(view, event) : transferred(view, event);
    case 'objected':
      return objected(view, event);
    case 'reopened':
      return reopened(view, event);
    case 'withdrawn':
      // Others who reported the same must not read what this reporter wrote, and it may still be down for them.
      if (otherReporterAt(destination, outage)) {
        return {
          heading: words.desk.heading(name, words.progress.state.withdrawn),
          lines: [news.withdrawnText, news.stillDownElsewhere(phonesOf(view))],
          mentions: forReporter(view),
        };
      }
      return {
        heading: news.withdrawn(name, by),
        quote: quoteOf(event.reason, words),
        lines: [requestIn(outage) ? words.request.news.withdrawn : news.withdrawnText],
        mentions: forReporter(view),
      };
    case 'merged': {
      const into = outageName(event.into);
      const next = reader === 'followers' ? words.progress.next.mergedFollow : words.progress.next.merged;
      return {
        heading: news.merged(name, into),
        lines: [reader === 'desk' ? news.mergedBy(plain(event.by.name)) : next(into)],
        mentions: forReporter(view),
      };
    }
    case 'absorbed':
      return {
        heading: news.absorbed(name, outageName(event.merged)),
        lines: [news.absorbedText(plain(event.merged.reporter.name))],
      };
    case 'resolved':
      return {
        heading: words.news.resolved(name, by),
        quote: quoteOf(event.text, words),
        lines: [
          words.news.resolvedAfter(words.formats.duration(event.at - outage.reportedAt)),
          ...(reader === 'reporter'
            ? [destination.kind === 'origin' ? words.news.stillDown(phonesOf(view)) : news.stillDownElsewhere(phonesOf(view))]
            : []),
        ],
        mentions: forReporter(view),
      };
    case 'closed':
      return { heading: news.closed(name, by), lines: [] };
  }
}

function transferred(view: NewsView, event: EventOf<'transferred'>): News {
  const { outage, words, destination } = view;
  const { news, next } = words.progress;
  const mayObject = readerOf(destination) === 'reporter' && destination.kind === 'origin' && outage.state === 'transferred';
  const heading = news.transferred(outageName(outage), asName(event.team.name));
  // The support plan and the objection belong to another customer.
  if (otherReporterAt(destination, outage)) {
    const lines = [news.transferredBy(plain(event.by.name)), news.stillDownElsewhere(phonesOf(view))];
    return { heading, quote: quoteOf(event.reason, words), lines, mentions: forReporter(view) };
  }
  return {
    heading,
    lines: [
      news.transferredBy(plain(event.by.name)),
      ...(mayObject ? [outage.objected ? next.objectedAlready(phonesOf(view)) : next.objectOnce] : []),
    ],
    facts: transferFacts({ ...event, policy: outage.policy }, words, clockOf(view)),
    mentions: forReporter(view),
  };
}

/** Everything that the other team needs, except how to reach the reporter, which only the desk sees. */
function forTeam(view: NewsView, event: EventOf<'transferred'>): News {
  const { outage, words, now } = view;
  const { news } = words.progress;
  return {
    heading: news.transferredTeam(outageName(outage), asName(event.team.name)),
    lines: [news.transferredTeamText(plain(event.by.name)), news.transferredContact],
    facts: [
      ...transferFacts({ ...event, policy: outage.policy }, words, clockOf(view)),
      ...reportFacts({ report: outage.report, words, now, contact: false, title: false, room: TIGHT_ROOM }),
    ],
  };
}

function objected(view: NewsView, event: EventOf<'objected'>): News {
  const { outage, words, destination } = view;
  const { news, ping } = words.progress;
  const name = outageName(outage);
  switch (readerOf(destination)) {
    case 'team':
      return { heading: news.backTeam(name), lines: [news.objectedTeamText] };
    case 'desk':
      return {
        heading: ping.objected(name),
        quote: quoteOf(event.reason, words),
        lines: [
          ping.objectedText(plain(outage.team?.name ?? '')),
          ...calledUntil(view, event.at),
          ...whatIsDown(view),
          ...whereToTake(view),
        ],
        mentions: callBack(view, event, ping.transferredIt),
        actions: mayTakeThere(destination, view.desk) ? deskButtons(outage, words) : [],
      };
    default:
      return {
        heading: news.objected(name),
        lines: [...(otherReporterAt(destination, outage) ? [] : [news.objectedText(plain(event.by.name))]), ...calledUntil(view, event.at)],
        mentions: forReporter(view),
      };
  }
}

/** Only the desk reads the reason that a reporter gives; everybody reads an engineer's. */
function reopened(view: NewsView, event: EventOf<'reopened'>): News {
  const { outage, words, destination } = view;
  const { news, ping } = words.progress;
  const name = outageName(outage);
  const by = asName(event.by.name);
  if (readerOf(destination) === 'team') return { heading: news.backTeam(name), lines: [news.reopenedTeamText(by)] };
  if (readerOf(destination) !== 'desk') {
    const byReporter = event.by.id === outage.reporter.id;
    const unnamed = byReporter && otherReporterAt(destination, outage) !== null;
    return {
      heading: unnamed ? words.desk.heading(name, words.progress.state.back.reopening) : news.reopened(name, by),
      quote: byReporter ? [] : quoteOf(event.reason, words),
      lines: calledUntil(view, event.at),
      mentions: forReporter(view),
    };
  }
  return {
    heading: event.people.length > 0 ? ping.reopened(name, by) : news.reopened(name, by),
    quote: quoteOf(event.reason, words),
    lines: [...calledUntil(view, event.at), ...whatIsDown(view)],
    mentions: callBack(view, event, ping.hadIt),
    actions: deskButtons(outage, words),
  };
}
