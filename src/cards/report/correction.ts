/** What was reported is corrected: by its reporter, or by an engineer who says what kind of outage it is. */
import { outageName } from '../../outage/types/numbers.ts';
import type { Contact, Correction } from '../../outage/types/report.ts';
import { CORRECTABLE, type CorrectableField } from '../../report/correction.ts';
import { FIELD_LIMITS } from '../../report/draft.ts';
import { AFFECTED, type Affected } from '../../report/steps/details.ts';
import type { Words } from '../../words/words.ts';
import type { Card } from '../base/card.ts';
import type { Fact } from '../base/facts.ts';
import { choiceInput, field } from '../base/inputs.ts';
import type { EventOf, News, NewsView } from '../news/news.ts';
import { choiceField, choicesOf, type FilledForm, type FormView, formAboutOutage, textField } from '../outage/form.ts';
import { readersClock, zoneName } from '../text/clock.ts';
import { fitting } from '../text/fit.ts';
import { asName, oneLine } from '../text/safe.ts';

const LONG: readonly CorrectableField[] = ['description', 'impact', 'changes'];

/** Phone and e-mail stand in it, so it is never drawn for anybody but the reporter. */
export function correctForm(view: FilledForm): Card {
  const { words, filled, errors } = view;
  const { details, contact, confirmation } = words.report;
  const labels: { readonly [field in CorrectableField]: string } = {
    title: details.titleLabel,
    description: details.description,
    affected: details.affected,
    impact: details.impact,
    changes: details.changes,
    name: contact.name,
    onBehalfOf: words.access.onBehalfOf.label,
    phone: contact.phone,
    email: contact.email,
  };
  const fields = CORRECTABLE.map((id) => {
    if (id !== 'affected') return textField(view, id, labels[id], { limit: FIELD_LIMITS[id], multiline: LONG.includes(id) });
    const choices = AFFECTED.map((value) => ({ title: details.affectedChoices[value], value }));
    const input = { id, label: labels[id], value: filled[id] ?? '', choices, style: 'expanded', placeholder: confirmation.choose } as const;
    return field(choiceInput(words, input), errors[id]);
  });
  return formAboutOutage(view, words.reporter.correct, { send: 'reporter-correct', back: 'reporter-show', unknown: '', fields });
}

/** The form of an engineer. What was reported stands in it, also when the desk file has lost it since. */
export function reclassifyForm(view: FormView): Card {
  const { scenario, environment, ...form } = view.words.engineer.reclassify;
  const { scenarios, environments } = classesFor(view);
  const { outage } = view;
  const reported = outage ? { scenario: outage.report.scenario.id, environment: outage.report.environment.id } : {};
  const chosen = { ...view, filled: { ...reported, ...view.filled } };
  const titles = scenarios.map(({ id, title }) => ({ id, name: title }));
  return formAboutOutage(view, form, {
    send: 'outage-reclassify',
    back: 'outage-show',
    fields: [
      choiceField(chosen, 'scenario', scenario, choicesOf(titles)),
      choiceField(chosen, 'environment', environment, choicesOf(environments)),
    ],
  });
}

/**
 * What an outage can be said to be: the scenarios of the desk file that are outages, and the production environments of
 * its project; of all projects when the outage could not be read.
 */
export function classesFor({ outage, desk }: Pick<FormView, 'outage' | 'desk'>) {
  const projects = desk.file.projects.filter(({ id }) => outage === null || id === outage.report.project.id);
  const scenarios = desk.file.scenarios.filter(({ redirect }) => redirect === undefined).map(({ id, title }) => ({ id, title }));
  const environments = projects.flatMap((project) => desk.productionOf(project)).map(({ id, name, url }) => ({ id, name, url }));
  return { scenarios: withOwn(scenarios, outage?.report.scenario), environments: withOwn(environments, outage?.report.environment) };
}

const withOwn = <Thing extends { readonly id: string }>(things: readonly Thing[], own: Thing | undefined): readonly Thing[] =>
  own === undefined || things.some(({ id }) => id === own.id) ? things : [own, ...things];

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
