/** How notices are drawn from the state at delivery: who is mentioned, and whether the message may be there already. */
import { expect, test } from 'vitest';
import { createRenderer } from '../../src/cards/render.ts';
import { formatDestination } from '../../src/outage/destinations.ts';
import { notices } from '../../src/outage/notices.ts';
import { en } from '../../src/words/en/index.ts';
import { smallDesk } from '../support/desk/small-desk.ts';
import { MINUTE_MS, run } from '../support/outage/apply.ts';
import {
  sampleAcknowledgeAction,
  sampleMarkUnreachableAction,
  samplePassDeadlineAction,
  sampleReportAction,
} from '../support/outage/sample.ts';

const { at } = sampleReportAction();
const later = (minutes: number) => ({ at: at + minutes * MINUTE_MS });
const told = run(
  sampleReportAction(),
  samplePassDeadlineAction(later(15)),
  samplePassDeadlineAction(later(30)),
  sampleMarkUnreachableAction(later(35)),
  sampleAcknowledgeAction(later(40)),
  samplePassDeadlineAction(later(200)),
);
const posts = told.events
  .flatMap((event, index) => notices([event], { ...told.outage, version: index + 1 }))
  .filter(({ kind }) => kind !== 'state');
const drawn = (notice: (typeof posts)[number], repeated: boolean) =>
  JSON.stringify(createRenderer(smallDesk())(notice, told, { now: told.outage.lastChange.at, repeated }).card);

test.each(posts.map((notice) => [notice.key, notice] as const))(
  '%s says that it is sent again when it is, and only then',
  (_key, notice) => {
    // The news come first.
    expect(drawn(notice, true).indexOf(en.news.repeated)).toBeGreaterThan(drawn(notice, true).lastIndexOf('"size":"Large"'));
    expect(drawn(notice, false)).not.toContain(en.news.repeated);
  },
);

test('the first message calls who is on call, and nobody when somebody took the outage before it went out', () => {
  const [opening] = posts;
  if (!opening) throw new Error('nothing opens');
  const { outage, events } = run(sampleReportAction());
  const drawnAtOnce = createRenderer(smallDesk())(opening, { outage, events }, { now: at, repeated: false });
  expect(JSON.stringify(drawnAtOnce.card)).toContain('<at>Sam Okafor</at>');
  expect(drawn(opening, false)).not.toContain('<at>');
});

test('a direct message calls the one who gets it, and nobody else', () => {
  const direct = posts.find(({ destination }) => formatDestination(destination) === 'person:aad-lin');
  if (!direct) throw new Error('nobody gets one');
  expect(drawn(direct, false)).toContain('<at>Lin Zhao</at>');
  expect(drawn(direct, false)).not.toContain('<at>Sam Okafor</at>');
});

test('those who follow read that the promise was broken, for as long as nobody took the outage', () => {
  const { outage, events } = run(sampleReportAction(), samplePassDeadlineAction(later(30)));
  const opening = posts.find(({ destination }) => formatDestination(destination) === 'follower:board');
  if (!opening) throw new Error('nobody follows');
  const { card, summary } = createRenderer(smallDesk())(opening, { outage, events }, { now: later(31).at, repeated: false });
  expect(JSON.stringify(card)).toContain(en.state.breached);
  expect(summary).toContain(en.state.breached);
});
