/** Joining an outage instead of reporting it again; or "ours is different". */
import { z } from 'zod';
import { fieldWords } from '../../cards/base/facts.ts';
import { phonesNear } from '../../desk/phones.ts';
import type { Joined } from '../../outage/types/affected.ts';
import { isUnreached, joinedBy, type Outage, outageName } from '../../outage/types/outage.ts';
import { type Origin, ownChatIn } from '../../outage/types/values.ts';
import type { Draft } from '../../report/draft.ts';
import { FIELDS, STEP_IDS } from '../../report/fields.ts';
import { zoneOf } from '../../report/steps/details.ts';
import { answerQuestions } from '../../report/steps/questions.ts';
import { joiningTexts, readText } from '../../report/texts.ts';
import { wordsOfDesk } from '../../words/words.ts';
import { explain } from '../authorize/rejection-text.ts';
import { cardReply, originOf, type Presses, reading, sentence, type Turn } from '../command.ts';
import { dropDraft, findDraft, inTurn, ownDraft } from '../report/drafts.ts';
import { draftCard } from '../report/report-outage.ts';
import { reportPresses } from '../report/report-presses.ts';
import { decline, MOST_OFFERED, offerToJoin, placeOf } from './join-offer.ts';
import { ownProjects, showJoined } from './joined.ts';

const draftSchema = z.object({ draft: z.guid(), step: z.enum(STEP_IDS) });
/** Without a draft on the card of somebody who follows. */
const joinSchema = draftSchema.partial().extend({ outage: z.guid() });
const notSchema = draftSchema.extend({ shown: z.array(z.guid()).max(MOST_OFFERED) });

/** How to reach the person: what they entered, or else their profile. A number that nobody can call counts as none. */
async function contactOf(draft: Draft | null, turn: Turn): Promise<Joined['contact']> {
  const { languages, timeZone } = turn.desk.file.desk;
  const entered = draft?.entered ?? {};
  const profile = await turn.profile();
  const name = entered.name?.trim().slice(0, FIELDS.name.limit) || profile.name;
  const email = entered.email?.trim().slice(0, FIELDS.email.limit) || profile.email;
  const { text: phone } = readText('phone', entered, turn.desk);
  const language = languages.find(({ id }) => id === entered.language) ?? languages[0];
  // The draft keeps what was typed or sent, right or wrong.
  const zone = [entered.timeZone, turn.timeZone, timeZone].find((one) => one && zoneOf({ timeZone: one }) === one) ?? 'UTC';
  return { name, email, phone, timeZone: zone, language: language?.id ?? '' };
}

/** All that they wrote about it, for the desk: the draft is gone afterwards. */
function saidIn(draft: Draft | null, { desk }: Turn): string {
  if (!draft) return '';
  const { entered, answers } = draft;
  const answered = answerQuestions(entered, { desk, projects: [], now: 0 }, answers);
  // The desk reads it, so it is named in the words of the desk.
  const words = wordsOfDesk(desk);
  const fields = fieldWords(words);
  const texts = joiningTexts(entered).map(({ id, text, named }) => (named ? words.formats.pair(fields[id].fact, text) : text));
  const more = 'part' in answered ? answered.part.map(({ question, answer }) => words.formats.joined([question, answer])) : [];
  return [...texts, ...more].join('\n');
}

/** The card of a room that follows stays what it is, so whoever joins there hears of it in their own chat. */
const isElsewhere = ({ draft }: { readonly draft?: string | undefined }, { place }: Turn): boolean =>
  draft === undefined && place.kind !== 'personal';

const originFor = (pressed: { readonly draft?: string | undefined }, turn: Turn): Origin =>
  isElsewhere(pressed, turn) ? ownChatIn(turn.place.tenantId, true) : originOf(turn);

const joinOutage = reading(joinSchema, async (pressed, turn, data) => {
  const { refusals, affected, formats } = turn.words;
  const theirs = await ownProjects(pressed.outage, turn);
  if (!theirs) return sentence(refusals.unknownOutage);
  const { outage, by } = theirs;
  const draft = pressed.draft === undefined ? null : await findDraft(turn.drafts, pressed.draft);
  if (draft) {
    // In a group the card may be somebody else's; or the report was sent meanwhile.
    const own = await ownDraft(data, turn);
    if ('reply' in own) return own.reply;
  }
  const where = draft && (await placeOf(draft, turn, 0));
  const { project, environment } = where ?? outage.report;
  const said = saidIn(draft, turn);
  const outcome = await turn.handle({
    type: 'join',
    outageId: outage.id,
    by,
    project: { id: project.id, name: project.name },
    environment: { id: environment.id, name: environment.name },
    contact: await contactOf(draft, turn),
    said,
    origin: originFor(pressed, turn),
  });
  if (outcome.ok) {
    const now = outcome.recorded.outage;
    // They had joined before with other words, so what they wrote now was sent to nobody. The same words are a second tap.
    const isAdded = outcome.events.length > 0 || joinedBy(now, by.id)?.said === said;
    if (said && !isAdded) return await showJoined(now, turn, affected.notAdded);
    // What they sent with their own report is about this outage.
    if (draft) await turn.files?.move(draft.nonce, turn.actor.id, now.id, turn.files.limits.perPerson);
    if (draft) await dropDraft(turn.drafts, draft);
    if (isElsewhere(pressed, turn)) return sentence(turn.words.follow.joinedHere(outageName(now)));
    return await showJoined(now, turn, unreachedHint(now, turn));
  }
  const text = await explain(outcome, turn);
  if (!draft) return sentence(text);
  // The outage ended in between: what else is open is offered, or the report goes on.
  const hint = formats.joined([text, affected.offer.ended]);
  const offer = await offerToJoin(draft, turn, await turn.outages.now(), hint);
  return cardReply(offer ?? (await draftCard(draft, turn, { notice: hint })));
});

/** The others have read that the desk's channel is not reached; somebody who joins later has to read it too. */
function unreachedHint(outage: Outage, { words, timeZone, desk }: Turn): string {
  const name = outageName(outage);
  if (!isUnreached(outage)) return '';
  return words.formats.sentences([
    words.report.unreached.heading(name),
    words.report.unreached.call(phonesNear(desk.file.desk.phones, timeZone, words.formats.or), name),
  ]);
}

/** "Ours is different": they are not asked about these outages again. Before sending is answered, the report is then sent. */
const declineOffer = reading(notSchema, async ({ shown, step }, turn, data) => {
  const own = await ownDraft(data, turn);
  if ('reply' in own) return own.reply;
  const { draft } = own.found;
  await decline(draft, shown, turn.cache);
  // Only the offer that came after sending sends: an older card carries no inputs, and must not clear what was entered since.
  const isAfterDone = step === 'review' && draft.step === 'review';
  return await reportPresses[isAfterDone ? 'report-done' : 'report-stay'].run(data, turn);
});

export const joinPresses = {
  'join-outage': { needs: 'join', run: (data, turn) => inTurn(turn, () => joinOutage(data, turn)) },
  'join-not': { needs: 'begin', run: declineOffer },
} satisfies Partial<Presses>;
