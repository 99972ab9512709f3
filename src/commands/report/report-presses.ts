/** The buttons of the guided report. A press only says which way to go; everything else is in the draft. */
import { sentenceCard } from '../../cards/layouts/answer.ts';
import { originCard } from '../../cards/outage/outage.ts';
import { cancelledCard } from '../../cards/report/begun.ts';
import { missingCard } from '../../cards/report/not-eligible.ts';
import { exitCard } from '../../cards/request/exit.ts';
import { asName } from '../../cards/text/safe.ts';
import { phonesFor } from '../../desk/phones.ts';
import { followersExceptOrigin, roomOf } from '../../desk/rooms.ts';
import type { Report } from '../../outage/types/report.ts';
import type { Origin } from '../../outage/types/rooms.ts';
import { type Draft, readEntered } from '../../report/draft.ts';
import { type PressedButton, readPress } from '../../report/press.ts';
import { advance } from '../../report/report.ts';
import { toOutage } from '../../report/request.ts';
import type { Advance } from '../../report/step.ts';
import { declinedFor, offerToJoin } from '../affected/join-offer.ts';
import { actorForProject, withoutAccess } from '../authorize/actor-for-project.ts';
import {
  type Caller,
  cardReply,
  type Presses,
  type PressHandler,
  type Reply,
  refusing,
  type Services,
  sentence,
  whenFound,
} from '../command.ts';
import { dropDraft, saveDraft } from './drafts.ts';
import { keepEntered } from './keep-entered.ts';
import { eligibleDraft, ownDraft } from './own-draft.ts';
import { beginReport, draftCard, newDraft } from './report-outage.ts';

const move =
  (how: PressedButton): PressHandler =>
  async (data, caller, services) => {
    try {
      const found = await eligibleDraft(data, caller, services);
      if ('reply' in found) return found.reply;
      const own = found.found;
      // The card promised to send an outage, or a request; nothing else is sent.
      if (how === 'done' && own.isRequest !== (own.draft.kind === 'request'))
        return cardReply(await draftCard(own.draft, caller, services));
      const context = { desk: services.desk, projects: own.projects, now: await services.outages.now() };
      const draft = how === 'confirm' ? toOutage(own.draft) : own.draft;
      const result = advance(draft, readPress(how, own.step, data, services.desk), context);
      return await answerStep(result, caller, services, { chose: own.step === 'scenario' && (how === 'choose' || how === 'next') });
    } catch (error) {
      // This button carries no inputs: a card drawn without them would clear what is stored once the store is back.
      if (how === 'stay') throw error;
      throw await keepEntered(error, how, data, caller, services);
    }
  };

/** Shows what comes next and stores the draft, or sends the report. `chose`: the scenario is known from now on. */
export async function answerStep(result: Advance, caller: Caller, services: Services, { chose = false } = {}): Promise<Reply> {
  // Outages that are open already are offered first: as soon as the scenario is known, and at Done.
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
  if (!outcome.ok) return sentence(caller.words.refusals.draftGone);
  await dropDraft(drafts, draft);
  return cardReply(originCard({ outage: outcome.recorded.outage, desk, words: caller.words, now: await services.outages.now() }));
}

/** A request has no scenario. When it becomes an outage, its cards need a title for one. */
const named = ({ scenario, ...report }: Report, { words }: Caller): Report => ({
  ...report,
  scenario: { ...scenario, title: scenario.title || words.request.noScenario },
});

/** Drops a draft. On another device Done may be pressed meanwhile: then the reply shows what was sent. */
async function discard(draft: Draft, data: unknown, caller: Caller, services: Services): Promise<Reply | null> {
  await dropDraft(services.drafts, draft);
  const now = await ownDraft(data, caller, services);
  return 'reply' in now && now.reply.type === 'card' ? now.reply : null;
}

const cancel = whenFound(ownDraft, async ({ draft }, caller, services, data) => {
  const sent = await discard(draft, data, caller, services);
  if (sent) return sent;
  const view = { desk: services.desk, words: caller.words, timeZone: caller.timeZone };
  const card = cancelledCard(view);
  if (caller.place.kind === 'personal') return cardReply(card, card);
  return cardReply(card, sentenceCard(view, caller.words.report.public.cancelled(asName(draft.person.name))));
});

const startOver = whenFound(ownDraft, async ({ draft }, caller, services, data) => {
  const sent = await discard(draft, data, caller, services);
  return sent ?? cardReply(await draftCard(await newDraft(caller, services), caller, services));
});

/** "My environment is missing": what else the projects of this person have, and why it is not in the list. */
const showMissing: PressHandler = async (data, caller, services) => {
  const { desk } = services;
  const membership = await caller.membership();
  const refused = withoutAccess(membership, caller, services, { alone: true });
  if (refused) return refused;
  const found = await ownDraft(data, caller, services);
  if ('reply' in found) return found.reply;
  const { draft: own, step } = found.found;
  // What was ticked meanwhile is there again behind Back.
  const draft = { ...own, entered: { ...own.entered, ...readEntered(step, data) } };
  await saveDraft(services.drafts, draft);
  return cardReply(missingCard({ desk, words: caller.words, timeZone: caller.timeZone }, membership.projects, draft));
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
  'report-missing': { needs: 'begin', run: showMissing },
  'report-cancel': { needs: 'begin', run: cancel },
  'report-start-over': { needs: 'begin', run: startOver },
} satisfies Partial<Presses>;
