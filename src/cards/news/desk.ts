/** News that stays with the desk: notes, and what the reporter changed in the report. */
import { outageName } from '../../outage/types/numbers.ts';
import type { Contact, Correction } from '../../outage/types/report.ts';
import type { Affected } from '../../report/steps/details.ts';
import type { Words } from '../../words/words.ts';
import type { Fact } from '../base/facts.ts';
import { readersClock, zoneName } from '../text/clock.ts';
import { fitting } from '../text/fit.ts';
import { asName, oneLine } from '../text/safe.ts';
import { type EventOf, type News, type NewsView, told } from './news.ts';

export const notedNews = ({ outage, words }: NewsView, event: EventOf<'noted'>): News => ({
  heading: words.life.news.noted(outageName(outage), asName(event.by.name)),
  said: told(event.text, words),
  lines: [words.life.news.notedText],
  quiet: true,
});

export function correctedNews(view: NewsView, { by, changes, was }: EventOf<'corrected'>): News {
  const { outage, words } = view;
  const before = textsOf(was, view);
  const rows = textsOf(changes, view).flatMap(({ label, text }): Fact[] => {
    const old = before.find((one) => one.label === label)?.text ?? '';
    return old === text ? [] : [{ label, lines: [line(words.life.news.was, old, words), line(words.life.news.now, text, words)] }];
  });
  return { heading: words.life.news.corrected(outageName(outage), asName(by.name)), lines: [], facts: rows, quiet: true };
}

/** How many bytes of the card an old or a new text may take, so that all of them together fit. */
const ROOM_BYTES = 900;

function line(say: (text: string) => string, text: string, words: Words): string {
  const [first = ''] = fitting([text], ROOM_BYTES, '');
  return say(first || words.life.news.empty);
}

/** The words for each field that was changed, as the card of the outage shows them; what was typed is made fit for a card. */
function textsOf(report: Correction, { words, now }: NewsView): readonly { readonly label: string; readonly text: string }[] {
  const { facts } = words;
  const affected = report.affected;
  const row = (label: string, text: string | undefined) => (text === undefined ? [] : [{ label, text: oneLine(text) }]);
  return [
    ...row(facts.scenario, report.scenario?.title),
    ...row(facts.environment, report.environment?.name),
    ...row(facts.title, report.title),
    ...row(facts.what, report.description),
    // A time is worked on by the client, so it is not treated as typed.
    ...('beganAt' in report ? [{ label: facts.since, text: report.beganAt ? readersClock(report.beganAt, now) : facts.unsure }] : []),
    ...row(facts.affected, affected === undefined ? affected : (words.report.details.affectedChoices[affected as Affected] ?? affected)),
    ...row(facts.impact, report.impact),
    ...row(facts.changes, report.recentChanges),
    ...row(words.access.onBehalfOf.fact, report.onBehalfOf),
    ...(report.contact ? contactTexts(report.contact, words) : []),
  ];
}

const contactTexts = (contact: Contact, { facts, report, formats: { languageName } }: Words) => [
  { label: report.contact.name, text: oneLine(contact.name) },
  { label: report.contact.phone, text: oneLine(contact.phone) },
  { label: report.contact.email, text: oneLine(contact.email) },
  { label: facts.reachable, text: contact.aroundTheClock ? facts.aroundTheClock : facts.orElse(oneLine(contact.secondContact)) },
  { label: report.contact.secondContact, text: oneLine(contact.secondContact) },
  { label: facts.zone, text: `${zoneName(contact.timeZone)}, ${languageName(contact.language)}` },
];
