/** POST /api/reports: reads what a program reports, of an environment for which its client may, and says which outage came of it. */
import { createHash } from 'node:crypto';
import type { Desk } from '../desk/desk.ts';
import type { Scenario } from '../desk/desk-file.ts';
import { followersOf, roomOf } from '../desk/rooms.ts';
import { offered } from '../desk/scenarios/schema.ts';
import type { Handle } from '../engine/handle.ts';
import type { Audit } from '../engine/ports/audit.ts';
import type { Rooms } from '../engine/ports/desk.ts';
import type { Cache } from '../engine/ports/messenger.ts';
import type { OutageStore } from '../engine/ports/outages.ts';
import { apiRequest } from '../outage/types/client.ts';
import { type Contact, NO_SCENARIO, NOT_LISTED, ownChatIn, type Report } from '../outage/types/values.ts';
import { environmentsOf, type Place } from '../report/steps/confirmation.ts';
import { readText } from '../report/texts.ts';
import { wordsOfDesk } from '../words/words.ts';
import { alertsReport, alertsTitle, createToldAlerts, idsOf, seenIn } from './alerts.ts';
import type { Client } from './clients.ts';
import { shown } from './look.ts';
import { type ApiAnswer, problem, wrongFields } from './problem.ts';
import { MOST_OPEN, reportOrJoin } from './report-or-join.ts';
import type { AlertsBody, ReportBody } from './schemas.ts';

export type Reporting = {
  readonly desk: Desk;
  readonly handle: Handle;
  readonly outages: OutageStore;
  readonly rooms: Pick<Rooms, 'all'>;
  readonly audit: Pick<Audit, 'stepsOf'>;
  readonly cache: Pick<Cache, 'get' | 'set'>;
};

