/** Who may do what: the one table, asked by `decide` for every action. Which project a customer may report or join is the desk's to say. */
import type { Actor, Outage, Role } from './outage.ts';

/** `reporter`: whoever reported this outage, whatever else they are. */
export const PERMISSIONS = {
  report: ['engineer', 'customer'],
  join: ['customer'],
  leave: ['customer'],
  'add-phone': ['customer'],
  acknowledge: ['engineer'],
  plan: ['engineer'],
  update: ['engineer'],
  'hand-over': ['engineer'],
  accept: ['engineer'],
  decline: ['engineer'],
  assist: ['engineer'],
  release: ['engineer'],
  note: ['engineer'],
  reclassify: ['engineer'],
  transfer: ['engineer'],
  merge: ['engineer'],
  resolve: ['engineer'],
  drill: ['engineer'],
  promote: ['engineer'],
  reopen: ['engineer', 'reporter'],
  correct: ['reporter'],
  object: ['reporter'],
  withdraw: ['reporter'],
  confirm: ['reporter'],
} as const satisfies Record<string, readonly (Role | 'reporter')[]>;
export type Permission = keyof typeof PERMISSIONS;

/** Whether one of the actor's roles permits it; for what the reporter may, the outage has to be given. */
export function may(actor: Actor, permission: Permission, outage: Outage | null = null): boolean {
  const roles: readonly (Role | 'reporter')[] = outage?.reporter.id === actor.id ? [...actor.roles, 'reporter'] : actor.roles;
  return roles.some((role) => (PERMISSIONS[permission] as readonly (Role | 'reporter')[]).includes(role));
}
