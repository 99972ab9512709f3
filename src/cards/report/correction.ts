/** Corrections of a report: by its reporter, or by an engineer who changes the scenario or the environment. */
import { phonesNear } from '../../desk/phones.ts';
import type { OutageEvent } from '../../outage/events.ts';
import { outageName } from '../../outage/types/outage.ts';
import type { Contact, Correction, Instant } from '../../outage/types/values.ts';
import { CORRECTABLE } from '../../report/correction.ts';
import { AFFECTED, type CorrectableId, type FactId, FIELD_IDS, FIELDS, type FieldId } from '../../report/fields.ts';
import { textIn } from '../../report/texts.ts';
import type { Words } from '../../words/words.ts';
import { type Card, firstThatFits } from '../base/card.ts';
import { scenarioTitle } from '../base/desk-texts.ts';
import { affectedText, type Fact, fieldWords } from '../base/facts.ts';
import { choicesOf, dateInput, type Element, field, timeInput, toggleInput } from '../base/inputs.ts';
import { callablePhones } from '../base/phone-links.ts';
import type { News, NewsView } from '../news/news.ts';
import { choiceField, type FilledForm, type FormView, formAboutOutage, textField } from '../outage/form.ts';
import { beginning, clockIn, fitting, oneLine } from '../text.ts';

/** It shows phone and e-mail, so it is drawn for the reporter alone. */
export function correctForm(entered: FilledForm & Pick<FormView, 'desk'>): Card {
  const { words, outage, desk, filled, errors } = entered;
  // No mail server takes an address of more bytes than characters that we take.
  const view = { ...entered, filled: { ...filled, email: beginning(filled.email ?? '', FIELDS.email.limit) } };
  const { began, beganTime, askDesk, ...text } = words.report.correct;
  const texts = fieldWords(words);
  const when = field(
    [
      dateInput(words, { id: 'beganDate', label: began, value: filled.beganDate ?? '' }),
      timeInput(words, { id: 'beganTime', label: beganTime, value: filled.beganTime ?? '' }),
    ],
    errors.beganTime,
  );
  const { label, title } = texts.aroundTheClock;
  const reachable = [toggleInput(words, { id: 'aroundTheClock', label, title, value: filled.aroundTheClock ?? '' })];
  const fields = CORRECTABLE.flatMap((id) => {
    const choices = AFFECTED.map((value) => ({ title: words.report.details.affectedChoices[value], value }));
    if (id === 'affected') return [choiceField(view, id, texts[id].label, choices, 'expanded')];
    const own = textField(view, id, texts[id].label, { limit: FIELDS[id].limit, multiline: FIELDS[id].input.lines === 'many' });
    return [...(id === 'name' ? [when] : []), own, ...(id === 'phone' ? [reachable] : [])];
  });
  const phones = phonesNear(callablePhones(desk.file.desk.phones), outage?.report.contact.timeZone ?? '', words.formats.or);
  const form = { send: 'reporter-correct', back: 'reporter-show', unknown: '' } as const;
  return firstThatFits([
    () => formAboutOutage(view, text, { ...form, lines: [askDesk(phones)], fields }),
    // The inputs look the same in one container. Nothing that was typed may be left out.
    () => formAboutOutage(view, { ...text, audience: '' }, { ...form, lines: [], fields: [fields.flat()] }),
    // The client has words of its own for an input that is wrong.
    () => formAboutOutage(view, { ...text, audience: '' }, { ...form, lines: [], fields: [fields.flat().map(withoutErrorMessage)] }),
  ]);
}

const withoutErrorMessage = ({ errorMessage: _, ...input }: Element): Element => input;

/** The form of an engineer. It offers what was reported, also when the desk file has no such scenario or environment any more. */
export function reclassifyForm(view: FormView): Card {
  const { scenario, environment, ...form } = view.words.report.reclassify;
  const { scenarios, environments } = classesFor(view);
  const { outage } = view;
  const reported = outage ? { scenario: outage.report.scenario.id, environment: outage.report.environment.id } : {};
  const chosen = { ...view, filled: { ...reported, ...view.filled } };
  const titles = scenarios.map(({ id, title }) => ({ id, name: scenarioTitle({ id, title }, view) }));
  return formAboutOutage(view, form, {
    send: 'outage-reclassify',
    back: 'outage-show',
    fields: [
      choiceField(chosen, 'scenario', scenario, choicesOf(titles)),
      choiceField(chosen, 'environment', environment, choicesOf(environments)),
    ],
  });
}

