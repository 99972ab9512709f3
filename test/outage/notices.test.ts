/** Who hears of each event, in which order, and which notices later events have overtaken. */

import { describe, expect, test } from 'vitest';
import type { Action } from '../../src/outage/actions.ts';
import { chatAt, formatDestination, laneOf, ORIGIN, originAt, tenantOf } from '../../src/outage/destinations.ts';
import { pinged } from '../../src/outage/events.ts';
import { isReopening, type Notice, notices, PRIORITY } from '../../src/outage/notices.ts';
import { overtaken } from '../../src/outage/overtaken.ts';
import { affectedPeople } from '../../src/outage/types/outage.ts';
import { isRead, ownChatIn } from '../../src/outage/types/values.ts';
import { START } from '../support/clock.ts';
import { MINUTE_MS, run } from '../support/outage/apply.ts';
import {
  engineer,
  sampleAcknowledgeAction,
  sampleFollower,
  sampleMarkUnreachableAction,
  samplePassDeadlineAction,
  sampleReportAction,
  sampleResolveAction,
  sampleRestoreAction,
  sampleUpdateAction,
  secondEngineer,
} from '../support/outage/sample.ts';
import { sample } from '../support/outage/states.ts';

const at = (minutes: number) => START + minutes * MINUTE_MS;
const pass = (minutes: number) => samplePassDeadlineAction({ at: at(minutes) });

/** The notices of the last of these actions. */
function toldBy(...actions: readonly Action[]): readonly Notice[] {
  const before = actions.length > 1 ? run(...actions.slice(0, -1)).events.length : 0;
  const { events, outage } = run(...actions);
  return notices(events.slice(before), outage);
}
const brief = (told: readonly Notice[]) => told.map(({ kind, destination, seq }) => `${kind} ${formatDestination(destination)} ${seq}`);
const board = `follower:${sampleFollower.id}`;
const taken = [sampleReportAction(), sampleAcknowledgeAction()];
const { origin } = sampleReportAction();
const inGroup = sampleReportAction({ origin: { ...origin, kind: 'groupChat', conversationId: '19:shop@thread.v2' } });
const cards = (seq: number) => [`state desk ${seq}`, `state ${board} ${seq}`, `state origin ${seq}`];

/** A call: of a member of the project, and of somebody whom Teams does not know. */
const byMember = sampleReportAction({ takenBy: engineer, origin: ownChatIn('tenant-of-mia', true) });
const byStranger = sampleReportAction({ by: engineer, takenBy: engineer, origin: ownChatIn(origin.tenantId, false) });

describe('a call', () => {
  test('is told in the own chat of the caller, whichever that is, in their tenant', () => {
    const { outage } = run(byMember);
    const told = { kind: 'news', destination: ORIGIN };
    expect(laneOf(told, outage)).toBe('person:aad-mia');
    expect(tenantOf(ORIGIN, outage)).toBe('tenant-of-mia');
    expect(chatAt(ORIGIN, outage)).toEqual({ personId: 'aad-mia', tenantId: 'tenant-of-mia' });
    expect(originAt(ORIGIN, outage)).toBeNull();
    const { outage: other } = run(sampleReportAction());
    expect([laneOf(told, other), chatAt(ORIGIN, other)]).toEqual(['a:mia', null]);
  });

  test('stays one when it comes back, and says who took it', () => {
    const { outage } = run(byStranger, sampleAcknowledgeAction(), sampleResolveAction(), sample('reopen', 30, { by: secondEngineer }));
    expect(outage.takenBy).toEqual({ id: engineer.id, name: engineer.name });
    expect([isRead(outage.origin), isRead(run(byMember).outage.origin)]).toEqual([false, true]);
    expect(affectedPeople(outage)).toEqual([{ id: engineer.id, name: 'Mia Winter' }]);
  });
});

