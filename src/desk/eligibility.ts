/** The one rule for which environments an outage can be reported. Neither the support plan nor a role counts. Pure. */
import type { DeskFile, Environment } from './desk-file.ts';

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
