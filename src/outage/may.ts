/** Who may do what: the one table, asked by `decide` for every action. Which project a customer may report is the desk's to say. */
import type { Actor, Role } from './outage.ts';

export const PERMISSIONS = {
  report: ['engineer', 'customer'],
  acknowledge: ['engineer'],
  update: ['engineer'],
  resolve: ['engineer'],
} as const satisfies Record<string, readonly Role[]>;
export type Permission = keyof typeof PERMISSIONS;

/** Whether one of the actor's roles permits it. */
export const may = (actor: Actor, permission: Permission): boolean =>
  actor.roles.some((role) => (PERMISSIONS[permission] as readonly Role[]).includes(role));