describe('who must hear it', () => {
  test.each<[string, Action[], string[]]>([
    [
      'a report opens a message at the desk and with each follower, and edits the reporter’s card',
      [sampleReportAction()],
      ['opening desk 1', `opening ${board} 1`, 'state origin 1'],
    ],
    ['a call of a member opens a card in their own chat', [byMember], ['opening desk 1', `opening ${board} 1`, 'opening origin 1']],
    [
      'they hear everything from then on, and their card shows it',
      [byMember, sampleAcknowledgeAction()],
      ['news desk 2', 'news origin 2', `news ${board} 2`, 'state desk 2', `state ${board} 2`, 'state origin 2'],
    ],
    ['of another caller nobody is told in their place', [byStranger], ['opening desk 1', `opening ${board} 1`]],
    [
      'nor of what follows',
      [byStranger, sampleAcknowledgeAction()],
      ['news desk 2', `news ${board} 2`, 'state desk 2', `state ${board} 2`],
    ],
    [
      'a promise that was broken to them is not told to whoever took the call',
      [byStranger, pass(30)],
      [`news ${board} 2`, 'ping desk 3', 'direct person:aad-sam 3', 'direct person:aad-lin 3', 'state desk 3', `state ${board} 3`],
    ],
    [
      'who took the call hears that the desk is not reached, as they can tell it',
      [byStranger, sample('note-desk-unreached', 2)],
      ['news origin 2'],
    ],
    [
      'what is said of the outage into which such a call was merged is not told to them either',
      [
        sampleReportAction(),
        sample('absorb', 2, { merged: { ...sample('absorb', 2).merged, origin: byStranger.origin } }),
        sampleAcknowledgeAction(),
      ],
      ['news desk 3', 'news origin 3', `news ${board} 3`, ...cards(3)],
    ],
    [
      'an acknowledgement is news everywhere, and each card shows it',
      [sampleReportAction(), sampleAcknowledgeAction()],
      ['news desk 2', 'news origin 2', `news ${board} 2`, 'state desk 2', `state ${board} 2`, 'state origin 2'],
    ],
    [
      'an update is news everywhere',
      [sampleReportAction(), sampleAcknowledgeAction(), sampleUpdateAction()],
      ['news desk 3', 'news origin 3', `news ${board} 3`, 'state desk 3', `state ${board} 3`, 'state origin 3'],
    ],
    [
      'a resolution is news everywhere',
      [sampleReportAction(), sampleAcknowledgeAction(), sampleResolveAction()],
      ['news desk 3', 'news origin 3', `news ${board} 3`, 'state desk 3', `state ${board} 3`, 'state origin 3'],
    ],
    [
      'an update that takes it is told as both, with one edit a card',
      [sampleReportAction(), sampleUpdateAction()],
      [
        'news desk 2',
        'news origin 2',
        `news ${board} 2`,
        'news desk 3',
        'news origin 3',
        `news ${board} 3`,
        'state desk 3',
        `state ${board} 3`,
        'state origin 3',
      ],
    ],
    [
      '16.2 a reminder pings the desk’s thread alone, and moves the clocks of the desk and of the reporter',
      [sampleReportAction(), pass(15)],
      ['ping desk 2', 'state desk 2', 'state origin 2'],
    ],
    [
      '16.2 the last call pings the thread, and each person directly, and moves those clocks',
      [sampleReportAction(), pass(25)],
      ['ping desk 2', `direct person:${engineer.id} 2`, `direct person:${secondEngineer.id} 2`, 'state desk 2', 'state origin 2'],
    ],
    [
      '16.2 after the breach there is no clock to move',
      [sampleReportAction(), pass(30), pass(45)],
      ['ping desk 4', `direct person:${engineer.id} 4`, `direct person:${secondEngineer.id} 4`],
    ],
    [
      'the breach is told to the reporter, and pinged',
      [sampleReportAction(), pass(30)],
      [
        'news origin 2',
        `news ${board} 2`,
        'ping desk 3',
        `direct person:${engineer.id} 3`,
        `direct person:${secondEngineer.id} 3`,
        'state desk 3',
        `state ${board} 3`,
        'state origin 3',
      ],
    ],
    [
      'a missed update pings the desk’s thread, is told to everybody else once, and each card shows it',
      [sampleReportAction(), sampleAcknowledgeAction(), pass(65)],
      ['ping desk 3', 'news origin 3', `news ${board} 3`, 'state desk 3', `state ${board} 3`, 'state origin 3'],
    ],
    ['its next nudges are the desk’s alone', [...taken, pass(65), pass(75)], ['ping desk 4', ...cards(4)]],
    [
      'an offer pings the thread and the person to whom it is made',
      [...taken, sample('hand-over', 6)],
      ['ping desk 3', `direct person:${secondEngineer.id} 3`, ...cards(3)],
    ],
    [
      'a hand-over is news everywhere',
      [...taken, sample('hand-over', 6), sample('accept', 7)],
      ['news desk 4', 'news origin 4', `news ${board} 4`, ...cards(4)],
    ],
    ['a refused offer pings the thread', [...taken, sample('hand-over', 6), sample('decline', 7)], ['ping desk 4', ...cards(4)]],
    ['a helper is pinged in the thread', [...taken, sample('assist', 6)], ['ping desk 3', ...cards(3)]],
    [
      'a release pings the desk, and everybody else hears of it',
      [...taken, sample('release', 6)],
      ['ping desk 3', 'news origin 3', `news ${board} 3`, ...cards(3)],
    ],
    ['a note of a form is shown at the desk alone, and changes no card', [...taken, sample('note', 6)], ['news desk 3']],
    ['a note that was typed in the thread stands there', [...taken, sample('note', 6, { shown: true })], []],
    [
      'a file of the reporter is shown at the desk alone, whose card counts it',
      [...taken, sample('add-files', 6)],
      ['news desk 3', 'state desk 3'],
    ],
    [
      'a file that came with an update is shown to everybody',
      [...taken, sample('add-files', 6, { by: engineer, shared: true })],
      ['news desk 3', 'news origin 3', `news ${board} 3`, 'state desk 3'],
    ],
    ['what is meant to be done is on the cards', [...taken, sample('plan', 6)], cards(3)],
    ['a correction is shown at the desk', [...taken, sample('correct', 6)], ['news desk 3', ...cards(3)]],
    [
      'a transfer is news everywhere, also to the other team',
      [...taken, sample('transfer', 6)],
      ['news desk 3', 'news origin 3', `news ${board} 3`, 'news team:support 3', ...cards(3)],
    ],
    [
      '3.8: an objection pings the desk and each person directly, and the other team hears of it, but the own chat of who objects does not',
      [...taken, sample('transfer', 6), sample('object', 7)],
      [
        'ping desk 4',
        `direct person:${engineer.id} 4`,
        `direct person:${secondEngineer.id} 4`,
        `news ${board} 4`,
        'news team:support 4',
        ...cards(4),
      ],
    ],
    [
      '3.8: a withdrawal is news everywhere but in the own chat of the reporter, whom the answer tells',
      [...taken, sample('withdraw', 6)],
      ['news desk 3', `news ${board} 3`, ...cards(3)],
    ],
    [
      '3.8: a withdrawal is news in the group where it was reported, too',
      [inGroup, sampleAcknowledgeAction(), sample('withdraw', 6)],
      ['news desk 3', 'news origin 3', `news ${board} 3`, ...cards(3)],
    ],
    [
      'what is told of an outage goes to those too whose outage was merged into it',
      [...taken, sample('absorb', 6), sampleUpdateAction()],
      ['news desk 4', 'news origin 4', `news ${board} 4`, 'news merged:nonce-3 4', ...cards(4)],
    ],
    [
      '3.8: a reopening pings the desk, and everybody else hears of it but the own chat of the reporter who did it',
      [...taken, sampleResolveAction(), sample('reopen', 30)],
      ['ping desk 4', `news ${board} 4`, ...cards(4)],
    ],
    [
      '3.8: a reopening is news in the group where it was reported, too',
      [inGroup, sampleAcknowledgeAction(), sampleResolveAction(), sample('reopen', 30)],
      ['ping desk 4', 'news origin 4', `news ${board} 4`, ...cards(4)],
    ],
    [
      'what another team had is reopened by an engineer: that team hears of it',
      [...taken, sample('transfer', 6), sample('reopen', 7, { by: secondEngineer })],
      ['news desk 4', 'news origin 4', `news ${board} 4`, 'news team:support 4', ...cards(5)],
    ],
    [
      'a team from which it came back before is not told again',
      [...taken, sample('transfer', 6), sample('object', 7), sample('resolve', 8), sample('reopen', 30)],
      ['ping desk 7', `news ${board} 7`, ...cards(7)],
    ],
    [
      'that it is over for good is told at the desk when the reporter says so',
      [...taken, sampleResolveAction(), sample('confirm', 30)],
      ['news desk 4', ...cards(4)],
    ],
    ['and shown on the cards when nobody contradicts', [...taken, sampleResolveAction(), pass(3_000)], cards(4)],
    [
      'after a restore each card goes back to what is known, and nobody is disturbed',
      [sampleReportAction(), sampleRestoreAction()],
      ['state desk 2', `state ${board} 2`, 'state origin 2'],
    ],
    ['a lost place is told at the desk', [sampleReportAction(), sampleMarkUnreachableAction()], ['news desk 2']],
    [
      'the desk itself being lost is told to nobody through Teams',
      [sampleReportAction(), sampleMarkUnreachableAction({ place: 'desk' })],
      [],
    ],
    ['what gave no events is told to nobody', [sampleReportAction(), sampleAcknowledgeAction(), sampleAcknowledgeAction()], []],
  ])('%s', (_sentence, actions, expected) => {
    expect(brief(toldBy(...actions))).toEqual(expected);
  });

  test('what happens after a restore has keys of its own: in Teams there may be messages of the time that was lost', () => {
    const keys = (...actions: Action[]) => toldBy(sampleReportAction(), ...actions).map(({ key, after }) => ({ key, after }));
    const taken = sampleAcknowledgeAction({ at: at(20) });
    const lost = keys(sampleUpdateAction());
    const [first] = keys(sampleRestoreAction(), taken);
    const [second] = keys(sampleRestoreAction({ at: at(13) }), taken);
    expect(lost.map(({ key }) => key)).toContain('nonce-1/news/desk/3');
    expect(new Set([...lost, first, second].map((one) => one?.key)).size).toBe(lost.length + 2);
    // The thread was there before.
    expect(first?.after).toBe('nonce-1/opening/desk/1');
  });

  test('a report without a card at its origin has nothing to edit there', () => {
    const origin = { ...sampleReportAction().origin, cardId: null };
    expect(brief(toldBy(sampleReportAction({ origin }), sampleAcknowledgeAction()))).not.toContain('state origin 2');
  });

  test('15.3 where nobody else saw the card of the report, its first message opens there, and all else comes after it', () => {
    const origin = { ...sampleReportAction().origin, kind: 'channel' as const, cardId: null, opens: true as const };
    expect(brief(toldBy(sampleReportAction({ origin })))).toContain('opening origin 1');
    expect(brief(toldBy(sampleReportAction({ origin })))).not.toContain('state origin 1');
    const taken = toldBy(sampleReportAction({ origin }), sampleAcknowledgeAction()).filter(
      ({ destination }) => destination.kind === 'origin',
    );
    expect(taken.map(({ kind, after }) => [kind, after])).toEqual([
      ['news', 'nonce-1/opening/origin/1/first'],
      ['state', 'nonce-1/opening/origin/1/first'],
    ]);
    expect(isReopening(toldBy(sampleReportAction({ origin })).find(({ destination }) => destination.kind === 'origin') as Notice)).toBe(
      false,
    );
  });

  test('nobody hears it twice when several followers or none are there', () => {
    const followers = [sampleFollower, { ...sampleFollower, id: 'chat', kind: 'groupChat' as const }];
    const told = toldBy(sampleReportAction({ followers }), sampleAcknowledgeAction());
    expect(new Set(told.map(({ key }) => key)).size).toBe(told.length);
    expect(brief(toldBy(sampleReportAction({ followers: [] })))).toEqual(['opening desk 1', 'state origin 1']);
  });
});

