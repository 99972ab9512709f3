/** "This is us too": joining an outage instead of reporting it again, and what whoever joined can do. Each press is asked of the record. */
import { z } from 'zod';
import { joinedCard, joinPhoneForm, leftCard } from '../../cards/affected/joined.ts';
import { fieldWords } from '../../cards/base/field-words.ts';
import { sentenceCard } from '../../cards/layouts/answer.ts';
import { phonesNear } from '../../desk/phones.ts';
import { may } from '../../outage/permissions.ts';
import type { Joined } from '../../outage/types/affected.ts';
import { outageName } from '../../outage/types/numbers.ts';
import { isUnreached, joinedBy, type Outage, requestIn } from '../../outage/types/outage.ts';
import type { Actor } from '../../outage/types/person.ts';
import type { Draft } from '../../report/draft.ts';
import { FIELDS, STEP_IDS } from '../../report/fields.ts';
import { zoneOf } from '../../report/steps/details.ts';
import { answerQuestions } from '../../report/steps/questions.ts';
import { joiningTexts, readText } from '../../report/texts.ts';
import { wordsFor } from '../../words/words.ts';
import { actorForProject } from '../authorize/actor-for-project.ts';
import { cardClock, refusalText } from '../authorize/rejection-text.ts';
import { inTenantOf, isReporter } from '../authorize/visibility.ts';
import {
  type Caller,
  cardReply,
  type Presses,
  PressFailedError,
  type PressHandler,
  type Reply,
  type Services,
  sentence,
} from '../command.ts';
import { dataSchema } from '../forms/outage-press.ts';
import { showOwn } from '../forms/own-outage.ts';
import { dropDraft, findDraft } from '../report/drafts.ts';
import { draftCard } from '../report/report-outage.ts';
import { ownDraft, reportPresses } from '../report/report-presses.ts';
import { decline, MOST_READ, offerToJoin, placeOf } from './join-offer.ts';

const draftSchema = z.object({ draft: z.guid(), step: z.enum(STEP_IDS) });
const joinSchema = draftSchema.extend({ outage: z.guid() });
const notSchema = draftSchema.extend({ shown: z.array(z.guid()).max(MOST_READ) });
const phoneSchema = z.object({ phone: z.string().max(20_000).catch('') });

type Theirs = { readonly outage: Outage; readonly by: Actor };

/** An outage of a project of theirs; of every other one, and of a request, they are told that there is none. */
async function ownProjects(outageId: string, caller: Caller, services: Services): Promise<Theirs | null> {
  const outage = (await services.outages.read(outageId))?.outage;
  if (!outage || outage.drill || requestIn(outage)) return null;
  const by = await actorForProject(outage.report.project.id, caller);
  return may(by, 'join', outage) ? { outage, by } : null;
}

/** What is known of the person: what they entered, else their profile. A number that nobody could call is none. */
async function contactOf(draft: Draft | null, caller: Caller, services: Services): Promise<Joined['contact']> {
  const { languages, timeZone } = services.desk.file.desk;
  const entered = draft?.entered ?? {};
  const profile = await caller.profile();
  const name = entered.name?.trim().slice(0, FIELDS.name.limit) || profile.name;
  const email = entered.email?.trim().slice(0, FIELDS.email.limit) || profile.email;
  const { text: phone } = readText('phone', entered);
  const language = languages.find(({ id }) => id === entered.language) ?? languages[0];
  // The draft keeps what was typed or sent, right or wrong.
  const zone = [entered.timeZone, caller.timeZone, timeZone].find((one) => one && zoneOf({ timeZone: one }) === one) ?? 'UTC';
  return { name, email, phone, timeZone: zone, language: language?.id ?? '' };
}

/** All that they wrote of it, for the desk: the draft is gone afterwards. */
function saidIn(draft: Draft | null, { desk }: Services): string {
  if (!draft) return '';
  const { entered, answers } = draft;
  const answered = answerQuestions(entered, { desk, projects: [], now: 0 }, answers);
  // The desk reads it, so it is named in the words of the desk.
  const fields = fieldWords(wordsFor(undefined));
  const texts = joiningTexts(entered).map(({ id, text, named }) => (named ? `${fields[id].fact}: ${text}` : text));
  const more = 'part' in answered ? answered.part.map(({ question, answer }) => `${question} ${answer}`) : [];
  return [...texts, ...more].join('\n');
}

