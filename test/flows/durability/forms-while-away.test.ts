/** The store is away while a form is sent: each form comes back with what was entered, and can be sent again afterwards. */
import { randomUUID } from 'node:crypto';
import { afterEach, expect, it } from 'vitest';
import type { ActionRequest } from '../../../src/engine/handle.ts';
import { numberOf } from '../../../src/outage/types/outage.ts';
import { openSqlite } from '../../../src/store/sqlite/open.ts';
import type { Store } from '../../../src/store/store.ts';
import {
  ANSWERS,
  answersStep,
  chat,
  objectId,
  type PersonKey,
  PLACES,
  type Shown,
  startTestBot,
  type TestBot,
} from '../../support/bot/test-bot.ts';
import { ofType } from '../../support/cards/walk.ts';
import { silentLog } from '../../support/log/silent-log.ts';

let testBot: TestBot;
let away = false;
afterEach(async () => {
  away = false;
  await testBot.stop();
});

/** The same store; while `away` says so, it gives and takes no outage and nothing of the roster. */
function fragile<Part extends object>(part: Part): Part {
  return new Proxy(part, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      return async (...args: unknown[]) => {
        if (away) throw new Error('the database is gone');
        return await Reflect.apply(value, target, args);
      };
    },
  });
}
async function fragileStore(now: () => number): Promise<Store> {
  const store = await openSqlite({ file: ':memory:', now, log: silentLog() });
  return { ...store, outages: fragile(store.outages), overrides: fragile(store.overrides) };
}

const inDesk = () => testBot.teams.messages.filter(({ conversationId }) => conversationId.startsWith(PLACES.desk));
const root = () => inDesk()[0];
const reportCard = () => testBot.teams.in('a:maya')[0];
async function outage(number = 1001) {
  const id = await testBot.app.store.outages.idByNumber(number);
  return id === null ? undefined : (await testBot.app.store.outages.read(id))?.outage;
}
/** What somebody does before the form is opened. */
async function acts(person: PersonKey, name: string, action: Partial<ActionRequest> & Pick<ActionRequest, 'type'>) {
  const { id } = (await outage()) ?? { id: '' };
  const by = testBot.desk.actor({ id: objectId(person), name });
  const outcome = await testBot.app.engine.handle({ outageId: id, by, ...action } as ActionRequest);
  expect(outcome.ok).toBe(true);
  await testBot.settles();
}
const opened = async (title: string) => await testBot.presses('priya', title, root());
const moreOf = async (title: string) => await testBot.presses('priya', title, await testBot.presses('priya', 'More', root()));
const ownForm = async (title: string) => await testBot.presses('maya', title, reportCard(), {}, chat('maya'));
const onCall = async (title: string) =>
  await testBot.presses('priya', title, (await testBot.says('priya', '/outage on-call')) ?? undefined);
const roster = async () => await testBot.app.store.overrides.list();

