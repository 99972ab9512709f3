/** The card of an outage, for whom it is: the desk, the place where it was reported, those who follow. */
import type { Desk } from '../desk/desk.ts';
import { phonesFor } from '../desk/phones.ts';
import { affectedPeople } from '../outage/affected.ts';
import { unknownSince } from '../outage/events.ts';
import {
  type Acknowledged,
  type Closed,
  type Instant,
  type Outage,
  outageName,
  type Reported,
  type Resolved,
  updateMissed,
} from '../outage/outage.ts';
import { requestIn } from '../outage/request.ts';
import type { Words } from '../words/words.ts';
import { type Card, firstThatFits, template } from './card.ts';
import { type ButtonGroup, deskButtons, quickChoices } from './desk-buttons.ts';
import { answerFacts, type Fact, factRows, ROOM, type Room, reportFacts, TIGHT_ROOM } from './facts.ts';
import { type Clock, nextLines, transferFacts } from './next-lines.ts';
import { planFacts } from './plan-facts.ts';
import { reporterButtons } from './reporter-forms.ts';
import { answeredFacts, requestFacts, requestState, wasRequest } from './request-cards.ts';
import { requestName } from './request-news.ts';
import outageTemplate from './templates/outage.json' with { type: 'json' };
import { asName, clock, fitting, mention, oneLine, paragraphs, plain, readersClock, shorten } from './text.ts';
import { type Button, link } from './verbs.ts';

const expand = template(outageTemplate);

export type OutageView = { readonly outage: Outage; readonly desk: Desk; readonly words: Words; readonly now: Instant };

/** Red, blue, green or grey, and always the words beside it: nothing depends on the colour. */
export function stateStyle(outage: Outage, reader: 'desk' | 'others'): 'attention' | 'warning' | 'accent' | 'good' | 'emphasis' {
  switch (outage.state) {
    case 'reported':
      // Waiting is a call to the desk; to everybody else it is what was promised, until the promise is broken.
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
      return outage.back ? words.life.state.back[outage.back.by] : words.state.reported;
    case 'acknowledged':
      return words.state.acknowledged(asName(outage.owner.name), words.phaseShort[outage.phase]);
    case 'transferred':
      return words.life.state.transferred(asName(outage.team.name));
    case 'requested':
      return requestState(outage, words);
    case 'withdrawn':
      if (requestIn(outage)) return words.request.state.withdrawn;
      return outage.drill ? words.drill.over : words.life.state.withdrawn;
    case 'merged':
      return words.life.state.merged(outageName(outage.into));
    case 'resolved':
      return words.state.resolved;
    case 'closed':
      return words.life.state.closed;
  }
}

/**
 * The first message of an outage in the support desk's channel; the only card with personal data. `contact`: false where
 * an engineer sees it outside of that channel. `buttons`: false where it is worked on elsewhere.
 */
export function deskCard(
  { outage, words, now }: OutageView,
  options: { readonly mentionOnCall: boolean; readonly hint?: string; readonly contact?: boolean; readonly buttons?: boolean },
): Card {
  const name = outageName(outage);
  const { contact = true } = options;
  const people = options.mentionOnCall ? outage.onCall.primary.map(mention) : [];
  const when: Clock = (at) => readersClock(at, now);
  const draw = (groups: readonly ButtonGroup[], affected: readonly Fact[], room: Room) =>
    expand(
      {
        style: stateStyle(outage, 'desk'),
        heading: options.mentionOnCall
          ? (outage.drill ? words.drill.begins : words.desk.newOutage)(name)
          : words.desk.heading(name, stateText(outage, words)),
        subheading: oneLine(outage.report.title),
        mentionLines: people.length > 0 ? [words.desk.onCall(people.map(({ text }) => text).join(', '))] : [],
        lines: [
          ...(options.hint ? [options.hint] : []),
          ...drillLines(outage, words),
          ...(outage.deskUnreached ? [words.unreached.deskTold(when(outage.deskUnreached.at))] : []),
          ...unknownLines(outage, words.restored.desk, when),
        ],
        facts: factRows([
          ...progressFacts(outage, words, when),
          ...wasRequest(outage, words, when),
          ...affected,
          ...reportedFacts(outage, words, when),
          ...(outage.drill ? drillFacts(outage, words) : reportFacts(outage.report, words, { now, contact, title: false, room })),
          ...planFacts(outage, words, when),
        ]),
        phones: '',
        fallbackText: `${name}: ${oneLine(outage.report.title)}. ${stateText(outage, words)}.`,
        groups,
        actions: options.buttons === false ? [] : deskButtons(outage, words),
      },
      people,
    );
  const affected = affectedFacts(outage, words);
  // What was entered goes before what is only quick, and before what stands under More too.
  return firstThatFits([
    () => draw(quickChoices(outage, words), affected, ROOM),
    () => draw([], affected, ROOM),
    () => draw([], [], ROOM),
    () => draw([], [], TIGHT_ROOM),
  ]);
}

