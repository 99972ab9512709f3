/** What happens when the first message of a thread is gone, or the card in a chat, or the id of that card was never told. */
import { beforeEach, describe, expect, it } from 'vitest';
import { SendError } from '../../../src/engine/ports/messenger.ts';
import { BOARD, DESK, type DeskEngine, ORIGIN, type Sent, startDeskEngine } from '../../support/bot/desk-engine.ts';
import { sampleReportAction } from '../../support/outage/sample.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
const never = (status: number) => new SendError('never', `Teams: ${status}`, { status });

let desk: DeskEngine;
const sentTo = (place: string) => desk.sent.filter(({ what }) => what.includes(`/${place}/`));
const isReply = ({ to, edits }: Sent) => edits === null && to.includes(';messageid=');
const places = async () => (await desk.store.outages.read('nonce-1'))?.outage.unreachable;
const waiting = async () => (await desk.store.deliveries.ledger('nonce-1')).filter(({ state }) => state === 'waiting');

/** Refuses what needs one of these messages, as Teams does when somebody deleted them. */
const deleting = (...ids: string[]) => {
  desk.script = ({ to, edits }) => {
    if (ids.some((id) => edits === id || (edits === null && to.endsWith(`;messageid=${id}`)))) throw never(404);
  };
};
const idOf = async (place: { kind: 'desk' } | { kind: 'follower'; id: string }) =>
  (await desk.store.deliveries.openingOf('nonce-1', place))?.activityId ?? '';

beforeEach(async () => {
  desk = await startDeskEngine();
});

describe("3.8: the first message of the desk's thread was deleted, and replies are refused", () => {
  let first: string;
  let again: string;
  beforeEach(async () => {
    await desk.report();
    await desk.deliver();
    first = await idOf({ kind: 'desk' });
    again = `opening/desk/1/${first}`;
    deleting(first);
    await desk.acknowledge();
  });

  it('a new thread is begun after the second refusal, and what was refused comes there, within seconds', async () => {
    await desk.passes(4 * SECOND_MS);
    expect(sentTo('desk').map(({ what, to }) => [what, to])).toEqual([
      ['opening/desk/1', DESK],
      ['news/desk/2', `${DESK};messageid=${first}`],
      ['news/desk/2', `${DESK};messageid=${first}`],
      [again, DESK],
      ['news/desk/2', expect.not.stringMatching(`=${first}$`)],
      ['state/desk/2', expect.not.stringMatching(`=${first}$`)],
    ]);
    expect(await waiting()).toEqual([]);
    expect(await places()).toEqual([]);
  });

  it('all that follows goes to the new one, which has the buttons and is found by its conversation', async () => {
    await desk.passes(4 * SECOND_MS);
    await desk.update('more');
    await desk.passes(4 * SECOND_MS);
    const opening = await desk.store.deliveries.openingOf('nonce-1', { kind: 'desk' });
    expect(
      sentTo('desk')
        .slice(-2)
        .map(({ what, to, edits }) => [what, to, edits]),
    ).toEqual([
      ['news/desk/3', opening?.conversationId, null],
      ['state/desk/3', opening?.conversationId, opening?.activityId],
    ]);
    expect(await desk.store.outages.idByThread(opening?.conversationId ?? '')).toBe('nonce-1');
    expect(await desk.store.outages.idByThread(`${DESK};messageid=${first}`)).toBe('nonce-1');
    expect(sentTo('desk').filter(({ what }) => what.startsWith('opening'))).toHaveLength(2);
  });

  it('when that one is deleted too, another one is begun', async () => {
    await desk.passes(4 * SECOND_MS);
    deleting(first, await idOf({ kind: 'desk' }));
    await desk.update('more');
    await desk.passes(6 * SECOND_MS);
    expect(sentTo('desk').filter(({ what }) => what.startsWith('opening'))).toHaveLength(3);
    expect(await desk.line('news/desk/3')).toMatchObject({ state: 'done' });
  });

  it('when nobody knows whether the new one is there, it is sent once more and says so', async () => {
    let lost = 0;
    desk.script = ({ what, to }) => {
      if (to.endsWith(`=${first}`)) throw never(404);
      if (what === again && lost++ === 0) throw new SendError('ambiguous', 'no answer');
    };
    await desk.passes(MINUTE_MS);
    expect(
      sentTo('desk')
        .filter(({ what }) => what === again)
        .map(({ repeated }) => repeated),
    ).toEqual([false, true]);
    expect(await waiting()).toEqual([]);
  });
});