/** The same GUID for the same parts: the id of what they make, which nobody else's request can have. */
export function guidOf(...parts: readonly string[]): string {
  const hex = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** `webhookId`: the sender's, the same each time that it sends this report. */
export async function takeReport(body: ReportBody, webhookId: string, client: Client, parts: Reporting): Promise<ApiAnswer> {
  const requestId = guidOf(client.actor.id, webhookId);
  return await send(body, { outageId: requestId, requestId }, client, parts);
}

/**
 * Firing alerts report, or join what is open; the same alerts again do nothing. That they are resolved is a note where they were reported
 * or noted, and ends nothing: people decide that.
 */
export async function takeAlerts(body: AlertsBody, client: Client, parts: Reporting): Promise<ApiAnswer> {
  const { entry, actor } = client;
  if (entry.kind !== 'alertmanager') throw new Error('alerts of a client that is no Alertmanager');
  const group = guidOf(actor.id, body.groupKey);
  const alerts = seenIn(body);
  const ofThese = guidOf(group, body.status, ...idsOf(alerts));
  if (body.status === 'firing') {
    const told = createToldAlerts(parts.cache, group);
    // What was told of all of them before is what they do now: nothing more.
    const before = await told.before(alerts);
    const outageId = before ?? ofThese;
    const report = { ...alertsReport(body, wordsOfDesk(parts.desk)), project: entry.project, environment: entry.environment };
    const answer = await send(report, { outageId, requestId: `${group} ${outageId}` }, client, parts);
    // What is left out of a message that says nothing new is told by none.
    const hasMore = before === null && body.truncatedAlerts > 0;
    if (answer.status < 300) await told.now(alerts, { by: outageId, hasMore, now: await parts.outages.now() });
    return answer;
  }
  const filter = { projects: [entry.project], same: { environmentId: entry.environment }, limit: MOST_OPEN };
  for (const { id } of await parts.outages.similar(filter)) {
    const steps = await parts.audit.stepsOf(id);
    if (![...steps.values()].some((step) => step.startsWith(apiRequest(group)))) continue;
    const words = wordsOfDesk(parts.desk);
    const text = words.report.byApi.resolved(alertsTitle(body, words));
    const note = { type: 'note', outageId: id, by: actor, text, shown: false, works: true, whileOpen: true } as const;
    const outcome = await parts.handle(note, apiRequest(`${group} ${ofThese}`));
    if (outcome.ok) return { status: 200, body: { result: 'joined', outage: shown(outcome.recorded.outage, client) } };
  }
  return { status: 200, body: { result: 'nothing' } };
}

type Ids = { readonly outageId: string; readonly requestId: string };

async function send(body: ReportBody, { outageId, requestId }: Ids, client: Client, parts: Reporting): Promise<ApiAnswer> {
  const { desk } = parts;
  const now = await parts.outages.now();
  const read = readReport(body, client, desk, now);
  if ('errors' in read) return wrongFields(read.errors);
  const rooms = desk.roomsIn(await parts.rooms.all());
  if (!rooms.desk)
    return problem(503, 'no-desk', 'No channel is the support desk yet. Call the desk, and ask its administrator to choose one.', {
      headers: { 'retry-after': '60' },
    });
  const { report } = read;
  const outcome = await reportOrJoin(parts, {
    requestId,
    said: [report.title, report.description, report.impact, body.contact ? whoToAsk(report) : ''].filter(Boolean).join('\n'),
    report: {
      type: 'report',
      outageId,
      by: client.actor,
      report,
      // A program reads nothing in Teams.
      origin: ownChatIn(desk.file.desk.tenant, false),
      desk: roomOf(rooms.desk, desk.file),
      followers: followersOf(rooms, report.project.id, desk.file),
      policy: desk.policy,
      drill: null,
      request: null,
    },
  });
  if (!outcome.ok) throw new Error(`a report by the API was refused: ${outcome.rejection.type}`);
  const { outage } = outcome.recorded;
  const result = outage.id === outageId ? 'created' : 'joined';
  const headers = { location: `/api/outages/${shown(outage, client).number}` };
  return { status: result === 'created' ? 201 : 200, headers, body: { result, outage: shown(outage, client) } };
}

/** Whom the desk may call about it. */
const whoToAsk = ({ contact: { name, phone, email } }: Report): string => [name, phone, email].filter(Boolean).join(', ');

type Read = { readonly report: Report } | { readonly errors: readonly { readonly pointer: string; readonly detail: string }[] };

/** By the same rules as a report of people: an environment that can be reported, a kind of outage that is offered there, a number to call. */
function readReport(body: ReportBody, client: Client, desk: Desk, now: number): Read {
  const projects = desk.file.projects.filter(({ id }) => client.projects.includes(id));
  const place = environmentsOf(desk, projects).find((one) => one.project.id === body.project && one.environment.id === body.environment);
  // The same answer for what is not there and for what is another customer's.
  if (!place) return { errors: [{ pointer: '/environment', detail: 'this client may report no such environment' }] };
  const scenario = scenarioOf(body.scenario, place, desk);
  if (!scenario) return { errors: [{ pointer: '/scenario', detail: 'there is no such scenario for this environment in the desk file' }] };
  const { timeZone, languages } = desk.file.desk;
  const entered = { phone: body.contact?.phone ?? '', email: body.contact?.email ?? '', timeZone };
  const texts = (['phone', 'email'] as const).map((id) => ({ id, ...(entered[id] === '' ? EMPTY : readText(id, entered, desk)) }));
  const wrong = texts.filter(({ error }) => error !== null);
  if (wrong.length > 0) return { errors: wrong.map(({ id }) => ({ pointer: `/contact/${id}`, detail: WRONG_CONTACT[id] })) };
  const [phone = '', email = ''] = texts.map(({ text }) => text);
  const { project, environment } = place;
  const contact: Contact = {
    ...{ name: body.contact?.name ?? client.entry.name, phone, email, aroundTheClock: false, secondContact: '' },
    ...{ timeZone, language: languages[0]?.id ?? '' },
  };
  return {
    report: {
      project: { id: project.id, name: project.name },
      environment: { id: environment.id, name: environment.name, url: environment.url },
      scenario,
      ...{ title: body.title, description: body.description, impact: body.impact, recentChanges: '', affected: 'unsure', answers: [] },
      beganAt: body.beganAt === undefined ? null : Math.min(Date.parse(body.beganAt), now),
      contact,
    },
  };
}

const EMPTY = { text: '', error: null };
const WRONG_CONTACT = { phone: 'write it with its country code: +45 70 10 20 30', email: 'write a whole address: name@example.com' };

/** undefined: there is no such scenario here. */
function scenarioOf(id: string | undefined, { environment }: Place, desk: Desk): Report['scenario'] | undefined {
  const fits = (one: Scenario) => !one.redirect && offered(one, environment, desk.file.products);
  const found = desk.file.scenarios.find((one) => one.id === (id ?? NOT_LISTED) && fits(one));
  if (found) return { id: found.id, title: found.title };
  return id === undefined ? { id: NO_SCENARIO, title: wordsOfDesk(desk).request.noScenario } : undefined;
}
