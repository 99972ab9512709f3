/** The card of an outage, for whom it is: the desk, the place where it was reported, those who follow. */
import type { Desk } from '../desk/desk.ts';
import { type Instant, type Outage, outageName, type Person, unknownSince } from '../outage/outage.ts';
import type { Words } from '../words/words.ts';
import { type Card, template } from './card.ts';
import { type Fact, factRows, ROOM, reportFacts } from './facts.ts';
import { planFacts } from './plan-facts.ts';
import outageTemplate from './templates/outage.json' with { type: 'json' };
import { asName, clock, fitting, mention, oneLine, paragraphs, plain, readersClock } from './text.ts';
import { type Button, button } from './verbs.ts';

const expand = template(outageTemplate);

export type OutageView = { readonly outage: Outage; readonly desk: Desk; readonly words: Words; readonly now: Instant };
/** How a point in time is written for whoever reads this card. */
type Clock = (at: Instant) => string;

/** Red, blue or green, and always the words beside it: nothing depends on the colour. */
export function stateStyle(outage: Outage, reader: 'desk' | 'others'): 'attention' | 'warning' | 'accent' | 'good' {
  if (outage.state === 'resolved') return 'good';
  if (outage.state === 'acknowledged') return 'accent';
  // Waiting is a call to the desk; to everybody else it is what was promised, until the promise is broken.
  return reader === 'desk' || outage.breachedAt !== null ? 'attention' : 'warning';
}

