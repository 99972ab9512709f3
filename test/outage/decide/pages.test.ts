/** Pages: whom the steps of the ladder ring, what came of it, and what is done when nobody was paged in time. */
import { describe, expect, test } from 'vitest';
import type { ActionOf } from '../../../src/outage/actions.ts';
import { decide } from '../../../src/outage/decide/decide.ts';
import { formatDestination } from '../../../src/outage/destinations.ts';
import type { EventOf, OutageEvent } from '../../../src/outage/events.ts';
import { evolve } from '../../../src/outage/evolve.ts';
import { type Notice, notices, PRIORITY } from '../../../src/outage/notices.ts';
import { overtaken } from '../../../src/outage/overtaken.ts';
import { deadlines, speedUp } from '../../../src/outage/promise.ts';
import type { Outage } from '../../../src/outage/types/outage.ts';
import type { Policy } from '../../../src/outage/types/values.ts';
import { START } from '../../support/clock.ts';
import { MINUTE_MS } from '../../support/outage/apply.ts';
import {
  engineer,
  OPS,
  PHONES,
  pagingPolicy,
  sampleAcknowledgeAction,
  sampleOnCall,
  samplePassDeadlineAction,
  samplePolicy,
  sampleReportAction,
  sampleResolveAction,
  sampleRestoreAction,
  secondEngineer,
} from '../../support/outage/sample.ts';

const NUMBERS = { [engineer.id]: '+45 .. ..56', [secondEngineer.id]: '+45 .. ..57' };
const SAM = `phones+${engineer.id}`;
const LIN = `phones+${secondEngineer.id}`;
const at = (minutes: number) => START + minutes * MINUTE_MS;
const policy = pagingPolicy(samplePolicy);

type World = { outage: Outage; events: OutageEvent[]; notices: Notice[]; last: readonly OutageEvent[] };
function begin(overrides: Partial<ActionOf<'report'>> = {}): World {
  const world = { outage: null as unknown as Outage, events: [], notices: [], last: [] } as World;
  return act(world, sampleReportAction({ policy, ...overrides }));
}
function act(world: World, action: Parameters<typeof decide>[0]): World {
  const decision = decide(action, world.outage);
  if ('rejection' in decision) throw new Error(decision.rejection.type);
  const before = world.outage && { outage: world.outage, events: [...world.events] };
  world.last = decision.events;
  world.outage = decision.events.reduce<Outage | null>(evolve, world.outage) as Outage;
  world.events.push(...decision.events);
  if (decision.events.length > 0) world.notices.push(...notices(decision.events, world.outage, before));
  return world;
}
const pass = (world: World, minutes: number, more: Partial<ActionOf<'pass-deadline'>> = {}) =>
  act(world, samplePassDeadlineAction({ at: at(minutes), numbers: NUMBERS, ...more }));
const note = (world: World, minutes: number, pagerId: string, of: number, outcome: ActionOf<'note-page'>['outcome']) =>
  act(world, { type: 'note-page', outageId: 'nonce-1', at: at(minutes), onCall: sampleOnCall, numbers: NUMBERS, pagerId, of, outcome });
const eventOf = <Type extends OutageEvent['type']>(world: World, type: Type) =>
  world.last.find((one): one is EventOf<Type> => one.type === type);
const paged = (world: World) => eventOf(world, 'escalated')?.pages?.map(({ pager, person }) => (person ? `${pager}+${person.id}` : pager));
const pages = (world: World) => world.notices.filter(({ destination: { kind } }) => kind === 'pager');
const places = (some: readonly Notice[]) => some.map(({ destination }) => formatDestination(destination));

