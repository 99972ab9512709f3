/** A generator for each action that the core knows. A new action does not compile here until somebody says how it comes about. */
import type { ActionRequest } from '../../src/engine/handle.ts';
import { ACTION_TYPES, type Action } from '../../src/outage/actions.ts';
import { type Actor, type Outage, PHASES } from '../../src/outage/outage.ts';
import { CUSTOMERS, ENGINEERS, MINUTE_MS, type Scenario } from './cast.ts';
import type { Random } from './random.ts';

/** `outage`: as somebody saw it a moment ago, or null before its report was stored. */
export type Scene = { readonly scenario: Scenario; readonly outage: Outage | null; readonly by: Actor; readonly random: Random };
type RequestOf<Type extends Action['type']> = Extract<ActionRequest, { type: Type }>;

/** Typed by people, now and then by one who means harm, or cut off by a phone. */
const TEXTS = ['Word 1', 'Word 2', 'Word 3', 'half an emoji \ud83d', 'nothing\u0000behind it', "'); drop table outage; --"] as const;

export const GENERATORS: { readonly [Type in Action['type']]: (scene: Scene) => RequestOf<Type> } = {
  report: ({ scenario, by }) => {
    const { id, reporter: _, ...facts } = scenario;
    return { type: 'report', outageId: id, by, ...facts };
  },
  acknowledge: ({ scenario, by }) => ({ type: 'acknowledge', outageId: scenario.id, by }),
  update: ({ scenario, outage, by, random }) => ({
    type: 'update',
    outageId: scenario.id,
    by,
    text: random.pick(TEXTS),
    phase: random.chance(0.5) ? random.pick(PHASES) : null,
    nextUpdateInMs: random.chance(0.3) ? random.int(5, 90) * MINUTE_MS : null,
    seen: seen(outage, random),
  }),
  resolve: ({ scenario, outage, by, random }) => ({
    type: 'resolve',
    outageId: scenario.id,
    by,
    text: 'It works again.',
    seen: seen(outage, random),
  }),
  'pass-deadline': ({ scenario }) => ({ type: 'pass-deadline', outageId: scenario.id }),
  'lose-place': ({ scenario, random }) => ({
    type: 'lose-place',
    outageId: scenario.id,
    place: random.pick(['origin', ...scenario.followers.map(({ id }) => `follower:${id}`)]),
    reason: 'the bot was removed',
  }),
  restore: ({ scenario, outage, random }) => ({
    type: 'restore',
    outageId: scenario.id,
    to: (outage?.lastChange.at ?? 0) + random.int(0, 30) * MINUTE_MS,
  }),
};

/** From a card of the present version, of an old one, or by a typed command. */
function seen(outage: Outage | null, random: Random): number | null {
  if (!outage || random.chance(0.3)) return null;
  return random.chance(0.7) ? outage.version : random.int(1, outage.version);
}

/** The reporter reports, engineers work; now and then it is somebody who may not. */
export function drawActor(type: Action['type'], scenario: Scenario, random: Random): Actor {
  if (type === 'report') return random.chance(0.9) ? scenario.reporter : random.pick(CUSTOMERS);
  return random.chance(0.9) ? random.pick(ENGINEERS) : random.pick(CUSTOMERS);
}

export const drawActionType = (random: Random): Action['type'] => random.pick(ACTION_TYPES);
