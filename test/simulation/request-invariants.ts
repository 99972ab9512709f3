/** What must hold of a request, and of one that became an outage. */
import { notices } from '../../src/outage/notices.ts';
import { deadlines } from '../../src/outage/promise.ts';
import { numberOf } from '../../src/outage/types/outage.ts';
import { arrivedAt, givenUpRightly } from './evidence.ts';
import { type Invariant, invariant, ofEach, when } from './invariant.ts';

export const OF_REQUESTS: readonly Invariant[] = [
  ofEach('a request that became an outage is in the thread of its desk, and all who follow hear of it', 'lost', (story, outage) => {
    const version = outage.request?.promoted?.version;
    if (!version) return [];
    return ['desk', ...outage.followers.map(({ id }) => `follower:${id}`)].flatMap((place) => {
      const key = `${outage.id}/opening/${place}/${version}`;
      const excused = place !== 'desk' && givenUpRightly(story, key);
      return when(arrivedAt(story, key) === null && !excused, `${place} never saw it`);
    });
  }),
  ofEach('a request calls nobody, is told to nobody who follows, and has no deadline', 'wrong', (story) =>
    story.commits.flatMap(({ events, outage }) => {
      if (outage.state !== 'requested') return [];
      const loud = notices(events, outage).filter(({ destination: { kind } }) => kind !== 'queue' && kind !== 'origin');
      return [...loud.map(({ key }) => `${key} is told`), ...when(deadlines(outage).length > 0, 'it has a deadline')];
    }),
  ),
  invariant('requests have numbers of their own without gaps, which they keep', 'wrong', ({ stories }) =>
    [...stories.values()]
      .flatMap(({ id, commits }) => {
        const request = commits.at(-1)?.outage.request;
        return request ? [{ id, number: request.number, first: commits[0]?.outage.number }] : [];
      })
      .sort((one, other) => one.number - other.number)
      .flatMap(({ id, number, first }, index) =>
        number === first && number === numberOf('request', index + 1) ? [] : [{ outageId: id, text: `its number is ${number}` }],
      ),
  ),
];
