/** The addresses of on-call calendars: an engineer makes them, reads each once, alone, and withdraws them. */
import { z } from 'zod';
import { type CalendarFormView, calendarForm, calendarMade, calendarOf } from '../../cards/on-call/calendar.ts';
import type { CalendarDesk } from '../../engine/ports/desk.ts';
import { cardReply, type Find, type Presses, reading, sentence, type Turn, whenFound } from '../command.ts';
import { type Form, formPresses, openForm, sendForm } from '../forms/form.ts';

type Own = { readonly calendars: CalendarDesk; readonly has: readonly string[] };

/** What this person has; without an address of the bot there are no calendars. */
const findOwn: Find<unknown, Own> = async (_data, { calendars, actor, words }) =>
  calendars
    ? { found: { calendars, has: (await calendars.of(actor.id)).map(({ of }) => of) } }
    : { reply: sentence(words.onCall.calendar.off) };

const viewOf = ({ desk, words, actor }: Turn) => ({ desk, words, person: actor });
const draw = (has: readonly string[], state: Pick<CalendarFormView, 'filled' | 'errors' | 'hint' | 'fix'>, turn: Turn) =>
  calendarForm({ ...viewOf(turn), ...state, has });

const form: Form<Own, 'what'> = {
  verb: 'on-call-calendar',
  find: findOwn,
  fields: ['what'],
  draw: ({ has }, state, turn) => draw(has, state, turn),
  drawUnread: (_data, state, turn) => draw([], state, turn),
  async send({ calendars }, { what = '' }, turn) {
    if (calendarOf(what, viewOf(turn)) === null) return { errors: { what: turn.words.onCall.errors.choose } };
    const address = await calendars.make({ personId: turn.actor.id, of: what });
    return { reply: { ...cardReply(calendarMade(viewOf(turn), what, address)), form: 'again' }, sent: true };
  },
};

const open = whenFound(findOwn, (own, turn) => openForm(form, own, { what: turn.actor.id }, turn));

const whichSchema = z.object({ what: z.string().max(200) });
const withdraw = reading(whichSchema, async ({ what }, turn) => {
  const { calendar } = turn.words.onCall;
  const own = await findOwn(null, turn);
  if ('reply' in own) return own.reply;
  const withdrawn = await own.found.calendars.withdraw({ personId: turn.actor.id, of: what });
  const hint = withdrawn ? calendar.withdrawn(calendarOf(what, viewOf(turn)) ?? what) : calendar.none;
  const has = own.found.has.filter((of) => of !== what);
  return cardReply(draw(has, { filled: { what }, errors: {}, hint }, turn));
});

export const calendarPresses = {
  ...formPresses('on-call', 'on-call-calendar', open, sendForm(form)),
  'on-call-calendar-end': { needs: 'on-call', run: withdraw },
} satisfies Partial<Presses>;
