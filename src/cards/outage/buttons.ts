/** What can be pressed on the card of an outage in each state, by engineers and by the reporter, and the card behind the button More. */

import type { Desk } from '../../desk/desk.ts';
import { cadenceMs } from '../../outage/promise.ts';
import { isReviewable } from '../../outage/review/decide.ts';
import { isOpen, type Outage, outageName, requestIn } from '../../outage/types/outage.ts';
import type { Instant } from '../../outage/types/values.ts';
import type { Words } from '../../words/words.ts';
import { type Card, template } from '../base/card.ts';
import { factRows } from '../base/facts.ts';
import { type Button, type ButtonGroup, button, dataOf, type Verb } from '../base/verbs.ts';
import { contactFacts, isElsewhere, linkButtons } from '../links.ts';
import { asName, quoted } from '../text.ts';
import moreTemplate from './more.json' with { type: 'json' };
import { type OutageView, reopenUntil } from './next-lines.ts';

/** `mayAsk`: with the question to the reporter, on the card of the outage. */
export function deskButtons(outage: Outage, words: Words, { mayAsk = false } = {}): Button[] {
  if (outage.drill?.over) return [];
  const data = dataOf(outage);
  const { buttons } = words.ownership;
  const update = (style: Button['style']) => button(words.desk.update, 'outage-update-form', data, style);
  const more = button(buttons.more, 'outage-more', data);
  switch (outage.state) {
    case 'reported':
      return [button(words.desk.acknowledge, 'outage-acknowledge', data, 'positive')];
    case 'acknowledged':
      // Only the person to whom it is offered may answer. Everybody sees the buttons, because a card is the same for all.
      if (outage.offeredTo) {
        const accept = button(buttons.accept, 'outage-accept', data, 'positive');
        return [accept, button(buttons.decline, 'outage-decline', data), update('default'), more];
      }
      return [
        update('positive'),
        ...(mayAsk ? [button(words.conversation.ask.button, 'outage-ask-form', data)] : []),
        button(buttons.nothingNew, 'outage-nothing-new', data),
        button(words.desk.resolve, 'outage-resolve-form', data),
        more,
      ];
    case 'requested':
      return [
        button(words.request.buttons.answer, 'request-answer-form', data, 'positive'),
        button(words.request.buttons.promote, 'request-promote', data),
        button(buttons.note, 'outage-note-form', data),
      ];
    default:
      return [...(isReviewable(outage) ? [reviewButton(outage, words)] : []), more];
  }
}

const reviewButton = (outage: Outage, { review }: Words): Button =>
  button(outage.review ? review.show : review.button, 'review-show', dataOf(outage));

/** What the owner can choose with one tap for the next update. */
export const QUICK_MINUTES = [15, 30, 60] as const;
export const FIRST_LOOKS = ['changes', 'logs', 'database', 'network'] as const;

/** The two quick choices after an acknowledgement. Each disappears once it was made; both do after an update or an offer. */
function quickChoices(outage: Outage, words: Words): ButtonGroup[] {
  if (outage.state !== 'acknowledged' || outage.offeredTo || outage.updates > 0 || outage.nudges > 0) return [];
  const { plan: quick } = words.progress;
  const choice = (title: string, chosen: string) => button(title, 'outage-plan', { ...dataOf(outage), choice: chosen });
  const looks = { label: quick.firstLook, actions: FIRST_LOOKS.map((look) => choice(quick.looks[look], look)) };
  const minutes = { label: quick.nextUpdate, actions: QUICK_MINUTES.map((n) => choice(quick.minutes(n), String(n))) };
  const asPromised = outage.nextUpdateBy === outage.acknowledgedAt + cadenceMs(outage, outage.acknowledgedAt);
  return [...(outage.firstLook === '' ? [looks] : []), ...(asPromised ? [minutes] : [])];
}

export function reporterButtons(outage: Outage, words: Words, now: Instant): Button[] {
  const buttons = { ...words.ending.reporter.buttons, ...(requestIn(outage) ? words.request.reporter : {}) };
  const data = dataOf(outage);
  const correct = button(buttons.correct, 'reporter-correct-form', data);
  const stillDown = button(buttons.stillDown, 'reporter-still-down-form', data);
  switch (outage.state) {
    case 'reported':
    case 'acknowledged':
    case 'requested':
      return [correct, button(buttons.withdraw, 'reporter-withdraw-form', data)];
    case 'transferred':
      return [...(outage.objected ? [] : [button(buttons.object, 'reporter-object-form', data)]), correct];
    // Everybody affected is asked: see cards/pulse.ts.
    case 'resolved':
      return [];
    case 'closed':
    case 'withdrawn':
      return now <= reopenUntil(outage) && !requestIn(outage) ? [stillDown] : [];
    case 'merged':
      return outage.objected || requestIn(outage) ? [] : [button(buttons.other, 'reporter-object-form', data)];
  }
}

/** Offered once it has ended, where the desk file says who signs. Whoever may have it can ask for it at any time. */
export const certificateButton = (outage: Outage, desk: Desk, { certificate }: Words): Button[] =>
  desk.file.desk.certificateKeyUrl === undefined || isOpen(outage) || requestIn(outage) || outage.drill
    ? []
    : [button(certificate.button, 'certificate-show', dataOf(outage))];

type Talk = { readonly lines: readonly string[]; readonly buttons: readonly Button[] };
export const NO_TALK: Talk = { lines: [], buttons: [] };

