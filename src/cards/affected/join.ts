/** For those who are affected too: the offer to join open outages, and the card and the form of somebody who joined. */
import { phonesFor } from '../../desk/phones.ts';
import {
  affectedPeople,
  isOpen,
  isUnreached,
  type Joined,
  type Open,
  type Outage,
  outageName,
  updateMissed,
} from '../../outage/types/outage.ts';
import type { Instant } from '../../outage/types/values.ts';
import type { Draft } from '../../report/draft.ts';
import { FIELDS } from '../../report/fields.ts';
import { zoneOf } from '../../report/steps/details.ts';
import { type Card, template } from '../base/card.ts';
import { button, dataOf } from '../base/verbs.ts';
import { type AnswerView, answer } from '../layouts/answer.ts';
import { type FilledForm, formAboutOutage, textField } from '../outage/form.ts';
import { type Clock, nextLines, type OutageView } from '../outage/next-lines.ts';
import { forOthers, stateText } from '../outage/outage.ts';
import { asName, oneLine, plain, quoted, readersClock, shorten } from '../text.ts';
import offerTemplate from './people.json' with { type: 'json' };

const expand = template(offerTemplate);

/** Together with the button that goes on, as many buttons as a card may have. */
const MOST_OFFERED = 3;
const LONGEST_UPDATE = 300;

type OfferView = AnswerView & {
  readonly draft: Draft;
  /** The most similar first. Three are shown, and the others counted. */
  readonly outages: readonly Open[];
  readonly now: Instant;
  /** What the person has to know first, such as that one of them has ended; empty when there is nothing. */
  readonly hint?: string;
};

/** At the review, the card says that somebody reported the same while the report was being written. */
export function joinOfferCard({ desk, words, draft, outages: all, now, hint = '' }: OfferView): Card {
  const outages = all.slice(0, MOST_OFFERED);
  const { offer } = words.affected;
  const last = draft.step === 'review';
  const heading = last ? lateHeading(outages, draft, now, words) : offer.heading(outages.length);
  const isTheirs = outages.some((outage) => affectedPeople(outage).some(({ id }) => id === draft.person.id));
  const text = last ? offer[isTheirs ? 'notSentOwn' : 'notSent'] : offer[outages.some(isUnreached) ? 'textUnreached' : 'text'];
  const data = { draft: draft.nonce, step: draft.step };
  const join = (outage: Open) => (outages.length === 1 ? offer.join : offer.joinOne(outageName(outage)));
  return expand(words, {
    heading,
    hint,
    text: all.length > outages.length ? `${text} ${offer.more(all.length - outages.length)}` : text,
    items: outages.map((outage) => ({
      title: offer.item(outageName(outage), quoted(outage.report.title)),
      lines: offerLines(outage, draft, now, words),
    })),
    phones: words.phones(phonesFor(desk.file.desk.phones, draft.entered.timeZone ?? '')),
    fallbackText: [heading, ...outages.map((one) => offer.item(outageName(one), quoted(one.report.title)))].join(' '),
    actions: [
      ...outages.map((outage) =>
        button(join(outage), 'join-outage', { ...data, outage: outage.id }, outages.length === 1 ? 'positive' : 'default'),
      ),
      button(last ? offer.sendToo : offer.other, 'join-not', { ...data, shown: all.map(({ id }) => id) }),
    ],
  });
}

function lateHeading(
  outages: readonly Open[],
  draft: Draft,
  now: Instant,
  { affected: { offer }, formats: { duration } }: AnswerView['words'],
): string {
  const [first, second] = outages;
  if (!first || second || first.report.scenario.id !== draft.entered.scenario) return offer.severalJustReported;
  const ago = duration(now - first.reportedAt);
  const name = outageName(first);
  return first.reporter.id === draft.person.id
    ? offer.ownJustReported(ago, name)
    : offer.justReported(asName(first.reporter.name), ago, name);
}

function offerLines(
  outage: Open,
  draft: Draft,
  now: Instant,
  { affected: { offer, desk }, formats, report: { unreached } }: AnswerView['words'],
): string[] {
  const when = (at: Instant) => formats.clock(at, zoneOf(draft.entered), now);
  const { project, environment, scenario } = outage.report;
  const ago = formats.duration(now - outage.reportedAt);
  const own = outage.reporter.id === draft.person.id;
  const people = affectedPeople(outage).length;
  return [
    `${formats.list([plain(project.name), plain(environment.name)])}: ${plain(scenario.title)}`,
    own ? offer.ownReported(ago, when(outage.reportedAt)) : offer.reported(plain(outage.reporter.name), ago, when(outage.reportedAt)),
    ...(isUnreached(outage) ? [unreached.heading(outageName(outage))] : []),
    stateLine(outage, when, offer),
    ...(outage.lastUpdate ? [offer.lastUpdate(shorten(oneLine(outage.lastUpdate), LONGEST_UPDATE))] : []),
    ...(people > 1 ? [desk.people(people)] : []),
  ];
}

function stateLine(outage: Open, when: (at: Instant) => string, offer: AnswerView['words']['affected']['offer']): string {
  if (outage.state === 'acknowledged')
    return (updateMissed(outage) ? offer.acknowledgedLate : offer.acknowledged)(
      plain(outage.owner.name),
      when(outage.acknowledgedAt),
      when(outage.nextUpdateBy),
    );
  return (outage.breachedAt === null ? offer.acknowledgeBy : offer.acknowledgeWas)(when(outage.acknowledgeBy));
}

/** `own`: whether only they read it. Otherwise it shows the number, the state and the environment, and no more. */
export function joinedCard(
  view: OutageView,
  joined: Joined,
  { own, hint = '' }: { readonly own?: boolean; readonly hint?: string } = {},
): Card {
  const { outage, words, now } = view;
  const isPrivate = own ?? joined.origin.kind === 'personal';
  const when: Clock = isPrivate ? (at) => words.formats.clock(at, joined.contact.timeZone, now) : (at) => readersClock(at, now);
  const say = words.affected.joined;
  const name = outageName(outage);
  const open = isOpen(outage);
  const noPhone = isPrivate && open && joined.contact.phone === '';
  return forOthers(view, {
    heading: isPrivate ? words.desk.heading(name, stateText(outage, words)) : say.inCompany(name, asName(joined.person.name)),
    when,
    showText: isPrivate,
    reporter: false,
    hint,
    next: [
      ...(isPrivate ? [say.since(when(joined.at))] : []),
      ...(outage.state === 'merged'
        ? [words.progress.next.merged(outageName(outage.into))]
        : nextLines({ ...view, when, reporter: false })),
      ...(noPhone ? [say.noPhone] : []),
    ],
    actions: [
      ...(noPhone ? [button(say.addPhone, 'join-phone-form', dataOf(outage))] : []),
      // After a merge they hear of the other outage.
      ...(open || outage.state === 'merged' ? [button(say.leave, 'join-leave', dataOf(outage))] : []),
    ],
  });
}

export function joinPhoneForm(view: FilledForm): Card {
  const { phone, example, ...form } = view.words.affected.phoneForm;
  const fields = [textField(view, 'phone', phone, { limit: FIELDS.phone.limit, multiline: false, placeholder: example })];
  return formAboutOutage(view, form, { send: 'join-phone', back: 'join-show', fields });
}

export function leftCard(view: AnswerView, outage: Outage): Card {
  const { left, leftText } = view.words.affected.joined;
  return answer(view, {
    heading: left(outageName(outage)),
    lines: [leftText],
    actions: [button(view.words.look.help.report, 'report-open')],
  });
}
