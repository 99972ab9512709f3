/**
 * The fields of the report, one record each, in the order in which they are asked. Derived from these records: what each
 * step reads and its card asks for, the limits, the draft's schema, the rows of the desk's card, what can be corrected,
 * what goes along when somebody joins an outage instead of reporting it, what is personal data, the samples of the tests.
 *
 * To add a field that people type, such as their ticket number, change these files. `npx tsc --noEmit` names what is missing:
 * 1. Here: its record, after the record of the field that it follows on its card. The types above the records explain each property.
 * 2. outage/types/values.ts: `readonly ticket?: string` in `Report`. It is optional, because older reports have none.
 *    Until then the compiler says here that "ticket" is not assignable to the parts of the report.
 * 3. words/<language>/report/fields.ts: its texts in `fields`, and its name in `changed`. Until then the compiler says in
 *    cards/base/facts.ts that "ticket" is missing, and here for `changed`. Reporter and desk both read `fact`: write no "your".
 * 4. store/personal/split.ts, only if it is not personal.
 * The cards, the correction, joining and the tests need no change: test/report/fields.test.ts tests every record.
 */
import type { Contact, Correction, Report } from '../outage/types/values.ts';
import { LONGEST_LINK } from './message-link.ts';

export const STEP_IDS = ['confirmation', 'scenario', 'details', 'questions', 'contact', 'review'] as const;
export type StepId = (typeof STEP_IDS)[number];

export const AFFECTED = ['everyone', 'most', 'some', 'unsure'] as const;

type TextInput = {
  readonly kind: 'text';
  readonly lines: 'one' | 'many';
  /** Whether the words have an example of it. */
  readonly example?: true;
  /** What it has to be, and the keyboard that a phone shows for it. */
  readonly format?: 'email' | 'phone';
};
/** How the step's card asks. `within`: in a part of the card that is hidden at first. */
export type Input =
  | TextInput
  | { readonly kind: 'choice'; readonly among?: readonly string[] }
  | { readonly kind: 'toggle' }
  | { readonly kind: 'date' | 'time'; readonly within: 'exactly' };

type TextIn<Whole> = { [part in keyof Whole]-?: Whole[part] extends string | undefined ? part : never }[keyof Whole];

type Kept<Fact> = {
  /**
   * True for what people type; false only for what they choose, or what is computed. What is personal is stored apart from
   * the record, and deleted after a while.
   */
  readonly personal: boolean;
  readonly fact: Fact;
};
/** How its row on the cards is drawn: as one line, as paragraphs, or by a function of its own. Without a row: null. */
type Row = 'line' | 'paragraphs' | 'own';
/** A text that the report keeps as it was typed, without the spaces around it. */
type KeptText = {
  /** What an empty one is: an error; kept as an empty text; or not there in the report. */
  readonly whenEmpty: 'refused' | 'kept' | 'left-out';
} & (
  | (Shown & { readonly in: 'report'; readonly as: TextIn<Correction>; readonly correctable: true })
  | (Shown & { readonly in: 'report'; readonly as: TextIn<Report>; readonly correctable: false })
  | ((Shown | NotShown) & { readonly in: 'contact'; readonly as: TextIn<Contact>; readonly correctable: boolean })
);
/** `joining`: whether it goes along when its person joins an outage instead: as it was typed, after its name, or not. */
type Shown = Kept<Row> & { readonly joining: 'as-typed' | 'named' | null };
type NotShown = Kept<null> & { readonly joining: null };
/** What its step makes of it, such as a point in time. */
type KeptValue = Kept<'own' | null> & { readonly whenEmpty?: never } & (
    | { readonly in: 'report'; readonly as: keyof Report }
    | { readonly in: 'contact'; readonly as: keyof Contact }
  );

type Asked = {
  /** The longest text that is taken, in UTF-16 units. */
  readonly limit: number;
  /** null: by buttons, or by inputs that the step's card draws by itself. */
  readonly input: Input | null;
};
type Field =
  | (Asked & { readonly step: 'details' | 'contact'; readonly kept: KeptText })
  /** `step`: null: it has no input, the server fills it in. `kept`: null: its step alone reads it. */
  | (Asked & { readonly step: StepId | null; readonly kept: KeptValue | null });

