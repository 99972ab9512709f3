/** Who may report for which project, and of which environments; no role counts. Pure: what only Teams knows is handed in. */
import type { DeskFile, Environment, Project } from './desk-file.ts';

/** The reasons, in the order in which they are checked: somebody who is no member learns nothing of the environment. */
export const INELIGIBILITIES = ['not-member', 'sandbox', 'customer-managed', 'product'] as const;
export type Ineligibility = (typeof INELIGIBILITIES)[number];
export type Eligibility = { readonly eligible: true } | { readonly eligible: false; readonly why: Ineligibility };

type Product = DeskFile['products'][number];

/** `member`: of the environment's own project. `products`: those of the desk file. */
export function eligibility(
  { kind, managedBy, products: installed }: Pick<Environment, 'kind' | 'managedBy' | 'products'>,
  { member, products }: { readonly member: boolean; readonly products: readonly Product[] },
): Eligibility {
  if (!member) return ineligible('not-member');
  if (kind !== 'production') return ineligible('sandbox');
  if (managedBy !== 'microsoft') return ineligible('customer-managed');
  return products.some(({ id, eligible }) => eligible && (installed?.includes(id) ?? true)) ? { eligible: true } : ineligible('product');
}

const ineligible = (why: Ineligibility): Eligibility => ({ eligible: false, why });

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