type FormCase = {
  readonly by: PersonKey;
  /** What became of the outage before. */
  readonly state?: 'taken' | 'resolved';
  readonly open: () => Promise<Shown>;
  readonly send: string;
  readonly inputs: { readonly [field: string]: string };
  /** What is different when it was sent. */
  readonly changes?: () => Promise<unknown>;
};
const CASES: { readonly [name: string]: FormCase } = {
  'an update': {
    by: 'priya',
    state: 'taken',
    open: async () => await opened('Post update'),
    send: 'Send update',
    inputs: { text: 'We restart it.', phase: 'monitoring', next: '60' },
  },
  'a resolution': {
    by: 'priya',
    state: 'taken',
    open: async () => await opened('Resolve'),
    send: 'Resolve',
    inputs: { text: 'Restarted.' },
  },
  'a hand-over': {
    by: 'priya',
    state: 'taken',
    open: async () => await moreOf('Hand over'),
    send: 'Send offer',
    inputs: { person: objectId('tomas') },
  },
  'somebody who helps': {
    by: 'priya',
    state: 'taken',
    open: async () => await moreOf('Add helper'),
    send: 'Add helper',
    inputs: { person: objectId('tomas') },
  },
  'a release': {
    by: 'priya',
    state: 'taken',
    open: async () => await moreOf('Give back'),
    send: 'Give back',
    inputs: { reason: 'My shift ends.' },
  },
  'a transfer': {
    by: 'priya',
    state: 'taken',
    open: async () => await moreOf('Transfer'),
    send: 'Transfer',
    inputs: { team: 'customer-care', reason: 'Only one user.' },
  },
  'a merge': {
    by: 'priya',
    state: 'taken',
    async open() {
      await testBot.reports('jonas');
      return await moreOf('Merge');
    },
    send: 'Merge',
    inputs: { number: '1002' },
  },
  'another scenario': {
    by: 'priya',
    state: 'taken',
    open: async () => await moreOf('Reclassify'),
    send: 'Reclassify',
    inputs: { scenario: 'batch-stopped', environment: 'production' },
  },
  'a note': {
    by: 'priya',
    state: 'taken',
    open: async () => await moreOf('Add note'),
    send: 'Add note',
    inputs: { text: 'The vendor knows.' },
  },
  'a reopening': {
    by: 'priya',
    state: 'resolved',
    open: async () => await moreOf('Reopen'),
    send: 'Reopen',
    inputs: { reason: 'It fails again.' },
  },
  'an answer to a request': {
    by: 'priya',
    async open() {
      const reported = await outage();
      if (!reported) throw new Error('nothing was reported');
      const { report, origin, desk, policy } = reported;
      const request = { queue: desk, plan: null };
      const by = { id: objectId('maya'), name: 'Maya Lindt', roles: ['customer'] as const };
      await testBot.app.engine.handle({
        type: 'report',
        outageId: randomUUID(),
        by,
        report,
        origin,
        desk,
        policy,
        followers: [],
        drill: null,
        request,
        declined: [],
      });
      await testBot.settles();
      return await testBot.presses('priya', 'Answer', inDesk().at(-1));
    },
    send: 'Send answer',
    inputs: { text: 'The next release has it.' },
    changes: async () => await outage(numberOf('request', 1)),
  },
  'a correction': {
    by: 'maya',
    open: async () => await ownForm('Correct report'),
    send: 'Save correction',
    inputs: {
      title: 'New words',
      description: 'Long new words.',
      affected: 'some',
      name: 'M',
      phone: '+45 70 10 20 30',
      email: 'm@x.dk',
    },
  },
  'a withdrawal': {
    by: 'maya',
    open: async () => await ownForm('Withdraw report'),
    send: 'Withdraw',
    inputs: { reason: 'A cable was loose.' },
  },
  'still down': {
    by: 'maya',
    state: 'resolved',
    async open() {
      const form = await testBot.says('maya', 'still down');
      if (!form) throw new Error('nothing was answered');
      return form;
    },
    send: 'Say it is still down',
    inputs: { reason: 'The printers get nothing.' },
  },
  'an objection': {
    by: 'maya',
    state: 'taken',
    async open() {
      const transfer = await moreOf('Transfer');
      await testBot.presses('priya', 'Transfer', transfer, { team: 'customer-care', reason: 'Only one user.' });
      await testBot.settles();
      return await ownForm('Say it is an outage');
    },
    send: 'Say it is an outage',
    inputs: { reason: 'Three countries cannot post.' },
  },
  'a phone number': {
    by: 'jonas',
    async open() {
      let shown = await testBot.says('jonas', '/outage', chat('jonas'));
      shown = await answersStep(testBot, 'jonas', shown ?? undefined, ANSWERS.confirmation);
      const offer = await testBot.presses('jonas', ANSWERS.scenario.press, shown);
      return await testBot.presses('jonas', 'Add my phone number', await testBot.presses('jonas', 'Join this outage', offer));
    },
    send: 'Save number',
    inputs: { phone: '+45 70 10 20 31' },
  },
  'a level': {
    by: 'priya',
    open: async () => await onCall('Take on-call'),
    send: 'Take on-call',
    inputs: { what: 'secondary', untilDate: '2026-01-04', untilTime: '18:00' },
    changes: roster,
  },
  'a person to cover for': {
    by: 'priya',
    open: async () => await onCall('Cover for somebody'),
    send: 'Cover',
    inputs: { what: objectId('tomas'), untilDate: '2026-01-04', untilTime: '18:00' },
    changes: roster,
  },
};

it.each(Object.entries(CASES))('%s comes back as it was entered, and can be sent again', async (_name, form) => {
  const { by, state, open, send, inputs, changes = outage } = form;
  testBot = await startTestBot({ store: fragileStore });
  await testBot.reports();
  if (state) await acts('priya', 'Priya Nair', { type: 'acknowledge' });
  if (state === 'resolved') await acts('priya', 'Priya Nair', { type: 'resolve', text: 'Restarted.', seen: null });
  const shown = await open();
  const before = await changes();
  away = true;
  const failed = await testBot.presses(by, send, shown, inputs);
  expect(failed.text).toMatch(/That did not work, and nothing was sent\..*say this id: [0-9a-f]{8}.*\+45 70 10 20 30/s);
  expect(failed.text).not.toMatch(/^: |undefined|null/m);
  const fields = ofType(failed.card, 'Input.Text', 'Input.ChoiceSet', 'Input.Date', 'Input.Time');
  expect(Object.fromEntries(fields.map(({ id, value }) => [id, value]))).toMatchObject(inputs);
  expect(failed.buttons.map(({ title }) => title)).toEqual(shown.buttons.map(({ title }) => title));

  away = false;
  expect(await changes()).toEqual(before);
  const sent = await testBot.presses(by, send, failed, inputs);
  expect(sent.text).not.toContain('That did not work');
  expect(await changes()).not.toEqual(before);
});