export const FIELDS = {
  environment: { step: 'confirmation', limit: 140, input: null, kept: null },
  live: { step: 'confirmation', limit: 5, input: null, kept: null },
  many: { step: 'confirmation', limit: 5, input: null, kept: null },
  stopped: { step: 'confirmation', limit: 5, input: null, kept: null },
  scenario: { step: 'scenario', limit: 64, input: null, kept: null },
  title: {
    step: 'details',
    limit: 120,
    input: { kind: 'text', lines: 'one', example: true },
    kept: { in: 'report', as: 'title', whenEmpty: 'refused', fact: 'line', joining: 'as-typed', correctable: true, personal: true },
  },
  description: {
    step: 'details',
    limit: 4000,
    input: { kind: 'text', lines: 'many', example: true },
    kept: { in: 'report', as: 'description', whenEmpty: 'refused', fact: 'own', joining: 'as-typed', correctable: true, personal: true },
  },
  /** The message that the report began with, checked by messageLink. */
  link: { step: null, limit: LONGEST_LINK, input: null, kept: { in: 'report', as: 'link', fact: 'own', personal: true } },
  began: { step: 'details', limit: 16, input: { kind: 'choice' }, kept: null },
  beganDate: { step: 'details', limit: 10, input: { kind: 'date', within: 'exactly' }, kept: null },
  beganTime: { step: 'details', limit: 5, input: { kind: 'time', within: 'exactly' }, kept: null },
  /** The point in time that was made of the three above, and what it was made of, so that "just now" does not move. */
  beganAt: { step: null, limit: 16, input: null, kept: { in: 'report', as: 'beganAt', fact: 'own', personal: false } },
  /** The date and time of when it began as they were typed, where they cannot be read. */
  beganSaid: { step: null, limit: 81, input: null, kept: { in: 'report', as: 'beganSaid', fact: null, personal: true } },
  beganFrom: { step: null, limit: 40, input: null, kept: null },
  affected: {
    step: 'details',
    limit: 16,
    input: { kind: 'choice', among: AFFECTED },
    kept: { in: 'report', as: 'affected', whenEmpty: 'refused', fact: 'own', joining: null, correctable: true, personal: false },
  },
  impact: {
    step: 'details',
    limit: 1000,
    input: { kind: 'text', lines: 'many', example: true },
    kept: { in: 'report', as: 'impact', whenEmpty: 'kept', fact: 'paragraphs', joining: 'as-typed', correctable: true, personal: true },
  },
  changes: {
    step: 'details',
    limit: 1000,
    input: { kind: 'text', lines: 'many', example: true },
    kept: {
      in: 'report',
      as: 'recentChanges',
      whenEmpty: 'kept',
      fact: 'paragraphs',
      joining: 'as-typed',
      correctable: true,
      personal: true,
    },
  },
  name: {
    step: 'contact',
    limit: 120,
    input: { kind: 'text', lines: 'one' },
    kept: { in: 'contact', as: 'name', whenEmpty: 'refused', fact: 'own', joining: null, correctable: true, personal: true },
  },
  onBehalfOf: {
    step: 'contact',
    limit: 120,
    input: { kind: 'text', lines: 'one' },
    kept: { in: 'report', as: 'onBehalfOf', whenEmpty: 'left-out', fact: 'line', joining: null, correctable: true, personal: true },
  },
  email: {
    step: 'contact',
    limit: 254,
    input: { kind: 'text', lines: 'one', format: 'email' },
    kept: { in: 'contact', as: 'email', whenEmpty: 'refused', fact: null, joining: null, correctable: true, personal: true },
  },
  phone: {
    step: 'contact',
    limit: 60,
    input: { kind: 'text', lines: 'one', format: 'phone', example: true },
    kept: { in: 'contact', as: 'phone', whenEmpty: 'refused', fact: null, joining: null, correctable: true, personal: true },
  },
  aroundTheClock: {
    step: 'contact',
    limit: 5,
    input: { kind: 'toggle' },
    kept: { in: 'contact', as: 'aroundTheClock', fact: 'own', personal: false },
  },
  secondContact: {
    step: 'contact',
    limit: 200,
    input: { kind: 'text', lines: 'many', example: true },
    kept: { in: 'contact', as: 'secondContact', whenEmpty: 'kept', fact: null, joining: null, correctable: true, personal: true },
  },
  timeZone: {
    step: 'contact',
    limit: 64,
    input: { kind: 'choice' },
    kept: { in: 'contact', as: 'timeZone', fact: 'own', personal: false },
  },
  language: {
    step: 'contact',
    limit: 16,
    input: { kind: 'choice' },
    kept: { in: 'contact', as: 'language', fact: null, personal: false },
  },
} as const satisfies { readonly [id: string]: Field };

type Fields = typeof FIELDS;
export type FieldId = keyof Fields;
export const FIELD_IDS = Object.keys(FIELDS) as FieldId[];

type IdWith<Match> = { [id in FieldId]: Fields[id] extends Match ? id : never }[FieldId];
/** The fields whose text the report keeps. */
export type TextId = IdWith<{ readonly kept: { readonly whenEmpty: string } }>;
/** The fields that have a row on the cards, and those of them whose row is drawn by a function of its own. */
export type FactId = IdWith<{ readonly kept: { readonly fact: string } }>;
export type OwnFactId = IdWith<{ readonly kept: { readonly fact: 'own' } }>;
export type JoiningId = IdWith<{ readonly kept: { readonly joining: string } }>;
export type CorrectableId = IdWith<{ readonly kept: { readonly correctable: true } }>;

type PartIn<Where, Match> = { [id in FieldId]: Fields[id] extends Match & { kept: { in: Where; as: infer Part } } ? Part : never }[FieldId];
/** The parts of the report, or of its contact, that such fields fill. */
export type ReportPart<Match = unknown> = PartIn<'report', Match>;
export type ContactPart<Match = unknown> = PartIn<'contact', Match>;

type Nothing<Found extends never> = Found;
/** Does not compile while the report, or its contact, has a part that no field fills. The rest comes from the desk file and its questions. */
export type PartsWithoutField = Nothing<
  Exclude<keyof Report, ReportPart | 'project' | 'environment' | 'scenario' | 'answers' | 'contact'> | Exclude<keyof Contact, ContactPart>
>;

/** The words for the fields: for inputs their label, for rows on cards their name there. A time is labelled with its zone. */
export type FieldWords = {
  readonly [id in IdWith<{ readonly input: Input } | { readonly kept: { readonly fact: string } }>]: (Fields[id]['input'] extends Input
    ? { readonly label: Fields[id]['input'] extends { kind: 'time' } ? (zone: string) => string : string }
    : unknown) &
    (Fields[id]['input'] extends { kind: 'toggle' } ? { readonly title: string } : unknown) &
    (Fields[id]['input'] extends { example: true } ? { readonly example: string } : unknown) &
    (Fields[id]['kept'] extends { fact: string } ? { readonly fact: string } : unknown);
};

/** The inputs of each step's card, in their order. */
export const STEP_FIELDS = Object.fromEntries(
  STEP_IDS.map((step) => [step, FIELD_IDS.filter((id) => FIELDS[id].step === step)]),
) as unknown as { readonly [step in StepId]: readonly FieldId[] };
