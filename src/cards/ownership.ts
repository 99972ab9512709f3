/** Who has an outage: news of hand-overs, help and release, and the forms for them. */

import { readerOf } from '../outage/destinations.ts';
import { outageName } from '../outage/types/outage.ts';
import type { Person } from '../outage/types/values.ts';
import type { Card } from './base/card.ts';
import { choicesOf, field, personInput } from './base/inputs.ts';
import { callBack, calledUntil, clockOf, type NewsOf, type NewsView, quoteOf, whatIsDown } from './news/news.ts';
import { deskButtons } from './outage/buttons.ts';
import { type FilledForm, type FormView, type FormWords, formAboutOutage, formWithText } from './outage/form.ts';
import { nextUpdate } from './progress/progress.ts';
import { asName, plain, withText } from './text.ts';

export const ownershipNews: NewsOf<'hand-over-offered' | 'hand-over-declined' | 'handed-over' | 'assisted' | 'released' | 'taken-back'> = {
  'hand-over-offered'(view) {
    const { outage, event, words } = view;
    const { ping } = words.progress;
    const by = asName(event.by.name);
    return {
      heading: ping.offered(outageName(outage)),
      lines: [...whatIsDown(view), ping.offeredText(plain(ownerOf(view).name))],
      mentions: [withText(event.to, (mention) => ping.offeredWhy(mention, by))],
      actions: deskButtons(outage, words),
    };
  },

  'hand-over-declined'({ outage, event: { by, owner }, words }) {
    const { ping } = words.progress;
    const own = by.id === owner.id;
    return {
      heading: (own ? ping.offerEnded : ping.declined)(outageName(outage)),
      lines: [],
      mentions: [withText(owner, (mention) => (own ? ping.takenBackWhy(mention) : ping.declinedWhy(mention, asName(by.name))))],
      actions: deskButtons(outage, words),
    };
  },

  'handed-over'(view) {
    const { outage, event, words } = view;
    return {
      heading: words.progress.news.handedOver(outageName(outage)),
      by: words.progress.news.handedOverTo(plain(event.from.name), plain(event.by.name), clockOf(view)(event.at)),
      lines: nextUpdate(view),
    };
  },

  assisted(view) {
    const { outage, event, words } = view;
    const { ping } = words.progress;
    const { by, person } = event;
    const own = by.id === person.id;
    const owner = asName(ownerOf(view).name);
    return {
      heading: ping.assisted(outageName(outage)),
      lines: [],
      mentions: [
        withText(person, (mention) => (own ? ping.assistedOwn(mention, owner) : ping.assistedWhy(mention, asName(by.name), owner))),
      ],
    };
  },

  /** Only the desk reads why it was released; everybody else reads what happens next. */
  released(view) {
    const { outage, event, words, destination } = view;
    const { news, ping } = words.progress;
    const heading = news.released(outageName(outage));
    if (readerOf(destination) !== 'desk') return { heading, lines: calledUntil(view) };
    return {
      heading,
      quote: quoteOf(event.reason, words),
      lines: [...calledUntil(view), ...whatIsDown(view)],
      mentions: callBack(view, ping.hadIt),
      actions: deskButtons(outage, words),
    };
  },

  'taken-back'(view) {
    const { outage, words, destination } = view;
    const { reaction } = words.ownership;
    const heading = reaction.takenBack(outageName(outage));
    if (readerOf(destination) !== 'desk') return { heading, lines: [reaction.mistake, ...calledUntil(view)] };
    return {
      heading,
      lines: [...calledUntil(view), ...whatIsDown(view)],
      mentions: callBack(view, words.progress.ping.hadIt),
      actions: deskButtons(outage, words),
    };
  },
};

const ownerOf = ({ outage, event }: NewsView<'hand-over-offered' | 'assisted'>): Person =>
  outage.state === 'acknowledged' ? outage.owner : event.by;

export type Purpose = 'hand-over' | 'assist';

/** The engineers who can be chosen: all but the owner and, for help, all who do not help yet. */
export function others({ outage, desk }: Pick<FormView, 'outage' | 'desk'>, purpose: Purpose): readonly Person[] {
  if (outage?.state !== 'acknowledged') return desk.engineers;
  const busy = purpose === 'assist' ? [outage.owner, ...outage.helpers] : [outage.owner];
  return desk.engineers.filter(({ id }) => busy.every((one) => one.id !== id));
}

/** Teams lets people choose somebody else, too, who is refused when the form is sent. */
function personForm(view: FormView, purpose: Purpose, { person, ...form }: FormWords & { readonly person: string }): Card {
  const { words, filled, errors, searchesPeople: search } = view;
  const { placeholder } = words.ownership.person;
  const choices = choicesOf(others(view, purpose));
  const input = personInput(words, { id: 'person', label: person, value: filled.person ?? '', choices, placeholder, search });
  const fields = [field(input, errors.person)];
  return formAboutOutage(view, form, { send: `outage-${purpose}`, back: 'outage-show', fields });
}

export const handOverForm = (view: FormView): Card => personForm(view, 'hand-over', view.words.ownership.handOver);
export const assistForm = (view: FormView): Card => personForm(view, 'assist', view.words.ownership.assist);

export const releaseForm = (view: FilledForm): Card => formWithText(view, 'reason', view.words.ownership.release, 'outage-release');
