/** Planned maintenance: what begins a report meanwhile, what those who follow are told, and the form of engineers. */
import type { Desk } from '../desk/desk.ts';
import type { Maintenance } from '../desk/maintenance.ts';
import type { DrawMaintenance, MaintenanceNews } from '../engine/timers/maintenance.ts';
import type { Outage } from '../outage/types/outage.ts';
import type { Audience, Instant } from '../outage/types/values.ts';
import { type Words, wordsFor, wordsOfDesk } from '../words/words.ts';
import { AUDIENCE_VIEWS } from './base/audience.ts';
import type { Card } from './base/card.ts';
import type { Fact } from './base/facts.ts';
import { type Choice, choiceInput, dateInput, type Field, field, textInput, timeInput } from './base/inputs.ts';
import { button } from './base/verbs.ts';
import { type AnswerView, answer, drawMessage, type FormState, formWith } from './layouts/layouts.ts';
import { asName, clockIn, firstOf, oneLine, plain, quoted, readersClock, shorten, spelledOut } from './text.ts';

/** More would make the card too large for Teams. */
const MOST_CHOICES = 40;
const MOST_SHOWN = 12;
/** On the first card of a report, above its buttons. */
const MOST_ASKED = 3;
const LONGEST = 60;

type View = { readonly desk: Desk; readonly words: Words };
type Where = Pick<Maintenance, 'projectId' | 'environments'>;

const projectIn = ({ desk }: View, { projectId }: Where) => desk.file.projects.find(({ id }) => id === projectId);
const short = (name: string): string => shorten(oneLine(name), LONGEST);
/** Of what the desk file plans, in the reader's language; what engineers planned in Teams, as they wrote it. */
const whatOf = ({ desk, words }: View, { id, what }: Maintenance): string =>
  (words.language !== desk.file.desk.language && desk.maintenanceIn(words.language).find((one) => one.id === id)?.what) || what;

/** "Contoso, Production and Test", or "Contoso" for all of it. */
export function placeText(view: View, where: Where): string {
  const project = projectIn(view, where);
  const names = where.environments.map((id) => project?.environments.find((one) => one.id === id)?.name ?? id);
  return view.words.maintenance.place(short(project?.name ?? where.projectId), view.words.formats.and(names.map(short)));
}

/** Above the conditions of a report's first card; nothing where nothing runs. `zone`: of its reader. */
export function runningLines(view: View, windows: readonly Maintenance[], { now, zone }: { readonly now: Instant; readonly zone: string }) {
  const say = view.words.maintenance;
  const when = clockIn(view.words, now, zone);
  const [last] = windows;
  const lines = windows.map((one) => say.runs(placeText(view, one), when(one.until), quoted(whatOf(view, one), view.words)));
  return last
    ? { asks: say.asks(when(last.until)), running: [...firstOf(lines, MOST_ASKED, say.more), say.ifNot] }
    : { asks: '', running: [] };
}

/** For the desk: what ran when it was reported. */
export function maintenanceFacts({ maintenance }: Outage, words: Words, when: (at: Instant) => string): readonly Fact[] {
  const { fact, ran } = words.maintenance;
  return maintenance ? [{ label: fact, lines: [ran(when(maintenance.until), quoted(maintenance.what, words))] }] : [];
}

export const drawMaintenance =
  (desk: Desk): DrawMaintenance =>
  (news, now, { audience, language }) => {
    const card = maintenanceNewsCard(news, { desk, words: language ? wordsFor(language) : wordsOfDesk(desk) }, now, audience);
    return { card, summary: String(card.fallbackText) };
  };

export function maintenanceNewsCard({ type, window }: MaintenanceNews, view: View, now: Instant, audience: Audience = 'customer'): Card {
  const { words } = view;
  const { news } = words.maintenance;
  const heading = news[type](asName(projectIn(view, window)?.name ?? window.projectId));
  const whole = placeText(view, { ...window, environments: [] });
  const part = window.environments.length > 0 ? words.audience.partOf(whole) : whole;
  const where = AUDIENCE_VIEWS[audience].names === 'roles' ? part : placeText(view, window);
  const line = type === 'over' ? news.now(where) : news.until(where, readersClock(window.until, now, words, { withDay: true }));
  const style = type === 'over' ? 'good' : 'accent';
  return drawMessage(words, {
    style,
    heading,
    lines: [line],
    quote: [oneLine(whatOf(view, window))],
    fallbackText: words.formats.sentences([heading, line]),
  });
}

