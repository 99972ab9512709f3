/** How an outage ends, and outages that are opened again: the news, and the forms of engineers and of the reporter. */
import { apartIn } from '../outage/decide/affected.ts';
import { otherReporterAt, readerOf } from '../outage/destinations.ts';
import { type Outage, outageName, requestIn } from '../outage/types/outage.ts';
import { type Instant, isRead } from '../outage/types/values.ts';
import type { Card } from './base/card.ts';
import { reportFacts, TIGHT_ROOM } from './base/facts.ts';
import { choicesOf } from './base/inputs.ts';
import { type Button, type ButtonGroup, button, dataOf, type Verb } from './base/verbs.ts';
import { type AnswerView, answer } from './layouts/layouts.ts';
import {
  callBack,
  calledUntil,
  clockOf,
  mayTakeThere,
  type News,
  type NewsOf,
  type NewsView,
  quoteOf,
  whatIsDown,
  whereToTake,
} from './news/news.ts';
import { deskButtons, reporterButtons } from './outage/buttons.ts';
import { choiceField, type FilledForm, type FormView, formAboutOutage, formWithText, textField } from './outage/form.ts';
import { phonesOf, transferFacts } from './outage/next-lines.ts';
import { nextUpdate } from './progress/progress.ts';
import { isReadByAffected, pulseGroups } from './pulse.ts';
import { asName, plain, quoted, readersClock, shorten } from './text.ts';

type Ended = 'transferred' | 'objected' | 'reopened' | 'withdrawn' | 'merged' | 'absorbed' | 'parted' | 'resolved' | 'closed';

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
        groups: howItIs(view),
      };
    }
    return {
      heading: news.withdrawn(name),
      quote: quoteOf(event.reason, words),
      lines: [requestIn(outage) ? words.request.news.withdrawn : news.withdrawnText],
      actions: ownButtons(view),
    };
  },

  merged(view) {
    const { outage, event, words } = view;
    const { news, next } = words.progress;
    const into = outageName(event.into);
    const reader = readerOf(view.destination);
    const follow = reader === 'followers' ? next.mergedFollow : next.merged;
    const actions = ownButtons(view);
    return {
      heading: news.merged(outageName(outage), into),
      lines: [...(reader === 'desk' ? [] : [follow(into)]), ...(actions.length > 0 ? [next.otherOnce] : [])],
      actions,
    };
  },

  parted: ({ outage, event, words: { progress } }) => ({
    heading: progress.news.parted(outageName(event)),
    lines: [progress.news.partedFrom(outageName(outage))],
  }),

  absorbed: ({ outage, event: { merged }, words: { progress } }) => ({
    heading: progress.news.absorbed(outageName(outage), outageName(merged)),
    lines: isRead(merged.origin) ? [progress.news.absorbedText(plain(merged.reporter.name))] : [],
  }),

  resolved(view) {
    const { outage, event, words, destination } = view;
    const groups = howItIs(view);
    const stillDown = destination.kind === 'origin' || groups.length > 0 ? words.news.stillDown : words.progress.news.stillDownElsewhere;
    return {
      heading: words.news.resolved(outageName(outage)),
      quote: quoteOf(event.text, words),
      lines: [
        words.news.resolvedAfter(words.formats.duration(event.at - outage.reportedAt)),
        ...(readerOf(destination) === 'reporter' ? [stillDown(phonesOf(view))] : []),
      ],
      groups,
    };
  },

  closed: (view) => ({
    heading: view.words.progress.news.closed(outageName(view.outage)),
    lines: [view.words.progress.news.closedText],
    actions: ownButtons(view),
  }),
};

/** Those for whom it was down say whether it works, as long as the outage is still in that state. */
const howItIs = (view: NewsView<'resolved' | 'withdrawn'>): readonly ButtonGroup[] =>
  view.outage.state === view.event.type && isReadByAffected(view.destination, view.outage) ? pulseGroups(view) : [];

/** The reporter's buttons stand on the news where it was reported, as long as the outage is still in that state. */
const ownButtons = ({ outage, event, words, now, destination }: NewsView<Ended>): readonly Button[] =>
  destination.kind === 'origin' && outage.state === event.type ? reporterButtons(outage, words, now) : [];

