/** Who may do what: the one table. Commands ask it before they read anything (a cheap no), `decide` again, and that answer counts. */
import type { Action } from './actions.ts';
import { type Outage, partIn } from './types/outage.ts';
import type { Actor } from './types/values.ts';

/**
 * What a person can be to an outage.
 * - anyone         a person for whom Teams vouches; somebody of a tenant that is no customer's is never more than this
 * - customer       a member of the project of the outage, as the desk file and Teams say it at that moment
 * - stakeholder    somebody else whom the desk file lets follow the project of the outage
 * - joined         somebody who joined the outage, or whose own was merged into it
 * - following      somebody who follows the outage in their own chat
 * - reporter       the person who reported it, whatever else they are
 * - engineer, dispatcher, administrator   as the desk file says it
 * - customer-administrator     the same, of a customer: for rooms and projects of their own tenant alone
 * - client         another system that the desk file lists: for its own projects, and of these permissions those that it lists for it
 * - bot            the clock, and what follows from other actions: no person can send these
 */
export const RELATIONS = [
  'anyone',
  'customer',
  'stakeholder',
  'joined',
  'following',
  'reporter',
  'engineer',
  'dispatcher',
  'administrator',
  'customer-administrator',
  'client',
  'bot',
] as const;
export type Relation = (typeof RELATIONS)[number];

export const PERMISSIONS = {
  help: ['anyone'],
  begin: ['anyone'],
  report: ['customer', 'client'],
  'report-for': ['engineer', 'dispatcher'],
  join: ['customer'],
  leave: ['customer', 'joined'],
  'add-phone': ['customer'],
  // Whoever may follow may look it up, too: what they were told is no secret to them.
  follow: ['customer', 'stakeholder', 'reporter', 'engineer'],
  unfollow: ['following'],
  see: ['customer', 'stakeholder', 'reporter', 'engineer', 'client'],
  'see-request': ['reporter', 'engineer'],
  'see-entered': ['reporter', 'engineer', 'client'],
  certificate: ['reporter', 'engineer'],
  ask: ['engineer'],
  reply: ['reporter'],
  correct: ['reporter'],
  withdraw: ['reporter'],
  object: ['reporter'],
  confirm: ['reporter'],
  reopen: ['reporter', 'engineer'],
  acknowledge: ['engineer'],
  'take-back': ['engineer'],
  plan: ['engineer'],
  update: ['engineer'],
  'hand-over': ['engineer'],
  accept: ['engineer'],
  decline: ['engineer'],
  assist: ['engineer'],
  release: ['engineer'],
  pulse: ['joined', 'reporter'],
  note: ['joined', 'reporter', 'engineer', 'client'],
  'add-files': ['joined', 'reporter', 'engineer'],
  'set-bridge': ['engineer'],
  'add-ticket': ['engineer'],
  'remove-ticket': ['engineer'],
  'see-notes': ['engineer'],
  'see-files': ['engineer'],
  'see-affected': ['engineer'],
  reclassify: ['engineer'],
  transfer: ['engineer'],
  merge: ['engineer'],
  absorb: ['engineer'],
  resolve: ['engineer'],
  review: ['engineer'],
  'follow-up-done': ['engineer'],
  promote: ['engineer'],
  'on-call': ['engineer'],
  maintenance: ['engineer'],
  numbers: ['engineer', 'administrator'],
  check: ['engineer'],
  drill: ['engineer'],
  setup: ['administrator', 'customer-administrator'],
  part: ['bot'],
  'suggest-merge': ['bot'],
  'pass-deadline': ['bot'],
  'note-page': ['bot'],
  'mark-unreachable': ['bot'],
  'note-desk-unreached': ['bot'],
  'note-desk-reached': ['bot'],
  restore: ['bot'],
  'remove-personal-data': ['bot'],
} as const satisfies { readonly [action in Action['type']]: readonly Relation[] } & { readonly [permission: string]: readonly Relation[] };
export type Permission = keyof typeof PERMISSIONS;

export const isEngineer = ({ roles }: Actor): boolean => roles.includes('engineer');

/** Whether the actor is this to the outage; without an outage, to each. */
function isRelated({ id, roles }: Actor, relation: Relation, outage: Outage | null): boolean {
  if (relation === 'reporter') return outage?.reporter.id === id;
  if (relation === 'joined') return outage !== null && partIn(outage, id) !== undefined;
  if (relation === 'following') return outage?.following.some(({ person }) => person.id === id) ?? false;
  return relation === 'anyone' || roles.some((role) => role === relation);
}

export const isGrantedTo = (permission: Permission, relation: Relation): boolean =>
  (PERMISSIONS[permission] as readonly Relation[]).includes(relation);

export const may = (actor: Actor, permission: Permission, outage: Outage | null = null): boolean =>
  PERMISSIONS[permission].some((relation) => isRelated(actor, relation, outage));

/** The relations that depend on the outage. */
const FROM_OUTAGE = ['customer', 'stakeholder', 'joined', 'following', 'reporter'] as const satisfies readonly Relation[];

/** Asked before anything is read: false when no outage could grant it to the actor, so the no is the same whether it exists or not. */
export const mayForSomeOutage = (actor: Actor, permission: Permission): boolean =>
  may(actor, permission) || FROM_OUTAGE.some((relation) => isGrantedTo(permission, relation));
