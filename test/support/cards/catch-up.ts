/** Samples of what changed since somebody looked: nothing, some, much; of one outage and of several. */
import { catchUpCard, catchUpList, changedIn } from '../../../src/cards/look/catch-up.ts';
import type { Words } from '../../../src/words/words.ts';
import { smallDesk } from '../desk/small-desk.ts';
import { at, NOW, stories, type Texts } from '../outage/stories.ts';
import { entry, type SampleCard } from './sample-card.ts';

const SHOWN = ['updated', 'joined by one', 'resolved, and works again for some', 'said to be down and better by those affected'];

export function catchUpCards(texts: Texts, words: Words): SampleCard[] {
  const all = Object.entries(stories(texts, 'personal'));
  const viewOf = ({ outage, events }: (typeof all)[number][1], version: number | null, notes = false) => ({
    ...{ outage, events, desk: smallDesk(), words, now: NOW, notes, zone: notes ? undefined : 'Europe/Copenhagen' },
    seen: version === null ? null : { version, at: at(2) },
  });
  const of = (name: string, view: Parameters<typeof catchUpCard>[0]) => entry(`catch up: ${name}`, catchUpCard, catchUpCard(view));
  const list = (name: string, many: typeof all, version: number | null) =>
    entry(
      `catch up of ${name}`,
      catchUpList,
      catchUpList(
        { words, now: NOW, zone: 'Europe/Copenhagen' },
        many.flatMap(([, story]) => changedIn(viewOf(story, version)) ?? []),
        version === null ? null : at(2),
      ),
    );
  const some = all.filter(([name]) => SHOWN.includes(name));
  const [[, first] = all[0] ?? []] = some;
  if (!first) throw new Error('no such story');
  return [
    ...all.flatMap(([name, story]) => [of(`${name}, a customer`, viewOf(story, 1)), of(`${name}, an engineer`, viewOf(story, 1, true))]),
    of('nothing new', viewOf(first, first.outage.version)),
    of('never looked', viewOf(first, null)),
    list('some', some, 1),
    list('many', all, 1),
    list('none', [], 1),
    list('none, and never looked', [], null),
    list('what they never looked at', some, null),
  ];
}
