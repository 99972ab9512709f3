/** Any actions of people and clocks on an outage, in any order and at any time, as arbitraries of fast-check. */
import fc from 'fast-check';
import type { Action } from '../../../src/outage/actions.ts';
import { SAYINGS } from '../../../src/outage/types/affected.ts';
import { readTicket } from '../../../src/outage/types/links.ts';
import { type Outage, PHASES } from '../../../src/outage/types/outage.ts';
import { PAGE_OUTCOMES, pagerIdOf } from '../../../src/outage/types/pages.ts';
import type { Actor } from '../../../src/outage/types/values.ts';
import { START } from '../clock.ts';
import { MINUTE_MS } from './apply.ts';
import { engineer, pagingPolicy, reporter, samplePolicy, secondEngineer } from './sample.ts';
import { colleague, SAMPLES } from './states.ts';
import { ACTION_TYPES } from './types.ts';

/** What somebody does at that time, to the outage as it is then. */
export type Change = (now: number, outage: Outage | null) => Action;

/** How long until the next one, in ms. */
export const wait = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 1, max: 20 * MINUTE_MS }),
  fc.integer({ min: 1, max: 500 * MINUTE_MS }),
  fc.integer({ min: 1, max: 5_000 * MINUTE_MS }),
);
const actor = fc.constantFrom(engineer, secondEngineer, reporter, colleague);
const details = fc.record(
  {
    seen: fc.option(fc.nat(6), { nil: null }),
    text: fc.constantFrom('', 'Nothing new.', 'We found it.'),
    phase: fc.option(fc.constantFrom(...PHASES), { nil: null }),
    nextUpdateInMs: fc.option(fc.integer({ min: MINUTE_MS, max: 120 * MINUTE_MS }), { nil: null }),
    to: fc.constantFrom(engineer, secondEngineer),
    person: fc.constantFrom(engineer, secondEngineer),
    place: fc.constantFrom('desk', 'origin', 'follower:board'),
    intoId: fc.constantFrom('nonce-1', 'nonce-2'),
    says: fc.constantFrom(...SAYINGS),
    shown: fc.boolean(),
    shared: fc.boolean(),
    url: fc.constantFrom('', 'https://teams.microsoft.com/meet/1', 'https://teams.microsoft.com/meet/2'),
    ticket: fc.constantFrom(...['INC0012345', '#7', 'https://example.com/browse/INC0012345'].flatMap((text) => readTicket(text) ?? [])),
    posted: fc.boolean(),
    cause: fc.constantFrom('', 'A certificate ended.'),
    followUps: fc.array(
      fc.record({
        text: fc.constantFrom('Watch it.', 'Renew it by a program.'),
        owner: fc.constantFrom(engineer, secondEngineer),
        dueAt: fc.integer({ min: START, max: START + 6_000 * MINUTE_MS }),
        place: fc.nat(4),
      }),
      { maxLength: 5 },
    ),
    gone: fc.constantFrom([], [engineer.id]),
    id: fc.nat(4),
    outcome: fc.constantFrom(...PAGE_OUTCOMES),
    changes: fc.constantFrom({ title: 'Search too' }, { scenario: { id: 'slow', title: 'Slow' } }, { title: 'Checkout answers 503' }),
  },
  { requiredKeys: [] },
);
type Given = typeof details extends fc.Arbitrary<infer One> ? One : never;
const lost = fc.constantFrom(0, MINUTE_MS, 100 * MINUTE_MS);

/** Actions that need another one before them are drawn more often, so that every run sees every event. */
const OFTEN = [
  'pass-deadline',
  'acknowledge',
  'acknowledge',
  'acknowledge',
  'take-back',
  'take-back',
  'take-back',
  'hand-over',
  'hand-over',
  'accept',
  'accept',
  'decline',
  'decline',
  'leave',
  'add-phone',
  'pulse',
  'object',
  'note-desk-unreached',
  'note-desk-reached',
  'note-desk-reached',
  'note-desk-reached',
  'note-desk-reached',
  'ask',
  'reply',
  'add-ticket',
  'remove-ticket',
  'resolve',
  'review',
  'review',
  'follow-up-done',
] as const;

/** Any action of the core, by anybody, with any of its possible facts. */
export const changes: fc.Arbitrary<{ readonly type: Action['type']; readonly change: Change }> = fc
  .tuple(fc.constantFrom(...ACTION_TYPES, ...OFTEN), actor, fc.boolean(), details, lost)
  .map(([type, someone, usual, given, lostMs]) => ({ type, change: changeOf(type, someone, usual, given, lostMs) }));

const NUMBERS = { [engineer.id]: '+45 .. ..56', [secondEngineer.id]: '+45 .. ..57' };
/** Mostly a page that there is, and numbers of those on call. */
function pagingOf(type: Action['type'], outage: Outage | null, usual: boolean, isKnown: boolean): object {
  if (type !== 'pass-deadline' && type !== 'note-page') return {};
  const page = outage?.pages.find(({ outcome }) => outcome === null || usual);
  return { ...(type === 'note-page' && page && { pagerId: pagerIdOf(page), of: page.of }), numbers: isKnown ? NUMBERS : {} };
}

const changeOf =
  (type: Action['type'], someone: Actor, usual: boolean, given: Given, lostMs: number): Change =>
  (at, outage) => {
    const sample: Action = SAMPLES[type];
    const known = Object.fromEntries(Object.entries(given).filter(([key]) => key in sample));
    const seen = typeof known.seen === 'number' ? { seen: Math.min(known.seen, outage?.version ?? 0) } : {};
    const owner = type === 'take-back' && outage?.state === 'acknowledged' ? { ...outage.owner, roles: engineer.roles } : someone;
    const by = 'by' in sample && !usual ? { by: owner } : {};
    const reaction = type === 'acknowledge' && given.shown !== false ? { byReaction: true } : {};
    const question = type === 'reply' ? { question: outage?.questions[0]?.id ?? 0 } : {};
    const paged = pagingOf(type, outage, usual, given.shown !== false);
    const to = type === 'restore' ? { to: at - lostMs } : {};
    return { ...sample, ...known, ...seen, ...by, ...reaction, ...question, ...paged, ...to, at } as Action;
  };

/** A service rings at the last call, and phones at the breach, too. */
export const PAGED = pagingPolicy(samplePolicy);