it('3.8: while a thread is begun anew, its reporter gets no failure receipt', async () => {
  await desk.report();
  await desk.deliver();
  const first = await idOf({ kind: 'desk' });
  desk.script = ({ to }) => {
    if (to === DESK) throw new SendError('refused', 'Teams: 503', { status: 503 });
    if (to.endsWith(`=${first}`)) throw never(404);
  };
  await desk.passes(15 * MINUTE_MS);
  await desk.passDeadline();
  await desk.passes(3 * MINUTE_MS);
  expect(await desk.line(`opening/desk/1/${first}`)).toMatchObject({ state: 'waiting' });
  expect(await desk.store.receipts.due(MINUTE_MS, 9)).toEqual([]);
  desk.script = () => {};
  await desk.passes(MINUTE_MS);
  expect(await waiting()).toEqual([]);
});

it('3.8: a thread is begun anew also when the clock was set back meanwhile', async () => {
  await desk.report();
  await desk.acknowledge();
  await desk.passes(MINUTE_MS);
  desk.clock.advance(-60 * MINUTE_MS);
  const first = await idOf({ kind: 'desk' });
  deleting(first);
  await desk.update('more');
  await desk.passes(4 * SECOND_MS);
  expect(await desk.line('news/desk/3')).toMatchObject({ state: 'done' });
  const second = await idOf({ kind: 'desk' });
  desk.clock.advance(-60 * MINUTE_MS);
  deleting(first, second);
  await desk.update('more again');
  await desk.passes(4 * SECOND_MS);
  expect(await desk.line('news/desk/4')).toMatchObject({ state: 'done' });
});

describe('3.8: a channel that refuses for a while', () => {
  beforeEach(async () => {
    await desk.report();
    await desk.deliver();
  });

  it('and in which a thread is gone afterwards: within a minute a new one has what was refused', async () => {
    const first = await idOf({ kind: 'desk' });
    desk.script = ({ to }) => {
      if (to.startsWith(DESK)) throw never(404);
    };
    await desk.acknowledge();
    await desk.passes(5 * MINUTE_MS);
    deleting(first);
    await desk.passes(55 * SECOND_MS);
    expect(await desk.line('news/desk/2')).toMatchObject({ state: 'done' });
  });

  it.each([403, 404])('everything with %i: no new thread is begun, and all comes in the old one', async (status) => {
    desk.script = ({ to }) => {
      if (to.startsWith(DESK)) throw never(status);
    };
    await desk.acknowledge();
    await desk.passes(5 * MINUTE_MS);
    expect(await desk.store.receipts.due(MINUTE_MS, 9)).toEqual([]);
    desk.script = () => {};
    await desk.passes(MINUTE_MS);
    expect(await desk.line('news/desk/2')).toMatchObject({ state: 'done' });
    const first = await idOf({ kind: 'desk' });
    expect(await desk.line(`opening/desk/1/${first}`)).toMatchObject({ state: 'skipped' });
    expect(sentTo('desk').at(-1)?.to).toBe(`${DESK};messageid=${first}`);
    expect((await desk.store.outages.read('nonce-1'))?.events.map(({ type }) => type)).toEqual(['reported', 'acknowledged']);
  });

  it('once: the reply is tried again, and no thread is begun', async () => {
    let refusals = 0;
    desk.script = (sent) => {
      if (isReply(sent) && sent.to.startsWith(DESK) && refusals++ === 0) throw never(403);
    };
    await desk.acknowledge();
    await desk.passes(4 * SECOND_MS);
    expect(sentTo('desk').filter(({ what }) => what.startsWith('opening'))).toHaveLength(1);
    expect(await desk.line('news/desk/2')).toMatchObject({ state: 'done', attempts: 2 });
  });

  it('replies for a while, and the trial with 503: once the old thread has taken a message, no new one is begun', async () => {
    const wellAt = desk.clock.now() + 4 * SECOND_MS;
    desk.script = (sent) => {
      if (desk.clock.now() >= wellAt) return;
      if (sent.to === DESK) throw new SendError('refused', 'Teams: 503', { status: 503 });
      if (isReply(sent) && sent.to.startsWith(DESK)) throw never(403);
    };
    await desk.acknowledge();
    await desk.passes(30 * SECOND_MS);
    expect(sentTo('desk').filter(({ what }) => what.startsWith('opening'))).toHaveLength(3);
    expect(await waiting()).toEqual([]);
  });

  it('replies alone, in every thread: a second one is begun, and no third', async () => {
    desk.script = (sent) => {
      if (isReply(sent) && sent.to.startsWith(DESK)) throw never(403);
    };
    await desk.acknowledge();
    await desk.passes(10 * MINUTE_MS);
    expect(sentTo('desk').filter(({ what }) => what.startsWith('opening'))).toHaveLength(2);
  });
});