describe('the order', () => {
  test('acknowledgements go before pings, pings before updates, updates before edits', () => {
    expect(Object.values(PRIORITY)).toEqual([...Object.values(PRIORITY)].sort((a, b) => a - b));
    const priorities = (told: readonly Notice[]) => new Set(told.map(({ kind, priority }) => `${kind} ${priority}`));
    expect(priorities(toldBy(sampleReportAction(), sampleAcknowledgeAction()))).toEqual(
      new Set([`news ${PRIORITY.acknowledgement}`, `state ${PRIORITY.edit}`]),
    );
    // An edit that only moves the clock is the least urgent.
    expect(priorities(toldBy(sampleReportAction(), pass(25)))).toEqual(
      new Set([`ping ${PRIORITY.ping}`, `direct ${PRIORITY.ping}`, `state ${PRIORITY.settled}`]),
    );
    expect(priorities(toldBy(sampleReportAction(), sampleAcknowledgeAction(), sampleUpdateAction()))).toEqual(
      new Set([`news ${PRIORITY.update}`, `state ${PRIORITY.edit}`]),
    );
  });

  test('what came back and was taken again is told in that order, not first who took it', () => {
    const inOrder = (...actions: Action[]) =>
      notices(run(...actions).events, run(...actions).outage)
        .filter(({ kind, destination, seq }) => kind === 'news' && destination.kind === 'origin' && seq > 2)
        .toSorted((one, other) => one.priority - other.priority)
        .map(({ seq }) => seq);
    const other = { by: secondEngineer };
    expect(inOrder(...taken, sampleResolveAction(), sample('reopen', 30, other))).toEqual([3, 4]);
    expect(inOrder(...taken, sample('release', 6), sample('acknowledge', 7, other))).toEqual([3, 4]);
  });

  test('what is written in a thread waits for the thread; a chat is there already', () => {
    const opened = new Set(toldBy(sampleReportAction()).map(({ key }) => key));
    for (const { destination, after } of toldBy(sampleReportAction(), pass(30))) {
      if (destination.kind === 'origin' || destination.kind === 'person') expect(after).toBeNull();
      else expect(opened).toContain(after);
    }
  });
});