/**
 * The card at the place where it was reported. Where only the reporter reads it is the receipt; elsewhere it says no more
 * than the number, the state and where, because what the reporter entered is not for everybody there.
 */
export function originCard(view: OutageView, { own, hint = '' }: { readonly own?: boolean; readonly hint?: string } = {}): Card {
  const { outage, words, now } = view;
  const isPrivate = own ?? outage.origin.kind === 'personal';
  const zone = outage.report.contact.timeZone;
  const when: Clock = isPrivate ? (at) => clock(at, zone, now) : (at) => readersClock(at, now);
  const name = outageName(outage);
  const first = outage.state === 'reported' && !outage.back && outage.breachedAt === null;
  const receipt = first && !outage.request ? words.receipt.heading(name) : requestReceipt(view);
  const state = receipt || words.desk.heading(name, stateText(outage, words));
  const heading = isPrivate ? state : words.publicReport.arrived(name, asName(outage.reporter.name));
  return forOthers(view, { heading, when, showText: isPrivate, reporter: true, hint });
}

/** While it waits for its reply: that it was sent, and to whom. */
const requestReceipt = ({ outage, desk, words }: OutageView): string =>
  outage.state === 'requested' && !outage.answer ? words.request.receipt(outageName(outage), asName(desk.file.desk.name)) : '';

/** The card of a channel or group chat that follows; it always shows the present state. */
export function followerCard(view: OutageView, { hint = '' }: { readonly hint?: string } = {}): Card {
  const { outage, words, now } = view;
  return forOthers(view, {
    heading: words.desk.heading(outageName(outage), stateText(outage, words)),
    when: (at) => readersClock(at, now),
    showText: true,
    reporter: false,
    hint,
  });
}

const drillLines = ({ drill }: Outage, words: Words): readonly string[] =>
  drill && !drill.over ? [words.drill.hint, ...(drill.mentions ? [] : [words.drill.quiet])] : [];
/** Nobody entered the rest: a customer, a time, a contact that do not exist would only be looked at in vain. */
const drillFacts = ({ drill, report }: Outage, words: Words): Fact[] =>
  drill?.over ? [] : [{ label: words.facts.what, lines: paragraphs(report.description) }];

/** What the cards of all but the desk have in common. `next`: what happens next, when that is not the usual. */
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
  const lines = [...(hint ? [hint] : []), ...unknownLines(outage, words.restored.others, when), ...next, ...was];
  return expand({
    style: stateStyle(outage, 'others'),
    heading,
    subheading: showText ? oneLine(report.title) : stateText(outage, words),
    mentionLines: [],
    lines,
    facts: factRows([
      ...lastWord(outage, words, when),
      fact(words.facts.customer, report.project.name),
      fact(words.facts.environment, report.environment.name),
      fact(words.facts.scenario, report.scenario.title),
      ...(reporter && showText && report.onBehalfOf ? [{ label: words.facts.reporter, lines: [reporterNames(outage, words)] }] : []),
      { label: words.facts.reported, lines: [when(outage.reportedAt)] },
      ...(reporter && showText ? answerFacts(report, words) : []),
    ]),
    phones: words.phones(phonesFor(desk.file.desk.phones, reporter ? report.contact.timeZone : '')),
    fallbackText: `${heading}. ${stateText(outage, words)}.`,
    groups: [],
    actions: options.actions ?? (reporter ? [...reporterButtons(outage, words, now), ...otherWay(outage, desk, words)] : []),
  });
}

/** Where nobody knows when a reply comes, the support portal. */
const otherWay = (outage: Outage, desk: Desk, words: Words) =>
  outage.state === 'requested' && !outage.answer && !outage.request?.plan
    ? [link(words.request.exit.portal, desk.file.desk.supportRequest.url)]
    : [];

/** Before anything that may be out of date: since when nobody knows what happened. */
function unknownLines(outage: Outage, say: (when: string) => string, when: Clock): string[] {
  const since = unknownSince(outage);
  return since === null ? [] : [say(when(since))];
}

/** The newest words of an engineer, so that who comes late need not read the whole thread; of what ended, why. */
function lastWord(outage: Outage, words: Words, when: Clock): Fact[] {
  const { facts, life } = words;
  const fact = (label: string, text: string): Fact[] =>
    text === '' ? [] : [{ label, lines: fitting(paragraphs(text), ROOM.other, facts.cut) }];
  switch (outage.state) {
    case 'transferred':
      return [...transferFacts(outage, words, when)];
    case 'withdrawn':
      return fact(life.facts.reason, outage.reason);
    case 'merged':
      return [];
    case 'requested':
      return answeredFacts(outage, words);
    case 'resolved':
    case 'closed':
      return fact(facts.done, outage.resolution);
    default:
      return fact(facts.lastUpdate, outage.lastUpdate);
  }
}

