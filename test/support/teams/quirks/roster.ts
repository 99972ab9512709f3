/** Members of a conversation as Teams writes them: by other names, in another order, in small pages. */
import type { Manners } from './manners.ts';

/** A person as Teams shows them to a bot. `tenantId`: whose directory they are in, if another one. */
export type Account = {
  id: string;
  aadObjectId?: string;
  name: string;
  email: string;
  userPrincipalName?: string;
  userRole?: string;
  tenantId?: string;
};

/** Microsoft's JSON for members names the Entra id `objectId`, messages name it `aadObjectId`; some answers have both. */
export type Listed = Account & { readonly objectId?: string };

export const byObjectId = ({ aadObjectId, ...account }: Account): Listed => (aadObjectId ? { ...account, objectId: aadObjectId } : account);
export const byBothIds = (account: Account): Listed => (account.aadObjectId ? { ...account, objectId: account.aadObjectId } : account);
export const withoutUserPrincipalName = ({ userPrincipalName: _, ...account }: Account): Account => account;
/** People write by another address than the one they sign in with. */
export const withAnotherEmail = (account: Account): Account => ({ ...account, email: `post.${account.email}` });

export function asListed(account: Account, manners: Manners): Listed {
  const email = manners.shows('member with another email') ? withAnotherEmail(account) : account;
  const named = manners.shows('member without userPrincipalName') ? withoutUserPrincipalName(email) : email;
  if (manners.shows('member by objectId')) return byObjectId(named);
  return manners.shows('member by both ids') ? byBothIds(named) : named;
}

/** The same order for all pages of one roster. */
export const inOrder = (accounts: readonly Account[], manners: Manners): readonly Account[] =>
  manners.has('roster in another order') ? accounts.toReversed() : accounts;