describe('what events have overtaken', () => {
  const story = [sampleReportAction(), pass(15), pass(30), sampleAcknowledgeAction({ at: at(31) }), sampleUpdateAction({ at: at(32) })];
  /** Whether the notice for this destination from action number `told` is overtaken after action number `now`. */
  function stale(kind: Notice['kind'], place: string, told: number, now: number, actions: readonly Action[] = story): boolean {
    const notice = toldBy(...actions.slice(0, told)).find((one) => one.kind === kind && formatDestination(one.destination) === place);
    const { outage, events } = run(...actions.slice(0, now));
    const event = notice && events[notice.seq - 1];
    if (!notice || !event) throw new Error(`no ${kind} for ${place}`);
    return overtaken(notice, outage, event);
  }

  test.each<[string, Notice['kind'], string, number, number, boolean]>([
    ['a reminder is told while nobody took it', 'ping', 'desk', 2, 2, false],
    ['a reminder is not told after a higher step', 'ping', 'desk', 2, 3, true],
    ['a breach is told while nobody took it', 'news', 'origin', 3, 3, false],
    ['a breach is not told after it was taken', 'news', 'origin', 3, 4, true],
    ['a ping is not told after it was taken', 'ping', 'desk', 3, 4, true],
    ['a direct message is not sent after it was taken', 'direct', `person:${engineer.id}`, 3, 4, true],
    ['an acknowledgement is always told', 'news', 'origin', 4, 5, false],
    ['an edit is skipped when a later one is queued', 'state', 'desk', 4, 5, true],
    ['the last edit is made', 'state', 'desk', 5, 5, false],
    ['16.2 the clock is moved while nobody took it', 'state', 'origin', 2, 2, false],
    ['16.2 the clock is not moved when the breach is shown', 'state', 'origin', 2, 3, true],
    ['an opening is always made', 'opening', 'desk', 1, 5, false],
  ])('%s', (_sentence, kind, place, told, now, expected) => {
    expect(stale(kind, place, told, now)).toBe(expected);
  });

  test('16.2 the edit of the breach is made although higher steps follow, which queue none', () => {
    expect(stale('state', 'desk', 2, 3, [sampleReportAction(), pass(30), pass(60)])).toBe(false);
  });

  test('16.2 the clock is moved once for two steps', () => {
    const steps = [sampleReportAction(), pass(15), pass(25)];
    expect([2, 3].map((told) => stale('state', 'desk', told, 3, steps))).toEqual([true, false]);
  });

  test('an edit is not skipped for an event that queued none', () => {
    const actions = [sampleReportAction(), sampleAcknowledgeAction(), sampleMarkUnreachableAction({ at: at(6) })];
    expect(stale('state', 'desk', 2, 3, actions)).toBe(false);
  });

  test('a call is not shown to the reporter any more from whom it was hidden since', () => {
    const shown = [sampleReportAction(), sampleAcknowledgeAction(), sample('set-bridge', 6, { shared: true })];
    const hidden = [...shown, sample('set-bridge', 7, { shared: false })];
    const again = [...hidden, sample('set-bridge', 8, { shared: true })];
    expect([3, 4, 5].map((now) => stale('news', 'origin', 3, now, again))).toEqual([false, true, false]);
    expect(stale('news', 'desk', 4, 4, hidden)).toBe(false);
  });

  test('a missed update is not asked for after it was given or the outage resolved', () => {
    const missed = [sampleReportAction(), sampleAcknowledgeAction(), pass(65)];
    expect(stale('ping', 'desk', 3, 3, missed)).toBe(false);
    expect(stale('ping', 'desk', 3, 4, [...missed, sampleUpdateAction({ at: at(66) })])).toBe(true);
    expect(stale('ping', 'desk', 3, 4, [...missed, sampleResolveAction({ at: at(66) })])).toBe(true);
  });

  test('every edit that is skipped has a later one of the same place that is not', () => {
    for (let now = 1; now <= story.length; now++) {
      const { outage, events } = run(...story.slice(0, now));
      const edits = story.slice(0, now).flatMap((_, index) => toldBy(...story.slice(0, index + 1)).filter(({ kind }) => kind === 'state'));
      const made = edits.filter((edit) => {
        const event = events[edit.seq - 1];
        return event && !overtaken(edit, outage, event);
      });
      for (const place of new Set(edits.map((edit) => formatDestination(edit.destination)))) {
        const last = (some: readonly Notice[]) => some.findLast((edit) => formatDestination(edit.destination) === place)?.seq;
        expect(last(made), `${place} after ${now} actions`).toBe(last(edits));
      }
    }
  });
});

describe('whom a ping reaches', () => {
  test.each<[string, Action[], number, string[]]>([
    ['a report: who is on call first', [sampleReportAction()], 1, [engineer.id]],
    ['a last call: both levels', [sampleReportAction(), pass(25)], 2, [engineer.id, secondEngineer.id]],
    [
      'a missed update: its owner',
      [sampleReportAction(), sampleAcknowledgeAction({ by: secondEngineer }), pass(65)],
      3,
      [secondEngineer.id],
    ],
    ['an acknowledgement: nobody', [sampleReportAction(), sampleAcknowledgeAction()], 2, []],
  ])('%s', (_sentence, actions, seq, expected) => {
    const { events } = run(...actions);
    const event = events[seq - 1];
    if (!event) throw new Error('no event');
    expect(pinged(event).map(({ id }) => id)).toEqual(expected);
  });
});
