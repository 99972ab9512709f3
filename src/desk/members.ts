/** Who may report for which project, by the desk file and the teams that it links. Pure: what only Teams knows is handed in. */
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

export type Members = ReturnType<typeof createMembers>;

export function createMembers({ people, projects }: Pick<DeskFile, 'people' | 'projects'>) {
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
    projectsOf: (personId: string, { account, teams }: Vouched = NOTHING_VOUCHED): readonly Project[] =>
      listed
        .filter((one) => one.ids.has(personId) || (account !== null && one.accounts.has(account)) || (one.team && teams.has(one.team)))
        .map(({ project }) => project),
    /** What Teams has to be asked before somebody is told that they are no member: linked teams, and whether their account counts. */
    toAsk(personId: string): { readonly teams: readonly string[]; readonly account: boolean } {
      const open = listed.filter(({ ids }) => !ids.has(personId));
      return { teams: [...new Set(open.flatMap(({ team }) => team ?? []))], account: open.some(({ accounts }) => accounts.size > 0) };
    },
    accounts: new Set<string>(listed.flatMap(({ accounts }) => [...accounts])),
  };
}
