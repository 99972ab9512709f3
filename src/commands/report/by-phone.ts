/** A report by phone: an engineer or a dispatcher reports what a caller says, and an engineer may acknowledge it with the same tap. */
import { z } from 'zod';
import { errorText } from '../../cards/base/inputs.ts';
import { type FormState, sentenceCard, type Texts } from '../../cards/layouts/layouts.ts';
import {
  CALL_FIELDS,
  type CallField,
  type CallTarget,
  callForm,
  callInviteCard,
  SOMEBODY_ELSE,
  TAKE,
} from '../../cards/report/by-phone.ts';
import { asName, readersClock } from '../../cards/text.ts';
import type { Project, Scenario } from '../../desk/desk-file.ts';
import { followersOf, roomOf } from '../../desk/rooms.ts';
import { offered } from '../../desk/scenarios/schema.ts';
import type { Outcome } from '../../engine/handle.ts';
import { isEngineer } from '../../outage/permissions.ts';
import { isOpen, type Outage, outageName } from '../../outage/types/outage.ts';
import { partsOf } from '../../outage/types/person-key.ts';
import { type Contact, everybodyOnce, isRead, ownChatIn, type Person, type Report } from '../../outage/types/values.ts';
import { zoneOfPhone } from '../../report/phones.ts';
import { type FieldError, isBlank, isTrue } from '../../report/step.ts';
import { chooseAmong, environmentsOf, type Place } from '../../report/steps/confirmation.ts';
import { zoneOf } from '../../report/steps/details.ts';
import { readText } from '../../report/texts.ts';
import { isReporter } from '../authorize/access.ts';
import { explain } from '../authorize/rejection-text.ts';
import {
  type Command,
  cardReply,
  type Find,
  orInCompany,
  type Presses,
  type Reply,
  refusing,
  sayLine,
  says,
  sentence,
  type Turn,
  whenFound,
} from '../command.ts';
import { backTo, claimedIn, enteredIn, type Form, type FormResult, formPresses, openForm, sendForm } from '../forms/form.ts';
import { showOutage } from '../forms/outage-press.ts';
import { showOwn } from '../forms/own-outage.ts';
import { withoutDesk } from '../setup.ts';
import { lastContact } from './report-outage.ts';

/** Open outages of one environment that are named; of more, the earliest. */
const MOST_SHOWN = 5;

/** `take`: whether it is acknowledged at once. */
type Call = { readonly target: CallTarget; readonly take: boolean };

const callSchema = z.object({
  call: z.guid().optional(),
  project: z.string().max(200).optional(),
  choice: z.literal(TAKE).optional().catch(undefined),
  shown: z.array(z.guid()).max(MOST_SHOWN).catch([]),
});

/** The call that a button names, or a new one. null: the button is none of ours. */
function callIn(data: unknown, { newId }: Turn): Call | null {
  const read = callSchema.safeParse(data ?? {}).data;
  if (!read) return null;
  const { call = newId(), project, choice, shown } = read;
  return { target: { call, project, shown }, take: choice === TAKE };
}

const findCall: Find<unknown, Call> = async (data, turn) => {
  const found = callIn(data, turn);
  return found ? { found } : { reply: sentence(turn.words.refusals.oldCard) };
};

const projectsOf = ({ project }: CallTarget, { desk }: Turn): readonly Project[] =>
  desk.file.projects.filter(({ id }) => project === undefined || id === project);

/** Nobody takes a call of their own. */
const callersOf = (projects: readonly Project[], { desk, actor }: Turn): readonly Person[] =>
  projects.flatMap(({ id }) => desk.members.listedIn(id)).filter(({ id }) => id !== actor.id);

function draw({ target }: Call, state: FormState<CallField>, turn: Turn) {
  const { desk, words, actor } = turn;
  const projects = projectsOf(target, turn);
  const customer = target.project === undefined ? '' : (projects[0]?.name ?? '');
  const callers = everybodyOnce(callersOf(projects, turn));
  return callForm({ ...state, target, customer, places: environmentsOf(desk, projects), callers, desk, words, mayTake: isEngineer(actor) });
}

/** It reads nothing but the desk file and the card, so it is drawn in the same way while the store is away. */
const form: Form<Call, CallField> = {
  verb: 'report-for',
  find: findCall,
  // What one customer said must not stand in the form of another.
  about: ({ target }) => target.project ?? '',
  fields: CALL_FIELDS,
  draw,
  drawUnread: (data, state, turn) => draw(callIn(data, turn) ?? { target: { call: turn.newId(), shown: [] }, take: false }, state, turn),
  send,
};

const open = async (call: Call, turn: Turn): Promise<Reply> => (await withoutDesk(turn)) ?? (await openForm(form, call, {}, turn));

