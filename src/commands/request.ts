/** What is no outage: the two ways on from the card that says so, and what engineers press on a request. */
import { answerForm } from '../cards/request/news.ts';
import { followersExceptOrigin, roomOf } from '../desk/rooms.ts';
import type { Draft } from '../report/draft.ts';
import { sendAnyway, sendAsRequest } from '../report/request.ts';
import type { StepContext } from '../report/step.ts';
import { withoutAccess } from './authorize/actor-for-project.ts';
import { type Presses, type PressHandler, sentence } from './command.ts';
import { type DeskForm, needed, opens, sends } from './forms/outage-form.ts';
import { settled, target } from './forms/outage-press.ts';
import { answerStep, ownDraft } from './report/report-presses.ts';

/** The rest of the tap is as of any step: the draft is kept, the next card is shown, or it is sent. */
const wayOn =
  (way: (draft: Draft, context: StepContext) => ReturnType<typeof sendAnyway>): PressHandler =>
  async (data, caller, services) => {
    const own = await ownDraft(data, caller, services);
    if ('reply' in own) return own.reply;
    const membership = await caller.membership();
    const refused = withoutAccess(membership, caller, services, { alone: true });
    if (refused) return refused;
    const context = { desk: services.desk, projects: membership.projects, now: await services.outages.now() };
    // An outage whose scenario is in no list may be open already, too.
    return await answerStep(way(own.draft, context), caller, services, { chose: true });
  };

const asRequest = wayOn(sendAsRequest);
const anyway = wayOn(sendAnyway);

const answering: DeskForm = {
  ...{ permission: 'resolve', opener: 'request-answer-form', draw: answerForm },
  request(sent) {
    const { text, error } = needed(sent, 'text');
    return error ? { errors: { text: error } } : { ...sent.common, type: 'resolve', text, seen: sent.seen };
  },
};

/** From now on it is as a report that comes in now: the desk, who follows and the promise are those of today. */
const promote: PressHandler = async (data, caller, services) => {
  const found = target(data, caller, 'promote');
  if ('reply' in found) return found.reply;
  const { desk, outages } = services;
  const recorded = await outages.read(found.outageId);
  if (!recorded) return sentence(caller.words.refused.unknownOutage);
  const rooms = desk.roomsIn(await services.rooms.all());
  if (!rooms.desk) return sentence(caller.words.setup.notSent);
  const { report, origin } = recorded.outage;
  const outcome = await services.handle({
    ...{ type: 'promote', outageId: found.outageId, by: caller.actor, policy: desk.policy },
    ...{ desk: roomOf(rooms.desk, desk.file), followers: followersExceptOrigin(origin, rooms, report.project.id, desk.file) },
  });
  return await settled(outcome, caller, services);
};

export const requestPresses = {
  'report-as-request': { needs: 'begin', run: asRequest },
  'report-anyway': { needs: 'begin', run: anyway },
  'request-answer-form': { needs: 'resolve', run: opens(answering) },
  'request-answer': { needs: 'resolve', run: sends(answering) },
  'request-promote': { needs: 'promote', run: promote },
} satisfies Partial<Presses>;
