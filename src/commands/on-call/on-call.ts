/** `/outage on-call`: who is on call now and next. An engineer takes a level, covers for somebody, or ends that. */
import { z } from 'zod';
import type { Card } from '../../cards/base/card.ts';
import type { FormVerb } from '../../cards/base/verbs.ts';
import type { FormState, Texts } from '../../cards/layouts/layouts.ts';
import {
  coverForm,
  endForm,
  type OnCallFormView,
  type OnCallView,
  onCallCard,
  takeForm,
  targetValue,
} from '../../cards/on-call/on-call.ts';
import { asName, readersClock } from '../../cards/text.ts';
import { HOUR_MS, instantOf, localTime, readLocal, writeLocal } from '../../desk/on-call/local-time.ts';
import { HORIZON_MS, type Override, weekFrom } from '../../desk/on-call/roster.ts';
import { type Instant, LEVELS, type Person } from '../../outage/types/values.ts';
import { asInput } from '../../report/draft.ts';
import { readDates, readTime } from '../../report/typed.ts';
import { audienceOfRoom } from '../authorize/access.ts';
import {
  type Command,
  cardReply,
  type Find,
  forRoom,
  orInCompany,
  type Press,
  type Presses,
  type Reply,
  sayLine,
  says,
  type Turn,
  whenFound,
} from '../command.ts';
import { backTo, type Form, formPresses, giveForm, openForm, sendForm } from '../forms/form.ts';

const SHORTEST_OFFER_MS = 8 * HOUR_MS;

/** The inputs of the forms, by their ids. */
const ENTERED = ['what', 'untilDate', 'untilTime'] as const;
const endSchema = z.object({ what: z.string().max(100).catch('') });

