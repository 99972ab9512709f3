/** Every ping says why it calls this person: their level, and who was pinged before without an answer. */
import { describe, expect, test } from 'vitest';
import { planFacts } from '../../src/cards/progress/facts.ts';
import { calledBefore } from '../../src/cards/progress/progress.ts';
import { newsCard } from '../../src/cards/render.ts';
import { DESK, type Destination } from '../../src/outage/destinations.ts';
import type { OutageEvent } from '../../src/outage/events.ts';
import { storedPersonKey } from '../../src/outage/types/person-key.ts';
import type { OnCall } from '../../src/outage/types/values.ts';
import { en } from '../../src/words/en/index.ts';
import { ofType, textOf } from '../support/cards/walk.ts';
import { START } from '../support/clock.ts';
import { smallDesk } from '../support/desk/small-desk.ts';
import { MINUTE_MS, run } from '../support/outage/apply.ts';
import {
  secondEngineer as lin,
  engineer as sam,
  sampleAcknowledgeAction,
  samplePassDeadlineAction,
  samplePolicy,
  sampleReportAction,
} from '../support/outage/sample.ts';

const duty = { id: storedPersonKey('aad-duty'), name: 'Dora Duty' };
const onCall: OnCall = { primary: [sam], secondary: [lin], 'duty-manager': [duty] };
const at = (minutes: number) => START + minutes * MINUTE_MS;
const LADDER = [
  { afterMs: 10 * MINUTE_MS, kind: 'reminder', levels: ['primary'], direct: false },
  { afterMs: 15 * MINUTE_MS, kind: 'reminder', levels: ['secondary'], direct: false },
  { afterMs: 25 * MINUTE_MS, kind: 'last-call', levels: ['duty-manager'], direct: true },
] as const;

/** The lines that mention somebody in the last ping of this outage, with the reader's times as minutes after the report. */
function reasons(
  passes: readonly number[],
  { destination = DESK, first = onCall, later = onCall }: { destination?: Destination; first?: OnCall; later?: OnCall } = {},
) {
  const { outage, events } = run(
    sampleReportAction({ onCall: first, policy: { ...samplePolicy, rungs: LADDER } }),
    ...passes.map((minutes) => samplePassDeadlineAction({ at: at(minutes), onCall: later })),
  );
  const event = events.findLast((one) => one.type === 'escalated') as OutageEvent;
  const view = {
    outage,
    event,
    events,
    destination,
    desk: smallDesk(),
    words: en,
    now: event.at,
    repeated: false,
    unknownSince: null,
  };
  const lines = ofType(newsCard(view).card, 'TextBlock')
    .map(textOf)
    .filter((text) => text.includes('<at>'));
  return lines.map((line) =>
    line.replace(/<\/?at>/g, '').replace(/\{\{TIME\(([^)]*)\)\}\}/g, (_all, iso: string) => `${(Date.parse(iso) - START) / MINUTE_MS} min`),
  );
}

describe('a ping says', () => {
  test('to the primary that they were pinged by the thread itself', () => {
    expect(reasons([10])).toEqual(['Sam Okafor: you are the primary; you were pinged at 0 min already.']);
  });

  test('to the secondary when the primary was pinged last', () => {
    expect(reasons([10, 15])).toEqual(['Lin Zhao: you are the secondary; the primary was pinged at 10 min, no answer.']);
  });

  test('to the duty manager who both were, in the thread and directly', () => {
    const text = 'Dora Duty: you are the duty manager; the primary and the secondary were pinged, last at 15 min, no answer.';
    expect(reasons([10, 15, 25])).toEqual([text]);
    expect(reasons([10, 15, 25], { destination: { kind: 'person', id: 'aad-duty' } })).toEqual([text]);
  });

  test('to each person their own reason, where one ping is for all', () => {
    expect(reasons([10, 15, 25, 30])).toEqual([
      'Sam Okafor: you are the primary; you were pinged at 10 min already.',
      'Lin Zhao: you are the secondary; the primary was pinged at 10 min, no answer.',
      'Dora Duty: you are the duty manager; the primary and the secondary were pinged, last at 15 min, no answer.',
    ]);
  });

  test('to who has taken over since that the one before was pinged', () => {
    expect(reasons([10], { first: onCall, later: { ...onCall, primary: [lin] } })).toEqual([
      'Lin Zhao: you are the primary; the primary was pinged at 0 min, no answer.',
    ]);
  });

  test('nothing of others where there was nobody to ping', () => {
    const nobody = { ...onCall, primary: [] };
    expect(reasons([10, 15], { first: nobody, later: nobody })).toEqual(['Lin Zhao: you are the secondary.']);
  });
});

test('whoever was pinged before somebody took it has been answered, and is not held against anybody later', () => {
  const { events } = run(
    sampleReportAction({ onCall }),
    samplePassDeadlineAction({ at: at(15), onCall }),
    sampleAcknowledgeAction({ at: at(20) }),
  );
  const why = (earlier: readonly OutageEvent[]) =>
    en.ping.why(
      'Lin',
      'secondary',
      calledBefore({ person: lin, level: 'secondary' }, earlier, (time) => `${(time - START) / MINUTE_MS}`),
    );
  expect(why(events.slice(0, 2))).toBe('Lin: you are the secondary; the primary was pinged at 15, no answer.');
  expect(why(events)).toBe('Lin: you are the secondary.');
});

test('the plan on the card names the levels that the end of the promise calls, and says where nobody is on call', () => {
  const policy = {
    ...samplePolicy,
    rungs: LADDER,
    breach: { levels: ['primary', 'duty-manager'], direct: false, repeatEveryMs: 15 * MINUTE_MS },
  } as const;
  const { outage } = run(sampleReportAction({ onCall: { ...onCall, secondary: [] }, policy }));
  expect(planFacts(outage, en, (time) => `${(time - START) / MINUTE_MS}`)).toEqual([
    {
      label: en.onCall.plan.label,
      lines: [
        '10: Primary, Sam Okafor',
        '15: Secondary, \u26A0 nobody',
        '25: Duty manager, Dora Duty',
        '30 and every 15 minutes: Primary, Duty manager',
      ],
    },
  ]);
});
