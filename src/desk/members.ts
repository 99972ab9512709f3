/**
 * Who may report for which project: the people whom the desk file lists by their Entra id or their account, and the members of
 * a team that it links. What only Teams knows of somebody is handed in, so this is pure.
 */
import type { DeskFile, Project } from './desk-file.ts';

/** What Teams says of a person of the desk's own tenant, by their Entra id. Nobody typed any of it. */
export type Vouched = {
  /** As `accountOf` writes it; null when Teams did not say. */
  readonly account: string | null;
  /** The linked teams in whose rosters they are, by the ids of the desk file. */
  readonly teams: ReadonlySet<string>;
};
const NOTHING_VOUCHED: Vouched = { account: null, teams: new Set() };

export type Membership = {
  readonly projects: readonly Project[];
  /** Why some projects may be missing; null: all is known. */
  readonly doubt: 'other-tenant' | 'not-told' | null;
};

export type Members = {
  projectsOf(personId: string, vouched?: Vouched): readonly Project[];
  /** What Teams has to be asked before somebody is told that they are no member: linked teams, and whether their account counts. */
  toAsk(personId: string): { readonly teams: readonly string[]; readonly account: boolean };
  readonly accounts: ReadonlySet<string>;
};

export function createMembers({ people, projects }: Pick<DeskFile, 'people' | 'projects'>): Members {
  const listed = projects.map((project) => {
    const those = project.members.flatMap((key) => people[key] ?? []);
    return {
      project,
      ids: new Set(those.flatMap(({ id }) => id ?? [])),
      accounts: new Set(those.flatMap(({ upn }) => upn ?? [])),
      team: project.membersFrom?.team ?? null,
    };
  });
  return {
    projectsOf: (personId, { account, teams } = NOTHING_VOUCHED) =>
      listed
        .filter((one) => one.ids.has(personId) || (account !== null && one.accounts.has(account)) || (one.team && teams.has(one.team)))
        .map(({ project }) => project),
    toAsk(personId) {
      const open = listed.filter(({ ids }) => !ids.has(personId));
      return { teams: [...new Set(open.flatMap(({ team }) => team ?? []))], account: open.some(({ accounts }) => accounts.size > 0) };
    },
    accounts: new Set(listed.flatMap(({ accounts }) => [...accounts])),
  };
}