describe('3.8: the first message elsewhere was deleted', () => {
  it('at a follower: a new thread is begun, and the desk is not told that nothing arrives there', async () => {
    await desk.report();
    await desk.deliver();
    deleting(await idOf({ kind: 'follower', id: 'board' }));
    await desk.acknowledge();
    await desk.passes(4 * SECOND_MS);
    expect(await desk.line('news/follower:board/2')).toMatchObject({ state: 'done' });
    expect(sentTo('follower:board').filter(({ what, to }) => what.startsWith('opening') && to === BOARD)).toHaveLength(2);
    expect(await places()).toEqual([]);
  });

  it('at a follower that takes nothing at all: the desk is told so, once', async () => {
    await desk.report();
    await desk.deliver();
    desk.script = ({ to }) => {
      if (to.startsWith(BOARD)) throw never(403);
    };
    await desk.acknowledge();
    await desk.passes(MINUTE_MS);
    expect(await desk.line('news/follower:board/2')).toMatchObject({ state: 'failed', attempts: 3 });
    expect(await places()).toEqual(['follower:board']);
  });

  it('where it was reported, in a channel: a new thread is begun, and the news and the edits go there', async () => {
    const town = '19:town@thread.tacv2';
    const { origin } = sampleReportAction();
    await desk.report('nonce-1', { origin: { ...origin, kind: 'channel', conversationId: `${town};messageid=900`, cardId: '901' } });
    await desk.deliver();
    deleting('900');
    await desk.acknowledge();
    await desk.passes(4 * SECOND_MS);
    await desk.update('more');
    await desk.passes(4 * SECOND_MS);
    const opening = sentTo('origin').find(({ what }) => what === 'opening/origin/1/900');
    expect(opening?.to).toBe(town);
    const [news, edit] = ['news', 'state'].map((kind) => sentTo('origin').findLast(({ what }) => what === `${kind}/origin/3`));
    expect(news?.to).not.toBe(`${town};messageid=900`);
    expect([edit?.to, edit?.to]).toEqual([news?.to, `${town};messageid=${edit?.edits}`]);
    expect(await places()).toEqual([]);
  });

  it('in a chat with the reporter nothing depends on another message', async () => {
    await desk.report();
    desk.script = ({ to }) => {
      if (to === ORIGIN) throw never(403);
    };
    await desk.acknowledge();
    await desk.passes(MINUTE_MS);
    expect(sentTo('origin').filter(({ what }) => what === 'news/origin/2')).toHaveLength(1);
    expect(await places()).toEqual(['origin']);
  });
});

