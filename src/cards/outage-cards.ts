/** The card of an outage, for whom it is: the desk, the place where it was reported, those who follow. */
import type { Desk } from '../desk/desk.ts';
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
import type { Words } from '../words/words.ts';
import { bytesOf, type Card, MAX_CARD_BYTES, template } from './card.ts';
import { type ButtonGroup, deskButtons, quickChoices } from './desk-buttons.ts';
import { type Fact, factRows, ROOM, reportFacts } from './facts.ts';
import { type Clock, nextLines, transferFacts } from './next-lines.ts';
import { planFacts } from './plan-facts.ts';
import { reporterButtons } from './reporter-forms.ts';
import outageTemplate from './templates/outage.json' with { type: 'json' };
import { asName, clock, fitting, mention, oneLine, paragraphs, plain, readersClock, shorten } from './text.ts';
import type { Button } from './verbs.ts';

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
    case 'withdrawn':
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
 * an engineer sees it outside of that channel.
 */
export function deskCard(
  { outage, words, now }: OutageView,
  options: { readonly mentionOnCall: boolean; readonly hint?: string; readonly contact?: boolean },
): Card {
  const name = outageName(outage);
  const people = options.mentionOnCall ? outage.onCall.primary.map(mention) : [];
  const when: Clock = (at) => readersClock(at, now);
  const draw = (groups: readonly ButtonGroup[], affected: readonly Fact[]) =>
    expand(
      {
        style: stateStyle(outage, 'desk'),
        heading: options.mentionOnCall ? words.desk.newOutage(name) : words.desk.heading(name, stateText(outage, words)),
        subheading: oneLine(outage.report.title),
        mentionLines: people.length > 0 ? [words.desk.onCall(people.map(({ text }) => text).join(', '))] : [],
        lines: [...(options.hint ? [options.hint] : []), ...drillLines(outage, words), ...unknownLines(outage, words.restored.desk, when)],
        facts: factRows([
          ...progressFacts(outage, words, when),
          ...affected,
          ...reportedFacts(outage, words, when),
          ...reportFacts(outage.report, words, { now, contact: options.contact ?? true, title: false }),
          ...planFacts(outage, words, when),
        ]),
        phones: '',
        fallbackText: `${name}: ${oneLine(outage.report.title)}. ${stateText(outage, words)}.`,
        groups,
        actions: deskButtons(outage, words),
      },
      people,
    );
  const affected = affectedFacts(outage, words);
  const fits = (card: Card) => bytesOf(card) <= MAX_CARD_BYTES;
  // What was entered goes before what is only quick, and before what stands under More too.
  const card = draw(quickChoices(outage, words), affected);
  if (fits(card)) return card;
  const plainer = draw([], affected);
  return fits(plainer) ? plainer : draw([], []);
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
  const state = first ? words.receipt.heading(name) : words.desk.heading(name, stateText(outage, words));
  const heading = isPrivate ? state : words.publicReport.arrived(name, asName(outage.reporter.name));
  return forOthers(view, { heading, when, showText: isPrivate, reporter: true, hint });
}

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
  drill ? [words.drill.hint, ...(drill.mentions ? [] : [words.drill.quiet])] : [];

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
  const lines = [...(hint ? [hint] : []), ...unknownLines(outage, words.restored.others, when), ...next];
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
      { label: words.facts.reported, lines: [when(outage.reportedAt)] },
    ]),
    phones: words.phones(desk.file.desk.phones),
    fallbackText: `${heading}. ${stateText(outage, words)}.`,
    groups: [],
    actions: options.actions ?? (reporter ? reporterButtons(outage, words, now) : []),
  });
}

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

const reportedFacts = (outage: Outage, words: Words, when: Clock): Fact[] => [
  { label: words.facts.reporter, lines: [`${plain(outage.reporter.name)}, ${when(outage.reportedAt)}`] },
];
