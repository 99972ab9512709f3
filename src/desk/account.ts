/** Accounts of Entra: user principal names. */

/** The key under which the store remembers that Teams said whose this account is. */
export const seenAccount = (account: string) => `account-seen:${account}`;

const GUEST = /^(.+)_([^_]+)#ext#@.+$/;

/** A user principal name in small letters; of a guest, who is "maya_customer.com#EXT#@desk.onmicrosoft.com", the address that was invited. */
export const accountOf = (upn: string): string => upn.trim().toLowerCase().replace(GUEST, '$1@$2');
