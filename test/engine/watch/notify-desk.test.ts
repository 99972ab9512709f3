/** Where the desk itself is told: in its channel, or, where there is none, by its people. */
import { describe, expect, it } from 'vitest';
import type { KnownRoom } from '../../../src/desk/rooms.ts';
import { type Address, type Messenger, SendError } from '../../../src/engine/ports/messenger.ts';
import { createNotifyDesk } from '../../../src/engine/watch/notify-desk.ts';
import { START } from '../../support/clock.ts';
import { SMALL_PEOPLE, smallDesk } from '../../support/desk/small-desk.ts';

const message = { card: {}, summary: 'x' };
const administered = smallDesk((text) => `${text}administrators: [bob, ada]\n`);
const gone: KnownRoom = {
  conversationId: '19:desk@thread.tacv2',
  kind: 'channel',
  teamId: null,
  tenantId: null,
  name: '',
  use: null,
  lost: 'bot-removed',
};

/** Whom a message reaches when these people cannot be reached. */
async function reached(desk: typeof administered, known: readonly KnownRoom[], refuse: readonly string[] = []) {
  const to: string[] = [];
  const post: Messenger['post'] = async (address: Address) => {
    const whom = address.to === 'person' ? address.personId : address.to === 'new-thread' ? address.room.conversationId : address.to;
    if (refuse.includes(whom)) throw new SendError('never', `Teams: 403 for ${whom}`);
    to.push(whom);
    return { conversationId: whom, activityId: null };
  };
  await createNotifyDesk({
    desk,
    rooms: { all: async () => known },
    onCall: async () => Object.values(desk.onCall('', START, [])).flat(),
    messenger: { post, edit: async () => {} },
    now: () => START,
  })(message);
  return to;
}

it('is a thread in its channel', async () => {
  expect(await reached(administered, [])).toEqual(['19:desk@thread.tacv2']);
});

it('is its administrators where the channel is gone, and one of them is enough', async () => {
  expect(await reached(administered, [gone])).toEqual([SMALL_PEOPLE.bob, SMALL_PEOPLE.ada]);
  expect(await reached(administered, [gone], [SMALL_PEOPLE.bob])).toEqual([SMALL_PEOPLE.ada]);
  await expect(reached(administered, [gone], [SMALL_PEOPLE.bob, SMALL_PEOPLE.ada])).rejects.toThrow(`403 for ${SMALL_PEOPLE.bob}`);
});

it('is who is on call where nobody administers, each person once', async () => {
  const desk = smallDesk((text) => text.replace('primary: [ada]', 'primary: [ada]\n  secondary: [ada, bob]'));
  expect(await reached(desk, [gone])).toEqual([SMALL_PEOPLE.ada, SMALL_PEOPLE.bob]);
});

it('that is nobody, because nobody administers and nobody is on call at this hour, has not been told', async () => {
  const night = smallDesk((text) => text.replace('primary: [ada]', 'primary: [{ people: [ada], hours: 03:00-03:01 }]'));
  expect(Object.values(night.onCall('', START, [])).flat()).toEqual([]);
  await expect(reached(night, [gone])).rejects.toThrow('nobody');
});

describe('A3: a channel that refuses, though no event said so', () => {
  const channel = '19:desk@thread.tacv2';
  async function tellings(refuse: readonly string[], ...at: readonly number[]) {
    const to: string[] = [];
    let time = START;
    const post: Messenger['post'] = async (address: Address) => {
      const whom = address.to === 'person' ? address.personId : channel;
      if (refuse.includes(whom)) throw new SendError('refused', 'Teams: 502');
      to.push(whom);
      return { conversationId: whom, activityId: null };
    };
    const notify = createNotifyDesk({
      desk: smallDesk((text) => `${text}administrators: [bob]\n`),
      rooms: { all: async () => [] },
      onCall: async () => [{ id: SMALL_PEOPLE.ada, name: 'Ada' }],
      messenger: { post, edit: async () => {} },
      now: () => time,
    });
    for (const later of at) {
      time = START + later;
      await notify(message).catch(() => to.push('nobody'));
    }
    return to;
  }

  it('after a minute whoever is on call and the administrators are told instead, each time', async () => {
    expect(await tellings([channel], 0, 59_999, 60_000, 90_000)).toEqual([
      'nobody',
      'nobody',
      ...[SMALL_PEOPLE.ada, SMALL_PEOPLE.bob],
      ...[SMALL_PEOPLE.ada, SMALL_PEOPLE.bob],
    ]);
  });

  it('one that takes it is told itself', async () => {
    expect(await tellings([], 0, 60_000)).toEqual([channel, channel]);
  });

  it('nobody has been told while nobody can be reached at all', async () => {
    expect(await tellings([channel, SMALL_PEOPLE.ada, SMALL_PEOPLE.bob], 0, 60_000)).toEqual(['nobody', 'nobody']);
  });
});
