/** The buttons of the guided report. A press only says which way to go; everything else is in the draft. */
import { sentenceCard } from '../../cards/layouts/layouts.ts';
import { cancelledCard } from '../../cards/report/begun.ts';
import { missingCard } from '../../cards/report/not-eligible.ts';
import { IS_MAINTENANCE } from '../../cards/report/steps/steps.ts';
import { exitCard } from '../../cards/request/exit.ts';
import { asName } from '../../cards/text.ts';
import { phonesFor } from '../../desk/phones.ts';
import { followersExceptOrigin, roomOf } from '../../desk/rooms.ts';
import type { Permission } from '../../outage/permissions.ts';
import type { Instant, Report } from '../../outage/types/values.ts';
import { addTo, type Draft, readEntered } from '../../report/draft.ts';
import { type Press, type PressedButton, readPress } from '../../report/press.ts';
import { advance, keepPressed } from '../../report/report.ts';
import { sendAnyway, sendAsRequest, toOutage } from '../../report/request.ts';
import type { Advance, StepContext } from '../../report/step.ts';
import { declinedFor, offerToJoin } from '../affected/join-offer.ts';
import { actorForProject, withoutAccess } from '../authorize/access.ts';
import { cardReply, originOf, type Presses, type PressHandler, type Reply, refusing, sentence, type Turn, whenFound } from '../command.ts';
import { textsIn } from '../forms/form.ts';
import { showSent } from '../forms/own-outage.ts';
import { dropDraft, eligibleDraft, inTurn, keepEntered, ownDraft, saveDraft } from './drafts.ts';
import { beginReport, draftCard, newDraft } from './report-outage.ts';

const move =
  (how: PressedButton): PressHandler =>
  async (data, turn) => {
    try {
      return await inTurn(turn, () => go(how, data, turn));
    } catch (error) {
      // This button carries no inputs: a card drawn without them would clear what is stored once the store is back.
      if (how === 'stay') throw error;
      throw await keepEntered(error, how, data, turn);
    }
  };

async function go(how: PressedButton, data: unknown, turn: Turn): Promise<Reply> {
  const found = await eligibleDraft(data, turn);
  if ('reply' in found) {
    if (how !== 'stay') await keepRefused(how, data, turn);
    return found.reply;
  }
  const own = found.found;
  // The card promised to send an outage, or a request; nothing else is sent.
  if (how === 'done' && own.isRequest !== (own.draft.kind === 'request')) return cardReply(await draftCard(own.draft, turn, own));
  const context = { desk: turn.desk, projects: own.projects, now: own.now };
  const draft = how === 'confirm' ? toOutage(own.draft) : own.draft;
  const press = withUnread(readPress(how, own.step, data, turn.desk), own.unread);
  const result = advance(draft, press, context);
  return await answerStep(result, turn, { now: own.now, chose: own.step === 'scenario' && (how === 'choose' || how === 'next') });
}

/** They were taken off the project while they typed: the draft has it for a day, for when they are back on it. */
async function keepRefused(how: PressedButton, data: unknown, turn: Turn): Promise<void> {
  const own = await ownDraft(data, turn);
  if ('reply' in own) return;
  const { draft, step, unread } = own.found;
  await saveDraft(turn.drafts, keepPressed(draft, withUnread(readPress(how, step, data, turn.desk), unread)));
}

/** The description of an older card, with what its person wrote since. */
function withUnread(press: Press, unread: readonly string[]): Press {
  const { description = '', ...entered } = press.entered;
  if (press.step !== 'details' || unread.length === 0) return press;
  return { ...press, entered: { ...entered, description: unread.reduce(addTo, description) } };
}

/** The ways on from the card that says that it is no outage. Then it is as with any step: the next card is shown, or the report is sent. */
const goOn = (way: (draft: Draft, context: StepContext) => Advance): PressHandler =>
  whenFound(eligibleDraft, async ({ draft, projects, now }, turn) => {
    const context = { desk: turn.desk, projects, now };
    // An outage whose scenario is in no list may be open already, too.
    return await answerStep(way(draft, context), turn, { now, chose: true });
  });

/** Shows what comes next and stores the draft, or sends the report. `chose`: the scenario is known from now on. */
async function answerStep(result: Advance, turn: Turn, { now, chose }: { now: Instant; chose: boolean }): Promise<Reply> {
  // Outages that are open already are offered first: as soon as the scenario is known, and when it is sent.
  const asks = result.draft.kind !== 'request' && (result.type === 'submit' || (chose && result.draft.step !== 'scenario'));
  const offer = asks ? await offerToJoin(result.draft, turn, now) : null;
  if (offer) {
    await saveDraft(turn.drafts, result.draft);
    return cardReply(offer);
  }
  if (result.type === 'submit') return await submit(result.draft, result.report, turn);
  await saveDraft(turn.drafts, result.draft);
  if (result.type === 'show') return cardReply(await draftCard(result.draft, turn, { errors: result.errors, now }));
  const { projects } = await turn.membership();
  return cardReply(exitCard({ ...turn, projects }, result.draft, result.exit));
}

