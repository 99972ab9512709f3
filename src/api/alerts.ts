/** What the alerts of Prometheus Alertmanager say, as a report, and which of them were told before. */
import { createHash } from 'node:crypto';
import type { Cache } from '../engine/ports/messenger.ts';
import { FIELDS } from '../report/fields.ts';
import { wordsOfDesk } from '../words/words.ts';
import type { AlertsBody, ReportBody } from './schemas.ts';

/** Of more alerts, the first are named. */
const MOST_NAMED = 20;
const cut = (text: string, limit: number): string => (text.length <= limit ? text : `${text.slice(0, limit - 1)}\u2026`);

export const alertsTitle = ({ commonLabels, commonAnnotations }: AlertsBody): string =>
  cut((commonAnnotations.summary || commonLabels.alertname || '').trim() || wordsOfDesk().report.byApi.alert, FIELDS.title.limit);

export function alertsReport(body: AlertsBody): Omit<ReportBody, 'project' | 'environment'> {
  const firing = body.alerts.filter(({ status }) => status === 'firing');
  const lines = firing.slice(0, MOST_NAMED).map(({ labels, annotations }) => {
    const named = Object.entries(labels).map(([name, value]) => `${name}=${value}`);
    return [annotations.description ?? annotations.summary ?? '', named.join(', ')].filter(Boolean).join(' \u00B7 ');
  });
  const more = firing.length > MOST_NAMED ? [wordsOfDesk().report.byApi.moreAlerts(firing.length - MOST_NAMED)] : [];
  const began = firing.map(({ startsAt }) => startsAt).toSorted((one, other) => Date.parse(one) - Date.parse(other))[0];
  return {
    title: alertsTitle(body),
    description: cut([...lines, ...more].join('\n'), FIELDS.description.limit),
    impact: '',
    ...(began !== undefined && { beganAt: began }),
  };
}

/** Of those that are as the group is: one that was resolved makes the others no new ones. */
export function idsOfAlerts({ status, alerts }: AlertsBody): readonly string[] {
  const same = alerts.filter((one) => one.status === status);
  // Where `max_alerts` left out all that fire, the others are what is known of them.
  const ids = (same.length > 0 ? same : alerts).map(({ status: now, startsAt, fingerprint, labels }) =>
    createHash('sha256')
      .update(JSON.stringify([now, startsAt, fingerprint || labels]))
      .digest('base64url')
      .slice(0, 16),
  );
  return [...new Set(ids)].sort();
}

const MOST_REMEMBERED = 20_000;
/** Alertmanager repeats what still fires, at most every few days. */
const REMEMBERED_MS = 90 * 24 * 3_600_000;
type Told = { readonly alerts: readonly string[]; readonly by: string };

/**
 * Which alerts of a group were told, and by which request the newest of them. Where that is lost, or two bots write it at once, only the very
 * same alerts do nothing again, and fewer of them are taken for new ones: a note or an outage too many, and none too few.
 */
export function createToldAlerts(cache: Pick<Cache, 'get' | 'set'>, group: string) {
  const key = `alerts ${group}`;
  const read = async () => (await cache.get(key)) as Told | undefined;
  return {
    /** The request that told the newest of them; null: not all of them were told. */
    async before(alerts: readonly string[]): Promise<string | null> {
      const told = await read();
      const known = new Set(told?.alerts);
      return told && alerts.every((one) => known.has(one)) ? told.by : null;
    },
    async now(alerts: readonly string[], by: string): Promise<void> {
      const all = new Set([...alerts, ...((await read())?.alerts ?? [])]);
      await cache.set(key, { alerts: [...all].slice(0, MOST_REMEMBERED), by } satisfies Told, REMEMBERED_MS);
    },
  };
}