export const PLAN_FIELDS = ['where', 'fromDate', 'fromTime', 'untilDate', 'untilTime', 'what', 'window'] as const;
export type PlanField = (typeof PLAN_FIELDS)[number] | 'from' | 'until';

/** `windows`: those that have not ended. `zone`: of the entered times. */
export type PlanView = View &
  FormState<PlanField> & {
    readonly now: Instant;
    readonly windows: readonly Maintenance[];
    readonly zone: string;
    readonly longest: number;
  };

/** The whole of a project, or one environment of it, as the value of a choice. */
export const placeValue = (projectId: string, environmentId = ''): string => (environmentId ? `${projectId}/${environmentId}` : projectId);

const clock = (at: Instant, { now, words }: Pick<PlanView, 'now' | 'words'>) => readersClock(at, now, words, { withDay: true });

/** What runs and what is planned; an engineer plans more, and ends what was planned in Teams. */
export function planForm(view: PlanView): Card {
  const { words, desk, filled, errors, hint, fix = '', zone, now, windows, longest } = view;
  const say = words.maintenance;
  const places: readonly Choice[] = desk.file.projects.flatMap(({ id, name, environments }) => [
    { title: say.all(asName(short(name))), value: placeValue(id) },
    ...environments.map((one) => ({ title: asName(say.place(short(name), short(one.name))), value: placeValue(id, one.id) })),
  ]);
  const left = places.length - MOST_CHOICES;
  const moment = (of: 'from' | 'until'): Field => [
    dateInput(words, { id: `${of}Date`, label: say[`${of}Date`], value: filled[`${of}Date`] ?? '' }),
    timeInput(words, {
      id: `${of}Time`,
      label: say[`${of}Time`](words.formats.zone(zone, now)),
      value: filled[`${of}Time`] ?? '',
    }),
  ];
  const choice = (id: 'where' | 'window', label: string, choices: readonly Choice[]): Field =>
    field(choiceInput(words, { id, label, value: filled[id] ?? '', choices, style: 'compact', placeholder: say.choose }), errors[id]);
  const inTeams = windows.filter(({ by }) => by !== null).slice(0, MOST_CHOICES);
  const titleOf = (one: Maintenance) =>
    spelledOut(words.formats.pair(asName(placeText(view, one)), `${clock(one.from, view)} \u2013 ${clock(one.until, view)}`), words);
  const what = { id: 'what', label: say.what, value: filled.what ?? '', limit: longest, placeholder: say.example };
  return formWith(words, {
    heading: say.heading,
    hint,
    fix,
    lines: left > 0 ? [say.noRoom(left)] : [],
    quotes: windows.length > 0 ? linesOf(view) : [say.none],
    fields: [
      choice('where', say.where, places.slice(0, MOST_CHOICES)),
      field(moment('from'), errors.from),
      field(moment('until'), errors.until),
      field(textInput(words, what), errors.what),
      ...(inTeams.length > 0
        ? [
            choice(
              'window',
              say.which,
              inTeams.map((one) => ({ title: titleOf(one), value: one.id })),
            ),
          ]
        : []),
    ],
    audience: say.audience,
    actions: [button(say.send, 'maintenance', {}, 'positive'), ...(inTeams.length > 0 ? [button(say.end, 'maintenance-end')] : [])],
  });
}

/** In company, what everybody at the desk reads: each opens the form for themselves. */
export function planInviteCard(view: AnswerView & Pick<PlanView, 'now' | 'windows'>): Card {
  const { heading, none, open } = view.words.maintenance;
  const actions = [button(open, 'maintenance-form', {}, 'positive')];
  return answer(view, { heading, lines: view.windows.length > 0 ? linesOf(view) : [none], actions, phones: false });
}

const linesOf = (view: View & Pick<PlanView, 'now' | 'windows'>) =>
  firstOf(
    view.windows.map((one) => lineOf(one, view)),
    MOST_SHOWN,
    view.words.maintenance.more,
  );

function lineOf(window: Maintenance, view: View & Pick<PlanView, 'now'>): string {
  const say = view.words.maintenance;
  const planner = window.by ? plain(view.desk.person(window.by)?.name ?? '') : '';
  const by = window.by === null ? say.byFile : planner && say.by(planner);
  const line = say.line(
    placeText(view, window),
    clock(window.from, view),
    clock(window.until, view),
    quoted(whatOf(view, window), view.words),
  );
  return view.words.formats.list([line, projectIn(view, window) ? by : say.projectGone].filter(Boolean));
}