async function submit(draft: Draft, report: Report, turn: Turn): Promise<Reply> {
  const { desk, handle, drafts } = turn;
  const { notSent } = turn.words.setup;
  const isRequest = draft.kind === 'request';
  const origin = originOf(turn);
  const rooms = desk.roomsIn(await turn.rooms.all());
  const phones = phonesFor(desk.file.desk.phones, turn.timeZone);
  // The draft stays, so that nothing has to be entered twice.
  if (!rooms.desk) return refusing(notSent, sentence(turn.words.formats.joined([notSent.text, turn.words.phones(phones)])));
  const outcome = await handle({
    type: 'report',
    outageId: draft.nonce,
    by: { ...(await actorForProject(report.project.id, turn)), name: draft.person.name },
    report: isRequest ? named(report, turn) : report,
    origin,
    desk: roomOf(rooms.desk, desk.file),
    followers: isRequest ? [] : followersExceptOrigin(origin, rooms, report.project.id, desk.file),
    policy: desk.policy,
    drill: null,
    request: isRequest ? { queue: roomOf(rooms.queue ?? rooms.desk, desk.file), plan: desk.planOf(report.project.id) ?? null } : null,
    declined: await declinedFor(draft, turn.cache),
  });
  if (!outcome.ok) return sentence(turn.words.refusals.draftGone);
  await dropDraft(drafts, draft);
  return await showSent(outcome.recorded.outage, turn);
}

/** A request has no scenario. When it becomes an outage, its cards need a title for one. */
const named = ({ scenario, ...report }: Report, { words }: Turn): Report => ({
  ...report,
  scenario: { ...scenario, title: scenario.title || words.request.noScenario },
});

/** Drops a draft. On another device Done may be pressed meanwhile: then the reply shows what was sent. */
async function discard(draft: Draft, data: unknown, turn: Turn): Promise<Reply | null> {
  await dropDraft(turn.drafts, draft);
  const now = await ownDraft(data, turn);
  return 'reply' in now && now.reply.type === 'card' ? now.reply : null;
}

const cancel = whenFound(ownDraft, async ({ draft }, turn, data) => {
  const sent = await discard(draft, data, turn);
  if (sent) return sent;
  const card = cancelledCard(turn, textsIn(data).choice === IS_MAINTENANCE);
  if (turn.place.kind === 'personal') return cardReply(card, card);
  return cardReply(card, sentenceCard(turn, turn.words.report.public.cancelled(asName(draft.person.name))));
});

const startOver = whenFound(ownDraft, async ({ draft }, turn, data) => {
  const sent = await discard(draft, data, turn);
  return sent ?? cardReply(await draftCard(await newDraft(turn), turn));
});

/** "Find my environment": what else the projects of this person have, and why it is not in the list. */
const showMissing: PressHandler = async (data, turn) => {
  const membership = await turn.membership();
  const refused = withoutAccess(membership, turn, { alone: true });
  if (refused) return refused;
  const found = await ownDraft(data, turn);
  if ('reply' in found) return found.reply;
  const { draft: own, step } = found.found;
  // What was ticked meanwhile is there again behind Back.
  const draft = { ...own, entered: { ...own.entered, ...readEntered(step, data) } };
  await saveDraft(turn.drafts, draft);
  return cardReply(missingCard(turn, membership.projects, draft));
};

/** Done in the person's turn, because it changes the draft. */
const queued = (needs: Permission, run: PressHandler) => ({
  needs,
  run: (data: unknown, turn: Turn) => inTurn(turn, () => run(data, turn)),
});

export const reportPresses = {
  // What they wrote before they knew that it is a new one.
  'report-open': queued('begin', (data, turn) => beginReport(turn, (textsIn(data).text ?? '').trim())),
  'report-confirm': { needs: 'begin', run: move('confirm') },
  'report-tick': { needs: 'begin', run: move('tick') },
  'report-choose': { needs: 'begin', run: move('choose') },
  'report-next': { needs: 'begin', run: move('next') },
  'report-back': { needs: 'begin', run: move('back') },
  'report-done': { needs: 'report', run: move('done') },
  'report-stay': { needs: 'begin', run: move('stay') },
  'report-as-request': queued('begin', goOn(sendAsRequest)),
  'report-anyway': queued('begin', goOn(sendAnyway)),
  'report-missing': queued('begin', showMissing),
  // These wait for nothing: a draft that is dropped meanwhile is noticed by who saves it.
  'report-cancel': { needs: 'begin', run: cancel },
  'report-start-over': { needs: 'begin', run: startOver },
} satisfies Partial<Presses>;
