/** What kinds of outage can be chosen, and for which products. The default catalogue is in default-scenarios.ts. */
import { z } from 'zod';
import { idSchema, questionsSchema } from './questions.ts';

/** More would fit neither a card nor a mind in trouble. */
const MOST_SCENARIOS = 18;

export const scenarioSchema = z.strictObject({
  id: idSchema,
  title: z.string().trim().min(1).max(40, 'keep it under 40 characters; it has to fit a phone'),
  /** One line that ends the doubt. */
  chooseWhen: z.string().trim().min(1).max(160, 'keep it under 160 characters'),
  /** What looks like it and is something else, and where that belongs. */
  notThis: z.string().trim().min(1).max(160, 'keep it under 160 characters').optional(),
  /** Offered for environments with one of these, if the desk file lists it as eligible; for all where it says nothing. */
  products: z.array(idSchema).min(1, 'list at least one product, or leave it out').optional(),
  questions: questionsSchema.default([]),
  /** What to do instead: who chooses this is told so, and nothing is reported. */
  redirect: z.string().trim().min(1).optional(),
});

export const scenariosSchema = z.array(scenarioSchema).min(1).max(MOST_SCENARIOS, `offer at most ${MOST_SCENARIOS}`);

type WithProducts = { readonly products?: readonly string[] | undefined };
type Product = { readonly id: string; readonly eligible: boolean };

/**
 * Whether a scenario makes sense for an environment. A scenario that says nothing of products means all; an environment
 * that says nothing runs every eligible one of `products`, those of the desk file.
 */
export const offered = (scenario: WithProducts, environment: object & WithProducts, products: readonly Product[]): boolean =>
  !scenario.products ||
  products.some(({ id, eligible }) => eligible && (environment.products?.includes(id) ?? true) && scenario.products?.includes(id));
