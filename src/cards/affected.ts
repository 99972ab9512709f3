/** The offer to join open outages, what those who joined see, and what the desk sees of them and of similar outages. */
import { phonesFor } from '../desk/phones.ts';
import type { Joined, SimilarOutage } from '../outage/types/affected.ts';
import { affectedPeople, isOpen, isUnreached, type Open, type Outage, outageName, updateMissed } from '../outage/types/outage.ts';
import type { Instant, Person } from '../outage/types/values.ts';
import type { Draft } from '../report/draft.ts';
import { FIELDS } from '../report/fields.ts';
import { zoneOf } from '../report/steps/details.ts';
import type { Words } from '../words/words.ts';
import peopleTemplate from './affected.json' with { type: 'json' };
import { type Card, template } from './base/card.ts';
import { scenarioTitle } from './base/desk-texts.ts';
import { phoneText } from './base/facts.ts';
import { callablePhones } from './base/phone-links.ts';
import { button, dataOf } from './base/verbs.ts';
import { type AnswerView, answer } from './layouts/layouts.ts';
import type { NewsOf } from './news/news.ts';
import { type FilledForm, formAboutOutage, textField } from './outage/form.ts';
import { nextLines, type OutageView } from './outage/next-lines.ts';
import { forOthers, stateText } from './outage/outage.ts';
import { affectedThere } from './progress/facts.ts';
import { pulseGroups } from './pulse.ts';
import { asName, clockIn, fitting, oneLine, plain, quoted, readersClock, shorten } from './text.ts';

const expandPeople = template(peopleTemplate);

/** Together with the button that goes on and with Cancel, as many buttons as a card may have. */
export const MOST_SHOWN = 2;
const LONGEST_UPDATE = 300;

type OfferView = AnswerView & {
  readonly draft: Draft;
  /** The most similar ones, which are shown. */
  readonly outages: readonly Open[];
  /** The ids of these and of the others, which are counted. */
  readonly all: readonly string[];
  /** The ids of those of the draft's environment and scenario. */
  readonly same: readonly string[];
  readonly now: Instant;
  /** What the person has to know first, such as that one of them has ended; empty when there is nothing. */
  readonly hint?: string;
};