describe('a step that names pagers', () => {
  test('pages each service once, and each person on call at their number', () => {
    const world = begin();
    expect(paged(pass(world, 15))).toBeUndefined();
    expect(pages(world)).toEqual([]);
    expect(paged(pass(world, 25))).toEqual(['ops']);
    expect(paged(pass(world, 30))).toEqual(['ops', SAM, LIN]);
    expect(places(pages(world))).toEqual(['pager:ops', 'pager:ops', `pager:${SAM}`, `pager:${LIN}`]);
    expect(pages(world).every(({ kind, priority, after }) => kind === 'news' && priority === PRIORITY.ping && after === null)).toBe(true);
    expect(new Set(world.notices.map(({ key }) => key)).size).toBe(world.notices.length);
  });

  test('pages only those whose number is known', () => {
    const world = pass(begin(), 30, { numbers: { [engineer.id]: '+45 .. ..56' } });
    expect(paged(world)).toEqual(['ops', SAM]);
    expect(eventOf(world, 'page-missed')).toBeUndefined();
  });

  test('says at once that nobody can be called, uses what the next step has, and says it once', () => {
    const breach = { ...policy.breach, page: [PHONES] };
    const phonesFirst: Policy = {
      ...policy,
      rungs: policy.rungs.map((rung) => (rung.page ? { ...rung, page: [PHONES] } : rung)),
      breach: policy.breach,
    };
    const world = pass(begin({ policy: phonesFirst }), 25, { numbers: {} });
    expect(eventOf(world, 'page-missed')).toMatchObject({ missed: [], pages: [{ pager: 'ops', person: null }], rung: 2 });
    const nobody = pass(begin({ policy: { ...policy, breach } }), 25);
    note(nobody, 25, 'ops', nobody.outage.version, 'accepted');
    pass(nobody, 30, { numbers: {} });
    expect(eventOf(nobody, 'page-missed')).toMatchObject({ missed: [], pages: [] });
    expect(eventOf(pass(nobody, 45, { numbers: {} }), 'page-missed')).toBeUndefined();
  });

  test('says it after the breach too, once, where it was not said before', () => {
    const breach = { ...policy.breach, page: [PHONES] };
    const phones: Policy = { ...samplePolicy, breach, again: { ...samplePolicy.again, breach } };
    const down = pass(begin({ policy: phones }), 45, { numbers: {} });
    expect(down.last.map(({ type }) => type)).toEqual(['breached', 'escalated', 'page-missed']);
    expect(eventOf(down, 'page-missed')).toMatchObject({ missed: [], pages: [] });
    const changed = pass(begin({ policy: phones }), 30);
    for (const one of pages(changed)) note(changed, 30, formatDestination(one.destination).slice('pager:'.length), one.seq, 'accepted');
    for (const world of [down, changed]) {
      const said = [60, 75].map((minutes) => eventOf(pass(world, minutes, { numbers: {} }), 'page-missed') !== undefined);
      expect(said).toEqual([world === changed, false]);
    }
    // Another ladder begins anew.
    act(down, sampleAcknowledgeAction({ at: at(76) }));
    act(down, { type: 'release', outageId: 'nonce-1', at: at(77), by: engineer, onCall: sampleOnCall, seen: null, reason: 'I leave' });
    pass(down, 77 + 45, { numbers: {} });
    expect(eventOf(down, 'page-missed')).toBeDefined();
  });

  test('says it anew where somebody was paged since', () => {
    const breach = { ...policy.breach, page: [PHONES] };
    const phones: Policy = {
      ...{ ...policy, breach, again: { ...policy.again, breach } },
      rungs: policy.rungs.map((rung) => (rung.page ? { ...rung, page: [PHONES] } : rung)),
    };
    const world = pass(begin({ policy: phones }), 25, { numbers: {} });
    expect(eventOf(world, 'page-missed')).toBeDefined();
    pass(world, 30);
    expect(eventOf(world, 'page-missed')).toBeUndefined();
    for (const one of pages(world)) note(world, 30, formatDestination(one.destination).slice('pager:'.length), one.seq, 'accepted');
    const said = [45, 60, 75].map((minutes) => eventOf(pass(world, minutes, { numbers: {} }), 'page-missed') !== undefined);
    expect(said).toEqual([true, false, false]);
  });

  test('says in a drill with pings that no phone rings, once', () => {
    const phones = speedUp({ ...policy, breach: { ...policy.breach, page: [PHONES] }, rungs: samplePolicy.rungs });
    const world = begin({ drill: { mentions: true }, by: engineer, policy: phones });
    const said = [0.5, 0.75, 1].map((minutes) => eventOf(pass(world, minutes, { numbers: {} }), 'page-missed') !== undefined);
    expect(said).toEqual([true, false, false]);
  });

  test('pages nobody in a drill without pings, and each phone once in a drill with them', () => {
    const drill = (mentions: boolean) => begin({ drill: { mentions }, by: engineer, policy: speedUp(policy) });
    const quiet = drill(false);
    pass(quiet, 0.6);
    expect(quiet.last.map(({ type }) => type)).toEqual(['breached', 'escalated']);
    expect(pages(quiet)).toEqual([]);
    const loud = drill(true);
    pass(loud, 0.5);
    pass(loud, 0.76);
    expect(places(pages(loud))).toEqual(['pager:ops', `pager:${SAM}`, `pager:${LIN}`]);
  });
});