function transferred(view: NewsView<'transferred'>): News {
  const { outage, event, words, destination } = view;
  const { news, next } = words.progress;
  const heading = news.transferred(outageName(outage), asName(event.team.name));
  // The support plan and the objection belong to another customer.
  if (otherReporterAt(destination, outage)) {
    const lines = [news.transferredText, news.stillDownElsewhere(phonesOf(view))];
    return { heading, quote: quoteOf(event.reason, words), lines };
  }
  const mayObject = destination.kind === 'origin' && outage.state === 'transferred';
  return {
    heading,
    lines: [news.transferredText, ...(mayObject ? [outage.objected ? next.objectedAlready(phonesOf(view)) : next.objectOnce] : [])],
    facts: transferFacts({ ...event, policy: outage.policy }, words, clockOf(view)),
    actions: ownButtons(view),
  };
}

/** Everything that the other team needs, except how to reach the reporter, which only the desk sees. */
function forTeam(view: NewsView<'transferred'>): News {
  const { outage, desk, event, words, now } = view;
  const { news } = words.progress;
  return {
    heading: news.transferredTeam(outageName(outage), asName(event.team.name)),
    lines: [news.transferredTeamText, news.transferredContact],
    facts: [
      ...transferFacts({ ...event, policy: outage.policy }, words, clockOf(view)),
      ...reportFacts({ report: outage.report, desk, words, now, contact: false, title: false, room: TIGHT_ROOM }),
    ],
  };
}

/** The outage into which it had been merged until this event; null: it had not. */
function hadBeenIn({ events, event }: NewsView<'objected' | 'reopened'>): string | null {
  const last = events.slice(0, events.indexOf(event)).findLast(({ type }) => type !== 'noted');
  return last?.type === 'merged' ? outageName(last.into) : null;
}

function objected(view: NewsView<'objected'>): News {
  const { outage, event, words, destination } = view;
  const { news, ping } = words.progress;
  const name = outageName(outage);
  const into = hadBeenIn(view);
  switch (readerOf(destination)) {
    case 'team':
      return { heading: news.backTeam(name), lines: [news.objectedTeamText] };
    case 'desk':
      return {
        heading: into ? news.parted(name) : ping.objected(name),
        quote: quoteOf(event.reason, words),
        lines: [
          into ? ping.otherText(into) : ping.objectedText(plain(outage.team?.name ?? '')),
          ...calledUntil(view),
          ...whatIsDown(view),
          ...whereToTake(view),
        ],
        mentions: callBack(view, ping.transferredIt),
        actions: mayTakeThere(destination, view.desk) ? deskButtons(outage, words) : [],
      };
    default:
      return {
        heading: into ? news.parted(name) : news.objected(name),
        lines: [...(into ? [news.partedFrom(into)] : []), ...calledUntil(view)],
      };
  }
}

/** Only the desk reads the reason that a reporter gives; everybody reads an engineer's. */
function reopened(view: NewsView<'reopened'>): News {
  const { outage, event, words, destination } = view;
  const { news, ping } = words.progress;
  const name = outageName(outage);
  const by = plain(event.by.name);
  const reader = readerOf(destination);
  const actions = reader === 'desk' ? deskButtons(outage, words) : [];
  const into = hadBeenIn(view);
  if (into) return { heading: news.parted(name), lines: [news.partedFrom(into), news.ownedBy(by), ...nextUpdate(view)], actions };
  if (reader === 'team') return { heading: news.backTeam(name), lines: [news.reopenedTeamText] };
  const quote = quoteOf(event.reason, words);
  const where = reader === 'desk' ? whatIsDown(view) : [];
  // An engineer who reopens it has it.
  if (event.by.id !== outage.reporter.id && !event.stillDown) {
    return { heading: news.reopened(name), quote, lines: [news.ownedBy(by), ...nextUpdate(view), ...where], actions };
  }
  // Whoever is affected too may be of another customer.
  const unnamed = event.stillDown ? { by: '' } : {};
  if (reader !== 'desk') return { heading: news.stillDown(name), ...unnamed, lines: calledUntil(view) };
  const said = event.stillDown ? [words.affected.pulse.stillDown(event.stillDown.count, event.stillDown.of)] : [];
  return {
    heading: news.stillDown(name),
    quote,
    lines: [...said, ...calledUntil(view), ...where],
    mentions: callBack(view, ping.hadIt),
    actions,
  };
}

/** With more outages open than these, the number is typed. */
export const MOST_TO_CHOOSE = 12;
const LONGEST_TITLE = 120;
const titled = (outage: Outage, words: AnswerView['words']): string =>
  words.formats.pair(outageName(outage), quoted(shorten(outage.report.title, LONGEST_TITLE), words));