/** At the review, the card says that somebody reported the same while the report was being written. */
export function joinOfferCard({ desk, words, draft, outages, all, same, now, hint = '' }: OfferView): Card {
  const { offer } = words.affected;
  const last = draft.step === 'review';
  const heading = last ? lateHeading(outages, draft, now, words) : offer.heading(outages.length);
  const isTheirs = (outage: Open) => affectedPeople(outage).some(({ id }) => id === draft.person.id);
  // The most likely answer is blue. Joining is, where somebody else reported the same; being different is, where nothing is the same.
  const likely = outages.find((outage) => same.includes(outage.id) && !isTheirs(outage));
  const text = last
    ? offer[outages.some(isTheirs) ? 'notSentOwn' : 'notSent']
    : offer[outages.some(isUnreached) ? 'textUnreached' : 'text'];
  const data = { draft: draft.nonce, step: draft.step };
  const join = (outage: Open) => (outages.length === 1 ? offer.join : offer.joinOne(outageName(outage)));
  return expandPeople(words, {
    heading,
    hint,
    text: all.length > outages.length ? words.formats.joined([text, offer.more(all.length - outages.length)]) : text,
    items: outages.map((outage) => ({
      title: offer.item(outageName(outage), quoted(outage.report.title, words)),
      lines: offerLines(outage, draft, now, { desk, words }),
    })),
    phones: words.phones(phonesFor(callablePhones(desk.file.desk.phones), draft.entered.timeZone ?? '')),
    fallbackText: words.formats.joined([heading, ...outages.map((one) => offer.item(outageName(one), quoted(one.report.title, words)))]),
    actions: [
      ...outages.map((outage) =>
        button(join(outage), 'join-outage', { ...data, outage: outage.id }, outage === likely ? 'positive' : 'default'),
      ),
      button(last ? offer.sendToo : offer.other, 'join-not', { ...data, shown: all }, same.length === 0 ? 'positive' : 'default'),
      button(words.report.cancel, 'report-cancel', data),
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

function offerLines(outage: Open, draft: Draft, now: Instant, view: AnswerView): string[] {
  const {
    affected: { offer, desk },
    formats,
    report: { unreached },
  } = view.words;
  const when = (at: Instant) => formats.clock(at, zoneOf(draft.entered), now);
  const { project, environment, scenario } = outage.report;
  const ago = formats.duration(now - outage.reportedAt);
  const own = outage.reporter.id === draft.person.id;
  const people = affectedThere(outage).length;
  return [
    formats.pair(formats.list([plain(project.name), plain(environment.name)]), plain(scenarioTitle(scenario, view))),
    own ? offer.ownReported(ago, when(outage.reportedAt)) : offer.reported(plain(outage.reporter.name), ago, when(outage.reportedAt)),
    ...(isUnreached(outage) ? [unreached.heading(outageName(outage))] : []),
    stateLine(outage, when, now, offer),
    ...(outage.lastUpdate ? [offer.lastUpdate(shorten(oneLine(outage.lastUpdate), LONGEST_UPDATE))] : []),
    ...(people > 1 ? [desk.people(people)] : []),
  ];
}

function stateLine(outage: Open, when: (at: Instant) => string, now: Instant, offer: AnswerView['words']['affected']['offer']): string {
  if (outage.state === 'acknowledged')
    return (updateMissed(outage) ? offer.acknowledgedLate : offer.acknowledged)(
      plain(outage.owner.name),
      when(outage.acknowledgedAt),
      when(outage.nextUpdateBy),
    );
  return (now < outage.acknowledgeBy ? offer.acknowledgeBy : offer.acknowledgeWas)(when(outage.acknowledgeBy));
}

/** `own`: whether only they read it. Otherwise it shows the number, the state and the environment, and no more. */
export function joinedCard(
  view: OutageView,
  joined: Joined,
  { own, hint = '' }: { readonly own?: boolean; readonly hint?: string } = {},
): Card {
  const { outage, words, now } = view;
  const isPrivate = own ?? joined.origin.kind === 'personal';
  const when = clockIn(words, now, isPrivate ? joined.contact.timeZone : undefined);
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
    groups: pulseGroups(view),
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

/** The most outages that a card lists and one press merges. */
export const MOST_ALIKE = 50;
/** How many bytes of a card the list may take; the button's ids take the rest. */
const LIST_BYTES = 12_000;

export const affectedNews: NewsOf<'joined' | 'gathered'> = {
  /** It names the first person who joins, and counts from then on. */
  joined({ outage, words, event: { by, joined } }) {
    const { desk } = words.affected;
    const name = outageName(outage);
    const count = affectedPeople(outage).length;
    return {
      heading: count > 2 ? desk.manyNews(name, count) : desk.news(name, asName(by.name)),
      by: '',
      lines: [desk.where(plain(joined.project.name), plain(joined.environment.name)), desk.newsText],
      quiet: true,
    };
  },

  gathered({ outage, desk, words, event: { likeness, others } }) {
    const { gathered } = words.affected;
    const listed = others.slice(0, MOST_ALIKE);
    const { project, environment, scenario } = outage.report;
    const where = { project: project.name, environment: environment.name, reporter: outage.reporter.name };
    const lineOf = ({ number, ...one }: typeof where & { readonly number: number }) =>
      gathered.line(outageName({ number }), words.affected.desk.where(plain(one.project), plain(one.environment)), plain(one.reporter));
    return {
      heading: gathered.heading[likeness](others.length + 1),
      lines: [
        gathered.what(plain(scenarioTitle(scenario, { desk, words }))),
        ...fitting([{ ...where, number: outage.number }, ...listed].map(lineOf), LIST_BYTES, words.facts.cut),
        ...(others.length > listed.length ? [gathered.rest(others.length - listed.length)] : []),
        gathered.text(outageName(outage)),
      ],
      actions: [makeOneButton(outage, listed, words)],
      quiet: true,
    };
  },
};

/** It carries the ids of the outages on the card, so that nobody merges what they have not seen. */
const makeOneButton = (into: Outage, others: readonly Pick<SimilarOutage, 'id'>[], words: Words) =>
  button(words.affected.gathered.button, 'outage-make-one', { ...dataOf(into), others: others.map(({ id }) => id) }, 'positive');

/** What was merged and what was not. `since`: more similar outages, which were not on the list. */
export type MergedDuplicates = {
  readonly into: Outage;
  readonly merged: readonly Outage[];
  readonly before: readonly Outage[];
  readonly not: readonly Outage[];
  /** Why those were not that somebody had said to be another one. */
  readonly parted: readonly string[];
  readonly since: readonly Outage[];
};

export function mergedDuplicatesCard(view: AnswerView, { into, merged, before, not, parted, since }: MergedDuplicates): Card {
  const { mergedDuplicates } = view.words.affected;
  const names = (outages: readonly Outage[]) => view.words.formats.list(outages.map(outageName));
  return answer(view, {
    heading: mergedDuplicates.heading(merged.length, outageName(into)),
    lines: [
      ...(merged.length > 0 ? [mergedDuplicates.merged(names(merged))] : []),
      ...(before.length > 0 ? [mergedDuplicates.before(names(before))] : []),
      ...fitting(
        not.map((one) => mergedDuplicates.not(outageName(one), oneLine(stateText(one, view.words)))),
        LIST_BYTES,
        view.words.facts.cut,
      ),
      ...fitting(parted, LIST_BYTES / 2, view.words.facts.cut),
      ...(since.length > 0 ? [mergedDuplicates.since(since.length, names(since))] : []),
    ],
    actions: since.length > 0 ? [makeOneButton(into, since.slice(0, MOST_ALIKE), view.words)] : [],
    phones: false,
  });
}

const MOST_PEOPLE = 15;
/** How many bytes of a card all people together may take: the fewer there are, the more each one gets. */
const PEOPLE_BYTES = 13_500;
const LONGEST_NAME = 40;

const nameOf = ({ name }: Person): string => shorten(plain(name), LONGEST_NAME);

/** It shows phone and e-mail, so it is for the desk's channel only. */
export function affectedCard({ outage, words, now }: Omit<OutageView, 'desk'>): Card {
  const { desk } = words.affected;
  const { contact } = outage.report;
  const [first = outage.reporter] = affectedPeople(outage);
  const room = PEOPLE_BYTES / Math.min(outage.joined.length, MOST_PEOPLE);
  const all = [
    { title: nameOf(first), lines: [desk.reporter, phoneText(contact.phone, words), oneLine(contact.email)].filter(Boolean) },
    ...outage.absorbed.map((one) => ({ title: nameOf(one.reporter), lines: [desk.reported(outageName(one))] })),
    ...outage.joined.map((one) => ({ title: nameOf(one.person), lines: linesOf(one, { outage, words, now }, room) })),
  ];
  const shown = all.slice(0, MOST_PEOPLE);
  const heading = desk.heading(outageName(outage));
  return expandPeople(words, {
    heading,
    hint: '',
    text: words.formats.sentences([desk.people(all.length), all.length > shown.length ? desk.earlier(all.length - shown.length) : '']),
    items: shown,
    phones: '',
    fallbackText: heading,
    actions: [button(words.report.back, 'outage-show', dataOf(outage))],
  });
}

function linesOf(one: Joined, { outage, words, now }: Parameters<typeof affectedCard>[0], room: number): readonly string[] {
  const { desk } = words.affected;
  const when = readersClock(one.at, now, words);
  const lines = [
    phoneText(one.contact.phone, words) || desk.noPhone,
    oneLine(one.contact.email),
    desk.where(plain(one.project.name), plain(one.environment.name)),
    one.number === outage.number ? desk.joinedAt(when) : desk.joinedOther(outageName(one), when),
    one.said && desk.said(oneLine(one.said)),
  ];
  return fitting(
    lines.filter((line) => line !== ''),
    room,
    words.facts.cut,
  );
}
