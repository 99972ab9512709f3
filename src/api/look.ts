/** What a client reads of outages: states and times, and with the permission for it what people wrote. Never who, and never a contact. */
import type { OutageStore } from '../engine/ports/outages.ts';
import { isRemoved } from '../outage/personal-data.ts';
import { numberOf, OPEN_STATES, type Outage, outageName } from '../outage/types/outage.ts';
import type { Instant } from '../outage/types/values.ts';
import { type Client, mayClient } from './clients.ts';
import type { OutageAnswer } from './schemas.ts';

const time = (at: Instant): string => new Date(at).toISOString();
const maybe = (at: Instant | null | undefined): string | null => (at === null || at === undefined ? null : time(at));

/** Empty once it was removed with other personal data. */
const said = (text: string): string => (isRemoved(text) ? '' : text);

export function shown(outage: Outage, client: Client): OutageAnswer {
  const { report, reached } = outage;
  return {
    number: outageName(outage),
    state: outage.state,
    project: report.project.id,
    environment: report.environment.id,
    scenario: report.scenario.id,
    reportedAt: time(outage.reportedAt),
    acknowledgeBy: time(outage.acknowledgeBy),
    acknowledgedAt: maybe(reached.acknowledged),
    isLate: outage.breachedAt !== null,
    nextUpdateBy: maybe(outage.state === 'acknowledged' ? outage.nextUpdateBy : null),
    resolvedAt: maybe('resolvedAt' in outage ? outage.resolvedAt : null),
    mergedInto: outage.state === 'merged' ? outageName(outage.into) : null,
    ...(mayClient(client, 'see-entered') && {
      title: said(report.title),
      description: said(report.description),
      lastUpdate: said(outage.lastUpdate),
      ...('resolution' in outage && { resolution: said(outage.resolution) }),
    }),
  };
}

const MOST_LISTED = 100;

/** The open outages of the client's projects: those that nobody has acknowledged first. */
export async function openOutages(outages: OutageStore, client: Client) {
  const filter = { projects: client.projects, personId: null, states: OPEN_STATES, waitingFirst: true, limit: MOST_LISTED + 1 };
  const found = await outages.list(filter);
  return { outages: found.slice(0, MOST_LISTED).map(({ outage }) => shown(outage, client)), more: found.length > MOST_LISTED };
}

const NUMBER = /^(?:OUT-)?(\d{1,9})$/i;

/** null: there is none, or it is of a project that is not this client's: nobody can tell which. */
export async function outageNumbered(outages: OutageStore, typed: string, client: Client): Promise<Outage | null> {
  const [, digits] = NUMBER.exec(typed) ?? [];
  const id = digits === undefined ? null : await outages.idByNumber(numberOf('outage', Number(digits)));
  const outage = id === null ? null : (await outages.read(id))?.outage;
  return outage && outage.number > 0 && client.projects.includes(outage.report.project.id) ? outage : null;
}
