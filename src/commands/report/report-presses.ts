/** The buttons of the guided report. The draft decides whose it is; the press only says which way to go. */
import { z } from 'zod';
import { cancelledCard, sentenceCard } from '../../cards/layouts/answer.ts';
import { originCard } from '../../cards/outage/outage.ts';
import { exitCard } from '../../cards/request/exit.ts';
import { draftStepCard } from '../../cards/request/steps.ts';
import { asName } from '../../cards/text/safe.ts';
import { phonesFor } from '../../desk/phones.ts';
import { followersExceptOrigin, roomOf } from '../../desk/rooms.ts';
import type { Report } from '../../outage/types/report.ts';
import type { Origin } from '../../outage/types/rooms.ts';
import { type Draft, withGiven } from '../../report/draft.ts';
import { STEP_IDS } from '../../report/fields.ts';
import { type PressedButton, readPress } from '../../report/press.ts';
import { advance } from '../../report/report.ts';
import { toOutage } from '../../report/request.ts';
import type { Advance } from '../../report/step.ts';
import { declinedFor, offerToJoin } from '../affected/join-offer.ts';
import { actorForProject, withoutAccess } from '../authorize/actor-for-project.ts';
import { isReporter } from '../authorize/visibility.ts';
import {
  type Caller,
  cardReply,
  type Presses,
  PressFailedError,
  type PressHandler,
  type Reply,
  refusing,
  type Services,
  sentence,
} from '../command.ts';
import { dropDraft, findDraft, saveDraft } from './drafts.ts';
import { keepingWhatWasToBeSent } from './keep-unsent.ts';
import { beginReport, draftCard, newDraft } from './report-outage.ts';

const dataSchema = z.object({ draft: z.guid(), step: z.enum(STEP_IDS), kind: z.literal('request').optional() });

/** Finds the draft that a button names, or says why this person cannot go on with it. */
export async function ownDraft(
  data: unknown,
  caller: Caller,
  services: Services,
): Promise<{ draft: Draft; step: Draft['step']; isRequest: boolean } | { reply: Reply }> {
  const { refused } = caller.words;
  const parsed = dataSchema.safeParse(data);
  if (!parsed.success) return { reply: sentence(refused.oldCard) };
  const { draft: nonce, step, kind } = parsed.data;
  // Drafts are of people of this tenant; in another one the same id is somebody else.
  if (caller.place.tenantId !== services.desk.file.desk.tenant)
    return { reply: withoutAccess(await caller.membership(), caller, services, { alone: true }) ?? sentence(refused.draftGone) };
  // What is stored is asked first: a report that was sent is never entered a second time.
  const sent = await services.outages.read(nonce);
  if (sent) {
    if (!isReporter(caller, sent.outage)) return { reply: notOwn(caller) };
    return {
      reply: cardReply(originCard({ outage: sent.outage, desk: services.desk, words: caller.words, now: await services.outages.now() })),
    };
  }
  const draft = await findDraft(services.drafts, nonce);
  // A sentence leaves the card as it is: what was typed on it can still be copied.
  if (draft?.person.id !== caller.actor.id) return { reply: notOwn(caller) };
  return { draft, step, isRequest: kind === 'request' };
}

/** Of a report that is somebody else's no more is said than of one that is gone: not even that it is there. */
const notOwn = ({ place, words }: Caller): Reply =>
  sentence(place.kind === 'personal' ? words.refused.draftGone : words.refused.draftNotHere);

const move =
  (how: PressedButton): PressHandler =>
  async (data, caller, services) => {
    try {
      const own = await ownDraft(data, caller, services);
      if ('reply' in own) return own.reply;
      const membership = await caller.membership();
      // Somebody may be taken off a project while they report.
      const refused = withoutAccess(membership, caller, services, { alone: true });
      if (refused) return refused;
      const { projects } = membership;
      // What is sent is what the card said: an outage, or a request.
      if (how === 'done' && own.isRequest !== (own.draft.kind === 'request'))
        return cardReply(await draftCard(own.draft, caller, services));
      const context = { desk: services.desk, projects, now: await services.outages.now() };
      const draft = how === 'confirm' ? toOutage(own.draft) : own.draft;
      const result = advance(draft, readPress(how, own.step, data, services.desk), context);
      return await answerStep(result, caller, services, { chose: own.step === 'scenario' && (how === 'choose' || how === 'next') });
    } catch (error) {
      // This button brought no inputs: a card drawn without them would clear what is kept once the store is back.
      if (how === 'stay') throw error;
      throw await keepingWhatWasEntered(error, how, data, caller, services);
    }
  };

/** While the store is away the step's own card still comes back with what was typed on it; only the rest is in the store. */
async function keepingWhatWasEntered(
  error: unknown,
  how: PressedButton,
  data: unknown,
  caller: Caller,
  services: Services,
): Promise<unknown> {
  const parsed = dataSchema.safeParse(data);
  if (!parsed.success) return error;
  const { draft: nonce, step, kind } = parsed.data;
  if (step === 'review') return (await keepingWhatWasToBeSent(error, nonce, caller, services)) ?? error;
  const { desk } = services;
  const { actor, words, timeZone } = caller;
  const { entered, asked } = readPress(how, step, data, desk);
  // Which scenario it was is in the store; the card of its questions says it too.
  const known = asked ? { timeZone, scenario: asked.scenario } : { timeZone };
  const answers = [...withGiven([], asked?.given ?? [])];
  const draft: Draft = { nonce, step, kind, person: actor, startedAt: 0, entered: { ...known, ...entered }, answers };
  const { projects } = await caller.membership();
  const view = { draft, errors: {}, desk, projects, words, now: 0 };
  return new PressFailedError((notice) => draftStepCard({ ...view, notice }), error);
}

