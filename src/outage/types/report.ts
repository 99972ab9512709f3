/** What the reporter entered. */
import type { Instant } from './person.ts';

export type Contact = {
  readonly name: string;
  readonly email: string;
  /** With its country code and extension, as libphonenumber-js writes it for people: "+1 206 555 0100 ext. 5". */
  readonly phone: string;
  readonly aroundTheClock: boolean;
  /** Who else can be reached when the reporter can't; name and number as typed. */
  readonly secondContact: string;
  /** IANA time zone; times that only the reporter reads are in it. */
  readonly timeZone: string;
  /** BCP 47 tag. */
  readonly language: string;
};

/** The answer to a question of the scenario; the question is kept as it was then. */
export type Answer = { readonly id: string; readonly question: string; readonly answer: string };

/** What was reported. Names are kept as they were then: the desk file may change, the record may not. */
export type Report = {
  readonly project: { readonly id: string; readonly name: string };
  readonly environment: { readonly id: string; readonly name: string; readonly url: string };
  readonly scenario: { readonly id: string; readonly title: string };
  readonly title: string;
  readonly description: string;
  /** null: the reporter is not sure. */
  readonly beganAt: Instant | null;
  readonly affected: string;
  readonly impact: string;
  readonly recentChanges: string;
  /** In the order in which they were asked; a question without an answer is not in it. */
  readonly answers: readonly Answer[];
  /** Of the message in Teams that the report began with. */
  readonly link?: string;
  readonly contact: Contact;
  /** For whom it was reported, as the reporter wrote it; absent: for themselves. */
  readonly onBehalfOf?: string;
};

export type Correction = Partial<Omit<Report, 'project' | 'answers' | 'link'>>;

/** The scenario which says that nothing in the list fits, and that of a request for which none was chosen. */
export const NOT_LISTED = 'not-listed';
export const NO_SCENARIO = 'none';

/** Whether a scenario says what is down. Two outages whose scenario does not are not similar because of it. */
export const isTelling = (scenarioId: string): boolean => scenarioId !== NOT_LISTED && scenarioId !== NO_SCENARIO;
