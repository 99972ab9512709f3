/** What the alerts of Prometheus Alertmanager say, as a report. */
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