export function stateText(outage: Outage, words: Words): string {
  switch (outage.state) {
    case 'reported':
      return outage.breachedAt === null ? words.state.reported : words.state.breached;
    case 'acknowledged':
      return words.state.acknowledged(asName(outage.owner.name), words.phaseShort[outage.phase]);
    case 'resolved':
      return words.state.resolved;
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
  return expand(
    {
      style: stateStyle(outage, 'desk'),
      heading: options.mentionOnCall ? words.desk.newOutage(name) : words.desk.heading(name, stateText(outage, words)),
      subheading: oneLine(outage.report.title),
      mentionLines: people.length > 0 ? [words.desk.onCall(people.map(({ text }) => text).join(', '))] : [],
      lines: [...(options.hint ? [options.hint] : []), ...unknownLines(outage, words.restored.desk, when)],
      facts: factRows([
        ...progressFacts(outage, words, when),
        ...reportedFacts(outage, words, when),
        ...reportFacts(outage.report, words, { now, contact: options.contact ?? true, title: false }),
      ]),
      phones: '',
      fallbackText: `${name}: ${oneLine(outage.report.title)}. ${stateText(outage, words)}.`,
      actions: deskButtons(outage, words),
    },
    people,
  );
}

export function deskButtons(outage: Outage, words: Words): Button[] {
  const data = { outage: outage.id, version: outage.version };
  switch (outage.state) {
    case 'reported':
      return [button(words.desk.acknowledge, 'outage-acknowledge', data, 'positive')];
    case 'acknowledged':
      return [button(words.desk.update, 'outage-update-form', data, 'positive'), button(words.desk.resolve, 'outage-resolve-form', data)];
    case 'resolved':
      return [];
  }
}

/**
 * The card at the place where it was reported. In a personal chat it is the receipt; elsewhere it says no more than
 * the number, the state and where, because what the reporter entered is not for everybody there.
 */
export function originCard(view: OutageView): Card {
  const { outage, words, now } = view;
  const isPrivate = outage.origin.kind === 'personal';
  const zone = outage.report.contact.timeZone;
  const when: Clock = isPrivate ? (at) => clock(at, zone, now) : (at) => readersClock(at, now);
  const name = outageName(outage);
  const state = outage.state === 'reported' ? words.receipt.heading(name) : words.desk.heading(name, stateText(outage, words));
  const heading = isPrivate ? state : words.publicReport.arrived(name, asName(outage.reporter.name));
  return sharedCard(view, { heading, when, showText: isPrivate });
}

/** The card of a channel or group chat that follows; it always shows the present state. */
export function followerCard(view: OutageView, { hint = '' }: { readonly hint?: string } = {}): Card {
  const { outage, words, now } = view;
  return sharedCard(view, {
    heading: words.desk.heading(outageName(outage), stateText(outage, words)),
    when: (at) => readersClock(at, now),
    showText: true,
    hint,
  });
}

function sharedCard(
  { outage, desk, words }: OutageView,
  options: { heading: string; when: Clock; showText: boolean; hint?: string },
): Card {
  const { heading, when, showText, hint } = options;
  const { report } = outage;
  const fact = (label: string, text: string): Fact => ({ label, lines: paragraphs(text) });
  const lines = [...(hint ? [hint] : []), ...unknownLines(outage, words.restored.others, when), ...nextLines(outage, words, when)];
  return expand({
    style: stateStyle(outage, 'others'),
    heading,
    subheading: showText ? oneLine(report.title) : stateText(outage, words),
    mentionLines: [],
    lines,
    facts: factRows([
      fact(words.facts.customer, report.project.name),
      fact(words.facts.environment, report.environment.name),
      fact(words.facts.scenario, report.scenario.title),
      { label: words.facts.reported, lines: [when(outage.reportedAt)] },
      ...lastWord(outage, words),
    ]),
    phones: words.phones(desk.file.desk.phones),
    fallbackText: `${heading}. ${stateText(outage, words)}.`,
    actions: [],
  });
}

/** Before anything that may be out of date: since when nobody knows what happened. */
function unknownLines(outage: Outage, say: (when: string) => string, when: Clock): string[] {
  const since = unknownSince(outage);
  return since === null ? [] : [say(when(since))];
}

/** What happens next and by when, which is what everybody reads first. */
function nextLines(outage: Outage, words: Words, when: Clock): string[] {
  const { receipt } = words;
  switch (outage.state) {
    case 'reported':
      if (outage.breachedAt === null) return [receipt.next(when(outage.acknowledgeBy))];
      return [unknownSince(outage) === null ? receipt.breached(when(outage.acknowledgeBy)) : words.restored.breachedText];
    case 'acknowledged': {
      const owner = plain(outage.owner.name);
      const taken = when(outage.acknowledgedAt);
      if (!outage.updateMissed) return [receipt.acknowledged(owner, taken, when(outage.nextUpdateBy))];
      return [receipt.acknowledgedMissed(owner, taken), words.state.updateMissed(when(outage.nextUpdateBy))];
    }
    case 'resolved':
      return [receipt.resolved(plain(outage.resolvedBy.name), when(outage.resolvedAt))];
  }
}

/** The newest words of an engineer, so that who comes late need not read the whole thread. */
function lastWord(outage: Outage, words: Words): Fact[] {
  const lines = (text: string) => fitting(paragraphs(text), ROOM.other, words.facts.cut);
  if (outage.state === 'resolved') return [{ label: words.facts.done, lines: lines(outage.resolution) }];
  if (outage.state === 'acknowledged' && outage.lastUpdate) {
    return [{ label: words.facts.lastUpdate, lines: lines(outage.lastUpdate) }];
  }
  return [];
}

function progressFacts(outage: Outage, words: Words, when: Clock): Fact[] {
  const { facts } = words;
  switch (outage.state) {
    case 'reported':
      return [
        {
          label: facts.acknowledgeBy,
          lines: [outage.breachedAt === null ? when(outage.acknowledgeBy) : words.desk.acknowledgeBreached(when(outage.acknowledgeBy))],
        },
        ...planFacts(outage, words, when),
      ];
    case 'acknowledged':
      return [
        { label: facts.owner, lines: [ownerLine(outage.owner, outage, words, when)] },
        { label: facts.nextUpdate, lines: [when(outage.nextUpdateBy)] },
        ...lastWord(outage, words),
      ];
    case 'resolved':
      return [
        { label: facts.owner, lines: [ownerLine(outage.owner, outage, words, when)] },
        { label: facts.state, lines: [words.receipt.resolved(plain(outage.resolvedBy.name), when(outage.resolvedAt))] },
        ...lastWord(outage, words),
      ];
  }
}

const ownerLine = (owner: Person, outage: Exclude<Outage, { state: 'reported' }>, words: Words, when: Clock) =>
  `${plain(owner.name)}, ${when(outage.acknowledgedAt)} (${words.duration(outage.acknowledgedAt - outage.reportedAt)})`;

const reportedFacts = (outage: Outage, words: Words, when: Clock): Fact[] => [
  { label: words.facts.reporter, lines: [`${plain(outage.reporter.name)}, ${when(outage.reportedAt)}`] },
];
