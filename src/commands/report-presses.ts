/** The buttons of the guided report. The draft decides whose it is; the press only says which way to go. */
import { z } from 'zod';
import { cancelledCard, exitCard, sentenceCard } from '../cards/answer-card.ts';
import { originCard } from '../cards/outage-cards.ts';
import { stepCard } from '../cards/report-steps.ts';
import { asName } from '../cards/text.ts';
import { followersOf, roomIdOf, roomOf } from '../desk/rooms.ts';
import type { Origin, Report } from '../outage/outage.ts';
import { type Draft, readEntered, STEP_IDS } from '../report/draft.ts';
import { type Advance, advance, type Move } from '../report/report.ts';
import { environmentsOf } from '../report/steps/confirmation.ts';
import { type Caller, cardReply, type Parts, PressFailedError, type PressHandler, type Reply, sentence } from './command.ts';
import { dropDraft, findDraft, saveDraft } from './drafts.ts';
import { declinedFor, offerToJoin } from './join-offer.ts';
import { beginReport, draftCard, newDraft } from './report-outage.ts';
import { isReporter } from './reporter.ts';

const dataSchema = z.object({ draft: z.guid(), step: z.enum(STEP_IDS) });

/** Finds the draft that a button names, or says why this person cannot go on with it. */
export async function ownDraft(
  data: unknown,
  caller: Caller,
  parts: Parts,
): Promise<{ draft: Draft; step: Draft['step'] } | { reply: Reply }> {
  const { refused } = caller.words;
  const parsed = dataSchema.safeParse(data);
  if (!parsed.success) return { reply: sentence(refused.oldCard) };
  const { draft: nonce, step } = parsed.data;
  // What is stored is asked first: a report that was sent is never entered a second time.
  const sent = await parts.outages.read(nonce);
  if (sent) {
    if (!isReporter(caller, sent.outage)) return { reply: sentence(refused.notYours(asName(sent.outage.reporter.name))) };
    return { reply: cardReply(originCard({ outage: sent.outage, desk: parts.desk, words: caller.words, now: await parts.outages.now() })) };
  }
  const draft = await findDraft(parts.cache, nonce);
  // A sentence leaves the card as it is: what was typed on it can still be copied.
  if (!draft) return { reply: sentence(refused.draftGone) };
  if (draft.person.id !== caller.actor.id) return { reply: sentence(refused.notYours(asName(draft.person.name))) };
  return { draft, step };
}

const move =
  (how: Move): PressHandler =>
  async (data, caller, parts) => {
    try {
      const own = await ownDraft(data, caller, parts);
      if ('reply' in own) return own.reply;
      const projects = parts.desk.projectsOf(caller.actor.id);
      // Somebody may be taken off a project while they report.
      if (environmentsOf(parts.desk, projects).length === 0) return await beginReport(caller, parts);
      const context = { desk: parts.desk, projects, now: await parts.outages.now() };
      const result = advance(own.draft, { step: own.step, move: how, entered: readEntered(own.step, data) }, context);
      return await answer(result, caller, parts, { chose: own.step === 'scenario' && how === 'next' });
    } catch (error) {
      // This button brought no inputs: a card drawn without them would clear what is kept once the store is back.
      if (how === 'stay') throw error;
      throw keepingWhatWasEntered(error, data, caller, parts);
    }
  };

/** While the store is away the step's own card still comes back with what was typed on it; only the rest is in the store. */
function keepingWhatWasEntered(error: unknown, data: unknown, caller: Caller, parts: Parts): unknown {
  const parsed = dataSchema.safeParse(data);
  if (!parsed.success || parsed.data.step === 'review') return error;
  const { draft: nonce, step } = parsed.data;
  const { desk } = parts;
  const { actor, words, timeZone } = caller;
  const draft: Draft = { nonce, step, person: actor, startedAt: 0, entered: { timeZone, ...readEntered(step, data) } };
  const view = { draft, errors: {}, desk, projects: desk.projectsOf(actor.id), words, now: 0 };
  return new PressFailedError((notice) => stepCard({ ...view, notice }), error);
}

async function answer(result: Advance, caller: Caller, parts: Parts, { chose }: { chose: boolean }): Promise<Reply> {
  await saveDraft(parts.cache, result.draft);
  // What is open already is offered before another outage is made of it: when the scenario is known, and at Done.
  const asks = result.type === 'submit' || (chose && result.draft.step !== 'scenario');
  const offer = asks ? await offerToJoin(result.draft, caller, parts) : null;
  if (offer) return cardReply(offer);
  if (result.type === 'submit') return await submit(result.draft, result.report, caller, parts);
  if (result.type === 'show') return cardReply(await draftCard(result.draft, caller, parts, result.errors));
  return cardReply(exitCard({ desk: parts.desk, words: caller.words }, result.draft, result.exit));
}

async function submit(draft: Draft, report: Report, caller: Caller, parts: Parts): Promise<Reply> {
  const { desk, handle, cache } = parts;
  const origin: Origin = { ...caller.place, cardId: caller.cardId };
  const rooms = desk.roomsIn(await parts.rooms.all());
  // The draft stays, so that nothing has to be entered twice.
  if (!rooms.desk) return sentence(`${caller.words.setup.notSent} ${caller.words.phones(desk.file.desk.phones)}`);
  const outcome = await handle({
    type: 'report',
    outageId: draft.nonce,
    by: { ...caller.actor, name: draft.person.name },
    report,
    origin,
    desk: roomOf(rooms.desk, desk.file),
    // A channel or chat in which it was reported hears of it there already.
    followers: followersOf(rooms, report.project.id, desk.file).filter(
      ({ conversationId }) => conversationId !== roomIdOf(origin.conversationId),
    ),
    policy: desk.policy,
    drill: null,
    declined: await declinedFor(draft, cache),
  });
  if (!outcome.ok) return sentence(caller.words.refused.draftGone);
  await dropDraft(cache, draft);
  return cardReply(originCard({ outage: outcome.recorded.outage, desk, words: caller.words, now: await parts.outages.now() }));
}

/** Drops a draft. Done may be pressed on another device meanwhile; who is told that nothing was sent must not be wrong. */
async function discard(draft: Draft, data: unknown, caller: Caller, parts: Parts): Promise<{ sent: Reply } | null> {
  await dropDraft(parts.cache, draft);
  const now = await ownDraft(data, caller, parts);
  return 'reply' in now && now.reply.type === 'card' ? { sent: now.reply } : null;
}

const cancel: PressHandler = async (data, caller, parts) => {
  const own = await ownDraft(data, caller, parts);
  if ('reply' in own) return own.reply;
  const kept = await discard(own.draft, data, caller, parts);
  if (kept) return kept.sent;
  const view = { desk: parts.desk, words: caller.words };
  const card = cancelledCard(view);
  if (caller.place.kind === 'personal') return cardReply(card, card);
  return cardReply(card, sentenceCard(view, caller.words.publicReport.cancelled(asName(own.draft.person.name))));
};

const startOver: PressHandler = async (data, caller, parts) => {
  const own = await ownDraft(data, caller, parts);
  if ('reply' in own) return own.reply;
  const kept = await discard(own.draft, data, caller, parts);
  if (kept) return kept.sent;
  return cardReply(await draftCard(await newDraft(caller, parts), caller, parts));
};

export const reportPresses = {
  'report-open': (_data, caller, parts) => beginReport(caller, parts),
  'report-next': move('next'),
  'report-back': move('back'),
  'report-done': move('done'),
  'report-stay': move('stay'),
  'report-cancel': cancel,
  'report-start-over': startOver,
} satisfies { [verb: string]: PressHandler };
