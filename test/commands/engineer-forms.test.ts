/** The forms for an update and a resolution: each text is taken once and never lost, whatever the desk's cadence is. */
import { describe, expect, test } from 'vitest';
import { dataOf } from '../../src/cards/base/verbs.ts';
import { MAX_TEXT_LENGTH } from '../../src/cards/outage/form.ts';
import { updateForm } from '../../src/cards/progress/progress.ts';
import type { Caller, Reply, Services } from '../../src/commands/command.ts';
import { PRESSES } from '../../src/commands/commands.ts';
import type { ActionRequest } from '../../src/engine/handle.ts';
import { createOpenForms } from '../../src/engine/open-forms.ts';
import { en } from '../../src/words/en/index.ts';
import { LARGE_DESK } from '../support/cards/engineer.ts';
import { ofType } from '../support/cards/walk.ts';
import { START } from '../support/clock.ts';
import { smallDesk } from '../support/desk/small-desk.ts';
import { MINUTE_MS, run } from '../support/outage/apply.ts';
import { engineer, reporter, sampleAcknowledgeAction, samplePolicy, sampleReportAction } from '../support/outage/sample.ts';

const ID = '22222222-2222-4222-8222-222222222222';
const MINUTES = [1, 15, 30, 60, 90, 240, 24 * 60] as const;

/** An acknowledged outage, its presses, and the actions that they ask of the engine. */
function desk(cadence = 30, whose: Services['desk'] = smallDesk()) {
  const policy = { ...samplePolicy, updateEveryMs: cadence * MINUTE_MS };
  const recorded = run(sampleReportAction({ outageId: ID, policy }), sampleAcknowledgeAction({ outageId: ID }));
  const asked: ActionRequest[] = [];
  const now = async () => START + 30 * MINUTE_MS;
  const kept = new Map<string, unknown>();
  const cache = {
    get: async (key: string) => kept.get(key),
    set: async (key: string, value: unknown) => void kept.set(key, value),
    keep: async (key: string, value: unknown) => void kept.set(key, value),
    delete: async (key: string) => void kept.delete(key),
  };
  const parts = {
    desk: whose,
    forms: createOpenForms({ cache, now, clock: () => START, forgottenAt: async () => null }),
    outages: { now, read: async (id: string) => (id === ID ? recorded : null) },
    handle: async (request: ActionRequest) => {
      asked.push(request);
      return { ok: true, events: [], recorded };
    },
  } as unknown as Services;
  const caller = {
    actor: engineer,
    words: en,
    place: { kind: 'channel', conversationId: `${recorded.outage.desk.conversationId};messageid=1` },
  } as unknown as Caller;
  const form = updateForm({ target: dataOf(recorded.outage), outage: recorded.outage, words: en, filled: {}, errors: {}, hint: '' });
  const press = (verb: 'outage-update' | 'outage-resolve' | 'outage-hand-over', inputs: object, by: Caller = caller): Promise<Reply> =>
    PRESSES[verb].run({ outage: ID, version: recorded.outage.version, ...inputs }, { ...parts, ...by });
  return { asked, form, press, caller };
}

