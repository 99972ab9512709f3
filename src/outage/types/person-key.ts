/**
 * Who somebody is, in one text: an object id means something only in the directory of its tenant, so the same object id in another
 * tenant is another person. Of the desk's own tenant it is the object id alone, as every record had it before customers had tenants of
 * their own; of any other tenant, "tenant.object". All that is kept by person is kept by this.
 */

declare const brand: unique symbol;
/** No string is one by itself: it comes from `personKey`, from the desk file, or from what was stored. */
export type PersonKey = string & { readonly [brand]: 'person' };

/** `tenantId`, `deskTenant`: Entra tenants; `objectId`: the person's in the first one. Capitals do not count. */
export function personKey(tenantId: string, objectId: string, deskTenant: string): PersonKey {
  const [tenant, object] = [tenantId.toLowerCase(), objectId.toLowerCase()];
  return (tenant === deskTenant.toLowerCase() ? object : `${tenant}.${object}`) as PersonKey;
}

/** The key as it was stored, or is written in the desk file for the desk's own tenant. */
export const storedPersonKey = (text: string): PersonKey => text as PersonKey;

/** A client of the API stands in the record as a person does, by the id that the desk file gives it. No object id begins so. */
export const clientKey = (clientId: string): PersonKey => `client-${clientId}` as PersonKey;
export const isClient = (key: string): boolean => key.startsWith('client-');

/** The parts of a key; `tenantId` null: the desk's own. */
export function partsOf(key: PersonKey): { readonly tenantId: string | null; readonly objectId: string } {
  const dot = key.lastIndexOf('.');
  return dot < 0 ? { tenantId: null, objectId: key } : { tenantId: key.slice(0, dot), objectId: key.slice(dot + 1) };
}

/** A key that nobody has: of somebody whose tenant is in doubt, because what they sent names several. */
export const isNobody = (key: string): boolean => key.includes('+');
export const nobodyOf = (tenants: readonly string[], objectId: string): PersonKey => `${tenants.join('+')}.${objectId}` as PersonKey;
