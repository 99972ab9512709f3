/** Saving a review, its follow-ups, and when somebody is reminded of them. */
import { describe, expect, it, test } from 'vitest';
import { decide } from '../../../src/outage/decide/decide.ts';
import { notices } from '../../../src/outage/notices.ts';
import { deadlines } from '../../../src/outage/promise.ts';
import type { Outage } from '../../../src/outage/types/outage.ts';
import { START } from '../../support/clock.ts';
import { MINUTE_MS, run } from '../../support/outage/apply.ts';
import { engineer, secondEngineer } from '../../support/outage/sample.ts';
import { sample } from '../../support/outage/states.ts';

const ended = [sample('report', 0), sample('acknowledge', 5), sample('resolve', 20)] as const;
const closed = [...ended, sample('confirm', 25)] as const;
const at = (minutes: number) => START + minutes * MINUTE_MS;
const followUp = (text: string, place: number, minutes = 100, owner = secondEngineer) => ({ text, owner, dueAt: at(minutes), place });
const saving = (minutes: number, ...followUps: ReturnType<typeof followUp>[]) => sample('review', minutes, { followUps });
const idsIn = ({ review }: Outage) => review?.followUps.map(({ id, text }) => `${id} ${text}`);
const due = (minutes: number, gone: readonly string[] = []) => sample('pass-deadline', minutes, { gone });
const remindedIn = ({ review }: Outage) => review?.followUps.map(({ reminded }) => reminded);

describe('a review', () => {
  it('is replaced by a later one; the same again is quiet', () => {
    const { outage } = run(...closed, sample('review', 30), sample('review', 40, { cause: 'Another cause.' }));
    expect(outage.review).toMatchObject({ cause: 'Another cause.', version: outage.version, by: { id: engineer.id } });
    expect(decide(sample('review', 50, { cause: 'Another cause.', seen: 1 }), outage)).toEqual({ events: [] });
  });

  it('is not replaced by a form that was opened before somebody else saved, and is by one’s own', () => {
    const { outage } = run(...closed, sample('review', 30));
    const old = { seen: outage.version - 1, cause: 'Another cause.' };
    expect(decide(sample('review', 40, { ...old, by: secondEngineer }), outage)).toMatchObject({
      rejection: { type: 'card-outdated', by: { id: engineer.id }, at: at(30) },
    });
    expect(decide(sample('review', 40, old), outage)).toMatchObject({ events: [{ type: 'reviewed' }] });
    // What others did to the outage since does not change a review.
    const noted = run(...closed, sample('review', 30), sample('note', 35)).outage;
    const seen = noted.version - 1;
    expect(decide(sample('review', 40, { seen, cause: 'Another cause.', by: secondEngineer }), noted)).toHaveProperty('events');
  });

  it('takes five follow-ups, and no outage of another is reviewed', () => {
    const six = Array.from({ length: 6 }, (_, place) => followUp(String(place), place));
    expect(decide(saving(30, ...six), run(...closed).outage)).toEqual({ rejection: { type: 'too-many', most: 5 } });
    const merged = run(sample('report', 0), sample('acknowledge', 5), sample('merge', 20)).outage;
    expect(decide(sample('review', 30), merged)).toEqual({ rejection: { type: 'not-now', state: 'merged' } });
  });

  it('stays when the outage is reopened, and so do its reminders', () => {
    const { outage } = run(...closed, saving(30, followUp('Watch it.', 0)), sample('reopen', 40, { by: engineer }));
    expect(outage).toMatchObject({ state: 'acknowledged', review: { cause: 'A certificate ended.' } });
    expect(deadlines(outage)).toContainEqual({ kind: 'follow-up', dueAt: at(100) });
    expect(decide(sample('review', 50, { cause: '' }), outage)).toMatchObject({ rejection: { type: 'not-now' } });
  });
});

