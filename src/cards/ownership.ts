/** Who has an outage: news of hand-overs, help and release, and the forms for them. */
import { readerOf } from '../outage/destinations.ts';
import { outageName } from '../outage/types/numbers.ts';
import type { Person } from '../outage/types/person.ts';
import type { Card } from './base/card.ts';
import type { Field } from './base/inputs.ts';
import { callBack, calledUntil, whatIsDown } from './news/calls.ts';
import { type EventOf, forReporter, type News, type NewsView, quoteOf, withText } from './news/news.ts';
import { deskButtons } from './outage/desk-buttons.ts';
import { choiceField, choicesOf, type FilledForm, type FormView, formAboutOutage, textField } from './outage/form.ts';
import { nextUpdate } from './progress/news.ts';
import { asName, plain } from './text/safe.ts';

type Owned = 'hand-over-offered' | 'hand-over-declined' | 'handed-over' | 'assisted' | 'released';

export function ownershipNews(view: NewsView, event: EventOf<Owned>): News {
  const { outage, words } = view;
  const { news } = words.progress;
  const name = outageName(outage);
  switch (event.type) {
    case 'hand-over-offered':
    case 'hand-over-declined':
    case 'assisted':
      return pinged(view, event);
    case 'handed-over':
      return {
        heading: news.handedOver(name, asName(event.by.name), asName(event.from.name)),
        lines: nextUpdate(view),
        mentions: forReporter(view),
      };
    case 'released':
      return released(view, event);
  }
}

/** One engineer pings another, in the desk's thread or in their own chat. */
function pinged(view: NewsView, event: EventOf<'hand-over-offered' | 'hand-over-declined' | 'assisted'>): News {
  const { outage, words } = view;
  const { ping } = words.progress;
  const name = outageName(outage);
  const by = asName(event.by.name);
  const owner = outage.state === 'acknowledged' ? outage.owner : event.by;
  switch (event.type) {
    case 'hand-over-offered':
      return {
        heading: ping.offered(name, by, asName(event.to.name)),
        lines: [...whatIsDown(view), ping.offeredText(plain(owner.name))],
        mentions: [withText(event.to, (mention) => ping.offeredWhy(mention, by))],
        actions: deskButtons(outage, words),
      };
    case 'hand-over-declined': {
      const own = event.by.id === event.owner.id;
      return {
        heading: ping.declined(name, asName(event.owner.name)),
        lines: [],
        mentions: [withText(event.owner, (mention) => (own ? ping.takenBackWhy(mention) : ping.declinedWhy(mention, by)))],
        actions: deskButtons(outage, words),
      };
    }
    case 'assisted': {
      const own = event.by.id === event.person.id;
      const ownerName = asName(owner.name);
      return {
        heading: ping.assisted(name, asName(event.person.name)),
        lines: [],
        mentions: [
          withText(event.person, (mention) => (own ? ping.assistedOwn(mention, ownerName) : ping.assistedWhy(mention, by, ownerName))),
        ],
      };
    }
  }
}

/** Only the desk reads why it was released; everybody else reads what happens next. */
function released(view: NewsView, event: EventOf<'released'>): News {
  const { outage, words, destination } = view;
  const { news, ping } = words.progress;
  const name = outageName(outage);
  const by = asName(event.by.name);
  if (readerOf(destination) !== 'desk') {
    return { heading: news.released(name, by), lines: calledUntil(view, event.at), mentions: forReporter(view) };
  }
  return {
    heading: ping.released(name, by),
    quote: quoteOf(event.reason, words),
    lines: [...calledUntil(view, event.at), ...whatIsDown(view)],
    mentions: callBack(view, event, words.progress.ping.hadIt),
    actions: deskButtons(outage, words),
  };
}

/** The engineers who can be chosen: all but the owner and, for help, all who do not help yet. */
export function others({ outage, desk }: Pick<FormView, 'outage' | 'desk'>, purpose: 'hand-over' | 'assist'): readonly Person[] {
  if (outage?.state !== 'acknowledged') return desk.engineers;
  const busy = purpose === 'assist' ? [outage.owner, ...outage.helpers] : [outage.owner];
  return desk.engineers.filter(({ id }) => busy.every((one) => one.id !== id));
}

/** The choices are filtered while typing, because a desk may have many engineers. */
const personField = (view: FormView, label: string, people: readonly Person[]): Field =>
  choiceField(view, 'person', label, choicesOf(people), 'filtered');

export function handOverForm(view: FormView): Card {
  const { person, ...form } = view.words.ownership.handOver;
  const fields = [personField(view, person, others(view, 'hand-over'))];
  return formAboutOutage(view, form, { send: 'outage-hand-over', back: 'outage-show', fields });
}

export function assistForm(view: FormView): Card {
  const { person, ...form } = view.words.ownership.assist;
  const fields = [personField(view, person, others(view, 'assist'))];
  return formAboutOutage(view, form, { send: 'outage-assist', back: 'outage-show', fields });
}

export function releaseForm(view: FilledForm): Card {
  const { reason, example, ...form } = view.words.ownership.release;
  const fields = [textField(view, 'reason', reason, { placeholder: example })];
  return formAboutOutage(view, form, { send: 'outage-release', back: 'outage-show', fields });
}