/** What the desk needs to know of how far it is. */
function progressFacts(outage: Outage, words: Words, when: Clock): Fact[] {
  const { facts, life } = words;
  const said = (text: string): Fact => ({ label: facts.state, lines: [text] });
  const absorbed = outage.absorbed.map(({ number, reporter }) => life.facts.absorbedOf(outageName({ number }), plain(reporter.name)));
  const last = [
    ...lastWord(outage, words, when),
    ...(absorbed.length > 0 ? [{ label: life.facts.absorbed, lines: absorbed.slice(-10) }] : []),
  ];
  switch (outage.state) {
    case 'reported': {
      const due = when(outage.acknowledgeBy);
      return [
        { label: facts.acknowledgeBy, lines: [outage.breachedAt === null ? due : words.desk.acknowledgeBreached(due)] },
        ...backFacts(outage, words, when),
        ...last,
      ];
    }
    case 'requested':
      return [...requestFacts(outage, words, when), ...last];
    case 'acknowledged':
      return [...ownerFacts(outage, words, when), ...workFacts(outage, words, when), ...last];
    case 'transferred':
      return [said(life.facts.transferred(plain(outage.transferredBy.name), when(outage.transferredAt))), ...last];
    case 'withdrawn':
      // A drill ended by itself, and its news say so.
      return outage.drill ? last : [said(life.facts.withdrawn(plain(outage.withdrawnBy.name), when(outage.withdrawnAt))), ...last];
    case 'merged':
      return [said(life.facts.merged(plain(outage.mergedBy.name), outageName(outage.into), when(outage.mergedAt))), ...last];
    case 'resolved':
    case 'closed':
      return [
        ...ownerFacts(outage, words, when),
        said(words.receipt.resolved(plain(outage.resolvedBy.name), when(outage.resolvedAt))),
        ...(outage.state === 'closed' ? [{ label: life.state.closed, lines: [closedText(outage, words, when)] }] : []),
        ...last,
      ];
  }
}

/** How many say that it is theirs too; how to reach them stands elsewhere. */
function affectedFacts(outage: Outage, { joining: { desk } }: Words): Fact[] {
  const people = affectedPeople(outage);
  if (outage.joined.length === 0) return [];
  const names = people.slice(0, MOST_NAMED).map(({ name }) => shorten(plain(name), LONGEST_NAME));
  return [{ label: desk.fact, lines: [desk.count(people.length, names.join(', '), people.length - names.length)] }];
}
const MOST_NAMED = 6;
const LONGEST_NAME = 40;

function backFacts({ back, ladderFrom }: Reported, { life: { facts } }: Words, when: Clock): Fact[] {
  return back ? [{ label: facts.back, lines: [facts.backBy[back.by](plain(back.owner?.name ?? ''), when(ladderFrom))] }] : [];
}

function workFacts(outage: Acknowledged, { facts, life }: Words, when: Clock): Fact[] {
  const { helpers, offeredTo, firstLook, nextUpdateBy, owner } = outage;
  const row = (label: string, text: string): Fact[] => (text === '' ? [] : [{ label, lines: [text] }]);
  return [
    ...row(facts.nextUpdate, updateMissed(outage) ? life.facts.overdue(when(nextUpdateBy)) : when(nextUpdateBy)),
    ...row(life.facts.offered, offeredTo ? life.facts.offeredTo(plain(offeredTo.name), plain(owner.name)) : ''),
    ...row(life.facts.firstLook, plain(firstLook)),
    ...row(life.facts.helpers, helpers.map(({ name }) => plain(name)).join(', ')),
  ];
}

const ownerFacts = (outage: Acknowledged | Resolved | Closed, words: Words, when: Clock): Fact[] => {
  const { owner, acknowledgedAt, ladderFrom } = outage;
  const { acknowledged } = words.life.facts;
  const after = words.duration(acknowledgedAt - ladderFrom);
  return [{ label: words.facts.owner, lines: [acknowledged(plain(owner.name), when(acknowledgedAt), after)] }];
};

const closedText = ({ closedBy, closedAt }: Closed, { life: { facts } }: Words, when: Clock): string =>
  closedBy ? facts.closedBy(plain(closedBy.name), when(closedAt)) : facts.closed(when(closedAt));

/** "Maya Lindt for Jonas Weber": both, where it was reported for somebody else. Not for those who follow. */
function reporterNames({ reporter, report }: Outage, { access }: Words): string {
  const name = plain(reporter.name);
  return report.onBehalfOf ? access.onBehalfOf.both(name, oneLine(report.onBehalfOf)) : name;
}

const reportedFacts = (outage: Outage, words: Words, when: Clock): Fact[] => [
  { label: words.facts.reporter, lines: [`${reporterNames(outage, words)}, ${when(outage.reportedAt)}`] },
];
