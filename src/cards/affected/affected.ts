/** For the desk: who is affected too, how to reach them, and similar outages that can be merged. */

import { affectedPeople, type Joined, type Outage, outageName, type SimilarOutage } from '../../outage/types/outage.ts';
import type { Person } from '../../outage/types/values.ts';
import type { Words } from '../../words/words.ts';
import { type Card, template } from '../base/card.ts';
import { button, dataOf } from '../base/verbs.ts';
import { type AnswerView, answer } from '../layouts/answer.ts';
import type { NewsOf } from '../news/news.ts';
import type { OutageView } from '../outage/next-lines.ts';
import { stateText } from '../outage/outage.ts';
import { asName, fitting, oneLine, plain, readersClock, shorten } from '../text.ts';
import peopleTemplate from './people.json' with { type: 'json' };

const expandPeople = template(peopleTemplate);

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
      lines: [desk.where(plain(joined.project.name), plain(joined.environment.name)), desk.newsText],
      quiet: true,
    };
  },

  gathered({ outage, words, event: { likeness, others } }) {
    const { gathered } = words.affected;
    const listed = others.slice(0, MOST_ALIKE);
    const { project, environment, scenario } = outage.report;
    const where = { project: project.name, environment: environment.name, reporter: outage.reporter.name };
    const lineOf = ({ number, ...one }: typeof where & { readonly number: number }) =>
      gathered.line(outageName({ number }), words.affected.desk.where(plain(one.project), plain(one.environment)), plain(one.reporter));
    return {
      heading: gathered.heading[likeness](others.length + 1),
      lines: [
        gathered.what(plain(scenario.title)),
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
  readonly since: readonly Outage[];
};

export function mergedDuplicatesCard(view: AnswerView, { into, merged, before, not, since }: MergedDuplicates): Card {
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
  const room = PEOPLE_BYTES / Math.min(outage.joined.length, MOST_PEOPLE);
  const all = [
    { title: nameOf(outage.reporter), lines: [desk.reporter, contact.phone, contact.email].map(oneLine) },
    ...outage.absorbed.map((one) => ({ title: nameOf(one.reporter), lines: [desk.reported(outageName(one))] })),
    ...outage.joined.map((one) => ({ title: nameOf(one.person), lines: linesOf(one, { outage, words, now }, room) })),
  ];
  const shown = all.slice(0, MOST_PEOPLE);
  const heading = desk.heading(outageName(outage));
  return expandPeople(words, {
    heading,
    hint: '',
    text: [desk.people(all.length), ...(all.length > shown.length ? [desk.earlier(all.length - shown.length)] : [])].join('. '),
    items: shown,
    phones: '',
    fallbackText: heading,
    actions: [button(words.report.back, 'outage-show', dataOf(outage))],
  });
}

function linesOf(one: Joined, { outage, words, now }: Parameters<typeof affectedCard>[0], room: number): readonly string[] {
  const { desk } = words.affected;
  const when = readersClock(one.at, now);
  const lines = [
    oneLine(one.contact.phone) || desk.noPhone,
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
