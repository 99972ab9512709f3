/** What a person typed is never thrown away: not by a failing store, another device, a press too many, or a colleague. */
import { afterEach, describe, expect, it } from 'vitest';
import { draftSchema, withRemark } from '../../../src/report/draft.ts';
import { openSqlite } from '../../../src/store/sqlite/open.ts';
import type { Store } from '../../../src/store/store.ts';
import {
  ANSWERS,
  answersStep,
  chat,
  fillReport,
  objectId,
  PLACES,
  type Place,
  startTestBot,
  type TestBot,
} from '../../support/bot/test-bot.ts';
import { ofType } from '../../support/cards/walk.ts';
import { silentLog } from '../../support/log/silent-log.ts';
import { stepLabel } from '../../support/report/step-label.ts';

let testBot: TestBot;
afterEach(async () => await testBot.stop());

const group: Place = { kind: 'groupChat', id: PLACES.announcements };

/** A store that gives away and takes no draft while `broken` says so. */
async function fragileStore(now: () => number, broken: () => boolean): Promise<Store> {
  const store = await openSqlite({ file: ':memory:', now, log: silentLog() });
  const save: Store['drafts']['save'] = async (draft, remind) => {
    if (broken()) throw new Error('the disk is full');
    await store.drafts.save(draft, remind);
  };
  const find: Store['drafts']['find'] = async (nonce) => {
    if (broken()) throw new Error('the disk is gone');
    return await store.drafts.find(nonce);
  };
  return { ...store, drafts: { ...store.drafts, save, find } };
}

/** A store in which nothing happens to an outage while `away` says so. */
async function storeWithoutOutages(now: () => number, away: () => boolean): Promise<Store> {
  const store = await openSqlite({ file: ':memory:', now, log: silentLog() });
  const transaction: Store['outages']['transaction'] = async (work) => {
    if (away()) throw new Error('the disk is full');
    return await store.outages.transaction(work);
  };
  return { ...store, outages: { ...store.outages, transaction } };
}

/** A store that throws no draft away while `stuck` says so. */
async function stickyStore(now: () => number, stuck: () => boolean): Promise<Store> {
  const store = await openSqlite({ file: ':memory:', now, log: silentLog() });
  const drop: Store['drafts']['drop'] = async (nonce) => {
    if (stuck()) throw new Error('the disk is full');
    await store.drafts.drop(nonce);
  };
  return { ...store, drafts: { ...store.drafts, drop } };
}

/** A store that drops no draft before `allow` resolves. */
async function slowStore(now: () => number, allow: Promise<void>): Promise<Store> {
  const store = await openSqlite({ file: ':memory:', now, log: silentLog() });
  const drop: Store['drafts']['drop'] = async (nonce) => {
    await allow;
    await store.drafts.drop(nonce);
  };
  return { ...store, drafts: { ...store.drafts, drop } };
}

/** A store in which who looks for a draft has it only when `seen` resolves, once it was asked to. */
async function hesitantStore(now: () => number, seen: () => Promise<void>): Promise<Store> {
  const store = await openSqlite({ file: ':memory:', now, log: silentLog() });
  const find: Store['drafts']['find'] = async (nonce) => {
    const kept = await store.drafts.find(nonce);
    await seen();
    return kept;
  };
  return { ...store, drafts: { ...store.drafts, find } };
}

/** Maya's third step, empty but for what was said with `/outage`. */
async function atDetails(title = '') {
  let shown = await testBot.says('maya', `/outage ${title}`);
  shown = await answersStep(testBot, 'maya', shown ?? undefined, ANSWERS.confirmation);
  return await answersStep(testBot, 'maya', shown, ANSWERS.scenario);
}

