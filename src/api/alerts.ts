/** What the alerts of Prometheus Alertmanager say, as a report, and which of them were told before. */
import { createHash } from 'node:crypto';
import type { Cache } from '../engine/ports/messenger.ts';
import { cutTo } from '../outage/types/values.ts';
import { FIELDS } from '../report/fields.ts';
import type { Words } from '../words/words.ts';
import type { AlertsBody, ReportBody } from './schemas.ts';

/** Of more alerts, the first are named. */
const MOST_NAMED = 20;
const cut = (text: string, limit: number): string => (text.length <= limit ? text : `${cutTo(text, limit - 1)}\u2026`);

export const alertsTitle = ({ commonLabels, commonAnnotations }: AlertsBody, { report }: Words): string =>
  cut((commonAnnotations.summary || commonLabels.alertname || '').trim() || report.byApi.alert, FIELDS.title.limit);

export function alertsReport(body: AlertsBody, words: Words): Omit<ReportBody, 'project' | 'environment'> {
  const firing = body.alerts.filter(({ status }) => status === 'firing');
  const lines = firing.slice(0, MOST_NAMED).map(({ labels, annotations }) => {
    const named = Object.entries(labels).map(([name, value]) => `${name}=${value}`);
    return [annotations.description ?? annotations.summary ?? '', named.join(', ')].filter(Boolean).join(' \u00B7 ');
  });
  const more = firing.length > MOST_NAMED ? [words.report.byApi.moreAlerts(firing.length - MOST_NAMED)] : [];
  const began = firing.map(({ startsAt }) => startsAt).toSorted((one, other) => Date.parse(one) - Date.parse(other))[0];
  return {
    title: alertsTitle(body, words),
    description: cut([...lines, ...more].join('\n'), FIELDS.description.limit),
    impact: '',
    ...(began !== undefined && { beganAt: began }),
  };
}

/**
 * `id`: with its begin as it is written; `of`: whichever begin; `began`: in ms. A begin can be moved back, since Alertmanager keeps the
 * earliest that two Prometheus say, or be written in another zone.
 */
type Seen = { readonly id: string; readonly of: string; readonly began: number };

const hashOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 16);

/** Of those that are as the group is: one that was resolved makes the others no new ones. */
export function seenIn({ status, alerts }: AlertsBody): readonly Seen[] {
  const same = alerts.filter((one) => one.status === status);
  // Where `max_alerts` left out all that fire, the others are what is known of them.
  return (same.length > 0 ? same : alerts).map(({ status: now, startsAt, fingerprint, labels }) => ({
    id: hashOf([now, startsAt, fingerprint || labels]),
    of: hashOf([now, fingerprint || labels]),
    began: Date.parse(startsAt),
  }));
}

/** The same for the same alerts, in whatever order. */
export const idsOf = (alerts: readonly Seen[]): readonly string[] => [...new Set(alerts.map(({ id }) => id))].sort();

const MOST_REMEMBERED = 20_000;
/** Alertmanager repeats what still fires, at most every few days. */
const REMEMBERED_MS = 90 * 24 * 3_600_000;
/** What was left out of a message began before the newest that it names, or so little later. */
const LEFT_OUT_MS = 60_000;
/** Bots until 0.9.0 read and write `alerts` and `by` alone. `cut`: what began until then was told, because the group was, without naming all. */
type Told = {
  readonly alerts: readonly string[];
  readonly began?: readonly (readonly [of: string, began: number])[];
  readonly cut?: number;
  readonly by: string;
};

/**
 * Which alerts of a group were told, and by which request the newest of them. Where that is lost, or two bots write it at once, only the very
 * same alerts do nothing again, and fewer of them are taken for new ones: a note or an outage too many, and none too few.
 */
export function createToldAlerts(cache: Pick<Cache, 'get' | 'set'>, group: string) {
  const key = `alerts ${group}`;
  const read = async () => (await cache.get(key)) as Told | undefined;
  return {
    /** The request that told the newest of them; null: not all of them were told. */
    async before(alerts: readonly Seen[]): Promise<string | null> {
      const told = await read();
      const ids = new Set(told?.alerts);
      const last = new Map(told?.began);
      const isKnown = ({ id, of, began }: Seen) => ids.has(id) || began <= Math.max(last.get(of) ?? -Infinity, told?.cut ?? -Infinity);
      return told && alerts.every(isKnown) ? told.by : null;
    },
    /** `hasMore`: it told of more than these. A begin to come, of a clock that is wrong, counts as now. */
    async now(alerts: readonly Seen[], { by, hasMore, now }: { by: string; hasMore: boolean; now: number }): Promise<void> {
      const told = await read();
      const ids = new Set([...idsOf(alerts), ...(told?.alerts ?? [])]);
      const began = new Map(alerts.map((one) => [one.of, Math.min(one.began, now)]));
      for (const [of, at] of told?.began ?? []) began.set(of, Math.max(at, began.get(of) ?? at));
      const newest = alerts.reduce((latest, one) => Math.max(latest, one.began), -Infinity);
      const cut = hasMore ? Math.max(Math.min(newest + LEFT_OUT_MS, now), told?.cut ?? -Infinity) : told?.cut;
      const all = { alerts: [...ids].slice(0, MOST_REMEMBERED), began: [...began].slice(0, MOST_REMEMBERED), by };
      await cache.set(key, { ...all, ...(cut !== undefined && { cut }) } satisfies Told, REMEMBERED_MS);
    },
  };
}
