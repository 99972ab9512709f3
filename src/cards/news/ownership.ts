/** News of who has an outage: offered, handed over, helped with, given back, and an update that is overdue. */

import { outageName } from '../../outage/types/numbers.ts';
import type { Instant } from '../../outage/types/person.ts';
import { deskButtons } from '../outage/desk-buttons.ts';
import { phonesOf } from '../outage/next-lines.ts';
import { asName, plain } from '../text/safe.ts';
import {
  calledIn,
  clockOf,
  type EventOf,
  forReporter,
  mayTakeThere,
  type News,
  type NewsView,
  readerIn,
  timeLeft,
  told,
  withText,
} from './news.ts';

type Owned = 'hand-over-offered' | 'hand-over-declined' | 'handed-over' | 'assisted' | 'released' | 'update-missed';

export function ownerNews(view: NewsView, event: EventOf<Owned>): News {
  const { outage, words } = view;
  const { news } = words.life;
  const name = outageName(outage);
  switch (event.type) {
    case 'hand-over-offered':
    case 'hand-over-declined':
    case 'assisted':
      return askedOf(view, event);
    case 'handed-over':
      return {
        heading: news.handedOver(name, asName(event.by.name), asName(event.from.name)),
        lines: nextUpdate(view),
        mentions: forReporter(view),
      };
    case 'released':
      return released(view, event);
    case 'update-missed':
      return readerIn(view.place) === 'desk' ? nudge(view, event) : noUpdate(view, event);
  }
}

/** A ping of one engineer by another, in the desk's thread or in their own chat. */
function askedOf(view: NewsView, event: EventOf<'hand-over-offered' | 'hand-over-declined' | 'assisted'>): News {
  const { outage, words } = view;
  const { ping } = words.life;
  const name = outageName(outage);
  const by = asName(event.by.name);
  const owner = outage.state === 'acknowledged' ? outage.owner : event.by;
  switch (event.type) {
    case 'hand-over-offered':
      return {
        heading: ping.offered(name, by, asName(event.to.name)),
        lines: [...whatItIs(view), ping.offeredText(plain(owner.name))],
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

/** Why it was given back is the desk's own; everybody else hears what happens next. */
function released(view: NewsView, event: EventOf<'released'>): News {
  const { outage, words, place } = view;
  const { news, ping } = words.life;
  const name = outageName(outage);
  const by = asName(event.by.name);
  if (readerIn(place) !== 'desk') {
    return { heading: news.released(name, by), lines: calledUntil(view, event.at), mentions: forReporter(view) };
  }
  return {
    heading: ping.released(name, by),
    said: told(event.reason, words),
    lines: [...calledUntil(view, event.at), ...whatItIs(view)],
    mentions: called(view, event, words.life.ping.hadIt),
    actions: deskButtons(outage, words),
  };
}

/** By when somebody will have taken it; nothing when somebody has, since it came back. */
export function calledUntil(view: NewsView, backAt: Instant): readonly string[] {
  const { outage, words, now, place } = view;
  if (outage.state !== 'reported' || outage.ladderFrom !== backAt) return [];
  const when = clockOf(view);
  if (readerIn(place) === 'desk') return [timeLeft(outage.acknowledgeBy, words, now, when)];
  return outage.breachedAt === null ? [words.life.news.calledUntil(when(outage.acknowledgeBy))] : [];
}

/** Everybody who is called back to an outage, and why. */
export const called = (
  { place, words }: NewsView,
  { people }: EventOf<'released' | 'objected' | 'reopened'>,
  had: (mention: string) => string,
) =>
  calledIn(place, people).map(({ person, level }) =>
    withText(person, (mention) => (level === 'owner' ? had(mention) : words.ping.why(mention, level, null))),
  );

export const whatItIs = ({ outage: { report } }: NewsView): readonly string[] => [
  `${plain(report.project.name)}, ${plain(report.environment.name)}: ${plain(report.scenario.title)}`,
];

/** In somebody's own chat: whether it can be taken right there. */
export function whereToTake({ outage, place, desk, words }: NewsView): readonly string[] {
  if (!place.startsWith('person:') || outage.state !== 'reported') return [];
  return [mayTakeThere(place, desk) ? words.ping.openThread : words.ping.notYours];
}

/** When the next word comes, while that is still true. */
export function nextUpdate(view: NewsView): readonly string[] {
  const { outage, words } = view;
  const isNext = outage.state === 'acknowledged' && outage.nudges === 0;
  return isNext ? [words.news.nextUpdate(clockOf(view)(outage.nextUpdateBy))] : [];
}

/** The owner is asked first; the levels above are told whose update is missing. */
function nudge(view: NewsView, event: EventOf<'update-missed'>): News {
  const { outage, words, now } = view;
  const { ping } = words.life;
  const when = clockOf(view)(event.dueAt);
  const owner = asName(outage.state === 'acknowledged' ? outage.owner.name : '');
  const asked = event.nudge === 0 ? words.ping.updateMissedWhy : ping.updateMissedAgain;
  return {
    heading: words.ping.updateMissed(outageName(outage)),
    lines: event.nudge === 0 ? [] : [ping.stillMissing(words.formats.duration(Math.max(now, event.at) - event.dueAt))],
    mentions: event.people.map(({ person, level }) =>
      withText(person, (mention) => (level === 'owner' ? asked(mention, when) : ping.updateMissedAbove(mention, level, owner, when))),
    ),
    actions: deskButtons(outage, words),
  };
}

/** To those who wait for it: that there is none, and who was asked; what is not known is not made up. */
function noUpdate(view: NewsView, event: EventOf<'update-missed'>): News {
  const { outage, words, place } = view;
  const { news } = words.life;
  const people = words.formats.list(event.people.map(({ person }) => plain(person.name)));
  return {
    heading: news.updateMissed(outageName(outage)),
    lines: [
      news.updateMissedText(clockOf(view)(event.dueAt), people),
      ...(readerIn(place) === 'reporter' ? [news.updateMissedCall(phonesOf(view))] : []),
    ],
    mentions: forReporter(view),
  };
}
