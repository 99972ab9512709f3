/** What rooms that follow read: drawn as people would see it, with none of what is not for them. */
import { createRenderer } from '../../src/cards/render.ts';
import type { Audience } from '../../src/outage/types/values.ts';
import { smallDesk } from '../support/desk/small-desk.ts';
import { cardText } from '../support/teams/fake-teams.ts';
import { type Invariant, ofEach, when } from './invariant.ts';
import { AUDIENCE_OF } from './people-and-places.ts';

const render = createRenderer(smallDesk());

/** The names, places and texts of this world (`people-and-places.ts`, `outage/sample.ts`). */
const NOT_FOR: { readonly [audience in Audience]?: RegExp } = {
  internal: /\+4930|@customer\.example|Jonas Frey/,
  executive:
    /(Engineer|Customer|Dispatcher) \d|Mia Winter|Jonas Frey|Production|Nobody can reach|answers 503|white page|shop\.example|\+4930|@customer\.example/,
};
/** The last messages of an outage to a room: drawing all of them would take longer than the world itself. */
const DRAWN = 3;

export const AUDIENCES_READ: readonly Invariant[] = [
  ofEach('a room reads nothing that is not for those who read there', 'wrong', ({ sends }) =>
    Object.entries(AUDIENCE_OF).flatMap(([room, audience]) => {
      const there = sends.filter(({ notice: { destination } }) => destination.kind === 'follower' && destination.id === room);
      const isFile = ({ notice, drawn }: (typeof there)[number]) =>
        notice.kind === 'news' && drawn.events[notice.seq - 1]?.type === 'files-added';
      return there.slice(-DRAWN).flatMap((sent) => {
        if (isFile(sent)) return when(audience !== 'customer', `${sent.key} shows a file`);
        const { card, summary } = render(sent.notice, sent.drawn, { now: sent.at, repeated: sent.repeated });
        const [found] = NOT_FOR[audience]?.exec(`${summary}\n${cardText(card)}`) ?? [];
        return when(found !== undefined, `${sent.key} says ${found}`);
      });
    }),
  ),
];
