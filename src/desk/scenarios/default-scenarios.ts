/**
 * The catalogue for a desk file without scenarios of its own. We made it from what Microsoft publishes about production outages
 * of its finance and operations apps; there is no official list. No question is required: they help the engineer, and must not
 * hold up the reporter. Its texts are in a file for each language.
 */
import type { z } from 'zod';
import { LANGUAGES, type Language } from '../../outage/follow/language.ts';
import type { Text } from '../texts.ts';
import { CATALOGUES } from './catalogues.ts';
import type { Catalogue } from './en.ts';
import type { scenarioSchema } from './schema.ts';

/** The products of the catalogue, by id. A product that the desk file does not list under `products` is not offered. */
export const CATALOGUE_PRODUCTS = {
  finance: 'Dynamics 365 Finance',
  'supply-chain-management': 'Dynamics 365 Supply Chain Management',
  commerce: 'Dynamics 365 Commerce',
  'human-resources': 'Dynamics 365 Human Resources',
  'project-operations': 'Dynamics 365 Project Operations',
  'business-central': 'Dynamics 365 Business Central',
} as const;
type CatalogueProduct = keyof typeof CATALOGUE_PRODUCTS;

const ERP: CatalogueProduct[] = ['finance', 'supply-chain-management', 'commerce', 'human-resources', 'project-operations'];

type ScenarioInput = z.input<typeof scenarioSchema>;
type QuestionInput = NonNullable<ScenarioInput['questions']>[number];
type ScenarioId = Exclude<keyof Catalogue, 'yes' | 'no'>;
/** A question without its texts. */
type Asked = readonly [id: string, type: QuestionInput['type'], parent?: string];

export const DEFAULT_SCENARIOS: (ScenarioInput & { products?: CatalogueProduct[] })[] = [
  scenario('sign-in', undefined, [
    ['sign-in-error', 'text'],
    ['other-apps', 'choice'],
    ['rules-changed', 'toggle'],
    ['rules-change', 'text', 'rules-changed'],
  ]),
  scenario('environment-down', ERP, [
    ['site-error', 'text'],
    ['second-network', 'choice'],
  ]),
  scenario(
    'severe-slowness',
    [...ERP, 'business-central'],
    [
      ['modules-fine', 'text'],
      ['slow-session', 'text'],
      ['heavy-batch', 'toggle'],
    ],
  ),
  scenario(
    'core-process-blocked',
    ['finance', 'supply-chain-management', 'human-resources', 'project-operations'],
    [
      ['companies', 'text'],
      ['process-last-worked', 'datetime'],
      ['deadline', 'toggle'],
      ['deadline-at', 'datetime', 'deadline'],
    ],
  ),
  scenario('batch-stopped', ERP, [
    ['batch-group', 'text'],
    ['jobs-waiting', 'number'],
    ['batch-last-ran', 'datetime'],
  ]),
  scenario('data-exchange-down', ERP, [
    ['execution-id', 'text'],
    ['exchange-first-failed', 'datetime'],
  ]),
  scenario(
    'integration-down',
    ['finance', 'supply-chain-management', 'commerce', 'business-central'],
    [
      ['endpoint', 'text'],
      ['request-ids', 'multiline'],
    ],
  ),
  scenario(
    'commerce-down',
    ['commerce'],
    [
      ['stores', 'text'],
      ['registers', 'number'],
      ['offline-mode', 'choice'],
    ],
  ),
  scenario(
    'warehouse-down',
    ['supply-chain-management'],
    [
      ['sites', 'text'],
      ['devices', 'number'],
      ['web-client', 'choice'],
    ],
  ),
  scenario(
    'financial-reporting-down',
    ['finance'],
    [
      ['closing-at', 'datetime'],
      ['figures', 'choice'],
    ],
  ),
  scenario('update-failed', ERP, [
    ['update', 'text'],
    ['window-end', 'datetime'],
    ['rollback', 'choice'],
  ]),
  scenario('wider-incident', undefined, [
    ['health-id', 'text'],
    ['needed', 'choice'],
  ]),
  scenario('security'),
  scenario('not-listed'),
];

/** Its texts by language. Those that English lacks, such as what a scenario is not, are left out. */
function scenario(id: ScenarioId, products?: CatalogueProduct[], questions: readonly Asked[] = []) {
  const { questions: _, ...texts } = byLanguage((catalogue) => catalogue[id]) as Record<'title' | 'chooseWhen' | 'questions', Text>;
  return { id, ...texts, ...(products && { products }), ...(questions.length > 0 && { questions: questions.map(asked) }) };

  function asked([question, type, parent]: Asked): QuestionInput {
    const own = byLanguage((catalogue) => (catalogue[id] as { questions?: Record<string, object> }).questions?.[question]);
    return { id: question, type, ...(parent && { parent }), ...(own as object) } as QuestionInput;
  }
}

/** The same part of each catalogue as one, of which each text is by language. */
function byLanguage(of: (catalogue: Catalogue) => unknown): unknown {
  return together(LANGUAGES.map((language) => [language, of(CATALOGUES[language])]));
}

function together(parts: readonly (readonly [Language, unknown])[]): unknown {
  const [[, first] = []] = parts;
  if (typeof first !== 'object' || first === null) return Object.fromEntries(parts);
  const inside = (key: string) => together(parts.map(([language, part]) => [language, (part as Record<string, unknown>)[key]]));
  return Array.isArray(first)
    ? first.map((_, index) => inside(String(index)))
    : Object.fromEntries(Object.keys(first).map((key) => [key, inside(key)]));
}
