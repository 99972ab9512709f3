/** Who acts and who is called. */

/** Milliseconds since the Unix epoch, UTC. */
export type Instant = number;

export type Person = {
  /** The Entra object id: the only identity that is trusted (never a name or an e-mail address). */
  readonly id: string;
  readonly name: string;
};

export type Role = 'engineer' | 'customer' | 'administrator';
export type Actor = Person & { readonly roles: readonly Role[] };

export const LEVELS = ['primary', 'secondary', 'duty-manager'] as const;
export type Level = (typeof LEVELS)[number];

/** Who is on call at one moment. It comes in with the action: the core does not know the desk file. */
export type OnCall = { readonly [level in Level]: readonly Person[] };

export type Called = { readonly person: Person; readonly level: Level | 'owner' };
