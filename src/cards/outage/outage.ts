/** The card of an outage: for the desk, for the place where it was reported, and for followers. */
import type { Desk } from '../../desk/desk.ts';
import { phonesFor } from '../../desk/phones.ts';
import { type Outage, outageName, requestIn, unknownSince, updateMissed } from '../../outage/types/outage.ts';
import type { Words } from '../../words/words.ts';
import { type Card, firstThatFits } from '../base/card.ts';
import { answerFacts, type Fact, LAST_ROOM, ROOM, type Room, reportFacts, TIGHT_ROOM } from '../base/facts.ts';
import { type Button, type ButtonGroup, link } from '../base/verbs.ts';
import { drawMessage } from '../layouts/layouts.ts';
import { affectedFacts, lastWord, planFacts, progressFacts, reporterNames } from '../progress/facts.ts';
import { requestName, wasRequest } from '../request/request.ts';
import { asName, clockIn, mentionAll, paragraphs, quoted, readersClock } from '../text.ts';
import { deskButtons, quickChoices, reporterButtons } from './buttons.ts';
import { type Clock, nextLines, type OutageView } from './next-lines.ts';

/** The colour of a card. The heading says the same in words: nothing depends on the colour. */
export function stateStyle(outage: Outage, reader: 'desk' | 'others'): 'attention' | 'warning' | 'accent' | 'good' | 'emphasis' {
  switch (outage.state) {
    case 'reported':
      // The desk has to act on an outage that waits. To everybody else it is normal until the promise is broken.
      return reader === 'desk' || outage.breachedAt !== null ? 'attention' : 'warning';
    case 'acknowledged':
      return updateMissed(outage) ? 'warning' : 'accent';
    case 'resolved':
    case 'closed':
      return 'good';
    case 'requested':
      return outage.answer ? 'good' : 'accent';
    default:
      return 'emphasis';
  }
}

export function stateText(outage: Outage, words: Words): string {
  switch (outage.state) {
    case 'reported':
      if (outage.breachedAt !== null) return words.state.breached;
      return outage.back ? words.progress.state.back[outage.back.by] : words.state.reported;
    case 'acknowledged':
      return words.state.acknowledged(asName(outage.owner.name), outage.phase);
    case 'transferred':
      return words.progress.state.transferred(asName(outage.team.name));
    case 'requested':
      return words.request.state[outage.answer ? 'answered' : 'waiting'];
    case 'withdrawn':
      if (requestIn(outage)) return words.request.state.withdrawn;
      return outage.drill ? words.watch.drill.over : words.progress.state.withdrawn;
    case 'merged':
      return words.progress.state.merged(outageName(outage.into));
    case 'resolved':
      return words.state.resolved;
    case 'closed':
      return words.progress.state.closed;
  }
}

/**
 * The first message of an outage in the support desk's channel; the only card with personal data. `contact`: false when
 * an engineer sees it outside of that channel. `buttons`: false when the outage is worked on in another place.
 */
export function deskCard(
  { outage, words, now }: OutageView,
  options: { readonly mentionOnCall: boolean; readonly hint?: string; readonly contact?: boolean; readonly buttons?: boolean },
): Card {
  const name = outageName(outage);
  const { contact = true } = options;
  const when: Clock = (at) => readersClock(at, now);
  const draw = (groups: readonly ButtonGroup[], affected: readonly Fact[], room: Room) =>
    drawMessage(words, {
      style: stateStyle(outage, 'desk'),
      heading: options.mentionOnCall
        ? (outage.drill ? words.watch.drill.begins : words.desk.newOutage)(name)
        : words.desk.heading(name, stateText(outage, words)),
      subheading: quoted(outage.report.title),
      mentions: options.mentionOnCall ? mentionAll(outage.onCall.primary, words.desk.onCall, words) : [],
      lines: [
        ...(options.hint ? [options.hint] : []),
        ...drillLines(outage, words),
        ...(outage.deskUnreached ? [words.report.unreached.deskTold(when(outage.deskUnreached.at))] : []),
        ...unknownLines(outage, words.watch.restored.desk, when),
      ],
      facts: [
        ...progressFacts(outage, words, when),
        ...wasRequest(outage, words, when),
        ...affected,
        { label: words.facts.reporter, lines: [words.formats.list([reporterNames(outage, words), when(outage.reportedAt)])] },
        ...(outage.drill ? drillFacts(outage, words) : reportFacts({ report: outage.report, words, now, contact, title: false, room })),
        ...planFacts(outage, words, when),
      ],
      fallbackText: `${name}: ${quoted(outage.report.title)}. ${stateText(outage, words)}.`,
      groups,
      actions: options.buttons === false ? [] : deskButtons(outage, words),
    });
  const affected = affectedFacts(outage, words);
  // The quick choices are left out first, then who is affected (More shows it too), then parts of what was entered.
  return firstThatFits([
    () => draw(quickChoices(outage, words), affected, ROOM),
    () => draw([], affected, ROOM),
    () => draw([], [], ROOM),
    () => draw([], [], TIGHT_ROOM),
    () => draw([], [], LAST_ROOM),
  ]);
}

