/** Who may report for which project, and of which environments; no role counts. Pure: what only Teams knows is handed in. */
import { type PersonKey, partsOf, personKey } from '../outage/types/person-key.ts';
import type { Person } from '../outage/types/values.ts';
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

/** What Teams says of a person, by their Entra id in their tenant. Nobody typed any of it. */
export type Vouched = {
  /** As `accountOf` writes it; null when Teams did not say. */
  readonly account: string | null;
  /** The linked teams in whose rosters they are: see `linkedKey`. */
  readonly teams: ReadonlySet<string>;
  /** Whether they are of the tenant itself: neither its guest nor somebody without an account. */
  readonly ofTenant: boolean;
};
const NOTHING_VOUCHED: Vouched = { account: null, teams: new Set(), ofTenant: false };

export type Membership = {
  readonly projects: readonly Project[];
  /** Why some projects may be missing; null: all is known. */
  readonly doubt: 'other-tenant' | 'not-told' | null;
  /** Others that they may follow, by their ids. */
  readonly mayFollow?: readonly string[];
};

export type Members = ReturnType<typeof createMembers>;
/** A team whose roster says who may report, and the tenant that it is in. */
export type LinkedTeam = { readonly team: string; readonly tenantId: string };
export const linkedKey = ({ team, tenantId }: LinkedTeam): string => `${tenantId} ${team}`;

export function createMembers(file: Pick<DeskFile, 'people' | 'projects' | 'desk'>) {
  const { people, projects } = file;
  const keysOf = (named: readonly string[], tenants: readonly string[]): readonly PersonKey[] =>
    named.flatMap((name) => {
      const { id, tenant: own } = people[name] ?? {};
      return id ? tenants.filter((tenant) => (own ?? tenant) === tenant).map((tenant) => personKey(tenant, id, file.desk.tenant)) : [];
    });
  const listed = projects.map((project) => {
    const tenants = tenantsOf(project, file);
    return {
      project,
      tenants: new Set(tenants),
      ids: new Set(keysOf(project.members, tenants)),
      accounts: new Set(project.members.flatMap((key) => people[key]?.upn ?? [])),
      linked: project.membersFrom && { team: project.membersFrom.team, tenantId: project.membersFrom.tenant ?? tenants[0] ?? '' },
      everyone: project.everyone,
      administrators: new Set(keysOf(project.customerAdmins, tenants)),
      mayFollow: new Set(project.mayFollow.flatMap((name) => keysOf([name], [people[name]?.tenant ?? file.desk.tenant]))),
    };
  });
  /** Those whose people are in the tenant; of one customer, another's projects are never asked for. */
  const inTenantOf = (key: PersonKey) => listed.filter(({ tenants }) => tenants.has(partsOf(key).tenantId ?? file.desk.tenant));
  return {
    projectsOf: (key: PersonKey, { account, teams, ofTenant }: Vouched = NOTHING_VOUCHED): readonly Project[] =>
      inTenantOf(key)
        .filter(
          ({ ids, accounts, linked, everyone }) =>
            ids.has(key) ||
            (account !== null && accounts.has(account)) ||
            (linked && teams.has(linkedKey(linked))) ||
            (everyone && ofTenant),
        )
        .map(({ project }) => project),
    /** What Teams has to be asked before somebody is told that they are no member: linked teams, whether their account counts, and whether they are of the tenant. */
    toAsk(key: PersonKey): { readonly teams: readonly LinkedTeam[]; readonly account: boolean; readonly everyone: boolean } {
      const open = inTenantOf(key).filter(({ ids }) => !ids.has(key));
      const own = open.flatMap(({ linked }) => (linked?.tenantId === (partsOf(key).tenantId ?? file.desk.tenant) ? linked : []));
      return {
        teams: [...new Map(own.map((one) => [linkedKey(one), one])).values()],
        account: open.some(({ accounts }) => accounts.size > 0),
        everyone: open.some(({ everyone }) => everyone),
      };
    },
    /** Whom a project lists by their id. Not who may be of several tenants: nobody can say whose chat it would be. */
    listedIn: (projectId: string): readonly Person[] =>
      listed
        .filter(({ project }) => project.id === projectId)
        .flatMap(({ project, tenants }) =>
          project.members.flatMap((key) => {
            const [id, another] = keysOf([key], [...tenants]);
            return id && !another ? { id, name: people[key]?.name ?? '' } : [];
          }),
        ),
    /** The projects for which this person chooses rooms of their own tenant. */
    administeredBy: (key: PersonKey): readonly Project[] =>
      listed.filter(({ administrators }) => administrators.has(key)).map(({ project }) => project),
    /** The ids of the projects that the desk file lets this person follow, member or not. */
    followableBy: (key: PersonKey): readonly string[] =>
      listed.filter(({ mayFollow }) => mayFollow.has(key)).map(({ project }) => project.id),
    accounts: new Set<string>(listed.flatMap(({ accounts }) => [...accounts])),
    linkedOf: (projectId: string): LinkedTeam | undefined => listed.find(({ project }) => project.id === projectId)?.linked,
    /** All teams that are linked. */
    linked: [...new Map(listed.flatMap(({ linked }) => linked ?? []).map((one) => [linkedKey(one), one])).values()],
    /** Whether this is a tenant of the project. Of one that the desk file does not have any more: those of the desk's own. */
    isTenantOf: (tenantId: string, projectId: string): boolean =>
      (listed.find(({ project }) => project.id === projectId)?.tenants ?? new Set([file.desk.tenant])).has(tenantId),
    /** The desk's own tenant, and those of customers. */
    tenants: new Set([file.desk.tenant, ...listed.flatMap(({ tenants }) => [...tenants])]) as ReadonlySet<string>,
  };
}

/** The tenants of the people of a project. */
export const tenantsOf = ({ tenant }: Project, { desk }: Pick<DeskFile, 'desk'>): readonly string[] =>
  tenant === undefined ? [desk.tenant] : Array.isArray(tenant) ? tenant : [tenant];
