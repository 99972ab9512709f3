/** What people who follow press, and the form in which they choose how much they hear, and when. */
import { type Chosen, MOST_A_DAY, NOISES } from '../../outage/follow/chosen.ts';
import { isOpen, type Outage, outageName } from '../../outage/types/outage.ts';
import type { Instant } from '../../outage/types/values.ts';
import type { Words } from '../../words/words.ts';
import type { Card } from '../base/card.ts';
import { choiceInput, type Field, field, numberInput, timeInput } from '../base/inputs.ts';
import { type Button, button, dataOf } from '../base/verbs.ts';
import { type AnswerView, answer, type FormState, formWith } from '../layouts/layouts.ts';
import { asName, shorten } from '../text.ts';

/** In somebody's own chat, to whom it comes; or where others read it, too. */
export type FollowedIn = 'own-chat' | 'room';

/** Who may press them is asked when they are pressed. */
export function followButtons(outage: Outage, words: Words, where: FollowedIn): readonly Button[] {
  const { button: follow, stop } = words.follow;
  if (outage.drill || !isOpen(outage)) return [];
  const first = where === 'room' ? button(follow, 'follow-outage', dataOf(outage)) : button(stop, 'follow-stop', dataOf(outage));
  return [first, button(words.affected.offer.join, 'join-outage', { outage: outage.id })];
}

export const FOLLOWS_FIELDS = ['noise', 'from', 'until', 'most', 'stop'] as const;
export type FollowsField = (typeof FOLLOWS_FIELDS)[number];
export const LARGEST_MOST = 1_000;
const MOST_SHOWN = 40;
const LONGEST_NAME = 60;

export type Followed = {
  readonly projects: readonly { readonly id: string; readonly name: string }[];
  readonly outages: readonly Outage[];
  readonly chosen: Chosen;
};
/** `zone`: of the hours, where none are chosen yet. */
export type FollowsView = AnswerView & Followed & FormState<FollowsField> & { readonly zone: string; readonly now: Instant };

/** What stands in the form at first. */
export const filledFrom = ({ noise = 'everything', hours, mostADay = MOST_A_DAY }: Chosen) => ({
  noise,
  from: hours?.from ?? '',
  until: hours?.until ?? '',
  most: String(mostADay),
});

type HearingView = Pick<FormState<FollowsField>, 'filled' | 'errors'> & {
  readonly words: Words;
  /** Of the entered hours. */
  readonly zone: string;
  readonly now: Instant;
};

/** How much somebody, or a room, wants to hear, and the hours in which only turning points come. */
export function hearingFields({ words, filled, errors, zone, now }: HearingView): readonly Field[] {
  const { howMuch, from, until } = words.follow.mine;
  const choices = NOISES.map((one) => ({ title: words.follow.noise[one], value: one }));
  const time = (id: 'from' | 'until', label: string): Field => field(timeInput(words, { id, label, value: filled[id] ?? '' }), errors[id]);
  return [
    field(choiceInput(words, { id: 'noise', label: howMuch, value: filled.noise ?? '', choices, style: 'expanded' }), errors.noise),
    time('from', from(words.formats.zone(zone, now))),
    time('until', until),
  ];
}

/** The value of the choice of a project or an outage that is not to be followed any more. */
export const stopValue = (one: Outage | { readonly id: string; readonly name: string }): string =>
  'report' in one ? `outage ${one.id}` : `project ${one.id}`;

export function followsForm({ words, projects, outages, filled, errors, hint, fix = '', zone, now }: FollowsView): Card {
  const say = words.follow.mine;
  const rows = [
    ...projects.map((one) => ({ title: say.project(asName(shorten(one.name, LONGEST_NAME))), value: stopValue(one) })),
    ...outages.map((one) => ({
      title: say.outage(outageName(one), asName(shorten(one.report.project.name, LONGEST_NAME))),
      value: stopValue(one),
    })),
  ].slice(0, MOST_SHOWN);
  const stop = { id: 'stop', label: say.stop, value: filled.stop ?? '', choices: rows, style: 'expanded', isMultiSelect: true } as const;
  return formWith(words, {
    heading: say.heading,
    hint,
    fix,
    lines: rows.length === 0 ? [say.none] : [],
    fields: [
      ...hearingFields({ words, filled, errors, zone, now }),
      field(numberInput(words, { id: 'most', label: say.most, value: filled.most ?? '' }), errors.most),
      ...(rows.length > 0 ? [field(choiceInput(words, stop))] : []),
    ],
    audience: say.audience,
    actions: [button(say.save, 'follows', {}, 'positive'), ...(rows.length > 0 ? [button(say.stopAll, 'follow-stop')] : [])],
  });
}

/** `open`: how many outages of it are open that the person does not follow. */
export function projectFollowedCard(view: AnswerView, project: { readonly id: string; readonly name: string }, open: number): Card {
  const { project: say, mine } = view.words.follow;
  return answer(view, {
    heading: say.started(asName(project.name)),
    lines: [say.text],
    actions: [
      ...(open > 0 ? [button(say.open(open), 'follow-open', { project: project.id }, 'positive')] : []),
      button(mine.open, 'follows-form'),
    ],
    phones: false,
  });
}
