/** What is drawn of an outage: its stages, its clock, and what people who follow read. */
import { describe, expect, test } from 'vitest';
import { deskCard, followerCard, originCard } from '../../src/cards/outage/outage.ts';
import { clockFor, lookOf, stagesOf } from '../../src/cards/outage/stages.ts';
import type { Action } from '../../src/outage/actions.ts';
import { STAGES, stageOf } from '../../src/outage/types/stage.ts';
import { en } from '../../src/words/en/index.ts';
import { smallDesk } from '../support/desk/small-desk.ts';
import { run } from '../support/outage/apply.ts';
import * as sample from '../support/outage/sample.ts';
import { at, CALM, NOW, stories } from '../support/outage/stories.ts';
import { cardText } from '../support/teams/fake-teams.ts';

const when = (instant: number) => `${(instant - at(0)) / 60_000} min`;
const reported = sample.sampleReportAction();
const acknowledged = sample.sampleAcknowledgeAction();
const updated = (minutes: number, phase: 'investigating' | 'mitigating' | 'monitoring') =>
  sample.sampleUpdateAction({ at: at(minutes), phase });
const drawn = (...actions: readonly Action[]) => {
  const { cells, text } = stagesOf(run(...actions).outage, en, when);
  return `${cells.map(({ sign }) => sign).join('')} ${text}`;
};

describe('16.2: the stages', () => {
  test('say where it stands and since when, from the report to the end', () => {
    expect(drawn(reported)).toBe('○····· Stage 1 of 6: Reported at 0 min. Next: Acknowledged.');
    expect(drawn(reported, acknowledged)).toBe('✓◔···· Stage 2 of 6: Acknowledged at 5 min. Next: Investigating.');
    expect(drawn(reported, acknowledged, updated(9, 'investigating'))).toBe(
      '✓✓◑··· Stage 3 of 6: Investigating since 9 min. Next: Mitigating.',
    );
    const watched = [reported, acknowledged, updated(9, 'investigating'), updated(20, 'monitoring')] as const;
    expect(drawn(...watched)).toBe('✓✓✓–◉· Stage 5 of 6: Monitoring since 20 min. Next: Resolved.');
    expect(drawn(...watched, updated(30, 'monitoring'))).toContain('Monitoring since 20 min');
    expect(drawn(...watched, updated(30, 'mitigating'))).toBe('✓✓✓◕·· Stage 4 of 6: Mitigating since 30 min. Next: Monitoring.');
  });

  test('begin again where it comes back, and say how it ended otherwise', () => {
    const all = stories(CALM, 'personal');
    expect(stagesOf(all.released.outage, en, when).text).toContain('Stage 1 of 6: Reported at ');
    expect(stagesOf(all.withdrawn.outage, en, when).text).toMatch(/^Stage \d of 6: \w+ at .*, then withdrawn$/);
    for (const { outage } of [all.resolved, all.closed]) {
      expect(stagesOf(outage, en, when)).toMatchObject({ text: expect.stringContaining('Resolved at '), cells: { 5: { style: 'good' } } });
    }
    expect(stagesOf(all.requested.outage, en, when).cells).toEqual([]);
  });

  test('look different on each banner, and so does what is late', () => {
    const { outage } = run(reported);
    const looks = STAGES.map((stage) => JSON.stringify(lookOf({ ...outage, reached: stage === 'reported' ? {} : { [stage]: at(5) } })));
    const late = JSON.stringify(lookOf({ ...outage, breachedAt: at(30) }));
    expect(new Set([...looks, late]).size).toBe(STAGES.length + 1);
    expect(stageOf(outage)).toBe('reported');
  });

  test('have a clock beside them while nobody has acknowledged it, which says when it was right', () => {
    const { outage } = run(reported);
    const clock = (minutes: number, desk = true) => clockFor(outage, en, when, { now: at(minutes), desk });
    expect(clock(12)).toMatchObject({
      cells: [{ width: 40 }, { width: 60 }],
      text: 'At 12 min: 12 of 30 minutes gone. Acknowledge by 30 min.',
    });
    expect(clock(12, false).text).not.toContain('Acknowledge by');
    expect(clock(0.5)).toEqual({ cells: [], text: 'Acknowledge by 30 min.' });
    expect(clockFor(outage, en, when, { now: at(0), desk: false, deadline: false }).text).toBe('');
    const short = clockFor({ ...outage, acknowledgeBy: at(1) }, en, when, { now: at(0.4), desk: true });
    expect(short).toMatchObject({ cells: [{ width: 40 }, { width: 60 }], text: expect.stringContaining('24 of 60 seconds gone.') });
    expect(clock(30).text).toContain('\u26A0 1 second late.');
    expect(clock(35)).toMatchObject({ cells: [], text: 'At 35 min: \u26A0 5 minutes late. It was due by 30 min.' });
    expect(clockFor(run(reported, acknowledged).outage, en, when, { now: at(12), desk: true }).text).toBe('');
  });
});

test('16.4: a follower reads since when it is down, how long, for whom and what it stops; others only the title', () => {
  const { outage } = run(reported, acknowledged);
  const view = { outage, desk: smallDesk(), words: en, now: NOW };
  const entered = cardText(followerCard(view, { entered: true }));
  expect(entered).toMatch(/Since\n(?!Since).*\. Down for 1 hour 20 minutes at /);
  for (const told of [en.report.fields.affected.fact, outage.report.impact, sample.engineer.name]) expect(entered).toContain(told);
  expect(entered).not.toContain('+45 70');
  // The clock of who said so may be ahead of ours.
  expect(cardText(followerCard({ ...view, now: at(-60) }, { entered: true }))).not.toContain('Down for');
  expect(cardText(followerCard(view))).not.toContain(outage.report.impact);
});

test('16.4: a follower of a late outage reads what happens next and calls nobody; after the end, from when to when it was down', () => {
  const { breached, resolved, updated: said } = stories(CALM, 'personal');
  const view = { desk: smallDesk(), words: en, now: NOW };
  const late = cardText(followerCard({ ...view, outage: breached.outage }, { entered: true }));
  expect(late).toContain('We alert more people in Teams until one of them acknowledges it.');
  expect(late).not.toContain('call us');
  expect(cardText(originCard({ ...view, outage: breached.outage }))).toContain('Please call us too, and say OUT-1001.');
  expect(cardText(followerCard({ ...view, outage: resolved.outage }, { entered: true }))).toMatch(/Down from .* to .* \(.*\)/);
  expect(cardText(followerCard({ ...view, outage: said.outage }))).toMatch(/Last update\n\{\{TIME\(/);
});

test('16.3: the desk reads by when the next update is due once, above the buttons', () => {
  const { outage } = run(reported, acknowledged);
  const text = cardText(deskCard({ outage, desk: smallDesk(), words: en, now: at(6) }, { mentionOnCall: false }));
  expect(text.split('Next update by')).toHaveLength(2);
  expect(text.indexOf('Next update by')).toBeLessThan(text.indexOf(en.facts.owner));
});

test('16.2: in a group chat, the buttons of the reporter say whose they are; in their own chat nobody else reads them', () => {
  const own = stories(CALM, 'personal').reported.outage;
  const { outage } = stories(CALM, 'groupChat').reported;
  const view = { desk: smallDesk(), words: en, now: NOW };
  expect(cardText(originCard({ ...view, outage }))).toContain(`For ${outage.reporter.name}:`);
  expect(cardText(originCard({ ...view, outage: own }))).not.toContain(`For ${own.reporter.name}:`);
});
