/** What somebody entered and could not send, while only the memory of a process has it: it ends as what the store has. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createOpenForms, type OpenForms } from '../../src/engine/open-forms.ts';
import { openSqlite } from '../../src/store/sqlite/open.ts';
import type { Store } from '../../src/store/store.ts';
import { type FakeClock, fakeClock } from '../support/clock.ts';
import { silentLog } from '../support/log/silent-log.ts';

const HOUR_MS = 3_600_000;
const MAYA = 'a1b2c3d4-0000-4000-8000-000000000001';
const JONAS = 'a1b2c3d4-0000-4000-8000-000000000005';
const FORM = 'reporter-withdraw 1';
const text = { reason: 'A cable was loose.' };

let clock: FakeClock;
let store: Store;
let forms: OpenForms;
beforeEach(async () => {
  clock = fakeClock();
  store = await openSqlite({ file: ':memory:', now: clock.now, log: silentLog() });
  await store.ready();
  forms = createOpenForms({ ...store.personal, cache: store.cache, now: store.outages.now, clock: clock.now });
});
afterEach(() => store.close());

it('3.1: what is remembered in memory is there for a day, and no longer', async () => {
  forms.remember(MAYA, FORM, text);
  clock.advance(23 * HOUR_MS);
  expect(await forms.kept(MAYA, FORM)).toEqual(text);
  clock.advance(HOUR_MS);
  expect(await forms.kept(MAYA, FORM)).toBeNull();
  forms.remember(MAYA, FORM, text);
  clock.advance(24 * HOUR_MS);
  expect(await forms.kept(MAYA, FORM)).toBeNull();
});

it('3.1: who is forgotten is forgotten there too, and nobody else; what they enter later is kept', async () => {
  forms.remember(MAYA, FORM, text);
  forms.remember(JONAS, FORM, text);
  clock.advance(HOUR_MS);
  await store.personal.forget(MAYA);
  expect(await forms.kept(MAYA, FORM)).toBeNull();
  expect(await forms.kept(JONAS, FORM)).toEqual(text);
  clock.advance(1);
  forms.remember(MAYA, FORM, text);
  expect(await forms.kept(MAYA, FORM)).toEqual(text);
});

it('3.1: nothing of either stays in memory, although nobody opens the form again', async () => {
  let forgotten: number | null = null;
  const ports = { cache: store.cache, now: store.outages.now, clock: clock.now, forgottenAt: async () => forgotten };
  forms = createOpenForms(ports);
  forms.remember(MAYA, FORM, text);
  forgotten = clock.now();
  await forms.sweep();
  forgotten = null;
  expect(await forms.kept(MAYA, FORM)).toBeNull();
});
