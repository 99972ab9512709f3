/** The products of the catalogue, of environments and of scenarios match those that the desk file lists. */
import { describe, expect, test } from 'vitest';
import type { Desk } from '../../../src/desk/desk.ts';
import { readDeskFile } from '../../../src/desk/file/read-desk-file.ts';
import { CATALOGUE_PRODUCTS, DEFAULT_SCENARIOS } from '../../../src/desk/scenarios/default-scenarios.ts';
import { scenariosFor } from '../../../src/report/steps/scenario.ts';
import { SMALL_DESK, SMALL_PEOPLE, smallDesk } from '../../support/desk/small-desk.ts';

const idsFor = (desk: Desk, environment = 'shop/live') =>
  scenariosFor({ environment }, { desk, projects: desk.projectsOf(SMALL_PEOPLE.mia) }).map(({ id }) => id);
const ids = (scenarios: readonly { id: string }[]) => scenarios.map(({ id }) => id);
const problemsOf = (text: string) => {
  const result = readDeskFile(text);
  return 'problems' in result ? result.problems.map(({ path, message }) => `${path} ${message}`) : [];
};
const ownScenario = (more: string) => `scenarios:\n  - { id: down, title: Down, chooseWhen: Always., ${more} }\n`;

describe('the catalogue', () => {
  test('speaks of no product but those that it names, and of each', () => {
    const spokenOf = new Set<string>(DEFAULT_SCENARIOS.flatMap(({ products = [] }) => products));
    expect([...spokenOf].sort()).toEqual(Object.keys(CATALOGUE_PRODUCTS).sort());
  });

  test('knows the products of a desk file that lists none, by the same names', () => {
    const { products } = smallDesk().file;
    for (const { id, name } of products) expect(CATALOGUE_PRODUCTS).toHaveProperty(id, name);
    // Each environment gets the scenario for its product.
    expect(idsFor(smallDesk())).toEqual(expect.arrayContaining(['warehouse-down', 'financial-reporting-down']));
  });

  test('is offered as far as the desk file lists the products: shops only where there is Commerce', () => {
    expect(idsFor(smallDesk())).toEqual(ids(DEFAULT_SCENARIOS).filter((id) => id !== 'commerce-down'));
    const some = smallDesk(
      (text) => `${text}products: [{ id: finance, name: Finance }, { id: commerce, name: Commerce, eligible: false }]\n`,
    );
    expect(idsFor(some)).not.toContain('commerce-down');
    expect(idsFor(some)).not.toContain('warehouse-down');
    const shops = smallDesk((text) => `${text}products: [{ id: finance, name: Finance }, { id: commerce, name: Commerce }]\n`);
    expect(idsFor(shops)).toContain('commerce-down');
    const elsewhere = smallDesk((text) =>
      `${text}products: [{ id: finance, name: Finance }, { id: commerce, name: Commerce }]\n`.replace(
        'name: West, kind: production',
        'name: West, kind: production, products: [finance]',
      ),
    );
    expect(idsFor(elsewhere, 'mill-2/west')).not.toContain('commerce-down');
  });

  test('may be copied into a desk file as it is', () => {
    expect(problemsOf(`${SMALL_DESK}scenarios: ${JSON.stringify(DEFAULT_SCENARIOS)}\n`)).toEqual([]);
  });
});

describe('a product that the desk file does not list is named', () => {
  test.each<[string, string, string]>([
    [
      'in a scenario',
      `${SMALL_DESK}${ownScenario('products: [finance, supply-chain]')}`,
      "scenarios.0.products.1 there is no product 'supply-chain'; the known ones are finance, supply-chain-management",
    ],
    [
      'in a scenario of the catalogue that was changed',
      `${SMALL_DESK}scenarios: [{ id: commerce-down, title: Down, chooseWhen: Always., products: [commerce, shops] }]\n`,
      "scenarios.0.products.1 there is no product 'shops'; the known ones are finance, supply-chain-management",
    ],
    [
      'in an environment',
      SMALL_DESK.replace('name: East, kind: production', 'name: East, kind: production, products: [supply-chain]'),
      "projects.1.environments.0.products.0 there is no product 'supply-chain'; the known ones are finance, supply-chain-management",
    ],
  ])('%s', (_where, text, problem) => {
    expect(problemsOf(text)).toContain(problem);
  });

  test('and one that it lists is not', () => {
    expect(problemsOf(`${SMALL_DESK}products: [{ id: erp, name: ERP }]\n${ownScenario('products: [erp]')}`)).toEqual([]);
  });
});
