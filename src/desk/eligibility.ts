/**
 * Of which environment a production outage can be reported: the one rule, asked wherever one is offered, taken or refused.
 * Everyone who was added to the customer's project may report, on any support plan: neither the plan nor a role is asked. Pure.
 */
import type { DeskFile, Environment } from './desk-file.ts';

/** Why not, in the order in which it is looked at: who is no member learns nothing of the environment. */
export const INELIGIBILITIES = ['not-member', 'sandbox', 'customer-managed', 'product'] as const;
export type Ineligibility = (typeof INELIGIBILITIES)[number];
export type Eligibility = { readonly eligible: true } | { readonly eligible: false; readonly why: Ineligibility };

type Product = DeskFile['products'][number];

/** `member`: of the environment's own project. `products`: those of the desk file. */
export function eligibility(
  { kind, managedBy, products: installed }: Pick<Environment, 'kind' | 'managedBy' | 'products'>,
  { member, products }: { readonly member: boolean; readonly products: readonly Product[] },
): Eligibility {
  if (!member) return no('not-member');
  if (kind !== 'production') return no('sandbox');
  if (managedBy !== 'microsoft') return no('customer-managed');
  return products.some(({ id, eligible }) => eligible && (installed?.includes(id) ?? true)) ? { eligible: true } : no('product');
}

const no = (why: Ineligibility): Eligibility => ({ eligible: false, why });
