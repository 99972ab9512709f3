/** Samples of what people who follow see: their cards with buttons, the form in which they choose, and what came while it was quiet. */
import { type FollowsField, type FollowsView, filledFrom, followsForm, projectFollowedCard } from '../../../src/cards/follow/follow.ts';
import { drawHeard } from '../../../src/cards/follow/heard.ts';
import { followerCard } from '../../../src/cards/outage/outage.ts';
import type { Words } from '../../../src/words/words.ts';
import { smallDesk } from '../desk/small-desk.ts';
import { NOW, type stories, type Texts } from '../outage/stories.ts';
import { entry, type SampleCard } from './sample-card.ts';

export function followCards({ name }: Texts, words: Words, told: ReturnType<typeof stories>): SampleCard[] {
  const desk = smallDesk();
  const outages = Object.values(told).map(({ outage }) => outage);
  const projects = Array.from({ length: 3 }, (_, index) => ({ id: `project-${index}`, name }));
  const chosen = {
    noise: 'turning-points',
    mostADay: 12,
    hours: { from: '22:00', until: '07:00', timeZone: 'Europe/Copenhagen' },
  } as const;
  const form = (more: Partial<FollowsView> = {}) =>
    followsForm({
      ...{ desk, words, now: NOW, zone: 'Europe/Copenhagen', errors: {}, hint: '', projects, chosen },
      ...{ outages: outages.slice(0, 1), filled: filledFrom(chosen), ...more },
    });
  const { errors, saved } = words.follow.mine;
  const wrong = { noise: errors.noise, until: errors.hours, most: errors.most(1_000) };
  const nonsense = Object.fromEntries(['noise', 'from', 'until', 'most', 'stop'].map((id) => [id, name])) as {
    [id in FollowsField]: string;
  };
  const withButtons = Object.entries(told)
    .slice(0, 3)
    .flatMap(([story, { outage }]) =>
      (['own-chat', 'room'] as const).map((followed) =>
        entry(
          `following in ${followed}: ${story}`,
          followerCard,
          followerCard({ outage, desk, words, now: NOW }, { entered: true, followed }),
        ),
      ),
    );
  return [
    ...withButtons,
    entry('follows form, nothing', followsForm, form({ projects: [], outages: [], chosen: {}, filled: filledFrom({}) })),
    entry('follows form, filled in', followsForm, form({ hint: saved })),
    entry('follows form, all wrong', followsForm, form({ filled: nonsense, errors: wrong, fix: words.report.fix(3) })),
    entry('follows form, many', followsForm, form({ outages: [...outages, ...outages, ...outages] })),
    ...[0, 7].map((open) =>
      entry(`project followed, ${open} open`, projectFollowedCard, projectFollowedCard({ desk, words }, { id: 'mill-2', name }, open)),
    ),
    ...heardCards(told, words),
  ];
}

/** All news of each story, as if everything had waited. */
function heardCards(told: ReturnType<typeof stories>, words: Words): SampleCard[] {
  const HEARD = ['acknowledged', 'updated', 'handed-over', 'resolved', 'reopened', 'update-missed', 'transferred', 'withdrawn'];
  const items = Object.values(told).flatMap((recorded) =>
    recorded.events.flatMap(({ type }, index) => {
      if (!HEARD.includes(type)) return [];
      const destination = { kind: 'follower', id: 'board' } as const;
      const { id: outageId } = recorded.outage;
      const key = `${outageId}/news/follower:board/${index + 1}`;
      return [{ recorded, notice: { ...{ key, outageId, kind: 'news' as const, destination, seq: index + 1 }, priority: 3, after: null } }];
    }),
  );
  return [items.slice(0, 2), items].map((some) =>
    entry(`heard while quiet, ${some.length}`, drawHeard, drawHeard(some, smallDesk(), { now: NOW, words }).card),
  );
}