/** Shows what comes next and keeps the draft, or sends it. `chose`: the scenario is known from now on. */
export async function answerStep(result: Advance, caller: Caller, services: Services, { chose = false } = {}): Promise<Reply> {
  // What is open already is offered before another outage is made of it: when the scenario is known, and at Done.
  const asks = result.draft.kind !== 'request' && (result.type === 'submit' || (chose && result.draft.step !== 'scenario'));
  const offer = asks ? await offerToJoin(result.draft, caller, services) : null;
  if (offer) {
    await saveDraft(services.drafts, result.draft);
    return cardReply(offer);
  }
  if (result.type === 'submit') return await submit(result.draft, result.report, caller, services);
  await saveDraft(services.drafts, result.draft);
  if (result.type === 'show') return cardReply(await draftCard(result.draft, caller, services, result.errors));
  const { projects } = await caller.membership();
  return cardReply(exitCard({ desk: services.desk, words: caller.words, timeZone: caller.timeZone, projects }, result.draft, result.exit));
}

async function submit(draft: Draft, report: Report, caller: Caller, services: Services): Promise<Reply> {
  const { desk, handle, drafts } = services;
  const { notSent } = caller.words.setup;
  const isRequest = draft.kind === 'request';
  const origin: Origin = { ...caller.place, cardId: caller.cardId };
  const rooms = desk.roomsIn(await services.rooms.all());
  const phones = phonesFor(desk.file.desk.phones, caller.timeZone);
  // The draft stays, so that nothing has to be entered twice.
  if (!rooms.desk) return refusing(notSent, sentence(`${notSent.text} ${caller.words.phones(phones)}`));
  const outcome = await handle({
    type: 'report',
    outageId: draft.nonce,
    by: { ...(await actorForProject(report.project.id, caller)), name: draft.person.name },
    report: isRequest ? named(report, caller) : report,
    origin,
    desk: roomOf(rooms.desk, desk.file),
    followers: isRequest ? [] : followersExceptOrigin(origin, rooms, report.project.id, desk.file),
    policy: desk.policy,
    drill: null,
    request: isRequest ? { queue: roomOf(rooms.queue ?? rooms.desk, desk.file), plan: desk.planOf(report.project.id) ?? null } : null,
    declined: await declinedFor(draft, services.cache),
  });
  if (!outcome.ok) return sentence(caller.words.refused.draftGone);
  await dropDraft(drafts, draft);
  return cardReply(originCard({ outage: outcome.recorded.outage, desk, words: caller.words, now: await services.outages.now() }));
}

/** Of a request no scenario was asked; were it to become an outage, its cards would have a gap. */
const named = ({ scenario, ...report }: Report, { words }: Caller): Report => ({
  ...report,
  scenario: { ...scenario, title: scenario.title || words.request.noScenario },
});

/** Drops a draft. Done may be pressed on another device meanwhile; who is told that nothing was sent must not be wrong. */
async function discard(draft: Draft, data: unknown, caller: Caller, services: Services): Promise<{ sent: Reply } | null> {
  await dropDraft(services.drafts, draft);
  const now = await ownDraft(data, caller, services);
  return 'reply' in now && now.reply.type === 'card' ? { sent: now.reply } : null;
}

const cancel: PressHandler = async (data, caller, services) => {
  const own = await ownDraft(data, caller, services);
  if ('reply' in own) return own.reply;
  const kept = await discard(own.draft, data, caller, services);
  if (kept) return kept.sent;
  const view = { desk: services.desk, words: caller.words, timeZone: caller.timeZone };
  const card = cancelledCard(view);
  if (caller.place.kind === 'personal') return cardReply(card, card);
  return cardReply(card, sentenceCard(view, caller.words.publicReport.cancelled(asName(own.draft.person.name))));
};

const startOver: PressHandler = async (data, caller, services) => {
  const own = await ownDraft(data, caller, services);
  if ('reply' in own) return own.reply;
  const kept = await discard(own.draft, data, caller, services);
  if (kept) return kept.sent;
  return cardReply(await draftCard(await newDraft(caller, services), caller, services));
};

export const reportPresses = {
  'report-open': { needs: 'begin', run: (_data, caller, services) => beginReport(caller, services) },
  'report-confirm': { needs: 'begin', run: move('confirm') },
  'report-tick': { needs: 'begin', run: move('tick') },
  'report-choose': { needs: 'begin', run: move('choose') },
  'report-next': { needs: 'begin', run: move('next') },
  'report-back': { needs: 'begin', run: move('back') },
  'report-done': { needs: 'report', run: move('done') },
  'report-stay': { needs: 'begin', run: move('stay') },
  'report-cancel': { needs: 'begin', run: cancel },
  'report-start-over': { needs: 'begin', run: startOver },
} satisfies Partial<Presses>;
