/** What each audience of a room that follows reads: one record each, by which the cards and news for followers are drawn. Pure. */
import type { OutageEvent } from '../../outage/events.ts';
import type { Outage } from '../../outage/types/outage.ts';
import type { Audience } from '../../outage/types/values.ts';
import type { Words } from '../../words/words.ts';
import { plain, quoted, shorten } from '../text.ts';

/** The rows of a card of an outage, beside the desk's; `cards/outage/rows.ts` draws them. */
export type Row =
  | ('since' | 'affected' | 'impact' | 'last' | 'customer' | 'environment' | 'scenario' | 'reported' | 'stages')
  | ('reporter' | 'work' | 'people' | 'report' | 'maintenance' | 'promise' | 'next');

type AudienceView = {
  /** How people are called: as the desk file says it for customers, by full name, or by what they are. */
  readonly names: 'as-in-file' | 'full' | 'roles';
  /** Whether the title, the drawn stages and the lines of what comes next are on it; without them, heading and rows say it. */
  readonly isDrawn: boolean;
  readonly facts: readonly Row[];
  readonly details: readonly Row[];
};

export const AUDIENCE_VIEWS: { readonly [audience in Audience]: AudienceView } = {
  customer: {
    names: 'as-in-file',
    isDrawn: true,
    facts: ['since', 'affected', 'impact', 'last', 'customer', 'environment', 'scenario', 'reported'],
    details: ['stages'],
  },
  internal: {
    names: 'full',
    isDrawn: true,
    facts: ['since', 'affected', 'impact', 'work', 'people', 'reporter', 'customer', 'environment', 'maintenance'],
    details: ['report', 'stages'],
  },
  executive: {
    names: 'roles',
    isDrawn: false,
    facts: ['impact', 'affected', 'customer', 'since', 'promise', 'next', 'last'],
    details: [],
  },
};

const LONGEST_IMPACT = 200;
/** Under the heading of a message and behind it in a notification: what the reporter calls it, or what it stops and for whom. */
export function headlineFor({ report }: Outage, audience: Audience, words: Words): string {
  if (AUDIENCE_VIEWS[audience].isDrawn) return quoted(report.title, words);
  const impact = report.impact === '' ? '' : quoted(shorten(report.impact, LONGEST_IMPACT), words);
  const customer = plain(report.project.name);
  return impact === '' ? customer : words.formats.pair(customer, impact);
}

type Read = { readonly outage: Outage; readonly words: Words; readonly event?: OutageEvent; readonly events?: readonly OutageEvent[] };

/**
 * The same for an audience that reads no names: in the record, each person is called what they are, and what only technicians
 * understand is left out; the words are plain ones.
 */
export function forAudience<View extends Read>(view: View, audience: Audience): View {
  if (AUDIENCE_VIEWS[audience].names !== 'roles') return view;
  const { outage, event, events, words } = view;
  const copies = new Map<unknown, unknown>();
  const hidden = (value: unknown) => withRoles({ value, key: '', outage, words, copies });
  const record = { outage: hidden(outage), ...(events && { events: hidden(events) }), ...(event && { event: hidden(event) }) };
  return { ...view, ...record, words: executiveWords(words) } as View;
}

/** What has a name and is no person; all else that has one is taken for a person. */
const THINGS: readonly string[] = ['project', 'team', 'plan'];
/** What an executive does not read: places, kinds, what the reporter and engineers wrote beside updates, and how to reach people. */
const HIDDEN: readonly string[] = [
  'environment',
  'scenario',
  'contact',
  'answers',
  'title',
  'description',
  'reason',
  'link',
  'onBehalfOf',
  'url',
];

type Walk = {
  readonly value: unknown;
  readonly key: string;
  readonly outage: Outage;
  readonly words: Words;
  readonly copies: Map<unknown, unknown>;
};
/** A copy; of one thing one copy, because the news look for their event among the events. */
function withRoles(walk: Walk): unknown {
  const { value, key, outage, words, copies } = walk;
  if (HIDDEN.includes(key)) return emptied(value);
  if (typeof value !== 'object' || value === null) return value;
  if (copies.has(value)) return copies.get(value);
  const inside = (one: unknown, name: string) => withRoles({ ...walk, value: one, key: name });
  const copy = Array.isArray(value)
    ? value.map((one) => inside(one, key))
    : Object.fromEntries(Object.entries(value).map(([name, one]) => [name, inside(one, name)]));
  const isPerson = 'id' in copy && 'name' in copy && !THINGS.includes(key);
  const role = isPerson ? { ...copy, name: words.audience.people[roleOf(copy.id, outage)] } : copy;
  copies.set(value, role);
  return role;
}

/** With the same keys, so that what reads it finds them. */
function emptied(value: unknown): unknown {
  if (typeof value === 'string') return '';
  if (Array.isArray(value)) return [];
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, emptied(one)]));
}

function roleOf(id: unknown, { reporter, joined, absorbed }: Outage): keyof Words['audience']['people'] {
  if (id === reporter.id) return 'reporter';
  return [...joined.map(({ person }) => person), ...absorbed.map((one) => one.reporter)].some((one) => one.id === id)
    ? 'affected'
    : 'engineer';
}

type PartOf<All> = All extends (...blanks: never[]) => string ? All : { readonly [key in keyof All]?: PartOf<All[key]> };
const plainer = new WeakMap<Words, Words>();
function executiveWords(words: Words): Words {
  const by: PartOf<Words> = words.audience.executive;
  const known = plainer.get(words) ?? (replaced(words, by) as Words);
  plainer.set(words, known);
  return known;
}

/** The words, with those of `by` in the place of the ones of the same name. */
function replaced(words: unknown, by: unknown): unknown {
  if (typeof by !== 'object' || by === null) return by;
  const entries = Object.entries(by).map(([key, one]) => [key, replaced((words as Record<string, unknown>)[key], one)] as const);
  return { ...(words as object), ...Object.fromEntries(entries) };
}
