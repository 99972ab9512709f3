/**
 * The one table of what real Teams does that a friendly fake would not, and where each is chosen by seed. To turn one on
 * after `src/` can bear it, change 'waits' to 'on' here and nothing else. `QUIRKS='name, name'` in the environment forces
 * the named ones everywhere, whatever the table says.
 */

/**
 * - on       a seed may choose it
 * - waits    it breaks something of `src/` still; `report` says what is to be mended
 * - builder  never by seed here, since it changes what a story tells; a test asks for it by name
 * - own      this suite has faults of its own that do the same
 * - nowhere  it cannot occur here: the simulation has no HTTP, no roster and no typed words
 */
export type Switch = 'on' | 'waits' | 'builder' | 'own' | 'nowhere';
export const SUITES = ['flows', 'simulation', 'crash', 'attack'] as const;
export type Suite = (typeof SUITES)[number];

type Row = { readonly report: string; readonly often: number } & Readonly<Record<Suite, Switch>>;

/** How often, at each chance, by somebody or something that has the quirk: half of the time, or as seldom as a fault. */
const HALF = 0.5;
const SELDOM = 0.02;

const row =
  (often: number) =>
  (report: string, flows: Switch, simulation: Switch, crash: Switch, attack: Switch): Row => ({
    report,
    often,
    flows,
    simulation,
    crash,
    attack,
  });
const half = row(HALF);
const seldom = row(SELDOM);
/** Neither rosters nor what people type are in the simulation. */
const inbound = (report: string, flows: Switch, others: Switch = flows) => half(report, flows, 'nowhere', others, others);

export const QUIRKS = {
  // The roster: quirks/roster.ts. Report, flows, and crash and attack if they differ.
  'member by objectId': inbound('A1', 'on'),
  'member by both ids': inbound('A1', 'on'),
  'member without userPrincipalName': inbound('A1', 'builder'),
  'member with another email': inbound('A1', 'builder'),
  'roster in another order': inbound('A1', 'on'),
  'roster in pages of one': inbound('A1', 'builder', 'on'),

  // Answers to posts and edits: quirks/answers.ts. Report, flows, simulation, crash, attack. The simulation is behind the port
  // that sends: of what a port makes of an answer it has the failures and the missing id.
  'post answered 200': half('A2', 'on', 'nowhere', 'on', 'on'),
  'post answered 202 with id': half('A2', 'on', 'nowhere', 'on', 'on'),
  'post answered 202 without body': half('A2', 'builder', 'on', 'waits', 'on'),
  'edit answered 202': half('A2', 'on', 'nowhere', 'on', 'on'),
  'proxy answers 200 with a page': seldom('A2', 'builder', 'own', 'on', 'on'),
  'proxy answers 200 with {}': seldom('A2', 'builder', 'own', 'on', 'on'),
  'proxy answers 200 without body': seldom('A2', 'builder', 'own', 'on', 'on'),
  'edit refused': seldom('3.8', 'builder', 'on', 'on', 'on'),
  'reset of a reused connection': seldom('3.10', 'builder', 'own', 'on', 'on'),
  'message without its tenant refused': half('18', 'on', 'nowhere', 'on', 'on'),
  'conversation refuses': seldom('A3', 'builder', 'own', 'builder', 'builder'),
  'person who cannot be mentioned': half('A4', 'builder', 'nowhere', 'on', 'on'),

  // Activities: quirks/activities.ts. Report, flows, and crash and attack if they differ.
  'mention without text': inbound('A7', 'on'),
  'mention name escaped': inbound('A7', 'on'),
  'mention with a number': inbound('C17', 'on'),
  'greeting before the mention': inbound('C17', 'on'),
  'mentioned twice': inbound('C17', 'on'),
  'text only as html': inbound('A8', 'on'),
  'html beside the text': inbound('C18', 'on'),
  'guest without an account': inbound('A9', 'builder'),
  'edited message': inbound('A10', 'builder'),
  'no channelData in a personal chat': inbound('A11', 'on'),
  'quoted reply': inbound('C16', 'on'),
  'non-breaking spaces': inbound('C17', 'on'),
  'inputs as JSON': inbound('C20', 'on'),
  'dates and times in another shape': inbound('C21', 'on'),
  'no localTimezone': inbound('C22', 'on'),
  'time zone by its Windows name': inbound('C22', 'on'),
  'time zone by an old name': inbound('C22', 'builder'),
  'locale tag of another shape': inbound('C24', 'on'),
  'press without replyToId': inbound('1C', 'on'),

  // Slash commands and presses on what one person sees alone: quirks/targeted.ts.
  'isTargeted of another type': inbound('15.2', 'on'),
  'slash title in another case': inbound('15.1', 'on'),
  'slash title with slashes before it': inbound('15.1', 'on'),
  'slash title with the name before it': inbound('15.1', 'on'),
  'slash message that names its own thread': inbound('15.2', 'on'),
  'private press without isTargeted': inbound('15.2', 'on'),
  'private press that names its own thread': inbound('15.2', 'on'),
  // Answers of the targeted route: ../targeted.ts.
  'targeted message that is gone': row(SELDOM)('15.3', 'builder', 'nowhere', 'on', 'on'),
  '404 for who is no member': half('15.3', 'on', 'nowhere', 'on', 'on'),
} as const satisfies Record<string, Row>;

export type Quirk = keyof typeof QUIRKS;
export const ALL_QUIRKS = Object.keys(QUIRKS) as Quirk[];