/** In the reporter's own chat, while it is open: what the desk waits for, and what else they can tell it. */
export function talkOf(outage: Outage, { conversation: { reply, waiting, word } }: Words): Talk {
  if (!isOpen(outage)) return NO_TALK;
  const data = dataOf(outage);
  const add = button(word.button, 'reporter-add-form', data);
  if (outage.questions.length === 0) return { lines: [], buttons: [add] };
  return { lines: [waiting.forReporter], buttons: [button(reply.button, 'reporter-reply-form', data, 'positive'), add] };
}

/** Says, where others read the card too, that the reporter's buttons are the reporter's. Empty in their own chat. */
export const buttonsFor = ({ origin, reporter }: Outage, { report }: Words): string =>
  origin.kind === 'personal' ? '' : report.public.buttonsFor(asName(reporter.name));

export const correctable = (outage: Outage): boolean => withdrawable(outage) || outage.state === 'transferred';
export const withdrawable = (outage: Outage): boolean => isOpen(outage) || outage.state === 'requested';

const expand = template(moreTemplate);

type Group = keyof Words['ownership']['more']['groups'];
type Item = {
  readonly group: Group;
  readonly verb: Verb;
  readonly title: (words: Words) => string;
  /** Whether to offer it in this state. The core decides all the same; this only spares people a rejection. */
  readonly fits: (outage: Outage, desk: Desk) => boolean;
};

const taken = (outage: Outage): boolean => outage.state === 'acknowledged';
const offered = (outage: Outage): boolean => outage.state === 'acknowledged' && outage.offeredTo !== null;

const ITEMS: readonly Item[] = [
  { group: 'now', verb: 'outage-publish-form', title: ({ progress }) => progress.publish.button, fits: isOpen },
  { group: 'now', verb: 'outage-nothing-new', title: ({ ownership }) => ownership.buttons.nothingNew, fits: offered },
  { group: 'now', verb: 'outage-ask-form', title: ({ conversation }) => conversation.ask.button, fits: offered },
  { group: 'now', verb: 'outage-resolve-form', title: ({ desk }) => desk.resolve, fits: offered },
  { group: 'owner', verb: 'outage-hand-over-form', title: ({ ownership }) => ownership.buttons.handOver, fits: taken },
  { group: 'owner', verb: 'outage-help', title: ({ ownership }) => ownership.buttons.help, fits: taken },
  { group: 'owner', verb: 'outage-assist-form', title: ({ ownership }) => ownership.buttons.assist, fits: taken },
  { group: 'owner', verb: 'outage-release-form', title: ({ ownership }) => ownership.buttons.release, fits: taken },
  { group: 'call', verb: 'outage-bridge-form', title: ({ links }) => links.bridge.button, fits: isOpen },
  {
    group: 'kind',
    verb: 'outage-transfer-form',
    title: ({ ownership }) => ownership.buttons.transfer,
    fits: (outage, desk) => isOpen(outage) && desk.teams.length > 0 && desk.planOf(outage.report.project.id) !== undefined,
  },
  {
    group: 'kind',
    verb: 'outage-reopen-form',
    title: ({ ownership }) => ownership.buttons.unmerge,
    fits: ({ state }) => state === 'merged',
  },
  { group: 'kind', verb: 'outage-merge-form', title: ({ ownership }) => ownership.buttons.merge, fits: isOpen },
  {
    group: 'kind',
    verb: 'outage-reclassify-form',
    title: ({ ownership }) => ownership.buttons.reclassify,
    fits: (outage) => isOpen(outage) || outage.state === 'transferred',
  },
  {
    group: 'ended',
    verb: 'outage-reopen-form',
    title: ({ ownership }) => ownership.buttons.reopen,
    fits: (outage) => !isOpen(outage) && outage.state !== 'merged' && !requestIn(outage),
  },
  { group: 'desk', verb: 'outage-affected', title: ({ affected }) => affected.desk.button, fits: ({ joined }) => joined.length > 0 },
  { group: 'look', verb: 'outage-files', title: ({ files }) => files.button, fits: ({ files }) => files.length > 0 },
  { group: 'look', verb: 'timeline-show', title: ({ look }) => look.timeline.button, fits: () => true },
  { group: 'look', verb: 'deliveries-show', title: ({ look }) => look.deliveries.button, fits: () => true },
  { group: 'desk', verb: 'outage-note-form', title: ({ ownership }) => ownership.buttons.note, fits: () => true },
  { group: 'desk', verb: 'outage-ticket-form', title: ({ links }) => links.ticket.button, fits: () => true },
];

/** Whether a button is offered in this state. Buttons that are not behind More always are. */
export const fits = (verb: Verb, outage: Outage, desk: Desk): boolean =>
  ITEMS.every((item) => item.verb !== verb) || ITEMS.some((item) => item.verb === verb && item.fits(outage, desk));

/** `contact`: with the reporter's phone number and e-mail address; in the desk's channel alone. */
export function moreCard({ outage, desk, words, contact }: Omit<OutageView, 'now'> & { readonly contact: boolean }): Card {
  const heading = words.ownership.more.heading(outageName(outage));
  const groups = Object.entries({ ...words.ownership.more.groups, call: words.links.group(isElsewhere(outage)) }).map(
    ([group, label]): ButtonGroup => ({
      label,
      actions: [
        ...(group === 'call' ? linkButtons({ outage, desk, words }) : []),
        ...ITEMS.filter((item) => item.group === group && item.fits(outage, desk)).map(({ verb, title }) =>
          button(title(words), verb, dataOf(outage)),
        ),
      ],
    }),
  );
  return expand(words, {
    heading,
    title: quoted(outage.report.title, words),
    facts: factRows(contactFacts({ outage, words }, { contact })),
    fallbackText: heading,
    groups: [...quickChoices(outage, words), ...groups.filter(({ actions }) => actions.length > 0)],
    actions: [button(words.report.back, 'outage-show', dataOf(outage))],
  });
}
