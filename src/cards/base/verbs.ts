import type { Outage } from '../../outage/types/outage.ts';

/** The buttons that send a form. The one that opens it has the same verb with "-form" at the end. */
export const FORM_VERBS = [
  'request-answer',
  'outage-update',
  'outage-publish',
  'outage-resolve',
  'outage-hand-over',
  'outage-assist',
  'outage-release',
  'outage-transfer',
  'outage-merge',
  'outage-note',
  'outage-ask',
  'outage-bridge',
  'outage-ticket',
  'outage-reclassify',
  'outage-reopen',
  'outage-review',
  'reporter-reply',
  'reporter-add',
  'reporter-correct',
  'reporter-withdraw',
  'reporter-object',
  'reporter-still-down',
  'join-phone',
  'follows',
  'on-call-take',
  'on-call-cover',
  'on-call-calendar',
  'maintenance',
  'report-for',
] as const;
export type FormVerb = (typeof FORM_VERBS)[number];
export const openerOf = <Sends extends FormVerb>(verb: Sends): `${Sends}-form` => `${verb}-form`;

/** What a button says to the server. The types demand that commands/ has a press for each verb: what it needs and what it runs. */
export const VERBS = [
  ...FORM_VERBS,
  ...FORM_VERBS.map(openerOf),
  'report-open',
  'report-confirm',
  'report-tick',
  'report-choose',
  'report-next',
  'report-back',
  'report-done',
  'report-stay',
  'report-cancel',
  'report-start-over',
  'report-missing',
  'report-as-request',
  'report-anyway',
  'report-for-cancel',
  'setup-open',
  'setup-desk',
  'setup-follow',
  'setup-stop',
  'request-promote',
  'outage-acknowledge',
  'outage-acknowledge-listed',
  'outage-take-back',
  'outage-show',
  'outage-nothing-new',
  'outage-more',
  'timeline-show',
  'deliveries-show',
  'certificate-show',
  'review-show',
  'review-markdown',
  'follow-up-done',
  'numbers-show',
  'outage-plan',
  'help-more',
  'list-mine',
  'outage-accept',
  'outage-decline',
  'outage-help',
  'reporter-show',
  'reporter-copy',
  'reporter-works',
  'pulse',
  'join-outage',
  'join-not',
  'join-show',
  'join-leave',
  'follow-outage',
  'follow-open',
  'follow-stop',
  'language-choose',
  'command-run',
  'outage-affected',
  'outage-files',
  'file-choose',
  'outage-make-one',
  'on-call-show',
  'on-call-end',
  'on-call-calendar-end',
  'maintenance-end',
] as const;
export type Verb = (typeof VERBS)[number];

export type Button = {
  readonly type: 'Action.Execute';
  readonly title: string;
  readonly verb: Verb;
  readonly data: object;
  readonly style: 'default' | 'positive';
  readonly fallback: { readonly type: 'Action.Submit'; readonly title: string; readonly data: object };
};
export type Link = { readonly type: 'Action.OpenUrl'; readonly title: string; readonly url: string };

/** Buttons that belong together, under a line that says what they are about. */
export type ButtonGroup = { readonly label: string; readonly actions: readonly (Button | Link)[] };

/** A button that runs in the invoke, with a submit for clients that are too old for that. `data` holds ids, never facts. */
export const button = (title: string, verb: Verb, data: object = {}, style: Button['style'] = 'default'): Button => ({
  type: 'Action.Execute',
  title,
  verb,
  data,
  style,
  fallback: { type: 'Action.Submit', title, data: { ...data, verb } },
});

export const link = (title: string, url: string): Link => ({ type: 'Action.OpenUrl', title, url });

/** The data of a button about an outage: its id, and the version that the card shows. */
export const dataOf = ({ id, version }: Pick<Outage, 'id' | 'version'>) => ({ outage: id, version });
