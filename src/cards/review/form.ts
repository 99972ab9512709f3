/** The form to fill in a review, and the news of reviews and follow-ups. */
import { followUpOf } from '../../outage/events.ts';
import { outageName } from '../../outage/types/outage.ts';
import { everybodyOnce } from '../../outage/types/values.ts';
import { type Card, firstThatFits } from '../base/card.ts';
import { choicesOf, dateInput, field, personInput } from '../base/inputs.ts';
import { button, dataOf } from '../base/verbs.ts';
import { byLine, clockOf, type NewsOf, type NewsView, quoteOf } from '../news/news.ts';
import { type FormView, formAboutOutage, PLACES, type Place, textField } from '../outage/form.ts';
import { mentionAll, plain, quoted, shorten, withText } from '../text.ts';
import { dayOf, followUpLine } from './review.ts';

/** In characters. */
export const LONGEST_ANSWER = 1_500;
export const LONGEST_FOLLOW_UP = 300;
/** One more than there are, and at least these. */
const LEAST_PLACES = 2;
const FEW = 20;
const LONGEST_SHOWN = 80;

export function reviewForm(view: FormView): Card {
  const { words, desk, filled, errors, searchesPeople } = view;
  const { form: say } = words.review;
  const used = PLACES.filter((place) => Boolean(filled[`change${place}`] || filled[`owner${place}`] || filled[`day${place}`]));
  const shown = PLACES.slice(0, Math.max(LEAST_PLACES, (used.at(-1) ?? 0) + 1));
  // Whoever was chosen is there, also where the list is cut.
  const chosen = desk.engineers.filter(({ id }) => PLACES.some((place) => filled[`owner${place}`] === id));
  const people = everybodyOnce([...chosen, ...desk.engineers]);
  const fieldsOf = (place: Place, most: number) => [
    textField(view, `change${place}`, say.text(place), { limit: LONGEST_FOLLOW_UP, multiline: false }),
    field(
      personInput(words, {
        id: `owner${place}`,
        label: say.owner(place),
        value: filled[`owner${place}`] ?? '',
        choices: choicesOf(people.slice(0, most)),
        placeholder: words.ownership.person.placeholder,
        search: searchesPeople,
      }),
      errors[`owner${place}`],
    ),
    field(dateInput(words, { id: `day${place}`, label: say.day(place), value: filled[`day${place}`] ?? '' }), errors[`day${place}`]),
  ];
  const draw = (most: number) =>
    formAboutOutage(view, say, {
      send: 'outage-review',
      back: 'review-show',
      lines: [say.more],
      fields: [
        textField(view, 'cause', say.cause, { limit: LONGEST_ANSWER }),
        textField(view, 'helped', say.helped, { limit: LONGEST_ANSWER }),
        ...shown.flatMap((place) => fieldsOf(place, most)),
      ],
    });
  return firstThatFits([() => draw(people.length), () => draw(FEW), () => draw(PLACES.length), () => draw(Math.max(chosen.length, 1))]);
}

export const reviewNews: NewsOf<'reviewed' | 'follow-up-due' | 'follow-up-done'> = {
  reviewed(view) {
    const { outage, event, events, words, now } = view;
    const { news: say, facts, show } = words.review;
    const before = events.slice(0, events.indexOf(event)).findLast((one) => one.type === 'reviewed');
    const isNew = ({ id, owner }: (typeof event.followUps)[number]) =>
      before?.followUps.find((one) => one.id === id)?.owner.id !== owner.id && owner.id !== event.by.id;
    const mentions = mentionAll(everybodyOnce(event.followUps.filter(isNew).map(({ owner }) => owner)), say.yours, words);
    const lines = event.followUps.map((one) => followUpLine({ ...one, reminded: false, done: null }, words, (at) => dayOf(at, now, words)));
    return {
      heading: say.saved(outageName(outage)),
      mentions,
      lines: [],
      facts: lines.length > 0 ? [{ label: facts.followUps, lines }] : [],
      actions: [button(show, 'review-show', dataOf(outage))],
      quiet: true,
    };
  },

  'follow-up-due'(view) {
    const { outage, event, words } = view;
    const { news: say, show, markDone } = words.review;
    const day = clockOf(view)(followUp(view)?.dueAt ?? event.at);
    const data = dataOf(outage);
    return {
      heading: say.due(outageName(outage)),
      quote: quoteOf(followUp(view)?.text ?? '', words),
      mentions: event.atDesk ? [] : [withText(event.owner, say.yoursDue)],
      lines: [event.atDesk ? say.noEngineer(plain(event.owner.name), day) : say.dueText(day)],
      actions: [button(markDone, 'follow-up-done', { ...data, followUp: String(event.id) }, 'positive'), button(show, 'review-show', data)],
    };
  },

  // It is told where its reminder stood.
  'follow-up-done': (view) => ({
    heading: view.words.review.news.done(outageName(view.outage)),
    by: view.words.formats.pair(byLine(view), quoted(shorten(followUp(view)?.text ?? '', LONGEST_SHOWN), view.words)),
    lines: [],
  }),
};

const followUp = ({ event, events }: NewsView<'follow-up-due' | 'follow-up-done'>) => followUpOf(event, events);