/**
 * The card at the place where it was reported. Where only the reporter reads, it is the receipt. Where others read too, it
 * shows the number, the state and the environment, but nothing that the reporter entered.
 */
export function originCard(view: OutageView, { own, hint = '' }: { readonly own?: boolean; readonly hint?: string } = {}): Card {
  const { outage, words, now } = view;
  const isPrivate = own ?? outage.origin.kind === 'personal';
  const when = clockIn(words, now, isPrivate ? outage.report.contact.timeZone : undefined);
  const name = outageName(outage);
  const first = outage.state === 'reported' && !outage.back && outage.breachedAt === null;
  const receipt = first && !outage.request ? words.report.receipt.heading(name) : requestReceipt(view);
  const state = receipt || words.desk.heading(name, stateText(outage, words));
  const heading = isPrivate ? state : words.report.public.arrived(name, asName(outage.reporter.name));
  return forOthers(view, { heading, when, showText: isPrivate, reporter: true, hint });
}

/** Says that a request was sent, and to whom; empty once it was answered. */
const requestReceipt = ({ outage, desk, words }: OutageView): string =>
  outage.state === 'requested' && !outage.answer ? words.request.receipt(outageName(outage), asName(desk.file.desk.name)) : '';

/** `zone`: of the one who looks it up in their own chat. */
export function followerCard(
  view: OutageView,
  { hint = '', zone }: { readonly hint?: string; readonly zone?: string | undefined } = {},
): Card {
  const { outage, words, now } = view;
  return forOthers(view, {
    heading: words.desk.heading(outageName(outage), stateText(outage, words)),
    when: clockIn(words, now, zone),
    showText: true,
    reporter: false,
    hint,
  });
}

const drillLines = ({ drill }: Outage, words: Words): readonly string[] =>
  drill && !drill.over ? [words.watch.drill.hint, ...(drill.mentions ? [] : [words.watch.drill.quiet])] : [];
/** A drill shows its description only: its customer, times and contact do not exist. */
const drillFacts = ({ drill, report }: Outage, words: Words): Fact[] =>
  drill?.over ? [] : [{ label: words.report.fields.description.fact, lines: paragraphs(report.description) }];

/** What all cards but the desk's have in common. `next` and `actions` replace the usual lines and buttons. */
export function forOthers(
  { outage, desk, words, now }: OutageView,
  options: {
    heading: string;
    when: Clock;
    showText: boolean;
    reporter: boolean;
    hint?: string;
    next?: readonly string[];
    actions?: readonly Button[];
  },
): Card {
  const { heading, when, showText, reporter, hint } = options;
  const { report } = outage;
  const fact = (label: string, text: string): Fact => ({ label, lines: paragraphs(text) });
  const next = options.next ?? nextLines({ outage, desk, words, now, when, reporter });
  const was = reporter && outage.request?.promoted ? [words.request.next.was(requestName(outage))] : [];
  const lines = [...(hint ? hint.split('\n') : []), ...unknownLines(outage, words.watch.restored.others, when), ...next, ...was];
  return drawMessage(words, {
    style: stateStyle(outage, 'others'),
    heading,
    subheading: showText ? quoted(report.title) : stateText(outage, words),
    lines,
    facts: [
      ...lastWord(outage, words, when),
      fact(words.facts.customer, report.project.name),
      fact(words.facts.environment, report.environment.name),
      fact(words.facts.scenario, report.scenario.title),
      ...(reporter && showText && report.onBehalfOf ? [{ label: words.facts.reporter, lines: [reporterNames(outage, words)] }] : []),
      { label: words.facts.reported, lines: [when(outage.reportedAt)] },
      ...(reporter && showText ? answerFacts(report, words) : []),
    ],
    phones: words.phones(phonesFor(desk.file.desk.phones, reporter ? report.contact.timeZone : '')),
    fallbackText: `${heading}. ${stateText(outage, words)}.`,
    actions: options.actions ?? (reporter ? [...reporterButtons(outage, words, now), ...otherWay(outage, desk, words)] : []),
  });
}

/** A link to the support portal for a request without a promised reply time. */
const otherWay = (outage: Outage, desk: Desk, words: Words) =>
  outage.state === 'requested' && !outage.answer && !outage.request?.plan
    ? [link(words.request.exit.portal, desk.file.desk.supportRequest.url)]
    : [];

/** Says, after a restore, since when nobody knows what happened. */
function unknownLines(outage: Outage, say: (when: string) => string, when: Clock): string[] {
  const since = unknownSince(outage);
  return since === null ? [] : [say(when(since))];
}
