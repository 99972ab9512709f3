/** `/outage`: starts the guided report, or offers to go on with one that was not sent. */
import { publicReportCard, resumeCard } from '../../cards/report/begun.ts';
import { draftStepCard } from '../../cards/request/steps.ts';
import { forInput } from '../../cards/text/safe.ts';
import type { OutageStore } from '../../engine/ports/outages.ts';
import type { Contact } from '../../outage/types/report.ts';
import type { Draft, Entered } from '../../report/draft.ts';
import { FIELDS } from '../../report/fields.ts';
import { startDraft } from '../../report/report.ts';
import { withoutAccess } from '../authorize/actor-for-project.ts';
import { type Caller, type Command, cardReply, type Reply, type Services, says } from '../command.ts';
import { withoutDesk } from '../setup.ts';
import { draftOf, dropDraft, saveDraft } from './drafts.ts';

export const reportOutage: Command = {
  name: '/outage',
  needs: 'begin',
  help: (words) => words.commands.outage,
  menu: ['personal', 'team', 'groupChat'],
  parse: says(/^\/?(?:report\s+(?:(?:an?|the)\s+)?)?(?:production\s+)?outage(?=$|[\s.,:;!?])(?!\s+set-?up[.!?]*$)[.,:;!?]*([\s\S]*)$/i),
  // The title of "/outage production is down" is "production is down"; "/outage setup" is another command.
  run: (argument, caller, services) => beginReport(caller, services, argument),
};

/** Answers with the first step, with a denial, or with the choice to go on with a report that was not sent. */
export async function beginReport(caller: Caller, services: Services, title = ''): Promise<Reply> {
  const { desk, drafts } = services;
  const view = { desk, words: caller.words, timeZone: caller.timeZone };
  const refused = await refusal(caller, services);
  if (refused) return refused;

  const now = await services.outages.now();
  const waiting = await draftOf(drafts, caller.actor.id);
  if (waiting) {
    const sent = await services.outages.read(waiting.nonce);
    if (sent) await dropDraft(drafts, waiting);
    else if (waiting.step !== 'confirmation') {
      // They are working on it, so the reminder waits.
      await saveDraft(drafts, waiting);
      // In company everybody reads the answer, so it shows nothing that was entered.
      return cardReply(
        caller.place.kind === 'personal' ? resumeCard(view, waiting, now) : publicReportCard(view, waiting, { begun: true }),
      );
    }
    // Still at its first step: the same draft goes on, so that its other card works; the newest words are its title.
    else return await firstCard(await retitled(await asOutage(waiting, services), title, services), caller, services);
  }
  return await firstCard(await newDraft(caller, services, title), caller, services);
}

/** Why this person cannot report now; null when they can. */
export async function refusal(caller: Caller, services: Services): Promise<Reply | null> {
  return (await withoutDesk(caller, services)) ?? withoutAccess(await caller.membership(), caller, services);
}

/** Somebody who asks to report an outage does not mean the request that they had begun. */
async function asOutage(draft: Draft, { drafts }: Services): Promise<Draft> {
  if (!draft.kind) return draft;
  const { kind: _, ...outage } = draft;
  await saveDraft(drafts, outage);
  return outage;
}

async function retitled(draft: Draft, title: string, { drafts }: Services): Promise<Draft> {
  if (title === '') return draft;
  const named = { ...draft, entered: { ...draft.entered, ...titled(title, draft.entered.description) } };
  await saveDraft(drafts, named);
  return named;
}

/** A text that is too long for a title also becomes the description, so that no word of it is lost. */
function titled(words: string, description = ''): Entered {
  if (words.length <= FIELDS.title.limit) return { title: words };
  return { title: forInput(words, FIELDS.title.limit), description: description || words };
}

/** How many of a person's outages are searched for a report of theirs: engineers own more than they report. */
const LOOKED_THROUGH = 20;

/** The contact of the person's last report that was no drill, so that it is not typed again; null when there is none. */
async function lastContact(outages: OutageStore, personId: string): Promise<Contact | null> {
  const recent = await outages.list({ projects: null, personId, states: null, limit: LOOKED_THROUGH });
  return recent.find(({ outage }) => outage.reporter.id === personId && outage.drill === null)?.outage.report.contact ?? null;
}

/** A draft that replaces the one that the person may have had. */
export async function newDraft(caller: Caller, services: Services, title = ''): Promise<Draft> {
  const { desk, drafts, newId } = services;
  const { name, email } = await caller.profile();
  const { languages, timeZone } = desk.file.desk;
  const last = await lastContact(services.outages, caller.actor.id);
  const speaks = [last?.language, caller.locale.split('-')[0]?.toLowerCase(), languages[0]?.id];
  const draft = startDraft({
    nonce: newId(),
    person: { id: caller.actor.id, name },
    now: await services.outages.now(),
    known: {
      ...titled(title),
      name: last?.name ?? name,
      email: last?.email ?? email,
      phone: last?.phone ?? '',
      aroundTheClock: last ? String(last.aroundTheClock) : '',
      secondContact: last?.secondContact ?? '',
      // Where the person is now counts, not where they were at the last report.
      timeZone: caller.timeZone || last?.timeZone || timeZone,
      language: speaks.find((tag) => languages.some(({ id }) => id === tag)) ?? '',
    },
  });
  await saveDraft(drafts, draft);
  return draft;
}

/** In their own chat the person sees the first step at once; in company, a card that only they can open. */
async function firstCard(draft: Draft, caller: Caller, services: Services): Promise<Reply> {
  const { desk } = services;
  if (caller.place.kind !== 'personal') return cardReply(publicReportCard({ desk, words: caller.words, timeZone: caller.timeZone }, draft));
  return cardReply(await draftCard(draft, caller, services));
}

/** `notice`: what the person has to know before anything else. */
export async function draftCard(draft: Draft, caller: Caller, services: Services, errors = {}, notice?: string) {
  const { desk, outages } = services;
  const { projects } = await caller.membership();
  const view = { draft, errors, desk, projects, words: caller.words, now: await outages.now() };
  return draftStepCard(notice === undefined ? view : { ...view, notice });
}