describe('a desk in a group chat', () => {
  const CHAT = '19:desk@thread.v2';
  const inChat = { desk: { ...sampleReportAction().desk, kind: 'groupChat', conversationId: CHAT } } as const;
  const cards = () => sentTo('desk').filter(({ what, edits }) => what.startsWith('opening') && edits === null);

  it('3.8: whose card was deleted gets a new one, and edits go to it', async () => {
    await desk.report('nonce-1', inChat);
    await desk.deliver();
    deleting(await idOf({ kind: 'desk' }));
    await desk.acknowledge();
    await desk.passes(8 * SECOND_MS);
    expect(cards()).toHaveLength(2);
    expect(await desk.line('news/desk/2')).toMatchObject({ state: 'done', attempts: 1 });
    const edit = sentTo('desk').findLast(({ edits }) => edits !== null);
    expect([edit?.what, edit?.edits]).toEqual(['state/desk/2', await idOf({ kind: 'desk' })]);
    expect(await waiting()).toEqual([]);
  });

  it('A2: whose card has no id gets it by reading the chat, where that is granted', async () => {
    desk = await startDeskEngine({
      unnamed: () => true,
      find: async (_address, marks) => new Map(marks.map((mark) => [mark, { conversationId: CHAT, activityId: `id of ${mark}` }])),
    });
    await desk.report('nonce-1', inChat);
    await desk.acknowledge();
    await desk.passes(6 * SECOND_MS);
    expect(
      sentTo('desk')
        .filter(({ edits }) => edits !== null)
        .map(({ edits }) => edits),
    ).toEqual(['id of nonce-1/opening/desk/1']);
    expect(cards()).toHaveLength(1);
    expect(await desk.line('state/desk/2')).toMatchObject({ state: 'done' });
  });

  it('A2: else gets the card once more, and edits go to that one', async () => {
    let posts = 0;
    desk = await startDeskEngine({ unnamed: () => posts++ === 0 });
    await desk.report('nonce-1', inChat);
    await desk.deliver();
    await desk.acknowledge();
    await desk.passes(8 * SECOND_MS);
    expect(cards()).toHaveLength(2);
    expect(await desk.line('state/desk/2')).toMatchObject({ state: 'done' });
  });

  it('A2: a new card without an id, in the place of one that was deleted, is looked for in vain once, and not for ever', async () => {
    desk = await startDeskEngine({
      unnamed: () => true,
      find: async (_address, [mark = '']) => new Map(mark.endsWith('/1') ? [[mark, { conversationId: CHAT, activityId: 'first' }]] : []),
    });
    await desk.report('nonce-1', inChat);
    await desk.acknowledge();
    await desk.passes(8 * SECOND_MS);
    deleting('first');
    await desk.update('more');
    await desk.passes(MINUTE_MS);
    expect(cards()).toHaveLength(2);
    expect(await desk.line('state/desk/3')).toMatchObject({ state: 'skipped' });
  });

  it('A2: when that one has none either, the news tell it, and nothing counts as lost', async () => {
    desk = await startDeskEngine({ unnamed: () => true });
    await desk.report('nonce-1', inChat);
    await desk.deliver();
    await desk.acknowledge();
    await desk.passes(20 * SECOND_MS);
    await desk.update('more');
    await desk.passes(20 * SECOND_MS);
    expect(cards()).toHaveLength(2);
    expect(await desk.line('news/desk/3')).toMatchObject({ state: 'done' });
    expect(await desk.line('state/desk/3')).toMatchObject({ state: 'skipped', error: 'the card that shows the state has no id' });
    expect(await desk.store.health.setAside(9)).toEqual([]);
    expect(await waiting()).toEqual([]);
  });
});
