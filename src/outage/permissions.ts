/**
 * Who may do what to which outage: the one table. `decide` asks it for every action, commands/ for everything that is
 * typed, pressed and seen, the help and the README show it. A new action does not compile without its line.
 */
import type { Action } from './actions.ts';
import type { Outage } from './types/outage.ts';
import type { Actor } from './types/person.ts';

/**
 * What somebody is to an outage. `anyone`: whoever Teams vouches for; `customer`: a member of the project that it is of,
 * as the desk file and Teams say it at that moment; `reporter`: who reported it, whatever else they are; `bot`: the clock
 * and what follows from other actions, which nobody can send. Of another tenant nobody is more than `anyone`.
 */
export const WHO = ['anyone', 'customer', 'joined', 'reporter', 'engineer', 'administrator', 'bot'] as const;
export type Who = (typeof WHO)[number];

export const PERMISSIONS = {
  help: ['anyone'],
  begin: ['anyone'],
  report: ['customer'],
  join: ['customer'],
  leave: ['customer', 'joined'],
  'add-phone': ['customer'],
  see: ['customer', 'reporter', 'engineer'],
  'see-request': ['reporter', 'engineer'],
  'see-entered': ['reporter', 'engineer'],
  correct: ['reporter'],
  withdraw: ['reporter'],
  object: ['reporter'],
  confirm: ['reporter'],
  reopen: ['reporter', 'engineer'],
  acknowledge: ['engineer'],
  plan: ['engineer'],
  update: ['engineer'],
  'hand-over': ['engineer'],
  accept: ['engineer'],
  decline: ['engineer'],
  assist: ['engineer'],
  release: ['engineer'],
  note: ['engineer'],
  'see-notes': ['engineer'],
  'see-affected': ['engineer'],
  reclassify: ['engineer'],
  transfer: ['engineer'],
  merge: ['engineer'],
  absorb: ['engineer'],
  resolve: ['engineer'],
  promote: ['engineer'],
  'on-call': ['engineer'],
  check: ['engineer'],
  drill: ['engineer'],
  setup: ['administrator'],
  'suggest-merge': ['bot'],
  'pass-deadline': ['bot'],
  'mark-unreachable': ['bot'],
  'note-desk-unreached': ['bot'],
  'note-desk-reached': ['bot'],
  restore: ['bot'],
  'remove-personal-data': ['bot'],
} as const satisfies { readonly [action in Action['type']]: readonly Who[] } & { readonly [permission: string]: readonly Who[] };
export type Permission = keyof typeof PERMISSIONS;

export const isEngineer = ({ roles }: Actor): boolean => roles.includes('engineer');

/** What the actor is to this outage; without one, what they are to none in particular. */
export function relationsOf({ id, roles }: Actor, outage: Outage | null): readonly Who[] {
  const own = outage?.reporter.id === id ? (['reporter'] as const) : [];
  const joined = outage?.joined.some(({ person }) => person.id === id) ? (['joined'] as const) : [];
  return ['anyone', ...roles, ...joined, ...own];
}

export const grants = (permission: Permission, who: Who): boolean => (PERMISSIONS[permission] as readonly Who[]).includes(who);

/** Whether something that the actor is permits it; for what an outage makes of them, it has to be given. */
export const may = (actor: Actor, permission: Permission, outage: Outage | null = null): boolean =>
  relationsOf(actor, outage).some((who) => grants(permission, who));

const FROM_OUTAGE = ['customer', 'joined', 'reporter'] as const satisfies readonly Who[];

/** Asked before anything is read: false when no outage could make it theirs, so the no is the same for each, and for none. */
export const mayForSomeOutage = (actor: Actor, permission: Permission): boolean =>
  may(actor, permission) || FROM_OUTAGE.some((who) => grants(permission, who));