export const reportFor: Command = {
  name: 'report for',
  needs: 'report-for',
  // "/outage for two hours nobody can sign in" is a report with that title.
  parse: says(/^\/?report(?:\s+by\s+phone[.!]?$|\s+for(?=\s|$))\s*([\s\S]{0,200})$/i),
  async run(typed, turn) {
    const { desk, words } = turn;
    const say = words.report.byPhone;
    const customers = typed === '' ? [] : customersNamed(typed, desk.file.projects);
    const [customer, another] = customers;
    if (another) return cardReply(callInviteCard(turn, say.whichCustomer(asName(typed)), customers));
    if (typed !== '' && !customer) return sayLine(say.noCustomer(asName(typed)), turn);
    if (customer && desk.productionOf(customer).length === 0) return sayLine(say.nothingToReport(asName(customer.name)), turn);
    const target = { call: turn.newId(), project: customer?.id, shown: [] };
    const opened = await open({ target, take: false }, turn);
    const isForm = opened.type === 'card' && opened.form !== undefined;
    return isForm ? orInCompany(opened, turn, async () => cardReply(callInviteCard(turn, say.inRoom, customers))) : opened;
  },
};

/** Letters that are no other letter with a mark. */
const ALIKE: Readonly<Record<string, string>> = { ø: 'o', æ: 'ae', œ: 'oe', ß: 'ss', ł: 'l', đ: 'd' };
const plainly = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[øæœßłđ]/g, (letter) => ALIKE[letter] ?? letter)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The customers whom people mean by this: by the whole name or id, else by a part of it. Capitals, accents and signs do not matter. */
export function customersNamed<Customer extends { readonly id: string; readonly name: string }>(
  typed: string,
  customers: readonly Customer[],
): readonly Customer[] {
  const wanted = plainly(typed);
  const fits = (is: (text: string) => boolean) => customers.filter(({ id, name }) => [id, name].some((one) => is(plainly(one))));
  const whole = fits((text) => text === wanted);
  return whole.length > 0 || wanted === '' ? whole : fits((text) => text.includes(wanted));
}

type Read = {
  readonly place: Place;
  readonly caller: Person | null;
  readonly report: Omit<Report, 'contact'>;
  readonly contact: Pick<Contact, 'name' | 'phone'>;
};

/** What was entered, or what is wrong with which field. `caller`: the member of the project who calls; null: Teams does not know them. */
function readCall({ target }: Call, filled: Texts<CallField>, turn: Turn): Read | { readonly errors: Texts<CallField> } {
  const { desk, words } = turn;
  const entered = { ...filled, timeZone: turn.timeZone || desk.file.desk.timeZone };
  const wrong = (error: FieldError | null | undefined) => errorText(error ?? undefined, words, { timeZone: entered.timeZone, desk });
  const chosen = chooseAmong(environmentsOf(desk, projectsOf(target, turn)), { environment: filled.place });
  const place = 'part' in chosen ? chosen.part : null;
  const isListed = !isBlank(filled.caller ?? '') && filled.caller !== SOMEBODY_ELSE;
  const caller = (isListed && place && callersOf([place.project], turn).find(({ id }) => id === filled.caller)) || null;
  const name = isListed ? { text: caller?.name ?? '', error: null } : readText('name', entered, desk);
  const phone = readText('phone', entered, desk);
  const scenario = desk.file.scenarios.find((one) => one.id === filled.scenario && isOffered(one, place, turn));
  const title = readText('title', entered, desk);
  const description = isBlank(filled.description ?? '') ? { text: '', error: null } : readText('description', entered, desk);
  const errors = {
    place: 'errors' in chosen ? wrong(chosen.errors.environment) : '',
    caller: isListed && place && !caller ? words.report.byPhone.notOfCustomer : '',
    name: wrong(name.error),
    phone: wrong(phone.error),
    scenario: scenario ? '' : wrong(filled.scenario ? 'unknown-choice' : 'required'),
    title: wrong(title.error),
    description: wrong(description.error),
  };
  if (!place || !scenario || Object.values(errors).some(Boolean)) return { errors };
  const { project, environment } = place;
  const report = {
    project: { id: project.id, name: project.name },
    environment: { id: environment.id, name: environment.name, url: environment.url },
    scenario: { id: scenario.id, title: scenario.title },
    title: title.text,
    description: description.text,
    beganAt: null,
    affected: 'unsure',
    impact: '',
    recentChanges: '',
    answers: [],
    ...(caller ? {} : { onBehalfOf: name.text }),
  };
  return { place, caller, report, contact: { name: name.text, phone: phone.text } };
}

const isOffered = (scenario: Scenario, place: Place | null, { desk }: Turn): boolean =>
  !scenario.redirect && (!place || offered(scenario, place.environment, desk.file.products));

