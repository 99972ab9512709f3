/** What an alarm says is true for every cause that begins or ends it. */
import { expect, it } from 'vitest';
import manifest from '../../appPackage/manifest.json' with { type: 'json' };
import { alarmCard } from '../../src/cards/watch/alarm.ts';
import { acknowledge } from '../../src/commands/progress/acknowledge.ts';
import { en } from '../../src/words/en/index.ts';
import { LASTING_TROUBLES, sampleAlarms } from '../support/cards/alarms.ts';
import { START } from '../support/clock.ts';
import { smallDesk } from '../support/desk/small-desk.ts';
import { cardText } from '../support/teams/fake-teams.ts';

const texts = new Map(
  sampleAlarms('no reason').map(({ name, alarm }) => [name, cardText(alarmCard({ alarm, desk: smallDesk(), words: en, now: START }).card)]),
);

it.each(LASTING_TROUBLES.map(({ kind }) => kind))('the end of %s frees nobody from what other alarms ask for', (kind) => {
  const text = texts.get(`${kind} is over`);
  // A bot that was killed reports no clock skew and no stopped loop, so these alarms end too.
  const mayBeDead = kind === 'clock-skew' || kind === 'loop-stopped';
  expect(text).toContain(mayBeDead ? 'Check that all your bots are running.' : 'It is over.');
  expect(text).not.toMatch(/nothing to do|all bots/i);
});

it('of refused messages says that some may be given up', () => {
  expect(texts.get('deliveries-refused begins')).toContain('name here each message that I give up.');
  expect(texts.get('deliveries-refused begins')).not.toContain('Nothing is lost');
});

it('of outages without a thread shows how to take one where Teams hands us only what mentions us', () => {
  const [, name, said] = /"@(.*) (ack .*?)"/.exec(texts.get('threads-missing begins') ?? '') ?? [];
  expect(name).toBe(manifest.name.short);
  expect(acknowledge.parse?.(said ?? '')).toContain('OUT-1042');
});