const joinOutage: PressHandler = async (data, caller, services) => {
  const { refused } = caller.words;
  const parsed = joinSchema.safeParse(data);
  if (!parsed.success) return sentence(refused.oldCard);
  const theirs = await ownProjects(parsed.data.outage, caller, services);
  if (!theirs) return sentence(refused.unknownOutage);
  const { outage, by } = theirs;
  const draft = await findDraft(services.drafts, parsed.data.draft);
  if (draft) {
    // It may be somebody else's card in a group, or have been sent meanwhile.
    const own = await ownDraft(data, caller, services);
    if ('reply' in own) return own.reply;
  }
  const where = draft && (await placeOf(draft, caller, services, 0));
  const { project, environment } = where ?? outage.report;
  const said = saidIn(draft, services);
  const outcome = await services.handle({
    ...{ type: 'join', outageId: outage.id, by },
    project: { id: project.id, name: project.name },
    environment: { id: environment.id, name: environment.name },
    contact: await contactOf(draft, caller, services),
    said,
    origin: { ...caller.place, cardId: caller.cardId },
  });
  if (outcome.ok) {
    // It was theirs already, so nobody was told what they wrote now.
    if (said && outcome.events.length === 0)
      return await showJoined(outcome.recorded.outage, caller, services, caller.words.joining.notAdded);
    if (draft) await dropDraft(services.drafts, draft);
    return await showJoined(outcome.recorded.outage, caller, services, unreachedHint(outcome.recorded.outage, caller, services));
  }
  const text = refusalText(outcome.rejection, outage, caller.words, cardClock(await services.outages.now()));
  if (!draft) return sentence(text);
  // It ended in between: what else is open is offered, or the report goes on.
  const hint = `${text} ${caller.words.joining.offer.ended}`;
  const offer = await offerToJoin(draft, caller, services, hint);
  if (offer) return cardReply(offer);
  return cardReply(await draftCard(draft, caller, services, {}, hint));
};

/** Who joins after the others were told that the desk's channel is not reached has to hear it too. */
function unreachedHint(outage: Outage, { words, timeZone }: Caller, { desk }: Services): string {
  const name = outageName(outage);
  if (!isUnreached(outage)) return '';
  return `${words.unreached.heading(name)}. ${words.unreached.call(phonesNear(desk.file.desk.phones, timeZone, words.formats.or), name)}`;
}

/** What somebody sees who is affected: their own report, or the card of whoever joined. */
async function showJoined(outage: Outage, caller: Caller, services: Services, hint = ''): Promise<Reply> {
  if (isReporter(caller, outage)) return await showOwn(outage, caller, services, hint);
  const joined = joinedBy(outage, caller.actor.id);
  const view = { outage, desk: services.desk, words: caller.words, now: await services.outages.now() };
  if (joined) return cardReply(joinedCard(view, joined, { own: caller.place.kind === 'personal', hint }));
  const mine = outage.absorbed.find(({ reporter }) => reporter.id === caller.actor.id);
  const own = mine && (await services.outages.read(mine.id))?.outage;
  return own ? await showOwn(own, caller, services, hint) : sentence(hint || caller.words.joining.joined.notJoined);
}

/** "Ours is another one": they are not asked about these again. At the review it is sent. */
const notThese: PressHandler = async (data, caller, services) => {
  const parsed = notSchema.safeParse(data);
  if (!parsed.success) return sentence(caller.words.refused.oldCard);
  const own = await ownDraft(data, caller, services);
  if ('reply' in own) return own.reply;
  await decline(own.draft, parsed.data.shown, services.cache);
  // Only the offer that stood before Done sends: an older one brings no inputs, and must not clear what was entered since.
  const sends = parsed.data.step === 'review' && own.draft.step === 'review';
  return await reportPresses[sends ? 'report-done' : 'report-stay'].run(data, caller, services);
};

/** Reads which outage a button means, and how this person joined it. */
async function joinedOutage(data: unknown, caller: Caller, services: Services): Promise<(Theirs & { joined: Joined }) | { reply: Reply }> {
  const { refused, joining } = caller.words;
  const parsed = dataSchema.safeParse(data);
  if (!parsed.success) return { reply: sentence(refused.oldCard) };
  const theirs = await ownProjects(parsed.data.outage, caller, services);
  const joined = theirs && joinedBy(theirs.outage, caller.actor.id);
  // To everybody else the answer is the same, whether there is such an outage or not.
  return theirs && joined ? { ...theirs, joined } : { reply: sentence(joining.joined.notJoined) };
}