describe('what came of a page', () => {
  test('stands in the outage: newest word last, nothing twice, late or of another page', () => {
    const world = pass(begin(), 30);
    const of = world.outage.version;
    const outcomes = () => world.outage.pages.map(({ outcome }) => outcome);
    expect(outcomes()).toEqual([null, null, null]);
    note(world, 30, SAM, of, 'accepted');
    expect(world.last).toEqual([
      {
        type: 'paged',
        at: at(30),
        of,
        pager: 'phones',
        person: { id: engineer.id, name: engineer.name },
        number: '+45 .. ..56',
        outcome: 'accepted',
      },
    ]);
    note(world, 31, SAM, of, 'no-answer');
    expect(outcomes()).toEqual([null, 'no-answer', null]);
    for (const late of ['accepted', 'answered', 'no-answer', 'missed'] as const) expect(note(world, 31, SAM, of, late).last).toEqual([]);
    expect(note(world, 31, SAM, of - 1, 'answered').last).toEqual([]);
    expect(note(world, 31, 'nobody', of, 'answered').last).toEqual([]);
  });

  test('edits the card of the desk alone, for a call when it is over', () => {
    const world = pass(begin(), 30);
    const of = world.outage.version;
    world.notices.length = 0;
    note(world, 30, SAM, of, 'accepted');
    expect(world.notices).toEqual([]);
    note(world, 30, 'ops', of, 'accepted');
    note(world, 31, SAM, of, 'answered');
    expect(world.notices.map(({ kind, destination }) => [kind, destination.kind])).toEqual([
      ['state', 'desk'],
      ['state', 'desk'],
    ]);
  });
});

describe('a page that no pager took within a minute', () => {
  test('is told to everybody on call and the desk, and the pagers of the next step are used at once', () => {
    const world = pass(begin(), 25);
    expect(deadlines(world.outage)).toEqual([
      { kind: 'ladder', dueAt: at(30) },
      { kind: 'page', dueAt: at(26) },
    ]);
    const told = world.notices.length;
    pass(world, 26);
    expect(world.last).toMatchObject([
      {
        type: 'page-missed',
        missed: [{ pager: 'ops', of: 2 }],
        pages: [{ pager: 'phones', person: { id: engineer.id } }, { pager: 'phones' }],
      },
    ]);
    expect(places(world.notices.slice(told))).toEqual([
      'desk',
      `person:${engineer.id}`,
      `person:${secondEngineer.id}`,
      `pager:${SAM}`,
      `pager:${LIN}`,
    ]);
    expect(world.outage.pages.map(({ outcome }) => outcome)).toEqual(['missed', null, null]);
    // Their minute begins now, and no other pagers are left.
    pass(world, 27);
    expect(world.last).toMatchObject([{ type: 'page-missed', missed: [{ pager: 'phones' }, { pager: 'phones' }], pages: [] }]);
    expect(deadlines(world.outage)).toEqual([{ kind: 'ladder', dueAt: at(30) }]);
  });

  test('is not told when the ledger says that the pager has it', () => {
    const world = pass(begin(), 25);
    pass(world, 26, { taken: [{ pagerId: 'ops', of: world.outage.version }] });
    expect(world.last).toMatchObject([{ type: 'paged', pager: 'ops', outcome: 'accepted' }]);
  });

  test('is told at once when the pager refuses it, and may still come', () => {
    const world = pass(begin(), 25);
    const of = world.outage.version;
    note(world, 25.1, 'ops', of, 'missed');
    expect(eventOf(world, 'page-missed')?.pages).toHaveLength(2);
    expect(note(world, 25.1, 'ops', of, 'missed').last).toEqual([]);
    expect(note(world, 25.2, 'ops', of, 'accepted').last).toMatchObject([{ type: 'paged', outcome: 'accepted' }]);
  });

  test('is looked at after the step that is due, whose pages count', () => {
    const world = pass(begin(), 25);
    pass(world, 30);
    expect(world.last.map(({ type }) => type)).toEqual(['breached', 'escalated', 'page-missed']);
    expect(eventOf(world, 'page-missed')?.pages).toEqual([]);
  });

  test('is told to nobody once somebody has it', () => {
    const world = pass(begin(), 25);
    const [page] = pages(world);
    const of = world.outage.version;
    act(world, sampleAcknowledgeAction({ at: at(25.5) }));
    expect(deadlines(world.outage).map(({ kind }) => kind)).toEqual(['update']);
    expect(note(world, 26, 'ops', of, 'missed').last).toEqual([]);
    expect(page && overtaken(page, world.outage, world.events[page.seq - 1] as OutageEvent)).toBe(true);
  });
});

