/** `/outage on-call`: who has it now and next; an engineer takes a level, covers for somebody, or ends that. */
import { z } from 'zod';
import {
  coverForm,
  endForm,
  type OnCallEntered,
  type OnCallErrors,
  type OnCallFormView,
  takeForm,
  targetValue,
} from '../cards/on-call/forms.ts';
import { type OnCallView, onCallCard } from '../cards/on-call/on-call.ts';
import { readersClock } from '../cards/text/clock.ts';
import { asName } from '../cards/text/safe.ts';
import { HOUR_MS, instantOf, localTime, readLocal, writeLocal } from '../desk/on-call/local-time.ts';
import { HORIZON_MS, type Override } from '../desk/on-call/roster.ts';
import { type Instant, LEVELS, type Person } from '../outage/types/person.ts';
import { type Caller, type Command, cardReply, type PressHandler, type Reply, type Services, says, sentence } from './command.ts';

const SHORTEST_OFFER_MS = 8 * HOUR_MS;

const enteredSchema = z.object({
  what: z.string().max(100).default(''),
  untilDate: z.string().max(20).default(''),
  untilTime: z.string().max(20).default(''),
});

export const onCall: Command = {
  name: '/outage on-call',
  needs: 'on-call',
  help: (words) => words.commands.onCall,
  menu: ['team'],
  parse: says(/^\/?(?:(?:outage|who(?:['\u2019]s| is))\s+)?on[- ]?call[.?]?$/i),
  async run(_argument, caller, services) {
    return cardReply(onCallCard(await viewFor(caller, services)));
  },
};

const pressed =
  (press: (data: unknown, view: OnCallView, caller: Caller, services: Services) => Promise<Reply>): PressHandler =>
  async (data, caller, services) =>
    await press(data, await viewFor(caller, services), caller, services);

export const onCallShowPress = pressed(async (_data, view) => cardReply(onCallCard(view)));
export const openTakeForm = pressed(async (_data, view, caller) => cardReply(takeForm(freshForm(view, caller, LEVELS[0]))));
export const openCoverForm = pressed(async (_data, view, caller) => cardReply(coverForm(freshForm(view, caller), othersOf(view, caller))));

export const onCallTakePress = pressed(async (data, view, caller, services) => {
  const form = readForm(data, view, caller);
  if (!form) return sentence(caller.words.refused.oldCard);
  const level = LEVELS.find((one) => one === form.entered.what);
  if (!level || form.until === null) return cardReply(takeForm(complaining(form, view, level !== undefined)));
  const { words } = caller;
  return await make({ level }, form.until, caller, services, (when) => words.onCall.took(level, when));
});

export const onCallCoverPress = pressed(async (data, view, caller, services) => {
  const form = readForm(data, view, caller);
  if (!form) return sentence(caller.words.refused.oldCard);
  const others = othersOf(view, caller);
  const covered = others.find(({ id }) => id === form.entered.what);
  if (!covered || form.until === null) return cardReply(coverForm(complaining(form, view, covered !== undefined), others));
  return await make({ insteadOf: covered.id }, form.until, caller, services, (when) =>
    caller.words.onCall.covering(asName(covered.name), when),
  );
});

/** The only thing that somebody took ends at once; of several the person says which. */
export const onCallEndPress = pressed(async (data, view, caller, services) => {
  const own = view.overrides.filter(({ personId }) => personId === caller.actor.id);
  const asked = enteredSchema.safeParse(data).data?.what ?? '';
  const ending = own.find(({ target }) => targetValue(target) === asked) ?? (asked === '' && own.length === 1 ? own[0] : undefined);
  if (!ending && asked === '' && own.length > 1) return cardReply(endForm(freshForm(view, caller), own));
  const ended = ending !== undefined && (await services.overrides.end(ending));
  return await shown(caller, services, ended ? caller.words.onCall.ended : caller.words.onCall.noneOfYours);
});

async function make(
  target: Override['target'],
  until: Instant,
  caller: Caller,
  services: Services,
  say: (when: string) => string,
): Promise<Reply> {
  const made = await services.overrides.make({ personId: caller.actor.id, target, until });
  const now = await services.outages.now();
  return await shown(caller, services, made ? say(readersClock(until, now)) : caller.words.onCall.errors.past);
}

/** The roster as it is now: for the one who pressed with what came of it, for everybody else without. */
async function shown(caller: Caller, services: Services, hint: string): Promise<Reply> {
  const view = await viewFor(caller, services);
  return cardReply(onCallCard(view, { hint }), caller.place.kind === 'personal' ? undefined : onCallCard(view));
}

async function viewFor({ words }: Caller, { desk, outages, overrides }: Services): Promise<OnCallView> {
  const [now, byHand] = await Promise.all([outages.now(), overrides.list()]);
  return { desk, words, now, overrides: byHand, shifts: desk.shifts(now, now + HORIZON_MS, byHand) };
}

/** For whom one can cover: everybody on the roster but oneself. */
const othersOf = ({ desk }: OnCallView, { actor }: Caller): readonly Person[] =>
  desk.onRoster.filter(({ id }) => id !== actor.id).sort((a, b) => a.name.localeCompare(b.name, 'en'));

const zoneOf = ({ desk }: OnCallView, { timeZone }: Caller): string => timeZone || desk.file.desk.timeZone;

/** A form as it is opened: until a full hour, not sooner than a working day from now. */
function freshForm(view: OnCallView, caller: Caller, what = ''): OnCallFormView {
  const zone = zoneOf(view, caller);
  const { date, time } = writeLocal(Math.ceil(localTime(view.now, zone) / HOUR_MS) * HOUR_MS + SHORTEST_OFFER_MS);
  return { ...view, zone, entered: { what, untilDate: date, untilTime: time }, errors: {} };
}

type Form = { readonly zone: string; readonly entered: OnCallEntered } & (
  | { readonly until: Instant; readonly error?: undefined }
  | { readonly until: null; readonly error: NonNullable<OnCallErrors['until']> }
);

/** What was entered, with its time; null when it comes from no form of ours. */
function readForm(data: unknown, view: OnCallView, caller: Caller): Form | null {
  const parsed = enteredSchema.safeParse(data);
  if (!parsed.success) return null;
  const zone = zoneOf(view, caller);
  const local = readLocal(parsed.data.untilDate, parsed.data.untilTime);
  const form = { zone, entered: parsed.data };
  if (local === null) return { ...form, until: null, error: 'not-a-time' };
  const until = instantOf(local, zone);
  if (until <= view.now) return { ...form, until: null, error: 'past' };
  if (until > view.now + HORIZON_MS) return { ...form, until: null, error: 'too-far' };
  return { ...form, until };
}

/** The same form with what was entered, and what is wrong with it. */
const complaining = ({ zone, entered, error }: Form, view: OnCallView, chosen: boolean): OnCallFormView => ({
  ...view,
  zone,
  entered,
  errors: { what: chosen ? undefined : 'choose', until: error },
});
