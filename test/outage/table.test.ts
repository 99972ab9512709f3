/** Every action in every state: allowed, quiet, or refused with its reason. RULES.md beside the core is made of the same table. */

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Action } from '../../src/outage/actions.ts';
import { decide } from '../../src/outage/decide/decide.ts';
import { actionIn, answerTo, RULES_FILE, rulesPage } from '../support/outage/rules.ts';
import { IN_STATE } from '../support/outage/states.ts';
import { ACTION_TYPES, OUTAGE_STATES } from '../support/outage/types.ts';

const ENDED = 'no: already-ended';
const NOT_NOW = 'no: not-now';
const REMOVED = 'personal-data-removed';
const ADDED = 'ticket-added';

/** In the order of OUTAGE_STATES: reported, acknowledged, transferred, withdrawn, merged, resolved, closed, requested. */
const TABLE: { readonly [type in Action['type']]: readonly string[] } = {
  report: ['quiet', 'quiet', 'quiet', 'quiet', 'quiet', 'quiet', 'quiet', 'quiet'],
  acknowledge: ['acknowledged', 'no: already-acknowledged', ENDED, ENDED, ENDED, ENDED, ENDED, NOT_NOW],
  'take-back': [NOT_NOW, 'taken-back', ENDED, ENDED, ENDED, ENDED, ENDED, NOT_NOW],
  plan: [NOT_NOW, 'planned', ENDED, ENDED, ENDED, ENDED, ENDED, NOT_NOW],
  update: ['acknowledged, updated', 'updated', ENDED, ENDED, ENDED, ENDED, ENDED, NOT_NOW],
  'hand-over': [NOT_NOW, 'hand-over-offered', ENDED, ENDED, ENDED, ENDED, ENDED, NOT_NOW],
  accept: [NOT_NOW, 'no: not-offered', ENDED, ENDED, ENDED, ENDED, ENDED, NOT_NOW],
  decline: [NOT_NOW, 'quiet', ENDED, ENDED, ENDED, ENDED, ENDED, NOT_NOW],
  assist: [NOT_NOW, 'assisted', ENDED, ENDED, ENDED, ENDED, ENDED, NOT_NOW],
  release: [NOT_NOW, 'released', ENDED, ENDED, ENDED, ENDED, ENDED, NOT_NOW],
  note: ['noted', 'noted', 'noted', 'noted', 'noted', 'noted', 'noted', 'noted'],
  // "Still down".
  pulse: ['pulsed', 'pulsed', NOT_NOW, 'reopened', NOT_NOW, 'reopened', 'reopened', NOT_NOW],
  ask: ['acknowledged, asked', 'asked', ENDED, ENDED, ENDED, ENDED, ENDED, NOT_NOW],
  // Nothing was asked, so it is a word of the reporter like any other.
  reply: ['noted', 'noted', 'noted', 'noted', 'noted', 'noted', 'noted', 'noted'],
  'add-files': Array<string>(8).fill('files-added'),
  'set-bridge': ['bridge-set', 'bridge-set', ENDED, ENDED, ENDED, ENDED, ENDED, NOT_NOW],
  'add-ticket': [ADDED, ADDED, ADDED, ADDED, ADDED, ADDED, ADDED, ADDED],
  'remove-ticket': ['quiet', 'quiet', 'quiet', 'quiet', 'quiet', 'quiet', 'quiet', 'quiet'],
  correct: ['corrected', 'corrected', 'corrected', ENDED, ENDED, ENDED, ENDED, 'corrected'],
  transfer: ['acknowledged, transferred', 'transferred', ENDED, ENDED, ENDED, ENDED, ENDED, NOT_NOW],
  object: [NOT_NOW, NOT_NOW, 'objected', NOT_NOW, 'objected', NOT_NOW, NOT_NOW, NOT_NOW],
  withdraw: ['withdrawn', 'withdrawn', ENDED, 'quiet', ENDED, ENDED, ENDED, 'withdrawn'],
  merge: ['acknowledged, merged', 'merged', ENDED, ENDED, 'quiet', ENDED, ENDED, NOT_NOW],
  absorb: ['absorbed', 'absorbed', 'quiet', 'quiet', 'quiet', 'quiet', 'quiet', 'quiet'],
  resolve: ['acknowledged, resolved', 'resolved', ENDED, ENDED, ENDED, ENDED, ENDED, 'answered'],
  confirm: [NOT_NOW, NOT_NOW, NOT_NOW, NOT_NOW, NOT_NOW, 'closed', 'quiet', NOT_NOW],
  reopen: [NOT_NOW, NOT_NOW, NOT_NOW, 'reopened', NOT_NOW, 'reopened', 'reopened', NOT_NOW],
  review: [NOT_NOW, NOT_NOW, 'reviewed', 'reviewed', NOT_NOW, 'reviewed', 'reviewed', NOT_NOW],
  'follow-up-done': Array<string>(8).fill('quiet'),
  promote: [NOT_NOW, NOT_NOW, ENDED, ENDED, ENDED, ENDED, ENDED, 'promoted'],
  join: ['joined', 'joined', ENDED, ENDED, ENDED, ENDED, ENDED, NOT_NOW],
  leave: ['quiet', 'quiet', 'quiet', 'quiet', 'quiet', 'quiet', 'quiet', 'quiet'],
  follow: ['followed', 'followed', ENDED, ENDED, ENDED, ENDED, ENDED, 'no: unknown-outage'],
  // Nobody follows it.
  unfollow: Array<string>(8).fill('no: not-permitted'),
  'add-phone': ['quiet', 'quiet', 'quiet', 'quiet', 'quiet', 'quiet', 'quiet', 'quiet'],
  part: ['quiet', 'quiet', 'quiet', 'quiet', 'quiet', 'quiet', 'quiet', 'quiet'],
  'suggest-merge': ['gathered', 'gathered', 'quiet', 'quiet', 'quiet', 'quiet', 'quiet', 'quiet'],
  'pass-deadline': ['breached, escalated', 'update-missed', 'quiet', 'quiet', 'quiet', 'closed', 'quiet', 'quiet'],
  'note-page': ['quiet', 'quiet', 'quiet', 'quiet', 'quiet', 'quiet', 'quiet', 'quiet'],
  'mark-unreachable': ['place-lost', 'place-lost', 'place-lost', 'place-lost', 'place-lost', 'place-lost', 'place-lost', 'place-lost'],
  'note-desk-unreached': ['desk-unreached', 'quiet', 'quiet', 'quiet', 'quiet', 'quiet', 'quiet', 'quiet'],
  'note-desk-reached': ['quiet', 'quiet', 'quiet', 'quiet', 'quiet', 'quiet', 'quiet', 'quiet'],
  'remove-personal-data': ['quiet', 'quiet', 'quiet', REMOVED, REMOVED, 'quiet', REMOVED, 'quiet'],
  restore: ['restored', 'restored', 'quiet', 'quiet', 'quiet', 'quiet', 'quiet', 'quiet'],
};