describe('the end of pages', () => {
  test('is told to the services that were paged, not to phones', () => {
    const world = pass(begin(), 30);
    act(world, sampleAcknowledgeAction({ at: at(31) }));
    act(world, sampleResolveAction({ at: at(40) }));
    const ends = pages(world).slice(3);
    expect(ends.map(({ destination, seq, priority }) => [formatDestination(destination), world.events[seq - 1]?.type, priority])).toEqual([
      ['pager:ops', 'acknowledged', PRIORITY.update],
      ['pager:ops', 'resolved', PRIORITY.update],
    ]);
    for (const end of ends) expect(overtaken(end, world.outage, world.events[end.seq - 1] as OutageEvent)).toBe(false);
  });

  test('is told to nobody where nothing was paged', () => {
    const world = pass(begin(), 15);
    act(world, sampleAcknowledgeAction({ at: at(16) }));
    expect(pages(world)).toEqual([]);
  });
});

describe('after a restore', () => {
  test('what was on its way rings nowhere, nor what fell due before; what falls due later does', () => {
    const world = pass(begin(), 25);
    const [page] = pages(world);
    act(world, sampleRestoreAction({ at: at(31), to: at(25) }));
    expect(page && overtaken(page, world.outage, world.events[page.seq - 1] as OutageEvent)).toBe(true);
    pass(world, 32);
    expect(world.last.map(({ type }) => type)).toEqual(['breached', 'escalated']);
    expect(eventOf(world, 'escalated')).not.toHaveProperty('pages');
    expect(paged(pass(world, 45))).toEqual(['ops', SAM, LIN]);
  });
});

test('a later page takes the place of one that waits; OPS is one pager of both steps', () => {
  const world = pass(begin(), 25);
  const [first] = pages(world);
  pass(world, 30);
  const event = world.events[(first?.seq ?? 0) - 1] as OutageEvent;
  expect(first && overtaken(first, world.outage, event)).toBe(true);
  expect(policy.rungs[1]?.page).toEqual([OPS]);
});

test('an outage that is back on the ladder has no pages, and old news of a call changes nothing', () => {
  const world = pass(begin(), 30);
  const of = world.outage.version;
  act(world, sampleAcknowledgeAction({ at: at(31) }));
  expect(note(world, 32, SAM, of, 'answered').last).toHaveLength(1);
  act(world, {
    type: 'release',
    outageId: 'nonce-1',
    at: at(33),
    by: engineer,
    onCall: sampleOnCall,
    seen: null,
    reason: 'I have to leave',
  });
  expect(world.outage.pages).toEqual([]);
  expect(note(world, 34, SAM, of, 'no-answer').last).toEqual([]);
});
