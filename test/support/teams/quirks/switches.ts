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
const ofRoster = (report: string, by: Switch) => half(report, by, 'nowhere', by, by);
const ofActivity = (report: string, by: Switch) => half(report, by, 'nowhere', by, by);

export const QUIRKS = {
  // The roster: quirks/roster.ts. Field, report, flows and crash and attack.
  'member by objectId': ofRoster('A1', 'waits'),
  'member by both ids': ofRoster('A1', 'waits'),
  'member without userPrincipalName': ofRoster('A1', 'builder'),
  'member with another email': ofRoster('A1', 'builder'),
  'roster in another order': ofRoster('A1', 'waits'),
  'roster in pages of one': ofRoster('A1', 'waits'),

  // Answers to posts and edits: quirks/answers.ts. Report, flows, simulation, crash, attack. The simulation is behind the port
  // that sends: of what a port makes of an answer it has the failures and the missing id.
  'post answered 200': half('A2', 'waits', 'nowhere', 'waits', 'waits'),
  'post answered 202 with id': half('A2', 'waits', 'nowhere', 'waits', 'waits'),
  'post answered 202 without body': half('A2', 'builder', 'waits', 'waits', 'waits'),
  'edit answered 202': half('A2', 'waits', 'nowhere', 'waits', 'waits'),
  'proxy answers 200 with a page': seldom('A2', 'builder', 'own', 'waits', 'waits'),
  'proxy answers 200 with {}': seldom('A2', 'builder', 'own', 'waits', 'waits'),
  'proxy answers 200 without body': seldom('A2', 'builder', 'own', 'waits', 'waits'),
  'edit refused': seldom('3.8', 'builder', 'on', 'waits', 'waits'),
  'reset of a reused connection': seldom('3.10', 'builder', 'own', 'waits', 'waits'),
  'conversation refuses': seldom('A3', 'builder', 'own', 'builder', 'builder'),
  'person who cannot be mentioned': half('A4', 'builder', 'nowhere', 'waits', 'waits'),

  // Activities: quirks/activities.ts. Field report, flows and crash and attack.
  'mention without text': ofActivity('A7', 'waits'),
  'mention name escaped': ofActivity('A7', 'waits'),
  'mention with a number': ofActivity('C17', 'waits'),
  'greeting before the mention': ofActivity('C17', 'waits'),
  'mentioned twice': ofActivity('C17', 'waits'),
  'text only as html': ofActivity('A8', 'waits'),
  'html beside the text': ofActivity('C18', 'waits'),
  'guest without an account': ofActivity('A9', 'builder'),
  'edited message': ofActivity('A10', 'builder'),
  'no channelData in a personal chat': ofActivity('A11', 'waits'),
  'quoted reply': ofActivity('C16', 'waits'),
  'non-breaking spaces': ofActivity('C17', 'waits'),
  'inputs as JSON': ofActivity('C20', 'waits'),
  'dates and times in another shape': ofActivity('C21', 'waits'),
  'no localTimezone': ofActivity('C22', 'waits'),
  'time zone by its Windows name': ofActivity('C22', 'waits'),
  'time zone by an old name': ofActivity('C22', 'builder'),
  'locale tag of another shape': ofActivity('C24', 'waits'),
  'press without replyToId': ofActivity('1C', 'waits'),
} as const satisfies Record<string, Row>;

export type Quirk = keyof typeof QUIRKS;
export const ALL_QUIRKS = Object.keys(QUIRKS) as Quirk[];
