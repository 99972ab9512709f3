/** The card of an outage: for the desk, for the place where it was reported, and for followers. */
import type { Desk } from '../../desk/desk.ts';
import { phonesFor } from '../../desk/phones.ts';
import { audienceAt, type Destination, onlyReaderAt, readerOf } from '../../outage/destinations.ts';
import { isScattered } from '../../outage/types/numbers.ts';
import { isAwaited, type Outage, outageName, requestIn, unknownSince, updateMissed } from '../../outage/types/outage.ts';
import { stageOf } from '../../outage/types/stage.ts';
import type { Audience } from '../../outage/types/values.ts';
import type { Words } from '../../words/words.ts';
import { AUDIENCE_VIEWS, forAudience, headlineFor } from '../base/audience.ts';
import { type Card, firstThatFits } from '../base/card.ts';
import { type Fact, LAST_ROOM, LINKED_ROOM, mainFacts, ROOM, type Room, reportFacts, TIGHT_ROOM } from '../base/facts.ts';
import { callablePhones } from '../base/phone-links.ts';
import { type Button, type ButtonGroup, link } from '../base/verbs.ts';
import { filesFacts } from '../files.ts';
import { type FollowedIn, followButtons } from '../follow/follow.ts';
import { drawMessage } from '../layouts/layouts.ts';
import { bridgeFacts, joinButton, linkFacts } from '../links.ts';
import { maintenanceFacts } from '../maintenance.ts';
import { pageFacts } from '../pages.ts';
import { affectedFacts, planFacts, progressFacts, questionFacts, reporterNames, reviewFacts } from '../progress/facts.ts';
import { pulseFacts, pulseGroups } from '../pulse.ts';
import { callFacts, callLines } from '../report/by-phone.ts';
import { requestName, wasRequest } from '../request/request.ts';
import { asName, clockIn, mentionAll, paragraphs, quoted, readersClock } from '../text.ts';
import { buttonsFor, certificateButton, deskButtons, NO_TALK, reporterButtons, talkOf } from './buttons.ts';
import { type Clock, nextLines, type OutageView } from './next-lines.ts';
import { followerRows, ownRows, rowsOf } from './rows.ts';
import { clockFor, lookOf, stageFacts, stagesOf } from './stages.ts';