export const onCall: Command = {
  name: '/outage on-call',
  needs: 'on-call',
  menu: ['room', 'slash'],
  parse: says(/^\/?(?:(?:outage|who(?:['\u2019]s| is))\s+)?on[- ]?call[.?]?$/i),
  async run(_argument, turn) {
    const reply = cardReply(onCallCard(await viewFor(turn)));
    // By full names, which executives never read, and customers where the desk file lets them.
    const audience = await audienceOfRoom(turn);
    const isForAll = audience === 'internal' || (audience === 'customer' && turn.desk.file.desk.engineerNames === 'full');
    return isForAll ? forRoom(reply) : orInCompany(reply, turn, async () => sayLine(turn.words.look.list.ownChat, turn));
  },
};

const press = (run: (view: OnCallView, turn: Turn, data: unknown) => Promise<Reply>): Press => ({
  needs: 'on-call',
  run: whenFound(findRoster, run),
});

const findRoster: Find<unknown, OnCallView> = async (_data, turn) => ({ found: await viewFor(turn) });

type OverrideForm = {
  readonly draw: (view: OnCallFormView, turn: Turn) => Card;
  /** What stands for "what" when the form is opened. */
  readonly first: string;
  /** What was chosen; null when it is none of the choices. `done`: what came of it, with the time of its end. */
  readonly choose: (what: string, view: OnCallView, turn: Turn) => Chosen | null;
};
type Chosen = { readonly target: Override['target']; readonly done: (when: string) => string };

/** A form by which an engineer takes something over until a time of their choice: its two presses. */
const overrideForm = <Sends extends FormVerb>(verb: Sends, { draw, first, choose }: OverrideForm) => {
  const form: Form<OnCallView, (typeof ENTERED)[number] | 'until'> = {
    verb,
    find: findRoster,
    fields: ENTERED,
    draw: (view, state, turn) => draw({ ...view, ...shownIn(state), zone: zoneOf(view, turn) }, turn),
    drawUnread: (_data, state, turn) => {
      const { desk, words } = turn;
      const zone = zoneOf(turn, turn);
      // The store's clock is away too. The hours of the zone are those of the day that was entered.
      const now = endsOf(state.filled, zone)[0] ?? 0;
      return draw({ desk, words, now, overrides: [], shifts: desk.shifts(0, 0, []), week: [], ...shownIn(state), zone }, turn);
    },
    async send(view, filled, turn) {
      const { errors } = turn.words.onCall;
      const chosen = choose(filled.what ?? '', view, turn);
      const end = readEnd(filled, view, turn);
      if (!chosen || 'error' in end)
        return { errors: { what: chosen ? undefined : errors.choose, until: 'error' in end ? errors[end.error] : undefined } };
      const made = await turn.overrides.make({ personId: turn.actor.id, target: chosen.target, until: end.until });
      const now = await turn.outages.now();
      const reply = await showRoster(turn, made ? chosen.done(readersClock(end.until, now, turn.words, { withDay: true })) : errors.past);
      return { reply, sent: made };
    },
  };
  const open = whenFound(findRoster, (view, turn) => openForm(form, view, freshForm(view, turn, first).filled, turn));
  return formPresses('on-call', verb, open, sendForm(form));
};

const takePresses = overrideForm('on-call-take', {
  draw: takeForm,
  first: LEVELS[0],
  choose(what, _view, { words: { onCall: say } }) {
    const level = LEVELS.find((one) => one === what);
    return level ? { target: { level }, done: (when) => say.took(level, when) } : null;
  },
});

const coverPresses = overrideForm('on-call-cover', {
  draw: (view, turn) => coverForm(view, othersOf(view, turn)),
  first: '',
  choose(what, view, turn) {
    const covered = othersOf(view, turn).find(({ id }) => id === what);
    if (!covered) return null;
    return { target: { insteadOf: covered.id }, done: (when) => turn.words.onCall.covering(asName(covered.name), when) };
  },
});

/** Ends what somebody took; of several things they say which. */
async function end(view: OnCallView, turn: Turn, data: unknown): Promise<Reply> {
  const own = view.overrides.filter(({ personId }) => personId === turn.actor.id);
  const what = endSchema.safeParse(data).data?.what ?? '';
  const ending = own.find(({ target }) => targetValue(target) === what) ?? (what === '' && own.length === 1 ? own[0] : undefined);
  if (!ending && what === '' && own.length > 1)
    return await giveForm('opened', turn, { hint: '' }, (said) => endForm({ ...freshForm(view, turn), ...said }, own));
  const ended = ending !== undefined && (await turn.overrides.end(ending));
  return await showRoster(turn, ended ? turn.words.onCall.ended : turn.words.onCall.noneOfYours);
}

/** The roster as it is now; the person who pressed also reads what came of it. */
async function showRoster(turn: Turn, hint: string): Promise<Reply> {
  const view = await viewFor(turn);
  return cardReply(onCallCard(view, { hint }), turn.place.kind === 'personal' ? undefined : onCallCard(view));
}

/** In company its days are those of the desk. */
async function viewFor({ words, desk, outages, overrides, place, timeZone }: Turn): Promise<OnCallView> {
  const [now, byHand] = await Promise.all([outages.now(), overrides.list()]);
  const zone = (place.kind === 'personal' && timeZone) || desk.file.desk.timeZone;
  return { desk, words, now, overrides: byHand, shifts: desk.shifts(now, now + HORIZON_MS, byHand), week: weekFrom(now, zone), zone };
}

/** The people for whom somebody can cover: everybody else on the roster. */
const othersOf = ({ desk }: OnCallView, { actor }: Turn): readonly Person[] =>
  desk.onRoster.filter(({ id }) => id !== actor.id).sort((a, b) => a.name.localeCompare(b.name, 'en'));

const zoneOf = ({ desk }: Pick<OnCallView, 'desk'>, { timeZone }: Turn): string => timeZone || desk.file.desk.timeZone;

/** A form as it is opened. It offers a full hour, at least a working day from now. */
function freshForm(view: OnCallView, turn: Turn, what = ''): OnCallFormView {
  const zone = zoneOf(view, turn);
  const { date, time } = writeLocal(Math.ceil(localTime(view.now, zone) / HOUR_MS) * HOUR_MS + SHORTEST_OFFER_MS);
  return { ...view, zone, filled: { what, untilDate: date, untilTime: time }, errors: {}, hint: '' };
}

/** Clients send a day and a time in many shapes; an input shows one. */
function shownIn(state: FormState<(typeof ENTERED)[number] | 'until'>) {
  const { untilDate = '', untilTime = '' } = state.filled;
  return { ...state, filled: { ...state.filled, untilDate: asInput('date', untilDate), untilTime: asInput('time', untilTime) } };
}

const endsOf = ({ untilDate = '', untilTime = '' }: Texts<(typeof ENTERED)[number]>, zone: string): readonly Instant[] =>
  readDates(untilDate)
    .map((day) => readLocal(day, readTime(untilTime) ?? ''))
    .flatMap((local) => (local === null ? [] : [instantOf(local, zone)]));

/** When it ends, or what is wrong with the time that was entered. */
function readEnd(
  filled: Texts<(typeof ENTERED)[number]>,
  view: OnCallView,
  turn: Turn,
): { readonly until: Instant } | { readonly error: 'not-a-time' | 'past' | 'too-far' } {
  const ends = endsOf(filled, zoneOf(view, turn));
  const possible = ends.filter((end) => end > view.now && end <= view.now + HORIZON_MS);
  const [first] = ends;
  // The day and the month may be in either order, and both may be possible.
  if (first === undefined || possible.length > 1) return { error: 'not-a-time' };
  return possible[0] ? { until: possible[0] } : { error: first <= view.now ? 'past' : 'too-far' };
}

export const onCallPresses = {
  ...takePresses,
  ...coverPresses,
  'on-call-show': press(async (view, turn) => backTo(cardReply(onCallCard(view)), turn)),
  'on-call-end': press(end),
} satisfies Partial<Presses>;