const LONGEST_NUMBER = 20;
export const resolveForm = (view: FilledForm): Card => formWithText(view, 'text', view.words.ending.resolveForm, 'outage-resolve');
export const reopenForm = (view: FilledForm): Card => formWithText(view, 'reason', view.words.ending.reopen, 'outage-reopen');

/** Both promises stand on it, so that nobody transfers without knowing what the reporter will read. */
export function transferForm(view: FormView): Card {
  const { outage, desk, words, now } = view;
  const { team, reason, example, promise, promised, ...form } = words.ending.transfer;
  const { duration } = words.formats;
  const plan = outage && desk.planOf(outage.report.project.id, words.language);
  const teams = choicesOf(desk.teamsIn(words.language));
  return formAboutOutage(view, form, {
    send: 'outage-transfer',
    back: 'outage-show',
    lines: [
      ...(outage ? [promised(duration(outage.ladder.acknowledgeWithinMs), readersClock(outage.acknowledgeBy, now, words))] : []),
      ...(plan ? [promise(asName(plan.name), duration(plan.replyWithinMs))] : []),
    ],
    fields: [choiceField(view, 'team', team, teams), textField(view, 'reason', reason, { placeholder: example })],
  });
}

/** Some clients read a choice as Markdown, so the titles stand above it. */
export function mergeForm(view: FormView): Card {
  const { merge } = view.words.ending;
  const { number, example, open: openToo } = merge;
  const { open } = view;
  const name = view.outage ? outageName(view.outage) : view.words.desk.thisOutage;
  const form = { ...merge, audience: merge.audience(name, merge.otherOne) };
  const choices = open.map((one) => ({
    title: view.words.formats.list([outageName(one), asName(one.report.project.name)]),
    value: outageName(one),
  }));
  return formAboutOutage(view, form, {
    send: 'outage-merge',
    back: 'outage-show',
    lines: open.length > 0 ? [openToo] : [],
    quotes: open.map((one) => titled(one, view.words)),
    fields: [
      open.length > 0
        ? choiceField(view, 'number', number, choices)
        : textField(view, 'number', number, { limit: LONGEST_NUMBER, multiline: false, placeholder: example }),
    ],
  });
}

/** For a merge that was typed: both outages, what was said of them before, and the button that makes them one. */
export function mergeQuestionCard(view: AnswerView, outage: Outage, into: Outage, now: Instant): Card {
  const { merge, reporter } = view.words.ending;
  const line = (one: Outage) => `${titled(one, view.words)} (${view.words.formats.isolate(plain(one.report.project.name))})`;
  const data = dataOf(outage);
  const said = [...apartIn(into, outage), ...apartIn(outage, into)].at(-1);
  return answer(view, {
    heading: merge.question(outageName(outage), outageName(into)),
    lines: [
      ...(said ? [merge.saidApart(plain(said.by.name), readersClock(said.at, now, view.words))] : []),
      ...[line(outage), line(into), whoHas(into, view.words, now), merge.audience(outageName(outage), outageName(into))].filter(Boolean),
    ],
    actions: [
      button(merge.send, 'outage-merge', { ...data, number: outageName(into) }, 'positive'),
      button(reporter.buttons.notMerge, 'outage-show', data),
    ],
    phones: false,
  });
}

function whoHas(outage: Outage, words: AnswerView['words'], now: Instant): string {
  const { merge } = words.ending;
  const { list } = words.look;
  if (outage.state === 'acknowledged') return merge.taken(outageName(outage), plain(outage.owner.name));
  if (outage.state !== 'reported') return '';
  const promise = outage.breachedAt === null ? list.reported : list.late;
  return merge.waiting(outageName(outage), promise(readersClock(outage.acknowledgeBy, now, words)));
}

/** The longest reason that a reporter's form takes, in characters. */
export const MAX_REASON_LENGTH = 1000;

function reasonForm(view: FilledForm, which: 'withdraw' | 'object' | 'other' | 'stillDown', send: Verb): Card {
  const options = { back: 'reporter-show', unknown: '', limit: MAX_REASON_LENGTH } as const;
  return formWithText(view, 'reason', view.words.ending.reporter[which], send, options);
}

export const withdrawForm = (view: FilledForm): Card => reasonForm(view, 'withdraw', 'reporter-withdraw');
export const objectForm = (view: FilledForm): Card =>
  reasonForm(view, view.outage?.state === 'merged' ? 'other' : 'object', 'reporter-object');
export const stillDownForm = (view: FilledForm): Card => reasonForm(view, 'stillDown', 'reporter-still-down');