/** The scenarios that are outages, and the production environments of the project; of all when the outage could not be read. */
export function classesFor({ outage, desk }: Pick<FormView, 'outage' | 'desk'>) {
  const projects = desk.file.projects.filter(({ id }) => outage === null || id === outage.report.project.id);
  const scenarios = desk.file.scenarios.filter(({ redirect }) => redirect === undefined).map(({ id, title }) => ({ id, title }));
  const environments = projects.flatMap((project) => desk.productionOf(project)).map(({ id, name, url }) => ({ id, name, url }));
  return { scenarios: withOwn(scenarios, outage?.report.scenario), environments: withOwn(environments, outage?.report.environment) };
}

const withOwn = <Thing extends { readonly id: string }>(things: readonly Thing[], own: Thing | undefined): readonly Thing[] =>
  own === undefined || things.some(({ id }) => id === own.id) ? things : [own, ...things];

export function correctedNews(view: NewsView<'corrected'>): News {
  const { outage, words, event } = view;
  const { news } = words.progress;
  const facts = changesOf(event, view).map(({ label, old, text }): Fact => {
    return { label, lines: [line(news.was, old, words), line(news.now, text, words)] };
  });
  return { heading: news.corrected(outageName(outage)), lines: [], facts, quiet: true };
}

type Reading = Pick<NewsView, 'desk' | 'words' | 'now'> & { readonly zone?: string | undefined };

/** Each part that is different now. */
function changesOf({ changes, was }: NewsView<'corrected'>['event'], view: Reading) {
  const before = textsOf(was, view);
  const both = textsOf(changes, view).map(({ label, text }) => ({
    label,
    text,
    old: before.find((one) => one.label === label)?.text ?? '',
  }));
  return both.filter(({ old, text }) => old !== text);
}

/** Tells the reporter that a correction was stored, and what is different now. */
export function savedText(events: readonly OutageEvent[], view: Reading): string {
  const { words } = view;
  const rows = events.flatMap((event) => (event.type === 'corrected' ? changesOf(event, view) : []));
  // In quotation marks, so that it can be read aloud.
  const short = (text: string) => (text ? line(words.formats.quote, text, words, SAID_BYTES) : words.progress.news.empty);
  const lines = rows.map(({ label, old, text }) => words.report.correct.changed(label, short(old), short(text)));
  return lines.length === 0 ? words.report.correct.same : [words.report.correct.saved, ...lines].join('\n');
}

/** How many bytes of the card each old and each new text may take, so that all of them together fit. */
const ROOM_BYTES = 900;
/** The same beside the whole report. */
const SAID_BYTES = 300;

function line(say: (text: string) => string, text: string, words: Words, bytes = ROOM_BYTES): string {
  const [first = ''] = fitting([text], bytes, '');
  return say(first || words.progress.news.empty);
}

function textsOf(report: Correction, { desk, words, now, zone }: Reading): readonly { readonly label: string; readonly text: string }[] {
  const { facts } = words;
  const fields = fieldWords(words);
  const row = (label: string, text: string | undefined) => (text === undefined ? [] : [{ label, text: oneLine(text) }]);
  return [
    ...row(facts.scenario, report.scenario && scenarioTitle(report.scenario, { desk, words })),
    ...row(facts.environment, report.environment?.name),
    ...FIELD_IDS.flatMap((id) => {
      // The client evaluates this time, so it must not be made safe as typed text is.
      if (id === 'beganAt' && 'beganAt' in report)
        return [{ label: fields[id].fact, text: report.beganAt ? clockIn(words, now, zone)(report.beganAt) : facts.unsure }];
      if (id === 'affected') return row(fields[id].fact, report.affected && affectedText(report.affected, words));
      return isReportText(id) ? row(fields[id].fact, textIn(report, id)) : [];
    }),
    ...(report.contact ? contactTexts(report.contact, words, now) : []),
  ];
}

const isReportText = (id: FieldId): id is Extract<CorrectableId, FactId> =>
  CORRECTABLE.some((one) => one === id && FIELDS[one].kept.in === 'report');

function contactTexts(contact: Contact, words: Words, now: Instant) {
  const { facts, formats } = words;
  const fields = fieldWords(words);
  const typed = CORRECTABLE.filter((id) => FIELDS[id].kept.in === 'contact');
  return [
    ...typed.map((id) => ({
      label: id === 'secondContact' ? words.report.correct.second : fields[id].label,
      text: oneLine(textIn({ contact }, id) ?? ''),
    })),
    {
      label: fields.aroundTheClock.fact,
      text: contact.aroundTheClock ? facts.aroundTheClock : facts.orElse(oneLine(contact.secondContact)),
    },
    { label: fields.timeZone.fact, text: formats.list([formats.zone(contact.timeZone, now), formats.languageName(contact.language)]) },
  ];
}
