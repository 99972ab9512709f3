/** What many people follow in their own chats is drawn once for each language, and is what each of them would get alone. */
import { describe, expect, test } from 'vitest';
import { createRenderer } from '../../src/cards/render.ts';
import { formatDestination } from '../../src/outage/destinations.ts';
import { replay } from '../../src/outage/evolve.ts';
import { LANGUAGES } from '../../src/outage/follow/language.ts';
import { type Notice, notices } from '../../src/outage/notices.ts';
import { storedPersonKey } from '../../src/outage/types/person-key.ts';
import { START } from '../support/clock.ts';
import { smallDesk } from '../support/desk/small-desk.ts';
import { run } from '../support/outage/apply.ts';
import { sampleAcknowledgeAction, sampleReportAction, sampleResolveAction, sampleUpdateAction } from '../support/outage/sample.ts';
import { sample } from '../support/outage/states.ts';

const desk = smallDesk();
const following = ['aad-kim', 'aad-lee'].map((id) => ({
  person: { id: storedPersonKey(id), name: id },
  tenantId: 'tenant',
  noise: 'everything' as const,
}));
const { events } = run(
  sampleReportAction({ following }),
  sampleAcknowledgeAction(),
  sampleUpdateAction({ phase: 'mitigating' }),
  sample('release', 9),
  sampleAcknowledgeAction({ at: START + 600_000 }),
  sampleResolveAction({ at: START + 660_000 }),
);
const told = events.flatMap((event, index) => {
  const outage = replay(events.slice(0, index + 1));
  return outage ? notices([event], outage).map((notice) => ({ notice, recorded: { outage, events: events.slice(0, index + 1) } })) : [];
});
const toFollowers = told.filter(({ notice }) => notice.destination.kind === 'following');
const context = { now: START + 700_000, repeated: false } as const;

describe('somebody who follows in their own chat', () => {
  test.each(LANGUAGES)('reads in %s what would be drawn for them alone', (language) => {
    const render = createRenderer(desk);
    expect(toFollowers.length).toBeGreaterThan(8);
    for (const { notice, recorded } of toFollowers)
      expect(render(notice, recorded, { ...context, language }), formatDestination(notice.destination)).toEqual(
        createRenderer(desk)(notice, recorded, { ...context, language }),
      );
  });

  test('reads the very drawing that others got, unless it says something else', () => {
    const render = createRenderer(desk);
    const [first] = toFollowers;
    if (!first) throw new Error('nobody follows');
    const { notice, recorded } = first;
    const draw = (one: Notice, more: object = {}) => render(one, recorded, { ...context, language: 'de', ...more });
    const drawn = draw(notice);
    const other = toFollowers.find((one) => one.notice.seq === notice.seq && one.notice.key !== notice.key);
    expect(draw(other?.notice ?? notice)).toBe(drawn);
    expect(other).toBeDefined();
    for (const more of [{ language: 'fr' }, { repeated: true }, { reaches: 20 }, { now: context.now + 60_000 }, { files: new Map() }])
      expect(draw(notice, more), JSON.stringify(more)).not.toBe(drawn);
    expect(render(notice, { ...recorded }, { ...context, language: 'de' }), 'of another moment').not.toBe(drawn);
    // Their first message was deleted, and this one says that it takes its place.
    const anew = { ...notice, kind: 'opening', key: `${notice.key}/lost`, after: notice.key } as const;
    expect(draw({ ...notice, kind: 'opening' })).not.toEqual(draw(anew));
    expect(draw(anew)).toEqual(createRenderer(desk)(anew, recorded, { ...context, language: 'de' }));
  });

  test('shares with nobody else', () => {
    const render = createRenderer(desk);
    const others = told.filter(({ notice }) => ['desk', 'origin', 'follower'].includes(notice.destination.kind));
    expect(others.length).toBeGreaterThan(10);
    for (const { notice, recorded } of others)
      expect(render(notice, recorded, context), formatDestination(notice.destination)).not.toBe(render(notice, recorded, context));
  });
});