describe('what was entered', () => {
  it('comes back on the card when it could not be kept, and goes on when it can', async () => {
    let broken = false;
    testBot = await startTestBot({ store: (now) => fragileStore(now, () => broken) });
    let shown = await testBot.says('maya', '/outage');
    shown = await answersStep(testBot, 'maya', shown ?? undefined, ANSWERS.confirmation);
    shown = await answersStep(testBot, 'maya', shown, ANSWERS.scenario);
    broken = true;
    const failed = await testBot.presses('maya', 'Continue', shown, ANSWERS.details);
    expect(failed.text).toMatch(/That did not work.*say this id: [0-9a-f]{8}.*\+45 70 10 20 30/s);
    expect(JSON.stringify(failed.card)).toContain('Since the morning run.');
    // 3.8: the store is away, but the card knows which step it is, and of how many.
    expect(failed.text).toContain(stepLabel('details'));
    broken = false;
    expect((await testBot.presses('maya', 'Continue', failed, ANSWERS.details)).text).toContain('Help the engineer start faster');
  });

  it('and could not be sent is sent by the same Done, as soon as it can', async () => {
    let away = false;
    testBot = await startTestBot({ store: (now) => storeWithoutOutages(now, () => away) });
    const review = await testBot.reviews();
    away = true;
    const failed = await testBot.presses('maya', 'Send report', review);
    expect(failed.text).toMatch(/Your report was not sent.*That did not work.*\+45 70 10 20 30/s);
    // All of it, to tell it in another way.
    const [copy] = ofType(failed.card, 'Input.Text');
    for (const text of [
      'Title: Invoices cannot be posted',
      'Every posting ends with "Update conflict".',
      '+45 32 12 34 56',
      '40 trucks wait',
    ])
      expect(copy?.value).toContain(text);
    expect(copy?.value).not.toContain('OUT-');
    expect((await testBot.presses('maya', 'Try again', failed)).text).toContain('That did not work');
    away = false;
    expect((await testBot.presses('maya', 'Send report', review)).text).toContain('OUT-1001: your report has arrived');
  });

  it('and was sent is not offered again, although it could not be thrown away', async () => {
    let stuck = false;
    testBot = await startTestBot({ store: (now) => stickyStore(now, () => stuck) });
    const review = await testBot.reviews();
    stuck = true;
    await testBot.presses('maya', 'Send report', review);
    stuck = false;
    const next = await testBot.says('maya', '/outage');
    expect(next?.text).toContain(stepLabel('confirmation'));
    expect(JSON.stringify(next?.card)).not.toContain('Invoices');
  });

  it('is offered again by /outage, on another device and after a pause, and can be started over', async () => {
    testBot = await startTestBot();
    let shown = await testBot.says('maya', '/outage');
    shown = await answersStep(testBot, 'maya', shown ?? undefined, ANSWERS.confirmation);
    shown = await answersStep(testBot, 'maya', shown, ANSWERS.scenario);
    await testBot.presses('maya', 'Back', shown, { title: 'Half a title' });
    testBot.clock.advance(60 * 60_000);
    const offered = await testBot.says('maya', 'outage');
    expect(offered?.text).toContain('You began "Half a title" at 10:00');
    expect((await testBot.presses('maya', 'Continue', offered ?? undefined)).text).toContain(stepLabel('scenario'));
    const fresh = await testBot.presses('maya', 'Start over', offered ?? undefined);
    expect(fresh.text).toContain(stepLabel('confirmation'));
    expect(JSON.stringify(fresh.card)).not.toContain('Half a title');
  });

  it('is seen in a group by the one who enters it, and by nobody else', async () => {
    testBot = await startTestBot();
    const open = await testBot.says('maya', 'outage', group);
    expect(open?.text).toContain('Maya Lindt is reporting a production outage');
    const stranger = await testBot.presses('jonas', 'Continue my report', open ?? undefined, {}, group);
    expect(stranger.said).toContain('no longer here');
    const first = await testBot.presses('maya', 'Continue my report', open ?? undefined, {}, group);
    const review = await fillReport(testBot, 'maya', first, group);
    expect((await testBot.presses('jonas', 'Send report', review, {}, group)).said).toContain('someone else began it');
    await testBot.presses('maya', 'Send report', review, {}, group);
    await testBot.settles();
    const inGroup = testBot.teams.in(PLACES.announcements);
    expect(inGroup).toHaveLength(1);
    expect(testBot.teams.text(inGroup[0])).toContain('OUT-1001, reported by Maya Lindt');
    for (const message of inGroup) expect(JSON.stringify(message.card)).not.toMatch(/Invoices|Update conflict|trucks|32 12 34 56|maya@/);
  });

  it('is not taken over by a card that was left in another chat: it shows what became of the report', async () => {
    testBot = await startTestBot();
    const open = await testBot.says('maya', 'outage', group);
    await testBot.reports('maya', chat('maya'));
    const later = await testBot.presses('maya', 'Continue my report', open ?? undefined, {}, group);
    expect(later.text).toContain('OUT-1001');
  });

  it('is not cleared by Go on, pressed while the store is away', async () => {
    let broken = false;
    testBot = await startTestBot({ store: (now) => fragileStore(now, () => broken) });
    await testBot.presses('maya', 'Back', await testBot.presses('maya', 'Continue', await atDetails(), ANSWERS.details), ANSWERS.questions);
    const offered = await testBot.says('maya', '/outage');
    broken = true;
    const failed = await testBot.presses('maya', 'Continue', offered ?? undefined);
    expect(failed.said).toContain('That did not work');
    expect(failed.card).toBeUndefined();
    broken = false;
    expect(JSON.stringify((await testBot.presses('maya', 'Continue', offered ?? undefined)).card)).toContain('Since the morning run.');
  });

  it('stays on the card of a report that is gone', async () => {
    testBot = await startTestBot();
    const details = await atDetails();
    testBot.clock.advance(25 * 3_600_000);
    const late = await testBot.presses('maya', 'Continue', details, ANSWERS.details);
    expect(late.said).toContain('no longer here');
    expect(late.card).toBeUndefined();
  });

  it('stands in no message to a group, also when /outage there finds a report that was begun elsewhere', async () => {
    testBot = await startTestBot();
    await testBot.presses('maya', 'Continue', await atDetails(), { ...ANSWERS.details, title: 'Payroll of the board' });
    const offered = await testBot.says('maya', '/outage', group);
    expect(JSON.stringify(testBot.teams.in(group.id))).not.toContain('Payroll');
    expect(offered?.text).toContain('Maya Lindt is reporting a production outage');
    expect((await testBot.presses('jonas', 'Start over', offered ?? undefined, {}, group)).said).toContain('someone else began it');
    expect((await testBot.presses('maya', 'Continue my report', offered ?? undefined, {}, group)).text).toContain(
      'Help the engineer start faster',
    );
    expect((await testBot.presses('maya', 'Start over', offered ?? undefined, {}, group)).text).toContain(stepLabel('confirmation'));
  });

  it('after /outage is the title, also when the first card is open already', async () => {
    testBot = await startTestBot();
    await testBot.says('maya', '/outage');
    expect(JSON.stringify((await atDetails('Nobody can post')).card)).toContain('"value":"Nobody can post"');
  });

  it('after /outage is kept whole when it is too long for a title', async () => {
    testBot = await startTestBot();
    const words = `${'a'.repeat(119)}\u{1F600} and the order numbers`;
    const card = JSON.stringify((await atDetails(words)).card);
    expect(card).toContain(`"value":"${'a'.repeat(119)}"`);
    expect(card).toContain(`"value":"${words}"`);
  });

  it.each(['Cancel', 'Start over'])('and sent is never said to be cancelled: %s and Done at the same time', async (button) => {
    let allow = () => {};
    const allowed = new Promise<void>((resolve) => (allow = resolve));
    testBot = await startTestBot({ store: (now) => slowStore(now, allowed) });
    const first = await testBot.says('maya', '/outage');
    const review = await fillReport(testBot, 'maya', first ?? undefined);
    const offered = await testBot.says('maya', '/outage');
    const thrownAway = testBot.presses('maya', button, (button === 'Cancel' ? first : offered) ?? undefined);
    const sent = testBot.presses('maya', 'Send report', review);
    // The other press has read the draft and waits; only then may both go on.
    while (!(await testBot.app.store.outages.idByNumber(1001))) await new Promise(setImmediate);
    allow();
    expect((await sent).text).toContain('OUT-1001');
    expect((await thrownAway).text).toContain('OUT-1001: your report has arrived');
  });

  it('3.5: and written at the moment of a press stays in the details, by the same bot or another', async () => {
    let other: 'same bot' | 'another bot' | null = null;
    let answered: Promise<unknown> = Promise.resolve();
    testBot = await startTestBot({
      store: (now) =>
        hesitantStore(now, async () => {
          const by = other;
          other = null;
          if (by === 'same bot') answered = testBot.says('maya', 'printing fails too');
          if (by === 'another bot') await addsElsewhere('scanning fails too');
        }),
    });
    const drafts = () => testBot.app.store.drafts;
    const kept = async () => await drafts().newestOf(objectId('maya'));
    async function addsElsewhere(remark: string): Promise<void> {
      const found = await kept();
      const changed = found && withRemark(draftSchema.parse(found.data), remark);
      if (found && changed) await drafts().save({ ...found, data: changed, before: found.data }, true);
    }
    const details = await atDetails();
    other = 'same bot';
    const questions = await testBot.presses('maya', 'Continue', details, ANSWERS.details);
    expect(JSON.stringify(await answered)).toContain('is in its details now');
    other = 'another bot';
    await testBot.presses('maya', 'Back', questions, ANSWERS.questions);
    expect(JSON.stringify((await kept())?.data)).toMatch(/printing fails too.*scanning fails too/);
  });

  it('3.5: and written at the moment of Done is not said to be in the report, and begins no other', async () => {
    let writes = false;
    let answered: Promise<{ text: string } | null | undefined> = Promise.resolve(null);
    testBot = await startTestBot({
      store: (now) =>
        hesitantStore(now, async () => {
          if (!writes) return;
          writes = false;
          answered = testBot.says('maya', 'printing fails too', chat('maya'));
          // Time enough for the remark to be stored, if it did not wait for Done.
          const isStored = async () => JSON.stringify(await testBot.app.store.drafts.newestOf(objectId('maya'))).includes('printing');
          for (let ticks = 0; ticks < 300 && !(await isStored()); ticks++) await new Promise(setImmediate);
        }),
    });
    const review = await testBot.reviews('maya', chat('maya'));
    writes = true;
    expect((await testBot.presses('maya', 'Send report', review)).text).toContain('OUT-1001');
    expect((await answered)?.text).toContain('Add to OUT-1001');
    expect(await testBot.app.store.drafts.newestOf(objectId('maya'))).toBeNull();
  });
});
