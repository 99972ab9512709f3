/** News of how an outage ends, and of outages that are opened again. */
import { otherReporterAt, readerOf } from '../../outage/destinations.ts';
import { outageName } from '../../outage/types/numbers.ts';
import { requestIn } from '../../outage/types/outage.ts';
import { reportFacts, TIGHT_ROOM } from '../base/facts.ts';
import type { Button } from '../base/verbs.ts';
import {
  callBack,
  calledUntil,
  clockOf,
  forReporter,
  mayTakeThere,
  type News,
  type NewsOf,
  type NewsView,
  quoteOf,
  whatIsDown,
  whereToTake,
} from '../news/news.ts';
import { deskButtons, reporterButtons } from '../outage/buttons.ts';
import { phonesOf, transferFacts } from '../outage/next-lines.ts';
import { asName, plain } from '../text.ts';

type Ended = 'transferred' | 'objected' | 'reopened' | 'withdrawn' | 'merged' | 'absorbed' | 'resolved' | 'closed';

export const endingNews: NewsOf<Ended> = {
  transferred: (view) => (readerOf(view.destination) === 'team' ? forTeam(view) : transferred(view)),
  objected,
  reopened,

  withdrawn(view) {
    const { outage, event, words, destination } = view;
    const { news, state } = words.progress;
    const name = outageName(outage);
    // Others who reported the same must not read what this reporter wrote, and it may still be down for them.
    if (otherReporterAt(destination, outage)) {
      return {
        heading: words.desk.heading(name, state.withdrawn),
        lines: [news.withdrawnText, news.stillDownElsewhere(phonesOf(view))],
        mentions: forReporter(view),
      };
    }
    return {
      heading: news.withdrawn(name, asName(event.by.name)),
      quote: quoteOf(event.reason, words),
      lines: [requestIn(outage) ? words.request.news.withdrawn : news.withdrawnText],
      mentions: forReporter(view),
      actions: ownButtons(view),
    };
  },

  merged(view) {
    const { outage, event, words } = view;
    const { news, next } = words.progress;
    const into = outageName(event.into);
    const reader = readerOf(view.destination);
    const follow = reader === 'followers' ? next.mergedFollow : next.merged;
    return {
      heading: news.merged(outageName(outage), into),
      lines: [reader === 'desk' ? news.mergedBy(plain(event.by.name)) : follow(into)],
      mentions: forReporter(view),
    };
  },

  absorbed: ({ outage, event: { merged }, words: { progress } }) => ({
    heading: progress.news.absorbed(outageName(outage), outageName(merged)),
    lines: [progress.news.absorbedText(plain(merged.reporter.name))],
  }),

  resolved(view) {
    const { outage, event, words, destination } = view;
    const stillDown = destination.kind === 'origin' ? words.news.stillDown : words.progress.news.stillDownElsewhere;
    return {
      heading: words.news.resolved(outageName(outage), asName(event.by.name)),
      quote: quoteOf(event.text, words),
      lines: [
        words.news.resolvedAfter(words.formats.duration(event.at - outage.reportedAt)),
        ...(readerOf(destination) === 'reporter' ? [stillDown(phonesOf(view))] : []),
      ],
      mentions: forReporter(view),
      actions: ownButtons(view),
    };
  },

  closed: (view) => ({
    heading: view.words.progress.news.closed(outageName(view.outage), asName(view.event.by?.name ?? '')),
    lines: [],
    actions: ownButtons(view),
  }),
};

/** The reporter's buttons stand on the news where it was reported, as long as the outage is still in that state. */
const ownButtons = ({ outage, event, words, now, destination }: NewsView<Ended>): readonly Button[] =>
  destination.kind === 'origin' && outage.state === event.type ? reporterButtons(outage, words, now) : [];

function transferred(view: NewsView<'transferred'>): News {
  const { outage, event, words, destination } = view;
  const { news, next } = words.progress;
  const heading = news.transferred(outageName(outage), asName(event.team.name));
  const by = news.transferredBy(plain(event.by.name));
  // The support plan and the objection belong to another customer.
  if (otherReporterAt(destination, outage)) {
    const lines = [by, news.stillDownElsewhere(phonesOf(view))];
    return { heading, quote: quoteOf(event.reason, words), lines, mentions: forReporter(view) };
  }
  const mayObject = destination.kind === 'origin' && outage.state === 'transferred';
  return {
    heading,
    lines: [by, ...(mayObject ? [outage.objected ? next.objectedAlready(phonesOf(view)) : next.objectOnce] : [])],
    facts: transferFacts({ ...event, policy: outage.policy }, words, clockOf(view)),
    mentions: forReporter(view),
    actions: ownButtons(view),
  };
}

/** Everything that the other team needs, except how to reach the reporter, which only the desk sees. */
function forTeam(view: NewsView<'transferred'>): News {
  const { outage, event, words, now } = view;
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

function objected(view: NewsView<'objected'>): News {
  const { outage, event, words, destination } = view;
  const { news, ping } = words.progress;
  const name = outageName(outage);
  switch (readerOf(destination)) {
    case 'team':
      return { heading: news.backTeam(name), lines: [news.objectedTeamText] };
    case 'desk':
      return {
        heading: ping.objected(name),
        quote: quoteOf(event.reason, words),
        lines: [ping.objectedText(plain(outage.team?.name ?? '')), ...calledUntil(view), ...whatIsDown(view), ...whereToTake(view)],
        mentions: callBack(view, ping.transferredIt),
        actions: mayTakeThere(destination, view.desk) ? deskButtons(outage, words) : [],
      };
    default:
      return {
        heading: news.objected(name),
        lines: [...(otherReporterAt(destination, outage) ? [] : [news.objectedText(plain(event.by.name))]), ...calledUntil(view)],
        mentions: forReporter(view),
      };
  }
}

/** Only the desk reads the reason that a reporter gives; everybody reads an engineer's. */
function reopened(view: NewsView<'reopened'>): News {
  const { outage, event, words, destination } = view;
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
      lines: calledUntil(view),
      mentions: forReporter(view),
    };
  }
  return {
    heading: event.people.length > 0 ? ping.reopened(name, by) : news.reopened(name, by),
    quote: quoteOf(event.reason, words),
    lines: [...calledUntil(view), ...whatIsDown(view)],
    mentions: callBack(view, ping.hadIt),
    actions: deskButtons(outage, words),
  };
}