describe('the update form', () => {
  test.each(MINUTES)('offers the cadence of %i minutes first, and what it offers is taken', async (cadence) => {
    const { asked, form, press } = desk(cadence);
    const next = ofType(form, 'Input.ChoiceSet').find(({ id }) => id === 'next');
    expect(next?.value).toBe(String(cadence));
    const offered = ((next?.choices ?? []) as { value: string }[]).map(({ value }) => value);
    for (const value of offered) await press('outage-update', { text: 'Nothing new.', phase: 'monitoring', next: value });
    expect(asked.map((request) => ('nextUpdateInMs' in request ? request.nextUpdateInMs : null))).toEqual(
      offered.map((value) => Number(value) * MINUTE_MS),
    );
  });

  test.each<[string, object]>([
    ['no phase', { text: 'x', next: '30' }],
    ['a strange phase', { text: 'x', phase: 'sleeping', next: '30' }],
    ['a time in the past', { text: 'x', phase: 'monitoring', next: '-5' }],
    ['next month', { text: 'x', phase: 'monitoring', next: '43200' }],
    ['words for a time', { text: 'x', phase: 'monitoring', next: 'soon' }],
    ['a text that is none', { text: { a: 1 }, phase: 'monitoring', next: '30' }],
    ['an outage that is none', { text: 'x', phase: 'monitoring', next: '30', outage: '../etc' }],
  ])('with %s changes nothing and is answered', async (_what, inputs) => {
    const { asked, press } = desk();
    expect(await press('outage-update', inputs)).toEqual({ type: 'sentence', text: en.refusals.oldCard.text, refused: 'unreadable' });
    expect(asked).toEqual([]);
  });
});

test('15.6: somebody who is no engineer of a large desk is refused without a list of more than a hundred names', async () => {
  const { asked, press } = desk(30, LARGE_DESK);
  const reply = await press('outage-hand-over', { person: '00000000-0000-4000-8000-00000000e15e' });
  expect(JSON.stringify(reply)).toContain(`⚠ ${en.ownership.person.noEngineer('')}`);
  expect(asked).toEqual([]);
});

describe.each(['outage-update', 'outage-resolve'] as const)('%s', (verb) => {
  const rest = { phase: 'mitigating', next: '15' };

  test.each<[string, string, string]>([
    ['no text', '  \n ', en.report.errors.required],
    ['a text that is too long', 'x'.repeat(MAX_TEXT_LENGTH + 1), en.report.errors['too-long']],
  ])('with %s is asked again, with all that was entered', async (_what, text, error) => {
    const { asked, press } = desk();
    const reply = await press(verb, { ...rest, text });
    expect(asked).toEqual([]);
    if (reply.type !== 'card') throw new Error(`a ${reply.type}`);
    expect(JSON.stringify(reply.card)).toContain(error);
    const values = Object.fromEntries(ofType(reply.card, 'Input.Text', 'Input.ChoiceSet').map(({ id, value }) => [id, value]));
    expect(values).toMatchObject({ text: text.slice(0, MAX_TEXT_LENGTH), ...(verb === 'outage-update' ? rest : {}) });
  });

  test('with the longest text that is allowed is taken, without the spaces around it', async () => {
    const { asked, press } = desk();
    await press(verb, { ...rest, text: ` ${'x'.repeat(MAX_TEXT_LENGTH)}\n` });
    expect(asked).toMatchObject([{ text: 'x'.repeat(MAX_TEXT_LENGTH), seen: 2 }]);
  });

  test('by a customer is refused before anything is read', async () => {
    const { asked, press, caller } = desk();
    expect(await press(verb, { ...rest, text: 'x' }, { ...caller, actor: reporter })).toEqual({
      type: 'sentence',
      text: en.refusals.notPermitted.text,
      refused: 'not-permitted',
    });
    expect(asked).toEqual([]);
  });
});

describe('the card that answers a press', () => {
  const { phone, email } = sampleReportAction({ outageId: ID }).report.contact;
  const answerIn = async (kind: Caller['place']['kind'], elsewhere?: string) => {
    const { press, caller } = desk();
    const place = { ...caller.place, kind, conversationId: elsewhere ?? caller.place.conversationId };
    return JSON.stringify(await press('outage-resolve', { text: 'Restarted.' }, { ...caller, place }));
  };

  test("has the contact in the desk's channel", async () => {
    expect(await answerIn('channel')).toContain(phone);
    expect(await answerIn('channel')).toContain(email);
  });

  test.each(['personal', 'groupChat', 'channel'] as const)('has no phone and no e-mail in another %s', async (kind) => {
    expect(await answerIn(kind, '19:another')).not.toContain(phone);
    expect(await answerIn(kind, '19:another')).not.toContain(email);
  });
});
