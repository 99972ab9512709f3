/** News of the work on an outage: acknowledgements, updates, notes, and what is late. */
import { readerOf } from '../../outage/destinations.ts';
import { rungKind } from '../../outage/promise.ts';
import { outageName } from '../../outage/types/outage.ts';
import { textFact } from '../base/facts.ts';
import {
  calledIn,
  clockOf,
  forReporter,
  mayTakeThere,
  type News,
  type NewsOf,
  type NewsView,
  quoteOf,
  timeLeft,
  whatIsDown,
  withText,
} from '../news/news.ts';
import { deskButtons } from '../outage/buttons.ts';
import { phonesOf } from '../outage/next-lines.ts';
import { asName, plain } from '../text.ts';
import { calledBefore } from './planned-calls.ts';

export const progressNews: NewsOf<'acknowledged' | 'updated' | 'noted' | 'update-missed' | 'breached' | 'escalated'> = {
  acknowledged(view) {
    const { outage, words } = view;
    const { by, afterMs, withinMs } = view.event;
    const late = afterMs > withinMs ? [words.news.acknowledgedLate(words.formats.duration(withinMs))] : [];
    return {
      heading: words.news.acknowledged(outageName(outage), asName(by.name), words.formats.duration(afterMs)),
      lines: [...late, ...nextUpdate(view)],
      mentions: forReporter(view),
    };
  },

  /** An update without a text means "nothing new", and says since when. */
  updated(view) {
    const { outage, event, words, lastWord } = view;
    const when = clockOf(view);
    const next = words.news.nextUpdate(when(event.nextUpdateBy));
    const say = event.text === '' ? words.progress.news.nothingNew : words.news.updated;
    const heading = say(outageName(outage), asName(event.by.name), event.phase);
    if (event.text !== '') return { heading, quote: quoteOf(event.text, words), lines: [next], mentions: forReporter(view) };
    const since = lastWord ? [words.progress.news.nothingNewSince(when(lastWord.at))] : [];
    return {
      heading,
      lines: [...since, next],
      facts: textFact(words.facts.lastUpdate, lastWord?.text ?? '', words),
      mentions: forReporter(view),
    };
  },

  /** A note is shown to the desk alone. */
  noted: ({ outage, event, words }) => ({
    heading: words.progress.news.noted(outageName(outage), asName(event.by.name)),
    quote: quoteOf(event.text, words),
    lines: [words.progress.news.notedText],
    quiet: true,
  }),

  'update-missed': (view) => (readerOf(view.destination) === 'desk' ? remindOwner(view) : tellOfMissedUpdate(view)),

  breached(view) {
    const { outage, words } = view;
    const known = view.unknownSince === null;
    const promised = words.news.breachedText(words.formats.duration(outage.ladder.acknowledgeWithinMs));
    return {
      heading: (known ? words.news : words.watch.restored).breached(outageName(outage)),
      // Nobody should call the support desk because of a drill.
      lines: [known ? promised : words.watch.restored.breachedText, ...(outage.drill ? [] : [words.news.breachedCall(phonesOf(view))])],
      mentions: forReporter(view),
    };
  },

  escalated(view) {
    const { outage, event, words, destination } = view;
    const when = clockOf(view);
    const mayTake = mayTakeThere(destination, view.desk);
    const earlier = view.events.slice(0, view.events.indexOf(event));
    return {
      heading: words.ping.heading[rungKind(outage.ladder, event.rung)](outageName(outage)),
      lines: [
        timeLeft(outage.acknowledgeBy, words, view.now, when),
        ...(outage.drill ? [] : whatIsDown(view)),
        ...(destination.kind === 'person' ? [mayTake ? words.ping.openThread : words.ping.notYours] : []),
      ],
      mentions: calledIn(destination, event.people).map((called) =>
        withText(called.person, (text) => words.ping.why(text, called.level, calledBefore(called, earlier, when))),
      ),
      actions: mayTake ? deskButtons(outage, words) : [],
    };
  },
};

/** When the next update comes; empty when it is late already. */
export function nextUpdate(view: NewsView): readonly string[] {
  const { outage, words } = view;
  const isNext = outage.state === 'acknowledged' && outage.nudges === 0;
  return isNext ? [words.news.nextUpdate(clockOf(view)(outage.nextUpdateBy))] : [];
}

/** Asks the owner for the update, and tells the levels above whose update is missing. */
function remindOwner(view: NewsView<'update-missed'>): News {
  const { outage, event, words, now } = view;
  const { ping } = words.progress;
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

/** Tells those who wait that there is no update, and who was asked for it. */
function tellOfMissedUpdate(view: NewsView<'update-missed'>): News {
  const { outage, event, words, destination } = view;
  const { news } = words.progress;
  const people = words.formats.list(event.people.map(({ person }) => plain(person.name)));
  return {
    heading: news.updateMissed(outageName(outage)),
    lines: [
      news.updateMissedText(clockOf(view)(event.dueAt), people),
      ...(readerOf(destination) === 'reporter' ? [news.updateMissedCall(phonesOf(view))] : []),
    ],
    mentions: forReporter(view),
  };
}
