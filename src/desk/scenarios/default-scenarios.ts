/**
 * The catalogue for a desk file without scenarios of its own. We made it from what Microsoft publishes about production outages
 * of its finance and operations apps; there is no official list. No question is required: they help the engineer, and must not
 * hold up the reporter.
 */
import type { z } from 'zod';
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

export const DEFAULT_SCENARIOS: (z.input<typeof scenarioSchema> & { products?: CatalogueProduct[] })[] = [
  {
    id: 'sign-in',
    title: 'Nobody can sign in',
    chooseWhen: 'Every user fails to sign in to production.',
    notThis: 'One user, a password, a licence or a role is for your own IT helpdesk.',
    questions: [
      { id: 'sign-in-error', type: 'text', text: 'Which error, with its correlation id?' },
      { id: 'other-apps', type: 'choice', text: 'Do other Microsoft apps work?', choices: ['Yes', 'No', 'Not tried'] },
      { id: 'rules-changed', type: 'toggle', text: 'Sign-in or access rules changed lately' },
      { id: 'rules-change', type: 'text', text: 'What changed in them, and when?', parent: 'rules-changed' },
    ],
  },
  {
    id: 'environment-down',
    title: 'Production cannot be reached',
    chooseWhen: 'The site shows an error, stays blank or never loads, for everyone.',
    notThis: 'Your own network, a sandbox, or a maintenance window that was announced.',
    products: ERP,
    questions: [
      { id: 'site-error', type: 'text', text: 'Which error or code does the browser show?' },
      {
        id: 'second-network',
        type: 'choice',
        text: 'Is it the same from a second network, such as a phone?',
        choices: ['Yes', 'No, only from ours', 'Not tried'],
      },
    ],
  },
  {
    id: 'severe-slowness',
    title: 'Everything is too slow to work',
    chooseWhen: 'All or most users are stalled, in several modules.',
    notThis: 'One slow form, report or query is an ordinary request.',
    products: [...ERP, 'business-central'],
    questions: [
      { id: 'modules-fine', type: 'text', text: 'Which modules are as quick as usual?' },
      { id: 'slow-session', type: 'text', text: 'The session id of somebody who is stalled' },
      { id: 'heavy-batch', type: 'toggle', text: 'A heavy batch run is on now' },
    ],
  },
  {
    id: 'core-process-blocked',
    title: 'A core process fails for everyone',
    chooseWhen: 'The site is up, but posting, order release or invoicing fails for all.',
    notThis: 'One company, one document, or how something is done. A process of your partner: call them first.',
    products: ['finance', 'supply-chain-management', 'human-resources', 'project-operations'],
    questions: [
      { id: 'companies', type: 'text', text: 'In which legal entities?' },
      { id: 'process-last-worked', type: 'datetime', text: 'When did it last work?' },
      { id: 'deadline', type: 'toggle', text: 'A deadline depends on it' },
      { id: 'deadline-at', type: 'datetime', text: 'When is the deadline?', parent: 'deadline' },
    ],
  },
  {
    id: 'batch-stopped',
    title: 'Batch jobs do not run',
    chooseWhen: 'The queue is stuck, nothing executes, and the business waits for it.',
    notThis: 'One job that failed or is slow.',
    products: ERP,
    questions: [
      { id: 'batch-group', type: 'text', text: 'Which jobs or batch groups wait?' },
      { id: 'jobs-waiting', type: 'number', text: 'About how many jobs wait?' },
      { id: 'batch-last-ran', type: 'datetime', text: 'When did the last job end well?' },
    ],
  },
  {
    id: 'data-exchange-down',
    title: 'Import and export have stopped',
    chooseWhen: 'Data management fails for every entity.',
    notThis: 'One file, one mapping or one entity.',
    products: ERP,
    questions: [
      { id: 'execution-id', type: 'text', text: 'The execution id of a job that failed' },
      { id: 'exchange-first-failed', type: 'datetime', text: 'When did the first one fail?' },
    ],
  },
  {
    id: 'integration-down',
    title: 'API or web service is down',
    chooseWhen: 'All integrations fail, with timeouts or server errors.',
    notThis: 'One app with an expired secret, a 401 or a 429 of its own, or a fault of the other system.',
    products: ['finance', 'supply-chain-management', 'commerce', 'business-central'],
    questions: [
      { id: 'endpoint', type: 'text', text: 'Which address is called?' },
      { id: 'request-ids', type: 'multiline', text: 'Of a call that failed: its time, x-ms-client-request-id or ms-dyn-aid' },
    ],
  },
  {
    id: 'commerce-down',
    title: 'Stores or web shop cannot sell',
    chooseWhen: 'Point of sale, scale unit or web shop is down.',
    notThis: 'One register, printer or terminal, or a fault of the payment provider.',
    products: ['commerce'],
    questions: [
      { id: 'stores', type: 'text', text: 'Which stores or channels?' },
      { id: 'registers', type: 'number', text: 'About how many registers?' },
      { id: 'offline-mode', type: 'choice', text: 'Does offline mode work?', choices: ['Yes', 'No', 'Not set up'] },
    ],
  },
  {
    id: 'warehouse-down',
    title: 'The warehouse has stopped',
    chooseWhen: 'The mobile app cannot process work at one or more sites.',
    notThis: 'One device, the Wi-Fi, or a menu that is set up wrongly.',
    products: ['supply-chain-management'],
    questions: [
      { id: 'sites', type: 'text', text: 'Which sites?' },
      { id: 'devices', type: 'number', text: 'About how many devices?' },
      { id: 'web-client', type: 'choice', text: 'Does the web client work?', choices: ['Yes', 'No', 'Not tried'] },
    ],
  },
  {
    id: 'financial-reporting-down',
    title: 'Financial reporting is down',
    chooseWhen: 'Reporting is unavailable, and a closing or statutory date is at hand.',
    notThis: 'Outside of a closing, or one report with wrong figures.',
    products: ['finance'],
    questions: [
      { id: 'closing-at', type: 'datetime', text: 'When is the closing or the date due?' },
      {
        id: 'figures',
        type: 'choice',
        text: 'What is wrong with the reports?',
        choices: ['They cannot be opened', 'They open with old figures'],
      },
    ],
  },
  {
    id: 'update-failed',
    title: 'Stuck after an update',
    chooseWhen: 'An update or deployment ran over its window, or left production unusable.',
    notThis: 'The update of a sandbox, or one that is still within its window.',
    products: ERP,
    questions: [
      { id: 'update', type: 'text', text: 'Which update, and at which step is it?' },
      { id: 'window-end', type: 'datetime', text: 'When should it have ended?' },
      { id: 'rollback', type: 'choice', text: 'Can it be rolled back?', choices: ['Yes', 'No', 'We do not know'] },
    ],
  },
  {
    id: 'wider-incident',
    title: 'A wider Microsoft incident',
    chooseWhen: 'Service health shows an incident that matches yours, and you need help with it.',
    notThis: 'It matches, and you need nothing: follow its post in service health.',
    questions: [
      { id: 'health-id', type: 'text', text: 'Its id in service health' },
      { id: 'needed', type: 'choice', text: 'What do you need most?', choices: ['A way around it', 'A failover', 'To know more'] },
    ],
  },
  {
    id: 'security',
    title: 'Suspected breach or data leak',
    chooseWhen: 'Somebody may have got in, or data may have got out.',
    redirect:
      'A suspected breach must not be written into a channel. Call us now and say that it is about security; we will take it from there with you alone.',
  },
  {
    id: 'not-listed',
    title: 'None of these',
    chooseWhen: 'All three are true, but nothing above fits. Support confirms whether it is an outage.',
    notThis: 'Damaged data: stop processing, and call your partner.',
  },
];
