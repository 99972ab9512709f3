/** The texts of the default catalogue in English, by the ids of scenarios and questions. Each other language has the same shape. */
export const en = {
  /** What a toggle says that has no texts of its own. */
  yes: 'Yes',
  no: 'No',
  'sign-in': {
    title: 'Nobody can sign in',
    chooseWhen: 'Every user fails to sign in to production.',
    notThis: 'One user, a password, a licence or a role is for your own IT helpdesk.',
    questions: {
      'sign-in-error': { text: 'Which error, with its correlation id?' },
      'other-apps': { text: 'Do other Microsoft apps work?', choices: ['Yes', 'No', 'Not tried'] },
      'rules-changed': { text: 'Sign-in or access rules changed lately' },
      'rules-change': { text: 'What changed in them, and when?' },
    },
  },
  'environment-down': {
    title: 'Production cannot be reached',
    chooseWhen: 'The site shows an error, stays blank or never loads, for everyone.',
    notThis: 'Your own network, a sandbox, or a maintenance window that was announced.',
    questions: {
      'site-error': { text: 'Which error or code does the browser show?' },
      'second-network': {
        text: 'Is it the same from a second network, such as a phone?',
        choices: ['Yes', 'No, only from ours', 'Not tried'],
      },
    },
  },
  'severe-slowness': {
    title: 'Everything is too slow to work',
    chooseWhen: 'All or most users are stalled, in several modules.',
    notThis: 'One slow form, report or query is an ordinary request.',
    questions: {
      'modules-fine': { text: 'Which modules are as quick as usual?' },
      'slow-session': { text: 'The session id of somebody who is stalled' },
      'heavy-batch': { text: 'A heavy batch run is on now' },
    },
  },
  'core-process-blocked': {
    title: 'A core process fails for everyone',
    chooseWhen: 'The site is up, but posting, order release or invoicing fails for all.',
    notThis: 'One company, one document, or how something is done. A process of your partner: call them first.',
    questions: {
      companies: { text: 'In which legal entities?' },
      'process-last-worked': { text: 'When did it last work?' },
      deadline: { text: 'A deadline depends on it' },
      'deadline-at': { text: 'When is the deadline?' },
    },
  },
  'batch-stopped': {
    title: 'Batch jobs do not run',
    chooseWhen: 'The queue is stuck, nothing executes, and the business waits for it.',
    notThis: 'One job that failed or is slow.',
    questions: {
      'batch-group': { text: 'Which jobs or batch groups wait?' },
      'jobs-waiting': { text: 'About how many jobs wait?' },
      'batch-last-ran': { text: 'When did the last job end well?' },
    },
  },
  'data-exchange-down': {
    title: 'Import and export have stopped',
    chooseWhen: 'Data management fails for every entity.',
    notThis: 'One file, one mapping or one entity.',
    questions: {
      'execution-id': { text: 'The execution id of a job that failed' },
      'exchange-first-failed': { text: 'When did the first one fail?' },
    },
  },
  'integration-down': {
    title: 'API or web service is down',
    chooseWhen: 'All integrations fail, with timeouts or server errors.',
    notThis: 'One app with an expired secret, a 401 or a 429 of its own, or a fault of the other system.',
    questions: {
      endpoint: { text: 'Which address is called?' },
      'request-ids': { text: 'Of a call that failed: its time, x-ms-client-request-id or ms-dyn-aid' },
    },
  },
  'commerce-down': {
    title: 'Stores or web shop cannot sell',
    chooseWhen: 'Point of sale, scale unit or web shop is down.',
    notThis: 'One register, printer or terminal, or a fault of the payment provider.',
    questions: {
      stores: { text: 'Which stores or channels?' },
      registers: { text: 'About how many registers?' },
      'offline-mode': { text: 'Does offline mode work?', choices: ['Yes', 'No', 'Not set up'] },
    },
  },
  'warehouse-down': {
    title: 'The warehouse has stopped',
    chooseWhen: 'The mobile app cannot process work at one or more sites.',
    notThis: 'One device, the Wi-Fi, or a menu that is set up wrongly.',
    questions: {
      sites: { text: 'Which sites?' },
      devices: { text: 'About how many devices?' },
      'web-client': { text: 'Does the web client work?', choices: ['Yes', 'No', 'Not tried'] },
    },
  },
  'financial-reporting-down': {
    title: 'Financial reporting is down',
    chooseWhen: 'Reporting is unavailable, and a closing or statutory date is at hand.',
    notThis: 'Outside of a closing, or one report with wrong figures.',
    questions: {
      'closing-at': { text: 'When is the closing or the date due?' },
      figures: { text: 'What is wrong with the reports?', choices: ['They cannot be opened', 'They open with old figures'] },
    },
  },
  'update-failed': {
    title: 'Stuck after an update',
    chooseWhen: 'An update or deployment ran over its window, or left production unusable.',
    notThis: 'The update of a sandbox, or one that is still within its window.',
    questions: {
      update: { text: 'Which update, and at which step is it?' },
      'window-end': { text: 'When should it have ended?' },
      rollback: { text: 'Can it be rolled back?', choices: ['Yes', 'No', 'We do not know'] },
    },
  },
  'wider-incident': {
    title: 'A wider Microsoft incident',
    chooseWhen: 'Service health shows an incident that matches yours, and you need help with it.',
    notThis: 'It matches, and you need nothing: follow its post in service health.',
    questions: {
      'health-id': { text: 'Its id in service health' },
      needed: { text: 'What do you need most?', choices: ['A way around it', 'A failover', 'To know more'] },
    },
  },
  security: {
    title: 'Suspected breach or data leak',
    chooseWhen: 'Somebody may have got in, or data may have got out.',
    redirect:
      'A suspected breach must not be written into a channel. Call us now and say that it is about security; we will take it from there with you alone.',
  },
  'not-listed': {
    title: 'None of these',
    chooseWhen: 'All three are true, but nothing above fits. Support confirms whether it is an outage.',
    notThis: 'Damaged data: stop processing, and call your partner.',
  },
} as const;

type Like<Texts> = Texts extends string ? string : { readonly [Key in keyof Texts]: Like<Texts[Key]> };
/** A text that is missing, or a choice, does not compile. */
export type Catalogue = Like<typeof en>;