/** The cells that are not as they should be, each with its name. */
function wrongCells(cells: readonly (readonly [name: string, found: string, expected: string | undefined])[]): readonly string[] {
  return cells.filter(([, found, expected]) => found !== expected).map(([name, found, expected]) => `${name}: ${found}, not ${expected}`);
}

describe('every action in every state', () => {
  test('is answered as the table says', () => {
    const cells = ACTION_TYPES.flatMap((type) =>
      OUTAGE_STATES.map((state, index) => [`${type} when it is ${state}`, answerTo(type, state), TABLE[type][index]] as const),
    );
    expect(wrongCells(cells)).toEqual([]);
    expect(cells).toHaveLength(ACTION_TYPES.length * OUTAGE_STATES.length);
  });

  test('of an outage that is not there is refused, but for its report', () => {
    for (const type of ACTION_TYPES)
      expect(decide(actionIn(type, 'reported'), null), type).toMatchObject(
        type === 'report' ? { events: [{ type: 'reported' }] } : { rejection: { type: 'unknown-outage' } },
      );
  });

  test('the page that people read is made of this', () => {
    expect(readFileSync(RULES_FILE, 'utf8'), 'npm run rules writes it anew').toBe(rulesPage());
  });

  test('deciding changes neither the outage nor the action', () => {
    const actions = ACTION_TYPES.map((type) => actionIn(type, 'reported'));
    const before = structuredClone({ IN_STATE, actions });
    for (const action of actions) for (const state of OUTAGE_STATES) decide(action, IN_STATE[state].outage);
    expect({ IN_STATE, actions }).toEqual(before);
  });
});
