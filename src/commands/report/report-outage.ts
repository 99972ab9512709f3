/** `/outage`: starts the guided report, or offers to go on with one that was not sent. */

import type { Card } from '../../cards/base/card.ts';
import { publicReportCard, resumeCard } from '../../cards/report/begun.ts';
import { draftStepCard } from '../../cards/report/steps/steps.ts';
import { forInput } from '../../cards/text.ts';
import type { OutageStore } from '../../engine/ports/outages.ts';
import type { Outage } from '../../outage/types/outage.ts';
import { type Contact, type Instant, isRead } from '../../outage/types/values.ts';
import { addTo, type Draft, type Entered, withRemark } from '../../report/draft.ts';
import { FIELDS } from '../../report/fields.ts';
import { startDraft } from '../../report/report.ts';
import type { Errors } from '../../report/step.ts';
import { chooseAmong, environmentsOf } from '../../report/steps/confirmation.ts';
import { languageAmong } from '../../words/words.ts';
import { withoutAccess } from '../authorize/access.ts';
import { type Command, cardReply, type Reply, says, type Turn } from '../command.ts';
import { runningFor } from '../maintenance.ts';
import { withoutDesk } from '../setup.ts';
import { inTurn, saveDraft, unsentDraft } from './drafts.ts';

export const reportOutage: Command = {
  name: '/outage',
  needs: 'begin',
  menu: ['personal', 'room', 'slash'],
  parse: says(/^\/?(?:report\s+(?:(?:an?|the)\s+)?)?(?:production\s+)?outage(?=$|[\s.,:;!?])(?!\s+set-?up[.!?]*$)[.,:;!?]*([\s\S]*)$/i),
  // The title of "/outage production is down" is "production is down"; "/outage setup" is another command.
  run: (argument, turn) => inTurn(turn, () => beginReport(turn, argument)),
};

/**
 * Answers with the first step, with a denial, or with the choice to go on with a report that was not sent. Called in the person's
 * turn, as all that changes a draft.
 */
export async function beginReport(turn: Turn, words = ''): Promise<Reply> {
  const refused = await refusal(turn);
  if (refused) return refused;

  const waiting = await unsentDraft(turn);
  if (waiting && waiting.step !== 'confirmation') return await resume(waiting, words, turn);
  const named = titled(words, waiting?.entered);
  // Still at its first step: the same draft goes on, so that its other card works.
  const draft = waiting ? await retitled(waiting, named ?? {}, turn) : await newDraft(turn, named ?? {});
  return await firstCard(draft, turn, named ? '' : turn.words.report.resume.noRoom);
}

/** Offers to go on with it. What they write beside it is about it. */
async function resume(waiting: Draft, words: string, turn: Turn): Promise<Reply> {
  const { added, noRoom } = turn.words.report.resume;
  const remarked = words === '' ? waiting : withRemark(waiting, words);
  const said = words === '' ? '' : remarked ? added : noRoom;
  const draft = remarked ?? waiting;
  // They are working on it, so the reminder waits.
  await saveDraft(turn.drafts, draft);
  const card = resumeCard(turn, draft, await turn.outages.now(), said);
  return alone(card, turn, publicReportCard(turn, draft, { begun: true, said }));
}

/** In company, where everybody reads the answer, a card that shows nothing that was entered, and that only its person can open. */
function alone(card: Card, { place }: Turn, inCompany: Card): Reply {
  const reply = cardReply(card);
  return place.kind === 'personal' ? reply : { ...reply, instead: async () => cardReply(inCompany) };
}

/** Why this person cannot report now; null when they can. */
export async function refusal(turn: Turn): Promise<Reply | null> {
  return (await withoutDesk(turn)) ?? withoutAccess(await turn.membership(), turn);
}

/** As that of an outage: somebody who asks to report one does not mean the request that they had begun. */
async function retitled({ kind: _, ...draft }: Draft, named: Entered, { drafts }: Turn): Promise<Draft> {
  const renamed = { ...draft, entered: { ...draft.entered, ...named } };
  await saveDraft(drafts, renamed);
  return renamed;
}

/**
 * The newest words are the title. What was it before, and what is too long for one, goes into the description: no word is lost.
 * null: there is no room for them.
 */
function titled(words: string, { title = '', description = '' }: Entered = {}): Entered | null {
  if (words === '') return {};
  const isLong = words.length > FIELDS.title.limit;
  const before = title === '' || title === words || description.includes(title) ? description : addTo(description, title);
  const details = isLong ? addTo(before, words) : before;
  if (details.length > FIELDS.description.limit) return null;
  return { title: isLong ? forInput(words, FIELDS.title.limit) : words, ...(details ? { description: details } : {}) };
}

/** How many of a person's outages are searched for a report of theirs: engineers own more than they report. */
const LOOKED_THROUGH = 20;

/** The contact of the person's last report that was no drill, so that it is not typed again; null when there is none. Not of a call that they took. */
export async function lastContact(outages: OutageStore, personId: string): Promise<Contact | null> {
  const recent = await outages.list({ projects: null, personId, states: null, limit: LOOKED_THROUGH });
  const isOwn = ({ reporter, drill, origin }: Outage) => reporter.id === personId && drill === null && isRead(origin);
  return recent.find(({ outage }) => isOwn(outage))?.outage.report.contact ?? null;
}

/** A draft that replaces the one that the person may have had. */
export async function newDraft(turn: Turn, named: Entered = {}): Promise<Draft> {
  const { desk, drafts, newId } = turn;
  const { name, email } = await turn.profile();
  const { languages, timeZone } = desk.file.desk;
  const last = await lastContact(turn.outages, turn.actor.id);
  const ids = languages.map(({ id }) => id);
  const speaks = [last?.language, languageAmong(ids, turn.locale), ids[0]];
  const draft = startDraft({
    nonce: newId(),
    person: { id: turn.actor.id, name },
    now: await turn.outages.now(),
    known: {
      title: '',
      ...named,
      name: last?.name ?? name,
      email: last?.email ?? email,
      phone: last?.phone ?? '',
      aroundTheClock: last ? String(last.aroundTheClock) : '',
      secondContact: last?.secondContact ?? '',
      // Where the person is now counts, not where they were at the last report.
      timeZone: turn.timeZone || last?.timeZone || timeZone,
      language: speaks.find((id) => id !== undefined && ids.includes(id)) ?? '',
    },
  });
  await saveDraft(drafts, draft);
  return draft;
}

const firstCard = async (draft: Draft, turn: Turn, said: string): Promise<Reply> =>
  alone(await draftCard(draft, turn, { notice: said }), turn, publicReportCard(turn, draft, { said }));

/** `notice`: what the person has to know before anything else. `now`: read just before. */
export async function draftCard(draft: Draft, turn: Turn, known: { errors?: Errors; notice?: string; now?: Instant } = {}) {
  const { errors = {}, notice, now = await turn.outages.now() } = known;
  const { desk, outages, words, place, files } = turn;
  const { projects } = await turn.membership();
  const where = chooseAmong(environmentsOf(desk, projects), draft.entered);
  const counts = draft.step === 'scenario' && 'part' in where ? { counts: await outages.countByScenario(where.part.project.id) } : {};
  const maintenance = draft.step === 'confirmation' ? await runningFor(turn, environmentsOf(desk, projects), now) : [];
  const view = {
    draft,
    maintenance,
    errors,
    desk,
    projects,
    words,
    now,
    inRoom: place.kind !== 'personal',
    takesFiles: files !== null && place.kind === 'personal',
    ...counts,
  };
  return draftStepCard(notice === undefined ? view : { ...view, notice });
}