export function stateText(outage: Outage, words: Words): string {
  switch (outage.state) {
    case 'reported':
      if (outage.breachedAt !== null) return words.state.breached;
      return outage.back ? words.progress.state.back[outage.back.by] : words.state.reported;
    case 'acknowledged':
      return words.state.acknowledged(asName(outage.owner.name), stageOf(outage));
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

/** How the first message of a drill, a request or an outage is headed. */
const beginsAs = (outage: Outage, { desk, watch }: Words) =>
  outage.drill ? watch.drill.begins : requestIn(outage) ? desk.newRequest : desk.newOutage;

/** What a notification says of the card. The title is left out where others than the reporter read. */
export function summaryOf(view: OutageView, destination: Destination): string {
  const audience = audienceAt(destination, view.outage);
  const { outage, words } = forAudience(view, audience);
  const isTold = readerOf(destination) !== 'reporter' || onlyReaderAt(destination, outage);
  const state = words.formats.sentence(words.formats.pair(outageName(outage), stateText(outage, words)));
  return words.formats.joined([state, isTold ? headlineFor(outage, audience, words) : '']);
}

/**
 * The first message of an outage in the support desk's channel; the only card with personal data. `contact`: false when
 * an engineer sees it outside of that channel. `buttons`: false when the outage is worked on in another place.
 */
export function deskCard(
  { outage, desk, words, now }: OutageView,
  options: { readonly mentionOnCall: boolean; readonly hint?: string; readonly contact?: boolean; readonly buttons?: boolean },
): Card {
  const name = outageName(outage);
  const { contact = true } = options;
  const { pair, sentence, sentences } = words.formats;
  const when: Clock = (at) => readersClock(at, now, words);
  const draw = (room: Room, whole = true) => {
    const entered = { report: outage.report, desk, words, now, room };
    return drawMessage(words, {
      ...lookOf(outage),
      heading: options.mentionOnCall ? beginsAs(outage, words)(name) : words.desk.heading(name, stateText(outage, words)),
      subheading: quoted(outage.report.title, words),
      mentions: options.mentionOnCall ? mentionAll(outage.onCall.primary, words.desk.onCall, words) : [],
      stages: stagesOf(outage, words, when),
      clock: clockFor(outage, words, when, { now, desk: true }),
      lines: [
        ...(options.hint ? options.hint.split('\n') : []),
        ...drillLines(outage, words),
        ...(outage.deskUnreached ? [words.report.unreached.deskTold(when(outage.deskUnreached.at))] : []),
        ...unknownLines(outage, words.watch.restored.desk, when),
        ...nextUpdateLine(outage, words, when),
      ],
      first: options.buttons === false ? [] : [...deskButtons(outage, words, { mayAsk: true }), ...certificateButton(outage, desk, words)],
      facts: [
        ...questionFacts(outage, words, when),
        ...progressFacts(outage, words, when),
        ...reviewFacts(outage, words, when),
        ...bridgeFacts({ outage, desk, words }),
        ...wasRequest(outage, words, when),
        ...maintenanceFacts(outage, words, when),
        ...callFacts(outage, words, contact),
        ...pageFacts(outage, words, when),
        ...(outage.drill ? [] : mainFacts(entered)),
        ...affectedFacts(outage, words),
        ...pulseFacts(outage, words),
        ...filesFacts(outage, words),
        ...linkFacts({ outage, desk, words }, { contact, whole }),
      ],
      details: [
        { label: words.facts.reporter, lines: [words.formats.list([reporterNames(outage, words), when(outage.reportedAt)])] },
        // Only the desk reads how many there are.
        ...(isScattered() && !outage.drill ? [{ label: words.facts.counted, lines: [String(outage.number)] }] : []),
        ...(outage.drill ? drillFacts(outage, words) : reportFacts({ ...entered, contact, title: false, main: false, name: false })),
        ...planFacts(outage, words, when),
        ...stageFacts(outage, words, when),
      ],
      fallbackText: sentence(sentences([pair(name, quoted(outage.report.title, words)), stateText(outage, words)])),
    });
  };
  const less = [() => draw(TIGHT_ROOM), () => draw(LAST_ROOM), () => draw(LINKED_ROOM), () => draw(LINKED_ROOM, false)];
  return firstThatFits([() => draw(ROOM), ...less]);
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
  const groups = pulseGroups(view, { reporter: true });
  const heading = isPrivate ? state : words.report.public.arrived(name, asName(outage.reporter.name));
  return forOthers(view, { heading, when, showText: isPrivate, entered: isPrivate, reporter: true, hint, groups });
}

/** Says that a request was sent, and to whom; empty once it was answered. */
const requestReceipt = ({ outage, desk, words }: OutageView): string =>
  outage.state === 'requested' && !outage.answer ? words.request.receipt(outageName(outage), asName(desk.file.desk.name)) : '';

type FollowerOptions = {
  readonly hint?: string;
  readonly zone?: string | undefined;
  readonly entered?: boolean;
  readonly audience?: Audience;
  readonly followed?: FollowedIn;
};

/**
 * `zone`: of the one who looks it up in their own chat. `entered`: only people of the project read it, so it says since when, for whom,
 * and what it stops in the reporter's words; never the contact. `audience`: of the room in which it is read. `followed`: where, for its
 * buttons; left out: there are none.
 */
export function followerCard(
  all: OutageView,
  { hint = '', zone, entered = false, audience = 'customer', followed }: FollowerOptions = {},
): Card {
  const view = forAudience(all, audience);
  const { outage, words, now } = view;
  return forOthers(view, {
    heading: words.desk.heading(outageName(outage), stateText(outage, words)),
    when: clockIn(words, now, zone),
    showText: true,
    reporter: false,
    follower: audience,
    entered,
    actions: followed ? followButtons(outage, words, followed) : [],
    hint: words.formats.joined([hint, ...drillLines(outage, words).slice(0, 1)]),
  });
}

const nextUpdateLine = (outage: Outage, { clock, news }: Words, when: Clock): readonly string[] =>
  outage.state === 'acknowledged' ? [(updateMissed(outage) ? clock.was : news.nextUpdate)(when(outage.nextUpdateBy))] : [];

const drillLines = ({ drill }: Outage, words: Words): readonly string[] =>
  drill && !drill.over ? [words.watch.drill.hint, ...(drill.mentions ? [] : [words.watch.drill.quiet])] : [];
/** A drill shows its description only: its customer, times and contact do not exist. */
const drillFacts = ({ drill, report }: Outage, words: Words): Fact[] =>
  drill?.over ? [] : [{ label: words.report.fields.description.fact, lines: paragraphs(report.description) }];

/** What all cards but the desk's have in common. `next` and `actions` replace the usual lines and buttons. */
export function forOthers(
  view: OutageView,
  options: {
    heading: string;
    when: Clock;
    showText: boolean;
    reporter: boolean;
    /** For whom the room is that follows. It needs no phone number. */
    follower?: Audience;
    entered?: boolean;
    hint?: string;
    next?: readonly string[];
    actions?: readonly Button[];
    groups?: readonly ButtonGroup[];
  },
): Card {
  const { outage, desk, words, now, takesFiles = false } = view;
  const { heading, when, showText, reporter, follower = null, entered = false, hint, groups = [] } = options;
  const { report } = outage;
  const { isDrawn } = AUDIENCE_VIEWS[follower ?? 'customer'];
  const next = options.next ?? (isDrawn ? nextLines({ outage, desk, words, now, when, reporter, follower: follower !== null }) : []);
  const was = reporter && outage.request?.promoted ? [words.request.next.was(requestName(outage))] : [];
  const state = stateText(outage, words);
  const { sentence, sentences } = words.formats;
  const fallbackText = sentence(heading.endsWith(state) ? heading : sentences([heading, state]));
  const told = hint ? hint.split('\n') : [];
  const called = reporter ? callLines(outage, words) : [];
  const mayShow = takesFiles && reporter && showText && isAwaited(outage) ? [words.files.maySend] : [];
  // A drill has no customer and no contact.
  const own = reporter && showText && !outage.drill;
  const talk = own ? talkOf(outage, words) : NO_TALK;
  const below = [...unknownLines(outage, words.watch.restored.others, when), ...talk.lines, ...next, ...was, ...called];
  const rows = follower ? followerRows(follower, entered) : ownRows({ outage, own, entered, showText });
  const zone = report.contact.timeZone;
  const numbers = phonesFor(callablePhones(desk.file.desk.phones), reporter ? zone : '');
  const phones = follower || !waits(outage) ? '' : words.phones(numbers);
  const draw = (room: Room, said = told, asked = groups) =>
    drawMessage(words, {
      ...lookOf(outage),
      heading,
      subheading: isDrawn ? (showText ? quoted(report.title, words) : state) : '',
      ...(isDrawn && { stages: stagesOf(outage, words, when) }),
      ...(reporter && { clock: clockFor(outage, words, when, { now, desk: false, deadline: false }) }),
      lead: said,
      lines: [...below, ...mayShow],
      facts: rowsOf(rows.facts, { ...view, when, room }),
      details: [
        ...(own ? reportFacts({ report, desk, words, zone, now, contact: true, room }) : []),
        ...rowsOf(rows.details, { ...view, when, room }),
      ],
      ...(own && { detailsLabel: words.report.receipt.reported }),
      phones,
      groups: asked,
      fallbackText,
      firstFor: reporter && !showText ? buttonsFor(outage, words) : '',
      first: options.actions ?? (reporter ? [...talk.buttons, ...ofReporter({ outage, desk, words, now })] : []),
    });
  // What was changed stands in the report below, too; and how it is can be typed.
  const short = (room: Room) => () => draw(room, [...told.slice(0, 1), words.facts.cut], []);
  const whole = [() => draw(TIGHT_ROOM), () => draw(LAST_ROOM), () => draw(LAST_ROOM, told, [])];
  return firstThatFits([() => draw(ROOM), ...whole, short(LAST_ROOM), short(LINKED_ROOM)]);
}

/** Somebody may have to call: nobody has taken it yet, or nobody says what is new. */
const waits = (outage: Outage): boolean => ['reported', 'requested'].includes(outage.state) || updateMissed(outage);

const ofReporter = ({ outage, desk, words, now }: OutageView) => [
  ...joinButton({ outage, words }),
  ...reporterButtons(outage, words, now),
  ...otherWay(outage, desk, words),
  ...certificateButton(outage, desk, words),
];

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
