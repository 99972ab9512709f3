/** What is no outage: the two ways on from the card that says so, and what engineers press on a request. */
import { answerForm } from '../cards/request/news.ts';
import { followersExceptOrigin, roomOf } from '../desk/rooms.ts';
import type { Draft } from '../report/draft.ts';
import { sendAnyway, sendAsRequest } from '../report/request.ts';
import type { Advance, StepContext } from '../report/step.ts';
import { type Presses, type PressHandler, sentence, whenFound } from './command.ts';
import { engineerForm, withText } from './forms/outage-form.ts';
import { outageOnCard, showOutcome } from './forms/outage-press.ts';
import { eligibleDraft } from './report/drafts.ts';
import { answerStep } from './report/report-presses.ts';

/** Goes another way with the draft. Then it is as with any step: the next card is shown, or the report is sent. */
const goOn = (way: (draft: Draft, context: StepContext) => Advance): PressHandler =>
  whenFound(eligibleDraft, async ({ draft, projects }, turn) => {
    const context = { desk: turn.desk, projects, now: await turn.outages.now() };
    // An outage whose scenario is in no list may be open already, too.
    return await answerStep(way(draft, context), turn, { chose: true });
  });

const { presses: answerPresses } = engineerForm({
  needs: 'resolve',
  verb: 'request-answer',
  fields: ['text'],
  draw: answerForm,
  action: withText('text', (text, { common, seen }) => ({ ...common, type: 'resolve', text, seen })),
});

/** From now on it is as a report that comes in now: with today's desk, followers and promise. */
const promote = whenFound(outageOnCard, async ({ outage: { id, report, origin } }, turn) => {
  const { desk } = turn;
  const rooms = desk.roomsIn(await turn.rooms.all());
  if (!rooms.desk) return sentence(turn.words.setup.notSent);
  const outcome = await turn.handle({
    type: 'promote',
    outageId: id,
    by: turn.actor,
    policy: desk.policy,
    desk: roomOf(rooms.desk, desk.file),
    followers: followersExceptOrigin(origin, rooms, report.project.id, desk.file),
  });
  return await showOutcome(outcome, turn);
});

export const requestPresses = {
  ...answerPresses,
  'report-as-request': { needs: 'begin', run: goOn(sendAsRequest) },
  'report-anyway': { needs: 'begin', run: goOn(sendAnyway) },
  'request-promote': { needs: 'promote', run: promote },
} satisfies Partial<Presses>;
