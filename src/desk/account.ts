/** Accounts of Entra: user principal names. */

/** The key under which the store remembers that Teams said whose this account is. */
export const seenAccount = (account: string) => `account-seen:${account}`;

const GUEST = /^(.+)_([^_]+)#ext#@.+$/;

/**
 * A user principal name in one spelling: small letters, and for a guest the address that was invited. Entra makes
 * "maya_customer.com#EXT#@desk.onmicrosoft.com" of it; a domain has no underscore, so the last one was the @.
 */
export const accountOf = (upn: string): string => upn.trim().toLowerCase().replace(GUEST, '$1@$2');