async function send(call: Call, filled: Texts<CallField>, turn: Turn): Promise<FormResult<Call, CallField>> {
  const { desk, words, actor } = turn;
  const rooms = desk.roomsIn(await turn.rooms.all());
  if (!rooms.desk) return { reply: refusing(words.setup.notSent, sentence(words.setup.notSent)), sent: false };
  const read = readCall(call, filled, turn);
  if ('errors' in read) return read;
  const { place, caller, contact } = read;
  const asked = await askWhetherSame(call, filled, place, turn);
  if (asked) return asked;
  const own = desk.file.desk.tenant;
  const outcome = await turn.handle({
    type: 'report',
    outageId: call.target.call,
    by: caller ? { ...caller, roles: ['customer'] } : actor,
    takenBy: actor,
    report: { ...read.report, contact: await contactOf(contact, caller, turn) },
    origin: ownChatIn(caller ? (partsOf(caller.id).tenantId ?? own) : own, caller !== null),
    desk: roomOf(rooms.desk, desk.file),
    followers: followersOf(rooms, place.project.id, desk.file),
    policy: desk.policy,
    drill: null,
    request: null,
    declined: call.target.shown,
  });
  if (!outcome.ok) return { reply: sentence(await explain(outcome, turn)), sent: false };
  return { reply: await show(outcome.recorded.outage, call.take ? await take(outcome, turn) : null, turn), sent: true };
}

/** What else is open in this environment; null: nothing, or the person read of all of it and reports all the same. */
async function askWhetherSame(
  call: Call,
  filled: Texts<CallField>,
  { project, environment }: Place,
  turn: Turn,
): Promise<FormResult<Call, CallField> | null> {
  const same = { environmentId: environment.id };
  const found = await turn.outages.similar({ projects: [project.id], same, limit: MOST_SHOWN + 1 });
  const others = found.filter(({ id }) => id !== call.target.call).slice(0, MOST_SHOWN);
  const read = await Promise.all(others.map(({ id }) => turn.outages.read(id)));
  const outages = read.flatMap((one) => one?.outage ?? []).filter(isOpen);
  const [first] = outages;
  if (!first || (isTrue(filled.anyway) && outages.every(({ id }) => call.target.shown.includes(id)))) return null;
  const fix = turn.words.report.byPhone.openThere(turn.words.formats.list(outages.map(outageName)), outageName(first));
  return { fix, subject: { ...call, target: { ...call.target, shown: outages.map(({ id }) => id) } } };
}

/** What is known of the caller from their own last report, so that nobody asks them for it on the phone. */
async function contactOf(said: Read['contact'], caller: Person | null, turn: Turn): Promise<Contact> {
  const { desk, timeZone } = turn;
  const last = caller && (await lastContact(turn.outages, caller.id));
  const zone = last?.timeZone ?? zoneOfPhone(said.phone) ?? zoneOf({ timeZone: timeZone || desk.file.desk.timeZone });
  const { email = '', secondContact = '', language = desk.file.desk.languages[0]?.id ?? '' } = last ?? {};
  // They had said it of that number.
  const aroundTheClock = last?.phone === said.phone && last.aroundTheClock;
  return { ...said, email, aroundTheClock, secondContact, timeZone: zone, language };
}

/** Acknowledges what was just reported. A second tap, or one on an old card, takes nothing that came back since; null: it took nothing. */
async function take({ recorded: { outage } }: Outcome & { ok: true }, { actor, handle }: Turn): Promise<Outcome | null> {
  if (!isEngineer(actor) || outage.state !== 'reported' || outage.back) return null;
  return await handle({ type: 'acknowledge', outageId: outage.id, by: actor });
}

/** The outage as whoever took the call may see it, with what to tell the caller. */
async function show(reported: Outage, taken: Outcome | null, turn: Turn): Promise<Reply> {
  const { words } = turn;
  const say = words.report.byPhone;
  const outage = taken?.recorded?.outage ?? reported;
  const sent = say.sent(outageName(outage), asName(outage.report.contact.name), isRead(outage.origin));
  const said = words.formats.joined([sent, taken && !taken.ok ? await explain(taken, turn) : '']);
  if (isEngineer(turn.actor)) return saying(await showOutage(outage, turn, said), said);
  if (isReporter(turn, outage)) return saying(await showOwn(outage, turn, said), said);
  const by = readersClock(outage.acknowledgeBy, await turn.outages.now(), turn.words);
  return saying(cardReply(sentenceCard(turn, said, [say.next(by)])), said);
}
const saying = (reply: Reply, said: string): Reply => (reply.type === 'card' ? { ...reply, said } : reply);

export const byPhonePresses = {
  ...formPresses('report-for', 'report-for', whenFound(findCall, open), sendForm(form)),
  'report-for-cancel': {
    needs: 'report-for',
    async run(data, turn) {
      // The next caller is another one.
      await turn.forms.drop(turn.actor.id, enteredIn('report-for', claimedIn(data)));
      return backTo(cardReply(sentenceCard(turn, turn.words.report.form.closed)), turn);
    },
  },
} satisfies Partial<Presses>;