describe('a follow-up', () => {
  it('keeps its number with its words, wherever it stands, and gives it to nobody else', () => {
    const first = saving(30, followUp('A', 0), followUp('B', 1), followUp('C', 2));
    const moved = run(...closed, first, saving(40, followUp('C', 0), followUp('A', 1)));
    expect(idsIn(moved.outage)).toEqual(['3 C', '1 A']);
    const later = run(...closed, first, saving(40, followUp('A', 0)), saving(50, followUp('A', 0), followUp('D', 1)));
    expect(idsIn(later.outage)).toEqual(['1 A', '4 D']);
  });

  it('keeps its number in its place when its words are mended', () => {
    const { outage } = run(
      ...closed,
      saving(30, followUp('A', 0), followUp('B', 1)),
      saving(40, followUp('A, mended', 0), followUp('B', 1)),
    );
    expect(idsIn(outage)).toEqual(['1 A, mended', '2 B']);
  });

  it('that is done stays done with other words; another owner or day opens it again', () => {
    const done = [...closed, saving(30, followUp('A', 0)), sample('follow-up-done', 40, { id: 1, by: secondEngineer })] as const;
    const isDone = (...more: readonly ReturnType<typeof saving>[]) => run(...done, ...more).outage.review?.followUps[0]?.done !== null;
    expect(isDone(saving(50, followUp('A!', 0)))).toBe(true);
    expect(isDone(saving(50, followUp('A', 0, 200)))).toBe(false);
    expect(isDone(saving(50, followUp('A', 0, 100, engineer)))).toBe(false);
    expect(decide(sample('follow-up-done', 60, { id: 1 }), run(...done).outage)).toEqual({ events: [] });
    expect(decide(sample('follow-up-done', 60, { id: 9 }), run(...done).outage)).toEqual({ events: [] });
  });
});

describe('a reminder', () => {
  const reviewed = [...closed, saving(30, followUp('A', 0, 100), followUp('B', 1, 200))] as const;

  it('comes once, when its time has come, to the owner alone', () => {
    const before = run(...reviewed).outage;
    expect(deadlines(before)).toEqual([{ kind: 'follow-up', dueAt: at(100) }]);
    expect(decide(due(99), before)).toEqual({ events: [] });
    const { outage, events } = run(...reviewed, due(100));
    expect(remindedIn(outage)).toEqual([true, false]);
    expect(deadlines(outage)).toEqual([{ kind: 'follow-up', dueAt: at(200) }]);
    expect(decide(due(150), outage)).toEqual({ events: [] });
    const told = notices(events.slice(-1), outage, { outage: before, events: events.slice(0, -1) });
    expect(told.map(({ kind, destination }) => [kind, destination])).toEqual([['direct', { kind: 'person', id: secondEngineer.id }]]);
  });

  it('does not come for what is done, and goes to the desk where its owner is no engineer any more', () => {
    const done = run(...reviewed, sample('follow-up-done', 40, { id: 1 })).outage;
    expect(deadlines(done)).toEqual([{ kind: 'follow-up', dueAt: at(200) }]);
    const { outage, events } = run(...reviewed, due(250, [secondEngineer.id]));
    expect(events.slice(-2)).toMatchObject([
      { type: 'follow-up-due', id: 1, atDesk: true },
      { type: 'follow-up-due', id: 2, atDesk: true },
    ]);
    const told = notices(events.slice(-2), outage, null);
    expect(told.map(({ kind, destination }) => [kind, destination.kind])).toEqual([
      ['news', 'desk'],
      ['news', 'desk'],
    ]);
  });

  test('and what else is due come in one decision', () => {
    const { events } = run(...ended, saving(30, followUp('A', 0, 100)), due(25 * 60));
    expect(events.slice(-2).map(({ type }) => type)).toEqual(['closed', 'follow-up-due']);
  });

  it('of a drill, of what was due before a restore, and of an anonymous outage tells nobody', () => {
    const drill = run(
      sample('report', 0, { drill: { mentions: true }, by: engineer, number: -1 }),
      ...[sample('acknowledge', 5), sample('resolve', 20)],
      saving(30, followUp('A', 0)),
    );
    expect(deadlines(drill.outage).filter(({ kind }) => kind === 'follow-up')).toEqual([]);
    const before = run(...reviewed).outage;
    const restored = decide(sample('restore', 150), before);
    expect(restored).toMatchObject({ events: [{ type: 'follow-up-due', id: 1, told: false }] });
    const { outage, events } = run(...reviewed, sample('restore', 150));
    expect(notices(events.slice(-1), outage, null)).toEqual([]);
    expect(deadlines(outage)).toEqual([{ kind: 'follow-up', dueAt: at(200) }]);
    const anonymous = run(...reviewed, sample('remove-personal-data', 5_000, { of: null })).outage;
    expect(deadlines(anonymous)).toEqual([]);
  });
});
