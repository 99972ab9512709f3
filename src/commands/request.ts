/** What engineers press on a support request: they answer it, or make it an outage. */
import { answerForm } from '../cards/request/news.ts';
import { followersExceptOrigin, roomOf } from '../desk/rooms.ts';
import { type Presses, sentence, whenFound } from './command.ts';
import { engineerForm, withText } from './forms/outage-form.ts';
import { outageOnCard, showOutcome } from './forms/outage-press.ts';

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
  'request-promote': { needs: 'promote', run: promote },
} satisfies Partial<Presses>;