const show: PressHandler = async (data, caller, services) => {
  const own = await joinedOutage(data, caller, services);
  return 'reply' in own ? own.reply : await showJoined(own.outage, caller, services);
};

/** Who was taken off the project, or of whom Teams tells nothing now, may leave all the same: it says no more than they know. */
async function toLeave(data: unknown, caller: Caller, services: Services): Promise<Outage | null> {
  const id = dataSchema.safeParse(data).data?.outage;
  const outage = id ? (await services.outages.read(id))?.outage : null;
  return outage && inTenantOf(caller, outage) && joinedBy(outage, caller.actor.id) ? outage : null;
}

/** Where it is handled now: whoever had joined went with it. */
async function handledIn(outage: Outage, services: Services): Promise<Outage> {
  const into = outage.state === 'merged' ? (await services.outages.read(outage.into.id))?.outage : null;
  return into ? await handledIn(into, services) : outage;
}

const leave: PressHandler = async (data, caller, services) => {
  const { notJoined } = caller.words.joining.joined;
  const outage = await toLeave(data, caller, services);
  if (!outage) return sentence(notJoined);
  const { id, report } = await handledIn(outage, services);
  const outcome = await services.handle({ type: 'leave', outageId: id, by: await actorForProject(report.project.id, caller) });
  if (!outcome.ok) return sentence(notJoined);
  // It had ended: there is nothing to hear any more.
  if (joinedBy(outcome.recorded.outage, caller.actor.id))
    return (await ownProjects(outage.id, caller, services)) ? await showJoined(outage, caller, services) : sentence(notJoined);
  const view = { desk: services.desk, words: caller.words };
  const card = leftCard(view, outage);
  return cardReply(
    card,
    caller.place.kind === 'personal' ? card : sentenceCard(view, caller.words.joining.joined.leftHere(outageName(outage))),
  );
};

const openPhoneForm: PressHandler = async (data, caller, services) => {
  const own = await joinedOutage(data, caller, services);
  if ('reply' in own) return own.reply;
  const { outage, joined } = own;
  const target = { outage: outage.id, version: outage.version };
  return cardReply(joinPhoneForm({ target, outage, words: caller.words, filled: { phone: joined.contact.phone }, errors: {}, hint: '' }));
};

const addPhone: PressHandler = async (data, caller, services) => {
  const { words } = caller;
  const entered = phoneSchema.safeParse(data).data?.phone ?? '';
  try {
    const own = await joinedOutage(data, caller, services);
    if ('reply' in own) return own.reply;
    const { outage, joined, by } = own;
    const read = readText('phone', { phone: entered });
    const target = { outage: outage.id, version: outage.version };
    if (read.error) {
      const error = words.report.errors[read.error];
      return cardReply(
        joinPhoneForm({ target, outage, words, filled: { phone: entered }, errors: { phone: error }, hint: words.report.fix }),
      );
    }
    if (read.text === joined.contact.phone) return await showJoined(outage, caller, services);
    const outcome = await services.handle({ type: 'add-phone', outageId: outage.id, by, phone: read.text });
    if (outcome.ok) return await showJoined(outcome.recorded.outage, caller, services);
    return await showJoined(
      outage,
      caller,
      services,
      refusalText(outcome.rejection, outage, words, cardClock(await services.outages.now())),
    );
  } catch (error) {
    const parsed = dataSchema.safeParse(data);
    if (!parsed.success) throw error;
    const view = { target: parsed.data, outage: null, words, filled: { phone: entered }, errors: {} };
    throw new PressFailedError((hint) => joinPhoneForm({ ...view, hint }), error);
  }
};

export const joiningPresses = {
  'join-outage': { needs: 'join', run: joinOutage },
  'join-not': { needs: 'begin', run: notThese },
  'join-show': { needs: 'see', run: show },
  'join-leave': { needs: 'leave', run: leave },
  'join-phone-form': { needs: 'add-phone', run: openPhoneForm },
  'join-phone': { needs: 'add-phone', run: addPhone },
} satisfies Partial<Presses>;
